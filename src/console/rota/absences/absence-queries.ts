import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
	Absences,
	AbsenceView,
	SwapView,
} from "../../../web/api/swap-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";

export type Hit = AbsenceView["hits"][number];

export function useAbsences(line: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["absences", "of-line", line],
		queryFn: ({ signal }) =>
			ask<Absences>(
				`/api/absences?${new URLSearchParams({ line })}`,
				language,
				{
					signal,
				},
			),
	});
}

/** Absences stand beside the rota and in what swaps are offered, so all of it is read again. */
function useRenew() {
	const client = useQueryClient();
	return () =>
		Promise.all(
			["absences", "rota", "swaps"].map((key) =>
				client.invalidateQueries({ queryKey: [key] }),
			),
		);
}

export function useRecordAbsence(onDone: () => void) {
	const { language } = useLanguage();
	const renew = useRenew();
	return useMutation({
		mutationFn: (body: object) =>
			ask<Absences>("/api/absences", language, { method: "POST", body }),
		onSuccess: async () => {
			onDone();
			await renew();
		},
	});
}

export function useRemoveAbsence(id: string) {
	const { language } = useLanguage();
	const renew = useRenew();
	return useMutation({
		mutationFn: () =>
			ask(`/api/absences/${id}`, language, { method: "DELETE" }),
		onSettled: renew,
	});
}

/** Asks a colleague, in the name of whoever is away, to take a shift. */
export function useAskToTake({ line, person }: AbsenceView, hit: Hit) {
	const { language } = useLanguage();
	const renew = useRenew();
	return useMutation({
		mutationFn: (to: string) =>
			ask<SwapView>("/api/swaps", language, {
				method: "POST",
				body: {
					...{ line, giver: person.id, to },
					...{ duty: hit.duty, start: hit.start, end: hit.end },
				},
			}),
		onSettled: renew,
	});
}
