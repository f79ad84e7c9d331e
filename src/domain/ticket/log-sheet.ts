/** The log as a table for spreadsheets, in the reader's language. */
import type { DateTime } from "luxon";
import type { Language, Sentence } from "../language.ts";
import { pathTo, type Subject } from "./subjects.ts";
import type { CallOutcome, Channel, TicketStatus, Urgency } from "./ticket.ts";
import { urgencyWord } from "./urgency-words.ts";

/** What the table tells of a ticket. */
export interface SheetTicket {
	readonly number: string;
	readonly line: string;
	/** On the wall clock of its line. */
	readonly openedAt: DateTime;
	readonly dueAt: DateTime | null;
	readonly channel: Channel;
	readonly status: TicketStatus;
	readonly outcome: CallOutcome | null;
	readonly urgency: Urgency;
	readonly subject: string | null;
	readonly summary: string | null;
	readonly place: string | null;
	readonly tenantName: string | null;
	readonly caller: string | null;
	readonly answeredBy: string | null;
	readonly answerSeconds: number | null;
	readonly assignee: string | null;
	readonly labels: readonly string[];
	readonly costs: boolean | null;
	readonly calls: number;
}

/** A time is one on the wall clock: what the `Date` says in UTC. */
type Cell = string | number | Date | null;

interface Reader {
	readonly language: Language;
	readonly subjects: readonly Subject[];
	readonly lines: Readonly<Record<string, { readonly name: Sentence }>>;
}

type Column = readonly [
	head: Sentence,
	/** About so many stand in a cell. */
	letters: number,
	cell: (ticket: SheetTicket, reader: Reader) => Cell,
	holds?: "times" | "numbers",
];

export function logSheetName(language: Language): string {
	return { fi: "Vikailmoitukset", sv: "Felanmälningar", en: "Tickets" }[
		language
	];
}

export function logSheetColumns(language: Language) {
	return columns.map(([head, letters, , holds]) => ({
		...{ head: head[language], letters, holds },
	}));
}

/** A ticket as a row. */
export function logSheetRow(ticket: SheetTicket, reader: Reader): Cell[] {
	return columns.map(([, , cell]) => cell(ticket, reader));
}

const columns: readonly Column[] = [
	[said("Numero", "Nummer", "Number"), 12, ({ number }) => number],
	[
		said("Vikanumero", "Linje", "Line"),
		20,
		({ line }, { language, lines }) => lines[line]?.name[language] ?? line,
	],
	[
		said("Ilmoitettu", "Anmäld", "Reported"),
		16,
		({ openedAt }) => wallClock(openedAt),
		"times",
	],
	[
		said("Mitä kautta", "Kom via", "Came by"),
		12,
		({ channel }, { language }) => channelWords[channel][language],
	],
	[
		said("Tila", "Läge", "Status"),
		20,
		({ status }, { language }) => statusWords[status][language],
	],
	[
		said("Kiireellisyys", "Brådska", "Urgency"),
		12,
		({ urgency }, { language }) => urgencyWord(urgency, language),
	],
	[
		said("Aihe", "Ämne", "Subject"),
		40,
		({ subject }, { language, subjects }) =>
			pathTo(subjects, subject)
				.map(({ names }) => names[language])
				.join(" › ") || subject,
	],
	[said("Mitä", "Vad", "What"), 40, ({ summary }) => summary],
	[said("Missä", "Var", "Where"), 26, ({ place }) => place],
	[said("Asukas", "Hyresgäst", "Tenant"), 22, ({ tenantName }) => tenantName],
	[said("Soittaja", "Uppringare", "Caller"), 14, ({ caller }) => caller],
	[said("Puheluita", "Samtal", "Calls"), 8, ({ calls }) => calls, "numbers"],
	[
		said("Puhelu", "Samtalet", "Call"),
		18,
		({ outcome }, { language }) =>
			outcome === null ? null : outcomeWords[outcome][language],
	],
	[
		said("Vastasi", "Besvarades av", "Answered by"),
		20,
		({ answeredBy }) => answeredBy,
	],
	[
		said("Vastattiin, s", "Svar efter, s", "Answered after, s"),
		8,
		({ answerSeconds }) => answerSeconds,
		"numbers",
	],
	[
		said("Kenellä", "Vem har den", "Who has it"),
		20,
		({ assignee }) => assignee,
	],
	[
		said("Määräaika", "Ska vara klar", "Due"),
		16,
		({ dueAt }) => (dueAt ? wallClock(dueAt) : null),
		"times",
	],
	[
		said("Tunnisteet", "Etiketter", "Labels"),
		16,
		({ labels }) => labels.join(", "),
	],
	[
		said("Asukas maksaa", "Hyresgästen betalar", "Tenant pays"),
		8,
		({ costs }, { language }) =>
			costs === null ? null : (costs ? yes : no)[language],
	],
];

function wallClock(at: DateTime): Date {
	return at
		.setZone("utc", { keepLocalTime: true })
		.startOf("minute")
		.toJSDate();
}

function said(fi: string, sv: string, en: string): Sentence {
	return { fi, sv, en };
}

const yes = said("kyllä", "ja", "yes");
const no = said("ei", "nej", "no");

const channelWords: Readonly<Record<Channel, Sentence>> = {
	phone: said("Puhelin", "Telefon", "Phone"),
	form: said("Lomake", "Formulär", "Form"),
	email: said("Sähköposti", "E-post", "E-mail"),
	sms: said("Tekstiviesti", "Sms", "Text message"),
	counter: said("Palvelutiski", "Kundtjänst", "At the counter"),
};

/** As a label or a cell says a status. */
export const statusWords: Readonly<Record<TicketStatus, Sentence>> = {
	new: said("Uusi", "Ny", "New"),
	assigned: said("Annettu hoidettavaksi", "Tilldelad", "Assigned"),
	acknowledged: said("Kuitattu", "Kvitterad", "Acknowledged"),
	"under-way": said("Työn alla", "Pågår", "Under way"),
	done: said("Valmis", "Klar", "Done"),
	closed: said("Suljettu", "Avslutad", "Closed"),
};

const outcomeWords: Readonly<Record<CallOutcome, Sentence>> = {
	answered: said("Vastattu", "Besvarat", "Answered"),
	abandoned: said("Soittaja sulki", "Lade på", "Caller hung up"),
	voicemail: said("Jätti viestin", "Lämnade meddelande", "Message left"),
	unanswered: said("Ei vastattu", "Inte besvarat", "Not answered"),
	blocked: said("Estetty", "Spärrat", "Blocked"),
	failed: said("Ei mennyt läpi", "Kom inte fram", "Call failed"),
};
