import { areaWords } from "../../area-words.ts";
import { en } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

/** The words of the rota timeline. */
export const useTimelineWords = areaWords("rota-timeline", { fi, sv, en });
