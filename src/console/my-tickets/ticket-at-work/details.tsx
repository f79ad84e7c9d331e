import { Button, Text, Title } from "@mantine/core";
import { IconMap2 } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useFileSource } from "../../ticket/files/use-file-source.ts";
import { TicketFiles } from "../../ticket/files.tsx";
import { fullTime, stopwatch, when } from "../../times.ts";
import type { Reader } from "../../wall-clock.ts";
import type { Access } from "../my-ticket-queries.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import { mapAddress, useAbout } from "../what-it-is.ts";
import styles from "./ticket-at-work.module.css";

interface Shown {
	readonly ticket: MyTicket;
	readonly reader: Reader;
	readonly access: Access;
}

/** Where, who, what was said, what others wrote, and what happened there before. */
export function Details({
	withFiles,
	...shown
}: Shown & {
	/** An open form may show them itself. */
	readonly withFiles: boolean;
}) {
	const say = useMyTicketWords();
	const { language } = useLanguage();
	const { ticket, reader, access } = shown;
	const { subject, summary } = ticket;
	return (
		<>
			<Place {...shown} />
			<Tenant {...shown} />
			<VoiceMessages {...shown} />
			<Notes {...shown} />
			{withFiles ? (
				<div className={styles.section}>
					<TicketFiles
						number={ticket.number}
						files={ticket.files}
						headers={access}
						mayAdd={ticket.can.includes("note")}
						mayRemove={() => false}
						isLarge
					/>
				</div>
			) : null}
			<Earlier {...shown} />
			<Text size="sm" c="dimmed" className={styles.section ?? ""}>
				{[
					say("facts.number", { number: ticket.number }),
					summary && subject ? subject[language] : null,
					say("facts.opened", {
						when: fullTime(new Date(ticket.openedAt), reader),
					}),
					ticket.line.name[language],
				]
					.filter(Boolean)
					.join(" · ")}
			</Text>
		</>
	);
}

function Section({ title, children }: { title: string; children: ReactNode }) {
	const id = useId();
	return (
		<section aria-labelledby={id} className={styles.section}>
			<Title order={2} id={id}>
				{title}
			</Title>
			{children}
		</section>
	);
}

function Place({ ticket: { place } }: Shown) {
	const say = useMyTicketWords();
	const map = mapAddress(place, navigator.userAgent);
	return (
		<Section title={say("place.title")}>
			{place ? (
				<Text>
					{place.words}
					{place.address.includes(", ")
						? `, ${place.address.slice(place.address.indexOf(", ") + 2)}`
						: ""}
				</Text>
			) : (
				<Text>{say("place.unknown")}</Text>
			)}
			{map === null ? null : (
				<Button
					component="a"
					href={map}
					target="_blank"
					rel="noopener noreferrer"
					variant="default"
					className={styles.big ?? ""}
					leftSection={<IconMap2 size={20} aria-hidden />}
				>
					{say("place.map")}
				</Button>
			)}
		</Section>
	);
}

function Tenant({ ticket: { tenant, tenantCall } }: Shown) {
	const say = useMyTicketWords();
	const speaks = say("tenant.speaks", {
		language: say(`tenant.languages.${tenant.language}`),
	});
	return (
		<Section title={say("tenant.title")}>
			<Text>
				{tenant.name ?? say("tenant.unknown")} · {speaks}
			</Text>
			<Text size="sm" c="dimmed">
				{say(tenantCall.isPossible ? "call.how" : "call.impossible")}
			</Text>
		</Section>
	);
}

function VoiceMessages({ ticket: { recordings }, reader, access }: Shown) {
	const say = useMyTicketWords();
	if (recordings.length === 0) return null;
	return (
		<Section title={say("voice.title")}>
			{recordings.map((recording) => (
				<VoiceMessage
					key={recording.sid}
					recording={recording}
					reader={reader}
					access={access}
				/>
			))}
		</Section>
	);
}

function VoiceMessage({
	recording: { at, seconds, url },
	reader,
	access,
}: {
	recording: MyTicket["recordings"][number];
	reader: Reader;
	access: Access;
}) {
	const say = useMyTicketWords();
	const now = useNow();
	const source = useFileSource(url, access);
	const values = { when: when(new Date(at), now, reader) };
	return (
		<div>
			<Text>
				{seconds === null
					? values.when
					: say("voice.message", { ...values, duration: stopwatch(seconds) })}
			</Text>
			{source ? (
				// biome-ignore lint/a11y/useMediaCaption: nobody has written down what the caller said
				<audio
					controls
					preload="metadata"
					src={source}
					aria-label={say("voice.label", values)}
					className={styles.player}
				/>
			) : (
				<Text c="dimmed">{say("voice.wait")}</Text>
			)}
		</div>
	);
}

function Notes({ ticket: { notes }, reader }: Shown) {
	const say = useMyTicketWords();
	const now = useNow();
	if (notes.length === 0) return null;
	return (
		<Section title={say("notes.title")}>
			<ul className={styles.list}>
				{notes.map(({ id, body, by, at }) => (
					<li key={id}>
						<Text className={styles.note ?? ""}>{body}</Text>
						<Text size="sm" c="dimmed">
							{say("notes.by", {
								name: by,
								when: when(new Date(at), now, reader),
							})}
						</Text>
					</li>
				))}
			</ul>
		</Section>
	);
}

function Earlier({ ticket: { earlier }, reader }: Shown) {
	const say = useMyTicketWords();
	const about = useAbout();
	const now = useNow();
	return (
		<Section title={say("earlier.title")}>
			{earlier.length === 0 ? (
				<Text c="dimmed">{say("earlier.none")}</Text>
			) : (
				<ul className={styles.list}>
					{earlier.map((one) => (
						<li key={one.number}>
							<Text>{about(one, reader)}</Text>
							<Text size="sm" c="dimmed">
								{[
									when(new Date(one.openedAt), now, reader),
									say(`status.${one.status}`),
								].join(" · ")}
							</Text>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
