import { dayIn, dayWords } from "./day-words.ts";
import {
	date,
	daysUntil,
	locales,
	part,
	type Reader,
	wallClock,
} from "./wall-clock.ts";

/** `15.00` in Finnish, `15:00` in Swedish and English; with seconds where the order of events is the matter. */
export function clockTime(
	at: Date,
	{ language, zone }: Reader,
	precision: "minutes" | "seconds" = "minutes",
): string {
	const { hour, minute, second } = wallClock(at, zone);
	const parts = [language === "fi" ? String(Number(hour)) : hour, minute];
	if (precision === "seconds") parts.push(second);
	return parts.join(language === "fi" ? "." : ":");
}

/** A span's end in a sentence: "until Friday 15:00", "perjantaihin klo 15.00 asti", "till fredag kl. 15:00". */
export function until(at: Date, now: Date, reader: Reader): string {
	const words = dayWords[reader.language];
	const day = dayIn(words.until, at, now, reader);
	return words.untilTime(day, clockTime(at, reader));
}

/** An instant in a sentence: "tomorrow at 08:00", "huomenna klo 8.00", "i morgon kl. 08:00". */
export function when(at: Date, now: Date, reader: Reader): string {
	return saidOn(at, now, reader, clockTime(at, reader));
}

/** As `when`, with whole hours said as people say them: "tomorrow at 8". */
export function whenRoundly(at: Date, now: Date, reader: Reader): string {
	const { hour, minute } = wallClock(at, reader.zone);
	if (minute !== "00" || hour === "00") return when(at, now, reader);
	return saidOn(at, now, reader, String(Number(hour)));
}

function saidOn(at: Date, now: Date, reader: Reader, time: string): string {
	const words = dayWords[reader.language];
	return words.onTime(dayIn(words.on, at, now, reader), time);
}

/** For lists: only the time on the same day, else the day before it. */
export function briefTime(at: Date, now: Date, reader: Reader): string {
	const time = clockTime(at, reader);
	const days = daysUntil(at, now, reader.zone);
	if (days === 0) return time;
	if (days < 0 && days > -7)
		return `${part(at, reader, { weekday: "short" })} ${time}`;
	return `${date(at, now, reader, "short")} ${time}`;
}

/** The whole of it: "Saturday 21 November 2026, 21:14". */
export function fullTime(at: Date, reader: Reader): string {
	const day = new Intl.DateTimeFormat(locales[reader.language], {
		weekday: "long",
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: reader.zone,
	}).format(at);
	const time = clockTime(at, reader);
	return {
		fi: `${day} klo ${time}`,
		sv: `${day} kl. ${time}`,
		en: `${day}, ${time}`,
	}[reader.language];
}

/** "3 minutes ago", in whole units, and never the future. */
export function ago(at: Date, now: Date, { language }: Reader): string {
	const format = new Intl.RelativeTimeFormat(locales[language], {
		numeric: "auto",
	});
	const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
	if (seconds < 60) return format.format(0, "second");
	if (seconds < 3600) return format.format(-Math.floor(seconds / 60), "minute");
	if (seconds < 86_400)
		return format.format(-Math.floor(seconds / 3600), "hour");
	return format.format(-Math.floor(seconds / 86_400), "day");
}

/** A stopwatch's time: `0:07`, `12:30`, `1:02:05`. */
export function stopwatch(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const two = (value: number) => String(value).padStart(2, "0");
	const minutes = Math.floor(whole / 60);
	const rest = two(whole % 60);
	return minutes < 60
		? `${minutes}:${rest}`
		: `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
