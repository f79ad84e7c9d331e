import type { Sentence } from "../domain/language.ts";
import { holderOf } from "../domain/rota/calendar/entry.ts";
import {
	strangenessInWords,
	unreadabilityInWords,
} from "../domain/rota/calendar/fault-words.ts";
import { typedTime } from "../domain/rota/edits/typed-time.ts";
import type { Rota, RotaTime, WrittenShift } from "../domain/rota/rota.ts";
import { clockOf, type ZoneClock } from "../domain/rota/wall-clock.ts";
import { fileText } from "../spreadsheet/file-text.ts";
import {
	type ReadCell,
	readTable,
	type TableReading,
} from "../spreadsheet/read-table.ts";
import { type CellTime, readCellTime, rotaTimeAt } from "./cell-time.ts";
import { type Columns, columnsOf } from "./columns.ts";
import {
	doubleTime,
	fileWords,
	notATime,
	overlaps,
	skippedTime,
	unknownPerson,
} from "./file-words.ts";
import { rotaTimeOf } from "./moments.ts";
import { readCalendar } from "./read-calendar.ts";
import type { Span } from "./zones.ts";

export interface ShiftRow {
	/** In the file, from 1; of a calendar the number of the event. */
	readonly row: number;
	readonly person: string | null;
	readonly start: RotaTime | null;
	readonly end: RotaTime | null;
	/** As it stands in the file. */
	readonly text: string;
	readonly problems: readonly Sentence[];
}

export interface ShiftsReading {
	readonly rows: readonly ShiftRow[];
	/** Of the rows without problems. */
	readonly shifts: readonly WrittenShift[];
	/** Of the file as a whole; then there are no rows. */
	readonly problems: readonly Sentence[];
}

/**
 * Reads shifts from a file that somebody made elsewhere: a calendar, a workbook of Excel or a table with commas, semicolons
 * or tabs. What it is, its first bytes tell. Every row is told with what is wrong with it; nothing is guessed.
 *
 * @param span in which the events of a calendar are looked for.
 */
export async function readShifts(
	bytes: Uint8Array,
	rota: Rota,
	span: Span,
): Promise<ShiftsReading> {
	const clock = clockOf(rota.zone);
	if (!clock) return faulty(fileWords.empty);
	const text = fileText(bytes);
	return /^\s*BEGIN:VCALENDAR/i.test(text.replace(/^\uFEFF/, ""))
		? ofCalendar(text.trimStart(), rota, clock, span)
		: ofTable(
				await readTable(bytes, mostRows, (cells) => columnsOf(cells) !== null),
				rota,
				clock,
			);
}

const mostRows = 5_000;

function faulty(problem: Sentence): ShiftsReading {
	return { rows: [], shifts: [], problems: [problem] };
}

function ofCalendar(
	text: string,
	rota: Rota,
	clock: ZoneClock,
	span: Span,
): ShiftsReading {
	const reading = readCalendar(text, span);
	if (reading.kind === "faulty")
		return faulty(
			reading.because === "too-many-entries"
				? fileWords.tooLarge
				: fileWords.unreadable,
		);
	if (reading.entries.length > mostRows) return faulty(fileWords.tooLarge);
	const entries = reading.entries.map((entry, index): ShiftRow => {
		const holder = holderOf(entry, rota.people);
		return {
			row: index + 1,
			person: holder.kind === "person" ? holder.person : null,
			start: asLocal(entry.start, clock),
			end: asLocal(entry.end, clock),
			text: entry.title,
			problems:
				holder.kind === "person"
					? []
					: [asSentence(strangenessInWords({ because: holder.kind }))],
		};
	});
	const unreadable = reading.unreadable.map(
		({ title, time, because }, index): ShiftRow => ({
			row: entries.length + index + 1,
			person: null,
			start: null,
			end: null,
			text: `${title} ${time}`.trim(),
			problems: [asSentence(unreadabilityInWords({ because }))],
		}),
	);
	return withOverlaps([...entries, ...unreadable], clock);
}

/** On the rota's wall clock where that is as clear. */
function asLocal(time: RotaTime, clock: ZoneClock): RotaTime {
	const instant = clock.read(time);
	if (instant === null || !/Z$/.test(time)) return time;
	const local = clock.localOf(instant);
	return clock.instantOf(local) === instant ? rotaTimeOf(local, null) : time;
}

