import type { Request, Response } from "express";
import { z } from "zod";
import type { Config } from "../../config.ts";
import { cookieNamed, isHttps } from "../session-cookie.ts";
import type { Flow } from "./provider.ts";

const flowShape = z.strictObject({
	provider: z.string(),
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
});

/** `Lax`, not `Strict`: the browser must bring it back when the provider sends it here. It opens nothing by itself. */
export function setFlowCookie(
	response: Response,
	config: Config,
	flow: Flow,
): void {
	const value = Buffer.from(JSON.stringify(flow)).toString("base64url");
	response.cookie(nameIn(config), value, {
		...attributes(config),
		maxAge: 10 * 60_000,
	});
}

/** The flow that this browser began; null when it began none. It is good for one return. */
export function takeFlowCookie(
	request: Request,
	response: Response,
	config: Config,
): Flow | null {
	response.clearCookie(nameIn(config), attributes(config));
	const value = cookieNamed(request, nameIn(config));
	if (value === null) return null;
	try {
		const text = Buffer.from(value, "base64url").toString();
		return flowShape.parse(JSON.parse(text));
	} catch {
		return null;
	}
}

function nameIn(config: Config): string {
	return isHttps(config) ? "__Host-faultline-oidc" : "faultline-oidc";
}

function attributes(config: Config) {
	return {
		httpOnly: true,
		sameSite: "lax",
		secure: isHttps(config),
		path: "/",
	} as const;
}
