import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";

/** What somebody read out of the service, and took with them or heard. */
export type TakenOut =
	| { readonly kind: "rota"; readonly line: string; readonly version: number }
	| {
			readonly kind: "recording";
			readonly sid: string;
			/** Number of the ticket that it belongs to. */
			readonly ticket: string;
	  };

/** Puts on record that somebody took a rota out as a file, or heard a recording. */
export async function enterTakenOut(
	{ database, clock }: Pick<Context, "database" | "clock">,
	by: string,
	what: TakenOut,
): Promise<void> {
	const at = clock.now();
	await database.transaction((transaction) =>
		auditEntry(
			database,
			transaction,
			what.kind === "rota"
				? {
						...{ at, actor: by, action: "rota-exported" },
						subject: { kind: "rota", id: what.line },
						after: { version: what.version },
					}
				: {
						...{ at, actor: by, action: "recording-heard" },
						subject: { kind: "ticket", id: what.ticket },
						after: { recording: what.sid },
					},
		),
	);
}
