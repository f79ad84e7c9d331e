import { DateTime } from "luxon";
import type { Language } from "../../../domain/language.ts";
import { clockChangesIn } from "../../../domain/rota/clock-changes.ts";
import type { HolidayCalendar } from "../../../domain/rota/holidays.ts";
import type { RotaTime } from "../../../domain/rota/rota.ts";
import type { SayWhatIf } from "./what-if-words.ts";

export interface Preset {
	readonly label: string;
	readonly at: RotaTime;
}

/** Times at which rotas go wrong, each the next one from now on. */
export function presetsOf(
	now: Date,
	zone: string,
	holidays: HolidayCalendar | null,
	language: Language,
	say: SayWhatIf,
): Preset[] {
	const local = DateTime.fromJSDate(now, { zone }).startOf("minute");
	const night = local.set({ hour: 2, minute: 0 });
	const tonight = night > local ? night : night.plus({ days: 1 });
	const eve = local.set({ month: 12, day: 24, hour: 17, minute: 5 });
	const today = local.toISODate() ?? "";
	const holiday = holidays?.holidays.find(
		({ date, kind }) => kind === "public" && date > today,
	);
	const changes = clockChangesIn(zone, {
		from: local,
		to: local.plus({ years: 1 }),
	});
	const change = (forward: boolean): Preset[] => {
		const found = changes.find(({ minutes }) => minutes > 0 === forward);
		if (!found) return [];
		const at = found.at.plus({ minutes: 30 });
		const label = say(forward ? "forward" : "back");
		return [{ label, at: forward ? localText(at) : instantText(at) }];
	};
	const time = language === "fi" ? "2.00" : "02:00";
	return [
		{ label: say("now"), at: localText(local) },
		{ label: say("tonight", { time }), at: localText(tonight) },
		...(holiday
			? [{ label: holiday.name[language], at: `${holiday.date}T12:00` }]
			: []),
		{
			label: say("christmasEve"),
			at: localText(eve > local ? eve : eve.plus({ years: 1 })),
		},
		...change(true),
		...change(false),
	];
}

function localText(at: DateTime): RotaTime {
	return at.toFormat("yyyy-MM-dd'T'HH:mm");
}

/** With its offset, for the clocks show that time twice. */
function instantText(at: DateTime): RotaTime {
	return at.toFormat("yyyy-MM-dd'T'HH:mmZZ");
}
