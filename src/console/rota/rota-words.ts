import { areaWords } from "../area-words.ts";
import { en } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

/** The words that all pages of the rota share. */
export const useRotaWords = areaWords("rota", { fi, sv, en });
