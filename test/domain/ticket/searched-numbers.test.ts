import {
	addressOnRecord,
	addressWithoutNumber,
	withoutAnyNumber,
	withoutNumber,
} from "../../../src/domain/ticket/searched-numbers.ts";

const number = "+358401009001";

test.each([
	"040-100 9001",
	"+358 40 1009001",
	"+358 (0)40 100 9001",
	"00358401009001",
	"0401009001",
	"1009001",
	"0401009",
])("%s leads to the number, and is taken out of a search", (spelling) => {
	expect(withoutNumber(spelling, number, "gone")).toBe("gone");
	expect(withoutAnyNumber(`Virtanen ${spelling}`)).toBe("Virtanen ***");
});

test.each([
	"0401009002",
	"2026-000001",
	"Kiviparintie 2 B 12",
	"00100",
	"9001",
])("%s does not", (spelling) => {
	expect(withoutNumber(spelling, number, "gone")).toBe(spelling);
});

test.each([
	...["2026-000001", "Kiviparintie 2 B 12", "00100"],
	...["24.12.2026", "7.1.26 12.30", "2026-12-24"],
])("%s may be told for ever", (text) => {
	expect(withoutAnyNumber(text)).toBe(text);
});

test("of an address only the number goes, and nothing stays of one that held nothing else", () => {
	expect(addressWithoutNumber("q=haju+040+100+9001&status=open", number)).toBe(
		"q=haju&status=open",
	);
	expect(addressWithoutNumber("q=%2B358401009001", number)).toBeNull();
	for (const address of ["", "status=open", "q=a++b"])
		expect(addressWithoutNumber(address, number)).toBe(address);
	expect(addressOnRecord("q=%2B358401009001&from=2026-03-03")).toBe(
		"q=***&from=2026-03-03",
	);
});
