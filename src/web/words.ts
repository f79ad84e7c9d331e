import type { Sentence } from "../domain/language.ts";

/** What the API says when it refuses: what happened and what to do. */
export const refusals = {
	notSignedIn: {
		fi: "Tähän tarvitaan tunnus. Lähetä otsake `Authorization: Bearer TUNNUS` (tunnuksen tekee `npx faultline token create`) tai kirjaudu konsoliin.",
		sv: "Det här kräver en nyckel. Skicka huvudet `Authorization: Bearer NYCKEL` (nyckeln skapas med `npx faultline token create`) eller logga in i konsolen.",
		en: "This needs a token. Send the header `Authorization: Bearer TOKEN` (`npx faultline token create` makes one), or sign in to the console.",
	},
	wrongToken: {
		fi: "Tunnusta ei tunneta tai se on peruttu. Tee uusi komennolla `npx faultline token create`.",
		sv: "Nyckeln är okänd eller återkallad. Skapa en ny med `npx faultline token create`.",
		en: "The token is unknown or revoked. Make a new one with `npx faultline token create`.",
	},
	sessionEnded: {
		fi: "Istunto on päättynyt. Kirjaudu uudelleen.",
		sv: "Sessionen har gått ut. Logga in igen.",
		en: "The session has ended. Sign in again.",
	},
	tooManyWrongTokens: {
		fi: "Liian monta väärää tunnusta. Odota minuutti ja tarkista tunnus.",
		sv: "För många felaktiga nycklar. Vänta en minut och kontrollera nyckeln.",
		en: "Too many wrong tokens. Wait a minute and check the token.",
	},
	foreignRequest: {
		fi: "Pyyntö ei tullut konsolin omalta sivulta, joten sitä ei toteutettu. Lataa sivu uudelleen ja yritä uudestaan.",
		sv: "Begäran kom inte från konsolens egen sida och utfördes därför inte. Ladda om sidan och försök igen.",
		en: "The request did not come from the console's own page, so it was not carried out. Reload the page and try again.",
	},
	notAllowed: {
		fi: "Roolisi ei oikeuta tähän. Pyydä ylläpitäjältä roolia, joka oikeuttaa.",
		sv: "Din roll ger inte rätt till det här. Be administratören om en roll som gör det.",
		en: "Your role does not allow this. Ask an admin for a role that does.",
	},
	noSuchPath: {
		fi: "Tässä osoitteessa ei ole mitään. Rajapinnan kuvaus: /api/openapi.json.",
		sv: "Det finns ingenting på den här adressen. API:et beskrivs i /api/openapi.json.",
		en: "There is nothing at this address. The API is described at /api/openapi.json.",
	},
	wrongMethod: {
		fi: "Tämä osoite ei tunne tuota menetelmää. Sallitut näkyvät Allow-otsakkeessa.",
		sv: "Adressen tar inte emot den metoden. De tillåtna står i huvudet Allow.",
		en: "This address does not take that method. The Allow header lists those it does.",
	},
	wrongInput: {
		fi: "Tässä on korjattavaa.",
		sv: "Något här behöver rättas.",
		en: "Something here has to be corrected.",
	},
	notReadable: {
		fi: "Pyyntöä ei voitu lukea. Lähetä ehjä osoite ja runko UTF-8-muotoisena JSONina.",
		sv: "Begäran gick inte att läsa. Skicka en giltig adress och en kropp i JSON med UTF-8.",
		en: "The request could not be read. Send a well-formed address, and the body as JSON in UTF-8.",
	},
	tooLarge: {
		fi: "Pyynnön runko on liian suuri: yläraja on 64 kt, päivystyslistalla 2 Mt, vuorojen, kohteiden tai asukkaiden tiedostolla 5 Mt ja kuvalla tai PDF-tiedostolla 10 Mt.",
		sv: "Begärans kropp är för stor: gränsen är 64 kB, för ett jourschema 2 MB, för en fil med pass, fastigheter eller hyresgäster 5 MB och för en bild eller PDF 10 MB.",
		en: "The request's body is too large: the limit is 64 kB, for a rota 2 MB, for a file of shifts, properties or tenants 5 MB and for a picture or PDF 10 MB.",
	},
	tooManyStreams: {
		fi: "Avoimia tapahtumavirtoja on liikaa. Sulje muita konsolin välilehtiä ja yritä uudelleen.",
		sv: "För många händelseströmmar är öppna. Stäng andra flikar med konsolen och försök igen.",
		en: "Too many event streams are open. Close other tabs of the console and try again.",
	},
	ourFault: {
		fi: "Jokin meni pieleen meidän puolellamme. Yritä uudelleen; jos vika toistuu, anna ylläpitäjälle tunniste `reference`.",
		sv: "Något gick fel hos oss. Försök igen; om felet återkommer, ge administratören beteckningen `reference`.",
		en: "Something went wrong on our side. Try again; if it happens again, give the administrator the `reference`.",
	},
	databaseAway: {
		fi: "Tietokanta ei vastaa. Puhelut kulkevat silti; yritä hetken kuluttua uudelleen.",
		sv: "Databasen svarar inte. Samtalen går fram ändå; försök igen om en stund.",
		en: "The database does not answer. Calls still get through; try again in a moment.",
	},
	noSuchRecording: {
		fi: "Tallennetta ei ole. Se on ehkä vielä matkalla puhelinyhtiöltä tai jo poistettu.",
		sv: "Inspelningen finns inte. Den kanske ännu hämtas från operatören eller är redan borttagen.",
		en: "There is no such recording. It may still be on its way from the carrier, or already deleted.",
	},
} satisfies Record<string, Sentence>;

