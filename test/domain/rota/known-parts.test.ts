import fc from "fast-check";
import { withOverride } from "../../../src/domain/rota/edits/overrides.ts";
import { KnownParts } from "../../../src/domain/rota/known-parts.ts";
import type { Rota } from "../../../src/domain/rota/rota.ts";
import { openSpans, shiftsOf } from "../../../src/domain/rota/shifts.ts";
import { compileRota } from "../../../src/domain/rota/timeline.ts";
import { holidaysOf } from "../../../src/rota-document/holidays-by-law.ts";
import { at, rotaWith } from "./rotas.ts";

const span = { from: at("2026-11-21T00:00"), to: at("2027-02-01T00:00") };
const holidays = holidaysOf(rotaWith(), span.from, span.to);

const edits: readonly ((rota: Rota) => Rota)[] = [
	(rota) =>
		withOverride(rota, {
			duty: "technician",
			start: "2026-12-24T15:00",
			end: "2026-12-25T08:00",
			person: "sanna",
		}),
	({ overrides: _, ...rota }) => rota,
	(rota) => ({ ...rota, duties: { ...rota.duties, backup: [] } }),
	(rota) => ({ ...rota, duties: rotaWith().duties }),
	(rota) => ({ ...rota, hours: rota.hours.slice(1) }),
	(rota) => ({ ...rota, hours: rotaWith().hours }),
	(rota) => ({ ...rota, special: [{ date: "2026-12-23", open: [] }] }),
	(rota) => ({
		...rota,
		people: {
			...rota.people,
			kalle: { name: "Kalle Kanto", phone: "+46701740605" },
		},
	}),
];

function told(rota: Rota, known?: KnownParts): string {
	const timeline = compileRota(rota, {
		...span,
		holidays,
		...(known && { known }),
	});
	return JSON.stringify([
		openSpans(timeline, span),
		...Object.keys(rota.duties).map((duty) => shiftsOf(timeline, duty, span)),
	]);
}

test("whatever is edited, what was known before changes nothing about the answer", () => {
	const chain = fc.array(fc.constantFrom(...edits), { maxLength: 6 });
	fc.assert(
		fc.property(chain, (steps) => {
			const known = new KnownParts();
			let rota = rotaWith();
			expect(told(rota, known)).toBe(told(rota));
			for (const edit of steps) {
				rota = edit(rota);
				expect(told(rota, known)).toBe(told(rota));
			}
		}),
		{ numRuns: 60 },
	);
});
