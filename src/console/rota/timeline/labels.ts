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
		const duty = (name: string) =>
			t(`duty.names.${name}` as "duty.names.technician", {
				defaultValue: name,
			});
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
				const values = {
					who: person(piece.person),
					duty: duty(piece.duty).toLowerCase(),
					from: spans.moment(piece.start),
					to: spans.moment(piece.end),
				};
				const label =
					kind === "gap"
						? say("bar.gap", values)
						: kind === "intended-gap"
							? say("bar.intended", values)
							: say("bar.label", {
									...values,
									because: say(becauseKey(kind)),
								});
				return isChanged ? `${label}, ${say("bar.changed")}` : label;
			},
		};
	}, [people, spans, say, t]);
}

function becauseKey(kind: Piece["because"]["kind"]) {
	return kind === "rotation" || kind === "shifts" || kind === "calendar"
		? (`because.${kind}` as const)
		: "because.override";
}
