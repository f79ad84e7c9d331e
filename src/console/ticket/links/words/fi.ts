import type { en } from "./en.ts";

export const fi: typeof en = {
	title: "Henkilökohtaiset linkit",
	holds:
		"{{name}} voi avata tämän vikailmoituksen linkillä, joka lähetettiin {{at}}. Linkki vanhenee {{until}}.",
	end: "Lopeta linkki",
	endOf: "Lopeta linkki: {{name}}",
	ask: "{{name}} ei voi enää avata vikailmoitusta {{number}} tekstiviestistä. Sivu neuvoo kirjautumaan tai soittamaan. Jos vikailmoituksesta lähtee hänelle uusi viesti, siinä on uusi linkki.",
	endIt: "Lopeta linkki",
	keep: "Ei nyt",
	ended: "Linkki on lopetettu: {{name}}.",
};
