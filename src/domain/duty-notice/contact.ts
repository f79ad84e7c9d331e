/** By which way somebody can be told, and wants to be. */
import type { Language } from "../language.ts";
import type { Person } from "../rota/rota.ts";

export type Channel = "sms" | "email";

export interface DutyContact {
	readonly channel: Channel;
	/** E.164, or an e-mail address. */
	readonly to: string;
	readonly language: Language;
}

export interface ContactInputs {
	readonly lineLanguage: Language;
	/** What they chose themselves, if anything. */
	readonly chosen: Channel | null;
	/** Whether e-mail can be sent at all. */
	readonly mailIsSet: boolean;
}

/**
 * Where a person is told: by text message, or by e-mail if they chose it. A desk phone reads no text messages, so its people get e-mail;
 * null when there is no way.
 */
export function contactOf(
	person: Person,
	{ lineLanguage, chosen, mailIsSet }: ContactInputs,
): DutyContact | null {
	const language = person.language ?? lineLanguage;
	const texts = person.answers !== "directly";
	const mail = person.email && mailIsSet ? person.email : null;
	if (mail && (chosen === "email" || !texts))
		return { channel: "email", to: mail, language };
	return texts ? { channel: "sms", to: person.phone, language } : null;
}

/** Where a person is told of what cannot wait: some way there always is, if only a text message to a desk phone. */
export function alarmContactOf(
	person: Person,
	inputs: ContactInputs,
): DutyContact {
	return (
		contactOf(person, inputs) ?? {
			channel: "sms",
			to: person.phone,
			language: person.language ?? inputs.lineLanguage,
		}
	);
}

/** Where an address of a list leads: a number is texted, anything else is mailed. */
export function contactAt(to: string, language: Language): DutyContact {
	return { channel: to.startsWith("+") ? "sms" : "email", to, language };
}
