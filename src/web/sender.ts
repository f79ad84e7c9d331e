import type { Request } from "express";
import type { Sender } from "../database/sign-in.ts";
import { browserFamily } from "../domain/account/browser.ts";

/** Where a request comes from, as its sender sees it later among their sessions. */
export function senderOf(request: Request): Sender {
	return {
		// An IPv4 address may come as IPv6 writes it.
		address: request.ip?.replace(/^::ffff:(?=[\d.]+$)/i, "") ?? null,
		browser: browserFamily(request.get("User-Agent") ?? ""),
	};
}
