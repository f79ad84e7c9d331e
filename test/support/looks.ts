/** In each language on the smallest screen in the dark, and on a wide one in the light: how every page is looked at. */
export const looks = (["fi-FI", "sv-SE", "en-GB"] as const).flatMap(
	(locale) => [
		{ locale, width: 320, colorScheme: "dark" as const },
		{ locale, width: 1280, colorScheme: "light" as const },
	],
);
