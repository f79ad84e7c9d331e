import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { allAccounts } from "../database/accounts.ts";
import { noticeChannels } from "../database/duty-notices.ts";
import { addOutgoing } from "../database/messages.ts";
import { newestRota } from "../database/rotas.ts";
import { personOnceKnown, swapById } from "../database/swaps.ts";
import {
	alarmContactOf,
	type DutyContact,
} from "../domain/duty-notice/contact.ts";
import type { Person, PersonId, Rota } from "../domain/rota/rota.ts";
import { candidatesFor } from "../domain/swap/fitness.ts";
import type { Swap, SwapStep } from "../domain/swap/swap.ts";
import {
	type SwapNews,
	type SwapRole,
	swapSubject,
	swapText,
} from "../domain/swap/texts.ts";
import { swapOutlook } from "./swap-outlook.ts";

/** One step of a swap that is told of, with all that is needed for it. */
interface Telling {
	readonly line: LineConfig;
	readonly rota: Rota;
	readonly swap: Swap;
	readonly step: SwapStep;
	readonly index: number;
}

interface Receiver {
	readonly role: SwapRole;
	readonly contact: DutyContact;
}

/**
 * Tells the people concerned of one step of a swap, each by text message or e-mail as they are told of their duties, and the
 * planners by e-mail where something waits for them. Whoever did the step is not told of it. Telling it again sends nothing
 * twice.
 */
export async function tellOfSwap(
	ctx: Context,
	id: string,
	index: number,
): Promise<void> {
	const swap = await swapById(ctx.database, id);
	const step = swap?.steps[index];
	const line = swap && ctx.config.lines[swap.line];
	const published = swap && (await newestRota(ctx.database, swap.line));
	if (!swap || !step || !line || !published) return;
	const telling = { line, rota: published.rota, swap, step, index };
	const news = await newsOf(ctx, telling);
	const receivers = [
		...(await concerned(ctx, telling)),
		...(await planners(ctx, telling, news)),
	];
	await send(ctx, telling, news, receivers);
}

async function newsOf(
	ctx: Context,
	{ line, rota, swap, step, index }: Telling,
): Promise<SwapNews> {
	const other = swap.taker ?? swap.asked;
	const name = async (id: PersonId) =>
		(await knownPerson(ctx, rota, id))?.name ?? id;
	const decided = swap.steps
		.slice(index + 1)
		.some(({ did }) => did === "approved" || did === "refused");
	return {
		line: line.name,
		zone: rota.zone,
		deed: step.did,
		awaits: swap.state === "awaiting-approval" || decided,
		shift: swap.shift,
		inReturn: swap.inReturn,
		giver: await name(swap.giver),
		taker: other === null ? null : await name(other),
		why: step.why ?? null,
		because: step.because ?? null,
		link: `${ctx.config.publicUrl}/my-duty`,
	};
}

/** Also somebody whom the rota no longer names can be told that they are out of it. */
async function knownPerson(
	ctx: Context,
	rota: Rota,
	id: PersonId,
): Promise<Person | null> {
	const here = Object.hasOwn(rota.people, id) ? rota.people[id] : undefined;
	return here ?? personOnceKnown(ctx.database, rota.line, id);
}

async function concerned(ctx: Context, telling: Telling): Promise<Receiver[]> {
	const { rota, step, line } = telling;
	const channels = await noticeChannels(ctx.database);
	const receivers: Receiver[] = [];
	for (const [person, role] of await rolesIn(ctx, telling)) {
		const known = await knownPerson(ctx, rota, person);
		if (!known || known.name === step.by) continue;
		const chosen = channels.get(known.email?.toLowerCase() ?? "") ?? null;
		const contact = alarmContactOf(known, {
			lineLanguage: line.language,
			chosen,
			mailIsSet: ctx.mail.isSet,
		});
		receivers.push({ role, contact });
	}
	return receivers;
}

async function rolesIn(
	ctx: Context,
	{ rota, swap, step }: Telling,
): Promise<Map<PersonId, SwapRole>> {
	const other = swap.taker ?? swap.asked;
	const roles = new Map<PersonId, SwapRole>([[swap.giver, "giver"]]);
	if (other !== null) roles.set(other, "taker");
	if (step.did !== "offered") return roles;
	if (other !== null || swap.state !== "offered") return roles;
	const outlook = await swapOutlook(ctx, rota, swap.shift);
	for (const { person } of candidatesFor(swap.shift, swap.giver, outlook))
		roles.set(person, "candidate");
	return roles;
}

/** The planners, or else the admins, where a decision waits for them or a shift may be nobody's. */
async function planners(
	ctx: Context,
	{ step }: Telling,
	{ awaits }: SwapNews,
): Promise<Receiver[]> {
	const waits = (step.did === "accepted" && awaits) || step.did === "died";
	if (!waits || !ctx.mail.isSet) return [];
	const accounts = (await allAccounts(ctx.database, { demo: false })).filter(
		({ disabledAt }) => disabledAt === null,
	);
	const those = accounts.filter(({ role }) => role === "planner");
	const admins = accounts.filter(({ role }) => role === "admin");
	return (those.length > 0 ? those : admins).map(({ email, language }) => ({
		role: "planner",
		contact: { channel: "email", to: email, language },
	}));
}

async function send(
	ctx: Context,
	{ line, swap, index }: Telling,
	news: SwapNews,
	receivers: readonly Receiver[],
): Promise<void> {
	await ctx.database.transaction(async (transaction) => {
		for (const { role, contact } of receivers) {
			const { channel, to, language } = contact;
			const page = role === "planner" ? `/rota/${line.id}/swaps` : "/my-duty";
			const link = `${ctx.config.publicUrl}${page}`;
			const body = swapText({ ...news, link }, role, language);
			if (body === null) continue;
			await addOutgoing(ctx.database, transaction, {
				ticketId: null,
				line: line.id,
				purpose: "swap",
				key: `swap:${swap.id}:${index}:${to}`,
				sender: line.number,
				recipient: to,
				channel,
				...(channel === "email" && { subject: swapSubject(news, language) }),
				body,
				at: ctx.clock.now(),
			});
		}
	});
}
