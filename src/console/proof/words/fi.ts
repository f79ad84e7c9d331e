import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Todisteet",
	counts_one: "1 puhelu puhelinyhtiöllä, {{ours}} vikailmoituksissa.",
	counts_other:
		"{{count}} puhelua puhelinyhtiöllä, {{ours}} vikailmoituksissa.",
	notCompared: "Puheluita ei ole vielä verrattu puhelinyhtiön tietoihin.",
	intact: "Ketju on ehjä.",
	broken_one: "Ketjussa on 1 jälki muuttamisesta.",
	broken_other: "Ketjussa on {{count}} jälkeä muuttamisesta.",
	notVerified: "Ketjua ei ole vielä tarkistettu.",
	span: "Puhelut ajalta",
	yesterday: "viimeisin päivä",
	month: "viimeiset 31 päivää",
	waitingDays_one:
		"1 päivä on vielä vertaamatta; sitä yritetään itsestään uudelleen.",
	waitingDays_other:
		"{{count}} päivää on vielä vertaamatta; niitä yritetään itsestään uudelleen.",
	looked:
		"Tarkistettu {{when}}: {{entries}} kirjausta, {{rotas}} päivystyslistan versiota ja {{calls}} puhelua, sinettejä {{seals}}.",
	late_one:
		"1 puheluihin liittyvä tieto kirjautui myöhässä, kuten katkon jälkeen: {{names}}.",
	late_other:
		"{{count}} puheluihin liittyvää tietoa kirjautui myöhässä, kuten katkon jälkeen: {{names}}.",
	noFile:
		"Tiedosto audit-heads.log puuttuu datakansiosta. Ilman sitä kokonaan uudelleen tehty ketju jää huomaamatta.",
	head: "Uusin sinetti: {{head}}",
	headHow:
		"Säilytä tämä rivi muualla: `faultline audit verify --head` kertoo, onko se yhä lokissa.",
	compareNow: "Vertaa nyt",
	verifyNow: "Tarkista ketju nyt",
	asked: "Aloitettu. Tulos ilmestyy tähän.",
	tampered: "Mikä ei pidä paikkaansa",
	tamperedHow:
		"Joku on muuttanut tietokantaa palvelun ohi. Vertaa varmuuskopioon ja katso, kuka pääsee tietokantaan.",
	calls: "Puhelut, jotka ovat vain toisella puolella",
	recovered: "Vain puhelinyhtiö tiesi siitä. Nyt se on vikailmoitus",
	unknown:
		"Vain täällä, vikailmoituksessa {{number}}: puhelinyhtiöllä ei ole siitä tietoa.",
	noTicket: "Puhelinyhtiöllä ei ole tietoa puhelusta {{call}}.",
	entries: "Kuka teki mitä",
	who: "Kuka",
	anybody: "Kuka tahansa",
	kind: "Mitä",
	kinds: {
		all: "Kaikki",
		rota: "Päivystyslista",
		tickets: "Vikailmoitukset",
		places: "Ihmiset ja kohteet",
		settings: "Asetukset",
		accounts: "Tilit ja kirjautumiset",
		exports: "Viennit",
	},
	subject: "Mistä",
	subjectHint: "esim. 2026-000123",
	from: "Päivästä",
	to: "Päivään",
	text: "Mikä tahansa sana",
	export: "Lataa CSV-tiedostona",
	more: "Näytä lisää",
	none: "Mitään ei löytynyt. Poista jokin rajaus.",
	changes_one: "1 asia muuttui",
	changes_other: "{{count}} asiaa muuttui",
	field: "Mikä",
	before: "Ennen",
	after: "Jälkeen",
	reason: "Syy: {{reason}}",
	origin: "mistä: {{origin}}",
	account: "tili: {{account}}",
	number: "nro {{id}}",
	doors: {
		phone: "puhelu",
		carrier: "puhelinyhtiö",
		text: "tekstiviesti",
		start: "palvelun käynnistys",
		command: "komentorivi ({{name}})",
		job: "palvelu itse ({{name}})",
	},
};
