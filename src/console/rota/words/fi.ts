import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Päivystyslista",
	pages: "Päivystyslistan sivut",
	shifts: "Vuorot",
	plan: "Suunnitelma",
	swaps: "Vaihdot",
	absences: "Poissaolot",
	whatIf: "Entä jos",
	fairness: "Tasapuolisuus",
	calendars: "Kalenterit",
	notices: "Ilmoitukset",
	versions: "Versiot",
	line: "Linja",
	trouble: "Päivystyslistaa ei voitu ladata. {{why}}",
	none: "Päivystyslistaa ei ole vielä julkaistu. Tuo se komennolla `npx faultline rota import TIEDOSTO`.",
	draft: {
		changed: "Sinulla on muutoksia, joita ei ole julkaistu.",
		newer:
			"{{name}} julkaisi version {{version}}, kun muokkasit. Muutoksesi ovat tallessa; katso molemmat ennen julkaisua.",
		others: "Myös {{names}} muokkaa listaa.",
		saving: "Tallennetaan …",
		saved: "Tallennettu luonnokseksi",
		waiting: "Ei vielä tallessa: palvelu ei vastaa. Yritämme koko ajan.",
		elsewhere: "Muutit tätä luonnosta toisessa välilehdessä.",
		reload: "Lataa se",
		undo: "Kumoa",
		undoWhat: "Kumoa: {{what}}",
		redo: "Tee uudelleen",
		redoWhat: "Tee uudelleen: {{what}}",
		discard: "Luovu muutoksista",
		discardAsk:
			"Luovutaanko kaikesta, mitä olet muuttanut version {{version}} jälkeen?",
		discardYes: "Luovu",
		discardNo: "Säilytä",
		publish: "Katso ja julkaise",
	},
};
