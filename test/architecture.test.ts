import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const src = join(root, "src");

/**
 * Who may import whom. A room is a folder of `src` (or one file of it); the first entry that fits a file is its room.
 * `may` names rooms, and packages by their own name; `node:` is any of Node's own modules, `any package` any other's.
 */
const rooms: readonly Room[] = [
	{ at: "domain", may: ["domain", "luxon"] },
	{
		at: "rota-document",
		may: [
			...["rota-document", "domain", "luxon"],
			...["yaml", "zod", "libphonenumber-js", "date-holidays"],
		],
	},
	{
		at: "calendar-document",
		may: [
			...["calendar-document", "domain", "spreadsheet", "luxon"],
			"ical.js",
		],
	},
	{
		at: "place-document",
		may: ["place-document", "domain", "rota-document", "spreadsheet"],
	},
	{
		at: "spreadsheet",
		may: [
			...["spreadsheet", "domain", "node:"],
			...["csv-stringify", "hucre"],
			...["csv-parse", "read-excel-file"],
		],
	},
	{ at: "images", may: ["images", "domain", "sharp"] },
	{ at: "outside", may: ["outside", "context", "node:", "ipaddr.js"] },
	{
		at: "database",
		may: [
			...["database", "domain", "config", "context", "errors", "node:"],
			...["sequelize", "pg", "umzug", "graphile-worker", "luxon", "winston"],
			"rate-limiter-flexible",
		],
	},
	{
		at: "actions",
		may: [
			...["actions", "domain", "database", "context", "config", "errors"],
			"images",
			"rota-document",
			"calendar-document",
			...["place-document", "spreadsheet"],
			...["node:", "luxon", "sequelize", "winston"],
			...["@node-rs/argon2", "otpauth"],
		],
	},
	{
		at: "telephony/emulator/phones",
		may: ["telephony/emulator", "domain", "console/theme", "any package"],
	},
	{
		at: "telephony/emulator",
		may: [
			...["telephony/emulator", "telephony/twilio/signature"],
			...["node:", "luxon", "express", "saxes", "zod", "libphonenumber-js"],
		],
	},
	{
		at: "telephony/twilio",
		may: [
			...["telephony/twilio", "domain", "actions", "config", "context"],
			...["errors", "node:", "luxon", "express", "twilio"],
		],
	},
	{
		at: "jobs",
		may: [
			...["jobs", "actions", "context", "database"],
			...["node:", "graphile-worker", "luxon", "winston"],
		],
	},
	{
		at: "web",
		may: [
			...["web", "actions", "domain", "database", "config", "context"],
			...["rota-document", "calendar-document", "place-document"],
			"spreadsheet",
			...["errors", "node:", "luxon", "express", "helmet", "prom-client"],
			...["swagger-ui-dist", "zod", "sequelize", "libphonenumber-js"],
			"openid-client",
		],
	},
	{
		at: "console",
		may: ["console", "domain", "web/api", "any package"],
	},
	{
		at: "cli",
		may: [
			...["cli", "domain", "rota-document", "actions", "database", "config"],
			...["context", "errors", "clock", "environment", "spreadsheet"],
			...["telephony/twilio/provision", "telephony/twilio/client"],
			...["node:", "commander", "luxon", "sequelize", "pg", "twilio"],
		],
	},
	{ at: "errors.ts", may: [] },
	{ at: "environment.ts", may: ["node:"] },
	{ at: "log.ts", may: ["winston"] },
	{ at: "clock.ts", may: ["context", "luxon"] },
	{
		at: "context.ts",
		may: ["config", "domain", "luxon", "sequelize", "twilio", "winston"],
	},
	{ at: "mail", may: ["config", "context", "nodemailer"] },
	{
		at: "config.ts",
		may: [
			...["service-file", "mail-settings", "sign-in-settings"],
			...["domain", "errors", "node:"],
		],
	},
	{ at: "mail-settings.ts", may: ["config", "errors"] },
	{ at: "sign-in-settings.ts", may: ["config", "errors"] },
	{
		at: "service-file.ts",
		may: [
			...["config", "domain", "errors", "service-file-shape"],
			...["node:", "yaml", "zod"],
		],
	},
	{ at: "service-file-shape.ts", may: ["domain", "zod"] },
];

