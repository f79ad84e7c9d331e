import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Konton",
	canSignIn_one: "En person kan logga in.",
	canSignIn_other: "{{count}} personer kan logga in.",
	wait_one: "En inbjudan väntar.",
	wait_other: "{{count}} inbjudningar väntar.",
	alone:
		"Ingen utom du är här ännu. Bjud in dem som planerar schemat och dem som har jour: var och en får en länk att välja lösenord med.",
	invite: "Bjud in någon",
	who: "Vem",
	role: "Roll",
	seen: "Loggade senast in",
	never: "Inte ännu",
	factor: "Andra inloggningssteget",
	factorOn: "På",
	factorOff: "Av",
	state: "Läge",
	states: { active: "I bruk", invited: "Inbjuden", disabled: "Avstängt" },
	you: "du",
	menu: "Vad göra med {{name}}",
	edit: "Ändra namn eller roll",
	newInvitation: "Gör en ny inbjudan",
	resetLink: "Gör en länk för nytt lösenord",
	resetFactor: "Ta bort andra inloggningssteget",
	disable: "Stäng av",
	enable: "Öppna igen",
	close: "Stäng",
	form: {
		inviteTitle: "Bjud in någon",
		editTitle: "Ändra {{name}}",
		email: "E-postadress",
		emailHint:
			"Samma som i jourschemat, för den som har jour: så vet vi att de är samma person.",
		name: "Namn, som andra ser det",
		role: "Roll",
		language: "Språk",
		invite: "Gör inbjudan",
		roleEnds: "Med en annan roll måste man logga in på nytt.",
	},
	roleSays: {
		technician:
			"Har jour: ser samtalen och sina egna pass, byter dem, är borta.",
		office:
			"Tar samtal på dagen: frågar också vem som skulle ringas, sköter frånvaro.",
		planner: "Ändrar och publicerar också schemat, och avgör byten.",
		manager: "Tar också ut timmar för lönen.",
		admin: "Sköter också konton.",
	},
	link: {
		invitationTitle: "En inbjudan till {{name}}",
		resetTitle: "Ett nytt lösenord för {{name}}",
		sent: "Vi har skickat den till {{email}}. Du kan också lämna över länken själv.",
		failed:
			"E-posten till {{email}} kunde inte skickas. Lämna över länken själv.",
		notSet:
			"Ingen e-post skickas härifrån. Lämna över länken själv, i ett meddelande som bara {{name}} läser.",
		once: "Den gäller en gång, {{when}}, och visas bara nu.",
		label: "Länken",
	},
	ask: {
		disable:
			"{{name}} loggas ut överallt och kan inte logga in förrän du öppnar kontot igen. Jourschemat förblir som det är.",
		resetFactor:
			"{{name}} kommer en gång in med bara lösenordet, och måste ställa in ett nytt där rollen kräver det. Försäkra dig om att det verkligen är {{name}} som ber.",
	},
};
