import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Bevis",
	counts_one: "1 samtal hos operatören, {{ours}} i felanmälningarna.",
	counts_other: "{{count}} samtal hos operatören, {{ours}} i felanmälningarna.",
	notCompared: "Samtalen har ännu inte jämförts med operatörens uppgifter.",
	intact: "Kedjan är hel.",
	broken_one: "1 tecken på ändring i kedjan.",
	broken_other: "{{count}} tecken på ändring i kedjan.",
	notVerified: "Kedjan har inte granskats ännu.",
	span: "Samtal under",
	yesterday: "den senaste dagen",
	month: "de senaste 31 dagarna",
	waitingDays_one:
		"1 dag är inte jämförd än; ett nytt försök görs av sig självt.",
	waitingDays_other:
		"{{count}} dagar är inte jämförda än; nya försök görs av sig själva.",
	looked:
		"Granskad {{when}}: {{entries}} poster, {{rotas}} versioner av jourscheman och {{calls}} samtal under {{seals}} sigill.",
	late_one:
		"1 uppgift om samtal kom in sent, som efter ett avbrott: {{names}}.",
	late_other:
		"{{count}} uppgifter om samtal kom in sent, som efter ett avbrott: {{names}}.",
	noFile:
		"Filen audit-heads.log saknas i datamappen. Utan den märks det inte om hela kedjan har gjorts om.",
	head: "Nyaste sigillet: {{head}}",
	headHow:
		"Spara raden någon annanstans: `faultline audit verify --head` berättar om loggen fortfarande har den.",
	compareNow: "Jämför nu",
	verifyNow: "Granska kedjan nu",
	asked: "Det har börjat. Resultatet visas här.",
	tampered: "Det som inte stämmer",
	tamperedHow:
		"Någon har ändrat databasen förbi tjänsten. Jämför med en säkerhetskopia och se vem som kommer åt databasen.",
	calls: "Samtal som finns bara på ena sidan",
	recovered: "Bara operatören hade det. Nu är det felanmälan",
	unknown:
		"Bara här, i felanmälan {{number}}: operatören har ingen uppgift om det.",
	noTicket: "Operatören har ingen uppgift om samtalet {{call}}.",
	entries: "Vem som gjorde vad",
	who: "Vem",
	anybody: "Vem som helst",
	kind: "Vad",
	kinds: {
		all: "Allt",
		rota: "Jourschema",
		tickets: "Felanmälningar",
		places: "Människor och fastigheter",
		settings: "Inställningar",
		accounts: "Konton och inloggningar",
		exports: "Exporter",
	},
	subject: "Gäller",
	subjectHint: "t.ex. 2026-000123",
	from: "Från dag",
	to: "Till dag",
	text: "Vilket ord som helst",
	export: "Ladda ner som CSV",
	more: "Visa fler",
	none: "Inget passar. Ta bort ett filter.",
	changes_one: "1 sak ändrades",
	changes_other: "{{count}} saker ändrades",
	field: "Vad",
	before: "Före",
	after: "Efter",
	reason: "Skäl: {{reason}}",
	origin: "från {{origin}}",
	account: "konto {{account}}",
	number: "nr {{id}}",
	doors: {
		phone: "ett telefonsamtal",
		carrier: "operatören",
		text: "ett sms",
		start: "tjänstens start",
		command: "kommandoraden ({{name}})",
		job: "tjänsten själv ({{name}})",
	},
};
