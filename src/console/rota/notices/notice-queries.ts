import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DutyNoticesView } from "../../../web/api/duty-notice-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { rotaPath } from "../rota-queries.ts";

const keyOf = (line: string) => ["rota", line, "notices"];

/** What the line tells and has told; what is sent meanwhile shows by itself. */
export function useDutyNotices(line: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: keyOf(line),
		refetchInterval: 20_000,
		queryFn: ({ signal }) =>
			ask<DutyNoticesView>(rotaPath(line, "/duty-notices"), language, {
				signal,
			}),
	});
}

export function useSaveSettings(line: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: (body: DutyNoticesView["settings"]) =>
			ask<DutyNoticesView>(rotaPath(line, "/duty-notices"), language, {
				method: "PUT",
				body,
			}),
		onSuccess: (saved) => client.setQueryData(keyOf(line), saved),
	});
}

/** "I see to it", about a shift that nobody confirmed. */
export function useAcknowledgeDuty(line: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: (id: string) =>
			ask<DutyNoticesView>(
				rotaPath(line, `/duty-notices/${id}/acknowledge`),
				language,
				{ method: "POST" },
			),
		onSuccess: (seen) => client.setQueryData(keyOf(line), seen),
	});
}
