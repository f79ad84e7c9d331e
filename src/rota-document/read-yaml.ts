import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
} from "yaml";
import { error, type Problem } from "../domain/rota/problem.ts";

/** The value of a document, or what is wrong with its writing. */
export interface YamlReading {
	readonly value?: unknown;
	readonly problems: readonly Problem[];
}

const mostCharacters = 500_000;
const deepest = 100;
const mostAliases = 100;
const mostProblems = 20;

/**
 * Reads YAML 1.2, of which JSON is a part. Syntax errors name line and column. Takes any text whatever, in work that
 * grows with its length: what is too big, too deep or refers to itself too often is refused.
 */
export function readYaml(text: string): YamlReading {
	if (text.length > mostCharacters) return { problems: [tooBig()] };
	if (isTooDeep(text)) return { problems: [unreadable("nesting")] };
	const lineCounter = new LineCounter();
	const problems: Problem[] = [];
	const note = (offset: number, message: string) => {
		if (problems.length < mostProblems)
			problems.push(syntaxProblem(lineCounter.linePos(offset), message));
	};
	const document = parsed(text, lineCounter);
	for (const { pos, message } of document.errors.slice(0, mostProblems))
		note(pos[0], message);
	let aliases = 0;
	visit(document, {
		Node: (_, node) => {
			if (isAlias(node)) aliases++;
			if (!isMap(node)) return;
			for (const { offset, key } of duplicatesIn(node.items))
				note(offset, `The key "${key}" stands twice`);
		},
	});
	if (problems.length > 0) return { problems };
	if (aliases > mostAliases) return { problems: [unreadable("aliases")] };
	try {
		return { value: document.toJS({ maxAliasCount: mostAliases }), problems };
	} catch {
		return { problems: [unreadable("aliases")] };
	}
}

/** Half a million commas are half a million errors, and most of the time they take is that of their unread stacks. */
function parsed(text: string, lineCounter: LineCounter): Document {
	const limit = Error.stackTraceLimit;
	try {
		Error.stackTraceLimit = 0;
		return parseDocument(text, {
			lineCounter,
			prettyErrors: false,
			// The parser's own search for duplicate keys takes time that grows with the square of their number.
			uniqueKeys: false,
		});
	} finally {
		Error.stackTraceLimit = limit;
	}
}

/** Keys of a mapping that stood in it before. */
function duplicatesIn(
	items: readonly { readonly key: unknown }[],
): { offset: number; key: string }[] {
	const seen = new Set<string>();
	return items.flatMap(({ key }) => {
		if (!isScalar(key)) return [];
		const text = String(key.value);
		if (!seen.has(text)) {
			seen.add(text);
			return [];
		}
		return [{ offset: key.range?.[0] ?? 0, key: text }];
	});
}

/** Brackets within brackets, or dashes after dashes, deeper than any rota is. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const bracket of text.matchAll(/[[\]{}]/g)) {
		if (bracket[0] === "[" || bracket[0] === "{") depth++;
		else depth = Math.max(0, depth - 1);
		if (depth > deepest) return true;
	}
	return /^[ \t]*(?:[-?:][ \t]+){100}/m.test(text);
}

function syntaxProblem(
	{ line, col: column }: { readonly line: number; readonly col: number },
	message: string,
): Problem {
	const reason = (message.split("\n")[0] ?? "").trim().slice(0, 200);
	return error(
		"syntax",
		`line ${line}, column ${column}`,
		{
			fi: `Rivi ${line}, sarake ${column}: tiedosto ei ole kelvollista YAMLia (${reason}).`,
			sv: `Rad ${line}, kolumn ${column}: filen är inte giltig YAML (${reason}).`,
			en: `Line ${line}, column ${column}: this is not valid YAML (${reason}).`,
		},
		{
			fi: "Tarkista sisennys, kaksoispisteet, sulkeet ja lainausmerkit siinä kohdassa.",
			sv: "Kontrollera indrag, kolon, parenteser och citattecken på det stället.",
			en: "Check indentation, colons, brackets and quotation marks there.",
		},
	);
}

function tooBig(): Problem {
	return error(
		"too-big",
		"",
		{
			fi: "Tiedosto on liian suuri päivystyslistaksi.",
			sv: "Filen är för stor för ett jourschema.",
			en: "The file is too big for a rota.",
		},
		{
			fi: "Lyhennä se alle 500 000 merkkiin.",
			sv: "Korta den till under 500 000 tecken.",
			en: "Shorten it to less than 500,000 characters.",
		},
	);
}

function unreadable(reason: "nesting" | "aliases"): Problem {
	return error(
		"unreadable",
		"",
		{
			fi:
				reason === "nesting"
					? "Tiedostossa on liikaa sisäkkäisyyksiä."
					: "Tiedostossa on liikaa viittauksia tai viittaus, jota ei voi seurata.",
			sv:
				reason === "nesting"
					? "Filen är för djupt nästlad."
					: "Filen har för många alias, eller ett alias som inte går att följa.",
			en:
				reason === "nesting"
					? "The file is nested too deeply."
					: "The file has too many aliases, or one that cannot be followed.",
		},
		{
			fi: "Kirjoita arvot suoraan, ilman viittauksia (* ja &) ja ylimääräisiä sulkeita.",
			sv: "Skriv värdena direkt, utan alias (* och &) och överflödiga parenteser.",
			en: "Write the values out, without aliases (* and &) and needless brackets.",
		},
	);
}
