import { useQuery } from "@tanstack/react-query";
import type { OwnAccount, OwnSessions } from "../../web/api/account-shapes.ts";
import type { OwnNoticesView } from "../../web/api/duty-notice-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** One's own account and sessions, as the service knows them. */

export function useOwnAccount() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["account"],
		queryFn: ({ signal }) =>
			ask<OwnAccount>("/api/account", language, { signal }),
	});
}

export function useOwnSessions() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["account-sessions"],
		// Signing in elsewhere changes nothing that the service tells everybody.
		staleTime: 0,
		queryFn: ({ signal }) =>
			ask<OwnSessions>("/api/account/sessions", language, { signal }),
	});
}

export function useOwnNotices() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["account-notices"],
		queryFn: ({ signal }) =>
			ask<OwnNoticesView>("/api/my-notices", language, { signal }),
	});
}