/** That a ticket number leads nowhere. */
export function noSuchTicket(number: string): Sentence {
	return {
		fi: `Vikailmoitusta ${number} ei ole. Tarkista numero; se on muotoa 2026-000123.`,
		sv: `Felanmälan ${number} finns inte. Kontrollera numret; det har formen 2026-000123.`,
		en: `There is no ticket ${number}. Check the number; it looks like 2026-000123.`,
	};
}

/** What each parameter must be; shown when it is not. */
export const expectations = {
	cursor: {
		fi: "`cursor` on edellisen vastauksen `next` sellaisenaan.",
		sv: "`cursor` är det föregående svarets `next` oförändrat.",
		en: "`cursor` is the `next` of the answer before, unchanged.",
	},
	caller: {
		fi: "`caller` on puhelinnumero, esimerkiksi +358401234567 tai 040 123 4567.",
		sv: "`caller` är ett telefonnummer, till exempel +358401234567 eller 040 123 4567.",
		en: "`caller` is a phone number, for example +358401234567 or 040 123 4567.",
	},
	from: {
		fi: "`from` on hetki ISO 8601 -muodossa, esimerkiksi 2026-11-23T14:00:00Z.",
		sv: "`from` är en tidpunkt enligt ISO 8601, till exempel 2026-11-23T14:00:00Z.",
		en: "`from` is an instant in ISO 8601, for example 2026-11-23T14:00:00Z.",
	},
	to: {
		fi: "`to` on hetki ISO 8601 -muodossa, esimerkiksi 2026-11-23T14:00:00Z.",
		sv: "`to` är en tidpunkt enligt ISO 8601, till exempel 2026-11-23T14:00:00Z.",
		en: "`to` is an instant in ISO 8601, for example 2026-11-23T14:00:00Z.",
	},
	at: {
		fi: "`at` on hetki ISO 8601 -muodossa vuosilta 2000–2099, esimerkiksi 2026-11-23T14:00:00Z.",
		sv: "`at` är en tidpunkt enligt ISO 8601 under åren 2000–2099, till exempel 2026-11-23T14:00:00Z.",
		en: "`at` is an instant in ISO 8601 within the years 2000 to 2099, for example 2026-11-23T14:00:00Z.",
	},
	night: {
		fi: "`night` on yön alku ja loppu, esimerkiksi 22:00-06:00.",
		sv: "`night` är nattens början och slut, till exempel 22:00-06:00.",
		en: "`night` is when the night begins and ends, for example 22:00-06:00.",
	},
	sid: {
		fi: "`sid` on puhelinyhtiön tunniste tallenteelle, RE ja 32 merkkiä.",
		sv: "`sid` är operatörens beteckning på inspelningen, RE och 32 tecken.",
		en: "`sid` is the carrier's id of the recording, RE and 32 characters.",
	},
	"names.fi": {
		fi: "Kirjoita nimi suomeksi, enintään 60 merkkiä.",
		sv: "Skriv namnet på finska, högst 60 tecken.",
		en: "Write the name in Finnish, at most 60 characters.",
	},
	"names.sv": {
		fi: "Kirjoita nimi ruotsiksi, enintään 60 merkkiä.",
		sv: "Skriv namnet på svenska, högst 60 tecken.",
		en: "Write the name in Swedish, at most 60 characters.",
	},
	"names.en": {
		fi: "Kirjoita nimi englanniksi, enintään 60 merkkiä.",
		sv: "Skriv namnet på engelska, högst 60 tecken.",
		en: "Write the name in English, at most 60 characters.",
	},
} satisfies Record<string, Sentence>;
