import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Versioner",
	headline:
		"Version {{version}} gäller sedan {{when}}; {{name}} publicerade den.",
	list: "Alla versioner",
	version: "Version {{version}}",
	by: "{{name}}, {{when}}",
	current: "gäller nu",
	noNote: "Utan motivering",
	what: "Vad version {{version}} ändrade",
	first: "Version 1 är den första; det finns ingen att jämföra med.",
	changes: "Timmar som bytte person under de 8 veckorna efter den",
	noChanges: "Inga timmar bytte person under de 8 veckorna efter den.",
	places: "Vad som ändrades i dokumentet",
	noPlaces: "Inget ändrades i dokumentet.",
	where: "Var",
	before: "Före",
	after: "Efter",
	absent: "finns inte",
	shifts: "Vem som skulle ha haft vilket pass under de 2 veckorna efter den",
	when: "När",
	who: "Vem",
	nobody: "ingen",
	loading: "Laddar …",
	trouble: "Versionen kunde inte laddas. {{why}}",
	download: "Ladda ner som YAML",
	bringBack: "Ta tillbaka version {{version}}",
	bringBackHow:
		"Den blir ditt utkast; du ser vad som ändras innan den publiceras.",
	broughtBack: "tog tillbaka version {{version}}",
};