// What is left beside the rooms builds the parts and starts them: it knows every room.
const knowsEveryRoom = { at: "", may: null };

interface Room {
	readonly at: string;
	readonly may: readonly string[] | null;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
	.map((path) => path.replaceAll("\\", "/"))
	.filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith(".d.ts"))
	.sort();

const source = new Map(
	files.map((file) => [file, readFileSync(join(src, file), "utf8")]),
);

describe("each room imports only what it may", () => {
	test.each(files)("%s", (file) => {
		const { at, may } = roomOf(file);
		if (!may) return;
		const strangers = importsOf(file).filter(
			(target) => !may.some((each) => isWithin(target, each)),
		);
		expect({ room: at, strangers }).toEqual({ room: at, strangers: [] });
	});
});

test("the console knows only the types of the API", () => {
	const values = files
		.filter((file) => file.startsWith("console/"))
		.filter((file) =>
			/^import (?!type )[^;]*?from "[./]*\/web\//m.test(source.get(file) ?? ""),
		);
	expect(values).toEqual([]);
});

describe("the domain is pure", () => {
	const impure =
		/\bnode:|\bprocess\.|\bDate\.now|\bnew Date\(\)|\bDateTime\.(now|local|utc)\(\)|\bMath\.random|\brandomUUID|\bperformance\.|\bset(Timeout|Interval|Immediate)\(|\bconsole\.|\bfetch\(/;
	test.each(files.filter((file) => file.startsWith("domain/")))(
		"%s",
		(file) => {
			const text = source.get(file) ?? "";
			expect(withoutComments(text)).not.toMatch(impure);
			expect(text).toMatch(/^\/\*\* [A-Z][^@]*?[.:]\s*\*\//);
		},
	);
});

test("files and folders are named after what they hold", () => {
	const vague =
		/^(utils?|helpers?|common|services?|types?|misc|shared|lib|index)$/;
	// `service.ts` holds the service itself.
	const vagueOnes = files
		.filter((file) => file !== "service.ts")
		.flatMap((file) => file.split("/"))
		.filter((part) => vague.test(part.replace(/\.tsx?$/, "")));
	expect(vagueOnes).toEqual([]);
});

test("names are kebab-case", () => {
	const odd = files.filter((file) =>
		file
			.split("/")
			.some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.tsx?)?$/.test(part)),
	);
	expect(odd).toEqual([]);
});

test("no file only hands on what others export", () => {
	const barrels = files.filter((file) => {
		const statements = withoutComments(source.get(file) ?? "")
			.split(";")
			.map((statement) => statement.trim())
			.filter(Boolean);
		return statements.every((statement) =>
			/^export\s+(type\s+)?(\*|\{)[\s\S]*\bfrom\s+"/.test(statement),
		);
	});
	expect(barrels).toEqual([]);
});

function roomOf(file: string): Room {
	return (
		rooms.find(({ at }) => file === at || file.startsWith(`${at}/`)) ??
		knowsEveryRoom
	);
}

/** A target is a path within `src`, a package's name, or a module of Node's. */
function importsOf(file: string): string[] {
	const text = withoutComments(source.get(file) ?? "");
	const found = [
		...text.matchAll(/\bfrom\s+"([^"]+)"/g),
		...text.matchAll(/\bimport\s+"([^"]+)"/g),
		...text.matchAll(/\bimport\(\s*"([^"]+)"/g),
	].map(([, target]) => target ?? "");
	return found
		.filter((target) => !target.endsWith(".css"))
		.map((target) =>
			target.startsWith(".")
				? relative(src, join(src, dirname(file), target)).replaceAll("\\", "/")
				: target,
		);
}

function isWithin(target: string, place: string): boolean {
	if (place === "node:") return target.startsWith("node:");
	if (place === "any package")
		return !target.startsWith("node:") && !source.has(target);
	return (
		target === place ||
		target.startsWith(`${place}/`) ||
		target.replace(/\.tsx?$/, "") === place.replace(/\.tsx?$/, "")
	);
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}

test("every test file stands on a shelf", () => {
	const shelves = readdirSync(join(root, "test"), { withFileTypes: true });
	const loose = shelves
		.filter(
			(entry) =>
				entry.isFile() && basename(entry.name) !== "architecture.test.ts",
		)
		.map(({ name }) => name);
	expect(loose).toEqual([]);
});
