import type { Context } from "../../context.ts";
import { allAccounts } from "../../database/accounts.ts";
import { namesOfPlaces } from "../../database/ticket-history.ts";
import {
	allServiceClasses,
	allSubjects,
} from "../../database/ticket-settings.ts";
import type { AuditView } from "../../domain/audit/entry.ts";
import {
	kindInField,
	kindOfSubject,
	type NamedKind,
	nameKey,
} from "../../domain/audit/named-things.ts";
import type { Language } from "../../domain/language.ts";
import { pathTo } from "../../domain/ticket/subjects.ts";

/** What those things are called now that the entries name by an id; what is gone has no name. */
export async function namesInEntries(
	ctx: Pick<Context, "database" | "config" | "rotas">,
	entries: readonly AuditView[],
	language: Language,
): Promise<Record<string, string>> {
	const ids = idsIn(entries);
	const { database } = ctx;
	const read = <T>(kind: NamedKind, all: () => Promise<T[]>) =>
		ids[kind].size > 0 ? all() : [];
	const places = await namesOfPlaces(database, {
		properties: [...ids.property],
		tenants: [...ids.tenant],
	});
	const accounts = await read("account", () =>
		allAccounts(database, { demo: true }),
	);
	const classes = await read("service-class", () =>
		allServiceClasses(database),
	);
	const subjects = await read("subject", () => allSubjects(database));
	const nameOf: Record<NamedKind, (id: string) => string | undefined> = {
		account: (id) => accounts.find((each) => each.id === id)?.name,
		line: (id) => ctx.config.lines[id]?.name[language],
		person: (id) => personIn(ctx, id),
		property: (id) => places.get(id),
		"service-class": (id) =>
			classes.find((each) => each.id === id)?.names[language],
		subject: (id) =>
			pathTo(subjects, id)
				.map(({ names }) => names[language])
				.join(" › "),
		tenant: (id) => places.get(id),
	};
	return Object.fromEntries(
		(Object.keys(nameOf) as NamedKind[]).flatMap((kind) =>
			[...ids[kind]].flatMap((id) => {
				const name = nameOf[kind](id);
				return name ? [[nameKey(kind, id), name]] : [];
			}),
		),
	);
}

function idsIn(
	entries: readonly AuditView[],
): Readonly<Record<NamedKind, Set<string>>> {
	const ids: Record<NamedKind, Set<string>> = {
		...{ account: new Set(), line: new Set(), person: new Set() },
		...{ property: new Set(), "service-class": new Set() },
		...{ subject: new Set(), tenant: new Set() },
	};
	const add = (kind: NamedKind | null, id: string | null) => {
		if (kind !== null && id !== null) ids[kind].add(id);
	};
	for (const { subject, changes } of entries) {
		add(kindOfSubject(subject.kind), subject.id);
		for (const { field, from, to } of changes) {
			add(kindInField(field), from);
			add(kindInField(field), to);
		}
	}
	return ids;
}

/** Somebody of any line's rota: where two lines mean different people by one id, it stays an id. */
function personIn(
	{ config, rotas }: Pick<Context, "config" | "rotas">,
	id: string,
): string | undefined {
	const names = new Set(
		Object.keys(config.lines).flatMap((line) => {
			const person = rotas.current(line)?.rota.people[id];
			return person ? [person.name] : [];
		}),
	);
	return names.size === 1 ? [...names][0] : undefined;
}
