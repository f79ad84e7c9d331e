import type { Chance } from "./chance.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** When so many tickets came before the day of the instant, over three years: more in winter, at the turn of the week and in the forenoon. */
export function arrivals(
	count: number,
	until: number,
	chance: Chance,
): Float64Array {
	const days = 3 * 365;
	const first = (Math.floor(until / day) - days) * day;
	const weights = Array.from({ length: days }, (_, i) =>
		weightOf(new Date(first + i * day), chance),
	);
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const times = new Float64Array(count);
	let filled = 0;
	let due = 0;
	for (const [i, weight] of weights.entries()) {
		due += (weight / whole) * count;
		const upTo = i === days - 1 ? count : Math.min(count, Math.round(due));
		for (; filled < upTo; filled += 1)
			times[filled] = first + i * day + timeOfDay(chance);
	}
	return times.map((at) => Math.floor(at)).sort();
}

function weightOf(at: Date, chance: Chance): number {
	const yearly = Math.cos((at.getUTCMonth() / 12) * 2 * Math.PI);
	const weekly = [0.7, 1.35, 1.15, 1.05, 1, 1.05, 0.7][at.getUTCDay()] ?? 1;
	// Frost and storms come at once.
	const storm = chance.happens(0.02) ? 1.8 : 1;
	return (1 + 0.25 * yearly) * weekly * storm;
}

/** Most of a day's calls come in the office's hours, most around noon in Finland; some come all night. */
function timeOfDay(chance: Chance): number {
	return chance.happens(0.62)
		? (5 + 9 * ((chance.next() + chance.next()) / 2)) * hour
		: chance.next() * day;
}

/** Whether the office is open, near enough: on working days by its own clock. */
export function isOfficeTime(at: Date): boolean {
	const clock = at.getUTCHours() + 2;
	return at.getUTCDay() % 6 !== 0 && clock >= 8 && clock < 16;
}
