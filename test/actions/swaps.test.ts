import { DateTime } from "luxon";
import { acceptSwap } from "../../src/actions/accept-swap.ts";
import { approveSwap } from "../../src/actions/approve-swap.ts";
import type { SwapDoer } from "../../src/actions/change-swap.ts";
import { declineSwap } from "../../src/actions/decline-swap.ts";
import { expireSwaps } from "../../src/actions/expire-swaps.ts";
import { fixSwap } from "../../src/actions/fix-swap.ts";
import { type Offer, offerSwap } from "../../src/actions/offer-swap.ts";
import { publishRota } from "../../src/actions/publish-rota.ts";
import { recordAbsence } from "../../src/actions/record-absence.ts";
import { refuseSwap } from "../../src/actions/refuse-swap.ts";
import { setSwapApproval } from "../../src/actions/set-swap-approval.ts";
import { undoSwap } from "../../src/actions/undo-swap.ts";
import { withdrawSwap } from "../../src/actions/withdraw-swap.ts";
import { newestRota } from "../../src/database/rotas.ts";
import { swapById } from "../../src/database/swaps.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import type { Swap } from "../../src/domain/swap/swap.ts";
import { type AtWork, atWork } from "../support/at-work.ts";
import { swapRota } from "../support/swap-rota.ts";

const zone = "Europe/Helsinki";
const line = "fault-line";

function written(person: string, start: string, end: string) {
	return { person, start, end };
}

const at = (text: string) => DateTime.fromISO(text, { zone });
const kallesWeek = {
	duty: "technician",
	start: at("2026-03-09T08:00"),
	end: at("2026-03-14T08:00"),
};
/** Two days before the shift of Pekka's, and far from it. */
const kallesMonday = { ...kallesWeek, end: at("2026-03-10T08:00") };

const doer = (email: string, name: string, settles = false): SwapDoer => ({
	...{ name, email, settles },
});
const kalle = doer("Kalle@Example.org", "Kalle Korhonen");
const liisa = doer("liisa@example.org", "Liisa Lind");
const pekka = doer("pekka@example.org", "Pekka Nieminen");
const planner = doer("paula@example.org", "Paula Planner", true);

let place: AtWork;
beforeAll(async () => {
	place = await atWork();
});
afterAll(() => place.close());

/** The line is as new, but for the numbers of its versions. */
beforeEach(async () => {
	for (const table of ["swaps", "swap_settings", "absences", "messages"])
		await place.ctx.database.query(`delete from ${table}`);
	await place.ctx.database.query("delete from graphile_worker._private_jobs");
	await publish(swapRota());
});

async function publish(rota: Rota) {
	const published = await publishRota(place.ctx, {
		rota,
		by: "Paula Planner",
		reason: "test",
	});
	expect(published.kind).toBe("published");
}

async function offer(more: Partial<Offer> = {}): Promise<Swap> {
	const result = await offerSwap(place.ctx, {
		line,
		shift: kallesMonday,
		by: kalle,
		...more,
	});
	if (result.kind === "refused") throw new Error(result.because);
	return result.swap;
}

const overrides = async () =>
	(await newestRota(place.ctx.database, line))?.rota.overrides ?? [];

async function told(): Promise<{ to: string; body: string }[]> {
	await place.runJobs();
	return place.rows(
		`select recipient as to, body from messages where purpose = 'swap' order by created_at, recipient`,
	);
}

const asOverride = {
	duty: "technician",
	start: "2026-03-09T08:00",
	end: "2026-03-10T08:00",
	person: "pekka",
	instead: "kalle",
	why: "swap",
};

test("an offer that somebody accepts is in the rota at once, with the history of who did what", async () => {
	const { id } = await offer({ note: "dentist" });
	expect(await acceptSwap(place.ctx, { id, by: pekka })).toMatchObject({
		kind: "saved",
		swap: { state: "done", taker: "pekka", overrides: [asOverride] },
	});
	expect(await overrides()).toEqual([asOverride]);
	const swap = await swapById(place.ctx.database, id);
	expect(swap?.steps).toMatchObject([
		{ did: "offered", by: "Kalle Korhonen", why: "dentist" },
		{ did: "accepted", by: "Pekka Nieminen" },
	]);
	expect(
		await place.rows(
			"select actor, action from audit_entries where subject_id = $1 order by id",
			id,
		),
	).toEqual([
		{ actor: "Kalle Korhonen", action: "swap-offered" },
		{ actor: "Pekka Nieminen", action: "swap-accepted" },
	]);
});

