import i18next, { type TFunction } from "i18next";
import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useMemo,
	useState,
} from "react";
import { type Language, languages } from "../domain/language.ts";
import { en, type Words } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

declare module "i18next" {
	interface CustomTypeOptions {
		resources: { translation: Words };
	}
}

const words = i18next.createInstance();
void words.init({
	lng: "en",
	fallbackLng: "en",
	resources: {
		fi: { translation: fi },
		sv: { translation: sv },
		en: { translation: en },
	},
	// React escapes what it shows.
	interpolation: { escapeValue: false },
	initAsync: false,
});

interface Chosen {
	readonly language: Language;
	readonly t: TFunction;
	choose(language: Language): void;
}

const LanguageContext = createContext<Chosen | null>(null);

const memory = "faultline-language";

/** Gives the page its language: the one chosen before, else the browser's, else English. */
export function LanguageProvider({ children }: { children: ReactNode }) {
	const [language, setLanguage] = useState(languageAtStart);
	useEffect(() => {
		document.documentElement.lang = language;
	}, [language]);
	const chosen = useMemo(
		() => ({
			language,
			t: words.getFixedT(language),
			choose: (next: Language) => {
				localStorage.setItem(memory, next);
				setLanguage(next);
			},
		}),
		[language],
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
	return { fi, sv, en }[language].languageName;
}

function languageAtStart(): Language {
	const wanted = [localStorage.getItem(memory), ...navigator.languages];
	for (const tag of wanted) {
		const found = languages.find((each) => each === tag?.slice(0, 2));
		if (found) return found;
	}
	return "en";
}
