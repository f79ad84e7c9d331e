import type { CarrierConfig } from "../config.ts";

/**
 * The sound of a recording, checked to be whole and a WAV file. The address is put together from the account and the id, never taken
 * from a request. The carrier may send on to where it stores the sound: a few times, and by https alone; what proves who asks is for
 * the carrier's own address only.
 */
export async function recordingMedia(
	carrier: CarrierConfig,
	sid: string,
): Promise<Buffer> {
	const response = await asked(carrier, sid);
	if (!response.ok)
		throw new Error(
			`The carrier answers ${response.status} when asked for the recording ${sid}.`,
		);
	const media = await bounded(response);
	const announced = Number(response.headers.get("content-length") ?? 0);
	if (announced > 0 && announced !== media.length)
		throw new Error(`The recording ${sid} came only in part.`);
	if (!isWave(media))
		throw new Error(`What came for the recording ${sid} is not a WAV file.`);
	return media;
}

async function asked(
	{ accountSid, authToken, apiUrl }: CarrierConfig,
	sid: string,
): Promise<Response> {
	const base = (apiUrl ?? "https://api.twilio.com").replace(/\/+$/, "");
	const key = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
	const signal = AbortSignal.timeout(longestFetchMs);
	const own = new URL(
		`${base}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.wav`,
	);
	let address = own;
	for (let redirects = 0; redirects <= mostRedirects; redirects++) {
		const response = await fetch(address, {
			headers:
				address.origin === own.origin ? { authorization: `Basic ${key}` } : {},
			redirect: "manual",
			signal,
		});
		const location = response.headers.get("location");
		if (!isRedirect(response) || location === null) return response;
		await response.body?.cancel();
		address = new URL(location, address);
		if (address.protocol !== "https:" && address.origin !== own.origin)
			throw new Error(
				`The recording ${sid} is said to be at ${address.host}, which is not reached by https.`,
			);
	}
	throw new Error(
		`The carrier sends on more than ${mostRedirects} times when asked for the recording ${sid}.`,
	);
}

function isRedirect({ status }: Response): boolean {
	return [301, 302, 303, 307, 308].includes(status);
}

async function bounded(response: Response): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of response.body ?? []) {
		bytes += chunk.length;
		if (bytes > mostBytes)
			throw new Error(`A recording is larger than ${mostBytes} bytes.`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Source: Multimedia Programming Interface and Data Specifications 1.0, RIFF WAVE. */
function isWave(media: Buffer): boolean {
	return (
		media.length > 44 &&
		media.toString("latin1", 0, 4) === "RIFF" &&
		media.toString("latin1", 8, 12) === "WAVE"
	);
}

const mostRedirects = 5;

const longestFetchMs = 60_000;

/** Ten minutes of 8 kHz stereo, several times over. */
const mostBytes = 64 * 1024 * 1024;
