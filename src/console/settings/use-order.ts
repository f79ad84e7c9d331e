import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { orderWith } from "../../domain/ticket/order.ts";
import type { TicketSettings } from "../../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "../language.tsx";
import type { OrderWords } from "../ordered-list.tsx";
import { ask } from "../server.ts";
import type { useSettingsWords } from "./settings-words.ts";

const paths = {
	subjects: "subjects",
	serviceClasses: "service-classes",
} as const;

/** What stands together, in an order that is seen at once when one is moved, and saved move by move. */
export function useOrder<One extends { readonly id: string }>(
	kind: keyof typeof paths,
	saved: readonly One[],
	parent: string | null = null,
) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const [wanted, setWanted] = useState<readonly string[] | null>(null);
	const mutationKey = ["ticket-settings", "order", kind, parent];
	const saving = useMutation({
		mutationKey,
		// One after another: each is told the revision that the one before has left.
		scope: { id: `order of ${kind}` },
		mutationFn: ({ id, place }: { id: string; place: number }) => {
			const now = client.getQueryData<TicketSettings>(["ticket-settings"]);
			const found = now?.[kind].find((each) => each.id === id);
			return ask<TicketSettings>(
				`/api/ticket-settings/${paths[kind]}/${id}`,
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
	const all = wanted
		? saved.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))
		: saved;
	const move = (id: string, place: number) => {
		setWanted(
			orderWith(
				all.map((each) => each.id),
				id,
				place,
			),
		);
		saving.mutate({ id, place });
	};
	return { all, move, error: saving.error };
}

/** How the buttons that move things are called. */
export function moveWords(
	say: ReturnType<typeof useSettingsWords>,
): OrderWords {
	return {
		up: (name) => say("order.up", { name }),
		down: (name) => say("order.down", { name }),
		remove: () => "",
		movedTo: (item) => say("order.movedTo", item),
	};
}
