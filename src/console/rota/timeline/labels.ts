import { useMemo } from "react";
import type { PersonId, Rota } from "../../../domain/rota/rota.ts";
import { useLanguage } from "../../language.tsx";
import type { Bar, Shade } from "./board.ts";
import type { Piece } from "./pieces.ts";
import { type SpanWords, useSpanWords } from "./span-words.ts";
import { useTimelineWords } from "./timeline-words.ts";

/** What people, duties and bars are called on the timeline, in the page's language. */
export interface Labels extends SpanWords {
	/** null and `nobody`: nobody. */
	person(id: PersonId | null): string;
	duty(name: string): string;
	/** All that a bar says, for whoever hears it. */
	bar(bar: Omit<Bar, "lane">): string;
	/** What is drawn beneath the bars. */
	shade(shade: Omit<Shade, "lane">): string;
	/** "168 h", or nothing for a stretch whose end is out of sight. */
	extent(piece: Piece): string;
}

/** A layer may go on for years; a stretch this long has no length worth telling. */
const endlessMillis = 300 * 86_400_000;

export function useLabels({
	people,
	zone,
}: Pick<Rota, "people" | "zone">): Labels {
	const { t } = useLanguage();
	const say = useTimelineWords();
	const spans = useSpanWords(zone);
	return useMemo(() => {
		const person = (id: PersonId | null) =>
			id === null || id === "nobody" ? say("nobody") : (people[id]?.name ?? id);
		const duties = new Map<string, string>();
		const duty = (name: string) => {
			const known = duties.get(name);
			if (known !== undefined) return known;
			const said = t(`duty.names.${name}` as "duty.names.technician", {
				defaultValue: name,
			});
			duties.set(name, said);
			return said;
		};
		const sentences = barSentences(say);
		return {
			...spans,
			person,
			duty,
			extent: ({ start, end }) =>
				end - start > endlessMillis ? "" : spans.length(end - start),
			shade: ({ kind, person: who, start, end }) =>
				`${kind === "ghost" ? say("bar.was", { name: person(who) }) : say("bar.away")}, ${spans.span(start, end)}`,
			bar({ piece, isChanged }) {
				const { kind } = piece.because;
				const values: Record<string, string> = {
					who: person(piece.person),
					duty: duty(piece.duty).toLowerCase(),
					from: spans.moment(piece.start),
					to: spans.moment(piece.end),
				};
				const sentence = sentences[kind] ?? sentences.override ?? "";
				const label = sentence.replace(
					/\{(\w+)\}/g,
					(_, name) => values[name] ?? "",
				);
				return isChanged ? `${label}, ${sentences.changed}` : label;
			},
		};
	}, [people, spans, say, t]);
}

/** What bars say by their reason, with places to fill: thousands are filled at once, too many to ask for each. */
function barSentences(
	say: ReturnType<typeof useTimelineWords>,
): Readonly<Record<string, string>> {
	const places = { who: "{who}", duty: "{duty}", from: "{from}", to: "{to}" };
	const held = (because: string) => say("bar.label", { ...places, because });
	return {
		rotation: held(say("because.rotation")),
		shifts: held(say("because.shifts")),
		calendar: held(say("because.calendar")),
		override: held(say("because.override")),
		gap: say("bar.gap", places),
		"intended-gap": say("bar.intended", places),
		changed: say("bar.changed"),
	};
}
