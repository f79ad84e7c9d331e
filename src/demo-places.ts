import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importPlaces } from "./actions/import-places.ts";
import { planImport } from "./actions/plan-import.ts";
import { isDemo } from "./config.ts";
import type { Context } from "./context.ts";
import { allProperties } from "./database/properties.ts";
import { importKinds } from "./domain/place/import.ts";

/** Gives the demonstration its houses and tenants, at its first start, so that its first call is whispered with an address. */
export async function createDemoPlaces(
	ctx: Pick<Context, "config" | "database" | "clock" | "rotas">,
): Promise<void> {
	if (!isDemo(ctx.config)) return;
	const known = await allProperties(ctx.database, { removed: true });
	if (known.length > 0) return;
	for (const kind of importKinds) {
		const path = join(ctx.config.configDir, "places", `${kind}.csv`);
		if (!existsSync(path)) return;
		const bytes = readFileSync(path);
		const planned = await planImport(ctx, kind, bytes);
		if (planned.kind === "faulty") return;
		await importPlaces(ctx, {
			...{ kind, bytes, digest: planned.digest },
			...{ removesMissing: false, by: "first start" },
		});
	}
}
