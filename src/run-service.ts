import { loadConfig } from "./config.ts";
import { environment } from "./environment.ts";
import { plainWords } from "./errors.ts";
import type { Service } from "./service.ts";

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
	const { createSignInLink } = await import("./actions/create-sign-in-link.ts");
	const { startWords } = await import("./start-words.ts");
	const { url: signInLink } = await createSignInLink(service.ctx, {
		role: "admin",
		by: "start",
	});
	process.stdout.write(
		startWords(service.ctx, {
			signInLink,
			phonesUrl: service.network?.url ?? null,
			news: service.news,
		}),
	);
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
