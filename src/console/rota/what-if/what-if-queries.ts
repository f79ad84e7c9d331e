import {
	keepPreviousData,
	useMutation,
	useQuery,
	useQueryClient,
} from "@tanstack/react-query";
import type { SavedWhatIf } from "../../../domain/what-if/saved-what-if.ts";
import type {
	CallFacts,
	SavedWhatIfView,
} from "../../../web/api/what-if-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { rotaPath } from "../rota-queries.ts";

/** What a call of the line needs besides the rota, and what is known of the caller. */
export function useCallFacts(line: string, caller: string) {
	const { language } = useLanguage();
	const query = caller ? `?${new URLSearchParams({ caller })}` : "";
	return useQuery({
		queryKey: ["call-facts", line, caller],
		placeholderData: keepPreviousData,
		queryFn: ({ signal }) =>
			ask<CallFacts>(rotaPath(line, `/call-facts${query}`), language, {
				signal,
			}),
	});
}

export function useKeptWhatIfs(line: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", line, "what-ifs"],
		queryFn: ({ signal }) =>
			ask<{ whatIfs: SavedWhatIfView[] }>(
				rotaPath(line, "/what-ifs"),
				language,
				{ signal },
			),
	});
}

/** With an id, the same what-if anew. */
export function useKeepWhatIf(line: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({
			id,
			...body
		}: Omit<SavedWhatIf, "id"> & { readonly id?: string }) =>
			ask<SavedWhatIfView>(
				rotaPath(line, id ? `/what-ifs/${id}` : "/what-ifs"),
				language,
				{ method: id ? "PUT" : "POST", body },
			),
		onSuccess: () =>
			client.invalidateQueries({ queryKey: ["rota", line, "what-ifs"] }),
	});
}

export function useRemoveWhatIf(line: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({ id }: SavedWhatIfView) =>
			ask(rotaPath(line, `/what-ifs/${id}`), language, { method: "DELETE" }),
		onSuccess: () =>
			client.invalidateQueries({ queryKey: ["rota", line, "what-ifs"] }),
	});
}
