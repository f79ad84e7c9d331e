import { DateTime } from "luxon";
import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import {
	type LogFilter,
	readLogFilter,
	writeLogFilter,
} from "../../domain/ticket/log-filter.ts";

/** The filter as it stands in the page's address, so that it can be sent to somebody, and gone back from. */
export function useLogAddress(): {
	readonly filter: LogFilter;
	readonly address: string;
	readonly change: (filter: LogFilter, how?: "replace") => void;
} {
	const search = useSearch();
	const [, go] = useLocation();
	const filter = useMemo(() => readLogFilter(search), [search]);
	const change = useCallback(
		(changed: LogFilter, how?: "replace") => {
			const address = String(writeLogFilter(changed));
			go(address === "" ? "/tickets" : `/tickets?${address}`, {
				replace: how === "replace",
			});
		},
		[go],
	);
	return { filter, address: String(writeLogFilter(filter)), change };
}

/** As the service is asked: days are whole ones on the wall clock of the zone, the last one included. */
export function askedFor(filter: LogFilter, zone: string): URLSearchParams {
	const midnight = (date: string | null, days: number) => {
		if (date === null) return null;
		const at = DateTime.fromISO(date, { zone });
		const isDay = /^\d{4}-\d\d-\d\d$/.test(date);
		return (isDay ? at.plus({ days }) : at).toUTC().toISO();
	};
	return writeLogFilter({
		...filter,
		from: midnight(filter.from, 0),
		to: midnight(filter.to, 1),
	});
}
