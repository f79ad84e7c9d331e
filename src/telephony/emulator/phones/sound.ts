import { useEffect, useRef, useState } from "react";
import type { PhoneShown } from "../control/shown.ts";

const memory = "faultline-phones-sound";

/** Whether the page may be heard; remembered. */
export function useSoundSwitch(): [boolean, (on: boolean) => void] {
	const [isOn, setOn] = useState(() => localStorage.getItem(memory) !== "off");
	return [
		isOn,
		(on) => {
			localStorage.setItem(memory, on ? "on" : "off");
			setOn(on);
		},
	];
}

/**
 * Lets the page be heard: prompts are spoken in their language by the browser, a phone that rings rings, and whoever
 * calls hears that it rings at the other end. Only after somebody has touched the page, as browsers want it.
 */
export function useSound(phones: readonly PhoneShown[], isOn: boolean): void {
	useSpokenWords(phones, isOn);
	useTone(isOn && phones.some((phone) => phone.state === "ringing"), bell);
	useTone(isOn && phones.some(isHearingItRing), ringback);
}

function isHearingItRing({ state, dialled, awaits }: PhoneShown): boolean {
	return dialled !== null && (state === "dialling" || awaits === "answer");
}

function useSpokenWords(phones: readonly PhoneShown[], isOn: boolean): void {
	const spokenUpTo = useRef<Map<string, number> | null>(null);
	useEffect(() => {
		const isFirst = spokenUpTo.current === null;
		const seen = spokenUpTo.current ?? new Map<string, number>();
		spokenUpTo.current = seen;
		for (const phone of phones) {
			const last = seen.get(phone.number) ?? -1;
			const fresh = phone.heard.filter(({ order }) => order > last);
			seen.set(phone.number, phone.heard.at(-1)?.order ?? last);
			if (isFirst || !isOn || !navigator.userActivation?.hasBeenActive) {
				continue;
			}
			for (const heard of fresh) {
				if (heard.kind === "words") speak(heard.words, heard.language);
				if (heard.kind === "audio") {
					new Audio(heard.url).play().catch(() => {});
				}
			}
		}
		const isAnybodyListening = phones.some(
			({ state, talkingTo }) => state === "in-call" && talkingTo === null,
		);
		if (!isOn || !isAnybodyListening) silence();
	}, [phones, isOn]);
}

function speak(words: string, language: string): void {
	if (!("speechSynthesis" in window)) return;
	const utterance = new SpeechSynthesisUtterance(words);
	utterance.lang = language;
	speechSynthesis.speak(utterance);
}

/** Stops what is being spoken, as a key press does. */
export function silence(): void {
	if ("speechSynthesis" in window) speechSynthesis.cancel();
}

interface Tone {
	readonly hertz: readonly number[];
	readonly onMs: number;
	readonly everyMs: number;
	readonly volume: number;
}

const bell: Tone = {
	hertz: [660, 880],
	onMs: 900,
	everyMs: 3000,
	volume: 0.06,
};
/** The Finnish ringing tone. */
const ringback: Tone = {
	hertz: [425],
	onMs: 1000,
	everyMs: 5000,
	volume: 0.03,
};

let audio: AudioContext | undefined;

function useTone(isSounding: boolean, tone: Tone): void {
	useEffect(() => {
		if (!isSounding || !navigator.userActivation?.hasBeenActive) return;
		audio ??= new AudioContext();
		const context = audio;
		void context.resume();
		const volume = context.createGain();
		volume.gain.value = 0;
		volume.connect(context.destination);
		const oscillators = tone.hertz.map((hertz) => {
			const oscillator = context.createOscillator();
			oscillator.frequency.value = hertz;
			oscillator.connect(volume);
			oscillator.start();
			return oscillator;
		});
		const swell = () => {
			const now = context.currentTime;
			const end = now + tone.onMs / 1000;
			volume.gain.setValueAtTime(0, now);
			volume.gain.linearRampToValueAtTime(tone.volume, now + 0.04);
			volume.gain.setValueAtTime(tone.volume, end - 0.04);
			volume.gain.linearRampToValueAtTime(0, end);
		};
		swell();
		const timer = setInterval(swell, tone.everyMs);
		return () => {
			clearInterval(timer);
			for (const oscillator of oscillators) oscillator.stop();
			volume.disconnect();
		};
	}, [isSounding, tone]);
}
