import { randomBytes } from "node:crypto";

/** A new identifier of Twilio's shape: two letters for the kind of thing and 32 hex digits. */
export function newSid(prefix: "CA" | "SM" | "RE" | "PN"): string {
	return prefix + randomBytes(16).toString("hex");
}
