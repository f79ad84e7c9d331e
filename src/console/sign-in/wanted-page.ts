/** Where somebody wanted to go before they were asked who they are. */

const parameter = "next";

/** The sign-in page's address that leads back to the page afterwards. */
export function signInAddress(wanted: string): string {
	if (wanted === "/" || wanted.startsWith("/sign-in")) return "/sign-in";
	return `/sign-in?${new URLSearchParams({ [parameter]: wanted })}`;
}

/** Only a path of our own pages; anything else leads to the first page. */
export function wantedPage(search: string): string {
	const wanted = new URLSearchParams(search).get(parameter) ?? "/";
	const isOurs = /^\/(?![/\\])/.test(wanted) && !wanted.startsWith("/sign-in");
	return isOurs ? wanted : "/";
}

const memory = "faultline-wanted";

/** Keeps it over a visit to another service, which leads back to the first page. */
export function rememberWanted(search: string): void {
	sessionStorage.setItem(memory, wantedPage(search));
}

/** What was kept, once. */
export function takeWanted(): string | null {
	const wanted = sessionStorage.getItem(memory);
	sessionStorage.removeItem(memory);
	return wanted;
}
