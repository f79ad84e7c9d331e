import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useMemo,
	useState,
} from "react";
import { en, type Words } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

const dictionaries = { fi, sv, en };

export type Language = keyof typeof dictionaries;

export const languages: readonly Language[] = ["fi", "sv", "en"];

interface Chosen {
	readonly language: Language;
	readonly words: Words;
	choose(language: Language): void;
}

const LanguageContext = createContext<Chosen | null>(null);

const memory = "faultline-language";

/** Gives the page its language: the one chosen before, else the browser's, else English. */
export function LanguageProvider({ children }: { children: ReactNode }) {
	const [language, setLanguage] = useState(languageAtStart);
	const words = dictionaries[language];
	useEffect(() => {
		document.documentElement.lang = language;
		document.title = words.title;
	}, [language, words]);
	const chosen = useMemo(
		() => ({
			language,
			words,
			choose: (next: Language) => {
				localStorage.setItem(memory, next);
				setLanguage(next);
			},
		}),
		[language, words],
	);
	return (
		<LanguageContext.Provider value={chosen}>
			{children}
		</LanguageContext.Provider>
	);
}

export function useLanguage(): Chosen {
	const chosen = useContext(LanguageContext);
	if (!chosen) throw new Error("LanguageProvider is missing");
	return chosen;
}

/** The language's own name, for the switch. */
export function ownName(language: Language): string {
	return dictionaries[language].languageName;
}

function languageAtStart(): Language {
	for (const tag of [localStorage.getItem(memory), ...navigator.languages]) {
		const found = languages.find((each) => each === tag?.slice(0, 2));
		if (found) return found;
	}
	return "en";
}
