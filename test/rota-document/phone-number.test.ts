import { phoneNumber } from "../../src/rota-document/phone-number.ts";

test.each([
	["+358401000001", "Europe/Helsinki", "+358401000001"],
	["00358 40 100 0001", "Europe/Helsinki", "+358401000001"],
	["040 100 0001", "Europe/Helsinki", "+358401000001"],
	["(09) 4272-1234", "Europe/Helsinki", "+358942721234"],
	["070-174 06 05", "Europe/Stockholm", "+46701740605"],
	["+46 8 465 004 00", "Europe/Helsinki", "+46846500400"],
	["112", "Europe/Helsinki", null],
	["12345", "Europe/Helsinki", null],
	["+35840", "Europe/Helsinki", null],
	["+999401000001", "Europe/Helsinki", null],
	["040 100 0001", "UTC", null],
	["040 100 0001 ext. 5", "Europe/Helsinki", null],
	["ring Kalle", "Europe/Helsinki", null],
	["", "Europe/Helsinki", null],
	["+".repeat(1000), "Europe/Helsinki", null],
])("%j in %s is %j", (text, zone, expected) => {
	expect(phoneNumber(text, zone)).toBe(expected);
});

test("where several countries share a zone, the country of the holidays decides", () => {
	expect(phoneNumber("01 234 5678", "Europe/Belgrade")).toBeNull();
	expect(phoneNumber("01 234 5678", "Europe/Belgrade", "SI")).toBe(
		"+38612345678",
	);
});
