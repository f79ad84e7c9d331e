import { Chip, Group, MultiSelect, NumberInput, Select } from "@mantine/core";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import {
	type PickedRule,
	pickedRuleOf,
	rruleOf,
} from "../../../domain/rota/rule-words/picked-rule.ts";
import styles from "./plan.module.css";
import { type Plan, usePlan } from "./plan.tsx";
import { ProblemsAt } from "./problems-at.tsx";
import { TypedText } from "./typed-text.tsx";

const kinds = ["day", "week", "month-weekday", "month-day"] as const;

/** A recurrence rule, picked or written: the two show the same rule. One that cannot be picked is only written. */
export function RuleEditor({
	rrule,
	start,
	place,
	onTake,
}: {
	rrule: string;
	/** Gives the rule its day where it names none. */
	start: RotaTime;
	place: string;
	onTake: (rrule: string) => void;
}) {
	const { say } = usePlan();
	const picked = pickedRuleOf(rrule, start);
	const pick = (next: PickedRule) => onTake(rruleOf(next));
	return (
		<div className={styles.together}>
			<div className={styles.inline}>
				<Select
					label={say("rule.howOften")}
					value={picked?.every ?? "other"}
					allowDeselect={false}
					data={[
						...kinds.map((kind) => ({
							value: kind,
							label: say(`rule.kind.${kind}`),
						})),
						...(picked
							? []
							: [{ value: "other", label: say("rule.kind.other") }]),
					]}
					onChange={(chosen) => {
						const kind = kinds.find((each) => each === chosen);
						if (kind) pick(firstOf(kind));
					}}
				/>
				{picked ? (
					<NumberInput
						label={say(`rule.interval.${unitOf(picked)}`)}
						value={picked.interval}
						min={1}
						max={99}
						allowDecimal={false}
						clampBehavior="strict"
						onChange={(value) => {
							const interval = Number(value);
							if (interval >= 1) pick({ ...picked, interval });
						}}
					/>
				) : null}
			</div>
			{picked ? <Days picked={picked} onPick={pick} /> : null}
			<TypedText
				label={say("rule.written")}
				description={say("rule.writtenHint")}
				value={rrule}
				spellCheck={false}
				className={styles.rule ?? ""}
				onTake={(text) => onTake(text.trim())}
			/>
			<ProblemsAt place={place} />
		</div>
	);
}

function firstOf(kind: (typeof kinds)[number]): PickedRule {
	switch (kind) {
		case "day":
			return { every: "day", interval: 1 };
		case "week":
			return { every: "week", interval: 1, weekdays: [0] };
		case "month-weekday":
			return { every: "month-weekday", interval: 1, nth: 1, weekday: 0 };
		case "month-day":
			return { every: "month-day", interval: 1, days: [1] };
	}
}

function unitOf({ every }: PickedRule): "day" | "week" | "month" {
	return every === "day" || every === "week" ? every : "month";
}

function Days({
	picked,
	onPick,
}: {
	picked: PickedRule;
	onPick: (next: PickedRule) => void;
}) {
	const plan = usePlan();
	const { say } = plan;
	if (picked.every === "day") return null;
	if (picked.every === "week")
		return <Weekdays picked={picked} onPick={onPick} />;
	if (picked.every === "month-weekday")
		return (
			<div className={styles.inline}>
				<Select
					label={say("rule.whichOne")}
					value={String(picked.nth)}
					allowDeselect={false}
					data={([1, 2, 3, 4, 5, -1] as const).map((nth) => ({
						value: String(nth),
						label: say(`rule.nth.${nth === -1 ? "last" : nth}`),
					}))}
					onChange={(nth) => onPick({ ...picked, nth: Number(nth ?? 1) })}
				/>
				<Select
					label={say("rule.weekday")}
					value={String(picked.weekday)}
					allowDeselect={false}
					data={weekdayNames(plan, "long").map((label, weekday) => ({
						value: String(weekday),
						label,
					}))}
					onChange={(weekday) =>
						onPick({ ...picked, weekday: Number(weekday ?? 0) })
					}
				/>
			</div>
		);
	return (
		<MultiSelect
			label={say("rule.monthDays")}
			value={picked.days.map(String)}
			data={[...Array.from({ length: 31 }, (_, day) => day + 1), -1].map(
				(day) => ({
					value: String(day),
					label: day === -1 ? say("rule.lastDay") : String(day),
				}),
			)}
			onChange={(days) => {
				if (days.length === 0) return;
				const order = (day: number) => (day === -1 ? 32 : day);
				onPick({
					...picked,
					days: days.map(Number).sort((a, b) => order(a) - order(b)),
				});
			}}
		/>
	);
}

function Weekdays({
	picked,
	onPick,
}: {
	picked: Extract<PickedRule, { every: "week" }>;
	onPick: (next: PickedRule) => void;
}) {
	const plan = usePlan();
	const long = weekdayNames(plan, "long");
	return (
		<fieldset className={styles.group}>
			<legend className={styles.label}>{plan.say("rule.weekdays")}</legend>
			<Chip.Group
				multiple
				value={picked.weekdays.map(String)}
				onChange={(days) => {
					// A week without a day would be no rule.
					if (days.length > 0)
						onPick({ ...picked, weekdays: days.map(Number) });
				}}
			>
				<Group gap="xs">
					{weekdayNames(plan, "short").map((name, weekday) => (
						<Chip
							key={name}
							value={String(weekday)}
							aria-label={long[weekday] ?? name}
						>
							{name}
						</Chip>
					))}
				</Group>
			</Chip.Group>
		</fieldset>
	);
}

/** From Monday on; 2024-01-01 was one. */
function weekdayNames({ reader }: Plan, width: "long" | "short"): string[] {
	const format = new Intl.DateTimeFormat(reader.language, {
		weekday: width,
		timeZone: "UTC",
	});
	return Array.from({ length: 7 }, (_, day) =>
		format.format(new Date(Date.UTC(2024, 0, 1 + day))),
	);
}
