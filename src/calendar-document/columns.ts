import { headText, type ReadCell } from "../spreadsheet/read-table.ts";

/** In which column each thing stands. */
export interface Columns {
	readonly person: number;
	/** Of the shift's beginning; where there is one, `start` may hold only a time of day. */
	readonly date: number | null;
	readonly start: number;
	readonly endDate: number | null;
	readonly end: number;
}

const names: Readonly<Record<keyof Columns, readonly string[]>> = {
	person: [
		...[
			"person",
			"name",
			"who",
			"technician",
			"employee",
			"assignee",
			"e-mail",
			"email",
		],
		...[
			"henkilö",
			"nimi",
			"kuka",
			"päivystäjä",
			"tekijä",
			"huoltomies",
			"työntekijä",
			"sähköposti",
		],
		...[
			"namn",
			"vem",
			"jourhavande",
			"tekniker",
			"anställd",
			"medarbetare",
			"e-post",
		],
	],
	date: [
		...["date", "day", "start date", "from date"],
		...["päivä", "pvm", "päivämäärä", "alkupäivä", "alkupvm"],
		...["datum", "dag", "startdatum"],
	],
	start: [
		...["start", "starts", "begin", "begins", "from", "start time"],
		...["alku", "alkaa", "alkaen", "aloitus", "alkuaika", "klo"],
		...["startar", "börjar", "början", "från", "starttid", "från kl"],
	],
	endDate: [
		...[
			"end date",
			"to date",
			"loppupäivä",
			"loppupvm",
			"päättymispäivä",
			"slutdatum",
		],
	],
	end: [
		...["end", "ends", "until", "to", "end time"],
		...["loppu", "loppuu", "päättyy", "asti", "lopetus", "loppuaika"],
		...["slut", "slutar", "till", "sluttid", "till kl"],
	],
};

/** Finds the columns by the names at their head, in Finnish, Swedish or English; null when one that is needed is missing. */
export function columnsOf(cells: readonly ReadCell[]): Columns | null {
	const heads = cells.map(headText);
	const find = (column: keyof Columns) => {
		const index = heads.findIndex((head) => names[column].includes(head));
		return index < 0 ? null : index;
	};
	const [person, start, end] = [find("person"), find("start"), find("end")];
	if (person === null || start === null || end === null) return null;
	return { person, date: find("date"), start, endDate: find("endDate"), end };
}
