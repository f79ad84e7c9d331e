import { type Line, lineNumber, openLine } from "./line.ts";

let line: Line;
beforeEach(async () => {
	line = await openLine();
	line.service.answers(
		"/voice",
		`<Dial callerId="${lineNumber}"><Number statusCallback="/child" statusCallbackEvent="initiated ringing answered completed">+358405550101</Number></Dial>`,
	);
	line.service.answers("/fallback", "<Say>one moment</Say>");
});
afterEach(() => line.close());

const sequence = () =>
	line.service.asked("/child").map((params) => params.SequenceNumber);
const tokens = (path: string) =>
	line.service.received
		.filter((request) => request.path === path)
		.map((request) => request.headers["i-twilio-idempotency-token"]);

async function wholeCall(): Promise<void> {
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	await line.kalle.hangsUp();
}

test("callbacks twice, with the same token, and nothing else", async () => {
	line.network.misbehave.duplicate = "callbacks";
	await wholeCall();
	expect(sequence()).toEqual(["0", "0", "1", "1", "2", "2", "3", "3"]);
	expect(new Set(tokens("/child")).size).toBe(4);
	expect(line.service.asked("/voice")).toHaveLength(1);
});

test("everything twice: the first answer counts", async () => {
	line.network.misbehave.duplicate = "everything";
	await wholeCall();
	expect(line.service.asked("/voice")).toHaveLength(2);
	expect(new Set(tokens("/voice")).size).toBe(1);
	expect(line.service.asked("/ended")).toHaveLength(2);
});

test("callbacks in the wrong order", async () => {
	line.network.misbehave.reorderCallbacks = true;
	await wholeCall();
	await line.passes(2);
	expect(sequence()).toEqual(["1", "0", "3", "2"]);
});

test("a callback that no other follows is held back for 2 s only", async () => {
	line.network.misbehave.reorderCallbacks = true;
	await line.tenant.dials(lineNumber);
	await line.kalle.answers();
	expect(sequence()).toEqual(["1", "0"]);
	await line.passes(2);
	expect(sequence()).toEqual(["1", "0", "2"]);
});

test("callbacks late, saying what was so when it happened", async () => {
	line.network.misbehave.delayCallbacksSeconds = 30;
	await wholeCall();
	expect(sequence()).toEqual([]);
	await line.passes(30);
	expect(sequence()).toEqual(["0", "1", "2", "3"]);
	expect(line.service.asked("/child")[1]).toMatchObject({
		CallStatus: "ringing",
		Timestamp: "Mon, 02 Mar 2026 21:00:00 +0000",
	});
});

test("an answer is lost on its way: the fallback is asked, the service has been asked once", async () => {
	line.network.misbehave.dropAfter = 1;
	await line.tenant.dials(lineNumber);
	expect(line.service.asked("/voice")).toHaveLength(1);
	expect(line.service.asked("/fallback")[0]).toMatchObject({
		ErrorCode: "11200",
	});
});

test("connections that come about at the second try", async () => {
	line.network.misbehave.dropBefore = 1;
	await line.tenant.dials(lineNumber);
	await line.kalle.rings();
	expect(line.service.asked("/fallback")).toEqual([]);
});

test("an answer that does not come until the time is up", async () => {
	line.network.misbehave.timeOut = 1;
	line.network.settings.patienceMs = 300;
	await line.tenant.dials(lineNumber);
	expect(line.tenant.words).toEqual([]);
	await line.passes(15);
	await line.tenant.hears("one moment");
	expect(line.service.asked("/fallback")[0]).toMatchObject({
		ErrorCode: "11205",
	});
});
