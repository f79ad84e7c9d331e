import { createContext, useContext } from "react";
import type { Session } from "../web/api/shapes.ts";

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only where somebody is. */
export function useSignedIn(): Session {
	const session = useContext(SessionContext);
	if (!session) throw new Error("Nobody is signed in here");
	return session;
}

/** Who is signed in, or null: for what is around every page. */
export function useWhoever(): Session | null {
	return useContext(SessionContext);
}
