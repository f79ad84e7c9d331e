import { areaWords } from "../../area-words.ts";
import { en } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

/** The words of the calendars, and of shifts taken from files. */
export const useCalendarWords = areaWords("rota-calendars", { fi, sv, en });
