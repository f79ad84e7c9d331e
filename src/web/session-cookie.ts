import type { Request, Response } from "express";
import type { Config } from "../config.ts";

/** The session's secret from the request's cookies, or null. */
export function sessionSecret(request: Request, config: Config): string | null {
	return cookieNamed(request, cookieName(config));
}

export function cookieNamed(request: Request, name: string): string | null {
	const wanted = `${name}=`;
	const cookies = (request.headers.cookie ?? "").split(/; */);
	const found = cookies.find((cookie) => cookie.startsWith(wanted));
	return found ? found.slice(wanted.length) : null;
}

/** Scripts cannot read it and other sites cannot make a browser send it. */
export function setSessionCookie(
	response: Response,
	config: Config,
	secret: string,
	expires: Date,
): void {
	response.cookie(cookieName(config), secret, {
		...attributes(config),
		expires,
	});
}

export function clearSessionCookie(response: Response, config: Config): void {
	response.clearCookie(cookieName(config), attributes(config));
}

function cookieName(config: Config): string {
	return isHttps(config) ? "__Host-faultline" : "faultline";
}

function attributes(config: Config) {
	return {
		httpOnly: true,
		sameSite: "strict",
		secure: isHttps(config),
		path: "/",
	} as const;
}

export function isHttps(config: Config): boolean {
	return config.publicUrl.startsWith("https:");
}
