import type { NextFunction, Request, Response } from "express";

/**
 * Lets in only what comes from a page or a program on this machine: the Host is a loopback one, and a browser's Origin,
 * if there is one, is the network's own. So no page from elsewhere can make the phones ring.
 */
export function loopbackOnly(
	request: Request,
	response: Response,
	next: NextFunction,
): void {
	const host = request.headers.host ?? "";
	const { origin } = request.headers;
	const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
	const isOwnOrigin = origin === undefined || origin === `http://${host}`;
	if (isLoopback && isOwnOrigin) {
		next();
		return;
	}
	response.status(403).json({
		message:
			"The phones are only for this machine; open them at http://localhost",
	});
}