test("of two who accept at once one has the shift, and the other is told that somebody was quicker", async () => {
	const { id } = await offer({
		shift: {
			...kallesMonday,
			start: at("2026-03-11T08:00"),
			end: at("2026-03-12T08:00"),
		},
	});
	const answers = await Promise.all([
		acceptSwap(place.ctx, { id, by: pekka }),
		acceptSwap(place.ctx, { id, by: liisa }),
	]);
	expect(answers.map(({ kind }) => kind).sort()).toEqual(["refused", "saved"]);
	expect(answers).toContainEqual({
		kind: "refused",
		because: "taken-meanwhile",
	});
	expect(await overrides()).toHaveLength(1);
});

test("where planners approve, a swap counts when one of them has", async () => {
	await setSwapApproval(place.ctx, { line, approval: true, by: "Paula" });
	const { id } = await offer({ to: "pekka" });
	expect(await acceptSwap(place.ctx, { id, by: pekka })).toMatchObject({
		swap: { state: "awaiting-approval" },
	});
	expect(await overrides()).toEqual([]);
	expect(await approveSwap(place.ctx, { id, by: pekka })).toMatchObject({
		because: "not-yours",
	});
	expect(await approveSwap(place.ctx, { id, by: planner })).toMatchObject({
		swap: { state: "done" },
	});
	expect(await overrides()).toEqual([asOverride]);
});

test("a planner's no leaves the rota as it is", async () => {
	await setSwapApproval(place.ctx, { line, approval: true, by: "Paula" });
	const { id } = await offer();
	await acceptSwap(place.ctx, { id, by: pekka });
	const refusal = { id, by: planner, why: "Pekka has a course" };
	expect(await refuseSwap(place.ctx, refusal)).toMatchObject({
		swap: { state: "refused" },
	});
	expect(await overrides()).toEqual([]);
	expect(await refuseSwap(place.ctx, refusal)).toMatchObject({
		because: "not-awaiting",
	});
});

test("too little rest needs a planner, whatever the line's setting", async () => {
	const { id } = await offer({
		shift: {
			...kallesWeek,
			start: at("2026-03-13T08:00"),
			end: at("2026-03-14T00:00"),
		},
	});
	expect(await acceptSwap(place.ctx, { id, by: pekka })).toMatchObject({
		swap: { state: "awaiting-approval", shortRest: true },
	});
});

test("a shift in return makes two overrides or none", async () => {
	const inReturn = {
		duty: "technician",
		start: at("2026-03-18T08:00"),
		end: at("2026-03-19T08:00"),
	};
	const shift = {
		...kallesMonday,
		start: at("2026-03-11T08:00"),
		end: at("2026-03-12T08:00"),
	};
	const { id } = await offer({ to: "liisa", inReturn, shift });
	await acceptSwap(place.ctx, { id, by: liisa });
	expect(await overrides()).toMatchObject([
		{ person: "liisa", instead: "kalle", start: "2026-03-11T08:00" },
		{ person: "kalle", instead: "liisa", start: "2026-03-18T08:00" },
	]);
	await undoSwap(place.ctx, { id, by: planner, why: "mistake" });
	expect(await overrides()).toEqual([]);
});

test("a planner fixes a swap in force: other times, another taker", async () => {
	const { id } = await offer();
	await acceptSwap(place.ctx, { id, by: pekka });
	const fixed = await fixSwap(place.ctx, {
		...{ id, by: planner, why: "Liisa has it", taker: "liisa" },
		start: at("2026-03-11T08:00"),
		end: at("2026-03-12T08:00"),
	});
	expect(fixed).toMatchObject({ kind: "saved", swap: { state: "done" } });
	expect(await overrides()).toEqual([
		{
			...asOverride,
			start: "2026-03-11T08:00",
			end: "2026-03-12T08:00",
			person: "liisa",
		},
	]);
});

