import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import type { AbsenceView } from "../../../web/api/swap-shapes.ts";
import { AskOnce } from "../../ask-once.tsx";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { useSignedIn } from "../../session.tsx";
import { useDesk } from "../desk.tsx";
import { DutyName } from "../gate/changes-table.tsx";
import { dayText, spanText } from "../spans.ts";
import { type Hit, useAskToTake, useRemoveAbsence } from "./absence-queries.ts";
import { useAbsenceWords } from "./absence-words.ts";
import styles from "./absences.module.css";

/** One absence: who, when and why, and the shifts that it falls upon. */
export function AbsenceEntry({ absence }: { absence: AbsenceView }) {
	const say = useAbsenceWords();
	const { may } = useSignedIn();
	const days = useDays(absence);
	const { person, kind, note, hits } = absence;
	const mayKeep = absence.mine || may.includes("keep everybody's absences");
	return (
		<>
			<div className={styles.head}>
				<div>
					<b>{person.name}</b> · {days} · {say(`kind.${kind}`)}
					{note ? <span className={styles.note}> · “{note}”</span> : null}
				</div>
				{mayKeep ? <Remove absence={absence} days={days} /> : null}
			</div>
			{hits.length > 0 ? (
				<div className={styles.hits}>
					<div className={styles.look}>
						<IconAlertTriangle size={18} aria-hidden />
						{say("hits")}
					</div>
					<ul>
						{hits.map((hit) => (
							<li key={hit.duty + hit.start}>
								<OneHit absence={absence} hit={hit} />
							</li>
						))}
					</ul>
				</div>
			) : null}
		</>
	);
}

/** "Tue 10 Mar 12:00 – Wed 11 Mar": times only where there are any, one day as one. */
function useDays({ from, to, fromTime, toTime }: AbsenceView): string {
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone: "UTC" };
	const at = { fi: " klo ", sv: " kl. ", en: " " }[language];
	const clock = (time: string | undefined) =>
		time === undefined
			? ""
			: at +
				(language === "fi" ? time.replace(/^0/, "").replace(":", ".") : time);
	const day = (date: string) => dayText(new Date(date), now, reader);
	const first = day(from) + clock(fromTime);
	if (from === to && fromTime === undefined && toTime === undefined)
		return first;
	return `${first} – ${day(to)}${clock(toTime)}`;
}

function OneHit({ absence, hit }: { absence: AbsenceView; hit: Hit }) {
	const say = useAbsenceWords();
	const { language } = useLanguage();
	const now = useNow();
	const { may } = useSignedIn();
	const { zone } = useDesk().published.rota;
	const names = useCandidateNames(hit);
	return (
		<>
			<div>
				{spanText(new Date(hit.start), new Date(hit.end), now, {
					language,
					zone,
				})}{" "}
				· <DutyName duty={hit.duty} />
			</div>
			<Text size="sm" c="dimmed">
				{names.length === 0
					? say("nobody")
					: say("could", { names: names.join(", ") })}
			</Text>
			{names.length > 0 && may.includes("settle swaps") ? (
				<AskToTake absence={absence} hit={hit} />
			) : null}
		</>
	);
}

function useCandidateNames({ couldTake }: Hit): string[] {
	const say = useAbsenceWords();
	return couldTake.map(({ name, fit }) =>
		fit === "fit" ? name : say("tired", { name }),
	);
}

function AskToTake({ absence, hit }: { absence: AbsenceView; hit: Hit }) {
	const say = useAbsenceWords();
	const names = useCandidateNames(hit);
	const [chosen, choose] = useState(hit.couldTake[0]?.person ?? "");
	const asking = useAskToTake(absence, hit);
	if (asking.data)
		return (
			<Text role="status">
				{say("asked", { name: asking.data.asked?.name ?? "" })}
			</Text>
		);
	return (
		<>
			<Group gap="xs" mt={4}>
				<NativeSelect
					aria-label={say("askWhom")}
					value={chosen}
					onChange={(event) => choose(event.currentTarget.value)}
					data={hit.couldTake.map(({ person }, index) => ({
						value: person,
						label: names[index] ?? person,
					}))}
				/>
				<Button
					variant="default"
					loading={asking.isPending}
					onClick={() => asking.mutate(chosen)}
				>
					{say("ask")}
				</Button>
			</Group>
			<Refused error={asking.error} />
		</>
	);
}

/** Asks once, naming what goes. */
function Remove({ absence, days }: { absence: AbsenceView; days: string }) {
	const say = useAbsenceWords();
	const [isAsking, setAsking] = useState(false);
	const removing = useRemoveAbsence(absence.id);
	const { name } = absence.person;
	return (
		<>
			<Button
				variant="default"
				aria-label={say("removeLabel", { name, span: days })}
				onClick={() => setAsking(true)}
			>
				{say("remove")}
			</Button>
			{isAsking ? (
				<AskOnce
					title={say("removeAsk")}
					yes={say("removeYes")}
					doing={removing}
					act={() => removing.mutate()}
					close={() => setAsking(false)}
				>
					{say("removeSays", { name, span: days })}
				</AskOnce>
			) : null}
		</>
	);
}
