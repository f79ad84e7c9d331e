import { commonClock } from "../../src/console/numbers/common-clock.ts";

const tampere = { line: "tampere", zone: "Europe/Helsinki" };
const turku = { line: "turku", zone: "Europe/Helsinki" };
const malmo = { line: "malmo", zone: "Europe/Stockholm" };

test.each([
	["lines of several zones", [malmo, tampere, turku], null, tampere],
	["one of them", [malmo, tampere], "malmo", null],
	["lines of one zone", [tampere, turku], null, null],
	["no line", [], null, null],
])("whose clock is told: %s", (_, lines, line, told) => {
	const zone = "Europe/Helsinki";
	expect(commonClock(lines, { line, zone })).toEqual(told);
});
