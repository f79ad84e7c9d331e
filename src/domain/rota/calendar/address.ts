/** Addresses of calendars as they may be shown: whoever knows the whole of one can read the calendar. */

export function hostOf(url: string): string {
	const address = url.trim().replace(/^webcals?:/i, "https:");
	return URL.canParse(address) ? new URL(address).host : "?";
}

/** `https://calendar.google.com/…c.ics`: enough to tell calendars apart. */
export function maskedAddress(url: string): string {
	const [, scheme = "https"] = /^(\w+):/.exec(url.trim()) ?? [];
	const end = url
		.trim()
		.slice(-5)
		.replace(/[^\w.]/g, "");
	return `${scheme.toLowerCase()}://${hostOf(url)}/…${end}`;
}
