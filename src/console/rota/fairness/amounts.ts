import type { Measure } from "../../../domain/fairness/fairness.ts";
import { locales, type Reader } from "../../wall-clock.ts";

export type ShowAmount = (value: number) => string;

/** Nights are whole but for even shares; hours to whole ones, for nobody weighs minutes of a quarter of a year. */
export function amounts(measure: Measure, { language }: Reader): ShowAmount {
	const isCount = measure === "nights" || measure === "clockChangeNights";
	const format = new Intl.NumberFormat(locales[language], {
		maximumFractionDigits: isCount ? 1 : 0,
	});
	return (value) =>
		isCount ? format.format(value) : `${format.format(value)} h`;
}
