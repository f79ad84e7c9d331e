import { clientOf, type Line, lineNumber, openLine } from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
	const { url } = line.service;
	line.service.answers(
		"/connect",
		`<Dial action="${url}/action" callerId="${lineNumber}" answerOnBridge="true" timeout="20" timeLimit="60"><Number statusCallback="${url}/child" statusCallbackEvent="answered">${line.tenant.number}</Number></Dial>`,
	);
	line.service.answers("/action", "<Say>that was it</Say>");
});
afterEach(() => line.close());

/** The line rings Kalle and, once he answers, the tenant. */
async function kalleIsConnected(): Promise<string> {
	const { url } = line.service;
	const call = await clientOf(line).calls.create({
		to: line.kalle.number,
		from: lineNumber,
		url: `${url}/connect`,
		statusCallback: `${url}/kalle`,
		statusCallbackEvent: ["completed"],
	});
	await line.kalle.rings();
	await line.kalle.answers();
	return call.sid;
}

test("a call of ours dials on: another leg, told of by its own callback, shown as ours, and its parent is the first one", async () => {
	const { kalle, tenant, service } = line;
	const sid = await kalleIsConnected();
	await tenant.rings();
	expect(tenant.callerShown).toBe(lineNumber);
	await tenant.answers();
	await kalle.isTalkingTo(tenant);
	expect(service.asked("/child")[0]).toMatchObject({
		ParentCallSid: sid,
		Direction: "outbound-dial",
		CallStatus: "in-progress",
		To: tenant.number,
	});
	await line.passes(25);
	await tenant.hangsUp();
	expect(service.asked("/action")[0]).toMatchObject({
		CallSid: sid,
		Direction: "outbound-api",
		CallStatus: "in-progress",
		DialCallStatus: "completed",
		DialBridged: "true",
		DialCallDuration: "25",
	});
	await kalle.hears("that was it");
	expect(kalle.state).toBe("idle");
	expect(service.asked("/kalle")[0]).toMatchObject({ CallStatus: "completed" });
});

test("the time limit ends the connection and lets the first leg go on", async () => {
	await kalleIsConnected();
	await line.tenant.answers();
	await line.passes(61);
	expect(line.tenant.state).toBe("idle");
	expect(line.service.asked("/action")[0]).toMatchObject({
		DialCallStatus: "completed",
		DialCallDuration: "60",
	});
	await line.kalle.hears("that was it");
});

test("nobody answers within the time and its five seconds", async () => {
	await kalleIsConnected();
	await line.tenant.rings();
	await line.passes(24);
	expect(line.tenant.state).toBe("ringing");
	await line.passes(2);
	expect(line.service.asked("/action")[0]).toMatchObject({
		DialCallStatus: "no-answer",
		DialBridged: "false",
	});
});

test("who called hangs up first: the other leg stops ringing, and the action is told that they are gone", async () => {
	await kalleIsConnected();
	await line.tenant.rings();
	await line.kalle.hangsUp();
	expect(line.tenant.state).toBe("idle");
	expect(line.service.asked("/action")[0]).toMatchObject({
		CallStatus: "completed",
		DialCallStatus: "canceled",
	});
});
