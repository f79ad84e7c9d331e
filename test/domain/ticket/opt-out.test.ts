import { languages } from "../../../src/domain/language.ts";
import { isPlain } from "../../../src/domain/ticket/gsm.ts";
import {
	codeIn,
	errorWords,
	heldBecause,
	isOptedOut,
	isPassing,
	takesNoTexts,
} from "../../../src/domain/ticket/message-errors.ts";
import {
	answerToWish,
	stopOrStart,
} from "../../../src/domain/ticket/opt-out.ts";

test.each([
	["STOP", { wish: "stop", spokenTo: "carrier" }],
	[" stop. ", { wish: "stop", spokenTo: "carrier" }],
	["Unsubscribe", { wish: "stop", spokenTo: "carrier" }],
	["lopeta", { wish: "stop", spokenTo: "fi" }],
	["Lopeta!", { wish: "stop", spokenTo: "fi" }],
	["STOPP", { wish: "stop", spokenTo: "sv" }],
	["START", { wish: "start", spokenTo: "carrier" }],
	["aloita", { wish: "start", spokenTo: "fi" }],
	["Börja", { wish: "start", spokenTo: "sv" }],
	["Stop the water!", null],
	["Lopeta vesi", null],
	["constructor", null],
	["", null],
])("%j means %j", (body, meant) => {
	expect(stopOrStart(body)).toEqual(meant);
});

test("the answer says how to change one's mind, with a word that is understood", () => {
	const line = { fi: "Vika", sv: "Fel", en: "Faults" };
	for (const language of languages)
		for (const wish of ["stop", "start"] as const) {
			const answer = answerToWish(line, wish, language);
			expect(isPlain(answer)).toBe(true);
			const word = /\b[A-ZÅÄÖ]{4,}\b/.exec(answer)?.[0] ?? "";
			expect(stopOrStart(word)?.wish).toBe(wish === "stop" ? "start" : "stop");
		}
});

test.each([
	["30003", "passing"],
	["30008", "passing"],
	["30006", "no texts"],
	["21614: To number is not a mobile number", "no texts"],
	["21610: Attempt to send to unsubscribed recipient", "opted out"],
	["30007", "neither"],
	["nobody took it, however often it was tried", "neither"],
	[null, "neither"],
])("%j is %s", (error, kind) => {
	expect({
		passing: isPassing(error),
		texts: takesNoTexts(error),
		out: isOptedOut(error),
	}).toEqual({
		passing: kind === "passing",
		texts: kind === "no texts",
		out: kind === "opted out",
	});
});

test("what is known is told in words, the rest as it is", () => {
	expect(codeIn("30003")).toBe("30003");
	expect(errorWords("30003")?.fi).toContain("kiinni");
	expect(errorWords("99999: odd")?.sv).toBe("99999: odd");
	expect(errorWords(null)).toBeNull();
	for (const why of heldBecause) expect(errorWords(why)?.en).not.toBe(why);
});
