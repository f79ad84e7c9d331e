/** What is wrong with the text of a message, and what to do about it. */
import type { Sentence } from "../language.ts";
import { placeholders, type TemplateProblem } from "./templates.ts";

export function problemSentence(problem: TemplateProblem): Sentence {
	switch (problem.kind) {
		case "empty":
			return {
				fi: "Kirjoita viestille teksti, tai palauta valmis teksti.",
				sv: "Skriv en text, eller ta tillbaka den färdiga.",
				en: "Write a text, or go back to the built-in one.",
			};
		case "unknown-placeholder":
			return isPlaceholder(problem.name)
				? {
						fi: `Tässä viestissä ei voi kertoa tietoa {${problem.name}}: ota se pois.`,
						sv: `I det här meddelandet kan {${problem.name}} inte stå: ta bort det.`,
						en: `This message cannot tell {${problem.name}}: take it out.`,
					}
				: {
						fi: `Kohtaa {${problem.name}} ei ole: valitse jokin luetelluista.`,
						sv: `{${problem.name}} finns inte: välj något av dem i listan.`,
						en: `There is no {${problem.name}}: choose one of those listed.`,
					};
		case "missing-placeholder":
			return {
				fi: `Tekstistä puuttuu {${problem.name}}: lisää se hakasulkeiden ulkopuolelle.`,
				sv: `Texten saknar {${problem.name}}: lägg till det utanför hakparenteserna.`,
				en: `The text lacks {${problem.name}}: put it in, outside the square brackets.`,
			};
		case "odd-brackets":
			return {
				fi: "Jokin sulku ei täsmää: jokaisella [ ja { on oltava parinsa, eikä niitä voi laittaa sisäkkäin.",
				sv: "En parentes stämmer inte: varje [ och { behöver sitt par, och de kan inte stå inuti varandra.",
				en: "A bracket does not match: each [ and { needs its pair, and one cannot stand within another.",
			};
		case "too-long":
			return {
				fi: "Teksti on yli kaksi tekstiviestiä pitkä: lyhennä sitä.",
				sv: "Texten är längre än två sms: korta den.",
				en: "The text takes more than two text messages: shorten it.",
			};
	}
}

function isPlaceholder(name: string): boolean {
	return placeholders.some((each) => each === name);
}
