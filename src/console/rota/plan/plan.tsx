import { useDebouncedValue } from "@mantine/hooks";
import { DateTime } from "luxon";
import {
	createContext,
	type ReactNode,
	useContext,
	useMemo,
	useState,
} from "react";
import type { Problem } from "../../../domain/rota/problem.ts";
import { problemsIn } from "../../../domain/rota/problems.ts";
import type { Rota } from "../../../domain/rota/rota.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { locales, type Reader } from "../../wall-clock.ts";
import { type Desk, useDesk } from "../desk.tsx";
import { type SayPlan, usePlanWords } from "./plan-words.ts";

/** What every part of the page works with. */
export interface Plan {
	readonly desk: Desk;
	readonly rota: Rota;
	readonly say: SayPlan;
	readonly reader: Reader;
	/** In the rota's zone, to the minute. */
	readonly now: DateTime;
	/** What is wrong, or worth a look, with the rota as it was a moment ago. */
	readonly problems: readonly Problem[];
	/** Places in the document that are being edited. */
	readonly open: ReadonlySet<string>;
	setOpen(place: string, isOpen: boolean): void;
	/** A person's name, or a duty's; the id where there is neither. */
	nameOf(id: string): string;
	/** Names in a row: "Kalle, Liisa and the backup". */
	list(names: readonly string[]): string;
}

const PlanContext = createContext<Plan | null>(null);

export function usePlan(): Plan {
	const plan = useContext(PlanContext);
	if (!plan) throw new Error("There is no plan here");
	return plan;
}

/** Typing pauses for this long before the whole rota is asked for problems, so that it stays quick. */
const pauseMilliseconds = 150;

export function PlanProvider({ children }: { children: ReactNode }) {
	const desk = useDesk();
	const say = usePlanWords();
	const { language, t } = useLanguage();
	const { rota } = desk;
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const minute = useNow().getTime();
	const problems = useProblems(desk, minute);
	const plan = useMemo((): Plan => {
		const lists = new Intl.ListFormat(locales[language], {
			type: "conjunction",
		});
		return {
			desk,
			rota,
			say,
			reader: { language, zone: rota.zone },
			now: DateTime.fromMillis(minute, { zone: rota.zone }),
			problems,
			open,
			setOpen: (place, isOpen) =>
				setOpen((before) => {
					const after = new Set(before);
					if (isOpen) after.add(place);
					else after.delete(place);
					return after;
				}),
			nameOf: (id) => {
				if (Object.hasOwn(rota.people, id)) return rota.people[id]?.name || id;
				return id === "technician" || id === "backup"
					? t(`duty.names.${id}`)
					: id;
			},
			list: (names) => lists.format(names),
		};
	}, [desk, rota, say, language, t, minute, problems, open]);
	return <PlanContext.Provider value={plan}>{children}</PlanContext.Provider>;
}

const tenMinutes = 600_000;

function useProblems(desk: Desk, minute: number): readonly Problem[] {
	const [rota] = useDebouncedValue(desk.rota, pauseMilliseconds);
	const moment = Math.floor(minute / tenMinutes) * tenMinutes;
	const { inputs } = desk;
	return useMemo(
		() =>
			problemsIn(rota, {
				...inputs,
				holidays: knownHolidays(rota, inputs.holidays),
				now: DateTime.fromMillis(moment, { zone: "utc" }),
			}),
		[rota, inputs, moment],
	);
}

/**
 * The holidays that came with the published rota. Those of a country chosen since are known to the service alone, which asks
 * about them at the gate; until then they are taken to be none, so that nothing is said about them that may be wrong.
 */
function knownHolidays(
	rota: Rota,
	published: Desk["inputs"]["holidays"],
): Desk["inputs"]["holidays"] {
	const country = rota.holidays?.country.toUpperCase();
	if (!country || published?.country === country) return published;
	if (!/^[A-Z]{2}$/.test(country)) return null;
	return { country, firstYear: 1970, lastYear: 9999, holidays: [] };
}
