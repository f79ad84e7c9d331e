import type { TFunction } from "i18next";
import type { Ticket } from "../../web/api/shapes.ts";

/** What became of the call, in words; `called` says when, as in "yesterday at 02:14". */
export function ticketHeadline(
	ticket: Ticket,
	called: string,
	t: TFunction,
): string {
	const { outcome, answeredBy } = ticket;
	if (outcome === null) return t("ticket.goingOn", { when: called });
	if (outcome !== "answered" || answeredBy === null)
		return t(`ticket.${outcome}`, { when: called, name: "" });
	const seconds = secondsToAnswer(ticket);
	const said = { when: called, name: answeredBy.name, seconds };
	return seconds === null
		? t("ticket.answered", said)
		: t("ticket.answeredIn", said);
}

/** From the call's arrival until somebody picked up; null where nobody told when that was. */
function secondsToAnswer({ ringing, openedAt }: Ticket): number | null {
	const accepted = ringing.find(({ outcome }) => outcome === "accepted");
	if (!accepted?.endedAt) return null;
	const waited = Date.parse(accepted.endedAt) - Date.parse(openedAt);
	return Math.max(1, Math.round(waited / 1000));
}
