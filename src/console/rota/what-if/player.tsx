import { Button, NativeSelect, Switch, Text, Title } from "@mantine/core";
import {
	IconPlayerPause,
	IconPlayerPlay,
	IconPlayerSkipForward,
} from "@tabler/icons-react";
import type { Language } from "../../../domain/language.ts";
import type { ScriptLine } from "../../../domain/what-if/script.ts";
import type { WhatIf } from "../../../domain/what-if/what-if.ts";
import { useLanguage } from "../../language.tsx";
import { stopwatch } from "../../times.ts";
import { type Playing, usePlaying } from "./playing.ts";
import styles from "./what-if.module.css";
import { useWhatIfWords } from "./what-if-words.ts";

/** The call as its tenant and its technicians would meet it: all of it at a glance, or played line by line. */
export function Player({
	told,
	takenBy,
	onTakenBy,
	menu,
	chooses,
	onChooses,
}: {
	told: WhatIf;
	takenBy: string | null;
	onTakenBy(person: string | null): void;
	/** The languages that the caller is offered; empty where nobody is asked. */
	menu: readonly Language[];
	chooses: Language | null;
	onChooses(language: Language | null): void;
}) {
	const say = useWhatIfWords();
	const playing = usePlaying(told.script);
	const people = told.steps.flatMap((step) => step.people);
	return (
		<section>
			<Title order={2} mb="xs">
				{say("play.title")}
			</Title>
			<div className={styles.tools}>
				<NativeSelect
					label={say("play.taken")}
					value={takenBy ?? ""}
					onChange={(event) => onTakenBy(event.currentTarget.value || null)}
					data={[
						{ value: "", label: say("play.nobody") },
						...people.map(({ id, name }) => ({ value: id, label: name })),
					]}
				/>
				{menu.length > 1 ? (
					<NativeSelect
						label={say("play.chooses")}
						value={chooses ?? ""}
						onChange={(event) =>
							onChooses((event.currentTarget.value || null) as Language | null)
						}
						data={[
							{ value: "", label: say("play.nothing") },
							...menu.map((language, index) => ({
								value: language,
								label: `${index + 1} – ${say(`languages.${language}`)}`,
							})),
						]}
					/>
				) : null}
				<Buttons playing={playing} />
			</div>
			<Lines script={told.script} playing={playing} />
			<Text size="sm" c="dimmed" mt="sm">
				{say("play.estimate")}
			</Text>
		</section>
	);
}

function Buttons({ playing }: { playing: Playing }) {
	const say = useWhatIfWords();
	return (
		<>
			<Button
				leftSection={
					playing.isPlaying ? (
						<IconPlayerPause size={18} aria-hidden />
					) : (
						<IconPlayerPlay size={18} aria-hidden />
					)
				}
				onClick={playing.isPlaying ? playing.pause : playing.play}
			>
				{say(playing.isPlaying ? "play.pause" : "play.start")}
			</Button>
			{playing.shown === null ? null : (
				<>
					<Button
						variant="default"
						leftSection={<IconPlayerSkipForward size={18} aria-hidden />}
						onClick={playing.skip}
					>
						{say("play.next")}
					</Button>
					<Button variant="default" onClick={playing.showAll}>
						{say("play.all")}
					</Button>
				</>
			)}
			{playing.canSpeak ? (
				<Switch
					label={say("play.speak")}
					checked={playing.speaks}
					onChange={(event) => playing.speak(event.currentTarget.checked)}
				/>
			) : (
				<Text size="sm" c="dimmed">
					{say("play.noVoice")}
				</Text>
			)}
		</>
	);
}

function Lines({
	script,
	playing: { shown, isPlaying },
}: {
	script: readonly ScriptLine[];
	playing: Playing;
}) {
	const say = useWhatIfWords();
	const visible = shown === null ? script : script.slice(0, shown + 1);
	return (
		<>
			<div className={styles.heads} aria-hidden>
				<span>{say("play.tenant")}</span>
				<span>{say("play.technician")}</span>
			</div>
			<ol
				className={styles.script}
				aria-label={say("play.title")}
				aria-live={isPlaying ? "polite" : "off"}
			>
				{visible.map((line, index) => (
					<Line
						// biome-ignore lint/suspicious/noArrayIndexKey: a script is never reordered
						key={index}
						line={line}
						isPlayed={shown !== null}
						isNow={isPlaying && index === shown}
					/>
				))}
			</ol>
		</>
	);
}

function Line({
	line: { who, kind, says, language: spoken, atSeconds },
	isPlayed,
	isNow,
}: {
	line: ScriptLine;
	isPlayed: boolean;
	isNow: boolean;
}) {
	const say = useWhatIfWords();
	const { language } = useLanguage();
	return (
		<li
			className={styles.line}
			data-side={who ? "technician" : "tenant"}
			data-speech={spoken && kind === "hears" ? "" : undefined}
			data-played={isPlayed ? "" : undefined}
			data-now={isNow ? "" : undefined}
		>
			<span className={styles.time}>{stopwatch(atSeconds)}</span>
			<div className={styles.words}>
				<span className={styles.whose}>{who?.name ?? say("play.tenant")}</span>
				<span lang={spoken ?? undefined}>
					{spoken ? `“${says[spoken]}”` : says[language]}
				</span>
			</div>
		</li>
	);
}
