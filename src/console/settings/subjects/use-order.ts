import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { orderWith, siblingsOf } from "../../../domain/ticket/subjects.ts";
import type {
	Subject,
	TicketSettings,
} from "../../../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";

/** Those below a parent, in an order that is seen at once when one is moved, and saved move by move. */
export function useOrder(subjects: readonly Subject[], parent: string | null) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const [wanted, setWanted] = useState<readonly string[] | null>(null);
	const mutationKey = ["ticket-settings", "order", parent];
	const saving = useMutation({
		mutationKey,
		// One after another: each is told the revision that the one before has left.
		scope: { id: "order of subjects" },
		mutationFn: ({ id, place }: { id: string; place: number }) => {
			const now = client.getQueryData<TicketSettings>(["ticket-settings"]);
			const found = now?.subjects.find((each) => each.id === id);
			return ask<TicketSettings>(
				`/api/ticket-settings/subjects/${id}`,
				language,
				{ method: "PUT", body: { revision: found?.revision, place } },
			);
		},
		onSuccess: (settings) => client.setQueryData(["ticket-settings"], settings),
		onError: () => client.invalidateQueries({ queryKey: ["ticket-settings"] }),
		onSettled: () => {
			if (client.isMutating({ mutationKey }) === 1) setWanted(null);
		},
	});
	const saved = siblingsOf(subjects, parent);
	const all = wanted
		? saved.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))
		: saved;
	const move = (id: string, place: number) => {
		setWanted(orderWith(all, id, parent, place));
		saving.mutate({ id, place });
	};
	return { all, move, error: saving.error };
}
