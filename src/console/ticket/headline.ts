import type { Ticket } from "../../web/api/shapes.ts";
import type { Say } from "../say.ts";
import { clockTime, when } from "../times.ts";
import { daysUntil, type Reader } from "../wall-clock.ts";
import type { Words } from "./words/en.ts";

/**
 * What happened to the ticket and how it stands, in words: "Called yesterday at 02:14, Liisa Lind answered in 19 seconds, done
 * at 04:02." A second sentence tells what else one has to know at once.
 */
export function ticketHeadline(
	ticket: Ticket,
	now: Date,
	reader: Reader,
	say: Say<Words>,
): string[] {
	const clauses = [
		howReported(ticket, now, reader, say),
		whatBecame(ticket, say),
		howItStands(ticket, now, reader, say),
	].filter((clause) => clause !== null);
	const sentences = [`${clauses.join(", ")}.`];
	if (ticket.mergedInto)
		sentences.push(say("headline.merged", { number: ticket.mergedInto }));
	if (isLate(ticket, now) && ticket.dueAt)
		sentences.push(
			say("headline.late", { when: when(new Date(ticket.dueAt), now, reader) }),
		);
	return sentences;
}

/** Whether the work should have been finished by now and is not. */
function isLate({ dueAt, status, mergedInto }: Ticket, now: Date): boolean {
	return (
		dueAt !== null &&
		mergedInto === null &&
		status !== "done" &&
		status !== "closed" &&
		Date.parse(dueAt) < now.getTime()
	);
}

function howReported(
	{ calls, openedAt }: Ticket,
	now: Date,
	reader: Reader,
	say: Say<Words>,
): string {
	const said = (at: string) => when(new Date(at), now, reader);
	const last = calls.at(-1);
	if (!last) return say("headline.reported", { when: said(openedAt) });
	if (calls.length === 1)
		return say("headline.called", { when: said(last.arrivedAt) });
	return say("headline.calledTimes", {
		count: calls.length,
		first: said(calls[0]?.arrivedAt ?? openedAt),
		last: said(last.arrivedAt),
	});
}

function whatBecame(
	{ calls, outcome, answeredBy }: Ticket,
	say: Say<Words>,
): string | null {
	if (calls.length === 0) return null;
	if (outcome === null || calls.at(-1)?.outcome === null)
		return say("headline.goingOn");
	if (outcome !== "answered" || answeredBy === null)
		return outcome === "answered" ? null : say(`headline.${outcome}`);
	const { name } = answeredBy;
	const count = secondsToAnswer(calls);
	return count === null
		? say("headline.answered", { name })
		: say("headline.answeredIn", { name, count });
}

/** From the arrival of the first answered call until somebody picked up; null where nobody told when that was. */
function secondsToAnswer(calls: Ticket["calls"]): number | null {
	const call = calls.find(({ answeredBy }) => answeredBy);
	const accepted = call?.ringing.find(({ outcome }) => outcome === "accepted");
	if (!call || !accepted?.endedAt) return null;
	const waited = Date.parse(accepted.endedAt) - Date.parse(call.arrivedAt);
	return Math.max(1, Math.round(waited / 1000));
}

function howItStands(
	ticket: Ticket,
	now: Date,
	reader: Reader,
	say: Say<Words>,
): string | null {
	const { status, doneAt, closedAt, assignee, missedCallAt, onSiteAt } = ticket;
	const at = (instant: string) => dayOrTime(ticket, instant, now, reader, say);
	const name = assignee?.name;
	if (doneAt && (status === "done" || status === "closed"))
		return say("headline.done", { at: at(doneAt) });
	if (status === "closed")
		return closedAt && ticket.outcome !== "blocked" && !ticket.mergedInto
			? say("headline.closed", { at: at(closedAt) })
			: null;
	if (missedCallAt !== null && status !== "new")
		return say("headline.calledAgain");
	switch (status) {
		case "new":
			return ticket.calls.some(({ outcome }) => outcome === null)
				? null
				: say("headline.unacknowledged");
		case "assigned":
			return say("headline.assigned", { name: name ?? "" });
		case "acknowledged":
			return name === undefined
				? say("headline.acknowledgedByNobody")
				: isTaker(ticket)
					? null
					: say("headline.acknowledged", { name });
		default: {
			const stage = onSiteAt ? "onSite" : "underWay";
			return name === undefined
				? say(`headline.${stage}ByNobody`)
				: say(`headline.${stage}`, { name });
		}
	}
}

/** "Liisa answered, Liisa has it" says the same twice. */
function isTaker({ answeredBy, assignee }: Ticket): boolean {
	return answeredBy !== null && answeredBy.person === assignee?.person;
}

/** Of the day on which the fault was reported only the time is said. */
function dayOrTime(
	{ openedAt }: Ticket,
	instant: string,
	now: Date,
	reader: Reader,
	say: Say<Words>,
): string {
	const at = new Date(instant);
	const opened = new Date(openedAt);
	return daysUntil(at, opened, reader.zone) === 0
		? say("headline.sameDay", { time: clockTime(at, reader) })
		: when(at, now, reader);
}
