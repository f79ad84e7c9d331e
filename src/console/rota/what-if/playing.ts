import { useEffect, useRef, useState } from "react";
import type { ScriptLine } from "../../../domain/what-if/script.ts";

export interface Playing {
	/** The last line that is shown; null: all of them. */
	readonly shown: number | null;
	readonly isPlaying: boolean;
	/** Whether the browser has a voice for any of the words. */
	readonly canSpeak: boolean;
	readonly speaks: boolean;
	play(): void;
	pause(): void;
	/** On to the next line at once. */
	skip(): void;
	showAll(): void;
	speak(aloud: boolean): void;
}

/** Nobody wants to wait for a phone to ring out. */
const longestPauseMs = 2_500;
const shortestPauseMs = 400;

/** Plays a script line by line, as fast as one reads or listens; another script is shown whole again. */
export function usePlaying(script: readonly ScriptLine[]): Playing {
	const [shown, setShown] = useState<number | null>(null);
	const [isPlaying, setPlaying] = useState(false);
	const [speaks, setSpeaks] = useState(false);
	const voices = useVoices();
	const [played, setPlayed] = useState(script);
	if (played !== script) {
		setPlayed(script);
		setShown(null);
		setPlaying(false);
	}
	const line = shown === null ? undefined : script[shown];
	const isLast = shown !== null && shown >= script.length - 1;
	const goOn = useRef(() => {});
	goOn.current = () => {
		if (isLast) setPlaying(false);
		else setShown((place) => (place ?? -1) + 1);
	};
	const voice = speaks ? voiceFor(line, voices) : undefined;
	useEffect(() => {
		if (!isPlaying || !line) return;
		if (voice) return spoken(line, voice, () => goOn.current());
		const wait = setTimeout(() => goOn.current(), pauseOf(line));
		return () => clearTimeout(wait);
	}, [isPlaying, line, voice]);
	return {
		shown,
		isPlaying,
		speaks,
		canSpeak: script.some((each) => voiceFor(each, voices)),
		play: () => {
			if (shown === null || isLast) setShown(0);
			setPlaying(true);
		},
		pause: () => setPlaying(false),
		skip: () => goOn.current(),
		showAll: () => {
			setPlaying(false);
			setShown(null);
		},
		speak: setSpeaks,
	};
}

function pauseOf({ seconds }: ScriptLine): number {
	const milliseconds = seconds * 1000;
	return Math.min(Math.max(milliseconds, shortestPauseMs), longestPauseMs);
}

function useVoices(): readonly SpeechSynthesisVoice[] {
	const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
	useEffect(() => {
		const speech = window.speechSynthesis;
		if (!speech) return;
		const read = () => setVoices(speech.getVoices());
		read();
		speech.addEventListener("voiceschanged", read);
		return () => {
			speech.removeEventListener("voiceschanged", read);
			speech.cancel();
		};
	}, []);
	return voices;
}

function voiceFor(
	line: ScriptLine | undefined,
	voices: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | undefined {
	const language = line?.language;
	return language
		? voices.find((each) => each.lang.toLowerCase().startsWith(language))
		: undefined;
}

/** Speaks the line; returns what silences it. */
function spoken(
	{ says, language }: ScriptLine,
	voice: SpeechSynthesisVoice,
	whenOver: () => void,
): () => void {
	const words = new SpeechSynthesisUtterance(says[language ?? "en"]);
	words.voice = voice;
	words.lang = voice.lang;
	let isSilenced = false;
	words.onend = () => {
		if (!isSilenced) whenOver();
	};
	words.onerror = words.onend;
	window.speechSynthesis.speak(words);
	return () => {
		isSilenced = true;
		window.speechSynthesis.cancel();
	};
}
