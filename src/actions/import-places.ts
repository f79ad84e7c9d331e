import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import {
	type AuditEntry,
	auditEntries,
	auditEntry,
} from "../database/audit.ts";
import { lockRegister } from "../database/places.ts";
import {
	allProperties,
	markPropertiesRemoved,
	saveProperties,
} from "../database/properties.ts";
import {
	allTenants,
	markTenantsRemoved,
	saveTenants,
} from "../database/tenants.ts";
import type { ImportKind, ImportPlan } from "../domain/place/import.ts";
import type { PropertyFields } from "../domain/place/property.ts";
import type { TenantFields } from "../domain/place/tenant.ts";
import {
	newId,
	type PlaceDeed,
	propertyEntry,
	tellOfPlaces,
	tenantEntry,
} from "./place-entries.ts";
import { type PlannedImport, planImport } from "./plan-import.ts";

export interface Imported {
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly removed: number;
	/** Rows that were left out for their problems. */
	readonly problems: number;
}

export type ImportResult =
	| { readonly kind: "imported"; readonly counts: Imported }
	| {
			readonly kind: "refused";
			readonly because: /** The register or the file is another one than was looked at. */
			"preview-is-old" | "unreadable" | "cannot-remove" | "still-lived-in";
	  };

type Needed = Pick<Context, "database" | "clock" | "rotas" | "config">;

/**
 * Takes a file of properties or tenants into the register, exactly as it was looked at before: with another file, or a register that has
 * changed meanwhile, nothing is done. Rows with problems are left out. Whoever is missing in the file stays unless asked otherwise.
 */
export async function importPlaces(
	ctx: Needed,
	asked: {
		readonly kind: ImportKind;
		readonly bytes: Uint8Array;
		/** Of the plan that was looked at. */
		readonly digest: string;
		/** As it was looked at, see there. */
		readonly country?: string | null;
		/** Whether those who are on record and not in the file are taken off the register. */
		readonly removesMissing: boolean;
		readonly by: string;
	},
): Promise<ImportResult> {
	const { database, clock } = ctx;
	const { kind, bytes, digest, country = null, removesMissing, by } = asked;
	return database.transaction(async (transaction) => {
		await lockRegister(database, transaction);
		const planned = await planImport(ctx, kind, bytes, country, transaction);
		if (planned.kind === "faulty") return refused("unreadable");
		const { plan } = planned;
		if (planned.digest !== digest) return refused("preview-is-old");
		if (removesMissing && !plan.mayRemove) return refused("cannot-remove");
		const gone = removesMissing ? plan.gone.map(({ id }) => id) : [];
		if (kind === "properties" && (await isLivedIn(ctx, transaction, gone)))
			return refused("still-lived-in");
		const counts = countsOf(plan, gone.length);
		const deed = { by, at: clock.now(), reason: "import" };
		await auditEntry(database, transaction, {
			...{ at: deed.at, actor: by, action: `${kind}-imported` },
			...{ subject: { kind: "register", id: kind }, after: counts },
		});
		await save(ctx, transaction, planned, gone, deed);
		return { kind: "imported", counts };
	});
}

async function save(
	{ database }: Needed,
	transaction: Transaction,
	planned: Exclude<PlannedImport, { kind: "faulty" }>,
	gone: readonly string[],
	deed: PlaceDeed,
): Promise<void> {
	if (planned.kind === "properties") {
		const saved = withIds(planned.plan.saved);
		const leaving = await leavingOf(gone, () =>
			allProperties(database, { transaction }),
		);
		await saveProperties(
			database,
			transaction,
			saved.map(({ id, after }) => ({ ...after, id })),
			deed.at,
		);
		await markPropertiesRemoved(database, transaction, gone, deed.at);
		const entries = [
			...saved.map(({ id, before, after }) =>
				propertyEntry(deed, id, before, after),
			),
			...leaving.map((each) => propertyEntry(deed, each.id, each, null)),
		];
		await enter(database, transaction, deed, entries, []);
		return;
	}
	const saved = withIds(planned.plan.saved).map((each) => ({
		...each,
		referenceKey: planned.referenceKeys.get(each.id) ?? newId(),
	}));
	const leaving = await leavingOf(gone, () =>
		allTenants(database, { transaction }),
	);
	await saveTenants(
		database,
		transaction,
		saved.map(({ id, after, referenceKey }) => ({
			...{ ...after, id, referenceKey },
		})),
		deed.at,
	);
	await markTenantsRemoved(database, transaction, gone, deed.at);
	const entries = [
		...saved.map((each) => tenantEntry(deed, each, each.before, each.after)),
		...leaving.map((each) => tenantEntry(deed, each, each, null)),
	];
	const ids = saved.map(({ id }) => id);
	await enter(database, transaction, deed, entries, ids);
}

async function enter(
	database: Context["database"],
	transaction: Transaction,
	deed: PlaceDeed,
	entries: readonly AuditEntry[],
	tenants: readonly string[],
): Promise<void> {
	await auditEntries(database, transaction, entries);
	await tellOfPlaces(database, transaction, deed, tenants);
}

function withIds<Fields extends PropertyFields | TenantFields>(
	saved: ImportPlan<Fields>["saved"],
) {
	return saved.map(({ id, ...rest }) => ({ ...rest, id: id ?? newId() }));
}

async function leavingOf<One extends { readonly id: string }>(
	gone: readonly string[],
	all: () => Promise<One[]>,
): Promise<One[]> {
	if (gone.length === 0) return [];
	const ids = new Set(gone);
	return (await all()).filter(({ id }) => ids.has(id));
}

async function isLivedIn(
	{ database }: Needed,
	transaction: Transaction,
	gone: readonly string[],
): Promise<boolean> {
	if (gone.length === 0) return false;
	const ids = new Set(gone);
	const tenants = await allTenants(database, { transaction });
	return tenants.some(({ property }) => property !== null && ids.has(property));
}

function countsOf(plan: ImportPlan<unknown>, removed: number): Imported {
	const count = (kind: string) =>
		plan.rows.filter((row) => row.kind === kind).length;
	return {
		added: count("new"),
		changed: count("changed"),
		unchanged: count("unchanged"),
		...{ removed, problems: count("problem") },
	};
}

function refused(
	because: Extract<ImportResult, { kind: "refused" }>["because"],
): ImportResult {
	return { kind: "refused", because };
}
