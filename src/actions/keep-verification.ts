import type { Context } from "../context.ts";
import { keepVerification } from "../database/audit-verifications.ts";
import { notifyOfChange } from "../database/changes.ts";
import { tamperingInWords } from "../domain/audit/verification.ts";
import { sealAudit } from "./seal-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

/** Seals what waits, looks at everything that is sealed, and keeps what that has shown; tampering is an error in the log. */
export async function verifyAndKeep(ctx: Context): Promise<void> {
	await sealAudit(ctx);
	const verified = await verifyAudit(ctx);
	for (const found of verified.found.slice(0, 20))
		ctx.log.error(`The audit log: ${tamperingInWords(found).en}.`);
	await keepVerification(ctx.database, {
		...verified,
		verifiedAt: ctx.clock.now(),
	});
	await notifyOfChange(ctx.database, null, { kind: "proof-changed" });
}
