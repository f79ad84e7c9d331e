import { useLanguage } from "./language.tsx";
import { readableNumber } from "./phone-number.ts";

/** Who called, as the carrier could tell. */
export function useCallerName(): (caller: string | null) => string {
	const { t } = useLanguage();
	return (caller) =>
		caller === null ? t("tickets.withheld") : readableNumber(caller);
}
