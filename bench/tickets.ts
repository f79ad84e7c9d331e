// How long the log takes to answer, with 100,000 and with 1,000,000 tickets, asked over HTTP in turns in the same run, beside
// a single ticket asked for by its number. Run it with `npm run bench:tickets`; `TICKETS_DIR` keeps the databases for next time.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, share } from "./tickets/figures.ts";
import { type Log, openLog } from "./tickets/log.ts";
import type { Questions } from "./tickets/questions.ts";

const counts = { fewer: 100_000, more: 1_000_000 };
const goals = { milliseconds: 100, growth: 1.5 };
const rounds = 60;
const paths = ["/api/ticket-log", "/api/tickets"] as const;

const kept = process.env.TICKETS_DIR;
const folder = kept ?? (await mkdtemp(join(tmpdir(), "faultline-bench-")));
await mkdir(folder, { recursive: true });
const fewer = await openLog(join(folder, "fewer"), counts.fewer);
const more = await openLog(join(folder, "more"), counts.more);
try {
	for (const path of paths) await measure(path);
} finally {
	await Promise.all([fewer.close(), more.close()]);
	if (!kept) await rm(folder, { recursive: true, force: true });
}

async function measure(path: (typeof paths)[number]): Promise<void> {
	console.log(
		`\nGET ${path}, milliseconds: half and 95 % within, with ${counts.fewer} and ${counts.more} tickets, and the growth`,
	);
	const slow: string[] = [];
	const growths: number[] = [];
	for (const kind of Object.keys(more.questions)) {
		const [few, many] = await delays(
			(log, round) => `${path}?${questionOf(log.questions, kind, round)}`,
		);
		const growth = median(many) / median(few);
		growths.push(share(many, 0.95) / share(few, 0.95));
		console.log(
			[
				kind.padEnd(18),
				...[few, many]
					.flatMap((all) => [median(all), share(all, 0.95)])
					.map(written),
				growth.toFixed(2).padStart(7),
			].join(" "),
		);
		if (share(many, 0.95) > goals.milliseconds) slow.push(kind);
	}
	const [one, other] = await delays(
		(log, round) => `/api/tickets/${log.numbers[round % log.numbers.length]}`,
	);
	console.log(
		`${"one ticket".padEnd(18)} ${[one, other]
			.flatMap((all) => [median(all), share(all, 0.95)])
			.map(written)
			.join(" ")}  the reference`,
	);
	const growth = growths.reduce((sum, each) => sum + each, 0) / growths.length;
	console.log(
		`growth ${growth.toFixed(2)}, the mean of what 95 % are within (goal: at most ${goals.growth}); over ${goals.milliseconds} ms: ${slow.join(", ") || "none"}`,
	);
	if (slow.length > 0 || growth > goals.growth) process.exitCode = 1;
}

/** Of the smaller and of the larger log, asked in turns. */
async function delays(
	pathOf: (log: Log, round: number) => string,
): Promise<[number[], number[]]> {
	const few: number[] = [];
	const many: number[] = [];
	for (let round = -5; round < rounds; round += 1)
		for (const [log, all] of [
			[fewer, few],
			[more, many],
		] as const) {
			const delay = await log.delayOf(pathOf(log, round + 5));
			if (round >= 0) all.push(delay);
		}
	return [few, many];
}

function questionOf(questions: Questions, kind: string, round: number): string {
	const of = questions[kind] ?? [];
	return of[round % of.length] ?? "";
}

function written(milliseconds: number): string {
	return milliseconds.toFixed(1).padStart(7);
}
