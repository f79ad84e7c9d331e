import { areaWords } from "../../area-words.ts";
import type { Say } from "../../say.ts";
import { en } from "./words/en.ts";
import { fi } from "./words/fi.ts";
import { sv } from "./words/sv.ts";

export type SayPlan = Say<typeof en>;

export const usePlanWords = areaWords("rota-plan", { fi, sv, en });
