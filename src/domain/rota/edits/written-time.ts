/** How an instant is written in a rota. */
import type { RotaTime } from "../rota.ts";
import { clockOf, minuteMillis } from "../wall-clock.ts";

/**
 * The instant on the wall clock of the zone, to the minute; the second of two equal local times is written with its offset, so
 * that reading it gives the instant again.
 *
 * @throws RangeError when there is no such zone.
 */
export function writtenTime(millis: number, zone: string): RotaTime {
	const clock = clockOf(zone);
	if (!clock) throw new RangeError(`"${zone}" is no time zone`);
	const instant = Math.floor(millis / minuteMillis) * minuteMillis;
	const local = clock.localOf(instant);
	const text = new Date(local).toISOString().slice(0, 16);
	if (clock.instantOf(local) === instant) return text;
	const minutes = Math.round((local - instant) / minuteMillis);
	const two = (value: number) => String(value).padStart(2, "0");
	const ahead = Math.abs(minutes);
	return `${text}${minutes < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
