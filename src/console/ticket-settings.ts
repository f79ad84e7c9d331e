import { useQuery } from "@tanstack/react-query";
import type { Language } from "../domain/language.ts";
import { isOffered, pathTo } from "../domain/ticket/subjects.ts";
import type { TicketSettings } from "../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "./language.tsx";
import { ask } from "./server.ts";

/** Subjects and service classes, as new as the service says they are. */
export function useTicketSettings() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["ticket-settings"],
		queryFn: ({ signal }) =>
			ask<TicketSettings>("/api/ticket-settings", language, { signal }),
	});
}

/** With what it belongs to: `Water › Leak`; null where there is no such subject, or the settings are not here yet. */
export function subjectName(
	settings: Pick<TicketSettings, "subjects"> | undefined,
	id: string | null,
	language: Language,
): string | null {
	const path = pathTo(settings?.subjects ?? [], id);
	return path.length === 0
		? null
		: path.map(({ names }) => names[language]).join(" › ");
}

interface SubjectGroup {
	readonly group: string;
	readonly items: { readonly value: string; readonly label: string }[];
}

/**
 * What Mantine's `Select` takes as `data`: a group for each subject at the top, itself first and then what is below it. Retired ones are left out,
 * but for the one that the ticket has already.
 */
export function subjectOptions(
	settings: Pick<TicketSettings, "subjects"> | undefined,
	language: Language,
	chosen: string | null = null,
): SubjectGroup[] {
	const subjects = settings?.subjects ?? [];
	const groups = new Map<string, SubjectGroup>();
	for (const { id } of subjects) {
		if (id !== chosen && !isOffered(subjects, id)) continue;
		const [top, ...below] = pathTo(subjects, id);
		if (!top) continue;
		const group = groups.get(top.id) ?? {
			group: top.names[language],
			items: [],
		};
		groups.set(top.id, group);
		const names = below.length > 0 ? below : [top];
		group.items.push({
			value: id,
			label: names.map(({ names }) => names[language]).join(" › "),
		});
	}
	return [...groups.values()];
}
