import { useLanguage } from "./language.tsx";
import { useOnDuty } from "./queries.ts";
import type { Reader } from "./wall-clock.ts";

/** Times of a line are told on its own wall clock; the browser's serves until that is known. */
export function useReader(line?: string): Reader {
	const { language } = useLanguage();
	const lines = useOnDuty().data?.lines ?? [];
	const found = lines.find((each) => each.line === line) ?? lines[0];
	const zone = found?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	return { language, zone };
}
