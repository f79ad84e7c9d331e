import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Bilder och filer",
	none: "Inga ännu.",
	add: "Lägg till en bild eller fil",
	kinds: "JPEG, PNG, WebP eller PDF, högst 10 MB var.",
	photo: "Bild {{place}} av {{count}}: {{name}}, från {{by}}",
	by: "Från {{by}}",
	opens: "öppnas i en ny flik",
	downloads: "laddas ner",
	sending: "Skickar {{name}}",
	arrived: "{{name}} har lagts till.",
	tooLarge:
		"{{name}} är större än 10 MB. Skicka en mindre eller ta en skärmbild av den.",
	notSent: "{{name}} lades inte till.",
	left: "Den hann inte fram innan sidan stängdes. Den finns kvar på den här enheten.",
	offline:
		"Ingen förbindelse just nu. Den finns kvar på den här enheten: försök igen när du har förbindelse.",
	again: "Försök igen",
	dismiss: "Hoppa över",
	remove: "Ta bort {{name}}",
	removeTitle: "Ta bort filen?",
	ask: "{{name}} raderas för gott. Att den har funnits här och att du tog bort den finns kvar i historiken.",
	removeIt: "Ta bort",
	keep: "Behåll",
};
