/** What the line tells the carrier to do, as data; somebody else writes it in the carrier's own language. */
import type { Language } from "../language.ts";
import type { PlannedPerson } from "./plan.ts";
import type { CallState } from "./state.ts";

export type Instruction =
	| { readonly kind: "say"; readonly words: Spoken }
	| {
			/** Speaks and waits for one key; without a key the call goes on with the next instruction. */
			readonly kind: "ask";
			readonly words: readonly Spoken[];
			readonly waitSeconds: number;
			readonly leadsTo: NextStep;
	  }
	| {
			/** Rings everybody together; whatever comes of it is told to `leadsTo`. */
			readonly kind: "ring";
			readonly people: readonly PlannedPerson[];
			/** How long the phones truly ring. */
			readonly ringSeconds: number;
			/** What the phones that ring show, E.164. */
			readonly shows: string;
			readonly leadsTo: CallState & { readonly at: "ringing" };
	  }
	| {
			/** Records until a key is pressed, `maxSeconds` are over or the caller hangs up. */
			readonly kind: "record";
			readonly maxSeconds: number;
			readonly leadsTo: NextStep;
	  }
	| { readonly kind: "go-on"; readonly leadsTo: NextStep }
	| { readonly kind: "hang-up" }
	/** Turns the call away without answering it. */
	| { readonly kind: "reject" };

/** Where the call goes on: a state of the call, or the key of a person who was asked to accept. */
export type NextStep = CallState | { readonly at: "screening" };

/** Words in one language, or an audio file that stands in for them. */
export type Spoken =
	| { readonly language: Language; readonly text: string }
	| { readonly audio: string };
