import type { Context } from "../context.ts";
import { auditEntry } from "../database/audit.ts";
import { callsTaken } from "../database/held-duty.ts";
import type { NightBounds } from "../domain/fairness/night.ts";
import { type StandbyPay, standbyPay } from "../domain/fairness/standby-pay.ts";
import type { DutyName } from "../domain/rota/rota.ts";
import type { TimeSpan } from "../domain/rota/shifts.ts";
import { heldOver } from "./duty-timelines.ts";

export interface PayToExport {
	readonly line: string;
	readonly span: TimeSpan;
	readonly night: NightBounds;
	/** null: all of them. */
	readonly duty: DutyName | null;
	readonly by: string;
	/** As what it leaves the service, e.g. `xlsx`. */
	readonly format: string;
}

/** What standby is paid by, from the rotas as they truly held; that somebody took it out is on record. */
export async function exportStandbyPay(
	ctx: Pick<Context, "database" | "clock">,
	{ line, span, night, duty, by, format }: PayToExport,
): Promise<StandbyPay> {
	const { database } = ctx;
	const pieces = await heldOver(ctx, line, span);
	const calls = await callsTaken(database, line, span);
	const pay = standbyPay({
		pieces,
		night,
		calls,
		...(duty !== null && { duties: [duty] }),
	});
	await database.transaction((transaction) =>
		auditEntry(database, transaction, {
			at: ctx.clock.now(),
			actor: by,
			action: "standby-pay-exported",
			subject: { kind: "rota", id: line },
			after: {
				from: span.from.toUTC().toISO(),
				to: span.to.toUTC().toISO(),
				...{ night, duty, format },
			},
		}),
	);
	return pay;
}
