import * as shapes from "../../src/web/api/shapes.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let agent: Awaited<ReturnType<typeof askerOf>>["agent"];
beforeAll(async () => {
	line = await openLine({
		open: ["aino", "technician"],
		closed: ["technician", "liisa"],
	});
	({ agent } = await askerOf(line.service, "technician"));
});
afterAll(() => line.close());

test("now is the service's time: by night the technician has the line", async () => {
	const { status, body } = await agent.get("/api/on-duty");
	expect(status).toBe(200);
	const { at, lines } = shapes.onDuty.parse(body);
	expect(at).toBe("2026-03-03T00:00:00Z");
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatchObject({
		line: "fault-line",
		number: "+358942721234",
		version: 1,
		zone: "Europe/Helsinki",
		voicemail: true,
		office: { open: false, until: "2026-03-03T06:00:00Z" },
		duties: {
			technician: {
				person: "kalle",
				name: "Kalle Korhonen",
				phone: "+358401000002",
				until: null,
			},
		},
		steps: [
			{
				people: [{ id: "kalle", name: "Kalle Korhonen" }],
				seconds: 20,
				fallback: false,
			},
			{
				people: [{ id: "liisa", name: "Liisa Lind" }],
				seconds: 20,
				fallback: false,
			},
			{ people: [{ id: "aino", name: "Aino Virtanen" }], fallback: true },
		],
	});
	for (const language of ["fi", "sv", "en"])
		expect(body.lines[0].office.because.says[language]).not.toBe("");
});

test.each([
	["2026-03-03T08:00:00+02:00", "2026-03-03T06:00:00Z"],
	["2026-03-03T08:00:00%2B02:00", "2026-03-03T06:00:00Z"],
	["2026-03-03T06:00:00Z", "2026-03-03T06:00:00Z"],
	["2026-03-03T06:00Z", "2026-03-03T06:00:00Z"],
	["2026-03-03T06:00", "2026-03-03T06:00:00Z"],
])("at=%s is the instant when the office opens", async (at, instant) => {
	const { status, body } = await agent.get(`/api/on-duty?at=${at}`);
	expect(status).toBe(200);
	expect(body.at).toBe(instant);
	expect(body.lines[0].office.open).toBe(true);
	expect(body.lines[0].steps[0].people[0].id).toBe("aino");
});

test.each([
	"yesterday",
	"2026-13-01",
	"2026-02-30T00:00Z",
	"1999-12-31",
	"2100-01-01",
	"2026",
	"T08:00",
	"",
	"2026-03-03T25:00",
	"%00",
	"2026-03-03&at=2026-03-04",
])("at=%s is refused with a sentence", async (at) => {
	const { status, body } = await agent.get(`/api/on-duty?at=${at}`);
	expect(status).toBe(400);
	expect(body).toEqual({
		error: "Something here has to be corrected.",
		problems: [{ where: "at", what: expect.stringContaining("ISO 8601") }],
	});
});

test("the far past and future are answered in a moment", async () => {
	for (const at of ["2000-01-01", "2099-12-31T23:59Z"]) {
		const before = process.cpuUsage();
		const { status } = await agent.get(`/api/on-duty?at=${at}`);
		expect(status).toBe(200);
		expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
	}
});

test("all mistakes are told at once, in the language asked for", async () => {
	const asked = await agent
		.get("/api/on-duty?at=soon&lang=de")
		.set("Accept-Language", "sv");
	expect(asked.status).toBe(400);
	expect(asked.body.problems).toEqual([
		{ where: "at", what: expect.stringContaining("tidpunkt") },
		{ where: "lang", what: "`lang` är något av dessa: fi, sv, en." },
	]);
});
