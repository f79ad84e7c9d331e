/** Which of an entry's ids stand for something that people know by a name. */

export type NamedKind =
	| "account"
	| "line"
	| "person"
	| "property"
	| "service-class"
	| "subject"
	| "tenant";

const kindsOfFields: Readonly<Record<string, NamedKind>> = {
	asked: "person",
	giver: "person",
	line: "line",
	parent: "subject",
	person: "person",
	property: "property",
	serviceClass: "service-class",
	subject: "subject",
	taker: "person",
	tenant: "tenant",
};

const kindsOfSubjects: Readonly<Record<string, NamedKind>> = {
	account: "account",
	line: "line",
	property: "property",
	rota: "line",
	"service-class": "service-class",
	subject: "subject",
	tenant: "tenant",
};

/** Of what kind the thing is whose id stands in the field; null where the field says what it says. */
export function kindInField(field: string): NamedKind | null {
	return Object.hasOwn(kindsOfFields, field)
		? (kindsOfFields[field] as NamedKind)
		: null;
}

/** Of what kind the thing is that an entry is about; null where its id says all there is to say. */
export function kindOfSubject(kind: string): NamedKind | null {
	return Object.hasOwn(kindsOfSubjects, kind)
		? (kindsOfSubjects[kind] as NamedKind)
		: null;
}

/** Under which a page of entries tells the name of a thing. */
export function nameKey(kind: NamedKind, id: string): string {
	return `${kind} ${id}`;
}
