import { Anchor, NativeSelect, Skeleton, Text, Title } from "@mantine/core";
import { useId, useState } from "react";
import { Link } from "wouter";
import type { RotaVersionView } from "../../web/api/rota-shapes.ts";
import type { Ticket } from "../../web/api/shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { useRotaVersions } from "../rota/rota-queries.ts";
import { useSignedIn } from "../session.tsx";
import { briefTime, when } from "../times.ts";
import { useWouldHave } from "./ticket-queries.ts";
import { useTicketWords } from "./ticket-words.ts";
import styles from "./why.module.css";
import { WouldHaveAnswer } from "./would-have-answer.tsx";

/** Why the call rang whom it rang, by which version of the rota, and what another one would have made of it. */
export function Why({ ticket }: { ticket: Ticket }) {
	const say = useTicketWords();
	const { language } = useLanguage();
	const { may } = useSignedIn();
	const title = useId();
	const [chosen, choose] = useState<string | null>(null);
	const call =
		ticket.calls.find(({ sid }) => sid === chosen) ?? ticket.calls[0];
	if (!call) return null;
	return (
		<section aria-labelledby={title}>
			<Title order={2} id={title} mb="xs">
				{say("why.title")}
			</Title>
			{ticket.calls.length > 1 ? (
				<WhichCall ticket={ticket} value={call.sid} onChange={choose} />
			) : null}
			<Text className={styles.reason ?? ""}>{call.because[language]}</Text>
			{call.rotaVersion === null ? (
				<Text c="dimmed">{say("why.noVersion")}</Text>
			) : (
				<Text c="dimmed">
					{say("why.routedBy")}{" "}
					<Anchor
						component={Link}
						underline="always"
						href={`/rota/${ticket.line}/versions?version=${call.rotaVersion}`}
					>
						{say("why.version", { version: call.rotaVersion })}
					</Anchor>
				</Text>
			)}
			{may.includes("ask what would happen") ? (
				<OtherVersion key={call.sid} ticket={ticket} call={call} />
			) : null}
		</section>
	);
}

function WhichCall({
	ticket,
	value,
	onChange,
}: {
	ticket: Ticket;
	value: string;
	onChange(sid: string): void;
}) {
	const say = useTicketWords();
	const now = useNow();
	const reader = useReader(ticket.line);
	return (
		<NativeSelect
			label={say("why.whichCall")}
			className={styles.choice ?? ""}
			value={value}
			onChange={(event) => onChange(event.currentTarget.value)}
			data={ticket.calls.map(({ sid, arrivedAt }) => ({
				value: sid,
				label: when(new Date(arrivedAt), now, reader),
			}))}
		/>
	);
}

function OtherVersion({
	ticket,
	call,
}: {
	ticket: Ticket;
	call: Ticket["calls"][number];
}) {
	const say = useTicketWords();
	const versions = useRotaVersions(ticket.line);
	const [version, choose] = useState<number | null>(null);
	const asked = useWouldHave(ticket.number, call.sid, version);
	const optionText = useOptionText(ticket, call.rotaVersion);
	const list = versions.data?.versions ?? [];
	return (
		<div
			className={styles.other}
			data-asked={version === null ? undefined : ""}
		>
			<NativeSelect
				label={say("why.ask")}
				className={styles.choice ?? ""}
				value={version ?? ""}
				onChange={(event) => choose(Number(event.currentTarget.value) || null)}
				data={[
					{ value: "", label: say("why.choose") },
					...list.map((each, index) => ({
						value: String(each.version),
						label: optionText(each, index === 0),
					})),
				]}
			/>
			<div role="status">
				{asked.isFetching && !asked.data ? (
					<Skeleton height={160} mt="md" aria-label={say("why.asking")} />
				) : null}
				{asked.data ? <WouldHaveAnswer told={asked.data} /> : null}
			</div>
			{asked.error ? <Text role="alert">{asked.error.message}</Text> : null}
		</div>
	);
}

function useOptionText(ticket: Ticket, own: number | null) {
	const say = useTicketWords();
	const now = useNow();
	const reader = useReader(ticket.line);
	return (
		{ version, publishedAt, publishedBy, note }: RotaVersionView,
		isCurrent: boolean,
	): string => {
		const told = {
			version,
			when: briefTime(new Date(publishedAt), now, reader),
			name: publishedBy,
		};
		const option = note
			? say("why.optionNote", { ...told, note })
			: say("why.option", told);
		if (isCurrent) return say("why.current", { option });
		return version === own ? `${option} (${say("why.same")})` : option;
	};
}
