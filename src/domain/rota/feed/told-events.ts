/** Which event of a calendar feed each shift is, so that a shift that moves stays the same event. */
import { dayMillis } from "../wall-clock.ts";

/** A shift as a feed tells it. */
export interface FeedShift {
	readonly duty: string;
	readonly person: string;
	/** Unix milliseconds, as all times here. */
	readonly start: number;
	readonly end: number;
	/** Everything else that is said of it; another text is another version of the event. */
	readonly said: string;
}

/** An event as it was told last. */
export interface ToldEvent extends FeedShift {
	readonly uid: string;
	/** Raised whenever the time or the person changes, or the shift comes back. */
	readonly sequence: number;
	readonly changedAt: number;
	/** It was told once, and is no shift any more. */
	readonly gone: boolean;
}

/** A shift that begins this much earlier or later than one that is gone is taken for it. */
const nearMillis = 7 * dayMillis;

/**
 * Tells which event each shift is. A shift is the event that was told with the same duty and times; else the one it
 * overlaps most; else, while both are still to come, the nearest that has disappeared, within a week. What is left over
 * is new, or gone. Other shifts coming, going or moving do not matter, nor does how the rota is written.
 *
 * @param subject what the feed is of; two subjects never share a UID.
 * @returns all events, those that are gone too, with the shifts' in the shifts' order first.
 */
export function eventsAfter(
	shifts: readonly FeedShift[],
	told: readonly ToldEvent[],
	{ now, subject }: { readonly now: number; readonly subject: string },
): ToldEvent[] {
	const matches = new Map<FeedShift, ToldEvent>();
	const left = new Set(told);
	const match = (candidates: Candidate[]) => {
		candidates.sort((one, other) => other.likeness - one.likeness);
		for (const { shift, event } of candidates) {
			if (matches.has(shift) || !left.has(event)) continue;
			matches.set(shift, event);
			left.delete(event);
		}
	};
	const pairs = (likeness: Likeness) =>
		shifts.flatMap((shift) => {
			if (matches.has(shift)) return [];
			return [...left].flatMap((event) => {
				if (event.duty !== shift.duty) return [];
				const how = likeness(shift, event);
				return how === null ? [] : [{ shift, event, likeness: how }];
			});
		});
	match(pairs(sameTimes));
	match(pairs((shift, event) => (event.gone ? null : overlap(shift, event))));
	match(pairs((shift, event) => nearness(shift, event, now)));
	match(pairs((shift, event) => (event.gone ? overlap(shift, event) : null)));
	const used = new Set(told.map(({ uid }) => uid));
	const current = shifts.map((shift) => {
		const event = matches.get(shift);
		return event
			? again(shift, event, now)
			: newEvent(shift, now, subject, used);
	});
	const gone = [...left].map((event) => ({ ...event, gone: true }));
	return [...current, ...gone];
}

interface Candidate {
	readonly shift: FeedShift;
	readonly event: ToldEvent;
	readonly likeness: number;
}

/** The higher the likelier; null when they cannot be the same. */
type Likeness = (shift: FeedShift, event: ToldEvent) => number | null;

/** Of several with the same times, the same person's. */
const sameTimes: Likeness = (shift, event) => {
	if (shift.start !== event.start || shift.end !== event.end) return null;
	return (shift.person === event.person ? 2 : 0) + (event.gone ? 0 : 1);
};

function overlap(shift: FeedShift, event: ToldEvent): number | null {
	const shared =
		Math.min(shift.end, event.end) - Math.max(shift.start, event.start);
	return shared > 0 ? shared : null;
}

function nearness(
	shift: FeedShift,
	event: ToldEvent,
	now: number,
): number | null {
	if (event.gone || shift.start <= now || event.start <= now) return null;
	const distance = Math.abs(shift.start - event.start);
	return distance <= nearMillis ? -distance : null;
}

function again(shift: FeedShift, event: ToldEvent, now: number): ToldEvent {
	const moved =
		shift.start !== event.start ||
		shift.end !== event.end ||
		shift.person !== event.person ||
		event.gone;
	const changed = moved || shift.said !== event.said;
	return {
		...shift,
		uid: event.uid,
		sequence: event.sequence + (moved ? 1 : 0),
		changedAt: changed ? now : event.changedAt,
		gone: false,
	};
}

/** Made of what it is, so that it comes out the same should everything that was told be forgotten. */
function newEvent(
	shift: FeedShift,
	now: number,
	subject: string,
	used: Set<string>,
): ToldEvent {
	const base = `${subject}.${shift.duty}.${new Date(shift.start).toISOString()}`;
	let uid = uidOf(base);
	for (let count = 2; used.has(uid); count++) uid = uidOf(`${base}.${count}`);
	used.add(uid);
	return { ...shift, uid, sequence: 0, changedAt: now, gone: false };
}

/** Letters, digits and a few signs only: programs are particular about UIDs. */
function uidOf(text: string): string {
	const safe = text
		.replace(/[^\w.:-]/g, (sign) => `~${sign.codePointAt(0)?.toString(16)}`)
		.replaceAll(":", "");
	return `${safe}@faultline`;
}
