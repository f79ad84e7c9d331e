import { DateTime } from "luxon";
import supertest from "supertest";
import type { WhatIfAnswer } from "../../src/web/api/what-if-shapes.ts";
import { askerOf } from "../support/api.ts";
import {
	type LineOptions,
	type OpenLine,
	openLine,
} from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

const zone = "Europe/Helsinki";

async function told(query: Record<string, string>): Promise<WhatIfAnswer> {
	const { secret } = await askerOf(line.service, "office");
	const { body, status } = await supertest(line.service.url)
		.get("/api/rotas/fault-line/what-if")
		.auth(secret, { type: "bearer" })
		.query(query);
	expect(status).toBe(200);
	return body;
}

/** Whose phones a call rings, in order, while nobody answers; those who ring together are sorted. */
async function rungByCall(): Promise<string[][]> {
	const { tenant, network, clock } = line;
	await tenant.dials();
	await clock.passes({ seconds: 110 });
	await tenant.hangsUp();
	await network.settled();
	const [ticket] = await line.tickets();
	const steps = new Map<number, string[]>();
	for (const { step, person } of ticket?.ringing ?? [])
		steps.set(step, [...(steps.get(step) ?? []), person].sort());
	return [...steps.values()];
}

const cases: [string, LineOptions & { readonly at: string }][] = [
	["by day", { at: "2026-03-03T10:00", open: ["aino", "kalle"] }],
	["at night", { at: "2026-03-03T02:00", closed: ["kalle", "liisa"] }],
	[
		"several together",
		{ at: "2026-03-07T12:00", closed: [["kalle", "liisa"], "pekka"] },
	],
	[
		"as the office opens",
		{ at: "2026-03-03T08:00", open: ["aino"], closed: ["pekka"] },
	],
	[
		"as the office closes",
		{ at: "2026-03-03T16:00", open: ["aino"], closed: ["pekka"] },
	],
	[
		"in the night that is an hour short",
		{ at: "2026-03-29T04:30", closed: ["technician", "liisa"] },
	],
];

test.each(cases)(
	"what is said beforehand is what then happens: %s",
	async (_, options) => {
		line = await openLine(options);
		const at = DateTime.fromISO(options.at, { zone });
		const { steps, lastly } = await told({
			at: at.toISO({ suppressMilliseconds: true }) ?? "",
			caller: "+358401009001",
		});
		expect(lastly).toBe("message-box");
		expect(await rungByCall()).toEqual(
			steps.map(({ people }) => people.map(({ id }) => id).sort()),
		);
	},
);

test("the words that were told are the words that are heard, on both sides", async () => {
	line = await openLine({ closed: ["kalle", "liisa"] });
	const { tenant, kalle, liisa, clock } = line;
	const { script } = await told({
		at: "2026-03-03T02:00",
		caller: "+358401009001",
		takenBy: "liisa",
	});
	const words = (person: string | null) =>
		script
			.filter(
				({ who, kind }) =>
					kind === "hears" && who?.person === (person ?? undefined),
			)
			.map(({ says }) => says.en);
	await tenant.dials();
	await kalle.rings();
	await clock.passes({ seconds: 25 });
	await liisa.answers();
	await liisa.presses("1");
	await tenant.isTalkingTo(liisa);
	expect(tenant.phone.words).toEqual(words(null));
	expect(liisa.words).toEqual(words("liisa"));
	expect(kalle.words).toEqual([]);
});
