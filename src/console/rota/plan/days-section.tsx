import { Button, Group } from "@mantine/core";
import { withSpecialDayAt } from "../../../domain/rota/edits/office-days.ts";
import type { SpecialDay } from "../../../domain/rota/rota.ts";
import { readLocalDate } from "../../../domain/rota/wall-clock.ts";
import { locales } from "../../wall-clock.ts";
import { Entry, Section } from "./entry.tsx";
import { HolidaysEntry } from "./holidays-entry.tsx";
import styles from "./plan.module.css";
import { type Plan, usePlan } from "./plan.tsx";
import { SpecialDayEditor } from "./special-day-editor.tsx";

/** The days on which the office does not keep its usual hours. */
export function DaysSection() {
	const plan = usePlan();
	const { rota, desk, say, now, setOpen } = plan;
	const special = rota.special ?? [];
	const add = () => {
		const taken = special.map(({ date }) => date);
		let day = now.plus({ days: 1 });
		while (taken.includes(day.toISODate() ?? "")) day = day.plus({ days: 1 });
		const date = day.toISODate() ?? "";
		desk.change(
			say("said.specialAdded", { date: dayText(plan, date) }),
			(before) =>
				withSpecialDayAt(before, before.special?.length ?? 0, {
					date,
					open: [],
				}),
		);
		setOpen(`special[${special.length}]`, true);
	};
	return (
		<Section id="days" title={say("sections.days")}>
			<HolidaysEntry />
			{special.length === 0 ? (
				<p className={styles.facts}>{say("special.none")}</p>
			) : null}
			<ul className={styles.things}>
				{special.map((day, index) => (
					// A date may be changed; a special day is its place in the list.
					<li key={String(index)}>
						<Entry
							place={`special[${index}]`}
							name={dayText(plan, day.date)}
							editor={() => <SpecialDayEditor day={day} index={index} />}
						>
							{specialWords(plan, day)}
						</Entry>
					</li>
				))}
			</ul>
			{desk.canEdit ? (
				<Group>
					<Button variant="default" onClick={add}>
						{say("special.add")}
					</Button>
				</Group>
			) : null}
		</Section>
	);
}

/** "23 December 2026 the office is open 08:00–12:00: Christmas party." */
function specialWords(plan: Plan, { date, open, why }: SpecialDay): string {
	const { say, list } = plan;
	const hours = open.map(({ start, end }) => `${start}–${end}`);
	const values = { date: dayText(plan, date), hours: list(hours) };
	const sentence = say(hours.length > 0 ? "special.open" : "special.closed", {
		...values,
	});
	return why ? `${sentence}: ${why}.` : `${sentence}.`;
}

/** "Wed 23 December 2026"; a date that is none, as it is written. */
export function dayText({ reader }: Plan, date: string): string {
	const day = readLocalDate(date);
	if (day === null) return date;
	return new Intl.DateTimeFormat(locales[reader.language], {
		weekday: "short",
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	}).format(new Date(day * 86_400_000));
}
