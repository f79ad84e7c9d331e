// biome-ignore-all lint/a11y/useSemanticElements: no table has bars that stand at their times
import { TimelineContext, useTimelineContext } from "dnd-timeline";
import {
	type PointerEvent,
	type PointerEventHandler,
	type RefObject,
	useCallback,
	useDeferredValue,
	useMemo,
	useRef,
	useState,
} from "react";
import { flushSync } from "react-dom";
import type { TimeSpan } from "../../../domain/rota/shifts.ts";
import type { Timeline } from "../../../domain/rota/timeline.ts";
import { dutiesInOrder, type Row } from "./board.ts";
import type { Gesture } from "./gesture.ts";
import { GestureLine } from "./gesture-line.tsx";
import styles from "./grid.module.css";
import { GridBack } from "./grid-back.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridRow } from "./grid-row.tsx";
import { Held } from "./held.ts";
import type { Labels } from "./labels.ts";
import { edgeUnder, type Grasped, Mover } from "./mover.tsx";
import type { Piece } from "./pieces.ts";
import { OverRow, Preview, rowAt } from "./preview.tsx";
import { useTimelineWords } from "./timeline-words.ts";
import { useDragging } from "./use-dragging.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { placeIn, type Scale } from "./view.ts";

/** At least as many as a large screen shows; the others are filled right after the first picture. */
const rowsAtOnce = 24;

/** As wide as in the style sheet. */
const sidebarPixels = 168;

export interface GridProps {
	readonly rows: readonly Row[];
	readonly timeline: Timeline;
	readonly view: TimeSpan;
	readonly scale: Scale;
	readonly labels: Labels;
	readonly names: ReadonlyMap<string, string>;
	readonly today: string;
	readonly now: number;
	readonly canEdit: boolean;
	/** What should have the focus once it is there. */
	readonly focus: { readonly duty: string; readonly at: number } | null;
	readonly settle: (gesture: Gesture) => void;
	readonly open: (piece: Piece) => void;
	readonly remove: (piece: Piece) => void;
}

/** Rows of people or duties over days: to look at, to drag on, and to walk through by keyboard. */
export function Grid(props: GridProps) {
	const { view, zone } = { ...props, zone: props.timeline.rota.zone };
	const [grasped, setGrasped] = useState<Grasped | null>(null);
	const [held] = useState(() => new Held());
	const place = useRef<HTMLDivElement>(null);
	const dragging = useDragging({
		grasped,
		view,
		zone,
		now: props.now,
		pixels: () => (place.current?.clientWidth ?? 0) - sidebarPixels,
		rowBeneath: (x, y) =>
			x >= 0 && x < (place.current?.clientWidth ?? 0)
				? rowAt(place.current, y)
				: null,
		show: held.show,
		settle: props.settle,
	});
	return (
		<TimelineContext
			{...dragging}
			accessibility={silence}
			autoScroll={calmScroll}
			collisionDetection={noCollisions}
			range={{ start: view.from.toMillis(), end: view.to.toMillis() }}
			sidebarWidth={sidebarPixels}
			onRangeChanged={() => undefined}
			usePanStrategy={() => undefined}
		>
			<GridPlace
				{...props}
				place={place}
				grasped={grasped}
				onGrasp={setGrasped}
				held={held}
			/>
		</TimelineContext>
	);
}

/** A row or two come into sight at a time: whole screens of them in one frame would make the frame late. */
const calmScroll = { acceleration: 2, interval: 16 };

/** Rows lie one below the other: which one is beneath the pointer is told by its height, and nothing need be told of it. */
const noCollisions = () => [];

/** What the library would say is English, and said better by our own line. */
const silence = {
	announcements: {
		onDragStart: () => undefined,
		onDragOver: () => undefined,
		onDragEnd: () => undefined,
		onDragCancel: () => undefined,
	},
	screenReaderInstructions: { draggable: "" },
};

