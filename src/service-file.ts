import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { LineConfig, PromptOverride } from "./config.ts";
import { promptNames } from "./domain/call/prompts.ts";
import { type Language, languages, type Sentence } from "./domain/language.ts";
import { nearest } from "./domain/rota/nearest.ts";
import { SetupError } from "./errors.ts";

const phoneNumber = z
	.string({
		error: 'must be in quotes, for example "+358942721234"',
	})
	.regex(/^\+[1-9]\d{6,14}$/, {
		error: 'must be an international number, for example "+358942721234"',
	});

const text = z.string({ error: "must be a text" }).trim().min(1, {
	error: "must not be empty",
});

const oneOrEachLanguage = z.union([
	text.transform(
		(same): Partial<Sentence> => ({ fi: same, sv: same, en: same }),
	),
	z.strictObject({
		fi: text.optional(),
		sv: text.optional(),
		en: text.optional(),
	}),
]);

const prompt = z.union([
	text.transform((spoken) => ({ text: spoken })),
	z.strictObject({ text }),
	z.strictObject({ audio: text }),
]);

const promptInLanguages = z.strictObject({
	fi: prompt.optional(),
	sv: prompt.optional(),
	en: prompt.optional(),
});

const language = z.enum(languages, { error: "must be fi, sv or en" });

const wholeNumber = (least: number, most: number) => {
	const error = `must be a whole number from ${least} to ${most}`;
	return z.int({ error }).min(least, { error }).max(most, { error });
};

const yesOrNo = z.boolean({ error: "must be true or false" });

const line = z.strictObject({
	number: phoneNumber,
	name: oneOrEachLanguage.optional(),
	language: language.optional(),
	languages: z
		.array(language)
		.min(1, { error: "must not be empty" })
		.optional(),
	joinMinutes: wholeNumber(0, 1440).default(60),
	notices: z
		.strictObject({
			recording: yesOrNo.default(true),
			charge: oneOrEachLanguage.optional(),
		})
		.prefault({}),
	voicemail: z
		.strictObject({
			enabled: yesOrNo.default(true),
			maxSeconds: wholeNumber(5, 600).default(120),
			deleteAtCarrier: yesOrNo.default(false),
		})
		.prefault({}),
	blocked: z.array(phoneNumber).default([]),
	prompts: z
		.strictObject(
			Object.fromEntries(
				promptNames.map((name) => [name, promptInLanguages.optional()]),
			),
		)
		.prefault({}),
	tenantSms: yesOrNo.default(false),
	alarmMinutes: wholeNumber(1, 1440).default(10),
});

const serviceFile = z.strictObject({
	lines: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), line),
});

/** What may be written where, for advice on a mistyped key. */
const keysAt = {
	file: Object.keys(serviceFile.shape),
	line: Object.keys(line.shape),
	notices: ["recording", "charge"],
	voicemail: ["enabled", "maxSeconds", "deleteAtCarrier"],
	languages: [...languages],
};

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
	return {
		lines: Object.fromEntries(
			entries.map(([id, each]) => [id, lineOf(id, each, configDir, file)]),
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
	const { name, notices, language: given, prompts, ...rest } = parsed;
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

function sentenceFor(error: z.ZodError): string {
	// A mistyped key explains the one that is missing.
	const issue =
		error.issues.find(({ code }) => code === "unrecognized_keys") ??
		deepest(error.issues[0]);
	if (!issue) return "its content is not as expected";
	const where = issue.path.join(".");
	if (issue.code === "unrecognized_keys") {
		const key = issue.keys[0] ?? "";
		const known = keysKnownAt(issue.path);
		const meant = nearest(key, known);
		return `the key \`${key}\`${where && ` under ${where}`} is unknown: ${meant ? `did you mean \`${meant}\`?` : `the known ones are ${known.join(", ")}`}`.replace(
			/\?$/,
			"? Correct it, or take it away",
		);
	}
	if (issue.code === "invalid_key")
		return `the line \`${String(issue.path.at(-1))}\` must have an id of small letters, digits and hyphens: rename it`;
	if (issue.path.length === 0 || where === "lines")
		return "there must be `lines:` with an id and a number for each line";
	if (issue.code === "invalid_type" && issue.input === undefined)
		return `${where} is missing: write it`;
	if (issue.code === "invalid_type" && issue.expected === "object")
		return `${where} must hold \`key: value\` pairs`;
	return `${where} ${issue.message}`;
}

/** The issue of the alternative that came nearest: the one whose complaint lies deepest, or is about a key. */
function deepest(
	issue: z.core.$ZodIssue | undefined,
): z.core.$ZodIssue | undefined {
	if (issue?.code !== "invalid_union") return issue;
	const inner = issue.errors.flat();
	const best =
		inner.find(({ code }) => code === "unrecognized_keys") ??
		inner.find(({ path }) => path.length > 0) ??
		inner[0];
	return best && deepest({ ...best, path: [...issue.path, ...best.path] });
}

function keysKnownAt(path: readonly PropertyKey[]): readonly string[] {
	const place = path[2];
	if (path.length === 0) return keysAt.file;
	if (path.length === 2) return keysAt.line;
	if (place === "notices" && path.length === 3) return keysAt.notices;
	if (place === "voicemail") return keysAt.voicemail;
	if (place === "prompts" && path.length === 3) return promptNames;
	if (place === "prompts" && path.length === 5) return ["text", "audio"];
	return keysAt.languages;
}
