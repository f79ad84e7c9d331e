import fc from "fast-check";
import {
	longestPassword,
	normalPassword,
	problemWithPassword,
} from "../../../src/domain/account/password.ts";

const maija = { email: "maija.laine@example.org", name: "Maija Laine" };

test.each([
	["correct horse battery", null],
	["kahvi jäi keittimeen", null],
	["salasana helsinki kissa koira", null],
	["Tr0ub4dor&3xyzq", null],
	["lyhytsalasa", "too-short"],
	["ääääööööäää", "too-short"],
	["x".repeat(longestPassword + 1), "too-long"],
	["aaaaaaaaaaaaaaaa", "too-common"],
	["123456789012", "too-common"],
	["abcdefghijklmno", "too-common"],
	["987654321098", "too-common"],
	["121212121212", "too-common"],
	["Password1234!", "too-common"],
	["P@ssw0rd2026", "too-common"],
	["Salasana123456", "too-common"],
	["Lösenord!2026", "too-common"],
	["qwertyuiop12", "too-common"],
	["Kesä2026!!!!", "too-common"],
	["faultline2026", "too-common"],
	["maija.laine@example.org", "names-you"],
	["Maija Laine 1", "names-you"],
	["laine-1985-maija", "names-you"],
	["MAIJALAINE2026", "names-you"],
])("%s: %s", (password, problem) => {
	expect(problemWithPassword(password, maija)).toBe(problem);
});

test("characters are counted, not bytes or halves of them", () => {
	expect(problemWithPassword("👩‍🚒🔧🌧️🗝️", maija)).toBe("too-short");
	expect(problemWithPassword("🔧🌧🗝🚒🔥💧🚰🧯🪛🔩🛠🏠", maija)).toBeNull();
});

test("the same characters typed in another way are the same password", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => {
			for (const form of ["NFC", "NFD", "NFKC", "NFKD"])
				expect(normalPassword(text.normalize(form))).toBe(normalPassword(text));
		}),
	);
});

test("no input makes it stumble, and a long one of many kinds of characters serves", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: "binary" }),
			fc.string(),
			(password, name) => {
				problemWithPassword(password, { email: name, name });
			},
		),
	);
	fc.assert(
		fc.property(fc.uuid(), (uuid) => {
			expect(problemWithPassword(uuid, maija)).toBeNull();
		}),
	);
});
