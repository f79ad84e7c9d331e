import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { LineConfig, PromptOverride } from "./config.ts";
import type { Language, Sentence } from "./domain/language.ts";
import { SetupError } from "./errors.ts";
import {
	type line,
	type promptInLanguages,
	sentenceFor,
	serviceFile,
} from "./service-file-shape.ts";

/**
 * Reads `service.yaml` and fills in what is left out.
 *
 * @throws SetupError naming the file, the place in it, and what to write there.
 */
export function readServiceFile(configDir: string): {
	lines: Record<string, LineConfig>;
} {
	const file = join(configDir, "service.yaml");
	const found = serviceFile.safeParse(contentOf(file), { reportInput: true });
	if (!found.success) throw inTheFile(file, sentenceFor(found.error));
	const entries = Object.entries(found.data.lines);
	if (entries.length === 0)
		throw inTheFile(file, "`lines` is empty: write at least one line there");
	refuseSharedNumbers(file, entries);
	const { sms } = found.data;
	return {
		lines: Object.fromEntries(
			entries.map(([id, each]) => [
				id,
				lineOf(id, { ...each, sms: each.sms ?? sms }, configDir, file),
			]),
		),
	};
}

function contentOf(file: string): unknown {
	if (!existsSync(file))
		throw new SetupError(
			`The file ${file} is missing: make it with your lines in it (the README shows the shortest), or set CONFIG_DIR to the folder where it is.`,
		);
	let source: string;
	try {
		source = readFileSync(file, "utf8");
	} catch (cause) {
		throw new SetupError(
			`The file ${file} cannot be read by this user: give the rights to read it.`,
			{ cause },
		);
	}
	const counter = new LineCounter();
	const document = parseDocument(source, { lineCounter: counter });
	const [error] = document.errors;
	if (error) {
		const { line: row, col } = counter.linePos(error.pos[0]);
		const [what] = error.message.split(/ at line| \(|\n/);
		throw inTheFile(file, `line ${row}, column ${col}: ${what}`);
	}
	return document.toJS() ?? {};
}

type ParsedLine = z.infer<typeof line>;

function lineOf(
	id: string,
	parsed: ParsedLine,
	configDir: string,
	file: string,
): LineConfig {
	const { name, notices, language: given, prompts, sms, ...rest } = parsed;
	const offered = [...new Set(parsed.languages ?? [given ?? "fi"])];
	const spoken =
		given ?? (offered.includes("fi") ? "fi" : (offered[0] as Language));
	if (!offered.includes(spoken))
		throw inTheFile(
			file,
			`lines.${id}.language is ${spoken}, which is not among its languages: add it there`,
		);
	return {
		...rest,
		...(sms && { sms }),
		id,
		name: filledIn(name ?? { fi: id }),
		language: spoken,
		languages: offered,
		notices: {
			recording: notices.recording,
			...(notices.charge ? { charge: filledIn(notices.charge) } : {}),
		},
		prompts: Object.fromEntries(
			Object.entries(prompts).flatMap(([name, each]) => {
				const where = `lines.${id}.prompts.${name}`;
				return each ? [[name, promptOf(where, each, configDir, file)]] : [];
			}),
		),
	};
}

/** Audio is an address, or a file in the folder of the configuration. */
function promptOf(
	where: string,
	given: z.infer<typeof promptInLanguages>,
	configDir: string,
	file: string,
): PromptOverride {
	for (const [spoken, each] of Object.entries(given)) {
		if (!each || !("audio" in each) || /^https?:/.test(each.audio)) continue;
		if (!existsSync(join(configDir, each.audio)))
			throw inTheFile(
				file,
				`${where}.${spoken} names ${each.audio}, which is not in ${configDir}: put the file there`,
			);
	}
	return Object.fromEntries(
		Object.entries(given).filter(([, each]) => each),
	) as PromptOverride;
}

function refuseSharedNumbers(
	file: string,
	entries: readonly [string, ParsedLine][],
): void {
	const owners = new Map<string, string>();
	for (const [id, { number }] of entries) {
		const other = owners.get(number);
		if (other)
			throw inTheFile(
				file,
				`${other} and ${id} have the same number ${number}: give each line its own`,
			);
		owners.set(number, id);
	}
}

/** A text given in some languages only is used for the others too. */
function filledIn(
	given: {
		readonly [each in Language]?: string | undefined;
	},
): Sentence {
	const any = given.en ?? given.fi ?? given.sv ?? "";
	return {
		fi: given.fi ?? any,
		sv: given.sv ?? any,
		en: given.en ?? any,
	};
}

function inTheFile(file: string, what: string): SetupError {
	return new SetupError(`In ${file}: ${what}.`);
}
