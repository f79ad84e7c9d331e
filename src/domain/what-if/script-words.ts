/** What tenant and technicians do in a script, in words. */
import type { Sentence } from "../language.ts";

export function dials(number: string): Sentence {
	return {
		fi: `Soittaa numeroon ${number}.`,
		sv: `Ringer ${number}.`,
		en: `Calls ${number}.`,
	};
}

export const turnedAway: Sentence = {
	fi: "Kuulee varattu-äänen: numero on estetty.",
	sv: "Hör upptagetton: numret är spärrat.",
	en: "Hears the busy tone: the number is blocked.",
};

export function presses(key: string): Sentence {
	return {
		fi: `Painaa ${key}.`,
		sv: `Trycker ${key}.`,
		en: `Presses ${key}.`,
	};
}

export const pressesNothing: Sentence = {
	fi: "Ei paina mitään.",
	sv: "Trycker ingenting.",
	en: "Presses nothing.",
};

export function rings(shows: string): Sentence {
	return {
		fi: `Puhelin soi ja näyttää numeron ${shows}.`,
		sv: `Telefonen ringer och visar ${shows}.`,
		en: `The phone rings and shows ${shows}.`,
	};
}

export const stopsRinging: Sentence = {
	fi: "Puhelin lakkaa soimasta.",
	sv: "Telefonen slutar ringa.",
	en: "The phone stops ringing.",
};

export const talksToTenant: Sentence = {
	fi: "Puhuu soittajan kanssa.",
	sv: "Talar med den som ringer.",
	en: "Talks with the caller.",
};

export function talksTo(name: string): Sentence {
	return {
		fi: `${name} on linjalla.`,
		sv: `${name} är på linjen.`,
		en: `${name} is on the line.`,
	};
}

export const leavesMessage: Sentence = {
	fi: "Jättää viestin äänimerkin jälkeen.",
	sv: "Lämnar ett meddelande efter tonen.",
	en: "Leaves a message after the tone.",
};

export const callEnds: Sentence = {
	fi: "Puhelu päättyy.",
	sv: "Samtalet är slut.",
	en: "The call ends.",
};

export const isTexted: Sentence = {
	fi: "Saa heti tekstiviestin, jossa on linkki ilmoitukseen.",
	sv: "Får genast ett sms med en länk till felanmälan.",
	en: "Gets a text message at once, with a link to the ticket.",
};

/** An audio file stands in for the words. */
export function audio(file: string): Sentence {
	return {
		fi: `Kuulee äänitteen ${file}.`,
		sv: `Hör ljudfilen ${file}.`,
		en: `Hears the recording ${file}.`,
	};
}
