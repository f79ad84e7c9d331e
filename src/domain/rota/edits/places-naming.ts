/** Every place of a rota that names a person. */
import type { Sentence } from "../../language.ts";
import { spanInWords } from "../problems/in-words.ts";
import type { Layer, PersonId, Rota, WrittenShift } from "../rota.ts";
import { clockOf } from "../wall-clock.ts";

export interface PlaceNaming {
	/** Path in the document, e.g. `duties.technician[0].rotation.people[2]`. */
	readonly where: string;
	readonly says: Sentence;
}

/** In the order of the document; the list of the people themselves is left out. */
export function placesNaming(rota: Rota, person: PersonId): PlaceNaming[] {
	return [
		...Object.entries(rota.duties).flatMap(([duty, layers]) =>
			layers.flatMap((layer, index) =>
				inLayer(layer, duty, `duties.${duty}[${index}]`, person, rota.zone),
			),
		),
		...inOverrides(rota, person),
		...inRouting(rota, person),
	];
}

function inLayer(
	layer: Layer,
	duty: string,
	where: string,
	person: PersonId,
	zone: string,
): PlaceNaming[] {
	if ("rotation" in layer)
		return placesOf(layer.rotation.people, person).map((place) => ({
			where: `${where}.rotation.people[${place}]`,
			says: {
				fi: `Kierto, päivystys ${duty}: ${place + 1}. vuorossa`,
				sv: `Rotationen för ${duty}: nummer ${place + 1} i turen`,
				en: `The rotation of ${duty}: number ${place + 1} in turn`,
			},
		}));
	if (!("shifts" in layer)) return [];
	return layer.shifts.flatMap((shift, index) => {
		if (shift.person !== person) return [];
		const when = written(shift, zone);
		return [
			{
				where: `${where}.shifts[${index}]`,
				says: {
					fi: `Kirjattu vuoro, ${duty}: ${when.fi}`,
					sv: `Inskrivet pass, ${duty}: ${when.sv}`,
					en: `A shift written out, ${duty}: ${when.en}`,
				},
			},
		];
	});
}

function inOverrides(rota: Rota, person: PersonId): PlaceNaming[] {
	return (rota.overrides ?? []).flatMap((override, index) => {
		const { duty, instead } = override;
		const when = written(override, rota.zone);
		const where = `overrides[${index}]`;
		if (override.person === person)
			return [
				{
					where: `${where}.person`,
					says: {
						fi: `Poikkeus, ${duty}: tulee tilalle ${when.fi}`,
						sv: `Avvikelse, ${duty}: hoppar in ${when.sv}`,
						en: `An override, ${duty}: comes in ${when.en}`,
					},
				},
			];
		return instead === person
			? [
					{
						where: `${where}.instead`,
						says: {
							fi: `Poikkeus, ${duty}: joku muu tulee tilalle ${when.fi}`,
							sv: `Avvikelse, ${duty}: någon annan hoppar in ${when.sv}`,
							en: `An override, ${duty}: somebody else comes in ${when.en}`,
						},
					},
				]
			: [];
	});
}

function inRouting({ routing, fallback }: Rota, person: PersonId) {
	const steps = (["open", "closed"] as const).flatMap((side) =>
		routing[side].flatMap(({ ring }, index): PlaceNaming[] => {
			if (!ring.includes(person)) return [];
			const number = index + 1;
			return [
				{
					where: `routing.${side}[${index}]`,
					says:
						side === "open"
							? {
									fi: `${number}. porras toimiston ollessa auki`,
									sv: `Steg ${number} när kontoret är öppet`,
									en: `Step ${number} while the office is open`,
								}
							: {
									fi: `${number}. porras toimiston ollessa kiinni`,
									sv: `Steg ${number} när kontoret är stängt`,
									en: `Step ${number} while the office is closed`,
								},
				},
			];
		}),
	);
	return fallback.includes(person)
		? [
				...steps,
				{
					where: "fallback",
					says: {
						fi: "Varalla, kun kukaan muu ei vastaa",
						sv: "I reserv när ingen annan svarar",
						en: "The fallback when nobody else answers",
					},
				},
			]
		: steps;
}

function placesOf(people: readonly PersonId[], person: PersonId): number[] {
	return people.flatMap((each, place) => (each === person ? [place] : []));
}

/** Both ends in words; as they are written where they cannot be read. */
function written(
	{ start, end }: Pick<WrittenShift, "start" | "end">,
	zone: string,
): Sentence {
	const clock = clockOf(zone);
	const [from, to] = [clock?.read(start) ?? null, clock?.read(end) ?? null];
	if (from !== null && to !== null) return spanInWords(from, to, zone);
	const text = `${start} – ${end}`;
	return { fi: text, sv: text, en: text };
}
