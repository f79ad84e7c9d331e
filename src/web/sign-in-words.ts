import type { Sentence } from "../domain/language.ts";

export const signInWords = {
	title: { fi: "Kirjaudu sisään", sv: "Logga in", en: "Sign in" },
	opening: {
		fi: "Avaamme konsolin. Jos mitään ei tapahdu, paina nappia.",
		sv: "Konsolen öppnas. Om inget händer, tryck på knappen.",
		en: "The console is opening. If nothing happens, press the button.",
	},
	button: { fi: "Avaa konsoli", sv: "Öppna konsolen", en: "Open the console" },
	signedInTitle: {
		fi: "Olet kirjautunut",
		sv: "Du är inloggad",
		en: "You are signed in",
	},
	goOn: {
		fi: "Jatka konsoliin",
		sv: "Fortsätt till konsolen",
		en: "Go on to the console",
	},
	usedTitle: {
		fi: "Linkki ei enää kelpaa",
		sv: "Länken gäller inte längre",
		en: "This link no longer works",
	},
	used: {
		fi: "Kirjautumislinkki toimii yhden kerran ja vain rajatun ajan. Tämä on jo käytetty tai vanhentunut.",
		sv: "En inloggningslänk fungerar en gång och bara en begränsad tid. Den här är redan använd eller för gammal.",
		en: "A sign-in link works once, and only for a limited time. This one has been used or is too old.",
	},
	another: {
		fi: "Uuden saat komennolla `npx faultline sign-in` koneella, jolla palvelu toimii, tai käynnistämällä palvelun uudelleen.",
		sv: "En ny får du med `npx faultline sign-in` på datorn där tjänsten körs, eller genom att starta om tjänsten.",
		en: "Get another with `npx faultline sign-in` on the machine where the service runs, or by restarting the service.",
	},
} satisfies Record<string, Sentence>;
