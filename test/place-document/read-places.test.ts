import { flatsInWords } from "../../src/domain/place/flats.ts";
import type { PropertyFields } from "../../src/domain/place/property.ts";
import { readProperties } from "../../src/place-document/read-properties.ts";
import { readTenants } from "../../src/place-document/read-tenants.ts";
import { typedNumbers } from "../../src/place-document/typed-number.ts";
import { writeXlsx } from "../../src/spreadsheet/xlsx.ts";

const classes = [
	{ id: "basic", names: { fi: "Perus", sv: "Bas", en: "Basic" } },
];
const homes = {
	properties: [
		{ id: "p1", key: "1001", address: "Kiviparintie 2" },
		{ id: "p2", key: "1002", address: "Leikkikuja 1" },
		{ id: "p3", key: "1003", address: "Leikkikuja 1" },
	],
	...{ zones: ["Europe/Helsinki"], numbers: [] },
};

const utf8 = (...lines: string[]) => Buffer.from(lines.join("\r\n"));

async function properties(bytes: Uint8Array) {
	const read = await readProperties(bytes, classes);
	if (read.kind === "faulty") return read.problem.en;
	return read.rows.map(({ row, key, fields, problems }) => ({
		...{ row, key, ...readable(fields) },
		problems: problems.map(({ en }) => en),
	}));
}

function readable({ flats, ...fields }: Partial<PropertyFields>) {
	return { ...fields, ...(flats && { flats: flatsInWords(flats) }) };
}

async function tenants(bytes: Uint8Array) {
	const read = await readTenants(bytes, homes);
	if (read.kind === "faulty") return read.problem.en;
	return read.rows.map(({ fields, problems }) => ({
		...fields,
		problems: problems.map(({ en }) => en),
	}));
}

const house = { row: 2, key: "1001", address: "Kiviparintie 2", problems: [] };

test.each<[string, Uint8Array]>([
	[
		"Finnish with semicolons in UTF-8",
		utf8(
			"Tunnus;Osoite;Postinumero;Huoneistot",
			"1001;Kiviparintie 2;00920;A 1-2",
		),
	],
	[
		"Swedish with commas, another order and UTF-16",
		Buffer.from(
			'\uFEFFAdress,Lägenheter,Postnummer,Fastighet\r\nKiviparintie 2,"A 1, A 2",00920,1001\r\n',
			"utf16le",
		),
	],
	[
		"English with tabs in Windows' letters",
		Buffer.from(
			"Property\tStreet address\tPostcode\tFlats\n1001\tKiviparintie 2\t00920\tA 1-2",
			"latin1",
		),
	],
])("properties are read from %s", async (_, bytes) => {
	expect(await properties(bytes)).toEqual([
		{ ...house, postalCode: "00920", flats: "A 1-2", stairwells: [] },
	]);
});

test("a workbook that lost the zeros of a postal code gets them back", async () => {
	const bytes = await writeXlsx([
		{
			name: "x",
			head: ["Kohde", "Osoite", "Postinumero", "Leveysaste", "Pituusaste"],
			rows: [["1001", "Kiviparintie 2", 920, 60.2246, 25.0716]],
		},
	]);
	expect(await properties(bytes)).toEqual([
		{
			...{ ...house, postalCode: "00920" },
			...{ latitude: 60.2246, longitude: 25.0716 },
		},
	]);
});

test("rows of one key are one property where each is a flat", async () => {
	expect(
		await properties(
			utf8(
				"Kohde;Osoite;Rappu;Huoneisto;Palveluluokka",
				"1001;Kiviparintie 2;A;1;perus",
				"1002;Leikkikuja 1;;5;",
				"1001;Kiviparintie 2;B;2;Basic",
			),
		),
	).toEqual([
		{
			...house,
			...{ stairwells: ["A", "B"], flats: "A 1, B 2", serviceClass: "basic" },
		},
		{
			...{ row: 3, key: "1002", address: "Leikkikuja 1", problems: [] },
			...{ stairwells: [], flats: "5", serviceClass: null },
		},
	]);
});

