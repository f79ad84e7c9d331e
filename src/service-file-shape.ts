import { z } from "zod";
import { promptNames } from "./domain/call/prompts.ts";
import { languages, type Sentence } from "./domain/language.ts";
import { nearest } from "./domain/rota/nearest.ts";

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

export const promptInLanguages = z.strictObject({
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

const smsPrice = z.strictObject({
	price: z
		.number({ error: "must be a number, for example 0.07" })
		.min(0, { error: "must not be less than nothing" })
		.max(10, { error: "must be at most 10" }),
	currency: z
		.string({ error: "must be a text" })
		.regex(/^[A-Z]{3}$/, { error: "must be three capitals, for example EUR" })
		.default("EUR"),
});

export const line = z.strictObject({
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
	sms: smsPrice.optional(),
});

/** `service.yaml` as it may be written; see `LineConfig` for what each key means. */
export const serviceFile = z.strictObject({
	lines: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), line),
	/** Of every line that has none of its own. */
	sms: smsPrice.optional(),
});

/** What may be written where, for advice on a mistyped key. */
const keysAt = {
	file: Object.keys(serviceFile.shape),
	line: Object.keys(line.shape),
	notices: ["recording", "charge"],
	voicemail: ["enabled", "maxSeconds", "deleteAtCarrier"],
	sms: ["price", "currency"],
	languages: [...languages],
};

/** What is wrong, and what to write instead, as one sentence without its full stop. */
export function sentenceFor(error: z.ZodError): string {
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
	if (place === "sms" || path[0] === "sms") return keysAt.sms;
	if (place === "notices" && path.length === 3) return keysAt.notices;
	if (place === "voicemail") return keysAt.voicemail;
	if (place === "prompts" && path.length === 3) return promptNames;
	if (place === "prompts" && path.length === 5) return ["text", "audio"];
	return keysAt.languages;
}
