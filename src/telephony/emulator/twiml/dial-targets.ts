import type { CallEvent, Subscription } from "../call.ts";
import type { Carrier } from "../carrier.ts";
import { countryOf, isE164 } from "../number-plan.ts";
import { type Element, elementsIn, wordsIn } from "./document.ts";
import { methodIn } from "./grammar.ts";
import { mostNumbersDialled } from "./limits.ts";
import type { Player } from "./player.ts";

/** One number that a `<Dial>` rings. */
export interface Target {
	readonly number: string;
	/** Its `<Number>`; absent where the number stands as text in the `<Dial>`. */
	readonly element: Element | undefined;
}

/** The numbers of a `<Dial>`, in order; more than ten are a warning and left out. */
export function targetsOf(player: Player, dial: Element): readonly Target[] {
	const nouns = elementsIn(dial);
	const targets: Target[] =
		nouns.length > 0
			? nouns.map((element) => ({ number: dialled(element), element }))
			: [{ number: dialled(dial), element: undefined }];
	if (targets.length > mostNumbersDialled) {
		player.warn(
			12200,
			`<Dial> names ${targets.length} numbers; the first ${mostNumbersDialled} are rung`,
		);
	}
	return targets.slice(0, mostNumbersDialled);
}

function dialled(element: Element): string {
	return wordsIn(element).replace(/[\s()-]/g, "");
}

/** Why the carrier does not even try to ring a number, with Twilio's code; undefined if it does. */
export function refusalFor(
	carrier: Carrier,
	number: string,
): { readonly code: number; readonly message: string } | undefined {
	if (!isE164(number)) {
		return {
			code: 13224,
			message: `Dial: ${number} is invalid or cannot be called; write it as +358…`,
		};
	}
	if (!isAllowed(carrier, number)) {
		return {
			code: 13227,
			message: `Dial: the account has no permission to call ${countryOf(number)} (${number})`,
		};
	}
	return undefined;
}

/** Whether the account may call or write to the country of a number; a phone whose country nobody knows is reached. */
export function isAllowed(carrier: Carrier, number: string): boolean {
	const country = countryOf(number);
	return country === ""
		? carrier.phones.find(number) !== undefined
		: carrier.settings.allowedCountries.includes(country);
}

/**
 * The caller that the callee is shown: the `callerId`, else the caller. Undefined if it may not be shown: it must be
 * a side of the incoming call or a number of the account, and a phone number.
 */
export function callerShownBy(
	player: Player,
	dial: Element,
): string | undefined {
	const { call, carrier } = player;
	const callerId = dial.attributes.callerId ?? call.from;
	const own = [call.from, call.to, ...carrier.settings.verifiedCallerIds];
	const mayShow = own.includes(callerId) || carrier.numbers.of(callerId);
	return mayShow && isE164(callerId) ? callerId : undefined;
}

/** Whom to tell of a child leg's events, as its `<Number>` says; `completed` unless it names others. */
export function subscriptionOf(
	player: Player,
	element: Element | undefined,
): Subscription | undefined {
	const url = element && player.optionalAddress(element, "statusCallback");
	if (!element || url === undefined) return undefined;
	const wanted = element.attributes.statusCallbackEvent ?? "completed";
	return {
		url,
		method: methodIn(element, "statusCallbackMethod"),
		events: new Set(wanted.split(/\s+/).filter(isEvent)),
	};
}

/** Whether it is one of the events of a leg. */
export function isEvent(name: string): name is CallEvent {
	return ["initiated", "ringing", "answered", "completed"].includes(name);
}
