/** Entries of somebody else's calendar, and whose shift each of them is. */
import type { Person, PersonId, RotaTime, WrittenShift } from "../rota.ts";

/** One event of a calendar; a recurring one is an entry each time. */
export interface CalendarEntry {
	readonly title: string;
	/** Local to the rota's zone where the calendar names no zone, else with `Z`. */
	readonly start: RotaTime;
	readonly end: RotaTime;
	readonly guests: readonly Guest[];
}

/** Somebody invited to an event. */
export interface Guest {
	readonly email?: string;
	readonly name?: string;
}

/** An event that could not be read, with its time as it stands in the calendar. */
export interface UnreadableEntry {
	readonly title: string;
	readonly time: string;
	readonly because: UnreadableBecause;
}

export type UnreadableBecause =
	| "no-time"
	| "no-length"
	| "unknown-zone"
	| "bad-rule"
	| "broken";

/** An event that is nobody's shift, though it looks like one. */
export interface StrangeEntry {
	readonly title: string;
	readonly start: RotaTime;
	readonly end: RotaTime;
	/** Nobody of the rota is named, or more than one. */
	readonly because: "nobody" | "several";
}

export type EntryHolder =
	| { readonly kind: "person"; readonly person: PersonId }
	| { readonly kind: "nobody" }
	| { readonly kind: "several" };

type People = Readonly<Record<PersonId, Person>>;

/**
 * Whose shift an entry is: that of the one guest who is known by e-mail or name, else of the one person whom the title
 * names. A title that names one of several guests decides between them.
 */
export function holderOf(
	{ title, guests }: Pick<CalendarEntry, "title" | "guests">,
	people: People,
): EntryHolder {
	const invited = new Set(
		guests.flatMap(({ email, name }) => {
			const one =
				(email && exactly(email, people)) || (name && exactly(name, people));
			return one ? [one] : [];
		}),
	);
	if (invited.size === 1) return person([...invited][0] as PersonId);
	const named = namedIn(title, people);
	const both = named.filter((id) => invited.has(id));
	if (both.length === 1) return person(both[0] as PersonId);
	if (invited.size > 1) return { kind: "several" };
	if (named.length === 1) return person(named[0] as PersonId);
	return { kind: named.length > 1 ? "several" : "nobody" };
}

/** The shifts of entries in the order of the entries, and what is nobody's. */
export function shiftsIn(
	entries: readonly CalendarEntry[],
	people: People,
): { shifts: WrittenShift[]; strange: StrangeEntry[] } {
	const known = new Map<string, EntryHolder>();
	const shifts: WrittenShift[] = [];
	const strange: StrangeEntry[] = [];
	for (const entry of entries) {
		const key = JSON.stringify([entry.title, entry.guests]);
		const holder = known.get(key) ?? holderOf(entry, people);
		known.set(key, holder);
		const { title, start, end } = entry;
		if (holder.kind === "person")
			shifts.push({ person: holder.person, start, end });
		else strange.push({ title, start, end, because: holder.kind });
	}
	return { shifts, strange };
}

/** Whom a text names as a whole: by e-mail address, id or name, in small or large letters. */
export function exactly(text: string, people: People): PersonId | null {
	const wanted = folded(text);
	if (wanted === "") return null;
	const found = Object.entries(people).filter(([id, { name, email }]) =>
		[id, name, email ?? ""].some((each) => folded(each) === wanted),
	);
	return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** Everybody whom a text names in passing; who is named by more words wins over who is named by some of them. */
function namedIn(title: string, people: People): PersonId[] {
	const whole = exactly(title, people);
	if (whole !== null) return [whole];
	let text = ` ${words(title)} `;
	const names = Object.entries(people)
		.flatMap(([id, { name, email }]) =>
			[email ?? "", name, id].map((each) => ({ id, words: words(each) })),
		)
		.filter((each) => each.words !== "")
		.sort((one, other) => other.words.length - one.words.length);
	const found = new Set<PersonId>();
	for (const { id, words } of names) {
		if (!text.includes(` ${words} `)) continue;
		found.add(id);
		const same = names.filter((each) => each.words === words);
		for (const each of same) found.add(each.id);
		text = text.replaceAll(` ${words} `, "  ");
	}
	return [...found];
}

function folded(text: string): string {
	return text
		.normalize("NFC")
		.trim()
		.replace(/^mailto:/i, "")
		.replace(/\s+/g, " ")
		.toLowerCase();
}

/** Words apart by one space; an e-mail address stays one word. */
function words(text: string): string {
	return folded(text)
		.replace(/[^\p{L}\p{M}\p{N}@._+-]+/gu, " ")
		.replace(/(^|\s)[._+-]+|[._+-]+(?=\s|$)/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

function person(id: PersonId): EntryHolder {
	return { kind: "person", person: id };
}
