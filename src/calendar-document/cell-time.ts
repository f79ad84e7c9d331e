import {
	dayNumber,
	daysInMonth,
	localDateOf,
} from "../domain/rota/wall-clock.ts";
import type { ReadCell } from "../spreadsheet/read-table.ts";

/** What a cell says of a moment; either part may be missing. */
export interface CellTime {
	/** Days from 1970-01-01. */
	readonly day: number | null;
	/** From midnight; 1440 is the next midnight. */
	readonly minutes: number | null;
	/** `+02:00` or `Z`, where it was written. */
	readonly offset: string;
}

/** Days from Excel's day 0 to 1970-01-01. */
const excelEpoch = 25_569;

/** Reads dates as Finns, Swedes and programs write them, times of day, both together, and Excel's numbers; null for anything else. */
export function readCellTime(cell: ReadCell): CellTime | null {
	if (cell instanceof Date)
		return ofSerial(cell.getTime() / 86_400_000 + excelEpoch);
	if (typeof cell === "number") return ofSerial(cell);
	const text = (cell ?? "").trim().replace(/\s+/g, " ");
	if (/^\d{5}([.,]\d+)?$/.test(text))
		return ofSerial(Number(text.replace(",", ".")));
	return ofText(text);
}

/** Excel counts days, and a time of day is a part of one. */
function ofSerial(serial: number): CellTime | null {
	if (!Number.isFinite(serial) || serial < 0 || serial > 80_000) return null;
	const minutes = Math.round(serial * 1440);
	const day = Math.floor(minutes / 1440);
	const time = minutes - day * 1440;
	// A time of day alone is one of Excel's day 0 or 1.
	if (day < 2) return { day: null, minutes: time, offset: "" };
	return { day: day - excelEpoch, minutes: time, offset: "" };
}

const weekday = /^\p{L}{2,12}\.?,? (?=\d)/u;
const date =
	/^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})|(\d{1,2})\/(\d{1,2})\/(\d{4}))(?=$|[ T,])/;
const clock =
	/^(?:kl\.?|klo|at)?\s?(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?)?(?: ?h)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

function ofText(given: string): CellTime | null {
	const text = given.replace(weekday, "");
	const found = date.exec(text);
	const rest = (found ? text.slice(found[0].length) : text).replace(
		/^[ T,]+/,
		"",
	);
	const day = found ? dayIn(found) : null;
	if (found && day === null) return null;
	if (found && rest === "") return { day, minutes: null, offset: "" };
	const time = clock.exec(rest);
	if (!time) return null;
	const [hours, minutes] = [Number(time[1]), Number(time[2] ?? 0)];
	if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
	return { day, minutes: hours * 60 + minutes, offset: time[4] ?? "" };
}

function dayIn(found: RegExpExecArray): number | null {
	const [year, month, date] = (
		found[1]
			? [found[1], found[2], found[3]]
			: found[4]
				? [found[6], found[5], found[4]]
				: [found[9], found[8], found[7]]
	).map(Number) as [number, number, number];
	const isDate =
		year >= 1900 &&
		month >= 1 &&
		month <= 12 &&
		date >= 1 &&
		date <= daysInMonth(year, month);
	return isDate ? dayNumber(year, month, date) : null;
}

/** As a rota writes it. */
export function rotaTimeAt(
	day: number,
	minutes: number,
	offset: string,
): string {
	const two = (value: number) => String(value).padStart(2, "0");
	const later = Math.floor(minutes / 1440);
	const inDay = minutes - later * 1440;
	const time = `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
	return `${localDateOf(day + later)}T${time}${offset}`;
}
