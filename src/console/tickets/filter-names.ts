import {
	type AnsweredWithin,
	answerBounds,
	type LogFilter,
	openStatuses,
	wholeLog,
} from "../../domain/ticket/log-filter.ts";
import { urgencyWord } from "../../domain/ticket/urgency-words.ts";
import { useAssignees } from "../assignees.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useProperty } from "../places/place-queries.ts";
import { useOnDuty } from "../queries.ts";
import { useSignedIn } from "../session.tsx";
import { subjectName, useTicketSettings } from "../ticket-settings.ts";
import { date, type Reader } from "../wall-clock.ts";
import { useLogWords } from "./log-words.ts";

export interface Chip {
	readonly what: string;
	/** The filter without it. */
	readonly without: LogFilter;
}

/** Everything that is filtered by, said in words, each with what is left when it is taken away. */
export function useChips(filter: LogFilter, reader: Reader): Chip[] {
	const say = useLogWords();
	const { language, t } = useLanguage();
	const lines = useOnDuty().data?.lines ?? [];
	const settings = useTicketSettings().data;
	const now = useNow();
	const people = usePeopleOf(filter.line);
	const property = useProperty(filter.property).data;
	const chips: Chip[] = [];
	const add = (what: string, without: Partial<LogFilter>) =>
		chips.push({ what, without: { ...filter, ...without } });
	const day = (text: string) =>
		date(new Date(`${text.slice(0, 10)}T12:00:00Z`), now, reader, "short");
	if (filter.line !== null) {
		const found = lines.find(({ line }) => line === filter.line);
		add(found?.name[language] ?? filter.line, { line: wholeLog.line });
	}
	if (filter.days !== null)
		add(say("filters.lastDays", { count: filter.days }), { days: null });
	if (filter.from !== null && filter.to !== null)
		add(
			say("filters.between", { from: day(filter.from), to: day(filter.to) }),
			{ from: null, to: null },
		);
	else if (filter.from !== null)
		add(say("filters.since", { from: day(filter.from) }), { from: null });
	else if (filter.to !== null)
		add(say("filters.until", { to: day(filter.to) }), { to: null });
	if (filter.calls !== null) add(say("filters.calls"), { calls: null });
	if (filter.unacknowledged)
		add(say("filters.unacknowledged"), { unacknowledged: false });
	if (filter.overdue) add(say("filters.overdue"), { overdue: false });
	if (filter.status.length > 0)
		add(
			isOpen(filter)
				? say("filters.open")
				: filter.status.map((each) => t(`status.${each}`)).join(", "),
			{ status: [] },
		);
	if (filter.outcome.length > 0)
		add(filter.outcome.map((each) => t(`outcome.${each}`)).join(", "), {
			outcome: [],
		});
	if (filter.channel.length > 0)
		add(filter.channel.map((each) => say(`channels.${each}`)).join(", "), {
			channel: [],
		});
	if (filter.urgency.length > 0)
		add(filter.urgency.map((each) => urgencyWord(each, language)).join(", "), {
			urgency: [],
		});
	if (filter.subject !== null)
		add(subjectName(settings, filter.subject, language) ?? filter.subject, {
			subject: null,
		});
	if (filter.property !== null)
		add(
			[property?.address ?? say("filters.aProperty"), filter.stairwell ?? ""]
				.join(" ")
				.trim(),
			{ property: null, stairwell: null },
		);
	if (filter.person !== null) {
		const found = people.find(({ value }) => value === filter.person);
		add(`${say("filters.person")}: ${found?.label ?? filter.person}`, {
			person: null,
		});
	}
	if (filter.answeredWithin)
		add(
			`${say("filters.answeredWithin")}: ${say(`filters.${filter.answeredWithin.how}`, { seconds: filter.answeredWithin.seconds })}`,
			{ answeredWithin: null },
		);
	if (filter.label !== null)
		add(`${say("filters.label")}: ${filter.label}`, { label: null });
	if (filter.costs !== null)
		add(say(filter.costs ? "filters.costsYes" : "filters.costsNo"), {
			costs: null,
		});
	return chips;
}

/** Who can have tickets of the line, or of the first one, as choices; nobody for whoever may not give any. */
export function usePeopleOf(
	line: string | null,
): { readonly value: string; readonly label: string }[] {
	const first = useOnDuty().data?.lines[0]?.line ?? null;
	const meant = line ?? first;
	const { may } = useSignedIn();
	const isAsked = meant !== null && may.includes("edit tickets");
	const found = useAssignees(meant ?? "", isAsked).data?.assignees ?? [];
	return found.flatMap(({ person, account, name }) => {
		const value = person ?? account;
		return value === null ? [] : [{ value, label: name }];
	});
}

function isOpen({ status }: LogFilter): boolean {
	return (
		status.length === openStatuses.length &&
		openStatuses.every((each) => status.includes(each))
	);
}

/** Each way to have been answered, as the address writes it. */
export const answers: readonly AnsweredWithin[] = answerBounds.flatMap(
	(seconds) => [
		{ how: "within" as const, seconds },
		{ how: "not" as const, seconds },
	],
);
