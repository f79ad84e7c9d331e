/** What somebody at the far end of a leg hears. */
export type Heard =
	| {
			readonly kind: "words";
			readonly words: string;
			readonly language: string;
			readonly voice: string;
	  }
	| { readonly kind: "audio"; readonly url: string }
	| { readonly kind: "tones"; readonly digits: string }
	| { readonly kind: "beep" }
	/** What the other human said. */
	| { readonly kind: "speech"; readonly words: string };
