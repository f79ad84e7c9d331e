/** Why something about a ticket is refused, and what to do instead. */
import type { Sentence } from "../language.ts";
import { type Deed, deedInBrief } from "./history-words.ts";
import type { LifeRefusal } from "./life.ts";
import type { TicketStatus } from "./ticket.ts";

export type TicketRefusal =
	| Exclude<LifeRefusal, { kind: "status" }>
	/** What was done does not follow the status, which somebody gave it. */
	| {
			readonly kind: "status";
			readonly status: TicketStatus;
			readonly last: Deed | null;
	  }
	/** Somebody was faster. */
	| { readonly kind: "changed-meanwhile"; readonly last: Deed | null }
	| { readonly kind: "no-such-ticket"; readonly number: string }
	| { readonly kind: "no-such-subject" }
	| { readonly kind: "retired-subject" }
	| { readonly kind: "no-such-property" }
	| { readonly kind: "no-such-tenant" }
	| { readonly kind: "no-such-assignee" }
	| { readonly kind: "has-it-already"; readonly name: string }
	| { readonly kind: "into-itself" }
	| { readonly kind: "into-merged"; readonly into: string }
	| { readonly kind: "into-closed"; readonly number: string }
	| { readonly kind: "no-such-call" }
	| { readonly kind: "no-call-goes" }
	| { readonly kind: "no-call-stays" }
	| { readonly kind: "call-goes-on" };

/** The refusal as a sentence or two; who was faster is named, and what they did. */
export function refusalInWords(refusal: TicketRefusal): Sentence {
	switch (refusal.kind) {
		case "status":
			return withLast(refusal.last, statuses[refusal.status]);
		case "changed-meanwhile":
			return withLast(refusal.last, {
				fi: "Vikailmoitus muuttui sillä välin. Katso se uudelleen ja yritä sitten.",
				sv: "Felanmälan har ändrats under tiden. Se hur den är nu och försök igen.",
				en: "The ticket has changed meanwhile. Look at it as it is now, and try again.",
			});
		case "somebody-has-it":
			return {
				fi: `${refusal.name} hoitaa vikailmoitusta. Jos sen pitää vaihtaa tekijää, asiakaspalvelu voi jakaa sen uudelleen.`,
				sv: `${refusal.name} har felanmälan. Kundtjänst kan ge den till någon annan.`,
				en: `${refusal.name} has the ticket. The office can give it to somebody else.`,
			};
		case "has-it-already":
			return {
				fi: `Vikailmoitus on jo tekijällä ${refusal.name}.`,
				sv: `${refusal.name} har redan felanmälan.`,
				en: `${refusal.name} has the ticket already.`,
			};
		case "no-such-ticket":
			return {
				fi: `Vikailmoitusta ${refusal.number} ei ole. Tarkista numero; se on muotoa 2026-000123.`,
				sv: `Felanmälan ${refusal.number} finns inte. Kontrollera numret; det har formen 2026-000123.`,
				en: `There is no ticket ${refusal.number}. Check the number; it looks like 2026-000123.`,
			};
		case "merged":
		case "into-merged":
			return {
				fi: `Vikailmoitus on yhdistetty ilmoitukseen ${refusal.into}. Jatka siinä.`,
				sv: `Felanmälan har slagits ihop med ${refusal.into}. Fortsätt där.`,
				en: `The ticket has been merged into ${refusal.into}. Go on there.`,
			};
		case "into-closed":
			return {
				fi: `Vikailmoitus ${refusal.number} on suljettu. Avaa se ensin uudelleen.`,
				sv: `Felanmälan ${refusal.number} är stängd. Öppna den på nytt först.`,
				en: `Ticket ${refusal.number} is closed. Reopen it first.`,
			};
		default:
			return plain[refusal.kind];
	}
}

/** `Kalle Korhonen marked the work as done. ` and then what it comes to. */
function withLast(last: Deed | null, then: Sentence): Sentence {
	if (last === null) return then;
	const first = deedInBrief(last);
	return {
		fi: `${first.fi}. ${then.fi}`,
		sv: `${first.sv}. ${then.sv}`,
		en: `${first.en}. ${then.en}`,
	};
}

