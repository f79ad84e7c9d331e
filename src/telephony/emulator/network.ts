import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { DateTime } from "luxon";
import { Callbacks } from "./callbacks.ts";
import type { Carrier, Settings } from "./carrier.ts";
import { NetworkClock } from "./clock.ts";
import { controlApi } from "./control/api.ts";
import { phonesPage } from "./control/page.ts";
import { Debugger } from "./debugger.ts";
import { incomingCall } from "./incoming.ts";
import { Messages } from "./messages.ts";
import { goodBehaviour } from "./misbehaviour.ts";
import { Numbers } from "./numbers.ts";
import { Phones } from "./phones.ts";
import { Recordings } from "./recordings.ts";
import { Requester } from "./requester.ts";
import { restApi } from "./rest/api.ts";
import { Settling } from "./settling.ts";
import { Watchers } from "./watchers.ts";

export interface PhoneNetworkOptions {
	/** 0: any free one. */
	readonly port: number;
	/** Default 127.0.0.1. */
	readonly host?: string;
	readonly accountSid: string;
	/** Signs every request, and is the password of the REST API. */
	readonly authToken: string;
	/** `real` (the default) runs with wall time, `still` stands until it is moved. */
	readonly clock?: "real" | "still";
	/** What time it is at the start; default: now. */
	readonly startsAt?: DateTime;
	/** IANA zone whose wall clock the phones page shows; default Europe/Helsinki. */
	readonly zone?: string;
	/** Where the phones page's link to the console leads. */
	readonly consoleUrl?: string;
	/** Real milliseconds after which an unanswered webhook counts as hanging and is not waited for; default 10 000. */
	readonly patienceMs?: number;
	/** Told of every line of the debugger. */
	readonly log?: (line: string) => void;
	readonly settings?: Partial<Settings>;
}

/** A running phone network. */
export interface PhoneNetwork
	extends Pick<
		Carrier,
		| "url"
		| "clock"
		| "phones"
		| "numbers"
		| "calls"
		| "recordings"
		| "messages"
		| "debugger"
		| "misbehave"
		| "settings"
	> {
	/** What time it is in the network, in UTC. */
	now(): DateTime;
	/** The webhook requests so far, oldest first; the newest thousand. */
	readonly requests: Requester["sent"];
	/** Resolves when everything that was set off has been answered and played. */
	settled(): Promise<void>;
	/** Ends all calls and stops listening. */
	close(): Promise<void>;
}

/** Starts a small carrier of our own, with its REST API and its phones on one port. */
export async function startPhoneNetwork(
	options: PhoneNetworkOptions,
): Promise<PhoneNetwork> {
	const server = createServer();
	const url = await listen(server, options.port, options.host ?? "127.0.0.1");
	const watchers = new Watchers();
	const carrier = buildCarrier(options, url, watchers);
	const app = express();
	app.disable("x-powered-by");
	app.use("/2010-04-01", restApi(carrier));
	app.use(
		"/phones/api",
		controlApi(carrier, watchers, {
			zone: options.zone ?? "Europe/Helsinki",
			consoleUrl: options.consoleUrl ?? null,
		}),
	);
	app.use(phonesPage());
	server.on("request", app);
	return {
		...carrier,
		now: () => carrier.clock.now(),
		requests: carrier.requester.sent,
		settled: () => carrier.settling.settled(),
		close: () => close(server, carrier),
	};
}

function buildCarrier(
	options: PhoneNetworkOptions,
	url: string,
	watchers: Watchers,
): Carrier {
	const real = options.clock !== "still";
	const settings = settingsOf(options, real);
	const settling = new Settling(() => settings.patienceMs);
	const settled = () => settling.settled();
	const clock = new NetworkClock({
		start: options.startsAt ?? DateTime.now(),
		pace: real ? 1 : 0,
		settled,
		changed: () => watchers.changed(),
	});
	const now = () => clock.now();
	const misbehave = goodBehaviour();
	const problems = new Debugger(now, (entry) => {
		options.log?.(`carrier ${entry.level} ${entry.code}: ${entry.message}`);
		watchers.changed();
	});
	const requester = new Requester({
		clock,
		settling,
		authToken: options.authToken,
		misbehaviour: misbehave,
	});
	const carrier: Carrier = {
		accountSid: options.accountSid,
		authToken: options.authToken,
		url,
		clock,
		settling,
		requester,
		callbacks: new Callbacks({
			clock,
			settling,
			requester,
			debugger: problems,
			misbehave,
		}),
		debugger: problems,
		misbehave,
		phones: new Phones({
			clock,
			settled,
			changed: () => watchers.changed(),
			dial: (phone, number, how) => incomingCall(carrier, phone, number, how),
			sendText: (phone, number, body) =>
				carrier.messages.receive(phone, number, body),
		}),
		numbers: new Numbers(now),
		messages: new Messages(() => carrier),
		recordings: new Recordings(),
		calls: new Map(),
		settings,
	};
	return carrier;
}

function settingsOf(options: PhoneNetworkOptions, real: boolean): Settings {
	return {
		patienceMs: 10_000,
		speech: real ? "spoken" : "instant",
		allowedCountries: ["FI", "SE"],
		callsPerSecond: 1,
		recordingDelaySeconds: 2,
		deliverySeconds: 1,
		segmentPrice: null,
		mediaNeedsCredentials: false,
		mediaIsAt: null,
		verifiedCallerIds: [],
		...options.settings,
		...(options.patienceMs === undefined
			? {}
			: { patienceMs: options.patienceMs }),
	};
}

function listen(server: Server, port: number, host: string): Promise<string> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			const { port: taken } = server.address() as AddressInfo;
			resolve(`http://${host.includes(":") ? `[${host}]` : host}:${taken}`);
		});
	});
}

async function close(server: Server, carrier: Carrier): Promise<void> {
	for (const call of carrier.calls.values()) call.end("completed");
	await carrier.settling.settled();
	carrier.requester.stop();
	carrier.clock.stop();
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
