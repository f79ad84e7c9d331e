/** Where a call is: so small that every URL given to the carrier can carry it. */
import type { Language } from "../language.ts";
import type { PersonId } from "../rota/rota.ts";

export type CallState = { readonly language: Language } & (
	| { readonly at: "arriving" }
	| { readonly at: "choosing-language" }
	| {
			readonly at: "ringing";
			/** 0-based place in the plan. */
			readonly step: number;
			readonly attempt: 1 | 2;
	  }
	| { readonly at: "leaving-message" }
	| { readonly at: "over" }
);

/** What happens to a call. */
export type CallEvent =
	| {
			readonly kind: "arrived";
			readonly blocked: boolean;
			/** The caller chose a language in an earlier call: no menu. */
			readonly languageKnown: boolean;
	  }
	| {
			readonly kind: "pressed";
			/** null: no key until the menu was over. */
			readonly key: string | null;
			/** The caller has hung up: nobody is to be rung. */
			readonly callerGone: boolean;
	  }
	| {
			readonly kind: "leg-ended";
			readonly result:
				| "human"
				| "swallowed"
				| "no-answer"
				| "busy"
				| "unreachable"
				| "cancelled";
			readonly leg: string | null;
			/** Whose phone it was, where known. */
			readonly person: PersonId | null;
			readonly talkSeconds: number | null;
			/** The caller has hung up: whatever we answer is heard by nobody. */
			readonly callerGone: boolean;
	  }
	| {
			readonly kind: "recorded";
			readonly seconds: number | null;
			readonly callerGone: boolean;
	  }
	| {
			readonly kind: "hung-up";
			/** The carrier's last word about the inbound leg. */
			readonly status: string;
			readonly seconds: number | null;
	  }
	| {
			readonly kind: "carrier-failed";
			/** Somebody is known to have taken the call before it failed. */
			readonly taken: boolean;
			readonly code: string | null;
			readonly url: string | null;
	  };
