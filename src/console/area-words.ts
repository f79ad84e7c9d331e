import i18next from "i18next";
import { type Language, languages } from "../domain/language.ts";
import { useLanguage } from "./language.tsx";
import type { Say } from "./say.ts";

const texts = i18next.createInstance();
void texts.init({
	lng: "en",
	fallbackLng: false,
	resources: {},
	// React escapes what it shows.
	interpolation: { escapeValue: false },
	initAsync: false,
});

/**
 * The words of an area that is loaded when somebody goes there, so that the first page does not carry them. Gives the hook
 * that says them in the page's language.
 */
export function areaWords<Words extends object>(
	area: string,
	words: Readonly<Record<Language, Words>>,
): () => Say<Words> {
	for (const language of languages)
		texts.addResourceBundle(language, area, words[language]);
	const say = Object.fromEntries(
		languages.map((language) => [
			language,
			texts.getFixedT(language, area as never),
		]),
	) as unknown as Record<Language, Say<Words>>;
	return () => say[useLanguage().language];
}
