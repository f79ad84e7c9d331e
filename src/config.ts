import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import type { Language, Sentence } from "./domain/language.ts";
import { SetupError } from "./errors.ts";
import { mailOf } from "./mail-settings.ts";
import { readServiceFile } from "./service-file.ts";
import { signInProvidersOf } from "./sign-in-settings.ts";

/** The facts of one installation, read once at the start. */
export interface Config {
	readonly production: boolean;
	readonly port: number;
	/** What the carrier calls, without a trailing slash; signatures are checked against it. */
	readonly publicUrl: string;
	/** Absent: the embedded PostgreSQL under `dataDir`. */
	readonly databaseUrl?: string;
	readonly dataDir: string;
	readonly configDir: string;
	readonly schedulesDir: string;
	readonly carrier: CarrierConfig;
	/** null: nothing is mailed. */
	readonly mail: MailConfig | null;
	/** Where people may sign in with an account that they have elsewhere. */
	readonly signInProviders: readonly SignInProviderConfig[];
	readonly logLevel: string;
	readonly logFormat: "pretty" | "json";
	readonly lines: Readonly<Record<string, LineConfig>>;
}

/** Whether this is the demonstration: anybody may look around as anybody. */
export function isDemo({
	production,
	carrier,
}: Pick<Config, "production" | "carrier">): boolean {
	return !production && carrier.kind === "built-in";
}

export type CarrierConfig = {
	readonly accountSid: string;
	readonly authToken: string;
	/** Base of the carrier's REST API; absent: Twilio's own. */
	readonly apiUrl?: string;
} & (
	| { readonly kind: "twilio" }
	| {
			/** The built-in phone network: it listens on 127.0.0.1:`port` and `apiUrl` points at it. */
			readonly kind: "built-in";
			readonly port: number;
	  }
);

export interface MailConfig {
	/** `smtps:` is encrypted from the start, `smtp:` as soon as the server offers it. */
	readonly smtpUrl: string;
	readonly from: string;
}

