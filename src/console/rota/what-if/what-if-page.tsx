import {
	Button,
	NativeSelect,
	Stack,
	Text,
	TextInput,
	Title,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useSearch } from "wouter";
import { callerOf } from "../../../domain/call/caller.ts";
import type { Language } from "../../../domain/language.ts";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import type { CallFacts } from "../../../web/api/what-if-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { useSignedIn } from "../../session.tsx";
import { useTitle } from "../../title.ts";
import { date } from "../../wall-clock.ts";
import { type Desk, useDesk } from "../desk.tsx";
import { asked } from "./asked.ts";
import { AskedTime } from "./asked-time.tsx";
import { KeepForm, ringsNow } from "./keep-form.tsx";
import { KeptWhatIfs } from "./kept-what-ifs.tsx";
import { Player } from "./player.tsx";
import { presetsOf } from "./presets.ts";
import { Steps } from "./steps.tsx";
import styles from "./what-if.module.css";
import { useCallFacts } from "./what-if-queries.ts";
import { useWhatIfWords } from "./what-if-words.ts";

/** Who would be rung then? Worked out in the browser, by what lies on the desk or by what is published. */
export default function WhatIfPage() {
	const say = useWhatIfWords();
	const { language } = useLanguage();
	const desk = useDesk();
	const now = useNow();
	const { zone } = desk.rota;
	const presets = useMemo(
		() => presetsOf(now, zone, desk.inputs.holidays, language, say),
		[now, zone, desk.inputs.holidays, language, say],
	);
	const linked = new URLSearchParams(useSearch()).get("at");
	const [chosenAt, setAt] = useState<RotaTime | null>(linked);
	const [caller, setCaller] = useState("");
	const [askedCaller] = useDebouncedValue(caller.trim(), 400);
	const [wantsPublished, setWantsPublished] = useState(false);
	const [takenBy, setTakenBy] = useState<string | null>(null);
	const [chooses, setChooses] = useState<Language | null>(null);
	const facts = useCallFacts(desk.line, askedCaller);
	const refuses = (time: RotaTime) =>
		whyNot(time, desk, (from, to) =>
			say("tooFar", {
				from: date(from, now, { language, zone }, "long"),
				to: date(to, now, { language, zone }, "long"),
			}),
		);
	const first = presets[0]?.at ?? "";
	const at = chosenAt && refuses(chosenAt) === null ? chosenAt : first;
	const rota =
		wantsPublished || !clockOf(zone) ? desk.published.rota : desk.rota;
	const data = facts.data;
	const told = useMemo(
		() =>
			data && at
				? asked({ rota, at, facts: data, desk, chooses, takenBy })
				: null,
		[rota, at, data, desk, chooses, takenBy],
	);
	useTitle(say("title"));
	const reader = { language, zone };
	return (
		<Stack gap="xl">
			<Title order={1} className={styles.headline ?? ""} aria-live="polite">
				{told ? told.firstLine[language] : say("title")}
			</Title>
			{facts.error ? (
				<Text role="alert">{say("trouble", { why: facts.error.message })}</Text>
			) : null}
			<section aria-label={say("ask")}>
				<Stack>
					<fieldset className={styles.presets}>
						<legend>{say("presets")}</legend>
						{presets.map((preset) => (
							<Button
								key={preset.label}
								variant={preset.at === at ? "light" : "default"}
								aria-pressed={preset.at === at}
								onClick={() => setAt(preset.at)}
							>
								{preset.label}
							</Button>
						))}
					</fieldset>
					<div className={styles.form}>
						<AskedTime
							at={at}
							reader={reader}
							refuses={refuses}
							onTake={setAt}
						/>
						<TextInput
							type="tel"
							label={say("caller")}
							description={say("callerHow")}
							inputWrapperOrder={["label", "input", "description", "error"]}
							maxLength={40}
							value={caller}
							onChange={(event) => setCaller(event.currentTarget.value)}
						/>
						{desk.isChanged ? (
							<NativeSelect
								label={say("rota")}
								value={wantsPublished ? "published" : "draft"}
								onChange={(event) =>
									setWantsPublished(event.currentTarget.value === "published")
								}
								data={[
									{ value: "draft", label: say("draft") },
									{ value: "published", label: say("published") },
								]}
							/>
						) : null}
					</div>
					{data ? <CallerKnown facts={data} written={askedCaller} /> : null}
				</Stack>
			</section>
			{told && data ? (
				<>
					<Steps told={told} />
					<Player
						told={told}
						takenBy={takenBy}
						onTakenBy={setTakenBy}
						menu={
							data.caller.language || data.caller.blocked
								? []
								: data.line.languages
						}
						chooses={chooses}
						onChooses={setChooses}
					/>
					<Keeping at={at} facts={data} desk={desk} told={told} />
					<KeptWhatIfs
						line={desk.line}
						onShow={(time, number) => {
							setAt(time);
							setCaller(number);
							window.scrollTo({ top: 0 });
						}}
						expectedNow={(kept) => {
							if (!kept.check) return null;
							const again = asked({
								rota: desk.published.rota,
								at: kept.check.at,
								facts: withCaller(data, kept.caller),
								desk,
								chooses: null,
								takenBy: null,
							});
							if (!again) return null;
							return kept.expects.kind === "office"
								? { kind: "office", open: again.office.open }
								: ringsNow(again.steps);
						}}
					/>
				</>
			) : null}
		</Stack>
	);
}

/** What is seen is what is kept, a draft's answer too: that one holds once the draft is published. */
function Keeping({
	at,
	facts,
	told,
	desk,
}: {
	at: RotaTime;
	facts: CallFacts;
	desk: Desk;
	told: NonNullable<ReturnType<typeof asked>>;
}) {
	const mayKeep = useSignedIn().may.includes("keep what-ifs");
	if (!mayKeep) return null;
	return (
		<KeepForm
			key={at}
			line={desk.line}
			at={at}
			caller={facts.caller.number}
			told={told}
		/>
	);
}

function CallerKnown({
	facts: { caller },
	written,
}: {
	facts: CallFacts;
	written: string;
}) {
	const say = useWhatIfWords();
	if (caller.blocked) return <Text>{say("callerBlocked")}</Text>;
	if (caller.language)
		return (
			<Text>
				{say("callerKnown", { language: say(`languages.${caller.language}`) })}
			</Text>
		);
	return written && callerOf(caller.number ?? "").kind === "withheld" ? (
		<Text>{say("callerOdd")}</Text>
	) : null;
}

function withCaller(facts: CallFacts, number: string | null): CallFacts {
	return number === facts.caller.number
		? facts
		: { ...facts, caller: { number, blocked: false, language: null } };
}

/** The desk knows the rota, its calendars and the holidays for about a year. */
function whyNot(
	time: RotaTime,
	{ timeline, rota }: Desk,
	tooFar: (from: Date, to: Date) => string,
): string | null {
	const millis = clockOf(rota.zone)?.read(time) ?? null;
	const [from, to] = [timeline.from.toMillis(), timeline.to.toMillis()];
	return millis === null || (millis >= from && millis < to)
		? null
		: tooFar(new Date(from), new Date(to - 1));
}
