import {
	longestPassword,
	type PasswordProblem,
	shortestPassword,
} from "../../domain/account/password.ts";
import type { Sentence } from "../../domain/language.ts";

/** What signing in and accounts refuse, and what to do then. */
export const accountRefusals = {
	wrongPassword: {
		fi: "Sähköposti tai salasana ei ole oikein. Tarkista molemmat tai nollaa salasana.",
		sv: "E-postadressen eller lösenordet stämmer inte. Kontrollera båda eller återställ lösenordet.",
		en: "The e-mail address or the password is not right. Check both, or reset the password.",
	},
	wrongCurrent: {
		fi: "Nykyinen salasana ei ole oikein. Kirjoita se uudelleen.",
		sv: "Det nuvarande lösenordet stämmer inte. Skriv det igen.",
		en: "The present password is not right. Type it again.",
	},
	wrongCode: {
		fi: "Koodi ei kelpaa. Odota sovelluksen seuraavaa koodia ja kirjoita se; sama koodi kelpaa vain kerran.",
		sv: "Koden gäller inte. Vänta på nästa kod i appen och skriv den; samma kod gäller bara en gång.",
		en: "The code does not work. Wait for the app's next code and type that; each code works only once.",
	},
	beginAgain: {
		fi: "Kirjautuminen ehti vanhentua. Aloita alusta sähköpostilla ja salasanalla.",
		sv: "Inloggningen hann bli för gammal. Börja om med e-postadress och lösenord.",
		en: "This sign-in has become too old. Begin again with your e-mail address and password.",
	},
	linkUsed: {
		fi: "Linkki on jo käytetty tai vanhentunut. Pyydä ylläpitäjältä uusi.",
		sv: "Länken är redan använd eller för gammal. Be administratören om en ny.",
		en: "This link has been used or is too old. Ask your admin for another.",
	},
	notInDemo: {
		fi: "Näin voi kirjautua vain esittelyssä. Kirjaudu sähköpostilla ja salasanalla.",
		sv: "Så kan man logga in bara i demon. Logga in med e-postadress och lösenord.",
		en: "One can sign in like this only in the demo. Sign in with your e-mail address and password.",
	},
	noSuchProvider: {
		fi: "Tätä kirjautumistapaa ei ole. Palaa kirjautumissivulle.",
		sv: "Det sättet att logga in finns inte. Gå tillbaka till inloggningssidan.",
		en: "There is no such way to sign in. Go back to the sign-in page.",
	},
	mustEnrol: {
		fi: "Ota ensin käyttöön toinen tunnistautumistapa. Se tehdään kerran.",
		sv: "Ställ först in ett andra inloggningssteg. Det görs en gång.",
		en: "Set up your second factor first. It is done once.",
	},
	noAccount: {
		fi: "Tämä kuuluu henkilön omaan tiliin, eikä tunnuksella ole tiliä. Kirjaudu konsoliin.",
		sv: "Det här hör till en persons eget konto, och en nyckel har inget. Logga in i konsolen.",
		en: "This belongs to a person's own account, and a token has none. Sign in to the console.",
	},
	noPassword: {
		fi: "Tilillä ei ole salasanaa vaihdettavaksi. Ylläpitäjä voi tehdä linkin, jolla sellaisen asettaa.",
		sv: "Kontot har inget lösenord att byta. Administratören kan skapa en länk för att välja ett.",
		en: "The account has no password to change. An admin can make a link to set one with.",
	},
	alreadyOn: {
		fi: "Toinen tunnistautumistapa on jo käytössä. Poista se ensin, jos haluat vaihtaa sen.",
		sv: "Det andra inloggningssteget är redan på. Ta bort det först om du vill byta.",
		en: "The second factor is on already. Remove it first if you want another.",
	},
	notBegun: {
		fi: "Aloita toisen tunnistautumistavan käyttöönotto alusta: lue ensin QR-koodi.",
		sv: "Börja om med det andra inloggningssteget: läs in QR-koden först.",
		en: "Begin setting up the second factor again: scan the QR code first.",
	},
	compulsory: {
		fi: "Roolisi vaatii toisen tunnistautumistavan. Ylläpitäjä voi nollata sen, jos laite vaihtuu.",
		sv: "Din roll kräver ett andra inloggningssteg. Administratören kan nollställa det om du byter enhet.",
		en: "Your role needs a second factor. An admin can reset it if you change phones.",
	},
	noSuchAccount: {
		fi: "Tiliä ei ole. Lataa luettelo uudelleen.",
		sv: "Kontot finns inte. Läs in listan på nytt.",
		en: "There is no such account. Load the list again.",
	},
	noSuchSession: {
		fi: "Kirjautuminen on jo päättynyt.",
		sv: "Inloggningen är redan avslutad.",
		en: "That session has ended already.",
	},
	addressTaken: {
		fi: "Tällä sähköpostiosoitteella on jo tili. Etsi se luettelosta.",
		sv: "Den e-postadressen har redan ett konto. Sök upp det i listan.",
		en: "This e-mail address has an account already. Find it in the list.",
	},
	lastAdmin: {
		fi: "Tämä on viimeinen ylläpitäjä. Anna ensin jollekulle toiselle ylläpitäjän rooli.",
		sv: "Det här är den sista administratören. Ge först någon annan rollen administratör.",
		en: "This is the last admin. Give somebody else the role of admin first.",
	},
	disabled: {
		fi: "Tili on poistettu käytöstä. Ota se ensin käyttöön.",
		sv: "Kontot är avstängt. Öppna det först.",
		en: "The account is disabled. Enable it first.",
	},
	demoAccount: {
		fi: "Esittelyn henkilöillä ei ole salasanaa. Kutsu joku uusi kokeillaksesi tätä.",
		sv: "Personerna i demon har inga lösenord. Bjud in någon ny för att prova.",
		en: "The people of the demo have no passwords. Invite somebody new to try this.",
	},
	active: {
		fi: "Kutsu on jo hyväksytty. Tee salasanan nollauslinkki, jos kirjautuminen ei onnistu.",
		sv: "Inbjudan är redan antagen. Skapa en länk för nytt lösenord om inloggningen inte lyckas.",
		en: "The invitation has been accepted already. Make a reset link if they cannot sign in.",
	},
} satisfies Record<string, Sentence>;

