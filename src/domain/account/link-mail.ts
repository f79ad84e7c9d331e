/** What is mailed to somebody with a link to set their password with. */

import type { Language } from "../language.ts";

export type LinkPurpose = "invitation" | "reset";

/** How long each kind of link works. */
export const linkMinutes: Readonly<Record<LinkPurpose, number>> = {
	invitation: 7 * 24 * 60,
	reset: 60,
};

/** Plain text; the name and the link are the only parts that differ. */
export function linkMail(
	purpose: LinkPurpose,
	language: Language,
	{ name, link }: { readonly name: string; readonly link: string },
): { readonly subject: string; readonly text: string } {
	const { subject, lines } = words[purpose][language];
	return { subject, text: `${lines(name, link).join("\n\n")}\n` };
}

interface Words {
	readonly subject: string;
	readonly lines: (name: string, link: string) => readonly string[];
}

const words: Readonly<Record<LinkPurpose, Readonly<Record<Language, Words>>>> =
	{
		invitation: {
			fi: {
				subject: "Tervetuloa Faultlineen",
				lines: (name, link) => [
					`Hei ${name}!`,
					"Sinulle on tehty tili Faultlineen, jossa päivystykset ja vikailmoitukset hoidetaan. Avaa linkki ja valitse salasana:",
					link,
					"Linkki toimii yhden kerran, 7 päivän ajan. Jos se ehtii vanhentua, pyydä ylläpitäjältä uusi.",
				],
			},
			sv: {
				subject: "Välkommen till Faultline",
				lines: (name, link) => [
					`Hej ${name}!`,
					"Du har fått ett konto i Faultline, där jouren och felanmälningarna sköts. Öppna länken och välj ett lösenord:",
					link,
					"Länken fungerar en gång, i 7 dagar. Om den hinner bli för gammal, be administratören om en ny.",
				],
			},
			en: {
				subject: "Welcome to Faultline",
				lines: (name, link) => [
					`Hello ${name},`,
					"You have been given an account in Faultline, where duties and fault reports are handled. Open the link and choose a password:",
					link,
					"The link works once, for 7 days. If it gets too old, ask your admin for another.",
				],
			},
		},
		reset: {
			fi: {
				subject: "Uusi salasana Faultlineen",
				lines: (name, link) => [
					`Hei ${name}!`,
					"Tällä linkillä voit valita uuden salasanan:",
					link,
					"Linkki toimii yhden kerran, tunnin ajan. Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään: salasanasi pysyy ennallaan.",
				],
			},
			sv: {
				subject: "Nytt lösenord till Faultline",
				lines: (name, link) => [
					`Hej ${name}!`,
					"Med den här länken kan du välja ett nytt lösenord:",
					link,
					"Länken fungerar en gång, i en timme. Om du inte har bett om den behöver du inte göra något: ditt lösenord ändras inte.",
				],
			},
			en: {
				subject: "A new password for Faultline",
				lines: (name, link) => [
					`Hello ${name},`,
					"With this link you can choose a new password:",
					link,
					"The link works once, for an hour. If you did not ask for it, you need not do anything: your password stays as it is.",
				],
			},
		},
	};
