import { Button, Drawer, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useLanguage } from "../../language.tsx";
import { Initials, NoInitials } from "../../person.tsx";
import { useDesk } from "../desk.tsx";
import type { Labels } from "./labels.ts";
import type { Piece } from "./pieces.ts";
import styles from "./shift-panel.module.css";
import { useTimelineWords } from "./timeline-words.ts";

/** What can be done to a piece from its panel. */
export interface PanelActs {
	readonly give: (piece: Piece) => void;
	readonly changeTimes: (piece: Piece) => void;
	readonly edit: (piece: Piece) => void;
	readonly remove: (piece: Piece) => void;
	readonly leaveToNobody: (piece: Piece) => void;
}

/** Beside the timeline: whose shift it is, because of what, and what can be done. */
export function ShiftPanel({
	piece,
	labels,
	acts,
	onClose,
}: {
	piece: Piece | null;
	labels: Labels;
	acts: PanelActs;
	onClose: () => void;
}) {
	const say = useTimelineWords();
	return (
		<Drawer
			opened={piece !== null}
			onClose={onClose}
			position="right"
			size="22rem"
			lockScroll={false}
			title={piece ? labels.duty(piece.duty) : ""}
			closeButtonProps={{ "aria-label": say("panel.close") }}
			transitionProps={{ duration: 0 }}
			overlayProps={{ backgroundOpacity: 0.2 }}
		>
			{piece ? (
				<Stack gap="md">
					<Facts piece={piece} labels={labels} />
					<Acts piece={piece} acts={acts} />
				</Stack>
			) : null}
		</Drawer>
	);
}

function Facts({ piece, labels }: { piece: Piece; labels: Labels }) {
	const { language } = useLanguage();
	const { person, start, end, because } = piece;
	return (
		<>
			<div className={styles.who}>
				{person === null ? (
					<NoInitials />
				) : (
					<Initials id={person} name={labels.person(person)} />
				)}
				<Title order={2}>{labels.person(person)}</Title>
			</div>
			<div className={styles.times}>
				<span>{labels.moment(start)}</span>
				<span>– {labels.moment(end)}</span>
				<span className={styles.length}>{labels.extent(piece)}</span>
			</div>
			<Text>{because.says[language]}</Text>
		</>
	);
}

function Acts({ piece, acts }: { piece: Piece; acts: PanelActs }) {
	const say = useTimelineWords();
	const { line, canEdit } = useDesk();
	if (!canEdit) return null;
	const isOverride = piece.override !== null;
	return (
		<Stack gap="xs">
			<Button onClick={() => acts.give(piece)}>{say("panel.give")}</Button>
			{isOverride ? (
				<>
					<Button variant="default" onClick={() => acts.edit(piece)}>
						{say("panel.edit")}
					</Button>
					<Button variant="default" onClick={() => acts.remove(piece)}>
						{say("panel.remove")}
					</Button>
				</>
			) : piece.person === null ? null : (
				<Button variant="default" onClick={() => acts.changeTimes(piece)}>
					{say("panel.times")}
				</Button>
			)}
			{piece.because.kind === "intended-gap" ? null : (
				<Button variant="default" onClick={() => acts.leaveToNobody(piece)}>
					{say("panel.gap")}
				</Button>
			)}
			{piece.because.kind === "rotation" ? (
				<Button component={Link} href={`/rota/${line}/plan`} variant="subtle">
					{say("panel.plan")}
				</Button>
			) : null}
		</Stack>
	);
}
