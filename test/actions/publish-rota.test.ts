import { DateTime } from "luxon";
import { QueryTypes } from "sequelize";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { newestRota, rotaVersion } from "../../src/database/rotas.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import { rotaWith } from "../domain/rota/rotas.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

const now = DateTime.fromISO("2026-03-02T10:00:00Z", { zone: "utc" });

let place: TestDatabase;
beforeAll(async () => {
	place = await testDatabase(10);
});
afterAll(() => place.close());

const publish = (
	rota: Rota,
	more: { reason?: string; basedOn?: number } = {},
) =>
	publishRota(
		{
			database: place.database,
			clock: { now: () => now },
			config: { lines: {} },
		},
		{
			rota,
			by: "Paula Planner",
			...more,
		},
	);

const entries = (line: string) =>
	place.database.query(
		`select actor, action, subject_kind, reason, before, after from audit_entries
		where subject_id = $1 order by id`,
		{ bind: [line], type: QueryTypes.SELECT },
	);

test("each publish is a new version, with an audit entry that says who and why", async () => {
	const rota = rotaWith({ line: "versions" });
	expect(await publish(rota)).toEqual({
		kind: "published",
		version: 1,
		warnings: [],
	});
	const second = { ...rota, name: "Another name" };
	expect(await publish(second, { reason: "a better name" })).toMatchObject({
		version: 2,
	});
	expect(await newestRota(place.database, "versions")).toMatchObject({
		version: 2,
		rota: second,
		publishedBy: "Paula Planner",
		note: "a better name",
	});
	expect(await rotaVersion(place.database, "versions", 1)).toMatchObject({
		rota,
	});
	expect(await entries("versions")).toEqual([
		{
			actor: "Paula Planner",
			action: "rota-published",
			subject_kind: "rota",
			reason: null,
			before: null,
			after: { version: 1 },
		},
		{
			actor: "Paula Planner",
			action: "rota-published",
			subject_kind: "rota",
			reason: "a better name",
			before: { version: 1 },
			after: { version: 2 },
		},
	]);
});

test("errors stop a publish, and nothing is saved", async () => {
	const rota = rotaWith({ line: "errors", fallback: ["nobody-we-know"] });
	expect(await publish(rota, { reason: "all the same" })).toMatchObject({
		kind: "refused",
		because: "errors",
		problems: [{ severity: "error", where: "fallback[0]" }],
	});
	expect(await newestRota(place.database, "errors")).toBeNull();
	expect(await entries("errors")).toEqual([]);
});

const gaps = { technician: [{ shifts: [] }], backup: [{ shifts: [] }] };

test("warnings need a reason", async () => {
	const rota = rotaWith({ line: "warnings", duties: gaps });
	expect(await publish(rota)).toMatchObject({
		kind: "refused",
		because: "warnings-need-a-reason",
	});
	expect(await publish(rota, { reason: "no contractor yet" })).toMatchObject({
		kind: "published",
		version: 1,
		warnings: expect.arrayContaining([
			expect.objectContaining({ severity: "warning" }),
		]),
	});
});

test("who publishes upon a version that is no longer the newest is told so", async () => {
	const rota = rotaWith({ line: "meanwhile" });
	expect(await publish(rota, { basedOn: 0 })).toMatchObject({ version: 1 });
	expect(await publish(rota, { basedOn: 0 })).toEqual({
		kind: "refused",
		because: "published-meanwhile",
		newest: 1,
	});
});

test("of ten who publish upon the same version at once, one does", async () => {
	const rota = rotaWith({ line: "at-once" });
	const answers = await Promise.all(
		Array.from({ length: 10 }, () => publish(rota, { basedOn: 0 })),
	);
	expect(answers.filter(({ kind }) => kind === "published")).toHaveLength(1);
});

test("a published version cannot be changed or taken away", async () => {
	await publish(rotaWith({ line: "fixed" }));
	for (const change of [
		"update rota_versions set note = 'x' where line = 'fixed'",
		"delete from rota_versions where line = 'fixed'",
	])
		await expect(place.database.query(change)).rejects.toThrow(
			"rota_versions can only be added to",
		);
});
