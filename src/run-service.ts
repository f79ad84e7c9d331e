import { isDemo, loadConfig } from "./config.ts";
import { environment } from "./environment.ts";
import { plainWords } from "./errors.ts";
import type { Service } from "./service.ts";
import type { WayIn } from "./start-words.ts";

/**
 * The service as a program: reads the settings (a file `.env` in the working folder fills in what the environment leaves
 * out), starts, tells where to look, and stops on Ctrl-C or SIGTERM; asked a second time, at once.
 * A start that fails ends with one sentence and exit code 1.
 */
export async function runService(): Promise<void> {
	const asked = listenForEnd();
	let service: Service;
	try {
		const config = loadConfig(environment());
		// Only now: a wrong setting is told at once, not after everything was loaded.
		const { startService } = await import("./service.ts");
		service = await startService(config);
	} catch (error) {
		process.stderr.write(`${plainWords(error)}\n`);
		process.exit(1);
	}
	if (asked.running(service)) await tellWhereToLook(service);
}

async function tellWhereToLook(service: Service): Promise<void> {
	const { startWords } = await import("./start-words.ts");
	process.stdout.write(
		startWords(service.ctx, {
			wayIn: await wayInto(service),
			phonesUrl: service.network?.url ?? null,
			news: service.news,
		}),
	);
}

/** In the demonstration a link that signs in; elsewhere nothing is printed that opens anything. */
async function wayInto({ ctx }: Service): Promise<WayIn> {
	const { firstAdmin } = await import("./database/accounts.ts");
	const demo = isDemo(ctx.config);
	const admin = await firstAdmin(ctx.database, { demo });
	if (!admin) return { kind: "nobody" };
	if (!demo) return { kind: "page", url: `${ctx.config.publicUrl}/sign-in` };
	const { createSignInLink } = await import("./actions/create-sign-in-link.ts");
	const { url } = await createSignInLink(ctx, {
		account: admin.id,
		by: "start",
	});
	return { kind: "link", url };
}

/** From the first moment on: the database that is just being started must be stopped as well. */
function listenForEnd(): {
	/** False when the end was asked for while it started; then it is stopped again. */
	running(service: Service): boolean;
} {
	let service: Service | undefined;
	let askedAt: number | undefined;
	const end = async (): Promise<void> => {
		// npm hands on a Ctrl-C that the terminal has sent to us as well.
		const again = askedAt !== undefined;
		if (again && performance.now() - (askedAt ?? 0) < 500) return;
		if (again) {
			service?.abandon();
			process.exit(1);
		}
		askedAt = performance.now();
		if (!service) return;
		service.ctx.log.info("stopping");
		await service.stop();
		process.exit(0);
	};
	process.on("SIGINT", () => void end());
	process.on("SIGTERM", () => void end());
	// The terminal was closed; under nohup it is no terminal, and going on was asked for.
	if (process.stdin.isTTY) process.on("SIGHUP", () => void end());
	return {
		running(started) {
			service = started;
			process.on("unhandledRejection", (error) =>
				started.ctx.log.error("a promise was left alone", { error }),
			);
			process.on("uncaughtException", (error) => {
				started.ctx.log.error("an error that nobody expected", { error });
				void end();
			});
			if (askedAt === undefined) return true;
			askedAt = undefined;
			void end();
			return false;
		},
	};
}