function asSentence(part: Sentence): Sentence {
	const whole = (text: string) =>
		`${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
	return { fi: whole(part.fi), sv: whole(part.sv), en: whole(part.en) };
}

function ofTable(
	table: TableReading,
	rota: Rota,
	clock: ZoneClock,
): ShiftsReading {
	if (table.kind === "faulty") return faulty(fileWords[table.because]);
	const columns = columnsOf(table.head);
	if (!columns) return faulty(fileWords.noHead);
	const rows = table.rows
		.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ""))
		.map(({ row, cells }) => rowOf(row, cells, columns, rota));
	if (rows.length > mostRows) return faulty(fileWords.tooLarge);
	return withOverlaps(rows, clock);
}

function rowOf(
	row: number,
	cells: readonly ReadCell[],
	columns: Columns,
	rota: Rota,
): ShiftRow {
	const problems: Sentence[] = [];
	const at = (column: number | null) =>
		column === null ? null : (cells[column] ?? null);
	const name = String(at(columns.person) ?? "").trim();
	const holder = holderOf({ title: name, guests: [] }, rota.people);
	if (name === "") problems.push(fileWords.noPerson);
	else if (holder.kind === "several") problems.push(fileWords.several);
	else if (holder.kind === "nobody")
		problems.push(unknownPerson(name.slice(0, 100)));
	const start = moment(
		at(columns.start),
		at(columns.date),
		null,
		fileWords.noStart,
		problems,
	);
	const end = moment(
		at(columns.end),
		at(columns.endDate),
		start,
		fileWords.noEnd,
		problems,
	);
	const [from, to] = [start, end].map((each) => {
		if (!each) return null;
		const text = rotaTimeAt(each.day, each.minutes, each.offset);
		problems.push(...clockProblems(text, rota.zone));
		return text;
	});
	return {
		row,
		person: holder.kind === "person" ? holder.person : null,
		start: from ?? null,
		end: to ?? null,
		text: cells.map(shown).filter(Boolean).join(" · ").slice(0, 300),
		problems,
	};
}

interface Moment {
	readonly day: number;
	readonly minutes: number;
	readonly offset: string;
}

/** A moment from its cell and the cell of its date; an end without a date is the first such time after the start. */
function moment(
	cell: ReadCell,
	dateCell: ReadCell,
	start: Moment | null,
	missing: Sentence,
	problems: Sentence[],
): Moment | null {
	const refuse = (problem: Sentence) => {
		problems.push(problem);
		return null;
	};
	if (cell === null || cell === "") return refuse(missing);
	const time = readCellTime(cell);
	if (!time) return refuse(notATime(shown(cell).slice(0, 100)));
	const date =
		dateCell === null || dateCell === "" ? null : readCellTime(dateCell);
	if (dateCell && !date?.day)
		return refuse(notATime(shown(dateCell).slice(0, 100)));
	if (time.minutes === null) return refuse(fileWords.noTime);
	const day = time.day ?? date?.day ?? dayAfter(start, time);
	if (day === null) {
		// Without a start there is a problem already.
		if (!start && missing === fileWords.noEnd) return null;
		return refuse(notATime(shown(cell).slice(0, 100)));
	}
	return { day, minutes: time.minutes, offset: time.offset };
}

function dayAfter(start: Moment | null, { minutes }: CellTime): number | null {
	if (!start || minutes === null) return null;
	return minutes > start.minutes ? start.day : start.day + 1;
}

function clockProblems(text: RotaTime, zone: string): Sentence[] {
	const typed = typedTime(text, zone);
	if (typed.kind === "skipped") return [skippedTime(text, typed.choices)];
	if (typed.kind === "twice") return [doubleTime(text, typed.choices)];
	return typed.kind === "unreadable" ? [notATime(text)] : [];
}

function shown(cell: ReadCell): string {
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime())
			? ""
			: cell.toISOString().slice(0, 16).replace("T", " ");
	return String(cell ?? "").trim();
}

/** A row that ends before it begins, or overlaps an earlier good one, is no shift. */
function withOverlaps(
	rows: readonly ShiftRow[],
	clock: ZoneClock,
): ShiftsReading {
	if (rows.length === 0) return faulty(fileWords.noRows);
	const taken: { start: number; end: number; row: number }[] = [];
	const checked = rows.map((row) => {
		const start = row.start === null ? null : clock.read(row.start);
		const end = row.end === null ? null : clock.read(row.end);
		if (start === null || end === null || row.problems.length > 0) return row;
		if (end <= start) return { ...row, problems: [fileWords.endsBefore] };
		const other = taken.find((each) => each.start < end && start < each.end);
		if (other) return { ...row, problems: [overlaps(other.row)] };
		taken.push({ start, end, row: row.row });
		return row;
	});
	const shifts = checked.flatMap(({ person, start, end, problems }) =>
		person !== null && start !== null && end !== null && problems.length === 0
			? [{ person, start, end }]
			: [],
	);
	return { rows: checked, shifts, problems: [] };
}
