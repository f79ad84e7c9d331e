import type { en } from "./en.ts";

export const sv: typeof en = {
	title: "Personliga länkar",
	holds:
		"{{name}} kan öppna felanmälan med länken som skickades {{at}}. Den går ut {{until}}.",
	end: "Avsluta länken",
	endOf: "Avsluta länken: {{name}}",
	ask: "{{name}} kan inte längre öppna felanmälan {{number}} från sms:et. Sidan råder till att logga in eller ringa. Skickas ett nytt meddelande om felanmälan kommer en ny länk med det.",
	endIt: "Avsluta länken",
	keep: "Inte nu",
	ended: "Länken är avslutad: {{name}}.",
};
