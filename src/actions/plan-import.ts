import { createHash } from "node:crypto";
import type { Transaction } from "sequelize";
import type { Context } from "../context.ts";
import { serviceClassNames } from "../database/places.ts";
import { allProperties } from "../database/properties.ts";
import { allTenants } from "../database/tenants.ts";
import type { Sentence } from "../domain/language.ts";
import {
	type ImportKind,
	type ImportPlan,
	importPlan,
} from "../domain/place/import.ts";
import type { PropertyFields } from "../domain/place/property.ts";
import type { TenantFields } from "../domain/place/tenant.ts";
import type { NumbersReading } from "../place-document/file-numbers.ts";
import { readProperties } from "../place-document/read-properties.ts";
import { readTenants } from "../place-document/read-tenants.ts";
import { propertyRules, tenantRules } from "../place-document/written.ts";

interface Planned<Fields> {
	readonly plan: ImportPlan<Fields>;
	readonly digest: string;
	/** Heads of columns that mean nothing to us, as they are written. */
	readonly ignored: readonly string[];
	/** Which sheet was read, where a workbook has several. */
	readonly sheet: string | null;
}

export type PlannedImport =
	| ({ readonly kind: "properties" } & Planned<PropertyFields>)
	| ({
			readonly kind: "tenants";
			/** Of those on record, removed ones too, by id. */
			readonly referenceKeys: ReadonlyMap<string, string>;
			/** null when no number of the file had a choice. */
			readonly numbers: NumbersReading | null;
	  } & Planned<TenantFields>)
	/** The file as a whole cannot be read. */
	| { readonly kind: "faulty"; readonly problem: Sentence };

/**
 * Reads a file of properties or tenants and works out what taking it in would do; nothing is changed. The digest stands for the file and
 * for the plan that follows from it: with the register as it was, it is the same again.
 *
 * @param country calling code of the country whose people tenants are, for numbers that are written without one; null when the file tells.
 */
export async function planImport(
	ctx: Pick<Context, "database" | "rotas" | "config">,
	kind: ImportKind,
	bytes: Uint8Array,
	country: string | null = null,
	transaction: Transaction | null = null,
): Promise<PlannedImport> {
	return kind === "properties"
		? planProperties(ctx, bytes, transaction)
		: planTenants(ctx, bytes, country, transaction);
}

async function planProperties(
	{ database }: Pick<Context, "database">,
	bytes: Uint8Array,
	transaction: Transaction | null,
): Promise<PlannedImport> {
	const classes = await serviceClassNames(database, transaction);
	const reading = await readProperties(bytes, classes);
	if (reading.kind === "faulty") return reading;
	const known = await allProperties(database, { transaction, removed: true });
	const plan = importPlan(
		reading.rows,
		known.map((property) => ({
			...{ id: property.id, key: property.key, fields: property },
			isRemoved: property.removedAt !== null,
		})),
		propertyRules,
	);
	const { ignored, sheet } = reading;
	const digest = digestOf(bytes, plan);
	return { kind: "properties", plan, digest, ignored, sheet };
}

async function planTenants(
	ctx: Pick<Context, "database" | "rotas" | "config">,
	bytes: Uint8Array,
	country: string | null,
	transaction: Transaction | null,
): Promise<PlannedImport> {
	const { database } = ctx;
	const properties = await allProperties(database, { transaction });
	const known = await allTenants(database, { transaction, removed: true });
	const numbers = known.flatMap((tenant) => tenant.numbers);
	const there = { properties, zones: zonesOf(ctx), numbers };
	const reading = await readTenants(bytes, there, country);
	if (reading.kind === "faulty") return reading;
	const plan = importPlan(
		reading.rows,
		known.map((tenant) => {
			const key = tenant.key ?? tenant.id;
			const isRemoved = tenant.removedAt !== null;
			return { id: tenant.id, key, fields: { ...tenant, key }, isRemoved };
		}),
		tenantRules(new Map(properties.map(({ id, key }) => [id, key]))),
	);
	return {
		...{ kind: "tenants", plan, digest: digestOf(bytes, plan) },
		...{ ignored: reading.ignored, sheet: reading.sheet },
		numbers: reading.numbers,
		referenceKeys: new Map(
			known.map(({ id, referenceKey }) => [id, referenceKey]),
		),
	};
}

/** Whose national numbers people here write: those of the lines' own zones. */
export function zonesOf({
	rotas,
	config,
}: Pick<Context, "rotas" | "config">): string[] {
	return Object.keys(config.lines).flatMap(
		(line) => rotas.current(line)?.rota.zone ?? [],
	);
}

function digestOf(
	bytes: Uint8Array,
	{ rows, gone }: ImportPlan<unknown>,
): string {
	return createHash("sha256")
		.update(bytes)
		.update(JSON.stringify({ rows, gone }))
		.digest("hex");
}
