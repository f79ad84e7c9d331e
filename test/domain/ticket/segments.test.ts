import fc from "fast-check";
import {
	isPlain,
	oneLine,
	plainText,
	segmentsOf,
} from "../../../src/domain/ticket/gsm.ts";

test.each([
	["", 1],
	["a".repeat(160), 1],
	["a".repeat(161), 2],
	["a".repeat(306), 2],
	["a".repeat(307), 3],
	["ä".repeat(160), 1],
	// Each takes two places.
	["€".repeat(80), 1],
	["€".repeat(81), 2],
	// 153 is odd: the last place of each stays empty.
	["€".repeat(152), 2],
	["€".repeat(153), 3],
	["a".repeat(152) + "€".repeat(77), 3],
	["[]".repeat(40), 1],
	// Outside the plain alphabet: 70, 67.
	["č".repeat(70), 1],
	["č".repeat(71), 2],
	["č".repeat(134), 2],
	["č".repeat(135), 3],
	["👷".repeat(35), 1],
	// A pair is never parted: 33 in each.
	["👷".repeat(66), 2],
	["👷".repeat(67), 3],
])("%# is paid as %i", (text, segments) => {
	expect(segmentsOf(text)).toBe(segments);
});

test("plain text never costs more than the same text as it was typed", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: "grapheme-ascii", maxLength: 500 }),
			(text) => {
				expect(segmentsOf(plainText(text))).toBeLessThanOrEqual(
					segmentsOf(text),
				);
			},
		),
	);
});

test("what somebody typed becomes one line without anything invisible", () => {
	expect(
		oneLine("  Water\r\n\tin the\u0000 cellar\u2028 \u202eevil ", 80),
	).toBe("Water in the cellar evil");
	expect(oneLine("0123456789", 10)).toBe("0123456789");
	expect(oneLine("0123456789A", 10)).toBe("0123456...");
	expect(oneLine("01 ".repeat(9), 6)).toBe("01...");
	expect(oneLine("anything", 0)).toBe("");
	fc.assert(
		fc.property(
			fc.string({ unit: "binary" }),
			fc.nat({ max: 90 }),
			(text, most) => {
				const line = oneLine(text, most);
				expect([...line].length).toBeLessThanOrEqual(most);
				expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
				expect(isPlain(plainText(line))).toBe(true);
			},
		),
	);
});
