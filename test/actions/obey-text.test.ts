import { assignTicket } from "../../src/actions/assign-ticket.ts";
import { obeyText } from "../../src/actions/obey-text.ts";
import {
	commandIn,
	commandReply,
} from "../../src/domain/ticket/text-commands.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { arrivedCall } from "../support/calls.ts";
import { atHome } from "../support/ticket-messages.ts";

let work: AtWork;
beforeAll(async () => {
	work = await atWork();
	await arrivedCall(work);
	await atHome(work);
	await arrivedCall(work, { from: "+358401009002" });
	for (const number of ["2026-000001", "2026-000002"]) {
		const { kind } = await assignTicket(work.ctx, {
			...{ number, to: { person: "liisa" } },
			by: { name: "Aino", role: "office", account: null, people: [] },
		});
		expect(kind).toBe("changed");
		// The one that was told of last comes last.
		await work.rows(
			"update messages set created_at = created_at - interval '1 minute'",
		);
	}
});
afterAll(() => work.close());

/** What Liisa hears when she writes this. */
async function reply(body: string): Promise<string> {
	const command = commandIn(body);
	if (!command) throw new Error(`${body} is no command`);
	const liisa = work.ctx.rotas.current("fault-line")?.rota.people.liisa;
	if (!liisa) throw new Error("Liisa is missing");
	const colleague = { ...liisa, id: "liisa", line: "fault-line" };
	return commandReply(await obeyText(work.ctx, colleague, command), "en");
}

const statuses = () =>
	work.rows("select number, status from tickets order by number");

test("whoever has several tickets hears of which their word was, where it is, and how to say the other", async () => {
	expect(await reply("OK")).toBe(
		"Thank you, 2026-000002 is acknowledged and yours. Still waiting for somebody: 2026-000001 (Kiviparintie 2 B 12). Reply for example OK 2026-000001.",
	);
	expect(await statuses()).toEqual([
		{ number: "2026-000001", status: "assigned" },
		{ number: "2026-000002", status: "acknowledged" },
	]);
	expect(await reply("OK 2026-000001")).toBe(
		"Thank you, 2026-000001 (Kiviparintie 2 B 12) is acknowledged and yours.",
	);
	expect(await reply("ok")).toMatch(/^Thank you, 2026-00000[12]/);

	expect(await reply("on my way")).toMatch(
		/^Which ticket do you mean: 2026-00000\d.*, for example ON MY WAY 2026-00000\d\.$/,
	);
	expect(await reply("on my way 2026-000001")).toBe(
		"Thank you, you are on your way: 2026-000001 (Kiviparintie 2 B 12). When it is done, reply DONE 2026-000001.",
	);
	// Only one of hers has yet to be gone to.
	expect(await reply("on my way")).toContain("on your way: 2026-000002.");

	await work.rows(
		"update tickets set assignee_person = 'kalle', assignee_name = 'Kalle Korhonen' where number = '2026-000001'",
	);
	expect(await reply("done 2026-000001")).toBe(
		"2026-000001 (Kiviparintie 2 B 12): Kalle Korhonen has the ticket. The office can give it to somebody else.",
	);
	expect(await reply("done")).toBe("Thank you, 2026-000002 is done.");
	expect(await reply("on site")).toMatch(/^You have no ticket/);
	expect(await reply("ok 2026-000009")).toMatch(
		/^There is no ticket 2026-000009/,
	);
});
