/** The languages that people who meet the line can choose, and sentences in each of them. */

export const languages = ["fi", "sv", "en"] as const;

export type Language = (typeof languages)[number];

/** One sentence, ready to be said or shown, in every language. */
export type Sentence = Readonly<Record<Language, string>>;
