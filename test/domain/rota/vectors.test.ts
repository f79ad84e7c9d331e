import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { holidaysByLaw } from "../../../src/rota-document/holidays-by-law.ts";
import {
	closedEves,
	officeOutcomes,
	recurrenceOutcomes,
	rotaOutcomes,
	vectors,
} from "./vectors.ts";

test.each(recurrenceOutcomes())("rule $id", ({ expected, actual }) => {
	expect(actual).toEqual(expected);
});

test.each(rotaOutcomes())("rota $id", ({ expected, actual }) => {
	expect(actual).toEqual(expected);
});

test.each(officeOutcomes())("office $id", ({ expected, actual }) => {
	expect(actual).toBe(expected);
});

type Holidays = Readonly<
	Record<
		string,
		Readonly<
			Record<
				string,
				readonly { date: string; name: string; kind: "public" | "eve" }[]
			>
		>
	>
>;

const years = Object.entries(vectors<Holidays>("holidays")).flatMap(
	([country, list]) =>
		Object.entries(list).map(([year, days]) => ({ country, year, days })),
);

test.each(years)("holidays of $country in $year", ({ country, year, days }) => {
	const calendar = holidaysByLaw(country, Number(year), Number(year));
	const language = country === "FI" ? "fi" : "sv";
	const ours = (calendar?.holidays ?? [])
		.filter(
			({ kind }) => kind === "public" || closedEves[country]?.includes(kind),
		)
		.map(({ date, name, kind }) => ({
			date,
			name: name[language].toLowerCase(),
			kind: kind === "public" ? "public" : "eve",
		}));
	expect(ours).toEqual(
		days.map(({ date, name, kind }) => ({
			date,
			name: name.toLowerCase(),
			kind,
		})),
	);
});

test.each([
	["UTC", 0],
	["Europe/Helsinki", -120],
	["America/New_York", 300],
])(
	"all of them are right in a process whose zone is %s",
	async (zone, offset) => {
		const { stdout } = await promisify(execFile)(
			process.execPath,
			["--import", "tsx", join(import.meta.dirname, "wrong-vectors.ts")],
			{ env: { ...process.env, TZ: zone, NODE_OPTIONS: "" } },
		);
		expect(JSON.parse(stdout)).toEqual({ count: 585, offset, wrong: [] });
	},
	60_000,
);
