import { ActionIcon, Button, Text, UnstyledButton } from "@mantine/core";
import { IconChevronRight, IconPencil, IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import {
	deepestSubject,
	isOffered,
	pathTo,
	siblingsOf,
} from "../../../domain/ticket/subjects.ts";
import type { Subject } from "../../../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { OrderedList } from "../../ordered-list.tsx";
import { Refused } from "../../refused.tsx";
import { useSettingsWords } from "../settings-words.ts";
import { UrgencySign } from "../urgency-sign.tsx";
import { moveWords, useOrder } from "../use-order.ts";
import styles from "./subjects.module.css";

interface Tree {
	readonly subjects: readonly Subject[];
	readonly showsRetired: boolean;
	/** Whose branches are seen. */
	readonly open: ReadonlySet<string>;
	setOpen(open: ReadonlySet<string>): void;
	add(parent: string): void;
	edit(subject: Subject): void;
}

/** The subjects, each with those below it, in an order that is dragged or moved by buttons. */
export function SubjectTree(tree: Tree) {
	const say = useSettingsWords();
	return (
		<div className={styles.tree}>
			<Branch parent={null} label={say("tree.list")} {...tree} />
		</div>
	);
}

function Branch({
	parent,
	label,
	...tree
}: { parent: string | null; label: string } & Tree) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const { all, move, error } = useOrder(
		"subjects",
		siblingsOf(tree.subjects, parent),
		parent,
	);
	const shown = all.filter(({ retired }) => tree.showsRetired || !retired);
	return (
		<>
			<OrderedList
				label={label}
				onMove={(from, to) => {
					const moved = shown[from];
					const there = shown[to];
					// Those that are not shown keep their places among the others.
					if (moved && there) move(moved.id, all.indexOf(there));
				}}
				words={moveWords(say)}
				items={shown.map((subject) => ({
					key: subject.id,
					name: subject.names[language],
					content: (
						<OneSubject
							subject={subject}
							isAlone={shown.length === 1}
							{...tree}
						/>
					),
				}))}
			/>
			<Refused error={error} />
		</>
	);
}

function OneSubject({
	subject,
	isAlone,
	...tree
}: { subject: Subject; isAlone: boolean } & Tree) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const below = useId();
	const { id, names, retired, urgency } = subject;
	const name = names[language];
	const isOpen = tree.open.has(id);
	const count = siblingsOf(tree.subjects, id).filter(
		(each) => tree.showsRetired || !each.retired,
	).length;
	const mayHaveMore =
		pathTo(tree.subjects, id).length < deepestSubject &&
		isOffered(tree.subjects, id);
	const toggle = () => {
		const open = new Set(tree.open);
		if (!open.delete(id)) open.add(id);
		tree.setOpen(open);
	};
	return (
		<>
			<div className={styles.subject} data-retired={retired || undefined}>
				{count > 0 ? (
					<UnstyledButton
						className={styles.name ?? ""}
						aria-expanded={isOpen}
						aria-controls={below}
						onClick={toggle}
					>
						<IconChevronRight size={16} aria-hidden className={styles.arrow} />
						<span>
							<span data-subject>{name}</span>{" "}
							<Text component="span" size="sm" c="dimmed">
								{say("tree.kinds", { count })}
							</Text>
						</span>
					</UnstyledButton>
				) : (
					<span className={styles.name} data-subject>
						{name}
					</span>
				)}
				{retired ? (
					<Text component="span" size="sm" c="dimmed">
						{say("tree.retired")}
					</Text>
				) : (
					<UrgencySign urgency={urgency} />
				)}
				<ActionIcon
					variant="subtle"
					color="gray"
					size={32}
					aria-label={say("tree.edit", { name })}
					title={say("tree.edit", { name })}
					onClick={() => tree.edit(subject)}
				>
					<IconPencil size={18} aria-hidden />
				</ActionIcon>
			</div>
			<div
				id={below}
				hidden={!isOpen || count === 0}
				className={styles.below}
				data-alone={isAlone || undefined}
			>
				{isOpen && count > 0 ? (
					<Branch parent={id} label={say("tree.below", { name })} {...tree} />
				) : null}
				{isOpen && mayHaveMore ? (
					<Button
						variant="subtle"
						size="compact-sm"
						leftSection={<IconPlus size={16} aria-hidden />}
						onClick={() => tree.add(id)}
					>
						{say("tree.addBelow", { name })}
					</Button>
				) : null}
			</div>
		</>
	);
}
