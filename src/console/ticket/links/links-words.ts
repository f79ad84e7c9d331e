import { areaWords } from "../../area-words.ts";
import { en } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

export const useLinksWords = areaWords("ticket-links", { fi, sv, en });
