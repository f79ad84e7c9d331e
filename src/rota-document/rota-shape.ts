import { languages } from "../domain/language.ts";
import { error, type Problem } from "../domain/rota/problem.ts";
import type { Layer, Rota } from "../domain/rota/rota.ts";
import {
	choice,
	list,
	mapping,
	named,
	number,
	optional,
	type Reader,
	required,
	text,
} from "./structure.ts";

const window = mapping({
	rrule: required(text),
	start: required(text),
	end: required(text),
	since: optional(text),
	until: optional(text),
});

const person = mapping({
	name: required(text),
	phone: required(text),
	email: optional(text),
	language: optional(choice(...languages)),
	answers: optional(choice("confirm", "directly")),
});

const holidays = mapping({
	country: required(text),
	eves: optional(
		list(choice("christmas-eve", "midsummer-eve", "new-years-eve"), 10),
	),
	also: optional(
		list(mapping({ date: required(text), name: required(text) }), 500),
	),
	except: optional(list(mapping({ date: required(text) }), 500)),
});

const specialDay = mapping({
	date: required(text),
	open: required(
		list(mapping({ start: required(text), end: required(text) }), 20),
	),
	why: optional(text),
});

const layerParts = mapping({
	rotation: optional(
		mapping({
			people: required(list(text, 200)),
			start: required(text),
			rrule: required(text),
			during: optional(list(window, 50)),
		}),
	),
	shifts: optional(
		list(
			mapping({
				person: required(text),
				start: required(text),
				end: required(text),
			}),
			5000,
		),
	),
	calendar: optional(mapping({ url: required(text) })),
});

/** Exactly one of `rotation`, `shifts` and `calendar`. */
const layer: Reader<Layer> = (value, where, problems) => {
	const before = problems.length;
	const { rotation, shifts, calendar } = layerParts(value, where, problems);
	const given = [rotation, shifts, calendar].filter(
		(part) => part !== undefined,
	);
	if (given.length !== 1 && problems.length === before)
		problems.push(notOneLayer(where));
	if (rotation) return { rotation };
	if (calendar) return { calendar };
	return { shifts: shifts ?? [] };
};

function notOneLayer(where: string): Problem {
	return error(
		"not-one-layer",
		where,
		{
			fi: "Tasossa pitää olla täsmälleen yksi näistä: rotation, shifts tai calendar.",
			sv: "Ett lager ska ha exakt ett av rotation, shifts och calendar.",
			en: "A layer has exactly one of rotation, shifts and calendar.",
		},
		{
			fi: "Kirjoita kukin omaksi tasokseen, omalle viivalleen.",
			sv: "Skriv vart och ett som ett eget lager, med ett eget streck.",
			en: "Write each as a layer of its own, with its own dash.",
		},
	);
}

const override = mapping({
	duty: required(text),
	start: required(text),
	end: required(text),
	person: required(text),
	instead: optional(text),
	why: optional(text),
});

const steps = list(
	mapping({ ring: required(list(text, 50)), seconds: required(number) }),
	50,
);

/** The shape of a rota document; what its texts mean is for `problemsIn` to judge. */
export const rotaShape: Reader<Rota> = mapping({
	rota: required(choice(1)),
	line: required(text),
	name: required(text),
	zone: required(text),
	people: required(named(person, 1000)),
	holidays: optional(holidays),
	hours: required(list(window, 100)),
	special: optional(list(specialDay, 1000)),
	duties: required(named(list(layer, 100), 100)),
	overrides: optional(list(override, 5000)),
	routing: required(
		mapping({ open: required(steps), closed: required(steps) }),
	),
	fallback: required(list(text, 50)),
});
