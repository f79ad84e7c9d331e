import { askPriceOfMessage } from "../../src/actions/ask-price-of-message.ts";
import { addOutgoing, messageById } from "../../src/database/messages.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { lineNumber } from "../support/open-line.ts";

let work: AtWork;
beforeEach(async () => {
	work = await atWork();
});
afterEach(() => work.close());

/** An e-mail that waits to be sent; the same one however often it is asked for. */
async function written(): Promise<string> {
	const { database, clock } = work.ctx;
	await database.transaction((transaction) =>
		addOutgoing(database, transaction, {
			...{ ticketId: null, line: "fault-line", purpose: "duty-digest" },
			...{ key: "once", sender: "+358942721234", at: clock.now() },
			...{ recipient: "office@example.org", channel: "email" },
			...{ subject: "This week", body: "Nobody is away." },
		}),
	);
	const [message] = await work.rows<{ id: string }>("select id from messages");
	return message?.id ?? "";
}

const mailIs = (send: (message: object) => Promise<void>, isSet = true) =>
	Object.assign(work.ctx, { mail: { isSet, send } });

const state = async (id: string) => {
	const [row] = await work.rows<{ status: string; error: string | null }>(
		"select status, error from messages where id = $1::uuid",
		id,
	);
	return row;
};

test("an e-mail is sent once, however often it was asked for", async () => {
	const sent: object[] = [];
	mailIs(async (message) => {
		sent.push(message);
	});
	const id = await written();
	await written();
	await work.runJobs();
	expect(sent).toEqual([
		{
			to: "office@example.org",
			subject: "This week",
			text: "Nobody is away.",
		},
	]);
	expect((await messageById(work.ctx.database, id))?.status).toBe("sent");
});

test("a server that is away is asked again, and the message given up after the last try", async () => {
	mailIs(() => Promise.reject(new Error("connect ECONNREFUSED")));
	const id = await written();
	await work.runJobs();
	expect(await state(id)).toEqual({ status: "waiting", error: null });
	await work.rows(
		"update graphile_worker._private_jobs set attempts = max_attempts - 1",
	);
	await work.runJobs();
	expect((await state(id))?.status).toBe("failed");
	expect(work.logged.join()).toContain("given up after many tries");
});

test("an address that the server will never take is not tried again", async () => {
	mailIs(() =>
		Promise.reject(
			Object.assign(new Error("No recipients defined"), {
				...{ code: "EENVELOPE", responseCode: 550 },
			}),
		),
	);
	const id = await written();
	await work.runJobs();
	expect(await state(id)).toEqual({
		...{ status: "failed", error: "the mail server answered 550" },
	});
	expect(await work.jobs()).toEqual([]);
});

test("without a mail server the message says so where it is shown", async () => {
	const id = await written();
	await work.runJobs();
	expect(await state(id)).toEqual({
		...{ status: "failed", error: "SMTP_URL is not set" },
	});
});

describe("what a text message costs", () => {
	const texted = async (body: string) => {
		const { database, clock } = work.ctx;
		await database.transaction((transaction) =>
			addOutgoing(database, transaction, {
				...{ ticketId: null, line: "fault-line", purpose: "passed-on" },
				...{ key: body, sender: lineNumber, at: clock.now() },
				...{ recipient: "+358401000002", body },
			}),
		);
		await work.runJobs();
	};
	const costs = () =>
		work.rows(
			"select segments, price::float8 as price, currency from messages order by created_at, length(body)",
		);

	test("is as configured for each that it is sent as, and nothing where nothing is", async () => {
		await texted("€".repeat(81));
		expect(await costs()).toEqual([
			{ segments: 2, price: null, currency: null },
		]);
		await work.close();
		work = await atWork({ sms: { price: 0.07, currency: "EUR" } });
		await texted("a".repeat(160));
		await texted("a".repeat(161));
		expect(await costs()).toEqual([
			{ segments: 1, price: 0.07, currency: "EUR" },
			{ segments: 2, price: 0.14, currency: "EUR" },
		]);
	});

	test("is what the carrier says of it after the delivery", async () => {
		await work.close();
		work = await atWork({ sms: { price: 0.07, currency: "EUR" } });
		work.network.phones.add({
			...{ name: "Kalle", number: "+358401000002", role: "technician" },
		});
		await texted("a".repeat(161));
		const [message] = await work.rows<{ id: string }>(
			"select id from messages",
		);
		// The carrier does not tell yet.
		await askPriceOfMessage(work.ctx, message?.id ?? "");
		expect(await costs()).toMatchObject([{ price: 0.14, currency: "EUR" }]);
		work.network.settings.segmentPrice = 0.0789;
		await work.network.clock.passes({ seconds: 2 });
		await askPriceOfMessage(work.ctx, message?.id ?? "");
		expect(await costs()).toEqual([
			{ segments: 2, price: 0.1578, currency: "USD" },
		]);
	});
});
