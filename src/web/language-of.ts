import type { Request } from "express";
import { type Language, languages } from "../domain/language.ts";

/** The language of the answer's sentences: `?lang=`, else the best of `Accept-Language`, else English. */
export function languageOf(request: Request): Language {
	const asked = languages.find((each) => each === request.query.lang);
	if (asked) return asked;
	const accepted = request.acceptsLanguages("en", "fi", "sv");
	return languages.find((each) => each === accepted) ?? "en";
}
