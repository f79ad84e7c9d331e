import type { Words } from "./en.ts";

export const fi: Words = {
	pages: "Asetusten sivut",
	subjects: "Aiheet",
	serviceClasses: "Määräajat",
	messages: "Viestit",
	trouble: "Asetuksia ei voitu ladata.",
	reason: "Miksi (jää talteen)",
	names: {
		fi: "Nimi suomeksi",
		sv: "Nimi ruotsiksi",
		en: "Nimi englanniksi",
	},
	tree: {
		headline_one: "Vikailmoitukset lajitellaan yhden aiheen alle.",
		headline_other: "Vikailmoitukset lajitellaan {{count}} aiheen alle.",
		intro:
			"Vikailmoitukselle valitaan aihe, ja aiheen kiireellisyys tulee sen mukana. Käytöstä poistettua ei enää tarjota; vanhat vikailmoitukset pitävät sen.",
		list: "Aiheet järjestyksessä",
		below: "Aiheen {{name}} alla",
		kinds_one: "yksi alla",
		kinds_other: "{{count}} alla",
		open: "Näytä, mitä on aiheen {{name}} alla",
		add: "Lisää aihe",
		addBelow: "Lisää aiheen {{name}} alle",
		edit: "Muokkaa: {{name}}",
		retired: "Poistettu käytöstä",
		showRetired: "Näytä myös käytöstä poistetut",
		openAll: "Avaa kaikki",
		closeAll: "Sulje kaikki",
	},
	subject: {
		addTitle: "Uusi aihe",
		editTitle: "Muokkaa: {{name}}",
		parent: "Minkä alla",
		top: "Ei minkään: se on ylimpänä",
		urgency: "Vikailmoituksen kiireellisyys aluksi",
		retire: "Poista käytöstä",
		retireHint:
			"Käytöstä poistettua aihetta ei enää tarjota, eikä mitään sen alla. Vanhat vikailmoitukset pitävät sen.",
		bringBack: "Ota takaisin käyttöön",
		bringBackHint:
			"Se on poistettu käytöstä: sitä ei tarjota vikailmoituksille.",
	},
	order: {
		up: "Siirrä ylös: {{name}}",
		down: "Siirrä alas: {{name}}",
		movedTo: "{{name}} on nyt {{place}}. ({{count}} yhteensä)",
	},
	classes: {
		headline_one:
			"Yksi palveluluokka kertoo, milloin vian pitää olla hoidettu.",
		headline_other:
			"{{count}} palveluluokkaa kertoo, milloin vian pitää olla hoidettu.",
		intro:
			"Kohteella on niistä yksi. Ensimmäinen, {{name}}, pätee kohteisiin, joille luokkaa ei ole valittu. Aika kuluu ilmoituksesta myös öisin ja pyhinä; muutos koskee vikailmoituksia tästä eteenpäin.",
		list: "Palveluluokat järjestyksessä",
		uses_one: "Yksi kohde",
		uses_other: "{{count}} kohdetta",
		uses_zero: "Ei kohteita",
		holds: "Pätee, kun luokkaa ei ole valittu",
		add: "Lisää palveluluokka",
		edit: "Muokkaa: {{name}}",
		remove: "Poista: {{name}}",
		removeTitle: "Poistetaanko {{name}}?",
		ask: "Mikään kohde ei käytä luokkaa {{name}}. Merkintä siitä jää talteen, mutta sitä ei enää tarjota.",
		removeIt: "Poista",
	},
	serviceClass: {
		addTitle: "Uusi palveluluokka",
		editTitle: "Muokkaa: {{name}}",
		times: "Määräaika",
		hint: "Esimerkiksi 30 min, 4 h, 3 vrk tai 2 vk.",
		unread:
			"Kirjoita luku ja yksikkö, esimerkiksi 30 min, 4 h, 3 vrk tai 2 vk.",
		tooLong: "Pisin on vuosi.",
	},
};
