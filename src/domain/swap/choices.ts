/** What somebody may do with a swap as it stands. */
import type { DateTime } from "luxon";
import type { PersonId } from "../rota/rota.ts";
import { firstStart, type Swap } from "./swap.ts";

export const swapChoices = [
	"accept",
	"decline",
	"withdraw",
	"approve",
	"refuse",
	"fix",
	"undo",
] as const;

export type SwapChoice = (typeof swapChoices)[number];

export interface Chooser {
	/** Who they are on the swap's rota; null when nobody. */
	readonly person: PersonId | null;
	/** Whether they may settle anybody's swaps. */
	readonly settles: boolean;
}

/** In the order a page offers them. Whether the shift can still be had is seen only when it is tried. */
export function choicesOf(
	swap: Swap,
	{ person, settles }: Chooser,
	now: DateTime,
): SwapChoice[] {
	const { state, asked, shift } = swap;
	const isOffered = state === "offered";
	const awaits = settles && state === "awaiting-approval";
	const may: Readonly<Record<SwapChoice, boolean>> = {
		accept:
			isOffered && shift.end > now && (settles || isInvited(swap, person)),
		decline: isOffered && asked !== null && (settles || asked === person),
		withdraw: mayWithdraw(swap, person, settles),
		approve: awaits,
		refuse: awaits,
		fix: settles && (isOpen(swap) || isStillToCome(swap, now)),
		undo: settles && isStillToCome(swap, now),
	};
	return swapChoices.filter((choice) => may[choice]);
}

function isOpen({ state }: Swap): boolean {
	return state === "offered" || state === "awaiting-approval";
}

function isStillToCome(swap: Swap, now: DateTime): boolean {
	return swap.state === "done" && firstStart(swap) > now;
}

function isInvited(swap: Swap, person: PersonId | null): boolean {
	if (person === null || person === swap.giver) return false;
	return swap.asked === null || swap.asked === person;
}

/** Whoever took it may think again as long as it is not done. */
function mayWithdraw(
	swap: Swap,
	person: PersonId | null,
	settles: boolean,
): boolean {
	if (!isOpen(swap)) return false;
	if (settles || person === swap.giver) return true;
	return (
		swap.state === "awaiting-approval" &&
		person !== null &&
		person === swap.taker
	);
}

/** Whether it is one of this person's: given, asked of or taken by them. */
export function concerns(swap: Swap, person: PersonId | null): boolean {
	return (
		person !== null && [swap.giver, swap.asked, swap.taker].includes(person)
	);
}