test.each<[string, Partial<Offer>, string]>([
	[
		"a shift of somebody else's",
		{ shift: { ...kallesMonday, start: at("2026-03-08T08:00") } },
		"not-held",
	],
	[
		"a shift that is over",
		{
			shift: {
				...kallesMonday,
				start: at("2026-03-01T08:00"),
				end: at("2026-03-02T08:00"),
			},
		},
		"past",
	],
	[
		"a shift that ends before it begins",
		{ shift: { ...kallesMonday, end: at("2026-03-08T08:00") } },
		"no-span",
	],
	[
		"a duty that is none",
		{ shift: { ...kallesMonday, duty: "boss" } },
		"no-such-duty",
	],
	["a line that is none", { line: "nowhere" }, "no-such-line"],
	["a colleague who is none", { to: "matti" }, "no-such-person"],
	["to oneself", { to: "kalle" }, "own-shift"],
	["another's shift", { giver: "liisa", by: kalle }, "not-yours"],
	[
		"by nobody of the rota",
		{ by: doer("office@example.org", "Office") },
		"nobody-of-yours",
	],
	["a return from anyone", { inReturn: kallesWeek }, "return-needs-colleague"],
	[
		"a return that the colleague does not have",
		{
			to: "liisa",
			inReturn: {
				...kallesWeek,
				start: at("2026-03-24T08:00"),
				end: at("2026-03-25T08:00"),
			},
		},
		"return-not-held",
	],
])("is refused: %s", async (_, given, because) => {
	expect(
		await offerSwap(place.ctx, {
			...{ line, shift: kallesMonday, by: kalle },
			...given,
		}),
	).toEqual({ kind: "refused", because });
});

test("what is on offer already is not offered again; once withdrawn it can be", async () => {
	const { id } = await offer();
	const again = { line, shift: kallesWeek, by: kalle };
	expect(await offerSwap(place.ctx, again)).toMatchObject({
		because: "already-offered",
	});
	expect(await withdrawSwap(place.ctx, { id, by: pekka })).toMatchObject({
		because: "not-yours",
	});
	expect(await withdrawSwap(place.ctx, { id, by: kalle })).toMatchObject({
		swap: { state: "withdrawn" },
	});
	expect(await offerSwap(place.ctx, again)).toMatchObject({ kind: "saved" });
});

test("who is away, or has another duty, cannot take a shift; who was not asked neither", async () => {
	await recordAbsence(place.ctx, {
		...{ line, person: "pekka", kind: "sick" },
		...{ from: "2026-03-09", to: "2026-03-09" },
		by: { name: "Office", email: null, keepsAll: true },
	});
	const { id } = await offer();
	expect(await acceptSwap(place.ctx, { id, by: pekka })).toMatchObject({
		because: "absent",
	});
	expect(await acceptSwap(place.ctx, { id, by: kalle })).toMatchObject({
		because: "own-shift",
	});
	expect(
		await acceptSwap(place.ctx, { id, by: planner, person: "liisa" }),
	).toMatchObject({ swap: { taker: "liisa" } });
	const asked = await offer({
		to: "pekka",
		shift: {
			...kallesMonday,
			start: at("2026-03-11T08:00"),
			end: at("2026-03-12T08:00"),
		},
	});
	expect(
		await acceptSwap(place.ctx, { id: asked.id, by: liisa }),
	).toMatchObject({ because: "asked-somebody-else" });
	expect(
		await declineSwap(place.ctx, { id: asked.id, by: pekka, why: "away" }),
	).toMatchObject({ swap: { state: "declined" } });
});

test("whoever saw an older version of a swap touches nothing", async () => {
	const { id, version } = await offer();
	await fixSwap(place.ctx, {
		...{ id, by: planner, why: "later", end: at("2026-03-11T08:00") },
	});
	expect(await acceptSwap(place.ctx, { id, version, by: pekka })).toMatchObject(
		{ because: "changed-meanwhile" },
	);
});

