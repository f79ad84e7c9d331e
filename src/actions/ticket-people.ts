import type { Transaction } from "sequelize";
import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { accountById } from "../database/accounts.ts";
import {
	languageOfTenant,
	numberOfTenant,
} from "../database/tenant-contacts.ts";
import {
	byText,
	type Contact,
	colleagueOf,
	type Receiver,
} from "../domain/ticket/notices.ts";
import type { TicketRecord } from "../domain/ticket/view.ts";

/** Who has the ticket, by text message where they have a phone on the line's rota, else by e-mail; null when there is no way or nobody. */
export async function holderOf(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	{ assignee }: Pick<TicketRecord, "assignee">,
): Promise<Receiver | null> {
	if (!assignee) return null;
	const rota = ctx.rotas.current(line.id)?.rota;
	const colleague = (person: string) =>
		rota ? colleagueOf(rota, person, line.language) : null;
	const known = assignee.person === null ? null : colleague(assignee.person);
	if (known) return byText(known);
	const account =
		assignee.account &&
		(await accountById(ctx.database, assignee.account, transaction));
	if (!account) return null;
	const { email, name, language } = account;
	const [person] =
		Object.entries(rota?.people ?? {}).find(
			([, one]) => one.email?.toLowerCase() === email,
		) ?? [];
	const atPhone = person === undefined ? null : colleague(person);
	if (atPhone) return byText(atPhone);
	return ctx.mail.isSet
		? { channel: "email", to: email, language, person: null, name }
		: null;
}

/**
 * Where the tenant of a ticket can be texted, in their language: the number that called, or the tenant's own where the report came
 * another way. Nobody where the line does not text tenants, the number was withheld, or it belongs to a line or to our own people.
 */
export async function tenantOf(
	ctx: Context,
	transaction: Transaction,
	line: LineConfig,
	ticket: Pick<TicketRecord, "caller" | "channel" | "tenant" | "language">,
	caller: string | null = ticket.caller,
): Promise<Contact | null> {
	if (!line.tenantSms) return null;
	const { database } = ctx;
	const tenant = ticket.tenant?.id ?? null;
	const phone =
		caller ??
		(tenant !== null && ticket.channel !== "phone"
			? await numberOfTenant(database, transaction, tenant)
			: null);
	if (phone === null || !e164.test(phone) || isOurOwn(ctx, phone)) return null;
	const known = await languageOfTenant(database, transaction, {
		tenant,
		phone,
	});
	return { phone, language: known ?? ticket.language };
}

function isOurOwn(ctx: Context, phone: string): boolean {
	return Object.values(ctx.config.lines).some(
		({ id, number }) =>
			number === phone ||
			Object.values(ctx.rotas.current(id)?.rota.people ?? {}).some(
				(person) => person.phone === phone,
			),
	);
}

const e164 = /^\+[1-9]\d{6,14}$/;