/** An OpenID Connect provider. */
export interface SignInProviderConfig {
	/** Part of our addresses, e.g. `1`. */
	readonly id: string;
	/** As the sign-in page calls it. */
	readonly name: string;
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/** An installation without a carrier. */
export type BuiltInConfig = Config & {
	readonly carrier: { readonly kind: "built-in" };
};

export interface LineConfig {
	readonly id: string;
	/** E.164. */
	readonly number: string;
	readonly name: Sentence;
	/** Spoken when the caller has not chosen. */
	readonly language: Language;
	/** A menu is offered when there are several. */
	readonly languages: readonly Language[];
	readonly joinMinutes: number;
	readonly notices: {
		/** Say that the call is recorded when anything is. */
		readonly recording: boolean;
		/** What the call costs, said in the greeting. */
		readonly charge?: Sentence;
	};
	readonly voicemail: {
		readonly enabled: boolean;
		readonly maxSeconds: number;
		/** Once our own copy of a message is checked and kept, have the carrier delete its own. */
		readonly deleteAtCarrier: boolean;
	};
	/** Callers that are turned away, E.164. */
	readonly blocked: readonly string[];
	/** Texts or audio files over the built-in prompts, by prompt name. */
	readonly prompts: Readonly<Record<string, PromptOverride>>;
	/** Send the caller the ticket number by SMS. */
	readonly tenantSms: boolean;
	/** Minutes between alarms about a call nobody took, until somebody acknowledges it. */
	readonly alarmMinutes: number;
	/** What one text message, or one of several that a long one is sent as, costs; absent: only what the carrier tells is shown. */
	readonly sms?: SmsPrice;
}

export interface SmsPrice {
	readonly price: number;
	/** ISO 4217. */
	readonly currency: string;
}

export type PromptOverride = Partial<
	Readonly<
		Record<Language, { readonly text: string } | { readonly audio: string }>
	>
>;

/** The environment variables and what they mean are in the README; an empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What an installation is, whoever its carrier is. */
export type Installation = Omit<Config, "carrier">;

/**
 * Reads the environment and `service.yaml`.
 *
 * @throws SetupError with one plain sentence about the first thing that is wrong.
 */
export function loadConfig(environment: Environment): Config {
	const env = withoutBlanks(environment);
	const installation = loadInstallation(env);
	return { ...installation, carrier: carrierOf(env, installation) };
}

/** The same without the carrier, for commands that never call anybody. */
export function loadInstallation(environment: Environment): Installation {
	const env = withoutBlanks(environment);
	const port = portOf(env, "PORT") ?? 3000;
	const configDir = resolve(env.CONFIG_DIR ?? "config");
	const databaseUrl = databaseUrlOf(env);
	return {
		production: env.NODE_ENV === "production",
		port,
		publicUrl: urlOf(env, "PUBLIC_URL") ?? `http://localhost:${port}`,
		...(databaseUrl ? { databaseUrl } : {}),
		dataDir: resolve(env.DATA_DIR ?? "data"),
		configDir,
		schedulesDir: resolve(env.SCHEDULES_DIR ?? "schedules"),
		mail: mailOf(env),
		signInProviders: signInProvidersOf(env),
		logLevel: oneOf(env, "LOG_LEVEL", logLevels) ?? "info",
		logFormat:
			oneOf(env, "LOG_FORMAT", ["pretty", "json"]) ??
			(process.stderr.isTTY ? "pretty" : "json"),
		lines: readServiceFile(configDir).lines,
	};
}

const logLevels = ["error", "warn", "info", "http", "verbose", "debug"];

function carrierOf(
	env: Environment,
	{ production, port }: { production: boolean; port: number },
): CarrierConfig {
	const accountSid = env.TWILIO_ACCOUNT_SID;
	const authToken = env.TWILIO_AUTH_TOKEN;
	const asked = oneOf(env, "PHONE_NETWORK", ["built-in"]);
	if (!accountSid !== !authToken)
		throw new SetupError(
			`${accountSid ? "TWILIO_AUTH_TOKEN" : "TWILIO_ACCOUNT_SID"} is missing: set both carrier credentials, or neither.`,
		);
	if (accountSid && !/^AC\w+$/.test(accountSid))
		throw new SetupError(
			"TWILIO_ACCOUNT_SID must begin with AC: copy the Account SID from the carrier's console.",
		);
	if (accountSid && authToken && !asked) {
		const apiUrl = urlOf(env, "TWILIO_API_URL");
		return {
			kind: "twilio",
			accountSid,
			authToken,
			...(apiUrl ? { apiUrl } : {}),
		};
	}
	if (production && !asked)
		throw new SetupError(
			"The carrier credentials are missing: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or set PHONE_NETWORK=built-in to try the service without a carrier.",
		);
	const networkPort = portOf(env, "PHONE_NETWORK_PORT") ?? port + 1;
	if (networkPort === port)
		throw new SetupError(
			"PHONE_NETWORK_PORT and PORT are the same: set one of them to another port.",
		);
	return {
		kind: "built-in",
		accountSid: accountSid ?? `AC${randomBytes(16).toString("hex")}`,
		authToken: authToken ?? randomBytes(16).toString("hex"),
		port: networkPort,
		apiUrl: `http://127.0.0.1:${networkPort}`,
	};
}

function withoutBlanks(environment: Environment): Environment {
	return Object.fromEntries(
		Object.entries(environment)
			.map(([name, value]) => [name, value?.trim()])
			.filter(([, value]) => value),
	);
}

function portOf(env: Environment, name: string): number | undefined {
	const text = env[name];
	if (text === undefined) return undefined;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
		throw new SetupError(
			`${name} is "${text}", which is not a port: set it to a number from 1 to 65535.`,
		);
	return port;
}

function urlOf(env: Environment, name: string): string | undefined {
	const text = env[name];
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
		throw new SetupError(
			`${name} is "${text}", which is not an address: set it to one such as https://faults.example.org.`,
		);
	return text.replace(/\/+$/, "");
}

function databaseUrlOf(env: Environment): string | undefined {
	const text = env.DATABASE_URL;
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^postgres(ql)?:$/.test(url.protocol))
		throw new SetupError(
			"DATABASE_URL is not the address of a PostgreSQL: set it to one such as postgres://name:password@host:5432/faultline, or leave it out to use the embedded database.",
		);
	return text;
}

function oneOf<const T extends string>(
	env: Environment,
	name: string,
	choices: readonly T[],
): T | undefined {
	const text = env[name];
	if (text === undefined) return undefined;
	const choice = choices.find((each) => each === text.toLowerCase());
	if (!choice)
		throw new SetupError(
			`${name} is "${text}": set it to ${choices.join(", ").replace(/, ([^,]*)$/, " or $1")}, or leave it out.`,
		);
	return choice;
}
