import type { DateTime } from "luxon";
import type { Sequelize } from "sequelize";
import type { Twilio } from "twilio";
import type { Logger } from "winston";
import type { Config } from "./config.ts";
import type { Language } from "./domain/language.ts";
import type { Answer } from "./domain/rota/answer.ts";
import type {
	CalendarCopies,
	CalendarFault,
} from "./domain/rota/calendar/copy.ts";
import type { PersonId, Rota } from "./domain/rota/rota.ts";

/** Everything that the service is made of, built once at the start and passed to whoever needs it. */
export interface Context {
	readonly config: Config;
	readonly log: Logger;
	readonly clock: Clock;
	readonly database: Sequelize;
	readonly rotas: PublishedRotas;
	readonly changes: Changes;
	readonly carrier: Twilio;
	readonly mail: Mail;
	readonly outside: Outside;
}

export interface Clock {
	/** The instant it is now; in the demonstration the built-in phone network can move it. */
	now(): DateTime;
}

/** What is read from elsewhere, at addresses that people type. */
export interface Outside {
	/** Never throws. `known` is what came with the text that is already here, so that it need not come again. */
	read(
		address: string,
		known: {
			readonly etag: string | null;
			readonly lastModified: string | null;
		},
	): Promise<OutsideReading>;
}

export type OutsideReading =
	| {
			readonly kind: "text";
			readonly text: string;
			readonly etag: string | null;
			readonly lastModified: string | null;
	  }
	| { readonly kind: "unchanged" }
	| {
			readonly kind: "failed";
			readonly because: CalendarFault;
			/** The server's answer, where that is the point. */
			readonly status: number | null;
	  };

/** The way out for e-mail. */
export interface Mail {
	/** Without an SMTP server nothing can be sent: then what would be mailed is shown to an admin. */
	readonly isSet: boolean;
	/** Resolves when the server has taken the message; throws when it does not, or when there is none. */
	send(message: MailMessage): Promise<void>;
}

export interface MailMessage {
	/** One plain address, without a name. */
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly attachments?: readonly {
		readonly filename: string;
		readonly content: string | Buffer;
		readonly contentType: string;
	}[];
}

/** The published rotas, held in memory so that a call never waits for the database. */
export interface PublishedRotas {
	/** The newest published version of a line's rota. */
	current(line: string): PublishedRota | undefined;
	/** A given version, if it is still held; at least those that calls in progress were routed by. */
	version(line: string, version: number): PublishedRota | undefined;
	/** The newest published version of a line of which none can be used: nothing but the people in it can be told. */
	unusable(line: string): UnusableRota | undefined;
}

export type UnusableRota = Pick<PublishedRota, "line" | "version" | "rota">;

export interface PublishedRota {
	readonly line: string;
	readonly version: number;
	readonly rota: Rota;
	/** The copies of calendars that it was compiled with. */
	readonly calendars: CalendarCopies;
	/** Pure and quick: looks the instant up in a timeline that was compiled before. */
	answer(at: DateTime): Answer;
}

/** What changed anywhere, on any instance, as PostgreSQL notifies it. */
export interface Changes {
	publish(change: Change): void;
	/** Returns the function that ends the subscription. */
	subscribe(listener: (change: Change) => void): () => void;
}

export type Change =
	| {
			readonly kind: "rota-published";
			readonly line: string;
			readonly version: number;
	  }
	/** A calendar that the line's rota reads has other entries, or is in another state. */
	| { readonly kind: "calendar-read"; readonly line: string }
	| {
			readonly kind: "ticket-changed";
			readonly number: string;
			readonly line: string;
	  }
	/** The caller's choice holds for later calls too. */
	| {
			readonly kind: "language-chosen";
			readonly caller: string;
			readonly language: Language;
	  }
	/** Somebody took a call: a second caller is put through to the others first. */
	| {
			readonly kind: "person-on-call";
			readonly line: string;
			readonly call: string;
			readonly person: PersonId;
	  }
	| {
			readonly kind: "person-free";
			readonly call: string;
			/** Nobody takes this call any more; what says so comes late. */
			readonly isOver: boolean;
	  }
	| {
			readonly kind: "swap-changed";
			readonly line: string;
			readonly swap: string;
	  }
	| { readonly kind: "absence-changed"; readonly line: string }
	/** Subjects, service classes or the words of messages. */
	| { readonly kind: "ticket-settings-changed" }
	/** Properties or tenants. */
	| { readonly kind: "places-changed" }
	/** The audit log was sealed, or the calls were compared with the carrier's. */
	| { readonly kind: "proof-changed" }
	/** The connection was lost for a while: whatever happened meanwhile has to be read again. Only ever told here. */
	| { readonly kind: "missed" };
