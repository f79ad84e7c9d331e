/** What may be retried: connecting (TLS included), a missing response, or a class of status. */
export type RetryCause = "ct" | "rt" | "4xx" | "5xx";

/** How patient a request is, after the URL's fragment (`#rc=2&rp=ct,5xx&rt=8000`). */
export interface ConnectionOverrides {
	readonly connectMs: number;
	readonly readMs: number;
	readonly totalMs: number;
	readonly retries: number;
	readonly retryOn: ReadonlySet<RetryCause>;
}

/**
 * Reads Twilio's connection overrides from a URL's fragment; what is absent or out of range keeps its default:
 * one retry, of connect failures only, 5 s to connect, 15 s for a first byte and for everything together.
 * Source: Twilio, "Webhooks: connection overrides".
 */
export function connectionOverrides(url: string): ConnectionOverrides {
	const fragment = url.includes("#") ? url.slice(url.indexOf("#") + 1) : "";
	const given = new URLSearchParams(fragment);
	const within = (key: string, low: number, high: number, usual: number) => {
		const text = given.get(key) ?? "";
		const value = Number(text);
		return /^\d+$/.test(text) && value >= low && value <= high ? value : usual;
	};
	return {
		connectMs: within("ct", 100, 10_000, 5_000),
		readMs: within("rt", 100, 15_000, 15_000),
		totalMs: within("tt", 100, 15_000, 15_000),
		retries: within("rc", 0, 5, 1),
		retryOn: causesNamed(given.get("rp") ?? "ct"),
	};
}

const causes: readonly RetryCause[] = ["ct", "rt", "4xx", "5xx"];

function causesNamed(list: string): ReadonlySet<RetryCause> {
	const names = list.split(",");
	return new Set(
		names.includes("all")
			? causes
			: causes.filter((cause) => names.includes(cause)),
	);
}
