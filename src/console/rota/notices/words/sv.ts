import type { Words } from "./en.ts";

export const sv: Words = {
	title: "Meddelanden",
	trouble: "Meddelandena gick inte att läsa in. {{why}}",
	next: {
		reminder: "{{name}} påminns om sitt pass {{when}}.",
		confirm: "Linjen ringer {{name}} om passet {{when}}.",
		begins: "{{name}} får veta att jouren börjar {{when}}.",
		over: "{{name}} får veta att jouren är över {{when}}.",
		none: "Ingen meddelas något under de närmaste åtta veckorna.",
	},
	open: {
		declined:
			"{{name}} kan inte ta passet som börjar {{when}}. Någon måste ordna saken.",
		unanswered:
			"{{name}} har inte bekräftat passet som börjar {{when}}. Någon måste ordna saken.",
	},
	settings: {
		title: "Vad som meddelas",
		changes: "Säg till när kommande pass ändras",
		changesHint:
			"Några minuter efter publiceringen, så att flera ändringar i rad meddelas på en gång.",
		dayBefore: "Påminn om ett pass",
		hours: "Timmar före",
		handoff: "Säg till båda vid bytet",
		handoffHint: "Vem som har jouren nu, och vem som inte längre har den.",
		call: "Ring den som står i tur och be om en knapptryckning",
		callHint:
			"Med 1 är passet bekräftat. Annars ringer linjen en gång till och larmar sedan kontoret.",
		minutes: "Minuter före",
		digest: "Skriv till kontoret varje vecka",
		digestHint: "Vem som har jouren, vad som saknas, vad som har ändrats.",
		weekday: "Dag",
		time: "Tid",
		to: "Till vem",
		toHint:
			"En e-postadress eller ett telefonnummer per rad. Tomt: kontorets och planerarnas konton.",
		quiet: "Tysta timmar",
		quietHint: "Under de här timmarna påminns ingen; det sker före dem.",
		from: "Från",
		until: "Till",
		noMail:
			"Ingen e-postserver är inställd, så ingen får e-post. Ställ in `SMTP_URL`.",
		save: "Spara",
		saved: "Sparat.",
	},
	weekdays: {
		d1: "måndag",
		d2: "tisdag",
		d3: "onsdag",
		d4: "torsdag",
		d5: "fredag",
		d6: "lördag",
		d7: "söndag",
	},
	confirmations: {
		title: "Tillfrågade per telefon",
		shift: "{{name}}, passet börjar {{when}}",
		asked_one: "uppringd en gång, inget svar ännu",
		asked_other: "uppringd {{count}} gånger, inget svar ännu",
		confirmed: "bekräftat",
		declined: "kan inte komma",
		unanswered: "inget svar",
		withdrawn: "har inte längre passet",
		seenTo: "{{name}} ordnar saken",
		acknowledge: "Jag ordnar det",
	},
	sent: {
		title: "Senaste meddelandena",
		none: "Inget har skickats ännu. Här syns vad linjen meddelar.",
		line: "{{purpose}}, till {{to}}",
		purposes: {
			reminder: "Påminnelse",
			begins: "Jouren börjar",
			over: "Jouren är över",
			gap: "Ingen har jouren",
			changes: "Ändrade pass",
			digest: "Veckobrev",
			alarm: "Inte bekräftat",
			"alarm-over": "Bekräftat till slut",
		},
		states: {
			waiting: "väntar",
			onItsWay: "på väg",
			sent: "skickat",
			delivered: "framme",
			failed: "kom inte fram",
		},
		channels: { sms: "textmeddelande", email: "e-post" },
	},
};
