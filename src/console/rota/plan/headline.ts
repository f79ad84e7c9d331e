import type { Rota, Rotation } from "../../../domain/rota/rota.ts";
import {
	type PickedRule,
	pickedRuleOf,
	rruleOf,
} from "../../../domain/rota/rule-words/picked-rule.ts";
import {
	daysInWords,
	ruleInWords,
} from "../../../domain/rota/rule-words/rule-in-words.ts";
import type { Plan } from "./plan.tsx";

/** The rota in one line: how many take turns and when, and on what days the office is open. */
export function headline(plan: Plan): string {
	const { say } = plan;
	return say("headline", {
		duty: dutyWords(plan),
		office: officeWords(plan),
	});
}

function dutyWords({ rota, say, reader, nameOf }: Plan): string {
	const found = firstRotation(rota);
	if (!found) return say("head.noRotation");
	const { duty, rotation } = found;
	const { rrule, start } = rotation;
	const when = ruleInWords(rrule, start, reader.language);
	const people = [...new Set(rotation.people)];
	const [only = ""] = people;
	const as =
		duty === "technician" || duty === "backup"
			? say(`head.as.${duty}`)
			: say("head.as.other", { duty });
	return people.length === 1
		? say("head.one", { name: nameOf(only), as })
		: say("head.turns", { count: people.length, as, when });
}

/** Of the duty that a call at night rings first: the names of a document have no order of their own. */
function firstRotation(
	rota: Rota,
): { duty: string; rotation: Rotation } | null {
	const { closed, open } = rota.routing;
	const rung = [...closed, ...open].flatMap(({ ring }) => ring);
	for (const duty of [...rung, ...Object.keys(rota.duties)])
		for (const layer of rota.duties[duty] ?? [])
			if ("rotation" in layer && layer.rotation.people.length > 0)
				return { duty, rotation: layer.rotation };
	return null;
}

function officeWords({ rota, say, reader }: Plan): string {
	if (rota.hours.length === 0) return say("head.neverOpen");
	const picked = rota.hours.map(({ rrule, since, start }) =>
		pickedRuleOf(rrule, `${since ?? "1970-01-01"}T${start}`),
	);
	const weekly = picked.flatMap((rule) => weekdaysOf(rule) ?? []);
	if (picked.some((rule) => weekdaysOf(rule) === null))
		return say("head.openAtTimes");
	const rule = rruleOf({
		every: "week",
		interval: 1,
		weekdays: [...new Set(weekly)],
	});
	const days = daysInWords(rule, "1970-01-01T00:00", reader.language) ?? "";
	return say("head.open", { days });
}

function weekdaysOf(rule: PickedRule | null): readonly number[] | null {
	if (rule?.interval !== 1) return null;
	if (rule.every === "day") return [0, 1, 2, 3, 4, 5, 6];
	return rule.every === "week" ? rule.weekdays : null;
}
