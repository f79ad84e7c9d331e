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

type Column = readonly [
	head: Sentence,
	cell: (
		ticket: SheetTicket,
		reader: {
			readonly language: Language;
			readonly subjects: readonly Subject[];
		},
	) => string | number | null,
];

export function logSheetName(language: Language): string {
	return { fi: "Vikailmoitukset", sv: "Felanmälningar", en: "Tickets" }[
		language
	];
}

export function logSheetHead(language: Language): string[] {
	return columns.map(([head]) => head[language]);
}

/** A ticket as a row; times as every spreadsheet reads them, so that they sort as they stand. */
export function logSheetRow(
	ticket: SheetTicket,
	reader: {
		readonly language: Language;
		readonly subjects: readonly Subject[];
	},
): (string | number | null)[] {
	return columns.map(([, cell]) => cell(ticket, reader));
}

const columns: readonly Column[] = [
	[said("Numero", "Nummer", "Number"), ({ number }) => number],
	[said("Vikanumero", "Linje", "Line"), ({ line }) => line],
	[said("Ilmoitettu", "Anmäld", "Reported"), ({ openedAt }) => time(openedAt)],
	[
		said("Mitä kautta", "Kom via", "Came by"),
		({ channel }, { language }) => channelWords[channel][language],
	],
	[
		said("Tila", "Läge", "Status"),
		({ status }, { language }) => statusWords[status][language],
	],
	[
		said("Kiireellisyys", "Brådska", "Urgency"),
		({ urgency }, { language }) => urgencyWord(urgency, language),
	],
	[
		said("Aihe", "Ämne", "Subject"),
		({ subject }, { language, subjects }) =>
			pathTo(subjects, subject)
				.map(({ names }) => names[language])
				.join(" › ") || subject,
	],
	[said("Mitä", "Vad", "What"), ({ summary }) => summary],
	[said("Missä", "Var", "Where"), ({ place }) => place],
	[said("Asukas", "Hyresgäst", "Tenant"), ({ tenantName }) => tenantName],
	[said("Soittaja", "Uppringare", "Caller"), ({ caller }) => caller],
	[said("Puheluita", "Samtal", "Calls"), ({ calls }) => calls],
	[
		said("Puhelu", "Samtalet", "Call"),
		({ outcome }, { language }) =>
			outcome === null ? null : outcomeWords[outcome][language],
	],
	[
		said("Vastasi", "Besvarades av", "Answered by"),
		({ answeredBy }) => answeredBy,
	],
	[
		said("Vastattiin, s", "Svar efter, s", "Answered after, s"),
		({ answerSeconds }) => answerSeconds,
	],
	[said("Kenellä", "Vem har den", "Who has it"), ({ assignee }) => assignee],
	[
		said("Määräaika", "Ska vara klar", "Due"),
		({ dueAt }) => (dueAt ? time(dueAt) : null),
	],
	[
		said("Tunnisteet", "Etiketter", "Labels"),
		({ labels }) => labels.join(", "),
	],
	[
		said("Asukas maksaa", "Hyresgästen betalar", "Tenant pays"),
		({ costs }, { language }) =>
			costs === null ? null : (costs ? yes : no)[language],
	],
];

function time(at: DateTime): string {
	return at.toFormat("yyyy-MM-dd HH:mm");
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
