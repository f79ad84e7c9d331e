import {
	type FocusEvent,
	type KeyboardEvent,
	type RefObject,
	useEffect,
	useState,
} from "react";
import type { Row } from "./board.ts";
import type { GridProps } from "./grid.tsx";
import {
	gestureOf,
	liftedOver,
	type Picked,
	pickedUp,
	shifted,
	withNextGrip,
} from "./picking.ts";
import type { Piece } from "./pieces.ts";
import { givable } from "./pointer-gesture.ts";

/** Walks through the bars by arrows, one of them reached by Tab; picks one up, moves it, and puts it down. */
export function useGridKeys({
	place,
	...props
}: GridProps & { place: RefObject<HTMLDivElement | null> }) {
	const { rows, focus, now } = props;
	const [chosen, setChosen] = useState<string | null>(null);
	const [picked, setPicked] = useState<Picked | null>(null);
	const current =
		chosen !== null && find(rows, chosen) ? chosen : firstOf(rows, now);
	useEffect(() => {
		if (!focus) return;
		const found = rows
			.flatMap(({ bars }) => bars)
			.find(
				({ piece }) =>
					piece.duty === focus.duty &&
					piece.start <= focus.at &&
					piece.end > focus.at,
			);
		if (!found || document.activeElement !== document.body) return;
		elementOf(place.current, found.piece.id)?.focus();
	}, [focus, rows, place]);

	const walk = (event: KeyboardEvent, piece: Piece) => {
		const next = neighbour(rows, piece, event.key, now);
		if (!next) return;
		event.preventDefault();
		elementOf(place.current, next.id)?.focus();
	};
	return {
		current,
		picked,
		onFocus(event: FocusEvent) {
			const id = barIdOf(event.target);
			if (!id) return;
			setChosen(id);
			if (picked && picked.piece.id !== id) setPicked(null);
		},
		onKeyDown(event: KeyboardEvent) {
			const id = barIdOf(event.target);
			const found = id ? find(rows, id) : null;
			if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
			if (picked) return carry(event, picked, props, setPicked);
			const { piece, row } = found;
			if (event.key === "Enter" && props.canEdit) {
				event.preventDefault();
				setPicked(pickedUp(piece, row.id, givable(piece, props.view, now)));
			} else if (event.key === "Enter" || event.key === " ") {
				event.preventDefault();
				props.open(piece);
			} else if (event.key === "Delete" && props.canEdit) props.remove(piece);
			else walk(event, piece);
		},
	};
}

/** The keys while something is held. */
function carry(
	event: KeyboardEvent,
	picked: Picked,
	{ rows, timeline, settle }: GridProps,
	set: (picked: Picked | null) => void,
): void {
	const step = event.shiftKey ? "quarter" : "hour";
	const { zone } = timeline.rota;
	const move = () => {
		switch (event.key) {
			case "ArrowLeft":
				return shifted(picked, -1, step, zone);
			case "ArrowRight":
				return shifted(picked, 1, step, zone);
			case "ArrowUp":
				return liftedOver(picked, rows, -1);
			case "ArrowDown":
				return liftedOver(picked, rows, 1);
			case "Tab":
				return withNextGrip(picked);
			default:
				return null;
		}
	};
	const moved = move();
	const isEnd = event.key === "Enter" || event.key === "Escape";
	if (!moved && !isEnd) return;
	event.preventDefault();
	event.stopPropagation();
	set(moved);
	if (event.key === "Enter") settle(gestureOf(picked));
}

function barIdOf(target: EventTarget): string | null {
	return (target as Element).getAttribute("data-bar");
}

function find(rows: readonly Row[], id: string) {
	for (const row of rows)
		for (const { piece } of row.bars)
			if (piece.id === id) return { piece, row };
	return null;
}

/** Tab comes to what is going on now. */
function firstOf(rows: readonly Row[], now: number): string | null {
	const bars = rows.flatMap(({ bars }) => bars);
	const onNow = bars.find(
		({ piece }) =>
			piece.person !== null && piece.start <= now && piece.end > now,
	);
	return (onNow ?? bars[0])?.piece.id ?? null;
}

function neighbour(
	rows: readonly Row[],
	piece: Piece,
	key: string,
	now: number,
): Piece | null {
	const at = rows.findIndex(({ bars }) =>
		bars.some((bar) => bar.piece.id === piece.id),
	);
	const inRow = (rows[at]?.bars ?? [])
		.map((bar) => bar.piece)
		.sort((a, b) => a.start - b.start);
	const index = inRow.findIndex(({ id }) => id === piece.id);
	if (key === "ArrowLeft") return inRow[index - 1] ?? null;
	if (key === "ArrowRight") return inRow[index + 1] ?? null;
	if (key === "Home") return inRow[0] ?? null;
	if (key === "End") return inRow.at(-1) ?? null;
	if (key !== "ArrowUp" && key !== "ArrowDown") return null;
	const others =
		key === "ArrowUp" ? rows.slice(0, at).reverse() : rows.slice(at + 1);
	const row = others.find(({ bars }) => bars.length > 0);
	const middle = Math.max(piece.start, Math.min(now, piece.end));
	const distance = ({ start, end }: Piece) =>
		Math.max(0, start - middle, middle - end);
	return (
		[...(row?.bars ?? [])]
			.map((bar) => bar.piece)
			.sort((a, b) => distance(a) - distance(b))[0] ?? null
	);
}

function elementOf(place: HTMLElement | null, id: string): HTMLElement | null {
	return (
		place?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(id)}"]`) ?? null
	);
}
