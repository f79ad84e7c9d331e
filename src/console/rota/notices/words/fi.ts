import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Ilmoitukset",
	trouble: "Ilmoituksia ei voitu ladata. {{why}}",
	next: {
		reminder: "{{name}} saa muistutuksen tulevasta vuorosta {{when}}.",
		confirm: "Linja soittaa tulevasta vuorosta {{when}}: {{name}}.",
		begins: "{{name}} saa tiedon vuoron alkamisesta {{when}}.",
		over: "{{name}} saa tiedon vuoron päättymisestä {{when}}.",
		none: "Kenellekään ei ilmoiteta mitään seuraavien kahdeksan viikon aikana.",
	},
	open: {
		declined:
			"{{name}} ei pääse vuoroon, joka alkaa {{when}}. Jonkun pitää hoitaa asia.",
		unanswered:
			"{{name}} ei ole vahvistanut vuoroa, joka alkaa {{when}}. Jonkun pitää hoitaa asia.",
	},
	settings: {
		title: "Mitä ilmoitetaan",
		changes: "Kerro, kun tulevat vuorot muuttuvat",
		changesHint:
			"Muutama minuutti julkaisun jälkeen, jotta peräkkäiset muutokset kerrotaan kerralla.",
		dayBefore: "Muistuta vuorosta",
		hours: "Tuntia ennen",
		handoff: "Kerro molemmille vuoron vaihtuessa",
		handoffHint: "Kenellä vuoro nyt on ja keneltä se päättyi.",
		call: "Soita seuraavalle ja pyydä painamaan näppäintä",
		callHint:
			"Painamalla 1 vuoro on vahvistettu. Muuten linja soittaa vielä kerran ja hälyttää sitten toimiston.",
		minutes: "Minuuttia ennen",
		digest: "Kirjoita toimistolle joka viikko",
		digestHint: "Kuka on vuorossa, mitä on kattamatta, mitä muutettiin.",
		weekday: "Päivä",
		time: "Kellonaika",
		to: "Kenelle",
		toHint:
			"Yksi sähköpostiosoite tai puhelinnumero riville. Tyhjänä: toimiston ja suunnittelijoiden tunnukset.",
		quiet: "Hiljaiset tunnit",
		quietHint: "Näinä tunteina ei muistuteta; muistutus tulee ennen niitä.",
		from: "Alkaen",
		until: "Asti",
		noMail:
			"Sähköpostipalvelinta ei ole asetettu, joten kukaan ei saa sähköpostia. Aseta `SMTP_URL`.",
		save: "Tallenna",
		saved: "Tallennettu.",
	},
	weekdays: {
		d1: "maanantai",
		d2: "tiistai",
		d3: "keskiviikko",
		d4: "torstai",
		d5: "perjantai",
		d6: "lauantai",
		d7: "sunnuntai",
	},
	confirmations: {
		title: "Kysytty puhelimitse",
		shift: "{{name}}, vuoro alkaa {{when}}",
		asked_one: "soitettu kerran, ei vielä vastausta",
		asked_other: "soitettu {{count}} kertaa, ei vielä vastausta",
		confirmed: "vahvistettu",
		declined: "ei pääse",
		unanswered: "ei vastausta",
		withdrawn: "vuoro ei ole enää hänen",
		seenTo: "asiaa hoitaa {{name}}",
		acknowledge: "Minä hoidan",
	},
	sent: {
		title: "Viimeisimmät viestit",
		none: "Mitään ei ole vielä lähetetty. Tähän tulee, mitä linja ihmisilleen kertoo.",
		line: "{{purpose}}: {{to}}",
		purposes: {
			reminder: "Muistutus",
			begins: "Vuoro alkaa",
			over: "Vuoro päättyi",
			gap: "Kukaan ei vuorossa",
			changes: "Muuttuneet vuorot",
			digest: "Viikkokirje",
			alarm: "Vahvistamatta",
			"alarm-over": "Vahvistettu sittenkin",
		},
		states: {
			waiting: "odottaa",
			onItsWay: "matkalla",
			sent: "lähetetty",
			delivered: "perillä",
			failed: "ei perillä",
		},
		channels: { sms: "tekstiviesti", email: "sähköposti" },
	},
};
