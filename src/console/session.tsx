import { createContext, useContext } from "react";
import type { Session } from "../web/api/shapes.ts";

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only where somebody is. */
export function useSignedIn(): Session {
	const session = useContext(SessionContext);
	if (!session) throw new Error("Nobody is signed in here");
	return session;
}
