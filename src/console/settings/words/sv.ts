import type { Words } from "./en.ts";

export const sv: Words = {
	pages: "Inställningarnas sidor",
	subjects: "Ämnen",
	serviceClasses: "Tidsgränser",
	messages: "Meddelanden",
	trouble: "Inställningarna kunde inte laddas.",
	reason: "Varför (sparas)",
	names: {
		fi: "Namn på finska",
		sv: "Namn på svenska",
		en: "Namn på engelska",
	},
	tree: {
		headline_one: "Felanmälningar sorteras under ett ämne.",
		headline_other: "Felanmälningar sorteras under {{count}} ämnen.",
		intro:
			"En felanmälan får ett ämne, och ämnets brådska följer med. Det som inte används längre erbjuds inte; äldre felanmälningar behåller det.",
		list: "Ämnen i ordning",
		below: "Under {{name}}",
		kinds_one: "ett under",
		kinds_other: "{{count}} under",
		open: "Visa vad som finns under {{name}}",
		add: "Lägg till ett ämne",
		addBelow: "Lägg till under {{name}}",
		edit: "Ändra {{name}}",
		retired: "Används inte längre",
		showRetired: "Visa också dem som inte används längre",
		openAll: "Öppna alla",
		closeAll: "Stäng alla",
	},
	subject: {
		addTitle: "Ett nytt ämne",
		editTitle: "Ändra {{name}}",
		parent: "Under",
		top: "Inget: det ligger överst",
		urgency: "Felanmälans brådska från början",
		retire: "Sluta använda",
		retireHint:
			"Ett ämne som inte används längre erbjuds inte, och inte heller det som ligger under. Äldre felanmälningar behåller det.",
		bringBack: "Ta i bruk igen",
		bringBackHint:
			"Det används inte längre: det erbjuds inte för felanmälningar.",
	},
	order: {
		up: "Flytta upp: {{name}}",
		down: "Flytta ner: {{name}}",
		movedTo: "{{name}} är nu nummer {{place}} av {{count}}.",
	},
	classes: {
		headline_one: "En serviceklass säger när fel ska vara åtgärdade.",
		headline_other:
			"{{count}} serviceklasser säger när fel ska vara åtgärdade.",
		intro:
			"En fastighet har en av dem. Den första, {{name}}, gäller för fastigheter där ingen är vald. Tiden går från anmälan, också nattetid och på helger; en ändring gäller felanmälningar från och med nu.",
		list: "Serviceklasserna i ordning",
		uses_one: "En fastighet",
		uses_other: "{{count}} fastigheter",
		uses_zero: "Ingen fastighet",
		holds: "Gäller där ingen är vald",
		add: "Lägg till en serviceklass",
		edit: "Ändra {{name}}",
		remove: "Ta bort {{name}}",
		removeTitle: "Ta bort {{name}}?",
		ask: "Ingen fastighet använder {{name}}. Den finns kvar i historiken men erbjuds inte längre.",
		removeIt: "Ta bort",
	},
	serviceClass: {
		addTitle: "En ny serviceklass",
		editTitle: "Ändra {{name}}",
		times: "Tidsgräns",
		hint: "Till exempel 30 min, 4 h, 3 d eller 2 v.",
		unread:
			"Skriv ett tal och en enhet, till exempel 30 min, 4 h, 3 d eller 2 v.",
		tooLong: "Ett år är det längsta.",
	},
};
