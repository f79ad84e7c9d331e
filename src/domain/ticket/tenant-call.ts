/** The call to a tenant through the line's number: what the technician hears, and how it ends. */
import type { Instruction, Spoken } from "../call/instructions.ts";
import type { Language, Sentence } from "../language.ts";

/** How long the technician's own phone rings; a voicemail box usually answers later, and presses nothing. */
export const technicianRingSeconds = 25;

export const tenantRingSeconds = 40;

/** Longer than anybody explains a fault, and short enough for a phone left off the hook. */
export const mostTalkSeconds = 3_600;

const waitSeconds = 8;

export const tenantCallOutcomes = [
	"talked",
	"tenant-busy",
	"tenant-no-answer",
	"tenant-unreachable",
	/** The technician's own phone was not answered, or no key was pressed. */
	"not-taken",
	/** The technician hung up before the tenant answered. */
	"hung-up",
	/** The carrier did not place it, or nobody ever told how it ended. */
	"failed",
] as const;

export type TenantCallOutcome = (typeof tenantCallOutcomes)[number];

/** Says whom it is about and asks for the key that proves a human; silence runs to the end of it. */
export function askToConnect(
	{ line, place }: { readonly line: Sentence; readonly place: string | null },
	language: Language,
): Instruction[] {
	const greeting: Sentence = {
		fi: `${line.fi}. Yhdistän sinut asukkaalle${place ? `, ${place}` : ""}.`,
		sv: `${line.sv}. Jag kopplar dig till hyresgästen${place ? ` på ${place}` : ""}.`,
		en: `${line.en}. I connect you to the tenant${place ? ` of ${place}` : ""}.`,
	};
	return [
		ask([say(greeting[language], language), say(question[language], language)]),
		ask([say(question[language], language)]),
		...goodbye(noKey, language),
	];
}

/** After a key that is not 1. */
export function askOnceMore(language: Language): Instruction[] {
	return [
		ask([say(question[language], language)]),
		...goodbye(noKey, language),
	];
}

/** What the technician is told when the tenant's leg is over; after a talk, nothing. */
export function afterTenant(
	outcome: TenantCallOutcome,
	language: Language,
): Instruction[] {
	const words = endings[outcome];
	return words ? goodbye(words, language) : [{ kind: "hang-up" }];
}

/** The key was pressed, and the tenant cannot be rung: the call is over, or nothing can be looked up. */
export function cannotConnect(language: Language): Instruction[] {
	return goodbye(trouble, language);
}

/** How the tenant's leg ended, from what the carrier says of it. */
export function tenantLegOutcome(leg: {
	/** As the carrier writes it. */
	readonly status: string;
	/** null when the carrier leaves it out. */
	readonly bridged: boolean | null;
	/** The technician's leg ended first. */
	readonly technicianGone: boolean;
}): TenantCallOutcome {
	const answered = leg.status === "completed" || leg.status === "answered";
	if (leg.bridged ?? answered) return "talked";
	if (leg.technicianGone) return "hung-up";
	switch (leg.status) {
		case "busy":
			return "tenant-busy";
		case "no-answer":
		case "canceled":
			return "tenant-no-answer";
		default:
			return "tenant-unreachable";
	}
}

/**
 * Whether a call that never was said to be over must be by now, so that a lost callback keeps nobody from calling again.
 */
export function isForgotten(
	{
		startedAt,
		acceptedAt,
	}: { readonly startedAt: number; readonly acceptedAt: number | null },
	now: number,
): boolean {
	const seconds =
		acceptedAt === null
			? technicianRingSeconds + 120
			: tenantRingSeconds + mostTalkSeconds + 60;
	return now - (acceptedAt ?? startedAt) > seconds * 1000;
}

function ask(words: readonly Spoken[]): Instruction {
	return { kind: "ask", words, waitSeconds, leadsTo: { at: "screening" } };
}

function say(text: string, language: Language): Spoken {
	return { language, text };
}

function goodbye(words: Sentence, language: Language): Instruction[] {
	return [
		{ kind: "say", words: say(words[language], language) },
		{ kind: "hang-up" },
	];
}

const question: Sentence = {
	fi: "Paina 1, niin soitan asukkaalle.",
	sv: "Tryck 1, så ringer jag upp.",
	en: "Press 1 and I will ring them.",
};

const noKey: Sentence = {
	fi: "En kuullut numeroa, joten en soita asukkaalle. Voit yrittää uudelleen ilmoituksen sivulta.",
	sv: "Jag hörde ingen siffra och ringer inte upp. Du kan försöka igen på felanmälans sida.",
	en: "I did not get a key, so I will not ring them. You can try again on the ticket's page.",
};

const trouble: Sentence = {
	fi: "Puhelua ei voi nyt yhdistää. Yritä uudelleen ilmoituksen sivulta.",
	sv: "Samtalet kan inte kopplas nu. Försök igen på felanmälans sida.",
	en: "The call cannot be put through now. Try again on the ticket's page.",
};

const endings: Readonly<Partial<Record<TenantCallOutcome, Sentence>>> = {
	"tenant-busy": {
		fi: "Asukkaan puhelin on varattu. Yritä hetken kuluttua uudelleen.",
		sv: "Det är upptaget hos hyresgästen. Försök igen om en stund.",
		en: "The tenant's phone is busy. Try again in a moment.",
	},
	"tenant-no-answer": {
		fi: "Asukas ei vastannut. Hän näkee vikanumeron ja voi soittaa takaisin.",
		sv: "Hyresgästen svarade inte. Numret till felanmälan syns, så hen kan ringa tillbaka.",
		en: "The tenant did not answer. They see the number of the line and can call back.",
	},
	"tenant-unreachable": {
		fi: "Asukkaan puhelimeen ei saada yhteyttä. Yritä myöhemmin uudelleen.",
		sv: "Hyresgästens telefon kan inte nås. Försök igen senare.",
		en: "The tenant's phone cannot be reached. Try again later.",
	},
};
