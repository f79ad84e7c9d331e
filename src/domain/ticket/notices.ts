/** Who is to be told what about a call, once it is known how it ended. */

import type { PlannedPerson, PlannedStep } from "../call/plan.ts";
import type { Language } from "../language.ts";
import type { Answer } from "../rota/answer.ts";
import type { Rota } from "../rota/rota.ts";
import { type Purpose, type Told, textOf } from "./texts.ts";
import type { TicketView } from "./ticket.ts";

export interface Contact {
	/** E.164. */
	readonly phone: string;
	readonly language: Language;
}

export interface Notice {
	readonly purpose: Purpose;
	readonly to: string;
	readonly body: string;
}

export interface NoticeInputs {
	readonly told: Told;
	/** The call's plan, for who took it and who would have been rung. */
	readonly steps: readonly PlannedStep[];
	/** The person on duty and the office. */
	readonly responsible: readonly Contact[];
	/** The tenant wants the ticket's number and can be texted. */
	readonly tenant: Contact | null;
}

/** All messages that the call as it stands asks for; who sends them sends each only once. */
export function noticesDue(ticket: TicketView, inputs: NoticeInputs): Notice[] {
	const { told, tenant } = inputs;
	const due: { purpose: Purpose; to: readonly Contact[] }[] = [];
	switch (ticket.outcome) {
		case "answered":
			due.push({ purpose: "taken", to: takerOf(ticket, inputs.steps) });
			break;
		case "abandoned":
			due.push({ purpose: "missed", to: missedBy(ticket, inputs.steps) });
			break;
		case "voicemail":
		case "unanswered":
			due.push({ purpose: ticket.outcome, to: inputs.responsible });
			break;
		default:
			return [];
	}
	if (tenant) due.push({ purpose: "receipt", to: [tenant] });
	return due.flatMap(({ purpose, to }) => noticesTo(to, purpose, told));
}

/** One message for each phone. */
export function noticesTo(
	contacts: readonly Contact[],
	purpose: Purpose,
	told: Told,
): Notice[] {
	const phones = new Map(contacts.map((contact) => [contact.phone, contact]));
	return [...phones.values()].map(({ phone, language }) => ({
		purpose,
		to: phone,
		body: textOf(purpose, told, language),
	}));
}

/** Whether somebody has to be reminded of the call until it is acknowledged. */
export function needsAlarm(ticket: TicketView): boolean {
	return ticket.missedCallAt !== null && ticket.status !== "closed";
}

/**
 * The person on duty and the office, at the instant of the answer: whom a closed office would ring first, whom an open one
 * would, and the fallback people.
 */
export function responsiblePeople(
	answer: Answer,
	rota: Rota,
	lineLanguage: Language,
): Contact[] {
	const named = [
		...(rota.routing.closed[0]?.ring ?? []),
		...(rota.routing.open[0]?.ring ?? []),
		...rota.fallback,
	];
	const contacts = named.flatMap((name): Contact[] => {
		const duty = answer.duties[name];
		const person = rota.people[duty ? (duty.person ?? "") : name];
		return person
			? [{ phone: person.phone, language: person.language ?? lineLanguage }]
			: [];
	});
	return [...new Map(contacts.map((one) => [one.phone, one])).values()];
}

/** A technician gets the ticket to go with; a desk phone has a screen beside it. */
function takerOf(
	{ answeredBy }: TicketView,
	steps: readonly PlannedStep[],
): PlannedPerson[] {
	return everyone(steps).filter(
		({ person, screened }) => screened && person === answeredBy?.person,
	);
}

function missedBy(
	{ ringing }: TicketView,
	steps: readonly PlannedStep[],
): readonly PlannedPerson[] {
	const last = ringing.at(-1)?.step ?? 0;
	return steps[last]?.people ?? [];
}

function everyone(steps: readonly PlannedStep[]): PlannedPerson[] {
	return steps.flatMap(({ people }) => people);
}
