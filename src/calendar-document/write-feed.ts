import ICAL from "ical.js";
import { DateTime } from "luxon";
import type { JCal, Property } from "./calendar-text.ts";
import { zoneComponent } from "./write-zone.ts";

/** A calendar of our own, to be written. */
export interface Feed {
	readonly name: string;
	/** IANA name; the events' times are written in it. */
	readonly zone: string;
	readonly events: readonly FeedEvent[];
}

export interface FeedEvent {
	readonly uid: string;
	readonly sequence: number;
	readonly changedAt: DateTime;
	readonly start: DateTime;
	readonly end: DateTime;
	readonly title: string;
	readonly description: string;
	readonly link: string;
	readonly tentative: boolean;
	/** Minutes before the start. */
	readonly alarms: readonly number[];
	readonly alarmText: string;
}

/**
 * The calendar as a text in iCalendar (RFC 5545): the same feed gives the same text to the letter. Texts may hold
 * anything; they are escaped and folded by the library, and cannot add a line.
 */
export function writeFeed({ name, zone, events }: Feed): string {
	const isUtc = /^(etc\/)?(utc|gmt|uct|zulu|universal)$/i.test(zone);
	const zones = isUtc || events.length === 0 ? [] : [zoneOf(zone, events)];
	const calendar: JCal = [
		"vcalendar",
		[
			["version", {}, "text", "2.0"],
			["prodid", {}, "text", "-//Faultline//Faultline//EN"],
			["calscale", {}, "text", "GREGORIAN"],
			["method", {}, "text", "PUBLISH"],
			["name", {}, "unknown", escaped(plain(name))],
			["x-wr-calname", {}, "unknown", escaped(plain(name))],
			...(isUtc ? [] : [["x-wr-timezone", {}, "unknown", zone] as Property]),
			["refresh-interval", {}, "duration", "PT1H"],
			["x-published-ttl", {}, "unknown", "PT1H"],
		],
		[
			...zones,
			...events.map((each) => eventComponent(each, isUtc ? null : zone)),
		],
	];
	return folded(ICAL.stringify(calendar as unknown as unknown[]));
}

const mostLineBytes = 75;

/** The library counts letters of a folded line, and not the space before them. */
function folded(text: string): string {
	const lines = text.replaceAll("\r\n ", "").trimEnd().split("\r\n");
	return lines.map((line) => `${foldedLine(line)}\r\n`).join("");
}

function foldedLine(line: string): string {
	let result = "";
	let bytes = 0;
	for (const letter of line) {
		const size = Buffer.byteLength(letter);
		if (bytes + size > mostLineBytes) {
			result += "\r\n ";
			bytes = 1;
		}
		result += letter;
		bytes += size;
	}
	return result;
}

function zoneOf(zone: string, events: readonly FeedEvent[]): JCal {
	const millis = events.flatMap(({ start, end }) => [
		start.toMillis(),
		end.toMillis(),
	]);
	return zoneComponent(zone, {
		from: DateTime.fromMillis(Math.min(...millis)),
		to: DateTime.fromMillis(Math.max(...millis)),
	});
}

function eventComponent(event: FeedEvent, zone: string | null): JCal {
	const time = (name: string, at: DateTime): Property =>
		zone === null
			? [name, {}, "date-time", instantText(at)]
			: [
					name,
					{ tzid: zone },
					"date-time",
					at.setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
				];
	return [
		"vevent",
		[
			["uid", {}, "text", event.uid],
			["dtstamp", {}, "date-time", instantText(event.changedAt)],
			["last-modified", {}, "date-time", instantText(event.changedAt)],
			["sequence", {}, "integer", event.sequence],
			time("dtstart", event.start),
			time("dtend", event.end),
			["summary", {}, "text", plain(event.title)],
			["description", {}, "text", lines(event.description)],
			["url", {}, "uri", event.link],
			["status", {}, "text", event.tentative ? "TENTATIVE" : "CONFIRMED"],
			// Who has a duty is not busy all week.
			["transp", {}, "text", "TRANSPARENT"],
		],
		event.alarms.map((minutes) => alarm(minutes, event.alarmText)),
	];
}

function alarm(minutes: number, text: string): JCal {
	return [
		"valarm",
		[
			["action", {}, "text", "DISPLAY"],
			["description", {}, "text", plain(text)],
			["trigger", {}, "duration", before(minutes)],
		],
		[],
	];
}

function before(minutes: number): string {
	if (minutes > 0 && minutes % 1440 === 0) return `-P${minutes / 1440}D`;
	if (minutes > 0 && minutes % 60 === 0) return `-PT${minutes / 60}H`;
	return `-PT${minutes}M`;
}

function instantText(at: DateTime): string {
	return at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}

/** As the library escapes what it knows to be a text. */
function escaped(text: string): string {
	return text.replace(/[\\;,]/g, "\\$&");
}

/** One line, without control characters. */
function plain(text: string): string {
	return lines(text).replaceAll("\n", " ");
}

/** Only line feeds may break a text into lines; they are escaped. */
function lines(text: string): string {
	return text
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(/[^\P{Cc}\n]/gu, "");
}
