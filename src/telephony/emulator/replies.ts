import type { Carrier } from "./carrier.ts";
import { Cookies } from "./cookies.ts";
import { incomingMessageParams, type Message } from "./messages.ts";
import type { AccountNumber } from "./numbers.ts";
import { type Element, elementsIn, wordsIn } from "./twiml/document.ts";
import { instructionsIn, methodIn } from "./twiml/grammar.ts";
import { mostBytesOfTwiml } from "./twiml/limits.ts";

type Step = {
	readonly url: string;
	readonly method: "GET" | "POST";
	readonly params?: Readonly<Record<string, string>>;
};

/** Tells a number's webhook of a message that came in, and sends what its answer says. */
export async function replyTo(
	carrier: Carrier,
	message: Message,
	line: AccountNumber,
): Promise<void> {
	const cookies = new Cookies();
	let step: Step | undefined = { url: line.smsUrl, method: line.smsMethod };
	let isFallback = false;
	for (let steps = 0; step && steps < mostSteps; steps++) {
		const done = await replyStep(carrier, message, step, cookies);
		if (done.kind === "failed") {
			const { code, message: problem } = done;
			carrier.debugger.error({ code, message: problem, url: step.url });
			step =
				line.smsFallbackUrl && !isFallback
					? {
							url: line.smsFallbackUrl,
							method: line.smsFallbackMethod,
							params: { ErrorCode: String(code), ErrorUrl: step.url },
						}
					: undefined;
			isFallback = true;
		} else step = done.next;
	}
}

async function replyStep(
	carrier: Carrier,
	message: Message,
	step: Step,
	cookies: Cookies,
): Promise<
	| { readonly kind: "done"; readonly next: Step | undefined }
	| { readonly kind: "failed"; readonly code: number; readonly message: string }
> {
	const answer = await carrier.requester.request({
		url: step.url,
		method: step.method,
		params: {
			...incomingMessageParams(carrier.accountSid, message),
			...step.params,
		},
		channel: "messaging",
		cookies,
		maxBytes: mostBytesOfTwiml,
	});
	if (answer.kind === "failed") return answer;
	if (answer.status === 204) return { kind: "done", next: undefined };
	const text = answer.body.toString("utf8");
	if (answer.contentType === "text/plain") {
		if (text) reply(carrier, message, text, "");
		return { kind: "done", next: undefined };
	}
	const instructions = instructionsIn(text, "messaging");
	if (instructions.kind === "refused") {
		const { code, message: problem } = instructions;
		return { kind: "failed", code, message: problem };
	}
	for (const verb of instructions.verbs) {
		const words = wordsIn(verb);
		const given =
			verb.name === "Redirect" ? words : verb.attributes.statusCallback;
		if (given && !URL.canParse(given, answer.url)) {
			const problem = `Invalid URL format: ${given}`;
			return { kind: "failed", code: 11100, message: problem };
		}
		const url = given ? new URL(given, answer.url).href : "";
		if (verb.name === "Redirect") {
			const next = { url: url || answer.url, method: methodIn(verb) };
			return { kind: "done", next };
		}
		reply(carrier, message, bodyOf(verb), url);
	}
	return { kind: "done", next: undefined };
}

function bodyOf(verb: Element): string {
	const bodies = elementsIn(verb).filter((child) => child.name === "Body");
	return (bodies.length > 0 ? bodies : [verb])
		.map((element) => element.children.join(""))
		.join("")
		.trim();
}

function reply(
	carrier: Carrier,
	message: Message,
	body: string,
	statusCallback: string,
): void {
	if (carrier.messages.isOptedOut(message.from, message.to)) {
		carrier.debugger.error({
			code: 21610,
			message: `${message.from} has said STOP to ${message.to}`,
		});
		return;
	}
	carrier.messages.send({
		direction: "outbound-reply",
		from: message.to,
		to: message.from,
		body,
		statusCallback,
	});
}

const mostSteps = 10;
