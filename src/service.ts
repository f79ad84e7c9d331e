import type { Logger } from "winston";
import { Switchboard } from "./actions/switchboard.ts";
import type { BuiltInNetwork } from "./built-in-network.ts";
import { realClock } from "./clock.ts";
import type { BuiltInConfig, Config } from "./config.ts";
import type { Clock, Context, Outside } from "./context.ts";
import { enteredFrom, enteredFromNowhere } from "./database/audit.ts";
import { ChangeListener } from "./database/changes.ts";
import { type OpenDatabase, openDatabase } from "./database/open.ts";
import { createDemoAccounts } from "./demo-accounts.ts";
import { createDemoPlaces } from "./demo-places.ts";
import { type RotaFileNews, takeInRotaFiles } from "./first-start.ts";
import { createLog } from "./log.ts";
import { openMail } from "./mail/smtp.ts";
import { openOutside } from "./outside/outside.ts";
import { HeldRotas } from "./published-rotas.ts";
import { carrierClient } from "./telephony/twilio/client.ts";
import { twilioWebhooks } from "./telephony/twilio/webhooks.ts";
import { createApp } from "./web/app.ts";
import { openWebServer } from "./web-server.ts";

export interface Service {
	readonly ctx: Context;
	/** Where it answers. */
	readonly url: string;
	/** What became of the rota files at this start. */
	readonly news: readonly RotaFileNews[];
	/** The phone network, when it is the built-in one. */
	readonly network: BuiltInNetwork | null;
	/** Lets what is under way come to an end, then stops everything, in reverse. */
	stop(): Promise<void>;
	/** Stops at once. */
	abandon(): void;
}

interface StartOptions {
	readonly clock?: Clock;
	readonly outside?: Outside;
	readonly patienceMs?: number;
}

/**
 * Builds the parts, starts them in the order they need each other, and answers calls from then on.
 *
 * @param options.clock what time it is; default: the built-in network's clock, or real time.
 * @param options.outside how calendars elsewhere are read; default: from public addresses only.
 * @param options.patienceMs how long a caller is kept waiting for the database before the spool takes over; default: 1,500 ms.
 * @throws SetupError with one plain sentence when a part cannot start; then everything is stopped again.
 */
export async function startService(
	config: Config,
	options: StartOptions = {},
): Promise<Service> {
	const log = createLog({ level: config.logLevel, format: config.logFormat });
	const started = new Started(log);
	try {
		return await start(config, options, log, started);
	} catch (error) {
		await started.stop();
		throw error;
	}
}

async function start(
	config: Config,
	given: StartOptions,
	log: Logger,
	started: Started,
): Promise<Service> {
	started.add(async () => enteredFromNowhere());
	const server = await openWebServer(config.port);
	const stopServer = () => server.stop();
	started.add(stopServer);
	const network = await startNetwork(config, log);
	const closeNetwork = async () => network?.close();
	started.add(closeNetwork);
	const opened = await openDatabase(config, { as: "service", log });
	started.add(() => opened.stop());

	const clock = given.clock ?? network ?? realClock;
	const outside = given.outside ?? openOutside();
	const { ctx, rotas } = partsOf(config, log, { clock, outside }, opened);
	started.add(async () => rotas.stop());
	const news = await enteredFrom(
		{ origin: "service start", account: null },
		async () => {
			const taken = await takeInRotaFiles(ctx);
			await createDemoAccounts(ctx);
			return taken;
		},
	);
	await rotas.load();
	await createDemoPlaces(ctx);
	await listenToChanges(ctx, rotas, network, started);

	const board = await Switchboard.open(ctx, given);
	started.add(() => board.stop());
	server.answerWith(createApp(ctx, { twilio: twilioWebhooks(ctx, board) }));
	// What the first calls cause is queued until then.
	const { startWorker } = await import("./jobs/worker.ts");
	const worker = await startWorker(ctx);
	started.add(() => worker.stop());
	// At the end the network hangs up first, and what it reports is answered before the parts behind the server stop.
	started.add(stopServer);
	started.add(closeNetwork);
	return {
		ctx,
		url: `http://localhost:${config.port}`,
		news,
		network,
		stop: () => started.stop(),
		abandon: () => opened.abandon(),
	};
}

async function startNetwork(
	config: Config,
	log: Logger,
): Promise<BuiltInNetwork | null> {
	if (config.carrier.kind !== "built-in") return null;
	const { openBuiltInNetwork } = await import("./built-in-network.ts");
	return openBuiltInNetwork(config as BuiltInConfig, log);
}

function partsOf(
	config: Config,
	log: Logger,
	{ clock, outside }: Pick<Context, "clock" | "outside">,
	{ database }: OpenDatabase,
) {
	const rotas = new HeldRotas({ database, clock, log });
	const changes = new ChangeListener({
		database,
		log,
		missed: () => rotas.load(),
	});
	let carrier: Context["carrier"] | undefined;
	const ctx = {
		...{ config, log, clock, database, rotas, changes, outside },
		mail: openMail(config.mail),
		/** Made when it is first used: the client is large, and no call waits for it. */
		get carrier() {
			carrier ??= carrierClient(config.carrier);
			return carrier;
		},
	};
	return { ctx, rotas };
}

/** A version published anywhere is taken into memory here; its people get phones on the built-in network. */
async function listenToChanges(
	ctx: Context & { readonly changes: ChangeListener },
	rotas: HeldRotas,
	network: BuiltInNetwork | null,
	started: Started,
): Promise<void> {
	const lines = Object.keys(ctx.config.lines);
	const phones = () => {
		if (network) network.givePhones(lines.map((line) => rotas.current(line)));
	};
	phones();
	ctx.changes.subscribe((change) => {
		if (change.kind !== "rota-published" && change.kind !== "calendar-read")
			return;
		rotas
			.take(change)
			.then(phones)
			.catch((error) =>
				ctx.log.error("a published rota could not be read", { change, error }),
			);
	});
	await ctx.changes.start();
	started.add(() => ctx.changes.stop());
	// One may have been published between the reading and the listening.
	await rotas.load();
}

/** What has been started, to be stopped in reverse. */
class Started {
	readonly #log: Logger;
	readonly #stops = new Set<() => Promise<void>>();
	#stopped: Promise<void> | undefined;

	constructor(log: Logger) {
		this.#log = log;
	}

	/** What is added again is stopped as early as if it had been started last. */
	add(stop: () => Promise<void>): void {
		this.#stops.delete(stop);
		this.#stops.add(stop);
	}

	/** One part that cannot be stopped does not keep the others running. */
	stop(): Promise<void> {
		this.#stopped ??= this.#stopAll();
		return this.#stopped;
	}

	async #stopAll(): Promise<void> {
		for (const stop of [...this.#stops].reverse()) {
			try {
				await stop();
			} catch (error) {
				this.#log.error("a part did not stop as it should", { error });
			}
		}
	}
}
