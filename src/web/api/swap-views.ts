import type { Context } from "../../context.ts";
import type { Language } from "../../domain/language.ts";
import { personWithEmail } from "../../domain/rota/person-of.ts";
import type { PersonId, Rota } from "../../domain/rota/rota.ts";
import type { Timeline } from "../../domain/rota/timeline.ts";
import { choicesOf, concerns } from "../../domain/swap/choices.ts";
import type { candidatesFor } from "../../domain/swap/fitness.ts";
import type { Swap, SwapShift } from "../../domain/swap/swap.ts";
import { refusalInWords, type SwapRefusal } from "../../domain/swap/words.ts";
import { may } from "../access.ts";
import type { Asker } from "../asker.ts";
import { Refusal } from "../refusal.ts";
import { isoInstant } from "./instant.ts";
import type { SwapView } from "./swap-shapes.ts";

/* How swaps look in the API, and who their asker is. */

/** Who asks, as the actions of swaps take it. */
export function doerOf(asker: Asker) {
	return {
		name: asker.name,
		email: asker.account?.email ?? null,
		settles: may(asker.role, "settle swaps"),
	};
}

/** Who asks, on a line's rota; null when nobody. */
export function personOfAsker(
	ctx: Context,
	line: string,
	asker: Asker,
): PersonId | null {
	const rota = ctx.rotas.current(line)?.rota;
	return rota ? personWithEmail(rota, asker.account?.email ?? null) : null;
}

export function namedPerson(rota: Rota | undefined, id: PersonId) {
	return { id, name: rota?.people[id]?.name ?? id };
}

export function lineName(ctx: Context, line: string) {
	return ctx.config.lines[line]?.name ?? { fi: line, sv: line, en: line };
}

export function shiftView({ duty, start, end }: SwapShift) {
	return { duty, start: isoInstant(start), end: isoInstant(end) };
}

export function swapView(ctx: Context, swap: Swap, asker: Asker): SwapView {
	const { id, line, state, version, note, shortRest } = swap;
	const rota = ctx.rotas.current(line)?.rota;
	const person = personOfAsker(ctx, line, asker);
	const { settles } = doerOf(asker);
	const named = (one: PersonId | null) =>
		one === null ? null : namedPerson(rota, one);
	return {
		...{ id, line, state, version, note, shortRest },
		lineName: lineName(ctx, line),
		zone: rota?.zone ?? "UTC",
		shift: shiftView(swap.shift),
		giver: namedPerson(rota, swap.giver),
		asked: named(swap.asked),
		taker: named(swap.taker),
		inReturn: swap.inReturn && shiftView(swap.inReturn),
		steps: swap.steps.map(({ at, by, did, why, because }) => ({
			...{ at, by, did },
			why: why ?? null,
			because: because ?? null,
		})),
		mine: concerns(swap, person),
		can: choicesOf(swap, { person, settles }, ctx.clock.now()),
	};
}

/** Whether the asker may know of a swap: planners of all, others of their own and of offers to anyone on their line. */
export function maySee(ctx: Context, swap: Swap, asker: Asker): boolean {
	if (doerOf(asker).settles) return true;
	const person = personOfAsker(ctx, swap.line, asker);
	if (concerns(swap, person)) return true;
	return person !== null && swap.state === "offered" && swap.asked === null;
}

export function candidateViews(
	{ rota }: Timeline,
	candidates: ReturnType<typeof candidatesFor>,
) {
	return candidates.map(({ person, fitness }) => ({
		person,
		name: rota.people[person]?.name ?? person,
		fit: fitness.kind,
	}));
}

const statuses: Partial<Readonly<Record<SwapRefusal, number>>> = {
	"no-such-swap": 404,
	"no-such-line": 404,
	"no-such-absence": 404,
	"nobody-of-yours": 403,
	"absence-of-another": 403,
	"not-yours": 403,
	"no-such-duty": 422,
	"no-such-person": 422,
	"no-span": 422,
	"return-needs-colleague": 422,
	"overlaps-return": 422,
};

/** A refusal with its sentence; what does not fit the state of things is 409. */
export function refusedSwap(because: SwapRefusal, language: Language): Refusal {
	return new Refusal(
		statuses[because] ?? 409,
		refusalInWords(because),
		language,
	);
}