function GridPlace({
	place,
	grasped,
	onGrasp,
	held,
	...props
}: GridProps & {
	place: RefObject<HTMLDivElement | null>;
	grasped: Grasped | null;
	onGrasp: (grasped: Grasped) => void;
	held: Held;
}) {
	const { rows, timeline, view, scale, labels, canEdit } = props;
	const say = useTimelineWords();
	const { setTimelineRef } = useTimelineContext();
	const setPlace = useCallback(
		(element: HTMLDivElement | null) => {
			place.current = element;
			setTimelineRef(element);
		},
		[place, setTimelineRef],
	);
	const grasp = useRef<PointerEventHandler | null>(null);
	const keys = useGridKeys({ ...props, place });
	const { picked, current } = keys;
	const filled = useDeferredValue(Number.POSITIVE_INFINITY, rowsAtOnce);
	const { routing, duties: layers } = timeline.rota;
	const duties = useMemo(
		() => dutiesInOrder({ routing, duties: layers }),
		[routing, layers],
	);
	const onPointerDown = (event: PointerEvent) => {
		const found = canEdit ? barUnder(event, rows) : null;
		const grid = place.current?.getBoundingClientRect();
		if (!found || !grid || event.button !== 0) return;
		const { top, width, height } = found.element.getBoundingClientRect();
		const length = view.to.toMillis() - view.from.toMillis();
		const x = event.clientX - grid.left - sidebarPixels;
		flushSync(() =>
			onGrasp({
				piece: found.piece,
				row: found.row.id,
				at: view.from.toMillis() + (x / (grid.width - sidebarPixels)) * length,
				x: event.clientX - grid.left,
				y: event.clientY - grid.top,
				top: top - grid.top,
				width,
				height,
			}),
		);
		grasp.current?.(event);
	};
	return (
		<>
			<div className={styles.scroller} data-editable={canEdit || undefined}>
				<div
					ref={setPlace}
					role="grid"
					tabIndex={-1}
					aria-label={say("grid", {
						from: labels.day(view.from.toMillis()),
						to: labels.day(view.to.toMillis() - 1),
					})}
					className={styles.grid}
					onPointerDown={onPointerDown}
					onPointerMove={(event) =>
						showWhatCanBeDone(event, canEdit, labels, rows)
					}
					onClick={(event) => {
						const found = barUnder(event, rows);
						if (found) props.open(found.piece);
					}}
					onFocus={keys.onFocus}
					onKeyDown={keys.onKeyDown}
				>
					<div className={styles.field} aria-hidden>
						<GridBack timeline={timeline} view={view} scale={scale} />
						<NowLine view={view} now={props.now} />
					</div>
					<GridHead {...props} />
					{rows.map((row, index) => (
						<GridRow
							key={row.id}
							row={row}
							isFilled={index < filled}
							view={view}
							labels={labels}
							duties={duties}
							current={has(row, current) ? current : null}
							picked={
								has(row, picked?.piece.id) ? (picked?.piece.id ?? null) : null
							}
						/>
					))}
					<OverRow held={held} picked={picked} place={place} />
					<Preview
						held={held}
						picked={picked}
						place={place}
						timeline={timeline}
						view={view}
					/>
					{grasped ? (
						<div aria-hidden>
							<Mover grasped={grasped} grasp={grasp} />
						</div>
					) : null}
				</div>
			</div>
			<GestureLine
				held={held}
				picked={picked}
				labels={labels}
				timeline={timeline}
			/>
		</>
	);
}

function NowLine({ view, now }: { view: TimeSpan; now: number }) {
	const place = placeIn(view, now);
	if (place < 0 || place > 100) return null;
	return <div className={styles.now} style={{ left: `${place}%` }} />;
}

function has(row: Row, id: string | null | undefined): boolean {
	return !!id && row.bars.some(({ piece }) => piece.id === id);
}

/** The bar beneath a pointer, with its piece and row. */
function barUnder(
	{ target }: { target: EventTarget },
	rows: readonly Row[],
): { element: Element; piece: Piece; row: Row } | null {
	const element = (target as Element).closest("[data-bar]");
	const id = element?.getAttribute("data-bar");
	for (const row of rows)
		for (const { piece } of row.bars)
			if (element && piece.id === id) return { element, piece, row };
	return null;
}

/** The pointer says that an end can be dragged, and a bar too narrow for words says what it is. */
function showWhatCanBeDone(
	event: PointerEvent,
	canEdit: boolean,
	labels: Labels,
	rows: readonly Row[],
): void {
	const bar = (event.target as Element).closest<HTMLElement>("[data-bar]");
	if (!bar || event.buttons > 0) return;
	bar.style.cursor =
		canEdit && edgeUnder(bar, event.clientX) ? "col-resize" : "";
	if (bar.title) return;
	const found = barUnder(event, rows);
	if (found) bar.title = labels.bar({ piece: found.piece, isChanged: false });
}
