/** How what is sealed is written down before it is hashed: the same thing always gives the same text. */

/** What a canonical text can hold. Numbers, instants and documents are texts here, as the database writes them. */
export type Canonical =
	| string
	| null
	| readonly Canonical[]
	| { readonly [name: string]: Canonical };

export const leafKinds = ["entry", "rota", "call"] as const;

export type LeafKind = (typeof leafKinds)[number];

/** What one leaf stands for: an audit entry, a version of a rota, or a call with its facts. */
export interface SealedThing {
	readonly kind: LeafKind;
	/** The entry's id, the version, or the call's newest fact; digits. */
	readonly number: string;
	/** The rota's line or the call's sid; empty for an entry. */
	readonly key: string;
	readonly fields: Readonly<Record<string, Canonical>>;
}

/** One seal as it is hashed. */
export interface SealedBatch {
	/** From 1, without a gap. */
	readonly id: string;
	/** Hash of the seal before, in hexadecimal; of the first one: zeros. */
	readonly previous: string;
	/** Hash over the leaves' hashes in their order. */
	readonly leaves: string;
	readonly count: number;
	/** ISO 8601 in UTC, to the microsecond. */
	readonly sealedAt: string;
	readonly completeUntil: string | null;
}

/** Before the first seal. */
export const noSeal = "0".repeat(64);

/** The text of which a leaf is the SHA-256, in UTF-8. */
export function leafText({ kind, number, key, fields }: SealedThing): string {
	return canonicalText({ faultline: "leaf 1", kind, number, key, fields });
}

/** The text of which a seal is the SHA-256, in UTF-8. */
export function sealText(seal: SealedBatch): string {
	return canonicalText({
		faultline: "seal 1",
		...seal,
		count: String(seal.count),
	});
}

/** JSON without spaces, the names in each object in the order of their UTF-16 code units. */
export function canonicalText(value: Canonical): string {
	if (value === null || typeof value === "string") return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
	const named = value as Readonly<Record<string, Canonical>>;
	const fields = Object.keys(named)
		.sort()
		.map(
			(name) => `${JSON.stringify(name)}:${canonicalText(named[name] ?? null)}`,
		);
	return `{${fields.join(",")}}`;
}
