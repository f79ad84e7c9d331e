import { DateTime } from "luxon";
import { promptShare } from "../../domain/numbers/call-numbers.ts";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { locales, type Reader } from "../wall-clock.ts";
import type { SayNumbers } from "./number-words.ts";

/** A share as `91 %`, a count as `1 234`, as the language writes them. */
export function amountsFor({ language }: Pick<Reader, "language">) {
	const locale = locales[language];
	const share = new Intl.NumberFormat(locale, {
		style: "percent",
		maximumFractionDigits: 0,
	});
	const count = new Intl.NumberFormat(locale);
	return {
		share: (part: number, whole: number) =>
			whole === 0 ? "–" : share.format(part / whole),
		ratio: (value: number) => share.format(value),
		count: (value: number) => count.format(value),
		seconds: (value: number | null, say: SayNumbers) =>
			value === null
				? "–"
				: say("seconds", { seconds: count.format(Math.round(value)) }),
	};
}

/** How soon calls were answered, and how that was before: one sentence. */
export function headline(
	numbers: Numbers,
	reader: Reader,
	say: SayNumbers,
): string {
	const amounts = amountsFor(reader);
	const now = promptShare(numbers.all);
	if (now === null) return say("none");
	const before = promptShare(numbers.before.all);
	const said = say("headline", {
		share: amounts.ratio(now),
		calls: amounts.count(numbers.all.calls),
		seconds: 30,
	});
	if (before === null) return `${said}.`;
	return said + compared(numbers, amounts.ratio(before), reader, say);
}

function compared(
	{ before, zone }: Numbers,
	share: string,
	{ language }: Reader,
	say: SayNumbers,
): string {
	const from = DateTime.fromISO(before.from, { zone });
	const to = DateTime.fromISO(before.to, { zone });
	if (before.kind === "month")
		return say("beforeMonth", {
			month: from.setLocale(locales[language]).toFormat(monthIn[language]),
			share,
		});
	return say("beforeDays", {
		count: Math.round(to.diff(from, "days").days),
		share,
	});
}

const monthIn = { fi: "LLLL'n'", sv: "LLLL", en: "LLLL" } as const;
