import { z } from "zod";
import { swapOutlook } from "../../actions/swap-outlook.ts";
import type { Context, PublishedRota } from "../../context.ts";
import { livingSwaps, swapsNeedApproval } from "../../database/swaps.ts";
import type { PersonId } from "../../domain/rota/rota.ts";
import { shiftsOf, type TimeSpan } from "../../domain/rota/shifts.ts";
import type { Timeline } from "../../domain/rota/timeline.ts";
import { candidatesFor } from "../../domain/swap/fitness.ts";
import type { Swap, SwapShift } from "../../domain/swap/swap.ts";
import type { Asker } from "../asker.ts";
import { jsonEndpoint } from "./endpoint.ts";
import { isoInstant } from "./instant.ts";
import { myShiftsShape } from "./swap-shapes.ts";
import {
	candidateViews,
	lineName,
	namedPerson,
	personOfAsker,
	shiftView,
	swapView,
} from "./swap-views.ts";

export const myShiftsEndpoint = jsonEndpoint({
	path: "/my-shifts",
	summary:
		"Your shifts over the next weeks on every line, with their swaps and who else could take each",
	permission: "swap one's own shifts",
	query: {
		weeks: z
			.string()
			.regex(/^\d{1,2}$/)
			.transform(Number)
			.pipe(z.int().min(1).max(26))
			.default(8)
			.meta({ description: "How far to look, 1 to 26; default 8" }),
	},
	answers: myShiftsShape,
	handle: async (ctx, { query, asker }) => {
		const from = ctx.clock.now();
		const span = { from, to: from.plus({ weeks: query.weeks }) };
		const lines = [];
		for (const line of Object.keys(ctx.config.lines)) {
			const published = ctx.rotas.current(line);
			const you = personOfAsker(ctx, line, asker);
			if (published && you !== null)
				lines.push(await lineOf(ctx, published, you, asker, span));
		}
		return { at: isoInstant(from), until: isoInstant(span.to), lines };
	},
});

async function lineOf(
	ctx: Context,
	{ rota, line }: PublishedRota,
	you: PersonId,
	asker: Asker,
	span: TimeSpan,
) {
	const outlook = await swapOutlook(ctx, rota, {
		start: span.from,
		end: span.to,
	});
	const { timeline } = outlook;
	const swaps = await livingSwaps(ctx.database, line, span.from);
	const others = Object.keys(rota.people).filter((person) => person !== you);
	return {
		line,
		lineName: lineName(ctx, line),
		zone: rota.zone,
		you: namedPerson(rota, you),
		approval: await swapsNeedApproval(ctx.database, line),
		colleagues: others
			.map((person) => ({
				...namedPerson(rota, person),
				shifts: shiftsOfPerson(timeline, person, span).map(shiftView),
			}))
			.filter(({ shifts }) => shifts.length > 0),
		shifts: shiftsOfPerson(timeline, you, span).map((shift) => {
			const swap = swapAbout(swaps, shift, you);
			return {
				...shiftView(shift),
				running: shift.start <= span.from,
				swap: swap ? swapView(ctx, swap, asker) : null,
				couldTake: candidateViews(timeline, candidatesFor(shift, you, outlook)),
			};
		}),
	};
}

/** A person's shifts of all duties that touch the span, whole, by their beginning. */
export function shiftsOfPerson(
	timeline: Timeline,
	person: PersonId,
	{ from, to }: TimeSpan,
): SwapShift[] {
	const whole = { from: timeline.from, to: timeline.to };
	return [...timeline.duties.keys()]
		.flatMap((duty) =>
			shiftsOf(timeline, duty, whole)
				.filter((shift) => shift.person === person)
				.filter(({ start, end }) => end > from && start < to)
				.map(({ start, end }) => ({ duty, start, end })),
		)
		.sort((one, other) => one.start.toMillis() - other.start.toMillis());
}

/** The swap that a shift is about: the newest open one, or else the one by which this person has it. */
function swapAbout(
	swaps: readonly Swap[],
	shift: SwapShift,
	you: PersonId,
): Swap | undefined {
	const touches = (other: SwapShift | null) =>
		other?.duty === shift.duty &&
		other.start < shift.end &&
		other.end > shift.start;
	const mine = swaps.filter(
		(swap) =>
			(swap.giver === you &&
				(swap.state === "done"
					? touches(swap.inReturn)
					: touches(swap.shift))) ||
			((swap.taker ?? swap.asked) === you &&
				(swap.state === "done" ? touches(swap.shift) : touches(swap.inReturn))),
	);
	return mine.findLast(({ state }) => state !== "done") ?? mine.at(-1);
}