/** What is wrong with a password that somebody chose. */
export const passwordProblems: Readonly<Record<PasswordProblem, Sentence>> = {
	"too-short": {
		fi: `Salasanassa on oltava vähintään ${shortestPassword} merkkiä. Muutama sana peräkkäin on hyvä.`,
		sv: `Lösenordet måste ha minst ${shortestPassword} tecken. Några ord efter varandra är bra.`,
		en: `The password needs at least ${shortestPassword} characters. A few words in a row do well.`,
	},
	"too-long": {
		fi: `Salasanassa voi olla enintään ${longestPassword} merkkiä. Lyhennä sitä.`,
		sv: `Lösenordet kan ha högst ${longestPassword} tecken. Korta det.`,
		en: `The password can have at most ${longestPassword} characters. Shorten it.`,
	},
	"too-common": {
		fi: "Tällaista salasanaa kokeillaan ensimmäisten joukossa. Valitse jokin, mitä kukaan ei arvaa.",
		sv: "Sådana lösenord provas bland de första. Välj något som ingen gissar.",
		en: "Passwords like this are among the first to be tried. Choose one that nobody would guess.",
	},
	"names-you": {
		fi: "Salasanassa on lähinnä nimesi tai sähköpostisi. Valitse jokin, mikä ei kerro sinusta.",
		sv: "Lösenordet är mest ditt namn eller din e-postadress. Välj något som inte handlar om dig.",
		en: "The password is mostly your name or e-mail address. Choose one that does not tell of you.",
	},
};

/** Too many attempts; the minutes are rounded up. */
export function lockedFor(seconds: number): Sentence {
	const minutes = Math.max(1, Math.ceil(seconds / 60));
	return {
		fi: `Yrityksiä on ollut liian monta. Yritä uudelleen ${minutes} minuutin kuluttua.`,
		sv: `Det har varit för många försök. Försök igen om ${minutes} ${minutes === 1 ? "minut" : "minuter"}.`,
		en: `There have been too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
	};
}

/** The same where another password opens the door at once. */
export function lockedUnlessReset(seconds: number): Sentence {
	const { fi, sv, en } = lockedFor(seconds);
	return {
		fi: `${fi} Jos et muista salasanaa, nollaa se.`,
		sv: `${sv} Om du inte minns lösenordet, återställ det.`,
		en: `${en} If you have forgotten the password, reset it.`,
	};
}
