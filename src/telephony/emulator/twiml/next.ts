import type { Source } from "../call.ts";

/** What to do after a verb. */
export type Next =
	| { readonly kind: "next" }
	| { readonly kind: "go"; readonly to: Source }
	| { readonly kind: "hang-up" }
	/** The instructions cannot be followed any further. */
	| {
			readonly kind: "failed";
			readonly code: number;
			readonly message: string;
	  };

/** The instructions cannot be followed any further. */
export function failed(code: number, message: string): Next {
	return { kind: "failed", code, message };
}
