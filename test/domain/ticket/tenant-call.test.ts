import {
	isForgotten,
	tenantLegOutcome,
} from "../../../src/domain/ticket/tenant-call.ts";

test.each([
	["completed", true, false, "talked"],
	["completed", true, true, "talked"],
	["completed", false, false, "tenant-unreachable"],
	["completed", null, false, "talked"],
	["busy", false, false, "tenant-busy"],
	["no-answer", null, false, "tenant-no-answer"],
	["canceled", false, true, "hung-up"],
	["no-answer", false, true, "hung-up"],
	["failed", null, false, "tenant-unreachable"],
] as const)(
	"a leg that is %s, bridged %s, the technician gone %s: %s",
	(status, bridged, technicianGone, outcome) => {
		expect(tenantLegOutcome({ status, bridged, technicianGone })).toBe(outcome);
	},
);

test("a call whose end nobody told is forgotten when it must be over", () => {
	const minutes = (n: number) => n * 60_000;
	const ringing = { startedAt: 0, acceptedAt: null };
	expect(isForgotten(ringing, minutes(2))).toBe(false);
	expect(isForgotten(ringing, minutes(3))).toBe(true);
	const talking = { startedAt: 0, acceptedAt: minutes(1) };
	expect(isForgotten(talking, minutes(59))).toBe(false);
	expect(isForgotten(talking, minutes(64))).toBe(true);
});
