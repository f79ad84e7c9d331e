import { orderWith } from "../../../src/domain/ticket/order.ts";
import {
	idAfter,
	isOffered,
	pathTo,
	type Subject,
	subjectFault,
} from "../../../src/domain/ticket/subjects.ts";

function subject(
	id: string,
	parent: string | null = null,
	retired = false,
): Subject {
	const names = { fi: `${id} fi`, sv: `${id} sv`, en: `${id} en` };
	return { id, parent, names, urgency: "normal", retired, revision: 1 };
}

const tree = [
	subject("water"),
	subject("leak", "water"),
	subject("drip", "leak"),
	subject("tap", "water", true),
	subject("heat", null, true),
	subject("radiator", "heat"),
];

const named = (name: string) => ({ fi: name, sv: name, en: name });

test("a subject is known by what it belongs to", () => {
	expect(pathTo(tree, "drip").map(({ id }) => id)).toEqual([
		"water",
		"leak",
		"drip",
	]);
	expect(pathTo(tree, "nothing")).toEqual([]);
	expect(pathTo([subject("a", "b"), subject("b", "a")], "a")).toHaveLength(2);
});

test("what is retired is offered no more, nor what is below it", () => {
	const offered = tree.filter(({ id }) => isOffered(tree, id));
	expect(offered.map(({ id }) => id)).toEqual(["water", "leak", "drip"]);
	expect(isOffered(tree, "nothing")).toBe(false);
});

test.each([
	["a new one at the top", null, null, "Yard", null],
	["below nothing that is there", null, "yard", "Snow", "no-such-parent"],
	["below a retired one", null, "heat", "Cold", "retired-parent"],
	[
		"below one that is below a retired one",
		null,
		"radiator",
		"Cold",
		"retired-parent",
	],
	["below itself", "water", "water", "Water", "cycle"],
	["below its own branch", "water", "drip", "Water", "cycle"],
	["a fourth level", null, "drip", "Slow", "too-deep"],
	["called as its sibling", null, "water", " LEAK EN ", "same-name"],
	["called as a retired sibling", null, "water", "tap fi", "same-name"],
	["called as one elsewhere", null, null, "leak en", null],
	["left where it is below a retired one", "radiator", "heat", "Rad", null],
])("%s", (_, id, parent, name, kind) => {
	const names = named(name);
	expect(subjectFault(tree, { id, parent, names })?.kind ?? null).toBe(kind);
});

test("moving one with something below it counts that too", () => {
	const deep = [...tree, subject("yard"), subject("snow", "yard")];
	const names = named("Leak");
	expect(subjectFault(deep, { id: "leak", parent: "yard", names })).toBeNull();
	expect(subjectFault(deep, { id: "leak", parent: "snow", names })).toEqual({
		kind: "too-deep",
	});
});

test("what is moved takes its place among the others; what comes anew does too", () => {
	const of = (id: string, place: number) =>
		orderWith(["leak", "tap"], id, place);
	expect(of("tap", 0)).toEqual(["tap", "leak"]);
	expect(of("leak", 1)).toEqual(["tap", "leak"]);
	expect(of("radiator", 1)).toEqual(["leak", "radiator", "tap"]);
	expect(of("drip", 99)).toEqual(["leak", "tap", "drip"]);
});

test("an id can stand in an address, and is nobody else's", () => {
	expect(idAfter("Lämmin vesi & höyry!", [])).toBe("lammin-vesi-hoyry");
	expect(idAfter("Leak", ["leak", "leak-2"])).toBe("leak-3");
	expect(idAfter("漏水", [])).toBe("other");
	expect(idAfter("a".repeat(200), [])).toMatch(/^a{50}$/);
});
