/** What a phone does by itself when it is rung. */
export type Behaviour =
	/** Rings until somebody does something. */
	| { readonly kind: "by-hand" }
	/** Answers after some seconds, and presses these keys as soon as it is asked for keys. */
	| {
			readonly kind: "answers";
			readonly afterSeconds: number;
			readonly presses?: string;
	  }
	| { readonly kind: "declines"; readonly afterSeconds: number }
	| { readonly kind: "busy" }
	| { readonly kind: "switched-off" }
	/** The operator's voicemail box takes the call after some seconds, hears whatever is said and presses nothing. */
	| { readonly kind: "voicemail"; readonly afterSeconds: number };

export type PhoneState = "idle" | "dialling" | "ringing" | "in-call";

/** Whose phone it is: the page puts the tenant's first. */
export type PhoneRole = "tenant" | "office" | "technician";
