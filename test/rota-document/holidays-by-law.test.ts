import { DateTime } from "luxon";
import {
	holidaysByLaw,
	holidaysOf,
} from "../../src/rota-document/holidays-by-law.ts";

test("a holiday has its name in every language, an eve its kind", () => {
	const days = holidaysByLaw("FI", 2026, 2026)?.holidays ?? [];
	expect(days.find(({ date }) => date === "2026-12-06")).toEqual({
		date: "2026-12-06",
		kind: "public",
		name: {
			fi: "itsenäisyyspäivä",
			sv: "självständighetsdagen",
			en: "Independence Day",
		},
	});
	expect(days.filter(({ kind }) => kind !== "public")).toEqual([
		{
			date: "2026-06-19",
			kind: "midsummer-eve",
			name: { fi: "juhannusaatto", sv: "midsommarafton", en: "Midsummer Eve" },
		},
		{
			date: "2026-12-24",
			kind: "christmas-eve",
			name: { fi: "jouluaatto", sv: "julafton", en: "Christmas Eve" },
		},
		{
			date: "2026-12-31",
			kind: "new-years-eve",
			name: { fi: "uudenvuodenaatto", sv: "nyårsafton", en: "New Year's Eve" },
		},
	]);
});

test("an eve that is a public holiday in the country is one", () => {
	const eve = holidaysByLaw("EE", 2026, 2026)?.holidays.filter(
		({ date }) => date === "2026-12-24",
	);
	expect(eve?.map(({ kind }) => kind)).toEqual(["public"]);
});

test("a holiday of several days closes each of them", () => {
	const days = holidaysByLaw("TR", 2026, 2026)?.holidays.filter(({ name }) =>
		name.en.includes("Ramadan"),
	);
	expect(days?.length).toBeGreaterThan(2);
});

test.each(["XX", "", "FIN", "__", "fi "])("%j is no country", (country) => {
	expect(holidaysByLaw(country, 2026, 2026)).toBeNull();
});

test("a rota gets the years it needs, 400 days beyond the end among them", () => {
	const at = DateTime.fromISO("2026-11-21T12:00");
	const { firstYear, lastYear } =
		holidaysOf({ holidays: { country: "fi" } }, at, at) ?? {};
	expect([firstYear, lastYear]).toEqual([2025, 2028]);
	expect(holidaysOf({}, at, at)).toBeNull();
});