test("what cannot be read of a row is told with what to do, and the others stay", async () => {
	const read = await properties(
		utf8(
			"Tunnus;Osoite;Huoneistot;Palveluluokka;Lat;Lon",
			";Kiviparintie 2;A 1;;;",
			"1002;Leikkikuja 1;A 1, kellari 5 b;;;",
			"1003;Leikkikuja 3;A 1;kulta;;",
			"1004;Leikkikuja 4;A 1;;95;25",
			"1005;Leikkikuja 5;A 1;;60,5;25,1",
			"1005;Leikkikuja 6;A 1;;;",
		),
	);
	expect((read as { problems: string[] }[]).map((row) => row.problems)).toEqual(
		[
			[expect.stringContaining("The key is missing")],
			[expect.stringContaining("“kellari 5 b” is no flat")],
			[expect.stringContaining("no service class “kulta”")],
			[expect.stringContaining("coordinates do not work")],
			[],
			[expect.stringContaining("Row 6 says something else")],
		],
	);
	expect((read as { latitude?: number }[])[4]?.latitude).toBe(60.5);
});

test.each([
	["", "The file is empty."],
	["Nimi;Puhelin\nMatti;040 1234567", "at least key and address"],
	["Tunnus;Osoite\n;\n", "no rows below"],
])("a file of %j is refused: %s", async (text, words) => {
	expect(await properties(Buffer.from(text))).toContain(words);
});

test("tenants are read with their numbers, language and home, by key, by address, or with the flat behind it", async () => {
	expect(
		await tenants(
			utf8(
				"Asukasnumero;Nimi;Puhelin 1;Puhelin 2;Kieli;Kohde;Rappu;Huoneisto",
				"1;Matti;040-123 4567;'+46 70 174 06 90;suomi;1001;b;12",
				"2;Maija;040 1234568 / 040 1234569;;Svenska;Kiviparintie 2 B 12;;",
				"3;Kalle;;;;;;",
				"4;Liisa;;;;kiviparintie 2;;B 7",
			),
		),
	).toEqual([
		{
			...{ key: "1", name: "Matti", language: "fi", property: "p1" },
			numbers: ["+358401234567", "+46701740690"],
			...{ stairwell: "B", flat: "12", problems: [] },
		},
		{
			...{ key: "2", name: "Maija", language: "sv", property: "p1" },
			numbers: ["+358401234568", "+358401234569"],
			...{ stairwell: "B", flat: "12", problems: [] },
		},
		{
			...{ key: "3", name: "Kalle", language: null, property: null },
			...{ numbers: [], stairwell: "", flat: "", problems: [] },
		},
		{
			...{ key: "4", name: "Liisa", language: null, property: "p1" },
			...{ numbers: [], stairwell: "B", flat: "7", problems: [] },
		},
	]);
});

test("heads are understood as property systems shorten them, and names in two columns are one", async () => {
	const read = async (...lines: string[]) => tenants(utf8(...lines));
	expect(
		await read(
			"Asukasnro;Sukunimi;Etunimi;Matkapuhelin;Kohdenro;Porras;Asunto nro",
			"1;Virtanen;Aino;0401001001;1001;B;12",
		),
	).toMatchObject([
		{
			...{ key: "1", name: "Aino Virtanen", numbers: ["+358401001001"] },
			...{ property: "p1", stairwell: "B", flat: "12", problems: [] },
		},
	]);
	expect(
		await read(
			"Hyresgästnr;Efternamn;Förnamn;Objektnr.;Lgh.nr;Språk",
			"1;Öberg;Åsa;1001;B 12;sv-SE",
		),
	).toMatchObject([
		{
			...{ name: "Åsa Öberg", property: "p1", language: "sv" },
			...{ stairwell: "B", flat: "12", problems: [] },
		},
	]);
});

test.each(["B12", "B 12", "b 12", "as. B 12", "2 B 12"])(
	"the flat %s is the flat 12 of the stairwell B",
	async (flat) => {
		const [one] = await tenants(
			utf8("Tunnus;Nimi;Osoite;Huoneisto", `1;Aino;Kiviparintie 2;${flat}`),
		);
		expect(one).toMatchObject({
			...{ property: "p1", stairwell: "B", flat: "12", problems: [] },
		});
	},
);

test("a number, a language or a home that is none is told, and an address that two share is not guessed", async () => {
	const read = await tenants(
		utf8(
			"Key;Name;Phone;Language;Property",
			"1;Matti;112;klingon;Nowhere 1",
			"2;Maija;;;Leikkikuja 1",
			"2;Maija again;;;1002",
		),
	);
	expect((read as { problems: string[] }[]).map((row) => row.problems)).toEqual(
		[
			[
				expect.stringContaining("“112” is no phone number"),
				expect.stringContaining("“klingon” is no language"),
				expect.stringContaining("no property “Nowhere 1”"),
			],
			[expect.stringContaining("no property “Leikkikuja 1”")],
			[expect.stringContaining("same key stands in row 3")],
		],
	);
});

