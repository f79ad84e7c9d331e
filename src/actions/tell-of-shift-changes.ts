import { DateTime } from "luxon";
import type { Context } from "../context.ts";
import {
	type DutyTold,
	enqueueShiftNews,
	lockDutyTold,
	saveDutyTold,
	type ToldShift,
} from "../database/duty-notices.ts";
import { addOutgoing } from "../database/messages.ts";
import { newestRota } from "../database/rotas.ts";
import { livingSwaps } from "../database/swaps.ts";
import {
	changesFor,
	isNothing,
	type KnownShift,
	type ShiftChanges,
	withoutSwapped,
} from "../domain/duty-notice/changes.ts";
import type { HeldShift } from "../domain/duty-notice/duty-shift.ts";
import { isHeld } from "../domain/duty-notice/duty-shift.ts";
import { quietSpanAt } from "../domain/duty-notice/quiet-hours.ts";
import { changesText } from "../domain/duty-notice/texts.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import { legsOf, type Swap } from "../domain/swap/swap.ts";
import {
	aboutDuty,
	contactOfPerson,
	dutyMessage,
	type LineDuties,
	lineDuties,
} from "./line-duties.ts";

/** What one person is to know from now on, and what of it is news. */
interface News {
	readonly person: PersonId;
	readonly shifts: readonly HeldShift[];
	readonly before: DutyTold | undefined;
	readonly changes: ShiftChanges;
}

/**
 * Compares everybody's coming shifts with what they know of them, and tells each what changed, once. The first time that a line is
 * looked at nobody is told anything. On a quiet night only what cannot wait is told; the rest follows in the morning.
 */
export async function tellOfShiftChanges(
	ctx: Context,
	line: string,
): Promise<void> {
	const { database } = ctx;
	const duties = await lineDuties(ctx, line);
	if (!duties) return;
	const { now, settings, version } = duties;
	await database.transaction(async (transaction) => {
		const told = await lockDutyTold(database, transaction, line);
		const newest = await newestRota(database, line, transaction);
		// Another rota was published between the reading and the lock: what follows from this one is no longer news.
		if (newest?.version !== version)
			return enqueueShiftNews(database, transaction, line, { minutes: 0 });
		const night = quietSpanAt(now, settings.quiet);
		let waiting = false;
		const known: Parameters<typeof saveDutyTold>[3][number][] = [];
		const swaps = await livingSwaps(database, line, now, transaction);
		for (const news of newsOf(duties, told, swaps)) {
			const isNews = told.length > 0 && !isNothing(news.changes);
			if (isNews && night && canWait(news.changes, night.end)) {
				waiting = true;
				if (news.before) known.push(asItWas(news.before));
				continue;
			}
			const contact =
				isNews && settings.tellChanges
					? contactOfPerson(ctx, duties, news.person)
					: null;
			known.push(nowKnown(news, duties, contact !== null));
			if (!contact) continue;
			const about = aboutDuty(ctx, duties, "", "own");
			const message = dutyMessage(
				duties,
				contact,
				changesText(about, news.changes, contact.language),
				{ purpose: "changes", key: `${news.person}:${now.toMillis()}` },
			);
			await addOutgoing(database, transaction, message);
		}
		await saveDutyTold(database, transaction, line, known, now);
		if (waiting && night)
			await enqueueShiftNews(database, transaction, line, {
				minutes: Math.ceil(night.end.diff(now, "minutes").minutes),
			});
	});
}

function newsOf(
	duties: LineDuties,
	told: readonly DutyTold[],
	swaps: readonly Swap[],
): News[] {
	const legs = swaps.filter(({ state }) => state === "done").flatMap(legsOf);
	const held = duties.shifts.flat().filter(isHeld);
	return Object.keys(duties.rota.people).map((person) => {
		const shifts = held.filter((shift) => shift.person === person);
		const before = told.find((one) => one.person === person);
		const changes = changesFor(
			(before?.shifts ?? []).map(asKnown),
			shifts.map((shift) => knownShift(shift, duties)),
			{ from: duties.now, to: lookedAtUntil(before, duties) },
		);
		return {
			...{ person, shifts, before },
			changes: withoutHandoff(
				withoutSwapped(changes, {
					got: legs.filter(({ to }) => to === person).map(({ shift }) => shift),
					gave: legs
						.filter(({ from }) => from === person)
						.map(({ shift }) => shift),
				}),
				shifts,
				duties,
			),
		};
	});
}

/** Beyond what was looked at before nothing is a change: the weeks come into sight one by one. */
function lookedAtUntil(
	before: DutyTold | undefined,
	{ horizon, now }: LineDuties,
): DateTime {
	if (!before) return horizon;
	return DateTime.max(
		now,
		DateTime.min(horizon, DateTime.fromJSDate(before.until)),
	);
}

/** What begins or ends at this very hour is told as a handoff. */
function withoutHandoff(
	changes: ShiftChanges,
	shifts: readonly HeldShift[],
	{ now, settings }: LineDuties,
): ShiftChanges {
	if (!settings.atHandoff) return changes;
	const lately = now.minus({ minutes: 55 });
	const isNow = ({ start }: KnownShift) => start.toMillis() === now.toMillis();
	const began = ({ duty }: KnownShift) =>
		shifts.some(
			(one) => one.duty === duty && one.start <= now && one.start > lately,
		);
	const ended = ({ duty }: KnownShift) =>
		shifts.some(
			({ duty: other, end }) =>
				other === duty && end !== null && end <= now && end > lately,
		);
	return {
		gained: changes.gained.filter((each) => !(isNow(each) && began(each))),
		lost: changes.lost.filter((each) => !(isNow(each) && ended(each))),
	};
}

function canWait({ gained, lost }: ShiftChanges, until: DateTime): boolean {
	const soon = until.plus({ hours: 2 });
	return [...gained, ...lost].every(({ start }) => start >= soon);
}

function nowKnown(
	{ person, shifts, before, changes }: News,
	duties: LineDuties,
	isTold: boolean,
) {
	const { now, horizon } = duties;
	return {
		person,
		until: horizon,
		shifts: shifts.map((shift): ToldShift => {
			const known = knownShift(shift, duties);
			const isNew = changes.gained.some(
				({ duty, start, end }) =>
					duty === known.duty && start < known.end && end > known.start,
			);
			const earlier = before?.shifts.find(
				({ duty, start }) =>
					duty === known.duty && Date.parse(start) === known.start.toMillis(),
			);
			return {
				duty: known.duty,
				start: isoOf(known.start),
				end: isoOf(known.end),
				toldAt: isTold && isNew ? isoOf(now) : (earlier?.toldAt ?? null),
			};
		}),
	};
}

function asItWas({ person, shifts, until }: DutyTold) {
	return { person, shifts, until: DateTime.fromJSDate(until) };
}

function asKnown({ duty, start, end }: ToldShift): KnownShift {
	return { duty, start: DateTime.fromISO(start), end: DateTime.fromISO(end) };
}

/** A shift without an end in sight is known as far as anybody looks. */
function knownShift(
	{ duty, start, end }: HeldShift,
	{ timeline }: LineDuties,
): KnownShift {
	return { duty, start, end: end ?? timeline.to.plus({ days: 400 }) };
}

function isoOf(at: DateTime): string {
	return at.toUTC().toISO() ?? "";
}
