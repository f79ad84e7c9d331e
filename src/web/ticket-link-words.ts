import type { LineConfig } from "../config.ts";
import type { Sentence } from "../domain/language.ts";
import type { LinkState } from "../domain/ticket/ticket-link.ts";

/** Why a personal link opens nothing, and what to do: always another way to the ticket. */
export function linkRefusal(
	state: Exclude<LinkState, "open">,
	line: LineConfig | undefined,
): Sentence {
	return inAll(overWords[state], wayOn(line));
}

export const unknownLink: Sentence = {
	fi: "Tätä linkkiä ei tunneta. Tarkista, että osoite on viestissä kokonaan, tai kirjaudu sisään.",
	sv: "Länken är okänd. Kontrollera att hela adressen ur meddelandet är med, eller logga in.",
	en: "This link is not known. Check that the whole address of the message is there, or sign in.",
};

export const notByLink: Sentence = {
	fi: "Linkki avaa vain oman vikailmoituksensa. Kirjaudu sisään nähdäksesi muun.",
	sv: "Länken öppnar bara sin egen felanmälan. Logga in för att se annat.",
	en: "The link opens its own ticket only. Sign in to see anything else.",
};

export const onlyByLink: Sentence = {
	fi: "Tähän tarvitaan viestissä tullut linkki. Omat vikailmoituksesi ovat sivulla Omat työt.",
	sv: "Det här kräver länken ur ett meddelande. Dina felanmälningar finns på sidan Mina felanmälningar.",
	en: "This needs the link of a message. Your own tickets are on the page My tickets.",
};

export const noSuchLink: Sentence = {
	fi: "Tätä linkkiä ei enää ole voimassa. Päivitä sivu, niin näet, kenellä linkki on.",
	sv: "Den länken gäller inte längre. Ladda om sidan, så ser du vem som har en länk.",
	en: "That link is over already. Load the page anew to see who holds one.",
};

/** Somebody else has the ticket now, so the link shows it and changes nothing. */
export function readsOnly(holder: string): Sentence {
	return {
		fi: `Vikailmoitus on nyt tämän henkilön: ${holder}. Linkki vain näyttää sen. Jos se kuuluu sinulle, kirjaudu sisään tai soita asiakaspalveluun.`,
		sv: `Felanmälan är nu hos ${holder}. Länken visar den bara. Om den är din, logga in eller ring kundtjänst.`,
		en: `${holder} has this ticket now, so the link only shows it. If it is yours, sign in or call the office.`,
	};
}

const overWords: Readonly<Record<Exclude<LinkState, "open">, Sentence>> = {
	expired: {
		fi: "Linkki on vanhentunut.",
		sv: "Länken har gått ut.",
		en: "This link has expired.",
	},
	revoked: {
		fi: "Linkki ei ole enää käytössä.",
		sv: "Länken gäller inte längre.",
		en: "This link is no longer in use.",
	},
	closed: {
		fi: "Vikailmoitus on suljettu, ja linkki sulkeutui sen mukana.",
		sv: "Felanmälan är stängd, och länken stängdes med den.",
		en: "The ticket is closed, and the link closed with it.",
	},
};

function wayOn(line: LineConfig | undefined): Sentence {
	const number = line?.number;
	return number === undefined
		? {
				fi: "Kirjaudu sisään nähdäksesi vikailmoituksen.",
				sv: "Logga in för att se felanmälan.",
				en: "Sign in to see the ticket.",
			}
		: {
				fi: `Kirjaudu sisään nähdäksesi vikailmoituksen, tai soita numeroon ${number}.`,
				sv: `Logga in för att se felanmälan, eller ring ${number}.`,
				en: `Sign in to see the ticket, or call ${number}.`,
			};
}

function inAll(first: Sentence, second: Sentence): Sentence {
	return {
		fi: `${first.fi} ${second.fi}`,
		sv: `${first.sv} ${second.sv}`,
		en: `${first.en} ${second.en}`,
	};
}
