import type { Words } from "./en.ts";

export const fi: Words = {
	pages: "Asetusten sivut",
	subjects: "Aiheet",
	serviceClasses: "Määräajat",
	messages: "Viestit",
};
