import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

type Agent = Awaited<ReturnType<typeof askerOf>>["agent"];

let line: OpenLine;
let office: Agent;
beforeEach(async () => {
	line = await openLine();
	({ agent: office } = await askerOf(line.service, "office"));
});
afterEach(() => line.close());

const rows = async <T extends object>(sql: string): Promise<T[]> =>
	(await line.database.database.query(sql))[0] as T[];

const post = (path: string, file: string | Buffer) =>
	office
		.post(path)
		.set("Content-Type", "application/octet-stream")
		.send(Buffer.from(file as string));

type Noun = "properties" | "tenants";

async function preview(noun: Noun, file: string | Buffer) {
	const looked = await post(`/api/${noun}/import-preview`, file);
	expect([looked.status, looked.body.error]).toEqual([200, undefined]);
	return looked.body;
}

async function take(noun: Noun, file: string | Buffer, remove = "nothing") {
	const { digest } = await preview(noun, file);
	const path = `/api/${noun}/import?digest=${digest}&remove=${remove}`;
	return post(path, file);
}

const houses = [
	"Tunnus;Osoite;Postinumero;Alue;Huoneistot",
	"1001;Kiviparintie 2;00920;Myllypuro;A 1-3, B 10-12",
	"1002;Leikkikuja 1;00920;=HYPERLINK(1);1-4",
	"1003;;;;",
].join("\n");

const people = [
	"Tunnus;Nimi;Puhelin;Kieli;Kohde;Rappu;Huoneisto",
	"1;Matti Meikäläinen;+46 70 174 06 90;fi;1001;B;12",
	"2;Åsa Öberg;+46 70 174 06 91, 040 123 4567;sv;1002;;3",
].join("\n");

test("a file is looked at row by row, taken in, and taken in again without changing anything", async () => {
	const first = await preview("properties", houses);
	expect(first).toMatchObject({
		...{ mayRemove: true, problem: null, gone: [] },
		counts: { added: 2, changed: 0, unchanged: 0, gone: 0, problems: 1 },
	});
	expect(first.rows).toEqual([
		expect.objectContaining({ row: 4, kind: "problem", key: "1003" }),
		expect.objectContaining({ row: 2, kind: "new", name: "Kiviparintie 2" }),
		expect.objectContaining({ row: 3, kind: "new", name: "Leikkikuja 1" }),
	]);
	expect(await rows("select * from properties")).toEqual([]);
	expect((await take("properties", houses)).body).toEqual({
		...{ added: 2, changed: 0, unchanged: 0, removed: 0, problems: 1 },
	});
	expect((await take("tenants", people)).body.added).toBe(2);
	const before = await rows("select * from tenants order by key");
	expect((await take("tenants", people)).body).toEqual({
		...{ added: 0, changed: 0, unchanged: 2, removed: 0, problems: 0 },
	});
	expect(await rows("select * from tenants order by key")).toEqual(before);
	const entries = await rows<{ action: string; count: string }>(
		`select action, count(*) from audit_entries
		where subject_kind in ('register', 'property', 'tenant') group by action order by action`,
	);
	expect(entries).toEqual([
		{ action: "properties-imported", count: "1" },
		{ action: "property-added", count: "2" },
		{ action: "tenant-added", count: "2" },
		{ action: "tenants-imported", count: "2" },
	]);
});

test("what is changed is told from and to, and what is missing goes only when it is asked for", async () => {
	await take("properties", houses);
	await take("tenants", people);
	const fewer = ["Key,Name,Flat,Property", "1,Matti Virtanen,B 11,1001"].join(
		"\n",
	);
	const looked = await preview("tenants", fewer);
	expect(looked.rows[0]).toMatchObject({
		...{ kind: "changed", name: "Matti Virtanen" },
		changes: [
			{ field: "name", from: "Matti Meikäläinen", to: "Matti Virtanen" },
			{ field: "flat", from: "12", to: "11" },
		],
	});
	expect(looked.gone).toEqual([
		expect.objectContaining({ key: "2", name: "Åsa Öberg" }),
	]);
	expect((await take("tenants", fewer)).body.removed).toBe(0);
	expect((await preview("tenants", fewer)).counts.gone).toBe(1);
	const lived = await take(
		"properties",
		houses.split("\n").slice(0, 2).join("\n"),
		"missing",
	);
	expect([lived.status, lived.body.error]).toEqual([
		409,
		expect.stringContaining("Tenants still live"),
	]);
	expect((await take("tenants", fewer, "missing")).body.removed).toBe(1);
	expect((await preview("tenants", people)).counts).toMatchObject({
		...{ added: 1, changed: 1 },
	});
	const keyless = `${fewer}\n,Nobody,,`;
	const unsure = await take("tenants", keyless, "missing");
	expect([unsure.status, unsure.body.error]).toEqual([
		409,
		expect.stringContaining("A row has no key"),
	]);
});

