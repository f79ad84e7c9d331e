import { areaWords } from "../area-words.ts";
import { en } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

/** The words that all pages of the settings share. */
export const useSettingsWords = areaWords("settings", { fi, sv, en });
