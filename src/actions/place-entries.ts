import { createHmac, randomUUID } from "node:crypto";
import type { DateTime } from "luxon";
import type { Sequelize, Transaction } from "sequelize";
import {
	type AuditEntry,
	auditEntries,
	auditEntry,
} from "../database/audit.ts";
import { notifyOfChange } from "../database/changes.ts";
import { placeOpenTickets } from "../database/places.ts";
import { flatsInWords } from "../domain/place/flats.ts";
import {
	type PropertyFields,
	propertyFields,
} from "../domain/place/property.ts";
import { type TenantFields, tenantFields } from "../domain/place/tenant.ts";

/** Who changes the register, and when. */
export interface PlaceDeed {
	readonly by: string;
	readonly at: DateTime;
	readonly reason?: string;
}

/** The id of something new in the register. */
export function newId(): string {
	return randomUUID();
}

/** The entry of a property that was added (no `before`), changed or removed (no `after`), with what differs. */
export function propertyEntry(
	{ by, at, reason }: PlaceDeed,
	id: string,
	before: PropertyFields | null,
	after: PropertyFields | null,
): AuditEntry {
	return {
		...{ at, actor: by, action: `property-${deedOf(before, after)}` },
		subject: { kind: "property", id },
		...(reason !== undefined && { reason }),
		...differences(
			propertyFields,
			before && propertyTold(before),
			after && propertyTold(after),
		),
	};
}

/**
 * The entry of a tenant. It is for ever, and they may be forgotten: names, numbers and what they are called elsewhere are told only as
 * references, which nobody can lead back to them once their key is gone.
 */
export function tenantEntry(
	{ by, at, reason }: PlaceDeed,
	{ id, referenceKey }: { readonly id: string; readonly referenceKey: string },
	before: TenantFields | null,
	after: TenantFields | null,
): AuditEntry {
	const told = (tenant: TenantFields) => tenantTold(tenant, referenceKey);
	return {
		...{ at, actor: by, action: `tenant-${deedOf(before, after)}` },
		subject: { kind: "tenant", id },
		...(reason !== undefined && { reason }),
		...differences(tenantFields, before && told(before), after && told(after)),
	};
}

/** By which something personal is referred to for as long as its key is known. */
export function referenceTo(value: string, key: string): string {
	return `ref:${createHmac("sha256", key).update(value).digest("hex").slice(0, 16)}`;
}

/** Everything that follows once tenants are saved: open tickets of their numbers learn their place, and everybody looks again. */
export async function tellOfPlaces(
	database: Sequelize,
	transaction: Transaction,
	{ by, at }: PlaceDeed,
	tenants: readonly string[] = [],
): Promise<void> {
	const placed = await placeOpenTickets(database, transaction, tenants);
	await auditEntries(
		database,
		transaction,
		placed.map(({ number, line: _, ...after }) => ({
			...{ at, actor: by, action: "ticket-changed", after },
			subject: { kind: "ticket", id: number },
			before: { tenant: null, property: null, stairwell: "", flat: "" },
			reason: "the number is known now",
		})),
	);
	for (const { number, line } of placed)
		await notifyOfChange(database, transaction, {
			...{ kind: "ticket-changed", number, line },
		});
	await notifyOfChange(database, transaction, { kind: "places-changed" });
}

/** Saves nothing by itself: the entry, and the news of it. */
export async function enterPlace(
	database: Sequelize,
	transaction: Transaction,
	deed: PlaceDeed,
	entry: AuditEntry,
	tenants: readonly string[] = [],
): Promise<void> {
	await auditEntry(database, transaction, entry);
	await tellOfPlaces(database, transaction, deed, tenants);
}

function deedOf(before: unknown, after: unknown): string {
	if (before === null) return "added";
	return after === null ? "removed" : "changed";
}

type Told = Readonly<Record<string, unknown>>;

function propertyTold(property: PropertyFields): Told {
	return { ...property, flats: flatsInWords(property.flats) };
}

function tenantTold(tenant: TenantFields, referenceKey: string): Told {
	const reference = (value: string) => referenceTo(value, referenceKey);
	return {
		...tenant,
		key: tenant.key && reference(tenant.key),
		name: reference(tenant.name),
		numbers: tenant.numbers.map(reference),
	};
}

function differences(
	fields: readonly string[],
	before: Told | null,
	after: Told | null,
): { before?: Told; after?: Told } {
	const differ = fields.filter(
		(field) =>
			JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]),
	);
	const of = (told: Told) =>
		Object.fromEntries(differ.map((field) => [field, told[field]]));
	return {
		...(before && { before: of(before) }),
		...(after && { after: of(after) }),
	};
}
