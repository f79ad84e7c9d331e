import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
	CalendarFeeds,
	CalendarsInUse,
	NewCalendarFeed,
} from "../../../web/api/calendar-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { rotaPath } from "../rota-queries.ts";

const feedsKey = ["calendar-feeds"];

export function useCalendarFeeds() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: feedsKey,
		queryFn: ({ signal }) =>
			ask<CalendarFeeds>("/api/calendar-feeds", language, { signal }),
	});
}

export interface FeedWanted {
	readonly line: string;
	readonly person?: string;
	readonly duty?: string;
	readonly alarmMinutes: readonly number[];
}

export function useMakeFeed() {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: (wanted: FeedWanted) =>
			ask<NewCalendarFeed>("/api/calendar-feeds", language, {
				method: "POST",
				body: wanted,
			}),
		onSettled: () => client.invalidateQueries({ queryKey: feedsKey }),
	});
}

export function useRevokeFeed() {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: (id: string) =>
			ask(`/api/calendar-feeds/${id}`, language, { method: "DELETE" }),
		onSettled: () => client.invalidateQueries({ queryKey: feedsKey }),
	});
}

/** The first word of the key is what a newly read calendar makes old. */
export function useCalendarsInUse(line: string) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["rota", line, "calendars"],
		queryFn: ({ signal }) =>
			ask<CalendarsInUse>(rotaPath(line, "/calendars"), language, { signal }),
	});
}

export function useReadNow(line: string) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: () =>
			ask<CalendarsInUse>(rotaPath(line, "/calendars/fetch"), language, {
				method: "POST",
				body: {},
			}),
		onSettled: () => client.invalidateQueries({ queryKey: ["rota"] }),
	});
}
