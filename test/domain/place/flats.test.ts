import fc from "fast-check";
import {
	flatOf,
	flatsInWords,
	flatsWritten,
	inOrder,
	stairwellsOf,
} from "../../../src/domain/place/flats.ts";
import { placeReadings } from "../../../src/domain/place/place-query.ts";

test.each([
	["A 1-3, B 4", "A 1-3, B 4", []],
	["a1; a2; a3; b 4", "A 1-3, B 4", []],
	["A1-A3", "A 1-3", []],
	["A 1 – A 3, 7", "A 1-3, A 7", []],
	["1-4", "1-4", []],
	["12b, 3", "3, 12b", []],
	["1 1101, 1 1102", "1 1101-1102", []],
	["A 3-1, B 2", "B 2", ["A 3-1"]],
	["A 1-9999", "", ["A 1-9999"]],
	["A 1-B 3, ?, A 1 2 3", "", ["A 1-B 3", "?", "A 1 2 3"]],
	["1-2000", "1-2000", []],
	["A 5\nA 6,, ;", "A 5-6", []],
	["A 05-07", "", ["A 05-07"]],
])("%j is read as %j, and %j is strange", (text, words, strange) => {
	const read = flatsWritten(text);
	expect([flatsInWords(read.flats), read.strange]).toEqual([words, strange]);
});

test("any flats are read back from what is written of them", () => {
	const flat = fc
		.tuple(
			fc.constantFrom("", "A", "B", "AB", "2"),
			fc.oneof(
				fc.integer({ min: 0, max: 30 }).map(String),
				fc.constantFrom("05", "12b", "LH", "1a1", "999999", "1000000"),
			),
		)
		.map(([stairwell, number]) => flatOf(stairwell, number));
	fc.assert(
		fc.property(fc.array(flat, { maxLength: 40 }), (flats) => {
			const read = flatsWritten(flatsInWords(flats));
			expect(read).toEqual({ flats: inOrder(flats), strange: [] });
		}),
	);
});

test("stairwells are those that are named and those that flats are in", () => {
	expect(
		stairwellsOf(
			["c", " A "],
			[flatOf("B", "1"), flatOf("a", "2"), flatOf("", "3")],
		),
	).toEqual(["A", "B", "C"]);
});

test.each([
	["kivipar 2 b 12", ["kivipar 2 b 12", "kivipar 2|b|12", "kivipar 2 b||12"]],
	["Kiviparintie 2 B12", ["kiviparintie 2 b12", "kiviparintie 2|b|12"]],
	[
		"storgatan 5, lgh 1101",
		["storgatan 5 1101", "storgatan|5|1101", "storgatan 5||1101"],
	],
	["kivi b", ["kivi b", "kivi|b|"]],
	["12", ["12"]],
	["  ", []],
])("%j may mean %j", (typed, readings) => {
	expect(
		placeReadings(typed).map(({ words, stairwell, flat }) =>
			stairwell === null && flat === null
				? words.join(" ")
				: `${words.join(" ")}|${stairwell ?? ""}|${flat ?? ""}`,
		),
	).toEqual(readings);
});
