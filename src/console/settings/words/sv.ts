import type { Words } from "./en.ts";

export const sv: Words = {
	pages: "Inställningarnas sidor",
	subjects: "Ämnen",
	serviceClasses: "Tidsgränser",
	messages: "Meddelanden",
};
