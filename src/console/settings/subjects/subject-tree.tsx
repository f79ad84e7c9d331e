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
import { useSaved } from "../use-saved.ts";
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
	const saving = useSaved();
	const all = siblingsOf(tree.subjects, parent);
	const shown = all.filter(({ retired }) => tree.showsRetired || !retired);
	const move = (from: number, to: number) => {
		const moved = shown[from];
		const there = shown[to];
		if (!moved || !there) return;
		const { id, revision } = moved;
		// Those that are not shown keep their places among the others.
		const place = all.indexOf(there);
		saving.mutate({
			method: "PUT",
			path: `subjects/${id}`,
			body: { revision, place },
		});
	};
	return (
		<>
			<OrderedList
				label={label}
				onMove={move}
				words={{
					up: (name) => say("tree.up", { name }),
					down: (name) => say("tree.down", { name }),
					remove: () => "",
					movedTo: (item) => say("tree.movedTo", item),
				}}
				items={shown.map((subject) => ({
					key: subject.id,
					name: subject.names[language],
					content: <OneSubject subject={subject} {...tree} />,
				}))}
			/>
			<Refused error={saving.error} />
		</>
	);
}

function OneSubject({ subject, ...tree }: { subject: Subject } & Tree) {
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
				{count > 0 || mayHaveMore ? (
					<UnstyledButton
						className={styles.name ?? ""}
						aria-expanded={isOpen}
						aria-controls={below}
						onClick={toggle}
					>
						<IconChevronRight size={16} aria-hidden className={styles.arrow} />
						<span data-subject>{name}</span>
						{count > 0 ? (
							<Text component="span" size="sm" c="dimmed">
								{say("tree.kinds", { count })}
							</Text>
						) : null}
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
			<div id={below} hidden={!isOpen} className={styles.below}>
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
