import type { Context } from "../context.ts";
import { forgetSecretsBefore } from "../database/messages.ts";
import { linkHours } from "../domain/ticket/ticket-link.ts";

/** Takes links that have expired out of the messages that carried them, where the carrier never told what became of those. */
export async function forgetLinks({
	database,
	clock,
}: Pick<Context, "database" | "clock">): Promise<void> {
	await forgetSecretsBefore(database, clock.now().minus({ hours: linkHours }));
}
