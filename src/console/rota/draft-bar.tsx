import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { AskOnce } from "../ask-once.tsx";
import { type Desk, useDesk } from "./desk.tsx";
import styles from "./draft-bar.module.css";
import { useRotaWords } from "./rota-words.ts";

/** Below every page of the rota while something is changed or can be taken back: whether it is saved, undo, and the way to the gate. */
export function DraftBar() {
	const say = useRotaWords();
	const desk = useDesk();
	const isAtGate = useLocation()[0].endsWith("/publish");
	useHotkeys([
		["mod+Z", () => desk.undo()],
		["mod+shift+Z", () => desk.redo()],
	]);
	if (!desk.canEdit) return null;
	const { isChanged, undoable, redoable, saving } = desk;
	const isIdle = !isChanged && undoable === null && redoable === null;
	if (isIdle && saving !== "elsewhere") return null;
	return (
		<section
			className={styles.bar}
			aria-label={say(isChanged ? "draft.changed" : "draft.same")}
		>
			<div className={styles.words}>
				<DraftWords desk={desk} />
			</div>
			<Group gap="xs" className={styles.tools ?? ""}>
				<Steps desk={desk} />
				{isChanged ? <GiveUp desk={desk} /> : null}
				{isChanged && !isAtGate ? (
					<Button component={Link} href={`/rota/${desk.line}/publish`}>
						{say("draft.publish")}
					</Button>
				) : null}
			</Group>
		</section>
	);
}

function DraftWords({ desk }: { desk: Desk }) {
	const say = useRotaWords();
	const client = useQueryClient();
	const { isChanged, saving, newer, published, others } = desk;
	if (saving === "elsewhere")
		return (
			<Text role="alert">
				{say("draft.elsewhere")}{" "}
				<Button
					variant="light"
					size="compact-md"
					onClick={() => {
						client.removeQueries({ queryKey: ["rota-draft"] });
						location.reload();
					}}
				>
					{say("draft.reload")}
				</Button>
			</Text>
		);
	return (
		<>
			<Text>
				{!isChanged
					? say("draft.same")
					: newer
						? say("draft.newer", {
								name: published.publishedBy,
								version: newer,
							})
						: say("draft.changed")}
			</Text>
			<Text size="sm" c="dimmed" aria-live="polite">
				{[
					...(isChanged || saving !== "saved" ? [say(`draft.${saving}`)] : []),
					...(others.length > 0
						? [say("draft.others", { names: others.join(", ") })]
						: []),
				].join(" · ")}
			</Text>
		</>
	);
}

function Steps({ desk: { undo, redo, undoable, redoable } }: { desk: Desk }) {
	const say = useRotaWords();
	const undoWords = undoable
		? say("draft.undoWhat", { what: undoable })
		: say("draft.undo");
	const redoWords = redoable
		? say("draft.redoWhat", { what: redoable })
		: say("draft.redo");
	return (
		<>
			<ActionIcon
				variant="subtle"
				size={40}
				disabled={undoable === null}
				aria-label={undoWords}
				title={undoWords}
				onClick={undo}
			>
				<IconArrowBackUp size={22} />
			</ActionIcon>
			<ActionIcon
				variant="subtle"
				size={40}
				disabled={redoable === null}
				aria-label={redoWords}
				title={redoWords}
				onClick={redo}
			>
				<IconArrowForwardUp size={22} />
			</ActionIcon>
		</>
	);
}

function GiveUp({ desk }: { desk: Desk }) {
	const say = useRotaWords();
	const [isOpen, { open, close }] = useDisclosure(false);
	return (
		<>
			<Button variant="default" onClick={open}>
				{say("draft.discard")}
			</Button>
			{isOpen ? (
				<AskOnce
					title={say("draft.discard")}
					yes={say("draft.discardYes")}
					no={say("draft.discardNo")}
					act={() => {
						close();
						void desk.restart();
					}}
					close={close}
				>
					{say("draft.discardAsk", { version: desk.basedOn })}
				</AskOnce>
			) : null}
		</>
	);
}
