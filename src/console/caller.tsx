import { useLanguage } from "./language.tsx";
import { readableNumber } from "./phone-number.ts";

/** Who called, as the carrier could tell. */
export function useCallerName(): (caller: string | null) => string {
	const { t } = useLanguage();
	return (caller) => {
		if (caller === null) return t("tickets.withheld");
		return caller.startsWith("erased-")
			? t("tickets.erased")
			: readableNumber(caller);
	};
}
