import type { Language, Sentence } from "./domain/language.ts";

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
	readonly logLevel: string;
	readonly logFormat: "pretty" | "json";
	readonly lines: Readonly<Record<string, LineConfig>>;
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
	};
	/** Callers that are turned away, E.164. */
	readonly blocked: readonly string[];
	/** Texts or audio files over the built-in prompts, by prompt name. */
	readonly prompts: Readonly<Record<string, PromptOverride>>;
	/** Send the caller the ticket number by SMS. */
	readonly tenantSms: boolean;
	/** Minutes between alarms about a call nobody took, until somebody acknowledges it. */
	readonly alarmMinutes: number;
}

export type PromptOverride = Partial<
	Readonly<
		Record<Language, { readonly text: string } | { readonly audio: string }>
	>
>;
