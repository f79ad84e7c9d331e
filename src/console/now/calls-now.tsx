import { Title } from "@mantine/core";
import type { TFunction } from "i18next";
import { Link } from "wouter";
import type { CallInProgress } from "../../web/api/shapes.ts";
import { useCallerName } from "../caller.tsx";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { Initials } from "../person.tsx";
import { useCalls } from "../queries.ts";
import { stopwatch } from "../times.ts";
import styles from "./calls-now.module.css";

/** Calls in progress; one row's place is kept free, so that a call's coming moves nothing. */
export function CallsNow() {
	const { t } = useLanguage();
	const calls = useCalls().data?.calls ?? [];
	return (
		<section aria-labelledby="calls-now">
			<Title order={2} id="calls-now">
				{t("calls.title")}
			</Title>
			<div className={styles.place} aria-live="polite">
				{calls.length === 0 ? (
					<p className={styles.none}>{t("calls.none")}</p>
				) : (
					<ul className={styles.list}>
						{calls.map((call) => (
							<Call key={call.ticket} call={call} />
						))}
					</ul>
				)}
			</div>
		</section>
	);
}

function Call({ call }: { call: CallInProgress }) {
	const { t } = useLanguage();
	const callerName = useCallerName();
	const now = useNow("second");
	const people = call.talkingTo ? [call.talkingTo] : call.ringing;
	const since = people[0]?.since ?? call.startedAt;
	const seconds = (now.getTime() - new Date(since).getTime()) / 1000;
	return (
		<li className={styles.call} data-talking={call.talkingTo !== null}>
			<span className={styles.faces}>
				{people.map(({ person, name }) => (
					<Initials key={person} id={person} name={name} />
				))}
			</span>
			<span className={styles.words}>
				<span className={styles.state}>{stateOf(call, t)}</span>
				<span className={styles.caller}>
					<Link href={`/tickets/${call.ticket}`} className={styles.link}>
						{callerName(call.caller)}
					</Link>
				</span>
			</span>
			{/* Told once by the words beside it; a screen reader need not hear every second. */}
			<span className={styles.time} aria-hidden>
				{stopwatch(seconds)}
			</span>
		</li>
	);
}

function stateOf(call: CallInProgress, t: TFunction): string {
	if (call.talkingTo) return t("calls.talking", { name: call.talkingTo.name });
	if (call.ringing.length > 0)
		return t("calls.ringing", {
			names: listed(
				call.ringing.map(({ name }) => name),
				t,
			),
		});
	return t(`calls.${call.wasRung ? "message" : "greeting"}`);
}

function listed(names: readonly string[], t: TFunction): string {
	const last = names.at(-1) ?? "";
	if (names.length < 2) return last;
	return t("calls.and", { first: names.slice(0, -1).join(", "), last });
}
