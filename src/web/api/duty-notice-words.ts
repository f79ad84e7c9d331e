import type { Sentence } from "../../domain/language.ts";

export const dutyNoticeRefusals = {
	noSuchAlarm: {
		fi: "Tällaista vahvistuspyyntöä ei ole. Lataa sivu uudelleen.",
		sv: "Det finns ingen sådan bekräftelse. Ladda om sidan.",
		en: "There is no such confirmation. Reload the page.",
	},
	alreadySettled: {
		fi: "Asia on jo hoidossa tai vuoro vahvistettu.",
		sv: "Någon sköter redan saken, eller passet är bekräftat.",
		en: "Somebody already sees to it, or the shift is confirmed.",
	},
	noAccount: {
		fi: "Tämä koskee omia vuorojasi. Kirjaudu omalla tunnuksellasi.",
		sv: "Det här gäller dina egna pass. Logga in med ditt eget konto.",
		en: "This is about your own shifts. Sign in with your own account.",
	},
} satisfies Record<string, Sentence>;
