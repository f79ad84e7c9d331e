/** What the warnings are worked out from: the weeks ahead, compiled. */
import type { DutyName } from "../rota.ts";
import type { Timeline } from "../timeline.ts";

/** What the warnings are worked out from; the timeline begins two weeks before `now`. */
export interface Outlook {
	readonly timeline: Timeline;
	/** Unix milliseconds. */
	readonly now: number;
	/** Eight weeks after `now`: as far as gaps are looked for. */
	readonly end: number;
	/** 400 days after `now`: as far as what burdens people is looked at. */
	readonly sight: number;
	/** Duties that have no errors, which would make all their warnings noise. */
	readonly duties: readonly DutyName[];
}
