/** The words for everything that is done about a ticket. */
import type { Sentence } from "../language.ts";

/** What an entry of the audit log tells. */
export interface Told {
	readonly before: Readonly<Record<string, unknown>>;
	readonly after: Readonly<Record<string, unknown>>;
}

/** By the entry's action. */
export type DeedWords = Readonly<Record<string, (told: Told) => Sentence>>;

/** What the line, or a job, does by itself: the whole sentence. */
export const byItself: DeedWords = {
	"ticket-opened": () => ({
		fi: "Puhelu avasi vikailmoituksen",
		sv: "Ett samtal öppnade felanmälan",
		en: "A call opened the ticket",
	}),
	"ticket-called-again": () => ({
		fi: "Soittaja soitti uudelleen",
		sv: "Den som ringde ringde igen",
		en: "The caller called again",
	}),
	"ticket-link-created": ({ after }) => ({
		fi: `${after.for} sai oman linkin vikailmoitukseen`,
		sv: `${after.for} fick en egen länk till felanmälan`,
		en: `${after.for} was sent a personal link to the ticket`,
	}),
	"recording-kept": () => ({
		fi: "Puhelun tallenne otettiin talteen",
		sv: "Inspelningen av samtalet sparades",
		en: "The recording of the call was kept",
	}),
	"call-recovered": () => ({
		fi: "Puhelinyhtiön tiedoista löytyi puhelu, joka puuttui täältä",
		sv: "I operatörens uppgifter fanns ett samtal som saknades här",
		en: "The carrier's records had a call that was missing here",
	}),
};

/** What follows the name of whoever did it. */
export const whatTheyDid: DeedWords = {
	"ticket-opened": () => ({
		fi: "kirjasi vikailmoituksen",
		sv: "skrev in felanmälan",
		en: "opened the ticket",
	}),
	"ticket-acknowledged": ({ before: { assignee }, after }) =>
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
	"ticket-assigned": ({ after: { assignee } }) =>
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
	"ticket-escalated": ({ after: { told } }) => {
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
	"ticket-reopened": ({ before: { mergedInto } }) =>
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
	"ticket-merged": ({ after: { mergedInto } }) => ({
		fi: `yhdisti vikailmoituksen ilmoitukseen ${mergedInto}`,
		sv: `slog ihop felanmälan med ${mergedInto}`,
		en: `merged the ticket into ${mergedInto}`,
	}),
	"ticket-merged-in": ({ after: { merged } }) => ({
		fi: `yhdisti tähän vikailmoituksen ${merged}`,
		sv: `slog ihop felanmälan ${merged} med den här`,
		en: `merged ticket ${merged} into this one`,
	}),
	"ticket-separated": ({ before: { merged } }) => ({
		fi: `erotti tästä taas vikailmoituksen ${merged}`,
		sv: `skilde felanmälan ${merged} från den här igen`,
		en: `separated ticket ${merged} from this one again`,
	}),
	"ticket-split": ({ after: { split } }) => ({
		fi: `erotti osan uudeksi vikailmoitukseksi ${split}`,
		sv: `bröt ut en del till den nya felanmälan ${split}`,
		en: `split a part off as ticket ${split}`,
	}),
	"ticket-split-off": ({ after: { splitFrom } }) => ({
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
	"tenant-call-ended": ({ after: { outcome } }) =>
		tenantCallEndings[String(outcome)] ?? tenantCallOver,
	"ticket-link-created": ({ after: { for: whose } }) => ({
		fi: `lähetti oman linkin: ${whose}`,
		sv: `skickade en personlig länk till ${whose}`,
		en: `sent ${whose} a personal link`,
	}),
	"ticket-link-ended": ({ before: { for: whose } }) => ({
		fi: `lopetti oman linkin, jonka sai ${whose}`,
		sv: `avslutade den personliga länken till ${whose}`,
		en: `ended the personal link of ${whose}`,
	}),
	"ticket-file-added": ({ after: { name } }) => ({
		fi: `lisäsi tiedoston ${name}`,
		sv: `lade till filen ${name}`,
		en: `added the file ${name}`,
	}),
	"ticket-file-removed": ({ before: { name } }) => ({
		fi: `poisti tiedoston ${name}`,
		sv: `tog bort filen ${name}`,
		en: `removed the file ${name}`,
	}),
	"recording-heard": () => ({
		fi: "kuunteli puhelun tallenteen",
		sv: "lyssnade på inspelningen av samtalet",
		en: "listened to the recording of the call",
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

/** Of an action that has no words yet. */
export function didSomethingElse(action: string): Sentence {
	return {
		fi: `teki merkinnän (${action})`,
		sv: `gjorde en anteckning (${action})`,
		en: `made an entry (${action})`,
	};
}
