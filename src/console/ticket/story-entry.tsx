import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Ticket } from "../../web/api/shapes.ts";
import { useCallerName } from "../caller.tsx";
import { useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { stopwatch } from "../times.ts";
import { BeforeAndAfter } from "./before-and-after.tsx";
import { MessageBody } from "./message-body.tsx";
import styles from "./story.module.css";
import {
	type Deed,
	isByItself,
	type Ring,
	type StoryEntry,
} from "./story-entries.ts";
import { useTicketWords } from "./ticket-words.ts";

/** What happened, in a few words. */
export function useEntryTitle(entry: StoryEntry, ticket: Ticket): ReactNode {
	const say = useTicketWords();
	const callerName = useCallerName();
	const { t } = useLanguage();
	switch (entry.kind) {
		case "arrived":
			return (
				<>
					{say(entry.isFirst ? "story.arrived" : "story.arrivedAgain")}{" "}
					<span className={styles.second}>
						{say("story.arrivedFrom", {
							caller: callerName(entry.call.caller),
						})}
					</span>
				</>
			);
		case "ring":
			return entry.ring.name;
		case "left":
			return entry.seconds === null
				? say("story.leftPlain")
				: say("story.left", { duration: stopwatch(entry.seconds) });
		case "ended":
			return say("story.ended");
		case "deed":
			// Many fields at once make a long sentence.
			return entry.deed.action === "ticket-changed" ? (
				<span className={styles.change}>{entry.deed.says}</span>
			) : (
				entry.deed.says
			);
		case "note":
			return say("story.noteBy", { name: entry.note.by });
		case "file":
			return say("story.fileBy", {
				name: entry.file.by,
				file: entry.file.name,
			});
		case "message": {
			const { channel, direction, sender, recipient, person } = entry.message;
			const other = direction === "out" ? recipient : sender;
			return say(`message.${channel}.${direction}`, {
				who:
					person ??
					(other === null ? t("tickets.withheld") : nameOf(other, ticket)),
			});
		}
	}
}

/** Whoever the number or address belongs to, as far as the ticket knows. */
function nameOf(address: string, { ringing, caller, tenant }: Ticket): string {
	const rung = ringing.find(({ phone }) => phone === address);
	if (rung) return rung.name;
	return address === caller && tenant ? tenant.name : readableNumber(address);
}

/** The rest of what is known about it. */
export function EntryBody({ entry }: { entry: StoryEntry }) {
	const say = useTicketWords();
	switch (entry.kind) {
		case "arrived":
			return entry.call.isRecovered ? (
				<Text size="sm">{say("story.recovered")}</Text>
			) : null;
		case "ring":
			return <RingBody ring={entry.ring} />;
		case "ended":
			return entry.call.talkSeconds === null ? null : (
				<Text size="sm">
					{say("story.talked", {
						duration: stopwatch(entry.call.talkSeconds),
					})}
				</Text>
			);
		case "deed":
			return <DeedBody deed={entry.deed} />;
		case "note":
			return <Text className={styles.written ?? ""}>{entry.note.body}</Text>;
		case "file":
			return <FileBody file={entry.file} />;
		case "message":
			return <MessageBody message={entry.message} />;
		default:
			return null;
	}
}

function RingBody({
	ring: { outcome, ringSeconds, step, whisperAt, pressed },
}: {
	ring: Ring;
}) {
	const say = useTicketWords();
	const words = [say(`ring.${outcome}`), say("story.step", { step: step + 1 })];
	if (ringSeconds !== null)
		words.push(say("story.rang", { seconds: Math.round(ringSeconds) }));
	return (
		<>
			<Text size="sm">{words.join(" · ")}</Text>
			{whisperAt ? (
				<Text size="sm" c="dimmed">
					{pressed === null
						? say("story.heardOnly")
						: pressed.key === null
							? say("story.heardSilence")
							: say("story.heard", { key: pressed.key })}
				</Text>
			) : null}
		</>
	);
}

function DeedBody({ deed }: { deed: Deed }) {
	const say = useTicketWords();
	return (
		<>
			{deed.reason && !isByItself(deed) && deed.reason !== tookTheCall ? (
				<Text size="sm">{say("story.reason", { reason: deed.reason })}</Text>
			) : null}
			<BeforeAndAfter deed={deed} />
		</>
	);
}

/** The reason that the line gives when somebody takes a call; its sentence has said so. */
const tookTheCall = "took the call";

function FileBody({
	file: { url, isImage, name },
}: {
	file: Extract<StoryEntry, { kind: "file" }>["file"];
}) {
	const say = useTicketWords();
	if (url === null)
		return (
			<Text size="sm" c="dimmed">
				{say("story.fileGone")}
			</Text>
		);
	return isImage ? (
		<a href={url} target="_blank" rel="noopener" className={styles.picture}>
			<img src={url} alt={name} loading="lazy" />
		</a>
	) : null;
}
