import { randomUUID } from "node:crypto";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import {
	addTenantCall,
	type TenantCall,
	tenantCallsUnderWay,
	tenantNumberOf,
} from "../database/tenant-calls.ts";
import { ticketRecord } from "../database/tickets.ts";
import type { PersonId } from "../domain/rota/rota.ts";
import {
	isForgotten,
	technicianRingSeconds,
} from "../domain/ticket/tenant-call.ts";
import { endTenantCall, tellOfTicket } from "./follow-tenant-call.ts";
import {
	type TenantCallAddress,
	tenantCallUrl,
} from "./tenant-call-address.ts";

export type CallTenantResult =
	| { readonly kind: "ringing"; readonly phone: string }
	| {
			readonly kind: "refused";
			readonly because:
				| "no-such-ticket"
				/** The caller's number is withheld, and no tenant with a number is known. */
				| "no-number"
				/** Who asks has no phone in the rota. */
				| "no-phone"
				/** This ticket's tenant is being called, or this phone is on such a call. */
				| "under-way"
				| "not-placed";
	  };

/**
 * Rings somebody's own phone from the number of the line, to put them through to the ticket's tenant once they have pressed 1. Neither sees
 * the other's number. One such call goes on for each ticket and each phone at most.
 */
export async function callTenant(
	ctx: Context,
	asked: {
		readonly number: string;
		readonly by: string;
		/** Of the rota of that line: it is their phone that rings. */
		readonly person: {
			readonly line: string;
			readonly person: PersonId;
		} | null;
	},
): Promise<CallTenantResult> {
	const begun = await ctx.database.transaction((transaction) =>
		begin(ctx, transaction, asked),
	);
	if (begun.kind === "refused") return begun;
	const failure = await ring(ctx, begun);
	if (failure === null) return { kind: "ringing", phone: begun.phone };
	ctx.log.error(
		`The carrier did not place a call to a technician (${failure}), who wanted to be put through to a tenant.`,
		{ ticket: asked.number },
	);
	await endTenantCall(ctx, begun.call.id, { outcome: "failed" });
	return { kind: "refused", because: "not-placed" };
}

interface Begun {
	readonly kind: "begun";
	/** E.164. */
	readonly phone: string;
	readonly call: TenantCallAddress;
}

async function begin(
	ctx: Context,
	transaction: Transaction,
	{ number, by, person }: Parameters<typeof callTenant>[1],
): Promise<Begun | Extract<CallTenantResult, { kind: "refused" }>> {
	const { database } = ctx;
	const refused = (because: "no-such-ticket" | "no-number" | "no-phone") =>
		({ kind: "refused", because }) as const;
	const ticket = await ticketRecord(database, number, transaction);
	const line = ticket && ctx.config.lines[ticket.line];
	if (!ticket || !line) return refused("no-such-ticket");
	const who =
		person && ctx.rotas.current(person.line)?.rota.people[person.person];
	if (!person || !who) return refused("no-phone");
	const tenantNumber = await tenantNumberOf(database, transaction, ticket.id);
	if (tenantNumber === null) return refused("no-number");
	if (await isUnderWay(ctx, transaction, ticket.id, person))
		return { kind: "refused", because: "under-way" };
	const at = ctx.clock.now();
	const call = {
		id: randomUUID(),
		line: line.id,
		language: who.language ?? line.language,
		place: ticket.place.words,
	};
	const isNew = await addTenantCall(database, transaction, {
		...{ id: call.id, ticketId: ticket.id, line: person.line, at },
		...{ byName: by, person: person.person, language: call.language },
		tenantNumber,
	});
	if (!isNew) return { kind: "refused", because: "under-way" };
	await auditEntry(database, transaction, {
		...{ at, actor: by, action: "tenant-call-started" },
		subject: { kind: "ticket", id: number },
	});
	await tellOfTicket(ctx, transaction, { number, line: line.id });
	return { kind: "begun", phone: who.phone, call };
}

/** Whether a call goes on; those whose end was never told are ended here. */
async function isUnderWay(
	ctx: Context,
	transaction: Transaction,
	ticketId: string,
	person: { readonly line: string; readonly person: PersonId },
): Promise<boolean> {
	const of = { ticketId, ...person };
	const found = await tenantCallsUnderWay(ctx.database, transaction, of);
	const [forgotten, going] = [found.filter(isOld), found.filter(isNotOld)];
	for (const { id } of forgotten)
		await endTenantCall(ctx, id, { outcome: "failed" }, transaction);
	return going.length > 0;

	function isOld({ startedAt, acceptedAt }: TenantCall): boolean {
		return isForgotten(
			{
				startedAt: startedAt.getTime(),
				acceptedAt: acceptedAt?.getTime() ?? null,
			},
			ctx.clock.now().toMillis(),
		);
	}
	function isNotOld(call: TenantCall): boolean {
		return !isOld(call);
	}
}

/** What went wrong, or null. */
async function ring(
	ctx: Context,
	{ phone, call }: Begun,
): Promise<string | null> {
	const { publicUrl, lines } = ctx.config;
	try {
		await ctx.carrier.calls.create({
			to: phone,
			from: lines[call.line]?.number ?? "",
			url: tenantCallUrl(publicUrl, "answered", call),
			statusCallback: tenantCallUrl(publicUrl, "ended", call),
			statusCallbackEvent: ["completed"],
			// The carrier adds 5 s of its own. Source: Twilio, "Call resource", Timeout.
			timeout: technicianRingSeconds - 5,
		});
		return null;
	} catch (error) {
		const { code, message } = error as { code?: unknown; message?: string };
		return `${code ?? ""} ${message ?? ""}`.trim().slice(0, 120);
	}
}