const statuses: Readonly<Record<TicketStatus, Sentence>> = {
	new: {
		fi: "Vikailmoitus on vielä uusi, eikä se ole kenelläkään.",
		sv: "Felanmälan är ännu ny, och ingen har den.",
		en: "The ticket is still new, and nobody has it.",
	},
	assigned: {
		fi: "Vikailmoitus on jaettu, eikä tekijä ole vielä kuitannut sitä.",
		sv: "Felanmälan har getts till någon som ännu inte har kvitterat den.",
		en: "The ticket has been given to somebody who has not acknowledged it yet.",
	},
	acknowledged: {
		fi: "Vikailmoitus on jo kuitattu.",
		sv: "Felanmälan är redan kvitterad.",
		en: "The ticket has already been acknowledged.",
	},
	"under-way": {
		fi: "Vikailmoitus on jo työn alla.",
		sv: "Någon är redan på väg eller på plats.",
		en: "Somebody is already on the way or on site.",
	},
	done: {
		fi: "Vikailmoitus on jo valmis. Jos vika jatkuu, asiakaspalvelu voi avata sen uudelleen.",
		sv: "Felanmälan är redan klar. Om felet finns kvar kan kundtjänst öppna den på nytt.",
		en: "The ticket is already done. If the fault is still there, the office can reopen it.",
	},
	closed: {
		fi: "Vikailmoitus on suljettu. Jos vika jatkuu, asiakaspalvelu voi avata sen uudelleen.",
		sv: "Felanmälan är stängd. Om felet finns kvar kan kundtjänst öppna den på nytt.",
		en: "The ticket is closed. If the fault is still there, the office can reopen it.",
	},
};

const plain = {
	"desk-only": {
		fi: "Tämän tekee asiakaspalvelu. Pyydä sitä sieltä.",
		sv: "Det här gör kundtjänst. Be dem om det.",
		en: "The office does this. Ask them to.",
	},
	"yours-already": {
		fi: "Olet jo kuitannut vikailmoituksen: se on sinulla.",
		sv: "Du har redan kvitterat felanmälan: den är din.",
		en: "You have already acknowledged the ticket: it is yours.",
	},
	"nobody-has-it": {
		fi: "Vikailmoitus ei ole kenelläkään, joten sitä ei voi palauttaa.",
		sv: "Ingen har felanmälan, så den kan inte lämnas tillbaka.",
		en: "Nobody has the ticket, so there is nothing to give back.",
	},
	"on-site-already": {
		fi: "Paikalle saapuminen on jo merkitty.",
		sv: "Det är redan antecknat att någon är på plats.",
		en: "It is already noted that somebody is on site.",
	},
	"no-such-subject": {
		fi: "Aihetta ei ole. Valitse aihe luettelosta.",
		sv: "Ämnet finns inte. Välj ett ur listan.",
		en: "There is no such subject. Choose one from the list.",
	},
	"retired-subject": {
		fi: "Aihe on poistettu käytöstä. Valitse toinen aihe.",
		sv: "Ämnet används inte längre. Välj ett annat.",
		en: "The subject is no longer in use. Choose another one.",
	},
	"no-such-property": {
		fi: "Kohdetta ei ole tai se on poistettu. Valitse kohde luettelosta.",
		sv: "Fastigheten finns inte eller är borttagen. Välj en ur listan.",
		en: "There is no such property, or it was removed. Choose one from the list.",
	},
	"no-such-tenant": {
		fi: "Asukasta ei ole tai hänen tietonsa on poistettu. Valitse asukas luettelosta.",
		sv: "Hyresgästen finns inte eller är borttagen. Välj en ur listan.",
		en: "There is no such tenant, or they were removed. Choose one from the list.",
	},
	"no-such-assignee": {
		fi: "Tekijää ei löydy. Valitse joku linjan päivystyslistalta tai asiakaspalvelusta.",
		sv: "Personen hittades inte. Välj någon i linjens jourschema eller på kundtjänst.",
		en: "There is nobody like that. Choose somebody of the line's rota or of the office.",
	},
	"into-itself": {
		fi: "Vikailmoitusta ei voi yhdistää itseensä. Valitse toinen.",
		sv: "Felanmälan kan inte slås ihop med sig själv. Välj en annan.",
		en: "A ticket cannot be merged into itself. Choose another one.",
	},
	"no-such-call": {
		fi: "Jokin valituista puheluista ei kuulu tähän vikailmoitukseen. Katso se uudelleen.",
		sv: "Något av samtalen hör inte till den här felanmälan. Se hur den är nu.",
		en: "One of the calls is not of this ticket. Look at it as it is now.",
	},
	"no-call-goes": {
		fi: "Valitse vähintään yksi puhelu, joka siirtyy uuteen vikailmoitukseen.",
		sv: "Välj minst ett samtal som flyttas till den nya felanmälan.",
		en: "Choose at least one call that goes to the new ticket.",
	},
	"no-call-stays": {
		fi: "Vähintään yhden puhelun pitää jäädä tähän vikailmoitukseen.",
		sv: "Minst ett samtal måste bli kvar i den här felanmälan.",
		en: "At least one call has to stay with this ticket.",
	},
	"call-goes-on": {
		fi: "Puhelu on vielä kesken. Odota, että se päättyy.",
		sv: "Ett samtal pågår ännu. Vänta tills det är slut.",
		en: "One of the calls still goes on. Wait until it has ended.",
	},
} satisfies Record<string, Sentence>;