test("a swap moves along when a publish moves its shift, and both are told", async () => {
	const { id } = await offer({ shift: kallesWeek });
	await acceptSwap(place.ctx, { id, by: liisa });
	await approveSwap(place.ctx, { id, by: planner });
	const newest = (await newestRota(place.ctx.database, line))?.rota;
	const moved = swapRota({
		overrides: newest?.overrides ?? [],
		duties: {
			technician: [
				{
					shifts: [
						written("liisa", "2026-03-01T08:00", "2026-03-09T08:00"),
						written("kalle", "2026-03-10T08:00", "2026-03-15T08:00"),
					],
				},
			],
		},
	});
	await publish(moved);
	expect(await swapById(place.ctx.database, id)).toMatchObject({
		state: "done",
		steps: [{}, {}, { did: "moved", by: "Paula Planner" }],
	});
	expect(await overrides()).toMatchObject([
		{ person: "liisa", start: "2026-03-10T08:00", end: "2026-03-15T08:00" },
	]);
	const messages = await told();
	expect(messages.filter(({ body }) => /moved/.test(body))).toHaveLength(2);
});

test("a swap dies loudly when the giver no longer has the shift", async () => {
	const { id } = await offer();
	await acceptSwap(place.ctx, { id, by: pekka });
	const newest = (await newestRota(place.ctx.database, line))?.rota;
	await publish(
		swapRota({
			overrides: newest?.overrides ?? [],
			duties: {
				technician: [
					{
						shifts: [written("liisa", "2026-03-01T08:00", "2027-12-30T08:00")],
					},
				],
			},
		}),
	);
	expect(await swapById(place.ctx.database, id)).toMatchObject({
		state: "died",
		overrides: [],
	});
	expect(await overrides()).toEqual([]);
	const died = (await told()).filter(({ body }) => /fell through/.test(body));
	expect(died.map(({ to }) => to)).toEqual(["+358401000002", "+358401000004"]);
	expect(died[0]?.body).toContain("Kalle Korhonen no longer has it");
});

test("an offer is told to those who could take it, an acceptance to the giver, each once", async () => {
	const { id } = await offer();
	const offered = await told();
	expect(offered.map(({ to }) => to)).toEqual([
		"+358401000003",
		"+358401000004",
	]);
	expect(offered[0]?.body).toMatch(
		/^Fault line: Kalle Korhonen offers the shift technician Mon 9 Mar 08:00 - Tue 10 Mar 08:00\..*http/,
	);
	await acceptSwap(place.ctx, { id, by: pekka });
	expect(await told()).toContainEqual({
		to: "+358401000002",
		body: expect.stringContaining("the swap is in force"),
	});
	await place.ctx.database.query(
		`select graphile_worker.add_job('tell-of-swap', json_build_object('swap', $1::text, 'step', 1))`,
		{ bind: [id] },
	);
	expect(await told()).toHaveLength(3);
});

test("what is left of a shift that has begun can be given, and undone no more", async () => {
	const { id, shift } = await offer({
		by: liisa,
		shift: {
			duty: "technician",
			start: at("2026-03-01T08:00"),
			end: at("2026-03-04T08:00"),
		},
	});
	expect(shift.start.toMillis()).toBe(at("2026-03-03T02:00").toMillis());
	expect(await acceptSwap(place.ctx, { id, by: pekka })).toMatchObject({
		swap: { state: "done" },
	});
	expect(
		await undoSwap(place.ctx, { id, by: planner, why: "no" }),
	).toMatchObject({ because: "begun" });
});

test("an offer that nobody took ends when its shift begins", async () => {
	const { id } = await offer();
	await expireSwaps(place.ctx);
	expect(await swapById(place.ctx.database, id)).toMatchObject({
		state: "offered",
	});
	await place.network.clock.passes({ days: 6, hours: 6 });
	await expireSwaps(place.ctx);
	expect(await swapById(place.ctx.database, id)).toMatchObject({
		state: "expired",
	});
});
