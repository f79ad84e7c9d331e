/** Why something was done, in the reader's words where the reason is the service's own, and as it was typed otherwise. */
import type { Language, Sentence } from "../language.ts";
import { faultInWords, isCalendarFault } from "../rota/calendar/fault-words.ts";
import { swapNote } from "../swap/texts.ts";
import { deathAsWritten } from "../swap/words.ts";
import { kindOf } from "./actions.ts";
import type { AuditKind } from "./entry.ts";

/** The reasons that the service itself gives, by the kind of what it does: a person may have typed the same about something else. */
const ownReasons: Readonly<
	Partial<Record<AuditKind, Readonly<Record<string, Sentence>>>>
> = {
	tickets: {
		"a call arrived": {
			fi: "puhelu saapui",
			sv: "ett samtal kom",
			en: "a call arrived",
		},
		"a call of the same number arrived": {
			fi: "samasta numerosta tuli puhelu",
			sv: "ett samtal kom från samma nummer",
			en: "a call of the same number arrived",
		},
		"took the call": {
			fi: "otti puhelun",
			sv: "tog samtalet",
			en: "took the call",
		},
		"nobody took a call about it": {
			fi: "kukaan ei vastannut siitä tulleeseen puheluun",
			sv: "ingen svarade på ett samtal om den",
			en: "nobody took a call about it",
		},
		"nobody has acknowledged it": {
			fi: "kukaan ei ole kuitannut sitä",
			sv: "ingen har kvitterat den",
			en: "nobody has acknowledged it",
		},
		"the number is known now": {
			fi: "numero tunnetaan nyt",
			sv: "numret är känt nu",
			en: "the number is known now",
		},
		"the carrier has a record of the call, the service had none": {
			fi: "puhelinyhtiöllä on tieto puhelusta, täällä ei ollut",
			sv: "operatören har en uppgift om samtalet, här fanns ingen",
			en: "the carrier has a record of the call, the service had none",
		},
	},
	places: {
		import: {
			fi: "tuotiin tiedostosta",
			sv: "lästes in ur en fil",
			en: "imported from a file",
		},
	},
	accounts: {
		"wrong password": {
			fi: "väärä salasana",
			sv: "fel lösenord",
			en: "wrong password",
		},
		"account disabled": {
			fi: "tili on suljettu",
			sv: "kontot är stängt",
			en: "the account is disabled",
		},
		"too many wrong passwords": {
			fi: "liian monta väärää salasanaa",
			sv: "för många fel lösenord",
			en: "too many wrong passwords",
		},
		"wrong code": { fi: "väärä koodi", sv: "fel kod", en: "wrong code" },
		"too many wrong codes": {
			fi: "liian monta väärää koodia",
			sv: "för många fel koder",
			en: "too many wrong codes",
		},
		"at a provider: no-account": {
			fi: "tunnistautui muualla, mutta täällä ei ole tiliä",
			sv: "legitimerade sig hos en leverantör, men har inget konto här",
			en: "proven by a provider, but has no account here",
		},
		"at a provider: disabled": {
			fi: "tunnistautui muualla, mutta tili on suljettu",
			sv: "legitimerade sig hos en leverantör, men kontot är stängt",
			en: "proven by a provider, but the account is disabled",
		},
		"at a provider: not-verified": {
			fi: "tunnistautui muualla, mutta sähköpostiosoitetta ei ole vahvistettu",
			sv: "legitimerade sig hos en leverantör, men e-postadressen är inte bekräftad",
			en: "proven by a provider that does not vouch for the e-mail address",
		},
		reset: {
			fi: "vanha oli unohtunut",
			sv: "det gamla var glömt",
			en: "the old one was forgotten",
		},
		invitation: { fi: "kutsusta", sv: "på inbjudan", en: "by invitation" },
	},
	rota: {
		"first start": {
			fi: "ensimmäinen käynnistys",
			sv: "första starten",
			en: "first start",
		},
	},
};

/** null where no reason was given. */
export function reasonInWords({
	action,
	reason,
}: {
	readonly action: string;
	readonly reason?: string | null;
}): Sentence | null {
	if (!reason) return null;
	const kind = kindOf(action);
	const own = kind === null ? undefined : ownReasons[kind];
	if (own && Object.hasOwn(own, reason)) return own[reason] as Sentence;
	return (kind === "rota" ? rotaReason(action, reason) : null) ?? typed(reason);
}

function rotaReason(action: string, reason: string): Sentence | null {
	switch (action) {
		case "swap-died":
			return deathAsWritten(reason);
		case "calendar-failed":
			return isCalendarFault(reason)
				? faultInWords({ because: reason, status: null })
				: null;
		case "rota-published":
			return swapReason(reason);
		default:
			return null;
	}
}

const languages: readonly Language[] = ["fi", "sv", "en"];

/** A swap is published in the line's language, with what somebody typed behind it. */
function swapReason(reason: string): Sentence | null {
	const note = languages
		.map(swapNote)
		.find((each) => reason === each || reason.startsWith(`${each}: `));
	if (note === undefined) return null;
	const rest = reason.slice(note.length);
	return {
		fi: `${swapNote("fi")}${rest}`,
		sv: `${swapNote("sv")}${rest}`,
		en: `${swapNote("en")}${rest}`,
	};
}

function typed(reason: string): Sentence {
	return { fi: reason, sv: reason, en: reason };
}
