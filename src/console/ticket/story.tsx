import { Chip, Group, Text, Timeline, Title } from "@mantine/core";
import {
	IconBell,
	IconMail,
	IconMessage,
	IconMessageCircle,
	IconNote,
	IconPaperclip,
	IconPhoneEnd,
	IconPhoneIncoming,
	IconRecordMail,
} from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import type { Ticket } from "../../web/api/shapes.ts";
import type { TicketHistory } from "../../web/api/ticket-history-shapes.ts";
import { Initials } from "../person.tsx";
import { EntryTime } from "./entry-time.tsx";
import styles from "./story.module.css";
import {
	isByItself,
	type StoryEntry,
	type StoryPart,
	storyEntries,
	storyParts,
} from "./story-entries.ts";
import { EntryBody, useEntryTitle } from "./story-entry.tsx";
import { useTicketWords } from "./ticket-words.ts";
import { useCameLater } from "./use-came-later.ts";

/** The ticket from its first call to its end, whoever did what, in the order of time. */
export function Story({
	ticket,
	history,
}: {
	ticket: Ticket;
	history: TicketHistory | undefined;
}) {
	const say = useTicketWords();
	const title = useId();
	const [shown, show] = useState<readonly string[]>(storyParts);
	const entries = storyEntries(ticket, history);
	const cameLater = useCameLater(
		history ? entries.map(({ key }) => key) : null,
	);
	const isShown = ({ part }: StoryEntry) => shown.includes(part);
	return (
		<section aria-labelledby={title}>
			<div className={styles.head}>
				<Title order={2} id={title}>
					{say("story.title")}
				</Title>
				<PartChips shown={shown} onChange={show} />
			</div>
			<Timeline
				bulletSize={36}
				lineWidth={2}
				classNames={{ itemBullet: styles.bullet ?? "" }}
			>
				{entries.map((entry) => (
					<Timeline.Item
						key={entry.key}
						bullet={<Sign entry={entry} />}
						title={
							<EntryTitle
								entry={entry}
								ticket={ticket}
								isNew={cameLater(entry.key)}
							/>
						}
						// What is not chosen is printed all the same.
						data-left-out={isShown(entry) ? undefined : ""}
						className={styles.item ?? ""}
					>
						<EntryBody entry={entry} />
					</Timeline.Item>
				))}
			</Timeline>
			{entries.some(isShown) ? null : (
				<Text c="dimmed">{say("story.nothing")}</Text>
			)}
		</section>
	);
}

function PartChips({
	shown,
	onChange,
}: {
	shown: readonly string[];
	onChange(parts: string[]): void;
}) {
	const say = useTicketWords();
	return (
		<Chip.Group multiple value={[...shown]} onChange={onChange}>
			<Group
				gap="xs"
				role="group"
				aria-label={say("story.show")}
				className={styles.chips ?? ""}
			>
				{storyParts.map((part: StoryPart) => (
					<Chip key={part} value={part} variant="outline" size="sm">
						{say(`story.${part}`)}
					</Chip>
				))}
			</Group>
		</Chip.Group>
	);
}

function EntryTitle({
	entry,
	ticket,
	isNew,
}: {
	entry: StoryEntry;
	ticket: Ticket;
	isNew: boolean;
}) {
	const say = useTicketWords();
	const title = useEntryTitle(entry, ticket);
	return (
		<span className={styles.at}>
			<span>
				{title}
				{isNew ? (
					<span className={styles.new}>{say("story.newEntry")}</span>
				) : null}
			</span>
			<EntryTime at={entry.at} ticket={ticket} />
		</span>
	);
}

const size = 18;

function Sign({ entry }: { entry: StoryEntry }): ReactNode {
	switch (entry.kind) {
		case "arrived":
			return <IconPhoneIncoming size={size} aria-hidden />;
		case "ring":
			return <Initials id={entry.ring.person} name={entry.ring.name} />;
		case "left":
			return <IconRecordMail size={size} aria-hidden />;
		case "ended":
			return <IconPhoneEnd size={size} aria-hidden />;
		case "deed":
			return isByItself(entry.deed) ? (
				<IconBell size={size} aria-hidden />
			) : (
				<Initials id={entry.deed.actor} name={entry.deed.actor} />
			);
		case "note":
			return <IconNote size={size} aria-hidden />;
		case "file":
			return <IconPaperclip size={size} aria-hidden />;
		case "message":
			return entry.message.channel === "email" ? (
				<IconMail size={size} aria-hidden />
			) : entry.message.direction === "in" ? (
				<IconMessageCircle size={size} aria-hidden />
			) : (
				<IconMessage size={size} aria-hidden />
			);
	}
}
