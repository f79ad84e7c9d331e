import { DateTime } from "luxon";
import type { Clock } from "./context.ts";

/** Real time. */
export const realClock: Clock = { now: () => DateTime.utc() };
