import { clockTime } from "../times.ts";
import { date, daysUntil, part, type Reader } from "../wall-clock.ts";

/** A span as a table tells it: "Fri 27 Nov 15:00 – Sat 28 Nov 08:00"; the day once when it begins and ends on the same. */
export function spanText(
	start: Date,
	end: Date,
	now: Date,
	reader: Reader,
): string {
	const until =
		daysUntil(end, start, reader.zone) === 0
			? clockTime(end, reader)
			: momentText(end, now, reader);
	return `${momentText(start, now, reader)} – ${until}`;
}

/** "Fri 27 Nov 15:00", "pe 27.11. klo 15.00", "fre 27 nov. kl. 15:00". */
export function momentText(at: Date, now: Date, reader: Reader): string {
	const before = { fi: "klo ", sv: "kl. ", en: "" }[reader.language];
	return `${dayText(at, now, reader)} ${before}${clockTime(at, reader)}`;
}

/** "Fri 27 Nov", with the year where it is another than now. */
export function dayText(at: Date, now: Date, reader: Reader): string {
	return `${part(at, reader, { weekday: "short" })} ${date(at, now, reader, "short")}`;
}

/** "14 h", "14.5 h": hours that truly pass, not those of the wall clock. */
export function hoursText(milliseconds: number, { language }: Reader): string {
	const hours = Math.round(milliseconds / 360_000) / 10;
	const text = String(hours);
	return `${language === "en" ? text : text.replace(".", ",")} h`;
}
