import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TicketSettings } from "../../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

interface Saving {
	readonly method: "POST" | "PUT" | "DELETE";
	/** Below the settings' own path. */
	readonly path: string;
	readonly body?: unknown;
}

/** Saves something of the settings; the answer is all of them, so that the page shows at once what it has become. */
export function useSaved(done?: () => void) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({ path, ...rest }: Saving) =>
			ask<TicketSettings>(`/api/ticket-settings/${path}`, language, rest),
		onSuccess: (settings) => {
			client.setQueryData(["ticket-settings"], settings);
			done?.();
		},
		// Whoever was faster is seen too.
		onError: () => client.invalidateQueries({ queryKey: ["ticket-settings"] }),
	});
}
