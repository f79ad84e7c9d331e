import type { DateTime } from "luxon";
import type { Sequelize, Transaction } from "sequelize";
import type { StandingTicket, TicketPatch } from "../database/ticket-life.ts";
import {
	dueMinutesOf,
	hasProperty,
	tenantOfTicket,
} from "../database/ticket-references.ts";
import { allSubjects } from "../database/ticket-settings.ts";
import { dueAt } from "../domain/ticket/due.ts";
import { normalLabels } from "../domain/ticket/labels.ts";
import type { TicketRefusal } from "../domain/ticket/life-words.ts";
import { isOffered } from "../domain/ticket/subjects.ts";
import type { Urgency } from "../domain/ticket/ticket.ts";
import {
	atTicket,
	type TicketChange,
	type TicketContext,
	type TicketResult,
} from "./ticket-at-work.ts";

/** What is left out stays as it is; null takes it away. */
export interface TicketDetails {
	readonly summary?: string | null | undefined;
	readonly subject?: string | null | undefined;
	readonly urgency?: Urgency | undefined;
	/** Ids. */
	readonly property?: string | null | undefined;
	readonly stairwell?: string | undefined;
	readonly flat?: string | undefined;
	readonly tenant?: string | null | undefined;
	readonly labels?: readonly string[] | undefined;
	readonly costs?: boolean | null | undefined;
	readonly dueAt?: DateTime | null | undefined;
}

/**
 * Changes what people say of the ticket. A subject brings its urgency unless one is given; urgency and property bring the due time, unless
 * somebody has set that by hand; a tenant brings their home where the ticket has no place yet.
 */
export async function changeTicket(
	ctx: TicketContext,
	{ details, ...change }: TicketChange & { readonly details: TicketDetails },
): Promise<TicketResult> {
	const { database } = ctx;
	return atTicket(ctx, "change", change, async ({ ticket, transaction }) => {
		const asked = patchOf(details);
		const found = await withReferences(database, transaction, ticket, asked);
		if ("kind" in found) return found;
		const patch = await withDueTime(database, transaction, ticket, found);
		return differs(ticket, patch) ? { action: "ticket-changed", patch } : null;
	});
}

function patchOf(details: TicketDetails): TicketPatch {
	const given = Object.entries(details).filter(
		([, value]) => value !== undefined,
	);
	const patch: TicketPatch = Object.fromEntries(given);
	return details.labels
		? { ...patch, labels: normalLabels(details.labels) }
		: patch;
}

/** With everything that the subject, the property and the tenant bring with them. */
async function withReferences(
	database: Sequelize,
	transaction: Transaction,
	ticket: StandingTicket,
	patch: TicketPatch,
): Promise<TicketPatch | TicketRefusal> {
	const { subject, property, tenant } = patch;
	const brought: TicketPatch[] = [];
	if (subject && subject !== ticket.subject) {
		const subjects = await allSubjects(database, transaction);
		const known = subjects.find(({ id }) => id === subject);
		if (!known) return { kind: "no-such-subject" };
		if (!isOffered(subjects, subject)) return { kind: "retired-subject" };
		brought.push({ urgency: known.urgency });
	}
	if (property !== undefined && property !== ticket.property) {
		if (property && !(await hasProperty(database, transaction, property)))
			return { kind: "no-such-property" };
		brought.push({ stairwell: "", flat: "" });
	}
	if (tenant && tenant !== ticket.tenant) {
		const known = await tenantOfTicket(database, transaction, tenant);
		if (!known) return { kind: "no-such-tenant" };
		if (property === undefined && ticket.property === null && known.property)
			brought.push(known);
	}
	return Object.assign({}, ...brought, patch);
}

/** A due time that follows from urgency and property goes on following from them. */
async function withDueTime(
	database: Sequelize,
	transaction: Transaction,
	ticket: StandingTicket,
	patch: TicketPatch,
): Promise<TicketPatch> {
	if (patch.dueAt !== undefined) return patch;
	const { urgency = ticket.urgency, property = ticket.property } = patch;
	if (urgency === ticket.urgency && property === ticket.property) return patch;
	const due = async (of: string | null, how: Urgency) => {
		const minutes = await dueMinutesOf(database, transaction, of);
		return minutes && dueAt(ticket.openedAt, how, minutes);
	};
	const followed = await due(ticket.property, ticket.urgency);
	const isByHand =
		ticket.dueAt !== null && followed?.toMillis() !== ticket.dueAt.toMillis();
	return isByHand ? patch : { ...patch, dueAt: await due(property, urgency) };
}

function differs(ticket: StandingTicket, patch: TicketPatch): boolean {
	return Object.entries(patch).some(
		([field, value]) =>
			JSON.stringify(value) !==
			JSON.stringify(ticket[field as keyof TicketPatch]),
	);
}
