import { useLanguage } from "../language.tsx";
import { clockTime } from "../times.ts";
import { date, part, type Reader } from "../wall-clock.ts";

interface Span {
	readonly duty: string;
	readonly start: string;
	readonly end: string;
}

/** Says spans of duties: "technician, Fri 4 Dec 15:00 – Mon 7 Dec 08:00". */
export function useSpanWords(zone: string) {
	const { language, t } = useLanguage();
	const reader = { language, zone };
	const duty = (name: string) => dutyWords(name, t);
	const span = ({ start, end }: Omit<Span, "duty">) =>
		`${moment(new Date(start), reader)} – ${moment(new Date(end), reader)}`;
	return {
		duty,
		span,
		whole: (whole: Span) => `${duty(whole.duty)}, ${span(whole)}`,
	};
}

/** Duties that everybody knows have names of ours in small letters; others are called as the rota calls them. */
function dutyWords(
	name: string,
	t: ReturnType<typeof useLanguage>["t"],
): string {
	return name === "technician" || name === "backup"
		? t(`duty.names.${name}`).toLowerCase()
		: name;
}

/** "Fri 4 Dec 15:00", "pe 4.12. 15.00": never broken, and without a year, for it is within some weeks. */
function moment(at: Date, reader: Reader): string {
	return [
		part(at, reader, { weekday: "short" }),
		date(at, at, reader, "short"),
		clockTime(at, reader),
	]
		.join(" ")
		.replaceAll(" ", "\u00a0");
}
