import type { RoutingSide } from "../../../domain/rota/edits/routing.ts";
import { plannedRouting, stepsOf } from "../../../domain/rota/routing.ts";
import { answerAt, covers } from "../../../domain/rota/timeline.ts";
import type { Plan } from "./plan.tsx";

/** What a call would do now by day or by night, by the rota on the desk: whom it rings, for how long, and what then. */
export function callWords(plan: Plan, side: RoutingSide): string {
	const { desk, rota, say, now, nameOf, list } = plan;
	if (!covers(desk.timeline, now)) return "";
	const duties = Object.keys(rota.duties);
	const held = answerAt(desk.timeline, now).duties;
	const steps = stepsOf(
		plannedRouting(rota, rota.routing[side], duties),
		duties.map((duty) => held[duty]?.person ?? null),
	);
	if (steps.length === 0) return say("call.nobody");
	const parts = steps.map(({ people, seconds }) =>
		say("call.step", { names: list(people.map(nameOf)), seconds }),
	);
	return say(`call.${side}`, { steps: parts.join(say("call.after")) });
}
