import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
	Absences,
	MyShifts,
	Swaps,
	SwapView,
} from "../../web/api/swap-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** What the page of one's own duty asks of the service. */

export const weeksAhead = 12;

export type MyLine = MyShifts["lines"][number];
export type MyShift = MyLine["shifts"][number];

export function useMyShifts() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["swaps", "my-shifts"],
		queryFn: ({ signal }) =>
			ask<MyShifts>(`/api/my-shifts?weeks=${weeksAhead}`, language, {
				signal,
			}),
	});
}

export function useMySwaps() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["swaps", "mine"],
		queryFn: ({ signal }) =>
			ask<Swaps>("/api/swaps?mine=true", language, { signal }),
	});
}

export function useMyAbsences() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["absences", "mine"],
		queryFn: ({ signal }) =>
			ask<Absences>("/api/absences", language, { signal }),
		select: ({ absences }) => absences.filter(({ mine }) => mine),
	});
}

/** Says yes or no to a swap, or takes one's own offer back. */
export function useSwapAnswer(swap: SwapView) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: (verb: "accept" | "decline" | "withdraw") =>
			ask<SwapView>(`/api/swaps/${swap.id}/${verb}`, language, {
				method: "POST",
				body: { version: swap.version },
			}),
		onSettled: () => client.invalidateQueries({ queryKey: ["swaps"] }),
	});
}
