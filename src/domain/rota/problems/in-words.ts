/** Spans of time in words, for sentences of problems. */
import { DateTime } from "luxon";
import type { Sentence } from "../../language.ts";
import { hourMillis } from "../wall-clock.ts";

const formats = {
	fi: "ccc d.M.yyyy 'klo' H.mm",
	sv: "ccc yyyy-MM-dd 'kl.' HH:mm",
	en: "ccc d LLL yyyy HH:mm",
} as const;

/** `Thu 24 Dec 2026 15:00` and its like in the other languages, on the wall clock of the zone. */
export function momentInWords(millis: number, zone: string): Sentence {
	const moment = DateTime.fromMillis(millis, { zone });
	return {
		fi: moment.setLocale("fi").toFormat(formats.fi),
		sv: moment.setLocale("sv").toFormat(formats.sv),
		en: moment.setLocale("en").toFormat(formats.en),
	};
}

/** Both ends and the length in hours, a half as a decimal. */
export function spanInWords(
	start: number,
	end: number,
	zone: string,
): Sentence {
	const [from, to] = [momentInWords(start, zone), momentInWords(end, zone)];
	const hours = hoursInWords(end - start);
	return {
		fi: `${from.fi} – ${to.fi} (${hours.fi})`,
		sv: `${from.sv} – ${to.sv} (${hours.sv})`,
		en: `${from.en} – ${to.en} (${hours.en})`,
	};
}

export function hoursInWords(millis: number): Sentence {
	const hours = String(Math.round((millis / hourMillis) * 10) / 10);
	const comma = hours.replace(".", ",");
	return { fi: `${comma} h`, sv: `${comma} h`, en: `${hours} h` };
}
