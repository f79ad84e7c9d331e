/** The words of a message with places to fill in, as an admin may write them. */
import { plainText, segmentsOf } from "./gsm.ts";

export const placeholders = [
	"line",
	"number",
	"place",
	"summary",
	"caller",
	"at",
	"link",
] as const;

export type Placeholder = (typeof placeholders)[number];

/** What stands in each place; empty where it is not known. */
export type Values = Readonly<Record<Placeholder, string>>;

export type TemplateProblem =
	| { readonly kind: "unknown-placeholder"; readonly name: string }
	| { readonly kind: "missing-placeholder"; readonly name: Placeholder }
	/** Brackets that do not close, open twice, or close what was not opened. */
	| { readonly kind: "odd-brackets" }
	| { readonly kind: "empty" }
	/** More than two text messages, even with nothing in the places that may be empty. */
	| { readonly kind: "too-long" };

/** Far more than two text messages take. */
export const longestTemplate = 1_000;

/** The text with its places filled in; a part in `[…]` is left out when one of its places is empty. */
export function filledIn(template: string, values: Values): string {
	return template
		.replace(/\[([^[\]]*)\]/g, (_, part: string) =>
			namesIn(part).some((name) => isKnown(name) && values[name] === "")
				? ""
				: part,
		)
		.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
			isKnown(name) ? values[name] : whole,
		)
		.replace(/[ \t]+/g, " ")
		.trim();
}

export interface TemplateRules {
	readonly known: readonly Placeholder[];
	readonly required: readonly Placeholder[];
}

/** Everything that keeps the text from being sent; none: it may be. */
export function problemsIn(
	template: string,
	{ known, required }: TemplateRules,
): TemplateProblem[] {
	if (template.trim() === "") return [{ kind: "empty" }];
	const names = namesIn(template);
	const outside = namesIn(template.replace(/\[[^[\]]*\]/g, ""));
	const problems: TemplateProblem[] = [
		...[...new Set(names)]
			.filter((name) => !known.some((each) => each === name))
			.map((name): TemplateProblem => ({ kind: "unknown-placeholder", name })),
		...required
			.filter((name) => !outside.includes(name))
			.map((name): TemplateProblem => ({ kind: "missing-placeholder", name })),
	];
	if (hasOddBrackets(template)) problems.push({ kind: "odd-brackets" });
	if (segmentsOf(plainText(filledIn(template, shortestSample))) > 2)
		problems.push({ kind: "too-long" });
	return problems;
}

function hasOddBrackets(template: string): boolean {
	const left = template.replace(/\{[^{}]*\}/g, "").replace(/\[[^[\]]*\]/g, "");
	return /[[\]{}]/.test(left);
}

function namesIn(template: string): string[] {
	return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? "");
}

function isKnown(name: string): name is Placeholder {
	return placeholders.some((each) => each === name);
}

const shortestSample: Values = {
	line: "Myllypuron vikanumero",
	number: "2026-000123",
	place: "",
	summary: "",
	caller: "+358401234567",
	at: "12.34",
	link: "https://vikanumero.example.fi/t/AbCdEfGhIjKlMnOpQrStUv",
};