test("a preview that is old is refused, and so is another file under its digest", async () => {
	const { digest } = await preview("properties", houses);
	const path = `/api/properties/import?digest=${digest}`;
	const other = await post(path, houses.replace("Leikkikuja", "Leikkitie"));
	expect([other.status, other.body.error]).toEqual([
		409,
		expect.stringContaining("has changed since the preview"),
	]);
	await take("properties", houses);
	expect((await post(path, houses)).status).toBe(409);
	expect(await rows("select key from properties order by key")).toEqual([
		{ key: "1001" },
		{ key: "1002" },
	]);
});

test("numbers without a country are taken in as they were looked at, and as no other country's", async () => {
	const file = "Tunnus;Nimi;Puhelin\n1;Åsa Öberg;040-123 45 67";
	const path = "/api/tenants/import";
	const { body } = await post(`${path}-preview?country=46`, file);
	expect(body).toMatchObject({
		numbers: { country: "46", countries: ["358", "46"], choices: 1 },
		rows: [{ remarks: [{ en: expect.stringContaining("+358 40 1234567") }] }],
	});
	expect((await post(`${path}?digest=${body.digest}`, file)).status).toBe(409);
	await post(`${path}?digest=${body.digest}&country=46`, file);
	expect(await rows("select number from tenant_numbers")).toEqual([
		{ number: "+46401234567" },
	]);
	expect(await preview("tenants", file)).toMatchObject({
		...{ numbers: null, counts: { unchanged: 1 } },
	});
	const other = await post(`${path}-preview?country=358`, file);
	expect(other.body.rows[0]).toMatchObject({
		...{ kind: "changed", changes: [{ to: "+358401234567" }] },
		remarks: [{ en: expect.stringContaining("+46 40 123 45 67") }],
	});
});

test.each(["csv", "xlsx"])(
	"what is downloaded as %s is taken in again to an equal register, and no cell of it is a formula",
	async (format) => {
		await take("properties", houses);
		await take("tenants", people);
		const read = async (noun: Noun, language: string) => {
			const { body } = await office
				.get(`/api/${noun}/export?format=${format}&lang=${language}`)
				.buffer(true)
				.parse((response, done) => {
					const chunks: Buffer[] = [];
					response.on("data", (chunk: Buffer) => chunks.push(chunk));
					response.on("end", () => done(null, Buffer.concat(chunks)));
				});
			return body as Buffer;
		};
		for (const language of ["fi", "sv", "en"])
			for (const noun of ["properties", "tenants"] as const) {
				const file = await read(noun, language);
				const { counts, gone } = await preview(noun, file);
				expect([counts, gone]).toEqual([
					{ added: 0, changed: 0, unchanged: 2, gone: 0, problems: 0 },
					[],
				]);
				if (format === "csv")
					expect(file.toString()).not.toMatch(/(^|[;,"\n])[=+@-]/m);
			}
		const files = [await read("properties", "sv"), await read("tenants", "en")];
		await line.database.database.query(
			"delete from tenants; delete from properties",
		);
		await take("properties", files[0] as Buffer);
		await take("tenants", files[1] as Buffer);
		expect(
			await rows(
				`select t.key, t.name, t.language, t.flat, p.address, p.area,
				array(select number from tenant_numbers where tenant_id = t.id order by number) as numbers
			from tenants t join properties p on p.id = t.property_id order by t.key`,
			),
		).toEqual([
			{
				...{ key: "1", name: "Matti Meikäläinen", language: "fi", flat: "12" },
				...{ address: "Kiviparintie 2", area: "Myllypuro" },
				numbers: ["+46701740690"],
			},
			{
				...{ key: "2", name: "Åsa Öberg", language: "sv", flat: "3" },
				...{ address: "Leikkikuja 1", area: "=HYPERLINK(1)" },
				numbers: ["+358401234567", "+46701740691"],
			},
		]);
	},
);

test("5,000 tenants are taken in, each statement within the 10 s that it has", async () => {
	const flats = Array.from(
		{ length: 50 },
		(_, house) => `${house};Katu ${house};1-100`,
	);
	await take("properties", ["Tunnus;Osoite;Huoneistot", ...flats].join("\n"));
	const many = [
		"Tunnus;Nimi;Puhelin;Kohde;Huoneisto",
		...Array.from(
			{ length: 5_000 },
			(_, i) =>
				`${i};Asukas ${i};040 ${1_000_000 + i};${i % 50};${1 + (i % 100)}`,
		),
	].join("\n");
	const { digest } = await preview("tenants", many);
	const taken = await post(`/api/tenants/import?digest=${digest}`, many);
	expect([taken.body.error, taken.body.added]).toEqual([undefined, 5_000]);
}, 60_000);
