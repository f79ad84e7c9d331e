import { type CallFact, keyOf } from "../../src/domain/call/facts.ts";
import type { Sentence } from "../../src/domain/language.ts";
import type { BelievablePerson, TicketRow } from "./ticket-rows.ts";

export interface FactRow {
	readonly sid: string;
	readonly key: string;
	readonly kind: string;
	/** Milliseconds. */
	readonly at: number;
	readonly data: string;
}

/** What is on record of the ticket's call: whom it rang, and how that went. */
export function factsOf(
	ticket: TicketRow,
	rung: BelievablePerson,
	rotaVersion: number,
): FactRow[] {
	const { answer, at } = ticket;
	const person = answer.by ?? rung;
	const facts: [number, CallFact][] = [
		[0, { kind: "call-arrived", because: because(person), rotaVersion }],
	];
	if (answer.outcome === "blocked") facts.push([0, { kind: "caller-blocked" }]);
	else facts.push(...ringing(ticket, person));
	return facts.map(([seconds, fact]) => {
		const { kind, ...data } = fact;
		return {
			...{ sid: ticket.sid, key: keyOf(fact), kind },
			at: at + seconds * 1000,
			data: JSON.stringify(data),
		};
	});
}

function ringing(
	{ answer, sid }: TicketRow,
	person: BelievablePerson,
): [number, CallFact][] {
	const of = {
		leg: `CA${sid.slice(2).split("").reverse().join("")}`,
		...{ person: person.id, screened: !person.isOffice, step: 0, attempt: 1 },
	};
	const wait = answer.seconds ?? 25;
	const progressed = (
		status: "ringing" | "in-progress" | "no-answer",
	): CallFact => ({
		kind: "leg-progressed",
		...{ status, sequence: null, carrierAt: null },
		...of,
	});
	const rings: [number, CallFact][] = [
		[
			1,
			{
				...{ kind: "step-rung", step: 0, attempt: 1, ringSeconds: 25 },
				people: [
					{
						...{ person: person.id, name: person.name, phone: person.phone },
						screened: !person.isOffice,
					},
				],
			},
		],
		[2, progressed("ringing")],
	];
	const ended = (
		result: "human" | "no-answer" | "cancelled",
		seconds: number,
	): [number, CallFact] => [
		seconds,
		{
			...{ kind: "ring-ended", step: 0, attempt: 1, result },
			...{ leg: of.leg, person: person.id },
			talkSeconds: result === "human" ? answer.talk : null,
			callerGone: result === "cancelled",
		},
	];
	const over = (seconds: number): [number, CallFact] => [
		seconds,
		{ kind: "call-ended", status: "completed", seconds },
	];
	if (answer.outcome === "answered")
		return [
			...rings,
			[wait, progressed("in-progress")],
			...(person.isOffice
				? []
				: [
						[wait, { kind: "leg-pressed", key: "1", ...of }] as [
							number,
							CallFact,
						],
					]),
			ended("human", wait + answer.talk),
			over(wait + answer.talk),
		];
	if (answer.outcome === "abandoned")
		return [...rings, ended("cancelled", 14), over(14)];
	return [
		...rings,
		[26, progressed("no-answer")],
		ended("no-answer", 26),
		[27, { kind: "message-offered" }],
		...(answer.outcome === "voicemail"
			? [
					[48, { kind: "message-left", seconds: 18, callerGone: true }] as [
						number,
						CallFact,
					],
				]
			: []),
		over(answer.outcome === "voicemail" ? 48 : 31),
	];
}

function because({ name }: BelievablePerson): Sentence {
	return {
		fi: `${name} on päivystysvuorossa`,
		sv: `${name} har jour`,
		en: `${name} is on duty`,
	};
}
