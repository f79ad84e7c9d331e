import { QueryTypes } from "sequelize";
import { askerOf } from "../support/api.ts";
import { eventually } from "../support/eventually.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
afterEach(() => line.close());

const number = "2026-000001";

/** A call that Kalle takes and ends. */
async function reported() {
	const { tenant, kalle, clock } = line;
	await tenant.dials();
	await clock.passes({ seconds: 3 });
	await kalle.answers();
	await kalle.presses("1");
	await clock.passes({ seconds: 20 });
	await tenant.hangsUp();
	await clock.passes({ seconds: 5 });
}

/** The texts that the tenant has, once there are so many. */
function inbox(count: number): Promise<string[]> {
	return eventually(async () => {
		await line.clock.passes({ seconds: 1 });
		const texts = line.tenant.phone.inbox.map(({ body }) => body);
		return texts.length >= count ? texts : null;
	});
}

const messages = (purpose: string) =>
	line.database.database.query<{
		status: string;
		error: string | null;
		attempt: number;
	}>(
		"select status, error, attempt from messages where purpose = $1 order by created_at",
		{ bind: [purpose], type: QueryTypes.SELECT },
	);

/** Once the only message of the purpose is so. */
function becomes(purpose: string, status: string, attempt = 1) {
	return eventually(async () => {
		await line.clock.passes({ seconds: 1 });
		const [message] = await messages(purpose);
		return message?.status === status && message.attempt === attempt
			? message
			: null;
	});
}

test("a tenant gets the number, then that somebody is on the way, then that it is done; after STOPP nothing more", async () => {
	line = await openLine({ closed: ["kalle"], line: { tenantSms: true } });
	await reported();
	expect(await inbox(1)).toEqual([
		`Scenario line: the number of your fault report is ${number}. Thank you for letting us know.`,
	]);
	const { agent } = await askerOf(line.service, "office");
	const does = async (deed: string, more = {}) => {
		const answer = await agent
			.post(`/api/tickets/${number}/${deed}`)
			.send(more);
		expect(answer.status).toBe(200);
	};
	await does("start");
	expect((await inbox(2))[1]).toContain("we are on our way to you");
	await does("finish");
	expect((await inbox(3))[2]).toContain("has been seen to");
	await becomes("done", "delivered");
	await line.tenant.phone.sendsText("+358942721234", "Stopp");
	expect((await inbox(4))[3]).toContain("skicka STARTA");
	const { body: ticket } = await agent.get(`/api/tickets/${number}`);
	await does("reopen", {
		...{ reason: "It leaks again", revision: ticket.revision },
	});
	await does("start");
	const held = await eventually(async () => {
		const [, second] = await messages("under-way");
		return second?.status === "held" ? second : null;
	});
	expect(held.error).toBe("opted-out");
	const { body } = await agent.get(`/api/tickets/${number}/history`);
	expect(body.messages).toContainEqual(
		expect.objectContaining({
			...{ purpose: "under-way", status: "held", error: "opted-out" },
		}),
	);
	expect(line.tenant.phone.inbox).toHaveLength(4);
});

test("a text that cannot be delivered is sent once more, and arrives when the phone is on again", async () => {
	line = await openLine({ closed: ["kalle"], line: { tenantSms: true } });
	await line.tenant.dials();
	await line.clock.passes({ seconds: 3 });
	await line.kalle.answers();
	await line.kalle.presses("1");
	await line.clock.passes({ seconds: 20 });
	await line.tenant.hangsUp();
	line.tenant.phone.behaviour = { kind: "switched-off" };
	await line.clock.passes({ seconds: 5 });
	const waiting = await becomes("receipt", "waiting", 2);
	expect(waiting.error).toBe("30003");
	line.tenant.phone.behaviour = { kind: "by-hand" };
	await line.database.database.query(
		"update graphile_worker._private_jobs set run_at = now()",
	);
	await becomes("receipt", "delivered", 2);
	expect(await inbox(1)).toHaveLength(1);
});
