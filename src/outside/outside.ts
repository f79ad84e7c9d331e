import { lookup } from "node:dns/promises";
import {
	type ClientRequest,
	type IncomingMessage,
	request as requestByHttp,
} from "node:http";
import { request as requestByHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Outside, OutsideReading } from "../context.ts";
import { isPublicAddress } from "./public-address.ts";
import { textOf } from "./text-of.ts";

type Failed = Extract<OutsideReading, { readonly kind: "failed" }>;

const mostRedirects = 3;
const mostBytes = 2 * 1024 * 1024;

/**
 * Reads addresses that people type, over HTTP and HTTPS: at most 2 MB, within 10 seconds, over at most 3 redirects, each
 * looked at anew. The name is looked up once, and the very address that was found to be public is the one connected to.
 *
 * @param options.mayReach which IP addresses are connected to; default: those of the public internet. Only tests give another.
 */
export function openOutside(
	options: {
		readonly mayReach?: (address: string) => boolean;
		readonly totalMilliseconds?: number;
	} = {},
): Outside {
	const { mayReach = isPublicAddress, totalMilliseconds = 10_000 } = options;
	return {
		read: async (address, known) => {
			const url = urlIn(address);
			if (!url) return failed("bad-address");
			const end = new AbortController();
			const timer = setTimeout(() => end.abort(), totalMilliseconds);
			const tooLate = new Promise<OutsideReading>((resolve) => {
				end.signal.addEventListener("abort", () =>
					resolve(failed("no-answer")),
				);
			});
			try {
				const reading = readOver(url, { known, mayReach, signal: end.signal });
				return await Promise.race([reading, tooLate]);
			} finally {
				clearTimeout(timer);
				end.abort();
			}
		},
	};
}

interface Asking {
	readonly known: Parameters<Outside["read"]>[1];
	readonly mayReach: (address: string) => boolean;
	readonly signal: AbortSignal;
}

/** `webcal:` is what calendar programs call https. */
function urlIn(text: string, base?: URL): URL | null {
	const address = text.trim().replace(/^webcals?:\/\//i, "https://");
	if (!URL.canParse(address, base?.href)) return null;
	const url = new URL(address, base?.href);
	return /^https?:$/.test(url.protocol) && url.hostname !== "" ? url : null;
}

async function readOver(start: URL, asking: Asking): Promise<OutsideReading> {
	let url = start;
	for (let redirects = 0; redirects <= mostRedirects; redirects++) {
		const answer = await ask(
			url,
			url.origin === start.origin ? start : null,
			asking,
		);
		if ("kind" in answer) return answer;
		const { statusCode: status = 0, headers } = answer;
		if (![301, 302, 303, 307, 308].includes(status))
			return readingOf(answer, asking);
		answer.destroy();
		const next = urlIn(headers.location ?? "", url);
		if (!next) return failed("status", status);
		// What was asked for in secret must not go on in the open.
		if (url.protocol === "https:" && next.protocol !== "https:")
			return failed("not-secure");
		url = next;
	}
	return failed("too-many-redirects");
}

async function readingOf(
	answer: IncomingMessage,
	{ known }: Asking,
): Promise<OutsideReading> {
	const { statusCode: status = 0, headers } = answer;
	const asked = known.etag !== null || known.lastModified !== null;
	if (status === 304 && asked) {
		answer.destroy();
		return { kind: "unchanged" };
	}
	if (status !== 200) {
		answer.destroy();
		return failed("status", status);
	}
	const text = await textOf(answer, mostBytes);
	if (text === null) return failed("too-big");
	return {
		kind: "text",
		text,
		etag: headers.etag ?? null,
		lastModified: headers["last-modified"] ?? null,
	};
}

/** Sends one request; a name and password in the address go only to where the address leads. */
async function ask(
	url: URL,
	credentials: URL | null,
	{ known, mayReach, signal }: Asking,
): Promise<IncomingMessage | Failed> {
	const addresses = await addressesOf(url.hostname);
	if (addresses.length === 0) return failed("host-not-found");
	if (!addresses.every(({ address }) => mayReach(address)))
		return failed("address-not-allowed");
	if (signal.aborted) return failed("no-answer");
	const found: LookupFunction = (_name, options, done) =>
		options.all
			? done(null, [...addresses])
			: done(null, addresses[0]?.address ?? "", addresses[0]?.family);
	const name = credentials && credentials.username !== "" ? credentials : null;
	const request = url.protocol === "https:" ? requestByHttps : requestByHttp;
	const sending = request({
		protocol: url.protocol,
		host: bare(url.hostname),
		port: url.port,
		path: `${url.pathname}${url.search}`,
		agent: false,
		lookup: found,
		signal,
		headers: {
			Host: url.host,
			Accept: "text/calendar, text/plain;q=0.5, */*;q=0.1",
			"Accept-Encoding": "gzip, deflate, br",
			"User-Agent": "Faultline",
			...(known.etag !== null && { "If-None-Match": known.etag }),
			...(known.lastModified !== null && {
				"If-Modified-Since": known.lastModified,
			}),
		},
		...(name && {
			auth: `${decoded(name.username)}:${decoded(name.password)}`,
		}),
	});
	return answerTo(sending);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function answerTo(sending: ClientRequest): Promise<IncomingMessage | Failed> {
	return new Promise((resolve) => {
		sending.on("response", resolve);
		sending.on("error", (error: NodeJS.ErrnoException) =>
			resolve(
				failed(isOfCertificate(error) ? "not-secure" : "connection-failed"),
			),
		);
		sending.end();
	});
}

function isOfCertificate({ code = "" }: NodeJS.ErrnoException): boolean {
	return /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY/.test(code);
}

async function addressesOf(
	hostname: string,
): Promise<{ address: string; family: number }[]> {
	const literal = bare(hostname);
	if (isIP(literal)) return [{ address: literal, family: isIP(literal) }];
	try {
		return await lookup(hostname, { all: true });
	} catch {
		return [];
	}
}

/** IPv6 addresses stand in brackets in an address on the web. */
function bare(hostname: string): string {
	return hostname.replace(/^\[|\]$/g, "");
}

function failed(
	because: Failed["because"],
	status: number | null = null,
): Failed {
	return { kind: "failed", because, status };
}
