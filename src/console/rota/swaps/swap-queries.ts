import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
	SwapSettings,
	Swaps,
	SwapView,
} from "../../../web/api/swap-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { rotaPath } from "../rota-queries.ts";

export function useSwaps(line: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["swaps", "of-line", line],
		queryFn: ({ signal }) =>
			ask<Swaps>(`/api/swaps?${new URLSearchParams({ line })}`, language, {
				signal,
			}),
	});
}

export function useSwapSettings(line: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const queryKey = ["swaps", "settings", line];
	const path = rotaPath(line, "/swap-settings");
	const settings = useQuery({
		queryKey,
		queryFn: ({ signal }) => ask<SwapSettings>(path, language, { signal }),
	});
	const set = useMutation({
		mutationFn: (approval: boolean) =>
			ask<SwapSettings>(path, language, { method: "PUT", body: { approval } }),
		onSuccess: (saved) => client.setQueryData(queryKey, saved),
	});
	return { settings, set };
}

/** Does something with a swap as it is shown; if it has changed since, the service says so. */
export function useDoing(swap: SwapView, onDone: () => void) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({ verb, ...told }: { verb: string } & object) =>
			ask<SwapView>(`/api/swaps/${swap.id}/${verb}`, language, {
				method: "POST",
				body: { version: swap.version, ...told },
			}),
		onSuccess: onDone,
		onSettled: () =>
			Promise.all([
				client.invalidateQueries({ queryKey: ["swaps"] }),
				client.invalidateQueries({ queryKey: ["rota"] }),
			]),
	});
}
