import { DateTime } from "luxon";
import type { Sequelize } from "sequelize";
import {
	type AuditFilter,
	findEntries,
} from "../../src/database/audit-search.ts";
import { actionsOf } from "../../src/domain/audit/actions.ts";
import { auditKinds } from "../../src/domain/audit/entry.ts";

interface Asked {
	readonly filter: AuditFilter;
	readonly after?: string;
}

/** What a manager looks for, several of each kind. */
export async function questions(
	database: Sequelize,
): Promise<Readonly<Record<string, readonly Asked[]>>> {
	const now = DateTime.utc();
	const weeks = Array.from({ length: 20 }, (_, i) => ({
		from: now.minus({ weeks: 7 * i + 1 }),
		to: now.minus({ weeks: 7 * i }),
	}));
	const deep = await findEntries(
		database,
		{ to: now.minus({ years: 1 }) },
		{ after: null, limit: 40 },
	);
	const filters: Readonly<Record<string, readonly AuditFilter[]>> = {
		newest: [{}],
		kind: auditKinds.map((kind) => ({ actions: actionsOf(kind) })),
		who: people.map((actor) => ({ actor })),
		"who and kind": people.map((actor, i) => ({
			...{ actor, actions: actionsOf(auditKinds[i % 6] ?? "rota") },
		})),
		"a week": weeks,
		"a week and kind": weeks.map((week, i) => ({
			...{ ...week, actions: actionsOf(auditKinds[i % 6] ?? "rota") },
		})),
		ticket: deep.map(({ subjectId }) => ({ subject: subjectId })),
		"rare word": texts("sana19871", "sana17003", "sana15551", "sana18432"),
		"middling word": texts("sana120", "sana64", "sana731", "sana33"),
		"frequent word": texts("sana0", "arrived", "acknowledged", "phone call"),
		"beginning of words": texts("sana1", "sana", "person", "s", "sana19"),
		"no such word": texts("nowhere", "sana0 nowhere", "acknowledged nowhere"),
		"words and who": people.map((actor, i) => ({
			...{ actor, text: ["sana0", "arrived", "sana19871", "sana64"][i % 4] },
		})),
		"words and kind": auditKinds.flatMap((kind) =>
			["sana0", "arrived", "sana64", "sana19871"].map((text) => ({
				...{ text, actions: actionsOf(kind) },
			})),
		),
		"words in a week": weeks.map((week, i) => ({
			...{ ...week, text: ["sana0", "sana64", "sana19871"][i % 3] },
		})),
		"words of a ticket": deep.map(({ subjectId }) => ({ text: subjectId })),
	};
	return {
		...Object.fromEntries(
			Object.entries(filters).map(([kind, each]) => [
				kind,
				each.map((filter) => ({ filter })),
			]),
		),
		"further on": deep.map(({ position }) => ({
			...{ filter: {}, after: position },
		})),
		"further on, by word": deep.map(({ position }, i) => ({
			filter: { text: ["sana0", "sana64", "sana19871", "person"][i % 4] },
			after: position,
		})),
	};
}

const people = [0, 1, 5, 20, 40, 79].map((n) => `Person ${n}`);

function texts(...all: string[]): AuditFilter[] {
	return all.map((text) => ({ text }));
}
