import type { Source } from "../call.ts";
import { callParams } from "../call-params.ts";
import { instructionsIn } from "./grammar.ts";
import { mostBytesOfTwiml } from "./limits.ts";
import { failed, type Next } from "./next.ts";
import type { Player } from "./player.ts";

/**
 * Fetches the document at an address, telling whoever answers there about the call. Plain text that is no TwiML is read
 * aloud; audio is played by itself.
 */
export async function documentFrom(
	player: Player,
	source: Extract<Source, { kind: "url" }>,
): Promise<{ readonly kind: "twiml"; readonly twiml: string } | Next> {
	const { requester, misbehave, accountSid } = player.carrier;
	const event = {
		url: source.url,
		method: source.method,
		params: { ...callParams(accountSid, player.call), ...source.params },
		channel: "voice" as const,
		cookies: player.call.cookies,
		maxBytes: mostBytesOfTwiml,
	};
	const answer = await player.call.guard(
		misbehave.duplicate === "everything"
			? requester.requestTwice(event)
			: requester.request(event),
	);
	if (answer.kind === "failed") return failed(answer.code, answer.message);
	player.documentUrl = answer.url;
	const text = answer.body.toString("utf8");
	if (/^(text\/xml|application\/xml|text\/html)$/.test(answer.contentType)) {
		return { kind: "twiml", twiml: text };
	}
	if (answer.contentType.startsWith("audio/")) {
		player.answers();
		player.call.hear({ kind: "audio", url: answer.url });
		return { kind: "hang-up" };
	}
	if (answer.contentType === "text/plain") {
		const isTwiml = instructionsIn(text, player.stage).kind === "instructions";
		return { kind: "twiml", twiml: isTwiml ? text : readAloud(text) };
	}
	return failed(
		12300,
		`Invalid Content-Type "${answer.contentType}" from ${answer.url}`,
	);
}

function readAloud(text: string): string {
	const escaped = text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(/[^\P{Cc}\n\t]/gu, " ");
	return `<Response><Say>${escaped}</Say><Hangup/></Response>`;
}
