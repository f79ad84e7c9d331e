/** Audit entries as people look for them and read them. */
import type { InstantText } from "../ticket/ticket.ts";

export const auditKinds = [
	"rota",
	"tickets",
	"places",
	"settings",
	"accounts",
	"exports",
] as const;

export type AuditKind = (typeof auditKinds)[number];

/** One entry as it is shown; also the JSON of `GET /api/audit`. */
export interface AuditView {
	/** Digits; the order of entering. */
	readonly id: string;
	readonly at: InstantText;
	readonly actor: string;
	readonly action: string;
	readonly kind: AuditKind;
	readonly subject: { readonly kind: string; readonly id: string };
	readonly reason: string | null;
	/** Field by field; without those that stayed as they were. */
	readonly changes: readonly FieldChange[];
	/** From where: an address of the network, or the door it came by. */
	readonly origin: string | null;
	/** The name of the account that was signed in. */
	readonly account: string | null;
}

export interface FieldChange {
	/** A path: `place.flat`. */
	readonly field: string;
	/** null: it was not there. */
	readonly from: string | null;
	readonly to: string | null;
}

/** What differs between two values that were kept as JSON, a field at a time. What has no fields is one itself, without a name. */
export function changesBetween(before: unknown, after: unknown): FieldChange[] {
	const from = fieldsOf(before);
	const to = fieldsOf(after);
	return [...new Set([...from.keys(), ...to.keys()])].flatMap((field) => {
		const [was, is] = [from.get(field), to.get(field)];
		return JSON.stringify(was) === JSON.stringify(is)
			? []
			: [{ field, from: textOrNull(was), to: textOrNull(is) }];
	});
}

/** A list is told as one; so is what lies deeper than anybody reads. */
function fieldsOf(value: unknown, path = "", depth = 0): Map<string, unknown> {
	if (value === null || value === undefined) return new Map();
	if (typeof value !== "object" || Array.isArray(value) || depth > 3)
		return new Map([[path, value]]);
	return new Map(
		Object.entries(value).flatMap(([name, inner]) => [
			...fieldsOf(inner, path === "" ? name : `${path}.${name}`, depth + 1),
		]),
	);
}

function textOrNull(value: unknown): string | null {
	return value === undefined ? null : textOf(value);
}

/** As somebody would write it down; a list within a list in brackets. */
function textOf(value: unknown): string {
	if (Array.isArray(value))
		return value
			.map((one) => (Array.isArray(one) ? `(${textOf(one)})` : textOf(one)))
			.join(", ");
	if (typeof value !== "object" || value === null) return String(value ?? "–");
	return Object.entries(value)
		.map(([name, inner]) => `${name}: ${textOf(inner)}`)
		.join("; ");
}
