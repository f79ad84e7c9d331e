import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { until, when } from "../times.ts";
import { type MyLine, weeksAhead } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { useSpanWords } from "./span-words.ts";

/** What one has now and until when, and when the next begins. */
export function useHeadline(lines: readonly MyLine[]): string[] {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const now = useNow();
	const { duty } = useSpanWords("UTC");
	const shifts = lines.flatMap(({ zone, shifts }) =>
		shifts.map((shift) => ({
			...shift,
			from: new Date(shift.start),
			to: new Date(shift.end),
			reader: { language, zone },
		})),
	);
	const running = shifts.filter(({ from, to }) => from <= now && to > now);
	const [next] = shifts
		.filter(({ from }) => from > now)
		.sort((one, other) => one.from.getTime() - other.from.getTime());
	const has = running.map((shift) =>
		say("has", {
			duty: duty(shift.duty),
			until: until(shift.to, now, shift.reader),
		}),
	);
	if (next) {
		const begins = { when: when(next.from, now, next.reader) };
		return [...has, say(has.length > 0 ? "nextAfter" : "next", begins)];
	}
	return has.length > 0 ? has : [say("none", { count: weeksAhead })];
}