test.each([
	["040-123 4567", "+358401234567"],
	["+358 (0)40 123 4567", "+358401234567"],
	["00358401234567", "+358401234567"],
	["09/123 4567", "+35891234567"],
	["(040) 1234567", "+358401234567"],
	["040–1234567", "+358401234567"],
	["401234567", "+358401234567"],
	["08-465 00 40", "+35884650040"],
	["073-174 06 90", "+46731740690"],
	["+46 (0)70-174 06 90", "+46701740690"],
	["070-174 06 50", "+46701740650"],
	["112", undefined],
	["Matti", undefined],
])("in Finland the number %j is %j", (text, number) => {
	expect(typedNumbers(text, ["Europe/Helsinki"])).toEqual(
		number === undefined ? [] : [number],
	);
});

test.each<[string, string[]]>([
	["040-123 45 67", ["+358401234567", "+46401234567"]],
	["070-174 06 50", ["+46701740650"]],
	["+46 40-123 45 67", ["+46401234567"]],
])("with lines in two countries %j may be %j", (text, numbers) => {
	const both = ["Europe/Helsinki", "Europe/Stockholm"];
	expect(typedNumbers(text, both)).toEqual(numbers);
});

const finns = ["1;Aino;040 123 4567", "2;Matti;050 123 4567"];
const swedes = ["3;Åsa;070-174 06 50", "4;Bo;073-174 06 51", "5;Li;040-234 56"];

test.each([
	["Finns", finns, [], null, ["+358401234567", "+358501234567"], null],
	[
		...["Swedes by their mobile phones", swedes, [], null],
		...[["+46701740650", "+46731740651", "+464023456"]],
		{ country: "46", countries: ["358", "46"], choices: 1 },
	],
	[
		...["Finns where a Swede is on record", finns, ["+46701740650"], null],
		["+358401234567", "+358501234567"],
		{ country: "358", countries: ["358", "46"], choices: 2 },
	],
	[
		...["Finns taken for Swedes", finns, [], "46"],
		["+46401234567", "+46501234567"],
		{ country: "46", countries: ["358", "46"], choices: 2 },
	],
] as [
	string,
	string[],
	string[],
	string | null,
	string[],
	{ choices: number } | null,
][])(
	"the numbers of a file of %s are read as its people's",
	async (_, people, numbers, country, expected, told) => {
		const bytes = utf8("Tunnus;Nimi;Puhelin", ...people);
		const read = await readTenants(bytes, { ...homes, numbers }, country);
		if (read.kind === "faulty") throw new Error(read.problem.en);
		expect(read.rows.flatMap(({ fields }) => fields.numbers)).toEqual(expected);
		expect(read.numbers).toEqual(told);
		const remarks = read.rows.flatMap((row) => row.remarks ?? []);
		expect(remarks.length).toBe(told?.choices ?? 0);
		if (country === "46")
			expect(remarks[0]?.en).toBe(
				"040 123 4567 is +46 40 123 45 67; it could be +358 40 1234567 as well.",
			);
	},
);

test("of a workbook the first sheet with a head is read, and named where there are several", async () => {
	const front = { name: "Ohje", head: ["Luettelo 2026"], rows: [["ei tänne"]] };
	const houses = {
		name: "Kohteet",
		...{ head: ["Tunnus", "Osoite"], rows: [["1001", "Kiviparintie 2"]] },
	};
	const read = async (...sheets: Parameters<typeof writeXlsx>[0]) =>
		readProperties(await writeXlsx(sheets), classes);
	expect(
		await read(front, houses, { ...houses, name: "Vanhat" }),
	).toMatchObject({ sheet: "Kohteet", rows: [{ row: 2, key: "1001" }] });
	expect(await read(houses)).toMatchObject({ sheet: null });
	expect(await read(front)).toMatchObject({
		problem: { en: expect.stringContaining("at least key and address") },
	});
});

test("columns that mean nothing are named as they are written", async () => {
	const heads = "Tunnus;Osoite;Rakennusvuosi;;Isännöitsijän puh.";
	expect(
		await readProperties(utf8(heads, "1;Kivitie 1;1964;;09 1234567"), classes),
	).toMatchObject({ ignored: ["Rakennusvuosi", "Isännöitsijän puh."] });
});
