import { areaWords } from "../area-words.ts";
import type { Say } from "../say.ts";
import { en, type Words } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

export const useNumberWords = areaWords("numbers", { fi, sv, en });

export type SayNumbers = Say<Words>;
