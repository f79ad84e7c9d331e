/** Edits of the people of a rota. */
import type { Person, PersonId, Rota } from "../rota.ts";

/** Adds a person, or puts another in the place of the one with the id. Whoever is there keeps their place in the list. */
export function withPerson(rota: Rota, id: PersonId, person: Person): Rota {
	return { ...rota, people: { ...rota.people, [id]: person } };
}

const reserved = ["nobody", "office"];

/**
 * An id made of a name, in the manner of the others: the first name in small letters without accents, with the last name
 * or a number where that is taken. Never one that a person or a duty has, nor a word that has a meaning of its own.
 */
export function freeIdFor(rota: Rota, name: string): string {
	const words = name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "")
		.map((word) => word.slice(0, 25));
	const [first = "person"] = words;
	const full = words.length > 1 ? `${first}-${words.at(-1)}` : first;
	const isFree = (id: string) =>
		!Object.hasOwn(rota.people, id) &&
		!Object.hasOwn(rota.duties, id) &&
		!reserved.includes(id);
	if (isFree(first)) return first;
	if (isFree(full)) return full;
	let number = 2;
	while (!isFree(`${full}-${number}`)) number++;
	return `${full}-${number}`;
}
