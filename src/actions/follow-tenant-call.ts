import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import {
	lockTenantCall,
	saveTenantCall,
	type TenantCall,
} from "../database/tenant-calls.ts";
import type { Instruction } from "../domain/call/instructions.ts";
import {
	afterTenant,
	askOnceMore,
	askToConnect,
	cannotConnect,
	type TenantCallOutcome,
} from "../domain/ticket/tenant-call.ts";
import type { TenantCallAddress } from "./tenant-call-address.ts";

/** The technician's phone was picked up: says whom it is about and asks for a key. No database is needed for it. */
export function greetTechnician(
	ctx: Pick<Context, "config">,
	{ line, place, language }: TenantCallAddress,
): Instruction[] {
	const name = ctx.config.lines[line]?.name;
	return name
		? askToConnect({ line: name, place }, language)
		: [{ kind: "hang-up" }];
}

export type AfterKey =
	| { readonly kind: "say"; readonly instructions: Instruction[] }
	/** The tenant's number, E.164. */
	| { readonly kind: "connect"; readonly phone: string };

/** A key was pressed: 1 rings the tenant, for as long as the call is not over. The same key told twice is answered the same. */
export async function connectTenant(
	ctx: Context,
	{ id, language }: TenantCallAddress,
	{ key, callSid }: { readonly key: string | null; readonly callSid: string },
): Promise<AfterKey> {
	const say = (instructions: Instruction[]) =>
		({ kind: "say", instructions }) as const;
	if (key !== "1") return say(askOnceMore(language));
	try {
		const phone = await accept(ctx, id, callSid);
		return phone === null
			? say(cannotConnect(language))
			: { kind: "connect", phone };
	} catch (error) {
		ctx.log.error(
			"A technician could not be put through to a tenant. They are asked to try again.",
			{ error: String(error) },
		);
		return say(cannotConnect(language));
	}
}

async function accept(
	ctx: Context,
	id: string,
	callSid: string,
): Promise<string | null> {
	const { database, clock } = ctx;
	return database.transaction(async (transaction) => {
		const call = await lockTenantCall(database, transaction, id);
		if (!call || call.endedAt) return null;
		const learnt = { acceptedAt: clock.now(), callSid };
		await saveTenantCall(database, transaction, id, learnt);
		if (!call.acceptedAt) await tellOfTicket(ctx, transaction, call);
		return call.tenantNumber;
	});
}

/** The tenant's phone was answered. */
export async function tenantAnswered(
	ctx: Context,
	id: string,
	tenantCallSid: string,
): Promise<void> {
	const { database, clock } = ctx;
	await database.transaction(async (transaction) => {
		const call = await lockTenantCall(database, transaction, id);
		if (!call) return;
		const learnt = { answeredAt: clock.now(), tenantCallSid };
		await saveTenantCall(database, transaction, id, learnt);
		if (!call.answeredAt) await tellOfTicket(ctx, transaction, call);
	});
}

/** The tenant's leg is over: puts it on record, and says to the technician what became of it. */
export async function tenantLegEnded(
	ctx: Context,
	{ id, language }: TenantCallAddress,
	ended: {
		readonly outcome: TenantCallOutcome;
		readonly talkSeconds: number | null;
		readonly tenantCallSid: string | null;
	},
): Promise<Instruction[]> {
	try {
		await endTenantCall(ctx, id, ended);
	} catch (error) {
		// The technician hears how it ended in any case.
		ctx.log.error("How a call to a tenant ended could not be recorded.", {
			error: String(error),
		});
	}
	return afterTenant(ended.outcome, language);
}

/** The technician's own leg is over. What is known of the tenant's leg by then stays. */
export async function technicianLegEnded(
	ctx: Context,
	id: string,
	callSid: string,
): Promise<void> {
	const { database } = ctx;
	await database.transaction(async (transaction) => {
		const call = await lockTenantCall(database, transaction, id);
		if (!call || call.endedAt) return;
		const outcome = call.answeredAt
			? "talked"
			: call.acceptedAt
				? "hung-up"
				: "not-taken";
		await endTenantCall(ctx, id, { outcome, callSid }, transaction);
	});
}

/** Ends a call with its audit entry. Told again with another outcome, the later one is right: the tenant's leg is told of in its own time. */
export async function endTenantCall(
	ctx: Context,
	id: string,
	learnt: {
		readonly outcome: TenantCallOutcome;
		readonly talkSeconds?: number | null;
		readonly callSid?: string;
		readonly tenantCallSid?: string | null;
	},
	within?: Transaction,
): Promise<void> {
	const { database, clock } = ctx;
	const end = async (transaction: Transaction) => {
		const call = await lockTenantCall(database, transaction, id);
		if (!call || call.outcome === learnt.outcome) return;
		const at = clock.now();
		await saveTenantCall(database, transaction, id, {
			...learnt,
			endedAt: at,
			...(learnt.outcome === "talked" && { answeredAt: at }),
		});
		await auditEntry(database, transaction, {
			...{ at, actor: call.byName, action: "tenant-call-ended" },
			subject: { kind: "ticket", id: call.number },
			after: {
				outcome: learnt.outcome,
				...(learnt.talkSeconds && { talkSeconds: learnt.talkSeconds }),
			},
		});
		await tellOfTicket(ctx, transaction, call);
	};
	await (within ? end(within) : database.transaction(end));
}

/** Whoever looks at the ticket sees how the call goes on. */
export async function tellOfTicket(
	{ database }: Pick<Context, "database">,
	transaction: Transaction,
	{ number, line }: Pick<TenantCall, "number" | "line">,
): Promise<void> {
	await notifyOfChange(database, transaction, {
		...{ kind: "ticket-changed", number, line },
	});
}
