/** How soon faults of a property are to be seen to, and what a service class cannot be. */
import { type Language, languages, type Sentence } from "../language.ts";
import { type DueMinutes, dueOutOfOrder } from "./due.ts";
import type { Urgency } from "./ticket.ts";

export interface ServiceClass {
	readonly id: string;
	readonly names: Sentence;
	readonly minutes: DueMinutes;
	/** How many properties it holds for by name. */
	readonly properties: number;
	readonly revision: number;
}

export type ServiceClassFault =
	/** Another one is called so. */
	| {
			readonly kind: "same-name";
			readonly language: Language;
			readonly name: string;
	  }
	/** It would be due sooner than what is more urgent. */
	| { readonly kind: "out-of-order"; readonly urgency: Urgency };

/** What is wrong with a service class as it is to be; its id is null while it has none. */
export function serviceClassFault(
	classes: readonly ServiceClass[],
	wanted: {
		readonly id: string | null;
		readonly names: Sentence;
		readonly minutes: DueMinutes;
	},
): ServiceClassFault | null {
	const { id, names, minutes } = wanted;
	for (const other of classes)
		for (const language of languages) {
			const name = other.names[language];
			const isSame = name.toLowerCase() === names[language].toLowerCase();
			if (other.id !== id && isSame)
				return { kind: "same-name", language, name };
		}
	const urgency = dueOutOfOrder(minutes);
	return urgency ? { kind: "out-of-order", urgency } : null;
}
