import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type {
	FoundPlaces,
	Properties,
	Property,
	Tenants,
} from "../../web/api/place-shapes.ts";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";

/** Places that fit what was typed; nothing is asked for less than two letters. */
export function useFoundPlaces(typed: string) {
	const { language } = useLanguage();
	const q = typed.trim();
	return useQuery({
		queryKey: ["places", "found", q],
		enabled: q.length > 1,
		placeholderData: keepPreviousData,
		queryFn: ({ signal }) =>
			ask<FoundPlaces>(`/api/places?${new URLSearchParams({ q })}`, language, {
				signal,
			}),
	});
}

/** One property with everything about it; nothing while there is no id. */
export function useProperty(id: string | null) {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["places", "property", id],
		enabled: id !== null,
		queryFn: ({ signal }) =>
			ask<Property>(`/api/properties/${id}`, language, { signal }),
	});
}

export function useProperties(q: string, limit: number) {
	return useList<Properties>("properties", q, limit);
}

export function useTenants(q: string, limit: number) {
	return useList<Tenants>("tenants", q, limit);
}

function useList<Answer>(
	noun: "properties" | "tenants",
	q: string,
	limit: number,
) {
	const { language } = useLanguage();
	const wanted = new URLSearchParams({ q, limit: String(limit) });
	return useQuery({
		queryKey: ["places", noun, q, limit],
		placeholderData: keepPreviousData,
		queryFn: ({ signal }) =>
			ask<Answer>(`/api/${noun}?${wanted}`, language, { signal }),
	});
}
