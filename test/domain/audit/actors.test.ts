import { actorsNamed } from "../../../src/domain/audit/actors.ts";

const recorded = [
	...["Aino Virtanen", "Kalle", "Kalle Korhonen", "line:fault-line"],
	...["reconciliation", "command line"],
];

test.each([
	["virta", ["Aino Virtanen"]],
	[" KALLE k", ["Kalle Korhonen"]],
	["Kalle", ["Kalle"]],
	["kall", ["Kalle", "Kalle Korhonen"]],
	["Linja fault-line", ["line:fault-line"]],
	["puhelinyhtiön", ["reconciliation"]],
	["operatören", ["reconciliation"]],
	["line", ["line:fault-line", "command line"]],
	["nobody", []],
])("%j means %j", (typed, meant) => {
	expect(actorsNamed(typed, recorded)).toEqual(meant);
});
