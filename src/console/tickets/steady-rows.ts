import { useEffect, useState } from "react";
import type { TicketLogRow } from "../../web/api/ticket-log-shapes.ts";

export interface SteadyRow {
	readonly row: TicketLogRow;
	/** What is new about it since the page was opened. */
	readonly mark: "isNew" | "changed" | null;
}

interface Shown {
	readonly of: string;
	/** Ids in the order in which they stand on the page. */
	readonly order: readonly string[];
	/** As they were first shown. */
	readonly revisions: ReadonlyMap<string, number>;
	readonly latest: ReadonlyMap<string, TicketLogRow>;
	/** That came while the page was open. */
	readonly came: ReadonlySet<string>;
}

/**
 * Rows that stay where they are while new data comes: what has changed is changed in its place, what is new waits above until
 * it is asked for, and older ones come below.
 */
export function useSteadyRows(
	of: string,
	rows: readonly TicketLogRow[] | undefined,
): {
	readonly rows: readonly SteadyRow[];
	/** How many wait above. */
	readonly waiting: number;
	show(): void;
} {
	const [shown, setShown] = useState<Shown | null>(null);
	useEffect(() => {
		if (!rows) return;
		setShown((before) =>
			before?.of === of && before.order.length > 0
				? withRows(before, rows)
				: fresh(of, rows),
		);
	}, [of, rows]);
	const isOld = shown?.of !== of;
	const current = isOld ? (rows ? fresh(of, rows) : null) : shown;
	return {
		rows: (current?.order ?? []).flatMap((id) => {
			const row = current?.latest.get(id);
			if (!row) return [];
			const isChanged = row.revision !== current?.revisions.get(id);
			const mark = isChanged ? "changed" : null;
			return [{ row, mark: current?.came.has(id) ? "isNew" : mark }];
		}),
		waiting: current && rows ? waitingIn(current, rows).length : 0,
		show: () =>
			rows &&
			setShown({
				...fresh(of, rows),
				came: new Set(current ? waitingIn(current, rows) : []),
			}),
	};
}

function fresh(of: string, rows: readonly TicketLogRow[]): Shown {
	return {
		of,
		order: rows.map(({ id }) => id),
		revisions: new Map(rows.map(({ id, revision }) => [id, revision])),
		latest: new Map(rows.map((row) => [row.id, row])),
		came: new Set(),
	};
}

function withRows(shown: Shown, rows: readonly TicketLogRow[]): Shown {
	const waiting = new Set(waitingIn(shown, rows));
	const older = rows.filter(
		({ id }) => !shown.latest.has(id) && !waiting.has(id),
	);
	return {
		...shown,
		order: [...shown.order, ...older.map(({ id }) => id)],
		revisions: new Map([
			...older.map(({ id, revision }) => [id, revision] as const),
			...shown.revisions,
		]),
		latest: new Map([
			...shown.latest,
			...rows
				.filter(({ id }) => !waiting.has(id))
				.map((row) => [row.id, row] as const),
		]),
	};
}

/** Ids of rows that stand above one that is shown, and are not shown themselves. */
function waitingIn(shown: Shown, rows: readonly TicketLogRow[]): string[] {
	const last = rows.findLastIndex(({ id }) => shown.latest.has(id));
	return rows
		.slice(0, last + 1)
		.filter(({ id }) => !shown.latest.has(id))
		.map(({ id }) => id);
}
