import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OwnSessions } from "../../web/api/account-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { when } from "../times.ts";
import styles from "./my-account.module.css";
import { useOwnSessions } from "./my-account-queries.ts";
import { useMyAccountWords } from "./my-account-words.ts";

type OwnSession = OwnSessions["sessions"][number];

/** Where one is signed in, this one first; every other can be ended. */
export function MySessions() {
	const say = useMyAccountWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const { data, error } = useOwnSessions();
	const ending = useMutation({
		mutationFn: (id: string | null) =>
			ask<OwnSessions>(
				`/api/account/sessions${id === null ? "" : `/${id}`}`,
				language,
				{ method: "DELETE" },
			),
		onSuccess: (left) => client.setQueryData(["account-sessions"], left),
	});
	const sessions = inOrder(data?.sessions ?? []);
	const hasOthers = sessions.some(({ isThisOne }) => !isThisOne);
	return (
		<section className={styles.section}>
			<Title order={2}>{say("sessions.title")}</Title>
			{data && !hasOthers ? <Text>{say("sessions.only")}</Text> : null}
			<ul className={styles.sessions}>
				{sessions.map((session) => (
					<SessionRow
						key={session.id}
						session={session}
						end={() => ending.mutate(session.id)}
					/>
				))}
			</ul>
			<Refused error={error ?? ending.error} />
			{hasOthers ? (
				<Button variant="default" onClick={() => ending.mutate(null)}>
					{say("sessions.endOthers")}
				</Button>
			) : null}
		</section>
	);
}

function inOrder(sessions: readonly OwnSession[]): OwnSession[] {
	return [...sessions].sort(
		(one, other) => Number(other.isThisOne) - Number(one.isThisOne),
	);
}

function SessionRow({ session, end }: { session: OwnSession; end(): void }) {
	const say = useMyAccountWords();
	const now = useNow();
	const reader = useReader();
	const browser = session.browser ?? say("sessions.unknown");
	const seen = when(new Date(session.lastSeenAt), now, reader);
	const details = [
		say(`sessions.by.${session.by}`),
		...(session.address
			? [say("sessions.from", { address: session.address })]
			: []),
	].join(", ");
	return (
		<li>
			<div className={styles.seen}>
				<Text>{browser}</Text>
				<Text size="sm" c="dimmed">
					{session.isThisOne
						? say("sessions.thisOne")
						: say("sessions.seen", { when: seen })}
					, {details}
				</Text>
			</div>
			{session.isThisOne ? null : (
				<Button
					variant="default"
					onClick={end}
					aria-label={say("sessions.endLabel", { browser })}
				>
					{say("sessions.end")}
				</Button>
			)}
		</li>
	);
}
