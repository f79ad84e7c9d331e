import type { Words } from "./en.ts";

export const fi: Words = {
	title: "Kuvat ja tiedostot",
	none: "Ei vielä yhtään.",
	add: "Lisää kuva tai tiedosto",
	kinds: "JPEG, PNG, WebP tai PDF, kukin enintään 10 Mt.",
	photo: "Kuva {{place}}/{{count}}: {{name}}, lähettäjä {{by}}",
	by: "Lähettäjä {{by}}",
	opens: "avautuu uuteen välilehteen",
	downloads: "ladataan laitteelle",
	sending: "Lähetetään: {{name}}",
	arrived: "{{name}} on lisätty.",
	tooLarge:
		"{{name}} on suurempi kuin 10 Mt. Lähetä pienempi tai ota siitä kuvakaappaus.",
	notSent: "{{name}} jäi lisäämättä.",
	left: "Sivu suljettiin ennen kuin se ehti perille. Se on yhä tällä laitteella.",
	offline:
		"Juuri nyt ei ole yhteyttä. Se pysyy tällä laitteella: yritä uudelleen, kun yhteys palaa.",
	again: "Yritä uudelleen",
	dismiss: "Jätä pois",
	remove: "Poista {{name}}",
	removeTitle: "Poistetaanko tiedosto?",
	ask: "{{name}} poistetaan lopullisesti. Merkintä siitä, että se oli täällä ja että poistit sen, jää talteen.",
	removeIt: "Poista",
	keep: "Säilytä",
};
