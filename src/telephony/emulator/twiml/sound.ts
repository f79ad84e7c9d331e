import { playingMs } from "../wav.ts";
import { type Element, wordsIn } from "./document.ts";
import { wholeNumber } from "./grammar.ts";
import type { Next } from "./next.ts";
import type { Player } from "./player.ts";
import { speakingMs, voiceOf } from "./voices.ts";

const next: Next = { kind: "next" };

/** `<Say>`: the words reach the far end with their language and voice. An impossible voice is a warning and silence. */
export async function say(player: Player, verb: Element): Promise<Next> {
	const voice = voiceOf(verb);
	const words = wordsIn(verb);
	if (voice.kind === "refused") {
		player.warn(13512, `Say: ${voice.message}`);
		return next;
	}
	if (!words) return next;
	const { language, voice: name } = voice;
	await repeated(player, verb, speakingMs(words), () =>
		player.call.hear({ kind: "words", words, language, voice: name }),
	);
	return next;
}

/** `<Play>`: keys as tones, or an audio file, which is fetched; one that cannot be had is an error and silence. */
export async function play(player: Player, verb: Element): Promise<Next> {
	const { digits } = verb.attributes;
	if (digits) {
		player.call.hear({ kind: "tones", digits });
		await waited(player, digits.length * 250);
		return next;
	}
	const target = { ...verb, attributes: { url: wordsIn(verb) } };
	const address = player.address(target, "url");
	if (address.kind !== "address") return address;
	const { url } = address;
	const media = await player.call.guard(
		player.carrier.requester.request({
			url,
			method: "GET",
			params: {},
			channel: "voice",
			cookies: player.call.cookies,
			maxBytes: mostBytesOfMedia,
		}),
	);
	if (media.kind === "failed") {
		const { code, message } = media;
		player.carrier.debugger.error({ code, message, url });
		return next;
	}
	await repeated(player, verb, playingMs(media.body), () =>
		player.call.hear({ kind: "audio", url }),
	);
	return next;
}

/** `loop` times, 0 meaning 1000; what is repeated takes its time even where speech takes none. */
async function repeated(
	player: Player,
	verb: Element,
	ms: number,
	sound: () => void,
): Promise<void> {
	const times = wholeNumber(verb, "loop", 1) || mostLoops;
	for (let i = 0; i < times; i++) {
		if (player.call.isOver) return;
		sound();
		if (i < times - 1) await player.pauses(ms);
		else await waited(player, ms);
	}
}

async function waited(player: Player, ms: number): Promise<void> {
	if (player.carrier.settings.speech === "spoken") await player.pauses(ms);
}

const mostLoops = 1000;
const mostBytesOfMedia = 20 * 1024 * 1024;
