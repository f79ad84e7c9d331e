import type { Request } from "express";

const mostOnAPage = 1000;

/** One page of a list, newest first, in Twilio's envelope; `PageSize` (default 50) and `Page` are in the query. */
export function page<T>(
	request: Request,
	name: string,
	items: readonly T[],
	present: (item: T) => Record<string, unknown>,
): Record<string, unknown> {
	const size = Math.min(
		mostOnAPage,
		Math.max(1, Math.trunc(Number(request.query.PageSize)) || 50),
	);
	const number = Math.max(0, Math.trunc(Number(request.query.Page)) || 0);
	const start = number * size;
	const shown = items.slice(start, start + size);
	const uri = (wanted: number) => {
		const url = new URL(request.originalUrl, "http://network");
		url.searchParams.set("PageSize", String(size));
		url.searchParams.set("Page", String(wanted));
		return url.pathname + url.search;
	};
	return {
		[name]: shown.map(present),
		page: number,
		page_size: size,
		start,
		end: start + Math.max(0, shown.length - 1),
		uri: uri(number),
		first_page_uri: uri(0),
		next_page_uri: start + size < items.length ? uri(number + 1) : null,
		previous_page_uri: number > 0 ? uri(number - 1) : null,
	};
}
