/** What taking in a file of properties or tenants would do to the register, row by row, before anything is done. */
import type { Sentence } from "../language.ts";

export const importKinds = ["properties", "tenants"] as const;

export type ImportKind = (typeof importKinds)[number];

/** One property or tenant as a file tells of it; fields that the file has no column for are left out. */
export interface ReadRow<Fields> {
	/** In the file, from 1; the first of several about the same one. */
	readonly row: number;
	/** null when it is missing. */
	readonly key: string | null;
	readonly fields: Partial<Fields>;
	readonly problems: readonly Sentence[];
	/** What was read in one way and could be meant in another. */
	readonly remarks?: readonly Sentence[];
}

/** One that is on record already, or was. */
export interface KnownOne<Fields> {
	readonly id: string;
	readonly key: string;
	readonly fields: Fields;
	readonly isRemoved: boolean;
}

export interface FieldChange {
	readonly field: string;
	/** As they are written in a file; empty for nothing. */
	readonly from: string;
	readonly to: string;
}

export interface PlannedRow {
	readonly row: number;
	readonly key: string | null;
	/** What people call it. */
	readonly name: string;
	readonly kind: "new" | "changed" | "unchanged" | "problem";
	readonly changes: readonly FieldChange[];
	readonly problems: readonly Sentence[];
	/** What was read in one way and could be meant in another. */
	readonly remarks: readonly Sentence[];
}

/** One that is on record and not in the file. */
export interface GoneOne {
	readonly id: string;
	readonly key: string;
	readonly name: string;
}

export interface ImportPlan<Fields> {
	readonly rows: readonly PlannedRow[];
	/** What is to be saved, new ones without an id. */
	readonly saved: readonly {
		readonly id: string | null;
		readonly before: Fields | null;
		readonly after: Fields;
	}[];
	readonly gone: readonly GoneOne[];
	/** Whether it is certain that those who are gone are: a row without a key may be about any of them. */
	readonly mayRemove: boolean;
}

export interface ImportRules<Fields> {
	/** Of one that the file does not tell everything about. */
	readonly empty: Fields;
	readonly tidy: (fields: Fields) => Fields;
	/** Each field as it is written in a file. */
	readonly written: (fields: Fields) => Readonly<Record<string, string>>;
	readonly name: (fields: Fields) => string;
	/** What a new one cannot be without. */
	readonly missing: (fields: Fields) => readonly Sentence[];
}

/** Works out the plan. A row with a problem changes nothing, and is no reason for another one not to be taken in. */
export function importPlan<Fields>(
	rows: readonly ReadRow<Fields>[],
	known: readonly KnownOne<Fields>[],
	rules: ImportRules<Fields>,
): ImportPlan<Fields> {
	const byKey = new Map(known.map((one) => [one.key, one]));
	const planned = rows.map((row) => plannedRow(row, byKey, rules));
	const named = new Set(rows.map(({ key }) => key));
	return {
		rows: planned.map(({ row }) => row),
		saved: planned.flatMap(({ save }) => (save ? [save] : [])),
		gone: known
			.filter(({ key, isRemoved }) => !isRemoved && !named.has(key))
			.map(({ id, key, fields }) => ({ id, key, name: rules.name(fields) })),
		mayRemove: !named.has(null),
	};
}

function plannedRow<Fields>(
	{ row, key, fields, problems, remarks = [] }: ReadRow<Fields>,
	known: ReadonlyMap<string, KnownOne<Fields>>,
	rules: ImportRules<Fields>,
): { row: PlannedRow; save?: ImportPlan<Fields>["saved"][number] } {
	const there = key === null ? undefined : known.get(key);
	const before = there && !there.isRemoved ? there.fields : null;
	const after = rules.tidy({ ...(there?.fields ?? rules.empty), ...fields });
	const all = [...problems, ...rules.missing(after)];
	const told = { row, key, name: rules.name(after), remarks };
	if (all.length > 0)
		return { row: { ...told, kind: "problem", changes: [], problems: all } };
	const changes = changesBetween(before, after, rules);
	if (before && changes.length === 0)
		return { row: { ...told, kind: "unchanged", changes, problems: [] } };
	return {
		row: {
			...{ ...told, kind: before ? "changed" : "new" },
			...{ changes, problems: [] },
		},
		save: { id: there?.id ?? null, before, after },
	};
}

function changesBetween<Fields>(
	before: Fields | null,
	after: Fields,
	{ written }: ImportRules<Fields>,
): FieldChange[] {
	const from = before ? written(before) : {};
	return Object.entries(written(after)).flatMap(([field, to]) =>
		to === (from[field] ?? "") ? [] : [{ field, from: from[field] ?? "", to }],
	);
}
