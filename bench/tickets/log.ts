import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { QueryTypes } from "sequelize";
import { createToken } from "../../src/actions/create-token.ts";
import { realClock } from "../../src/clock.ts";
import { connect } from "../../src/database/connect.ts";
import { openEmbedded } from "../../src/database/embedded.ts";
import { migrate } from "../../src/database/migrate.ts";
import { startService } from "../webhook/servers.ts";
import { believableTickets } from "./believable.ts";
import { type Questions, questionsFor } from "./questions.ts";

/** A service on a database of its own with so many tickets in it. */
export interface Log {
	readonly questions: Questions;
	/** Of some tickets. */
	readonly numbers: readonly string[];
	/** In milliseconds, until the whole answer is there. Throws for any but 200. */
	delayOf(path: string): Promise<number>;
	close(): Promise<void>;
}

/** Opens the log of the folder; makes it when it is not there. */
export async function openLog(dataDir: string, count: number): Promise<Log> {
	await mkdir(dataDir, { recursive: true });
	const embedded = await openEmbedded({ dataDir, as: "command" });
	const database = connect(embedded.url, 4);
	await migrate(database);
	const rows = await database.query<{ number: string }>(
		"select number from tickets order by id limit 40",
		{ type: QueryTypes.SELECT },
	);
	if (rows.length === 0) {
		const started = performance.now();
		await believableTickets(database, {
			count,
			until: new Date(),
			seed: 20_261_121,
			lines: { "fault-line": 95, "heating-line": 5 },
		});
		const seconds = (performance.now() - started) / 1000;
		console.log(`${count} tickets made in ${seconds.toFixed(0)} s`);
	}
	const { secret } = await createToken(
		{ database, clock: realClock },
		{ name: `bench ${Date.now()}`, role: "office", by: "bench" },
	);
	const questions = await questionsFor(database);
	const numbers = (questions["ticket's number"] ?? []).map((each) =>
		each.replace("q=", ""),
	);
	await database.close();
	const service = await startService(
		embedded.url,
		join(dataDir, "service"),
		"ignore",
	);
	return {
		questions,
		numbers,
		delayOf: async (path) => {
			const started = performance.now();
			const response = await fetch(`${service.url}${path}`, {
				headers: { authorization: `Bearer ${secret}` },
			});
			const text = await response.text();
			const delay = performance.now() - started;
			if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
			return delay;
		},
		close: async () => {
			await service.stop();
			await embedded.stop();
		},
	};
}
