import { type Line, lineNumber, openLine } from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
	line.service.answers("/action", "<Say>what happens next</Say>");
});
afterEach(() => line.close());

const events = 'statusCallbackEvent="initiated ringing answered completed"';
const kalleNumber = `<Number statusCallback="/child" ${events}>+358405550101</Number>`;

function dials(nouns: string, attributes = ""): void {
	line.service.answers(
		"/voice",
		`<Dial action="/action" timeout="20" callerId="${lineNumber}" ${attributes}>${nouns}</Dial><Say>never</Say>`,
	);
}

/** What the action was told about the dial, without the parameters that every request has. */
function told(): Record<string, string> {
	const [params, ...more] = line.service.asked("/action");
	expect(more).toEqual([]);
	const about = Object.entries(params ?? {}).filter(
		([name]) => name.startsWith("Dial") || name === "CallStatus",
	);
	return Object.fromEntries(about);
}

function childStatuses(): readonly (string | undefined)[] {
	return line.service.asked("/child").map((params) => params.CallStatus);
}

function childSid(): string {
	return line.service.asked("/child")[0]?.CallSid ?? "";
}

test("answered, and the callee hangs up", async () => {
	dials(kalleNumber);
	await line.tenant.dials(lineNumber);
	await line.kalle.rings();
	await line.kalle.answers();
	await line.tenant.isTalkingTo(line.kalle);
	await line.passes(42);
	await line.kalle.hangsUp();
	expect(childStatuses()).toEqual([
		"initiated",
		"ringing",
		"in-progress",
		"completed",
	]);
	expect(line.service.asked("/child")[3]).toMatchObject({ CallDuration: "42" });
	expect(told()).toEqual({
		CallStatus: "in-progress",
		DialCallStatus: "completed",
		DialBridged: "true",
		DialCallDuration: "42",
		DialCallSid: childSid(),
	});
	await line.tenant.hears("what happens next");
	expect(line.tenant.words).not.toContain("never");
});
