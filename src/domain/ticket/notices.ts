/** Who is to be told what about a call, once it is known how it ended. */

import type { PlannedPerson, PlannedStep } from "../call/plan.ts";
import type { Language } from "../language.ts";
import type { Answer } from "../rota/answer.ts";
import type { PersonId, Rota } from "../rota/rota.ts";
import type { Purpose } from "./purposes.ts";
import type { CallView } from "./ticket.ts";
import type { TicketRecord } from "./view.ts";

export interface Contact {
	/** E.164. */
	readonly phone: string;
	readonly language: Language;
}

/** Somebody of the line's rota. */
export interface Colleague extends Contact {
	readonly person: PersonId;
	readonly name: string;
	readonly email: string | null;
	/** At a desk, where e-mail is read too. */
	readonly isOffice: boolean;
}

/** By which way somebody is told. */
export interface Receiver {
	readonly channel: "sms" | "email";
	/** E.164, or an e-mail address. */
	readonly to: string;
	readonly language: Language;
	/** Of the line's rota. */
	readonly person: PersonId | null;
	/** As others know them; null for a tenant. */
	readonly name: string | null;
}

export interface Notice {
	readonly purpose: Purpose;
	readonly to: Receiver;
}

export interface NoticeInputs {
	/** The call's plan, for who took it and who would have been rung. */
	readonly steps: readonly PlannedStep[];
	/** The person on duty and the office. */
	readonly responsible: readonly Receiver[];
	/** Who has the ticket; null when nobody does, or cannot be told. */
	readonly holder: Receiver | null;
	/** The tenant wants the ticket's number and can be texted. */
	readonly tenant: Contact | null;
	/** An earlier call of the same ticket has been told of. */
	readonly isCalledAgain: boolean;
}

/** All messages that the call as it stands asks for; who sends them sends each only once. */
export function noticesDue(call: CallView, inputs: NoticeInputs): Notice[] {
	const due = noticesOfOutcome(call, inputs);
	if (due === null) return [];
	const { holder, tenant, isCalledAgain } = inputs;
	const isToldAnyway = due.some(({ to }) => to.to === holder?.to);
	const tookItThemself =
		holder?.person != null && holder.person === call.answeredBy?.person;
	if (isCalledAgain && holder && !isToldAnyway && !tookItThemself)
		due.push({ purpose: "called-again", to: holder });
	if (tenant) due.push({ purpose: "receipt", to: tenantAs(tenant) });
	return due;
}

/** null while nothing is decided, and for a caller who was turned away. */
function noticesOfOutcome(
	call: CallView,
	{ steps, responsible }: NoticeInputs,
): Notice[] | null {
	switch (call.outcome) {
		case "answered":
			return noticesTo(takerOf(call, steps).map(planned), "taken");
		case "abandoned":
			return noticesTo(missedBy(call, steps).map(planned), "missed");
		case "voicemail":
		case "unanswered":
			return noticesTo(responsible, call.outcome);
		default:
			return null;
	}
}

/** One message for each phone and address. */
export function noticesTo(
	receivers: readonly Receiver[],
	purpose: Purpose,
): Notice[] {
	const byAddress = new Map(receivers.map((one) => [one.to, one]));
	return [...byAddress.values()].map((to) => ({ purpose, to }));
}

export function byText({
	phone,
	language,
	person,
	name,
}: Omit<Colleague, "email" | "isOffice">): Receiver {
	return { channel: "sms", to: phone, language, person, name };
}

export function tenantAs({ phone, language }: Contact): Receiver {
	return { channel: "sms", to: phone, language, person: null, name: null };
}

function planned({ person, name, phone, language }: PlannedPerson): Receiver {
	return byText({ person, name, phone, language });
}

/** Whether somebody has to be reminded of the call until it is acknowledged. */
export function needsAlarm(
	ticket: Pick<TicketRecord, "missedCallAt" | "status">,
): boolean {
	return ticket.missedCallAt !== null && ticket.status !== "closed";
}

/**
 * The person on duty and the office, at the instant of the answer: whom a closed office would ring first, whom an open one
 * would, and the fallback people.
 */
export function responsiblePeople(
	answer: Pick<Answer, "duties">,
	rota: Rota,
	lineLanguage: Language,
): Colleague[] {
	return colleagues(answer, rota, lineLanguage, [
		...(rota.routing.closed[0]?.ring ?? []),
		...(rota.routing.open[0]?.ring ?? []),
		...rota.fallback,
	]);
}

/** Whom the line would ring after those: the further steps of a closed office, and of an open one. */
export function nextPeople(
	answer: Pick<Answer, "duties">,
	rota: Rota,
	lineLanguage: Language,
): Colleague[] {
	const further = [
		...rota.routing.closed.slice(1),
		...rota.routing.open.slice(1),
	];
	return colleagues(
		answer,
		rota,
		lineLanguage,
		further.flatMap(({ ring }) => ring),
	);
}

function colleagues(
	answer: Pick<Answer, "duties">,
	rota: Rota,
	lineLanguage: Language,
	names: readonly string[],
): Colleague[] {
	const found = names.flatMap((name): Colleague[] => {
		const duty = answer.duties[name];
		const colleague = colleagueOf(
			rota,
			duty ? (duty.person ?? "") : name,
			lineLanguage,
		);
		return colleague ? [colleague] : [];
	});
	return [...new Map(found.map((one) => [one.phone, one])).values()];
}

/** null when the rota has no such person. */
export function colleagueOf(
	rota: Rota,
	id: PersonId,
	lineLanguage: Language,
): Colleague | null {
	const person = Object.hasOwn(rota.people, id) ? rota.people[id] : undefined;
	return person
		? {
				person: id,
				name: person.name,
				phone: person.phone,
				email: person.email ?? null,
				language: person.language ?? lineLanguage,
				isOffice: person.answers === "directly",
			}
		: null;
}

/** A technician gets the ticket to go with; a desk phone has a screen beside it. */
function takerOf(
	{ answeredBy }: CallView,
	steps: readonly PlannedStep[],
): PlannedPerson[] {
	return everyone(steps).filter(
		({ person, screened }) => screened && person === answeredBy?.person,
	);
}

function missedBy(
	{ ringing }: CallView,
	steps: readonly PlannedStep[],
): readonly PlannedPerson[] {
	const last = ringing.at(-1)?.step ?? 0;
	return steps[last]?.people ?? [];
}

function everyone(steps: readonly PlannedStep[]): PlannedPerson[] {
	return steps.flatMap(({ people }) => people);
}
