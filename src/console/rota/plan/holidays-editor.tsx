import {
	ActionIcon,
	Button,
	Checkbox,
	Group,
	Stack,
	Switch,
} from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { withItemAt } from "../../../domain/rota/edits/lists.ts";
import {
	withHolidays,
	withOpenHoliday,
} from "../../../domain/rota/edits/office-days.ts";
import type { Holiday } from "../../../domain/rota/holidays.ts";
import type { HolidayRules } from "../../../domain/rota/rota.ts";
import { DateField } from "./date-field.tsx";
import { dayText } from "./days-section.tsx";
import styles from "./plan.module.css";
import { type Plan, usePlan } from "./plan.tsx";
import { TypedText } from "./typed-text.tsx";

const eves = ["christmas-eve", "midsummer-eve", "new-years-eve"] as const;

export function HolidaysEditor() {
	const { rota, desk, say } = usePlan();
	const rules = rota.holidays;
	const take = (next: HolidayRules | null) =>
		desk.change(say("said.holidays"), (before) => withHolidays(before, next));
	return (
		<>
			<Switch
				label={say("holidays.keep")}
				checked={rules !== undefined}
				onChange={(event) =>
					take(event.currentTarget.checked ? { country: "FI" } : null)
				}
			/>
			{rules ? (
				<>
					<div className={styles.fields}>
						<TypedText
							label={say("holidays.country")}
							description={say("holidays.countryHint")}
							value={rules.country}
							maxLength={2}
							accepts={(text) => /^[A-Za-z]{2}$/.test(text)}
							onTake={(text) => take({ ...rules, country: text.toUpperCase() })}
						/>
					</div>
					<Checkbox.Group
						label={say("holidays.eves")}
						value={[...(rules.eves ?? [])]}
						onChange={(chosen) =>
							take({
								...rules,
								eves: eves.filter((eve) => chosen.includes(eve)),
							})
						}
					>
						<Stack gap="xs" mt="xs">
							{eves.map((eve) => (
								<Checkbox
									key={eve}
									value={eve}
									label={say(`holidays.eve.${eve}`)}
								/>
							))}
						</Stack>
					</Checkbox.Group>
					<AlsoClosed rules={rules} onTake={take} />
				</>
			) : null}
		</>
	);
}

/** Days of one's own that count as holidays. */
function AlsoClosed({
	rules,
	onTake,
}: {
	rules: HolidayRules;
	onTake: (rules: HolidayRules) => void;
}) {
	const { say, now } = usePlan();
	const also = rules.also ?? [];
	return (
		<div className={styles.together}>
			<p className={styles.label}>{say("holidays.also")}</p>
			{also.map((day, index) => {
				const put = (next: typeof day | null) =>
					onTake({ ...rules, also: withItemAt(also, index, next) });
				return (
					// A date may be changed; each is its place in the list.
					<div key={String(index)} className={styles.inline}>
						<DateField
							label={say("special.date")}
							value={day.date}
							onTake={(date) => put({ ...day, date })}
						/>
						<TypedText
							label={say("holidays.name")}
							value={day.name}
							accepts={(text) => text.trim() !== ""}
							onTake={(name) => put({ ...day, name: name.trim() })}
						/>
						<ActionIcon
							variant="subtle"
							color="gray"
							size={36}
							aria-label={say("holidays.removeAlso", { name: day.name })}
							onClick={() => put(null)}
						>
							<IconX size={18} />
						</ActionIcon>
					</div>
				);
			})}
			<Group>
				<Button
					variant="subtle"
					size="compact-md"
					onClick={() =>
						onTake({
							...rules,
							also: [
								...also,
								{
									date: now.plus({ days: 1 }).toISODate() ?? "",
									name: say("holidays.newName"),
								},
							],
						})
					}
				>
					{say("holidays.addAlso")}
				</Button>
			</Group>
		</div>
	);
}

/** The holidays of the coming year by name; each can be opened in spite of it. */
export function ComingHolidays() {
	const plan = usePlan();
	const { rota, desk, say, reader, now } = plan;
	const isKnown =
		desk.inputs.holidays?.country === rota.holidays?.country.toUpperCase();
	if (!isKnown)
		return <p className={styles.facts}>{say("holidays.knownLater")}</p>;
	const coming = comingOf(plan);
	return (
		<details className={styles.details}>
			<summary>{say("holidays.coming", { count: coming.length })}</summary>
			<ul className={styles.holidays}>
				{coming.map(({ date, name }) => {
					const isOpen =
						rota.holidays?.except?.some((each) => each.date === date) ?? false;
					return (
						<li key={date}>
							<span>
								{name[reader.language]}{" "}
								<time dateTime={date} className={styles.facts}>
									{dayText(plan, date)}
								</time>
							</span>
							{desk.canEdit ? (
								<Switch
									label={say("holidays.open")}
									aria-label={say("holidays.openOn", {
										name: name[reader.language],
										date: dayText(plan, date),
									})}
									checked={isOpen}
									onChange={(event) => {
										const opens = event.currentTarget.checked;
										desk.change(
											say(opens ? "said.opened" : "said.closed", {
												name: name[reader.language],
											}),
											(before) => withOpenHoliday(before, date, opens),
										);
									}}
								/>
							) : (
								<span className={styles.facts}>
									{say(isOpen ? "holidays.open" : "holidays.closed")}
								</span>
							)}
						</li>
					);
				})}
			</ul>
			<p className={styles.facts}>
				{say("holidays.until", {
					date: dayText(plan, now.plus({ years: 1 }).toISODate() ?? ""),
				})}
			</p>
		</details>
	);
}

function comingOf({ rota, desk, now }: Plan): readonly Holiday[] {
	const today = now.toISODate() ?? "";
	const end = now.plus({ years: 1 }).toISODate() ?? "";
	return (desk.inputs.holidays?.holidays ?? []).filter(
		({ date, kind }) =>
			date >= today &&
			date <= end &&
			(kind === "public" || rota.holidays?.eves?.includes(kind)),
	);
}
