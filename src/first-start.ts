import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { publishRota } from "./actions/publish-rota.ts";
import type { Context } from "./context.ts";
import { newestRota, type RotaVersion } from "./database/rotas.ts";
import { nearest } from "./domain/rota/nearest.ts";
import type { Problem } from "./domain/rota/problem.ts";
import type { Rota } from "./domain/rota/rota.ts";
import { SetupError } from "./errors.ts";
import { readRota } from "./rota-document/read-rota.ts";

/** What became of the rota file of a line. */
export type RotaFileNews =
	| {
			readonly kind: "published";
			readonly line: string;
			readonly file: string;
			readonly warnings: readonly Problem[];
	  }
	| {
			readonly kind: "differs";
			readonly line: string;
			readonly file: string;
			readonly version: number;
	  };

interface RotaFile {
	readonly path: string;
	readonly line: string;
	readonly text: string;
	readonly digest: string;
}

type Needed = Pick<Context, "config" | "database" | "clock">;

/**
 * Publishes the rota file of each line that has no rota yet as its version 1, in spite of warnings. A line that has one
 * keeps it, whatever the file says.
 *
 * @returns what was published, and which files differ from what is published.
 * @throws SetupError when a file is missing, in error, or of a line that there is not.
 */
export async function takeInRotaFiles(ctx: Needed): Promise<RotaFileNews[]> {
	const files = rotaFilesIn(ctx.config.schedulesDir);
	const lines = Object.keys(ctx.config.lines);
	for (const file of files) refuseUnknownLine(file, lines);
	const news: RotaFileNews[] = [];
	for (const line of lines) {
		const file = files.find((each) => each.line === line);
		const newest = await newestRota(ctx.database, line);
		if (newest) {
			if (file && differs(file, newest))
				news.push({
					kind: "differs",
					line,
					file: file.path,
					version: newest.version,
				});
		} else news.push(await publishFirst(ctx, line, file));
	}
	return news;
}

async function publishFirst(
	ctx: Needed,
	line: string,
	file: RotaFile | undefined,
): Promise<RotaFileNews> {
	if (!file)
		throw new SetupError(
			`The line ${line} has no rota: write ${join(ctx.config.schedulesDir, `${line}.yaml`)}, or set SCHEDULES_DIR to the folder where it is.`,
		);
	const rota = rotaIn(file);
	const published = await publishRota(ctx, {
		rota,
		by: "first start",
		reason: "first start",
		basedOn: 0,
		sourceDigest: file.digest,
	});
	if (published.kind === "published")
		return {
			kind: "published",
			line,
			file: file.path,
			warnings: published.warnings,
		};
	if (published.because === "published-meanwhile")
		return { kind: "published", line, file: file.path, warnings: [] };
	throw inError(file, published.problems);
}

function rotaFilesIn(folder: string): RotaFile[] {
	let names: string[];
	try {
		names = readdirSync(folder);
	} catch (cause) {
		throw new SetupError(
			`The folder ${folder} with the rotas cannot be read: make it, or set SCHEDULES_DIR to the folder where they are.`,
			{ cause },
		);
	}
	return names
		.filter((name) => /^\.ya?ml$/.test(extname(name)))
		.map((name) => {
			const path = join(folder, name);
			const text = readText(path);
			const digest = createHash("sha256").update(text).digest("hex");
			return { path, text, digest, line: basename(name, extname(name)) };
		});
}

function readText(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch (cause) {
		throw new SetupError(
			`The rota ${path} cannot be read by this user: give the rights to read it.`,
			{ cause },
		);
	}
}

function refuseUnknownLine(file: RotaFile, lines: readonly string[]): void {
	if (lines.includes(file.line)) return;
	const meant = nearest(file.line, lines);
	throw new SetupError(
		`The rota ${file.path} is of a line \`${file.line}\` that is not in service.yaml: ${meant ? `rename it to ${meant}.yaml if that is the line` : "add the line there"}, or take the file away.`,
	);
}

function rotaIn(file: RotaFile): Rota {
	const { rota, problems } = readRota(file.text);
	if (!rota) throw inError(file, problems);
	if (rota.line !== file.line)
		throw new SetupError(
			`The rota ${file.path} says \`line: ${rota.line}\`: write \`line: ${file.line}\`, or rename the file to ${rota.line}.yaml.`,
		);
	return rota;
}

function inError(file: RotaFile, problems: readonly Problem[]): SetupError {
	const errors = problems.filter(({ severity }) => severity === "error");
	const [first] = errors;
	const more =
		errors.length > 1
			? ` (${errors.length - 1} more: npx faultline rota check ${file.path})`
			: "";
	const says = first
		? `${first.where}: ${first.what} ${first.fix}`
		: "it cannot be read";
	return new SetupError(`The rota ${file.path} is in error: ${says}${more}`);
}

/** The same document written in another way does not differ. */
function differs(file: RotaFile, newest: RotaVersion): boolean {
	if (file.digest === newest.sourceDigest) return false;
	const { rota } = readRota(file.text);
	const plain: unknown = rota && JSON.parse(JSON.stringify(rota));
	return !isDeepStrictEqual(plain, newest.rota);
}
