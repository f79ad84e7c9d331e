import { DateTime } from "luxon";
import { callerOf } from "../../../domain/call/caller.ts";
import type { CallLine } from "../../../domain/call/plan.ts";
import type { Language } from "../../../domain/language.ts";
import type { Rota, RotaTime } from "../../../domain/rota/rota.ts";
import { answerAt, compileRota } from "../../../domain/rota/timeline.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import { type WhatIf, whatIf } from "../../../domain/what-if/what-if.ts";
import type { CallFacts } from "../../../web/api/what-if-shapes.ts";
import type { Desk } from "../desk.tsx";

/** What the engine of real calls says about a call then; null for a time that is none. */
export function asked({
	rota,
	at: written,
	facts: { line, ourNumbers, caller },
	desk: { inputs, published, timeline, publishedTimeline },
	chooses,
	takenBy,
}: {
	rota: Rota;
	at: RotaTime;
	facts: CallFacts;
	desk: Desk;
	chooses: Language | null;
	takenBy: string | null;
}): WhatIf | null {
	const millis = clockOf(rota.zone)?.read(written) ?? null;
	if (millis === null) return null;
	const at = DateTime.fromMillis(millis, { zone: rota.zone });
	const known = [timeline, publishedTimeline].find(
		(each) => each.rota === rota && at >= each.from && at < each.to,
	);
	const compiled =
		known ?? compileRota(rota, { from: at, to: at.plus(1), ...inputs });
	return whatIf({
		rota,
		rotaVersion: published.version,
		answer: answerAt(compiled, at),
		setting: {
			line: line as CallLine,
			ourNumbers,
			blocked: caller.blocked && caller.number ? [caller.number] : [],
		},
		caller: {
			caller: callerOf(caller.number ?? ""),
			known: caller.language,
			chooses,
		},
		takenBy,
	});
}
