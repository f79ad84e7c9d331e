/** Problems with names: who and what the rota speaks of, and whether they exist. */
import { nearest } from "../nearest.ts";
import { error, type Problem } from "../problem.ts";
import type { Layer, Rota } from "../rota.ts";
import { clockOf } from "../wall-clock.ts";

export function nameProblems(rota: Rota): Problem[] {
	return [
		...zoneProblems(rota),
		...idProblems(rota),
		...phoneProblems(rota),
		...dutyProblems(rota),
		...overrideProblems(rota),
	];
}

function zoneProblems({ zone }: Rota): Problem[] {
	if (clockOf(zone)) return [];
	return [
		error(
			"bad-zone",
			"zone",
			{
				fi: `"${zone}" ei ole aikavyöhyke.`,
				sv: `"${zone}" är ingen tidszon.`,
				en: `"${zone}" is not a time zone.`,
			},
			{
				fi: "Kirjoita IANA-aikavyöhykkeen nimi, esimerkiksi Europe/Helsinki.",
				sv: "Skriv namnet på en IANA-tidszon, till exempel Europe/Helsinki.",
				en: "Write the name of an IANA time zone, such as Europe/Helsinki.",
			},
		),
	];
}

const goodId = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{0,59}$/u;

function idProblems(rota: Rota): Problem[] {
	const problems: Problem[] = [];
	const check = (id: string, where: string, reserved: string) => {
		if (!goodId.test(id) || id === reserved)
			problems.push(badId(id, where, id === reserved));
	};
	for (const id of Object.keys(rota.people))
		check(id, `people.${id}`, "nobody");
	for (const duty of Object.keys(rota.duties)) {
		check(duty, `duties.${duty}`, "office");
		if (Object.hasOwn(rota.people, duty)) problems.push(sharedName(duty));
	}
	return problems;
}

function badId(id: string, where: string, reserved: boolean): Problem {
	return error(
		"bad-name",
		where,
		reserved
			? {
					fi: `Nimellä "${id}" on päivystyslistassa jo oma merkityksensä.`,
					sv: `Namnet "${id}" har redan en egen betydelse i jourschemat.`,
					en: `The name "${id}" already has a meaning of its own in a rota.`,
				}
			: {
					fi: `"${id}" ei kelpaa nimeksi.`,
					sv: `"${id}" duger inte som namn.`,
					en: `"${id}" cannot be used as a name.`,
				},
		{
			fi: "Anna nimi, jossa on kirjaimia, numeroita ja viivoja, enintään 60 merkkiä.",
			sv: "Välj ett namn av bokstäver, siffror och streck, högst 60 tecken.",
			en: "Choose a name of letters, digits and dashes, at most 60 characters.",
		},
	);
}

function sharedName(name: string): Problem {
	return error(
		"shared-name",
		`duties.${name}`,
		{
			fi: `"${name}" on sekä henkilön että päivystyksen nimi.`,
			sv: `"${name}" är namnet på både en person och en jour.`,
			en: `"${name}" is the name of both a person and a duty.`,
		},
		{
			fi: "Anna toiselle niistä toinen nimi.",
			sv: "Ge en av dem ett annat namn.",
			en: "Give one of them another name.",
		},
	);
}

/** E.164: a plus, no leading zero, 7 to 15 digits. */
const e164 = /^\+[1-9]\d{6,14}$/;

function phoneProblems({ people }: Rota): Problem[] {
	return Object.entries(people)
		.filter(([, { phone }]) => !e164.test(phone))
		.map(([id, { name, phone }]) =>
			badPhone(`people.${id}.phone`, name || id, phone),
		);
}

/** A number that cannot be dialled. */
export function badPhone(where: string, name: string, phone: string): Problem {
	return error(
		"bad-phone",
		where,
		{
			fi: `${name}: "${phone}" ei ole puhelinnumero, johon voi soittaa.`,
			sv: `${name}: "${phone}" är inget telefonnummer som går att ringa.`,
			en: `${name}: "${phone}" is not a phone number that can be rung.`,
		},
		{
			fi: "Tarkista numero ja kirjoita se kansainvälisessä muodossa, esimerkiksi +46701740605.",
			sv: "Kontrollera numret och skriv det i internationell form, till exempel +46701740605.",
			en: "Check the number and write it in international form, such as +46701740605.",
		},
	);
}

