/** What the people of a line are told of their duties, and when. */
import type { LocalTime } from "../rota/rota.ts";

export interface DutyNoticeSettings {
	/** Whenever their coming shifts change. */
	readonly tellChanges: boolean;
	readonly dayBefore: {
		readonly on: boolean;
		/** On the wall clock: 24 is the same time of day, the day before. */
		readonly hours: number;
	};
	readonly atHandoff: boolean;
	/** The line rings who is next and asks for a key. */
	readonly confirmCall: {
		readonly on: boolean;
		readonly minutesBefore: number;
	};
	readonly digest: {
		readonly on: boolean;
		/** 1 is Monday, 7 Sunday. */
		readonly weekday: number;
		readonly time: LocalTime;
		/** E-mail addresses and E.164 numbers; nobody means the office. */
		readonly to: readonly string[];
	};
	/** Nobody is reminded in these hours; the same time twice means that there are none. */
	readonly quiet: { readonly from: LocalTime; readonly to: LocalTime };
}

/** What holds until somebody says otherwise. */
export const defaultSettings: DutyNoticeSettings = {
	tellChanges: true,
	dayBefore: { on: true, hours: 24 },
	atHandoff: true,
	confirmCall: { on: false, minutesBefore: 30 },
	digest: { on: true, weekday: 1, time: "08:00", to: [] },
	quiet: { from: "21:00", to: "07:00" },
};
