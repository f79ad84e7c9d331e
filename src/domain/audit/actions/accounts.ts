/** Accounts, sign-ins and keys to the API: what an entry says of its actor, by action. */
import type { Sentence } from "../../language.ts";

export const accountsActions = {
	"account-created": {
		fi: "teki käyttäjätilin",
		sv: "skapade ett konto",
		en: "made an account",
	},
	"account-changed": {
		fi: "muutti käyttäjätiliä",
		sv: "ändrade ett konto",
		en: "changed an account",
	},
	"account-disabled": {
		fi: "sulki käyttäjätilin",
		sv: "stängde ett konto",
		en: "disabled an account",
	},
	"account-enabled": {
		fi: "avasi käyttäjätilin uudelleen",
		sv: "öppnade ett konto igen",
		en: "enabled an account again",
	},
	"invitation-link-created": {
		fi: "teki kutsun",
		sv: "skapade en inbjudan",
		en: "made an invitation",
	},
	"invitation-accepted": {
		fi: "otti kutsun vastaan",
		sv: "tog emot inbjudan",
		en: "accepted the invitation",
	},
	"reset-link-created": {
		fi: "teki linkin uutta salasanaa varten",
		sv: "skapade en länk för ett nytt lösenord",
		en: "made a link for a new password",
	},
	"sign-in-link-created": {
		fi: "teki kirjautumislinkin",
		sv: "skapade en inloggningslänk",
		en: "made a sign-in link",
	},
	"signed-in": {
		fi: "kirjautui sisään",
		sv: "loggade in",
		en: "signed in",
	},
	"signed-out": {
		fi: "kirjautui ulos",
		sv: "loggade ut",
		en: "signed out",
	},
	"sign-in-failed": {
		fi: "ei päässyt kirjautumaan",
		sv: "kom inte in",
		en: "could not sign in",
	},
	"sign-in-locked": {
		fi: "lukitsi kirjautumisen joksikin aikaa",
		sv: "låste inloggningen för en stund",
		en: "locked signing in for a while",
	},
	"sessions-ended": {
		fi: "päätti istuntoja",
		sv: "avslutade sessioner",
		en: "ended sessions",
	},
	"password-set": {
		fi: "asetti salasanan",
		sv: "satte ett lösenord",
		en: "set a password",
	},
	"password-changed": {
		fi: "vaihtoi salasanan",
		sv: "bytte lösenord",
		en: "changed the password",
	},
	"second-factor-set-up": {
		fi: "otti käyttöön toisen vaiheen",
		sv: "tog det andra steget i bruk",
		en: "set up the second factor",
	},
	"second-factor-removed": {
		fi: "poisti toisen vaiheen käytöstä",
		sv: "tog bort det andra steget",
		en: "removed the second factor",
	},
	"second-factor-reset": {
		fi: "nollasi toisen vaiheen",
		sv: "återställde det andra steget",
		en: "reset the second factor",
	},
	"recovery-codes-renewed": {
		fi: "uusi varakoodit",
		sv: "förnyade reservkoderna",
		en: "renewed the recovery codes",
	},
	"token-created": {
		fi: "teki rajapinnan avaimen",
		sv: "skapade en nyckel till gränssnittet",
		en: "made a key to the API",
	},
	"token-revoked": {
		fi: "poisti rajapinnan avaimen käytöstä",
		sv: "drog in en nyckel till gränssnittet",
		en: "took a key to the API out of use",
	},
} satisfies Record<string, Sentence>;