function dutyProblems(rota: Rota): Problem[] {
	const problems: Problem[] = [];
	for (const [duty, layers] of Object.entries(rota.duties))
		for (const [index, layer] of layers.entries())
			problems.push(...layerProblems(rota, layer, `duties.${duty}[${index}]`));
	return problems;
}

function layerProblems(rota: Rota, layer: Layer, where: string): Problem[] {
	if ("rotation" in layer) {
		const { people } = layer.rotation;
		if (people.length === 0) return [emptyPeople(`${where}.rotation.people`)];
		return people.flatMap((person, index) =>
			personProblems(rota, person, `${where}.rotation.people[${index}]`),
		);
	}
	if ("shifts" in layer)
		return layer.shifts.flatMap(({ person }, index) =>
			personProblems(rota, person, `${where}.shifts[${index}].person`),
		);
	if (/^(https?|webcal):\/\/[^\s/]+/i.test(layer.calendar.url)) return [];
	return [badUrl(layer.calendar.url, `${where}.calendar.url`)];
}

function personProblems(rota: Rota, person: string, where: string): Problem[] {
	if (Object.hasOwn(rota.people, person)) return [];
	return [unknown("person", person, where, Object.keys(rota.people))];
}

function overrideProblems(rota: Rota): Problem[] {
	return (rota.overrides ?? []).flatMap(({ duty, person, instead }, index) => {
		const where = `overrides[${index}]`;
		const problems: Problem[] = [];
		if (!Object.hasOwn(rota.duties, duty))
			problems.push(
				unknown("duty", duty, `${where}.duty`, Object.keys(rota.duties)),
			);
		if (person !== "nobody")
			problems.push(...personProblems(rota, person, `${where}.person`));
		if (instead !== undefined)
			problems.push(...personProblems(rota, instead, `${where}.instead`));
		return problems;
	});
}

/** A name that stands for nothing, with the nearest that does. */
export function unknown(
	kind: "person" | "duty" | "name",
	name: string,
	where: string,
	known: readonly string[],
): Problem {
	const meant = nearest(name, known);
	const says = {
		person: {
			fi: `Henkilöä "${name}" ei ole tässä päivystyslistassa.`,
			sv: `Personen "${name}" finns inte i det här jourschemat.`,
			en: `There is no person "${name}" in this rota.`,
		},
		duty: {
			fi: `Päivystystä "${name}" ei ole tässä päivystyslistassa.`,
			sv: `Jouren "${name}" finns inte i det här jourschemat.`,
			en: `There is no duty "${name}" in this rota.`,
		},
		name: {
			fi: `"${name}" ei ole henkilö eikä päivystys tässä päivystyslistassa.`,
			sv: `"${name}" är varken en person eller en jour i det här jourschemat.`,
			en: `"${name}" is neither a person nor a duty in this rota.`,
		},
	}[kind];
	return error(
		`unknown-${kind}`,
		where,
		says,
		meant
			? {
					fi: `Tarkoititko nimeä "${meant}"?`,
					sv: `Menade du "${meant}"?`,
					en: `Did you mean "${meant}"?`,
				}
			: {
					fi: "Lisää puuttuva tai korjaa nimi.",
					sv: "Lägg till den som saknas eller rätta namnet.",
					en: "Add what is missing or correct the name.",
				},
	);
}

function emptyPeople(where: string): Problem {
	return error(
		"empty-people",
		where,
		{
			fi: "Kierrossa ei ole ketään.",
			sv: "Det finns ingen i rotationen.",
			en: "The rotation has no people.",
		},
		{
			fi: "Luettele ainakin yksi henkilö tai poista kierto.",
			sv: "Räkna upp minst en person eller ta bort rotationen.",
			en: "List at least one person, or remove the rotation.",
		},
	);
}

function badUrl(url: string, where: string): Problem {
	return error(
		"bad-url",
		where,
		{
			fi: `"${url}" ei ole kalenterin verkko-osoite.`,
			sv: `"${url}" är ingen webbadress till en kalender.`,
			en: `"${url}" is not the web address of a calendar.`,
		},
		{
			fi: "Kopioi iCalendar-syötteen osoite; se alkaa https://.",
			sv: "Kopiera iCalendar-flödets adress; den börjar med https://.",
			en: "Copy the address of the iCalendar feed; it begins with https://.",
		},
	);
}
