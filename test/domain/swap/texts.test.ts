import { DateTime } from "luxon";
import { languages } from "../../../src/domain/language.ts";
import type { SwapDeed } from "../../../src/domain/swap/swap.ts";
import {
	type SwapNews,
	type SwapRole,
	swapText,
} from "../../../src/domain/swap/texts.ts";
import { deathInWords } from "../../../src/domain/swap/words.ts";
import { isPlain } from "../../../src/domain/ticket/gsm.ts";

const zone = "Europe/Helsinki";
const at = (text: string) => DateTime.fromISO(text, { zone });
const news = (changes: Partial<SwapNews> = {}): SwapNews => ({
	line: { fi: "Vikanumero", sv: "Felanmälan", en: "Fault line" },
	...{ zone, deed: "offered", awaits: false, inReturn: null },
	shift: {
		duty: "technician",
		start: at("2026-12-24T15:00"),
		end: at("2026-12-27T08:00"),
	},
	...{ giver: "Kalle Korhonen", taker: null, why: null, because: null },
	link: "https://faults.example.org/my-duty",
	...changes,
});

test.each([
	[
		"fi",
		"Vikanumero: Kalle Korhonen tarjoaa vuoroa technician to 24.12. klo 15.00 - su 27.12. klo 8.00. Voit ottaa sen sivulla. https://faults.example.org/my-duty",
	],
	[
		"sv",
		"Felanmälan: Kalle Korhonen erbjuder passet technician tors 24/12 kl. 15:00 - sön 27/12 kl. 08:00. Du kan ta det på sidan. https://faults.example.org/my-duty",
	],
	[
		"en",
		"Fault line: Kalle Korhonen offers the shift technician Thu 24 Dec 15:00 - Sun 27 Dec 08:00. You can take it on the page. https://faults.example.org/my-duty",
	],
] as const)("an offer in %s", (language, text) => {
	expect(swapText(news(), "candidate", language)).toBe(text);
});

const deeds: readonly SwapDeed[] = [
	...(["offered", "accepted", "declined", "approved", "refused"] as const),
	...(["withdrawn", "expired", "fixed", "undone", "moved", "died"] as const),
];
const roles: readonly SwapRole[] = ["giver", "taker", "candidate", "planner"];

test.each(deeds.flatMap((deed) => roles.map((role) => [deed, role] as const)))(
	"what is told of %s to the %s fits the plain alphabet and three joined messages, and differs by language",
	(deed, role) => {
		for (const awaits of [true, false]) {
			const told = languages.map((language) =>
				swapText(
					news({
						...{ deed, awaits, taker: "Liisa Lind", why: "“läkare” — ő" },
						inReturn: {
							duty: "technician",
							start: at("2027-01-01T15:00"),
							end: at("2027-01-08T15:00"),
						},
						...(deed === "died" && {
							because: deathInWords("taker-cannot", "Liisa Lind"),
						}),
					}),
					role,
					language,
				),
			);
			const texts = told.filter((text) => text !== null);
			expect([0, 3]).toContain(texts.length);
			expect(new Set(texts).size).toBe(texts.length);
			for (const text of texts) {
				expect(isPlain(text)).toBe(true);
				expect(text.length).toBeLessThanOrEqual(459);
			}
		}
	},
);

test("the giver always hears what became of the shift", () => {
	for (const deed of deeds.filter((each) => each !== "offered"))
		expect(swapText(news({ deed }), "giver", "en")).not.toBeNull();
});
