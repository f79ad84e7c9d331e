import { realClock } from "../clock.ts";
import { type Installation, loadInstallation } from "../config.ts";
import type { Context } from "../context.ts";
import { openDatabase } from "../database/open.ts";
import { environment } from "../environment.ts";

/** What a command works with: the installation and its database. */
export interface CommandContext extends Pick<Context, "database" | "clock"> {
	readonly config: Installation;
}

/**
 * Does something with the installation's database, beside a running service or without one; what was started for it is
 * stopped after it. As `service`, it refuses to run beside one.
 */
export async function withDatabase<T>(
	act: (ctx: CommandContext) => Promise<T>,
	options: { readonly as: "service" | "command" } = { as: "command" },
): Promise<T> {
	const config = loadInstallation(environment());
	const opened = await openDatabase(config, options);
	try {
		return await act({ config, database: opened.database, clock: realClock });
	} finally {
		await opened.stop();
	}
}
