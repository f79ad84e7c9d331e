import { DateTime } from "luxon";
import { useState } from "react";
import {
	withOverride,
	withOverrideAt,
} from "../../../domain/rota/edits/overrides.ts";
import {
	type DutyPart,
	overrideFor,
} from "../../../domain/rota/edits/reassign.ts";
import { withOverrideTimes } from "../../../domain/rota/edits/resize.ts";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import { useDesk } from "../desk.tsx";
import { dutiesInOrder } from "./board.ts";
import {
	type Gesture,
	handoverOf,
	resized,
	tonight,
	withOverrideChanged,
} from "./gesture.ts";
import type { Labels } from "./labels.ts";
import type { Asked, Told } from "./override-dialog.tsx";
import type { Piece } from "./pieces.ts";
import { givable } from "./pointer-gesture.ts";
import { useTimelineWords } from "./timeline-words.ts";

/** What can be done to the shifts in view: what needs words is asked first, the rest is done, and all of it can be undone. */
export function useEdits({
	timeline,
	labels,
	view,
	now,
	close,
}: {
	timeline: Timeline;
	labels: Labels;
	view: TimeSpan;
	now: number;
	/** Closes the panel. */
	close: () => void;
}) {
	const say = useTimelineWords();
	const desk = useDesk();
	const [asked, setAsked] = useState<Asked | null>(null);
	const [focus, setFocus] = useState<{ duty: string; at: number } | null>(null);
	const { zone } = desk.rota;

	const done = ({ duty, start, end }: DutyPart) =>
		setFocus({ duty, at: (start + end) / 2 });
	const ask = (
		kind: Asked["kind"],
		part: DutyPart,
		more: Partial<Asked> = {},
	) => {
		close();
		setAsked({
			kind,
			duty: part.duty,
			start: part.start,
			end: part.end,
			person: null,
			why: "",
			piece: null,
			...more,
		});
	};
	const askToEdit = (piece: Piece, part: DutyPart, person: string) =>
		ask("edit", part, { person, why: whyOf(piece), piece });
	const whyOf = ({ override }: Piece) =>
		desk.rota.overrides?.[override ?? -1]?.why ?? "";

	/** All of an override, also where a later one beats it. */
	const writtenPart = (piece: Piece): DutyPart => {
		const clock = clockOf(zone);
		const written = desk.rota.overrides?.[piece.override ?? -1];
		return {
			duty: piece.duty,
			start: (written && clock?.read(written.start)) ?? piece.start,
			end: (written && clock?.read(written.end)) ?? piece.end,
		};
	};

	const settle = (gesture: Gesture) => {
		const { piece } = gesture;
		const { duty } = piece;
		if (gesture.kind === "resize") return resize(gesture);
		const { start, end, to } = gesture;
		const part = { duty, start, end };
		if (gesture.kind === "give") {
			if (end > start && to !== piece.person)
				ask("give", part, { person: to === null ? "nobody" : (to ?? null) });
			return;
		}
		const index = piece.override ?? -1;
		if (to !== piece.person)
			return askToEdit(piece, part, to === null ? "nobody" : (to ?? ""));
		if (start === piece.start && end === piece.end)
			return askToEdit(piece, part, piece.person ?? "nobody");
		desk.change(say("done.times", { span: labels.span(start, end) }), (rota) =>
			withOverrideTimes(rota, index, { start, end }),
		);
		done(part);
	};
	const resize = (gesture: Extract<Gesture, { kind: "resize" }>) => {
		const handover = handoverOf(timeline, gesture);
		if (!handover) return;
		const rota = resized(desk.rota, timeline, gesture);
		if (!rota) return ask("give", handover.part);
		const { start, end } = handover.part;
		desk.change(
			say("done.times", { span: labels.span(start, end) }),
			() => rota,
		);
		done({
			...gesture.piece,
			[gesture.edge]: gesture.at,
		});
	};
	const told = (given: Told) => {
		const { piece, kind } = asked ?? { piece: null, kind: "add" };
		setAsked(null);
		const { person, why } = given;
		if (kind === "times" && piece) return changeTimes(piece, given);
		const name = labels.person(person);
		const span = labels.span(given.start, given.end);
		desk.change(say("done.override", { name, span }), (rota) =>
			kind === "edit" && piece
				? withOverrideChanged(rota, piece.override ?? -1, given)
				: withOverride(
						rota,
						overrideFor(desk.timelineOver(spanOf(given, zone)), given, {
							person,
							why,
						}),
					),
		);
		done(given);
	};
	/** Both ends, one after the other; hours that nobody would have are asked about. */
	const changeTimes = (piece: Piece, { start, end }: DutyPart) => {
		const { duty } = piece;
		const move = { kind: "resize", piece } as const;
		const first = resized(desk.rota, timeline, {
			...move,
			edge: "start",
			at: start,
		});
		if (!first) return ask("give", { duty, start: piece.start, end: start });
		const both = resized(first, timeline, { ...move, edge: "end", at: end });
		if (!both) return ask("give", { duty, start: end, end: piece.end });
		desk.change(
			say("done.times", { span: labels.span(start, end) }),
			() => both,
		);
		done({ duty, start, end });
	};
	const remove = (piece: Piece) => {
		const { override } = piece;
		if (override === null) return;
		close();
		desk.change(
			say("done.removed", { span: labels.span(piece.start, piece.end) }),
			(rota) => withOverrideAt(rota, override, null),
		);
		done(piece);
	};
	const partOf = (piece: Piece) => ({
		duty: piece.duty,
		...givable(piece, view, now),
	});
	return {
		asked,
		focus,
		settle,
		told,
		forget: () => setAsked(null),
		add: () => {
			const [duty = ""] = dutiesInOrder(desk.rota);
			ask("add", {
				duty,
				...tonight(desk.timeline, DateTime.fromMillis(now, { zone })),
			});
		},
		acts: {
			give: (piece: Piece) => ask("give", partOf(piece)),
			changeTimes: (piece: Piece) =>
				ask("times", piece, { person: piece.person, piece }),
			edit: (piece: Piece) =>
				askToEdit(piece, writtenPart(piece), piece.person ?? "nobody"),
			remove,
			leaveToNobody: (piece: Piece) =>
				ask("give", partOf(piece), { person: "nobody" }),
		},
	};
}

function spanOf({ start, end }: Told, zone: string): TimeSpan {
	return {
		from: DateTime.fromMillis(start, { zone }),
		to: DateTime.fromMillis(end, { zone }),
	};
}
