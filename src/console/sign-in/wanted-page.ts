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
