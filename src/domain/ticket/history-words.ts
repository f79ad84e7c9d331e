/** What was done about a ticket, in sentences. */
import type { Language, Sentence } from "../language.ts";
import { changesInWords, type HistoryNames } from "./changes-in-words.ts";

/** An entry of the audit log about a ticket. */
export interface Deed {
	readonly actor: string;
	readonly action: string;
	readonly reason?: string | null;
	readonly before: unknown;
	readonly after: unknown;
}

/** The deed in one sentence; a change of fields is told from what to what. */
export function deedInWords(deed: Deed, names: HistoryNames): Sentence {
	const before = fieldsOf(deed.before);
	const after = fieldsOf(deed.after);
	if (deed.action === "ticket-changed")
		return changesInWords(deed.actor, before, after, names);
	return inEach(deedWith(deed, before, after), (words) => `${words}.`);
}

/** The same without an end and without what changed, for a sentence that goes on. */
export function deedInBrief(deed: Deed): Sentence {
	return deedWith(deed, fieldsOf(deed.before), fieldsOf(deed.after));
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
	return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function deedWith(
	{ actor, action, reason }: Deed,
	before: Fields,
	after: Fields,
): Sentence {
	const who = actor.startsWith("line:") ? null : actor;
	if (action === "ticket-acknowledged" && reason === tookTheCall)
		return {
			fi: `${actor} otti puhelun ja hoitaa vikailmoituksen`,
			sv: `${actor} tog samtalet och har felanmälan`,
			en: `${actor} took the call and has the ticket`,
		};
	if (who === null && Object.hasOwn(byItself, action))
		return byItself[action] as Sentence;
	const tell = Object.hasOwn(deeds, action) ? deeds[action] : undefined;
	const did = tell?.(before, after) ?? somethingElse(action);
	const subject = who === null ? theLine : { fi: who, sv: who, en: who };
	return {
		fi: `${subject.fi} ${did.fi}`,
		sv: `${subject.sv} ${did.sv}`,
		en: `${subject.en} ${did.en}`,
	};
}

/** The reason of the entry that the line makes when somebody takes the call. */
const tookTheCall = "took the call";

const theLine: Sentence = { fi: "Linja", sv: "Linjen", en: "The line" };

const byItself: Readonly<Record<string, Sentence>> = {
	"ticket-opened": {
		fi: "Puhelu avasi vikailmoituksen",
		sv: "Ett samtal öppnade felanmälan",
		en: "A call opened the ticket",
	},
	"ticket-called-again": {
		fi: "Soittaja soitti uudelleen",
		sv: "Den som ringde ringde igen",
		en: "The caller called again",
	},
};

/** What follows the name of whoever did it. */
const deeds: Readonly<
	Record<string, (before: Fields, after: Fields) => Sentence>
> = {
	"ticket-opened": () => ({
		fi: "kirjasi vikailmoituksen",
		sv: "skrev in felanmälan",
		en: "opened the ticket",
	}),
	"ticket-acknowledged": ({ assignee }, after) =>
		typeof assignee === "string" && assignee !== after.assignee
			? {
					fi: `kuittasi vikailmoituksen, joka oli tekijällä ${assignee}`,
					sv: `kvitterade felanmälan, som ${assignee} hade`,
					en: `acknowledged the ticket, which ${assignee} had`,
				}
			: {
					fi: "kuittasi vikailmoituksen",
					sv: "kvitterade felanmälan",
					en: "acknowledged the ticket",
				},
	"ticket-assigned": (_, { assignee }) =>
		typeof assignee === "string"
			? {
					fi: `jakoi vikailmoituksen: tekijä on ${assignee}`,
					sv: `gav felanmälan till ${assignee}`,
					en: `gave the ticket to ${assignee}`,
				}
			: {
					fi: "otti vikailmoituksen pois tekijältä",
					sv: "tog felanmälan från den som hade den",
					en: "took the ticket from whoever had it",
				},
	"ticket-escalated": (_, { told }) => {
		const names = Array.isArray(told) ? told.join(", ") : "";
		return {
			fi: `muistutti, ettei vikailmoitusta ole kuitattu: ${names}`,
			sv: `påminde om att felanmälan inte är kvitterad: ${names}`,
			en: `reminded that nobody has acknowledged the ticket: ${names}`,
		};
	},
	"ticket-started": () => ({
		fi: "lähti matkaan",
		sv: "gav sig i väg",
		en: "set off",
	}),
	"ticket-arrived": () => ({
		fi: "saapui paikalle",
		sv: "kom fram",
		en: "arrived on site",
	}),
	"ticket-finished": () => ({
		fi: "merkitsi työn valmiiksi",
		sv: "markerade arbetet som klart",
		en: "marked the work as done",
	}),
	"ticket-closed": () => ({
		fi: "sulki vikailmoituksen",
		sv: "stängde felanmälan",
		en: "closed the ticket",
	}),
	"ticket-reopened": ({ mergedInto }) =>
		typeof mergedInto === "string"
			? {
					fi: `erotti vikailmoituksen taas ilmoituksesta ${mergedInto}`,
					sv: `skilde felanmälan åter från ${mergedInto}`,
					en: `separated the ticket from ${mergedInto} again`,
				}
			: {
					fi: "avasi vikailmoituksen uudelleen",
					sv: "öppnade felanmälan på nytt",
					en: "reopened the ticket",
				},
	"ticket-given-back": () => ({
		fi: "palautti vikailmoituksen jaettavaksi",
		sv: "lämnade tillbaka felanmälan",
		en: "gave the ticket back",
	}),
	"ticket-merged": (_, { mergedInto }) => ({
		fi: `yhdisti vikailmoituksen ilmoitukseen ${mergedInto}`,
		sv: `slog ihop felanmälan med ${mergedInto}`,
		en: `merged the ticket into ${mergedInto}`,
	}),
	"ticket-merged-in": (_, { merged }) => ({
		fi: `yhdisti tähän vikailmoituksen ${merged}`,
		sv: `slog ihop felanmälan ${merged} med den här`,
		en: `merged ticket ${merged} into this one`,
	}),
	"ticket-separated": ({ merged }) => ({
		fi: `erotti tästä taas vikailmoituksen ${merged}`,
		sv: `skilde felanmälan ${merged} från den här igen`,
		en: `separated ticket ${merged} from this one again`,
	}),
	"ticket-split": (_, { split }) => ({
		fi: `erotti osan uudeksi vikailmoitukseksi ${split}`,
		sv: `bröt ut en del till den nya felanmälan ${split}`,
		en: `split a part off as ticket ${split}`,
	}),
	"ticket-split-off": (_, { splitFrom }) => ({
		fi: `erotti tämän vikailmoituksesta ${splitFrom}`,
		sv: `bröt ut den här ur felanmälan ${splitFrom}`,
		en: `split this off ticket ${splitFrom}`,
	}),
	"ticket-noted": () => ({
		fi: "kirjoitti muistiinpanon",
		sv: "skrev en anteckning",
		en: "wrote a note",
	}),
	"ticket-changed": () => ({
		fi: "muutti tietoja",
		sv: "ändrade uppgifter",
		en: "changed details",
	}),
	"tenant-call-started": () => ({
		fi: "soitti asukkaalle vikanumeron kautta",
		sv: "ringde hyresgästen genom felnumret",
		en: "called the tenant through the line's number",
	}),
	"tenant-call-ended": (_, { outcome }) =>
		tenantCallEndings[String(outcome)] ?? tenantCallOver,
	"ticket-link-created": (_, { for: whose }) => ({
		fi: `lähetti oman linkin: ${whose}`,
		sv: `skickade en personlig länk till ${whose}`,
		en: `sent ${whose} a personal link`,
	}),
};

const tenantCallOver: Sentence = {
	fi: "lopetti puhelun",
	sv: "avslutade samtalet",
	en: "ended the call",
};

/** How a call to the tenant ended, by its outcome. */
const tenantCallEndings: Readonly<Record<string, Sentence>> = {
	talked: {
		fi: "puhui asukkaan kanssa",
		sv: "talade med hyresgästen",
		en: "talked with the tenant",
	},
	"tenant-busy": {
		fi: "ei tavoittanut asukasta: puhelin oli varattu",
		sv: "nådde inte hyresgästen: det var upptaget",
		en: "did not reach the tenant: the phone was busy",
	},
	"tenant-no-answer": {
		fi: "ei tavoittanut asukasta: hän ei vastannut",
		sv: "nådde inte hyresgästen: ingen svarade",
		en: "did not reach the tenant: nobody answered",
	},
	"tenant-unreachable": {
		fi: "ei tavoittanut asukasta: puhelimeen ei saatu yhteyttä",
		sv: "nådde inte hyresgästen: telefonen kunde inte nås",
		en: "did not reach the tenant: the phone could not be reached",
	},
	"not-taken": {
		fi: "ei vastannut omaan puhelimeensa",
		sv: "svarade inte i sin egen telefon",
		en: "did not pick up their own phone",
	},
	"hung-up": {
		fi: "lopetti ennen kuin asukas vastasi",
		sv: "lade på innan hyresgästen svarade",
		en: "hung up before the tenant answered",
	},
	failed: {
		fi: "ei saanut puhelua läpi",
		sv: "kom inte fram",
		en: "could not get through",
	},
};

function somethingElse(action: string): Sentence {
	return {
		fi: `teki merkinnän (${action})`,
		sv: `gjorde en anteckning (${action})`,
		en: `made an entry (${action})`,
	};
}

function inEach(
	sentence: Sentence,
	change: (words: string, language: Language) => string,
): Sentence {
	return {
		fi: change(sentence.fi, "fi"),
		sv: change(sentence.sv, "sv"),
		en: change(sentence.en, "en"),
	};
}
