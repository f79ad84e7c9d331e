import { isOfficeTime } from "./arrivals.ts";
import type { Chance } from "./chance.ts";
import type { Tenant, Town } from "./town.ts";
import { noteOf, summaryOf } from "./words.ts";

export interface BelievablePerson {
	readonly id: string;
	readonly name: string;
	readonly phone: string;
	/** Of the office: picks up in its hours, with no whisper first. */
	readonly isOffice: boolean;
}

export interface BelievableSubject {
	readonly id: string;
	readonly parent: string | null;
	readonly urgency: string;
}

export interface Making {
	readonly chance: Chance;
	readonly town: Town;
	readonly subjects: readonly BelievableSubject[];
	readonly people: readonly BelievablePerson[];
	readonly lines: Readonly<Record<string, number>>;
	readonly until: number;
}

/** One ticket as it is loaded; instants are milliseconds. */
export type TicketRow = ReturnType<typeof ticketRow>;

const hour = 3_600_000;

/** A ticket that came at the instant, as it has become by now. */
export function ticketRow(making: Making, at: number) {
	const { chance, until } = making;
	const channel = chance.weighed({
		...{ phone: 930, form: 42, email: 18, counter: 7, sms: 3 },
	});
	const known = chance.happens(0.88) ? chance.one(making.town.tenants) : null;
	const isPhone = channel === "phone";
	const answer = isPhone ? answerOf(making, at) : notCalled;
	const told = detailsOf(making, known, answer.outcome !== "blocked", at);
	const life = lifeOf(chance, at, until, answer.by !== null);
	const id = chance.uuid();
	return {
		id,
		sid: `CA${id.replaceAll("-", "")}`,
		at,
		line: chance.weighed(making.lines),
		channel,
		caller: callerOf(chance, known, isPhone),
		language: known?.language ?? "fi",
		known,
		answer,
		...told,
		...life,
		assignee: life.isTaken ? (answer.by ?? chance.one(making.people)) : null,
		labels: labelsOf(chance),
		costs: chance.happens(0.06) ? chance.happens(0.5) : null,
		note:
			life.doneAt !== null && chance.happens(0.45)
				? noteOf(known?.language ?? "fi", chance)
				: null,
	};
}

const notCalled = { outcome: null, by: null, seconds: null, talk: 0 } as const;

/** How the call went: by day the office picks up soon, at night somebody has to wake up first. */
function answerOf({ chance, people }: Making, at: number) {
	const isOffice = isOfficeTime(new Date(at));
	const outcome = chance.weighed(
		isOffice
			? {
					answered: 930,
					abandoned: 50,
					voicemail: 10,
					unanswered: 8,
					failed: 2,
				}
			: {
					...{ answered: 790, abandoned: 100, voicemail: 70, unanswered: 28 },
					...{ blocked: 8, failed: 4 },
				},
	);
	if (outcome !== "answered")
		return { outcome, by: null, seconds: null, talk: 0 };
	const by = chance.one(people.filter((each) => each.isOffice === isOffice));
	const wait = -Math.log(1 - chance.next()) * (isOffice ? 9 : 24);
	const seconds = Math.min(240, Math.round((isOffice ? 3 : 9) + wait));
	return { outcome, by, seconds, talk: 30 + chance.below(400) };
}

function callerOf(
	chance: Chance,
	known: Tenant | null,
	isPhone: boolean,
): string | null {
	if (known) return known.number;
	if (!isPhone || chance.happens(0.1)) return null;
	return `+3584${chance.below(6)}${String(chance.below(10_000_000)).padStart(7, "0")}`;
}

/** What was written down of it: of most calls something, of the ones that nobody took little. */
function detailsOf(
	{ chance, subjects, town }: Making,
	known: Tenant | null,
	isFault: boolean,
	at: number,
) {
	const isTold = isFault && chance.happens(0.9);
	const subject = isTold ? subjectAt(chance, subjects, at) : null;
	const property =
		known?.property ??
		(isTold && chance.happens(0.5) ? chance.one(town.properties) : null);
	const branch = subject?.parent ?? subject?.id ?? "other";
	return {
		subject: subject?.id ?? null,
		urgency: subject?.urgency ?? "normal",
		summary: subject
			? summaryOf(branch, known?.language ?? "fi", chance)
			: null,
		property,
		stairwell: known?.stairwell ?? "",
		flat: known?.flat ?? "",
	};
}

/** Heat and snow are winter's. */
function subjectAt(
	chance: Chance,
	subjects: readonly BelievableSubject[],
	at: number,
): BelievableSubject {
	const month = new Date(at).getUTCMonth();
	const isWinter = month >= 10 || month <= 2;
	const share = {
		...{ water: 26, heat: isWinter ? 24 : 2, electricity: 10, lift: 5 },
		...{ locks: 15, damp: 3, pests: 2, noise: 4, yard: isWinter ? 12 : 5 },
		...{ kitchen: 7, shared: 5, windows: 4, ventilation: 3, broadband: 2 },
		...{ vandalism: 2, other: 4 },
	};
	const branch = chance.weighed(share);
	const leaves = subjects.filter(({ parent }) => parent === branch);
	return leaves.length > 0 ? chance.one(leaves) : chance.one(subjects);
}

/** What has become of it: the older, the more surely it is closed. */
function lifeOf(
	chance: Chance,
	at: number,
	until: number,
	isAnswered: boolean,
) {
	const age = until - at;
	const isOpen = chance.happens(
		age < 6 * hour
			? 0.8
			: age < 72 * hour
				? 0.3
				: age < 720 * hour
					? 0.01
					: 0.0001,
	);
	const after = (hours: number) =>
		Math.min(until, at + Math.round(hours * hour * (0.2 + chance.next())));
	const status = isOpen
		? chance.weighed({
				...(isAnswered ? { acknowledged: 70 } : { new: 25, assigned: 10 }),
				"under-way": 20,
			})
		: chance.happens(age < 240 * hour ? 0.5 : 0.01)
			? "done"
			: "closed";
	const isTaken = status !== "new";
	const isDone = status === "done" || status === "closed";
	return {
		status: status as string,
		isTaken,
		acknowledgedAt: isTaken && status !== "assigned" ? after(0.2) : null,
		doneAt: isDone ? after(9) : null,
		closedAt: status === "closed" ? after(60) : null,
	};
}

function labelsOf(chance: Chance): string[] {
	if (!chance.happens(0.14)) return [];
	return [
		chance.weighed({
			...{ takuu: 40, vakuutus: 25, toistuva: 20, remontti: 10 },
			...{ garanti: 4, isännöitsijä: 1 },
		}),
	];
}
