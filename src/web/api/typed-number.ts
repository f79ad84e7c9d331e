import { zonesOf } from "../../actions/plan-import.ts";
import type { Context } from "../../context.ts";
import type { Sentence } from "../../domain/language.ts";
import { strangeNumber } from "../../place-document/row-words.ts";
import { typedNumbers } from "../../place-document/typed-number.ts";
import { readableNumber } from "../../rota-document/phone-number.ts";
import { severalNumbers } from "./place-words.ts";

/** The one number that was typed, E.164; else what is to be done about it. Nothing is guessed. */
export function typedNumber(
	ctx: Pick<Context, "rotas" | "config">,
	text: string,
):
	| { readonly number: string }
	| { readonly number: null; readonly problem: Sentence } {
	const [number, ...others] = typedNumbers(text, zonesOf(ctx));
	if (number === undefined)
		return { number: null, problem: strangeNumber(text) };
	if (others.length === 0) return { number };
	const readable = [number, ...others].map(readableNumber);
	return { number: null, problem: severalNumbers(text, readable) };
}
