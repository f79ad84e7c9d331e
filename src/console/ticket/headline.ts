import type { TFunction } from "i18next";
import type { Ticket } from "../../web/api/shapes.ts";

/** When the call came and what became of it, in words; `called` says when, as in "yesterday at 02:14". */
export function ticketHeadline(
	ticket: Ticket,
	called: string,
	t: TFunction,
): [string, string] {
	return [t("ticket.called", { when: called }), whatBecame(ticket, t)];
}

function whatBecame(ticket: Ticket, t: TFunction): string {
	const { outcome, answeredBy } = ticket;
	if (outcome === null) return t("ticket.goingOn");
	if (outcome !== "answered" || answeredBy === null)
		return t(`ticket.${outcome}`, { name: "" });
	const { name } = answeredBy;
	const count = secondsToAnswer(ticket);
	return count === null
		? t("ticket.answered", { name })
		: t("ticket.answeredIn", { name, count });
}

/** From the call's arrival until somebody picked up; null where nobody told when that was. */
function secondsToAnswer({ ringing, openedAt }: Ticket): number | null {
	const accepted = ringing.find(({ outcome }) => outcome === "accepted");
	if (!accepted?.endedAt) return null;
	const waited = Date.parse(accepted.endedAt) - Date.parse(openedAt);
	return Math.max(1, Math.round(waited / 1000));
}
