import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import type { Config } from "../config.ts";
import { isHttps } from "./session-cookie.ts";

const nonces = new WeakMap<object, string>();

/** Headers that keep a page to our own scripts, styles and addresses. */
export function contentSecurity(config: Config): RequestHandler[] {
	const secure = isHttps(config);
	return [
		(_request, response, next) => {
			nonces.set(response, randomBytes(16).toString("base64"));
			next();
		},
		helmet({
			contentSecurityPolicy: {
				useDefaults: false,
				directives: {
					defaultSrc: ["'none'"],
					scriptSrc: ["'self'"],
					styleSrc: [
						"'self'",
						(_request, response) => `'nonce-${nonceOf(response)}'`,
					],
					imgSrc: ["'self'", "data:", "blob:"],
					fontSrc: ["'self'"],
					// A personal link fetches what it shows and plays, for an address cannot carry its key.
					mediaSrc: ["'self'", "blob:"],
					connectSrc: ["'self'"],
					formAction: ["'self'"],
					baseUri: ["'none'"],
					frameAncestors: ["'none'"],
					...(secure ? { upgradeInsecureRequests: [] } : {}),
				},
			},
			strictTransportSecurity: secure,
			crossOriginOpenerPolicy: secure,
			originAgentCluster: secure,
			referrerPolicy: { policy: "same-origin" },
			xFrameOptions: { action: "deny" },
		}),
	];
}

/** Lets the page's style library add its own style elements, on this response only. */
export function nonceOf(response: Response | object): string {
	return nonces.get(response) ?? "";
}
