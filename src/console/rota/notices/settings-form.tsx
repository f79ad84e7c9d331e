import {
	Button,
	NativeSelect,
	NumberInput,
	Switch,
	Text,
	Textarea,
	TextInput,
	Title,
} from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { DutyNoticesView } from "../../../web/api/duty-notice-shapes.ts";
import { Refused } from "../../refused.tsx";
import { Said } from "../../said.tsx";
import { useSignedIn } from "../../session.tsx";
import { useSaveSettings } from "./notice-queries.ts";
import { useNoticeWords } from "./notice-words.ts";
import styles from "./notices.module.css";

type Settings = DutyNoticesView["settings"];

/** What the line tells; whoever may not change it sees it. */
export function SettingsForm({ notices }: { notices: DutyNoticesView }) {
	const say = useNoticeWords();
	const mayKeep = useSignedIn().may.includes("keep duty notices");
	const [settings, setSettings] = useState(notices.settings);
	const saving = useSaveSettings(notices.line);
	const change = (some: Partial<Settings>) => {
		setSettings({ ...settings, ...some });
		saving.reset();
	};
	return (
		<section className={styles.section}>
			<Title order={2}>{say("settings.title")}</Title>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					saving.mutate(cleaned(settings));
				}}
			>
				<fieldset disabled={!mayKeep} className={styles.fields}>
					<OfPeople settings={settings} change={change} />
					<OfCalls settings={settings} change={change} />
					<OfTheNight settings={settings} change={change} />
					<OfTheOffice settings={settings} change={change} />
					{notices.mailIsSet ? null : (
						<Text size="sm">
							<Said text={say("settings.noMail")} />
						</Text>
					)}
					<Refused error={saving.error} />
					{mayKeep ? (
						<Button type="submit" variant="default" loading={saving.isPending}>
							{say("settings.save")}
						</Button>
					) : null}
					<Text role="status">
						{saving.isSuccess ? say("settings.saved") : ""}
					</Text>
				</fieldset>
			</form>
		</section>
	);
}

/** A list typed line by line, without its empty lines. */
function cleaned(settings: Settings): Settings {
	const to = settings.digest.to
		.map((each) => each.trim())
		.filter((each) => each !== "");
	return { ...settings, digest: { ...settings.digest, to } };
}

interface Part {
	readonly settings: Settings;
	change(some: Partial<Settings>): void;
}

function OfPeople({ settings, change }: Part) {
	const say = useNoticeWords();
	const { tellChanges, dayBefore, atHandoff } = settings;
	return (
		<>
			<OnOff
				label={say("settings.changes")}
				hint={say("settings.changesHint")}
				on={tellChanges}
				turn={(on) => change({ tellChanges: on })}
			/>
			<OnOff
				label={say("settings.dayBefore")}
				on={dayBefore.on}
				turn={(on) => change({ dayBefore: { ...dayBefore, on } })}
			>
				<Amount
					label={say("settings.hours")}
					value={dayBefore.hours}
					{...{ min: 1, max: 168 }}
					take={(hours) => change({ dayBefore: { ...dayBefore, hours } })}
				/>
			</OnOff>
			<OnOff
				label={say("settings.handoff")}
				hint={say("settings.handoffHint")}
				on={atHandoff}
				turn={(on) => change({ atHandoff: on })}
			/>
		</>
	);
}

function OfCalls({ settings: { confirmCall }, change }: Part) {
	const say = useNoticeWords();
	return (
		<OnOff
			label={say("settings.call")}
			hint={say("settings.callHint")}
			on={confirmCall.on}
			turn={(on) => change({ confirmCall: { ...confirmCall, on } })}
		>
			<Amount
				label={say("settings.minutes")}
				value={confirmCall.minutesBefore}
				{...{ min: 10, max: 240 }}
				take={(minutesBefore) =>
					change({ confirmCall: { ...confirmCall, minutesBefore } })
				}
			/>
		</OnOff>
	);
}

function OfTheNight({ settings: { quiet }, change }: Part) {
	const say = useNoticeWords();
	return (
		<div>
			<Text>{say("settings.quiet")}</Text>
			<Text size="sm" c="dimmed">
				{say("settings.quietHint")}
			</Text>
			<div className={styles.night}>
				<TextInput
					type="time"
					required
					withAsterisk={false}
					label={say("settings.from")}
					value={quiet.from}
					onChange={({ currentTarget: { value: from } }) =>
						change({ quiet: { ...quiet, from } })
					}
				/>
				<TextInput
					type="time"
					required
					withAsterisk={false}
					label={say("settings.until")}
					value={quiet.to}
					onChange={({ currentTarget: { value: to } }) =>
						change({ quiet: { ...quiet, to } })
					}
				/>
			</div>
		</div>
	);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function OfTheOffice({ settings: { digest }, change }: Part) {
	const say = useNoticeWords();
	const changed = (some: Partial<Settings["digest"]>) =>
		change({ digest: { ...digest, ...some } });
	return (
		<OnOff
			label={say("settings.digest")}
			hint={say("settings.digestHint")}
			on={digest.on}
			turn={(on) => changed({ on })}
		>
			<NativeSelect
				label={say("settings.weekday")}
				value={String(digest.weekday)}
				data={weekdays.map((day) => ({
					value: String(day),
					label: say(`weekdays.d${day}`),
				}))}
				onChange={(event) =>
					changed({ weekday: Number(event.currentTarget.value) })
				}
			/>
			<TextInput
				type="time"
				required
				withAsterisk={false}
				label={say("settings.time")}
				value={digest.time}
				onChange={({ currentTarget: { value: time } }) => changed({ time })}
			/>
			<Textarea
				className={styles.wide ?? ""}
				label={say("settings.to")}
				description={say("settings.toHint")}
				autosize
				minRows={2}
				value={digest.to.join("\n")}
				onChange={(event) =>
					changed({ to: event.currentTarget.value.split("\n") })
				}
			/>
		</OnOff>
	);
}

/** A switch, and below it what belongs to it while it is on. */
function OnOff({
	label,
	hint,
	on,
	turn,
	children,
}: {
	label: string;
	hint?: string;
	on: boolean;
	turn(on: boolean): void;
	children?: ReactNode;
}) {
	return (
		<div>
			<Switch
				size="md"
				label={label}
				description={hint}
				checked={on}
				onChange={(event) => turn(event.currentTarget.checked)}
			/>
			{on && children ? <div className={styles.beside}>{children}</div> : null}
		</div>
	);
}

function Amount({
	label,
	value,
	min,
	max,
	take,
}: {
	label: string;
	value: number;
	min: number;
	max: number;
	take(value: number): void;
}) {
	return (
		<NumberInput
			label={label}
			value={value}
			{...{ min, max }}
			allowDecimal={false}
			required
			withAsterisk={false}
			clampBehavior="blur"
			onChange={(typed) => {
				if (typeof typed === "number") take(typed);
			}}
		/>
	);
}
