import type { Request } from "express";

/** The console sends it with every request that changes something; another site's page cannot, for we grant no CORS. */
export const consoleHeader = "X-Faultline-Console";

/**
 * Whether a request that carries the session's cookie surely comes from the console's own page.
 * The `Host` header is not asked: what the browser says of itself and the configured address are.
 */
export function isFromConsole(request: Request, publicUrl: string): boolean {
	if (request.get(consoleHeader) === undefined) return false;
	const site = request.get("Sec-Fetch-Site");
	if (site !== undefined) return site === "same-origin";
	const origin = request.get("Origin");
	return origin === undefined || origin === new URL(publicUrl).origin;
}
