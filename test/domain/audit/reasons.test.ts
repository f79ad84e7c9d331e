import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reasonInWords } from "../../../src/domain/audit/reasons.ts";
import { faultInWords } from "../../../src/domain/rota/calendar/fault-words.ts";
import { deathInWords } from "../../../src/domain/swap/words.ts";

const src = join(import.meta.dirname, "../../../src");

const files = ["actions", "database", "web", "telephony", "jobs", "cli", "."]
	.flatMap((room) =>
		readdirSync(join(src, room), {
			recursive: room !== ".",
			encoding: "utf8",
		})
			.filter((path) => path.endsWith(".ts"))
			.map((path) => join(src, room, path)),
	)
	.map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** An action by which each room's own reasons are entered; of the tickets', those in statements. */
const actionIn: readonly (readonly [RegExp, string])[] = [
	[/(sign-in|password|invitation)[a-z-]*\.ts$/, "sign-in-failed"],
	[/import-places\.ts$/, "tenant-added"],
	[/(first-start|publish|swap)[a-z-]*\.ts$/, "rota-published"],
	[/./, "ticket-opened"],
];

const actionOf = (path: string) =>
	actionIn.find(([pattern]) => pattern.test(path))?.[1] ?? "";

/** Reasons as the code writes them beside an entry: after `reason:`, and in the statements that enter. */
function reasonsInCode(): { action: string; reason: string }[] {
	return files.flatMap(({ path, text }) => {
		const action = actionOf(path);
		const written = [
			...text.matchAll(/\breason(?::|\s=)\s([^;{}]*?)(?:,\n|;|\}|\))/g),
		].flatMap(([, value = ""]) =>
			[...value.matchAll(/"([^"\n]+)"/g)].map(([, reason = ""]) => reason),
		);
		const stated = [
			...text.matchAll(/insert into audit_entries([\s\S]*?);/g),
		].flatMap(([, statement = ""]) =>
			[...statement.matchAll(/'([a-z]+(?: [a-z]+)+)'/g)].map(
				([, reason = ""]) => reason,
			),
		);
		return [...written, ...stated].map((reason) => ({ action, reason }));
	});
}

/** Not about entries. */
const ofOthers =
	/^(busy|must|may|connection-(lost|refused)|GET|\w+: )|telephony/;

test("no reason that the service itself gives lacks its words", () => {
	const reasons = reasonsInCode().filter(
		({ reason }) => !ofOthers.test(reason),
	);
	expect(reasons.map(({ reason }) => reason)).toEqual(
		expect.arrayContaining([
			...["a call arrived", "took the call", "nobody took a call about it"],
			...["nobody has acknowledged it", "wrong password", "account disabled"],
			...["too many wrong codes", "import", "first start"],
		]),
	);
	expect(
		reasons.filter(({ action, reason }) => {
			const words = reasonInWords({ action, reason });
			return new Set(Object.values(words ?? {})).size < 3;
		}),
	).toEqual([]);
});

test.each(["no-account", "disabled", "not-verified"])(
	"that nobody is let in by a provider has words: %s",
	(because) => {
		const words = reasonInWords({
			...{ action: "sign-in-failed", reason: `at a provider: ${because}` },
		});
		expect(words?.fi).toContain("tunnistautui muualla");
	},
);

test.each(["reset", "invitation"])(
	"a password is set because of a %s",
	(reason) => {
		const words = reasonInWords({ action: "password-set", reason });
		expect(new Set(Object.values(words ?? {})).size).toBe(3);
	},
);

test.each(["left", "removed", "gone", "taker-cannot"] as const)(
	"why a swap died is read back from its English words: %s",
	(because) => {
		const words = deathInWords(because, "Maija O'Lind");
		expect(reasonInWords({ action: "swap-died", reason: words.en })).toEqual(
			words,
		);
	},
);

test("why a calendar cannot be read is told in words", () => {
	expect(
		reasonInWords({ action: "calendar-failed", reason: "no-answer" }),
	).toEqual(faultInWords({ because: "no-answer", status: null }));
});

test.each([
	["passbyte", "vuoronvaihto"],
	["swap: Sick, sorry", "vuoronvaihto: Sick, sorry"],
])("a swap that is published says so in any language: %s", (reason, fi) => {
	expect(reasonInWords({ action: "rota-published", reason })?.fi).toBe(fi);
});

test.each([
	["rota-published", "swapped by hand"],
	["rota-published", "a call arrived"],
	["swap-died", " is no longer on the rota."],
	["ticket-changed", "import"],
	["ticket-reopened", "reset"],
	["no-such-action", "a call arrived"],
	["ticket-changed", "toString"],
	["ticket-changed", "Väärä asunto"],
])("what somebody typed stays as typed: %s, %s", (action, reason) => {
	expect(reasonInWords({ action, reason })).toEqual({
		...{ fi: reason, sv: reason, en: reason },
	});
});

test("no reason has no words", () => {
	expect(reasonInWords({ action: "ticket-changed", reason: null })).toBeNull();
});
