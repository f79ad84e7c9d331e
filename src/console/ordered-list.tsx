import {
	DndContext,
	type DragEndEvent,
	PointerSensor,
	useDraggable,
	useDroppable,
	useSensor,
	useSensors,
} from "@dnd-kit/core";
import { ActionIcon, VisuallyHidden } from "@mantine/core";
import {
	IconArrowDown,
	IconArrowUp,
	IconGripVertical,
	IconX,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./ordered-list.module.css";

interface Item {
	/** Stays with the item wherever it moves. */
	readonly key: string;
	readonly name: string;
	readonly content: ReactNode;
}

/** How the buttons are called, and where an item has come. */
export interface OrderWords {
	up(name: string): string;
	down(name: string): string;
	remove(name: string): string;
	movedTo(item: {
		readonly name: string;
		readonly place: number;
		readonly count: number;
	}): string;
}

/** A list whose order means something: dragged by its grips, or moved by buttons, which say where an item has come. */
export function OrderedList({
	label,
	items,
	words,
	canMove = true,
	isQuiet = false,
	onMove,
	onRemove,
}: {
	label: string;
	/** Of sentences to read: the tools are seen when they are wanted. */
	isQuiet?: boolean;
	items: readonly Item[];
	words: OrderWords;
	canMove?: boolean;
	onMove: (from: number, to: number) => void;
	onRemove?: (index: number) => void;
}) {
	const [moved, setMoved] = useState("");
	// A press that does not move is no drag.
	const sensors = useSensors(
		useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
	);
	const list = useRef<HTMLOListElement>(null);
	const followed = useRef<{ place: number; tool: string } | null>(null);
	useEffect(() => {
		if (!followed.current) return;
		const { place, tool } = followed.current;
		followed.current = null;
		list.current?.children[place]
			?.querySelector<HTMLElement>(`:scope > * > * > [data-tool=${tool}]`)
			?.focus();
	});
	const move = (from: number, to: number) => {
		const item = items[from];
		if (!item || from === to || to < 0 || to >= items.length) return;
		onMove(from, to);
		setMoved(
			words.movedTo({ name: item.name, place: to + 1, count: items.length }),
		);
	};
	/** The focus goes with the item, so that the same key moves it on. */
	const step = (from: number, to: number, tool: string) => {
		if (to >= 0 && to < items.length) followed.current = { place: to, tool };
		move(from, to);
	};
	const dropped = ({ active, over }: DragEndEvent) => {
		const place = (key: unknown) => items.findIndex((item) => item.key === key);
		if (over) move(place(active.id), place(over.id));
	};
	return (
		<DndContext sensors={sensors} onDragEnd={dropped} accessibility={silent}>
			<ol
				ref={list}
				className={styles.list}
				data-quiet={isQuiet || undefined}
				aria-label={label}
			>
				{items.map((item, index) => (
					<Row
						key={item.key}
						item={item}
						words={words}
						canMove={canMove && items.length > 1}
						isFirst={index === 0}
						isLast={index === items.length - 1}
						onUp={() => step(index, index - 1, "up")}
						onDown={() => step(index, index + 1, "down")}
						onRemove={onRemove ? () => onRemove(index) : undefined}
					/>
				))}
			</ol>
			<VisuallyHidden role="status">{moved}</VisuallyHidden>
		</DndContext>
	);
}

/** The buttons tell where an item went, in the page's language; the library would tell it in English. */
const silent = {
	announcements: {
		onDragStart: () => undefined,
		onDragOver: () => undefined,
		onDragEnd: () => undefined,
		onDragCancel: () => undefined,
	},
};

function Row({
	item: { key, name, content },
	words,
	canMove,
	isFirst,
	isLast,
	onUp,
	onDown,
	onRemove,
}: {
	item: Item;
	words: OrderWords;
	canMove: boolean;
	isFirst: boolean;
	isLast: boolean;
	onUp: () => void;
	onDown: () => void;
	onRemove: (() => void) | undefined;
}) {
	const drag = useDraggable({ id: key });
	const drop = useDroppable({ id: key });
	const { transform } = drag;
	return (
		<li
			ref={drop.setNodeRef}
			className={styles.row}
			data-over={(drop.isOver && !drag.isDragging) || undefined}
		>
			<div
				ref={drag.setNodeRef}
				className={styles.item}
				data-dragging={drag.isDragging || undefined}
				style={transform ? { translate: `0 ${transform.y}px` } : {}}
			>
				{canMove ? (
					<span
						{...drag.listeners}
						className={styles.grip}
						data-grip={name}
						aria-hidden
					>
						<IconGripVertical size={18} />
					</span>
				) : null}
				<div className={styles.content}>{content}</div>
				<span className={styles.tools}>
					{canMove ? (
						<>
							<Tool
								name="up"
								label={words.up(name)}
								isIdle={isFirst}
								act={onUp}
							>
								<IconArrowUp size={18} />
							</Tool>
							<Tool
								name="down"
								label={words.down(name)}
								isIdle={isLast}
								act={onDown}
							>
								<IconArrowDown size={18} />
							</Tool>
						</>
					) : null}
					{onRemove ? (
						<Tool
							name="remove"
							label={words.remove(name)}
							isIdle={false}
							act={onRemove}
						>
							<IconX size={18} />
						</Tool>
					) : null}
				</span>
			</div>
		</li>
	);
}

/** At the end of the list it does nothing, but keeps the focus of whoever moves an item there. */
function Tool({
	name,
	label,
	isIdle,
	act,
	children,
}: {
	name: string;
	label: string;
	isIdle: boolean;
	act: () => void;
	children: ReactNode;
}) {
	return (
		<ActionIcon
			variant="subtle"
			color="gray"
			size={32}
			data-tool={name}
			aria-label={label}
			title={label}
			aria-disabled={isIdle}
			{...(isIdle && { "data-disabled": true })}
			onClick={() => {
				if (!isIdle) act();
			}}
		>
			{children}
		</ActionIcon>
	);
}
