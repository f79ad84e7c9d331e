import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { enteredFrom } from "../database/audit.ts";
import {
	namedTickets,
	type OwnTicket,
	openTicketsOf,
	ticketsTextedTo,
} from "../database/my-tickets.ts";
import type { Person, PersonId } from "../domain/rota/rota.ts";
import { type Actor, may } from "../domain/ticket/life.ts";
import { refusalInWords } from "../domain/ticket/life-words.ts";
import type {
	CommandReply,
	TextCommand,
} from "../domain/ticket/text-commands.ts";
import { acknowledgeTicket } from "./acknowledge-ticket.ts";
import { arriveAtTicket } from "./arrive-at-ticket.ts";
import { finishTicket } from "./finish-ticket.ts";
import { startTicket } from "./start-ticket.ts";

/** One of the line's own people, by the number that they text from. */
export interface Colleague extends Person {
	readonly id: PersonId;
	/** Of the rota they stand on. */
	readonly line: string;
}

export function colleagueAt(
	{ rotas }: Pick<Context, "rotas">,
	{ id: line }: Pick<LineConfig, "id">,
	phone: string | null,
): Colleague | undefined {
	const people = rotas.current(line)?.rota.people ?? {};
	return Object.entries(people)
		.map(([id, person]) => ({ ...person, id, line }))
		.find((person) => person.phone === phone);
}

/**
 * Does what a colleague says by text message of one of their tickets: the one they name, else the one that can be meant. Answers what is to
 * be replied. Nothing is done twice.
 */
export async function obeyText(
	ctx: Context,
	colleague: Colleague,
	command: TextCommand,
): Promise<CommandReply> {
	const by: Actor = {
		...{ name: colleague.name, role: "technician", account: null },
		people: [{ line: colleague.line, person: colleague.id }],
	};
	const { kind } = command;
	const [number, ...rest] = command.number
		? [command.number]
		: await numbersMeant(ctx, colleague, command, by);
	if (number === undefined) return { kind: "none" };
	const [ticket, ...others] = await namedTickets(ctx.database, [
		number,
		...rest,
	]);
	if (!ticket) {
		const because = refusalInWords({ kind: "no-such-ticket", number });
		return { kind: "refused", ticket: null, because };
	}
	if (kind !== "acknowledge" && others.length > 0)
		return { kind: "which", command: kind, tickets: [ticket, ...others] };
	const result = await enteredFrom(
		{ origin: "text message", account: null },
		() => act(ctx, { number, by }, command),
	);
	if (result.kind === "changed") return { kind, ticket, others };
	const { because } = result;
	const isSoAlready =
		because.kind === "yours-already" || because.kind === "on-site-already";
	return isSoAlready
		? { kind, ticket, others }
		: { kind: "refused", ticket, because: refusalInWords(because) };
}

function act(
	ctx: Context,
	change: { readonly number: string; readonly by: Actor },
	{ kind, note }: TextCommand,
) {
	switch (kind) {
		case "acknowledge":
			return acknowledgeTicket(ctx, change);
		case "start":
			return startTicket(ctx, change);
		case "arrive":
			return arriveAtTicket(ctx, change);
		case "finish":
			return finishTicket(ctx, { ...change, note: note ?? undefined });
	}
}

/**
 * The tickets that can be meant where no number is said. "OK" is said of the newest that was sent to this very phone and waits, which comes
 * first, or of the newest at all, to hear who has it; anything else of the one ticket that they have.
 */
async function numbersMeant(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ id, line, phone }: Colleague,
	{ kind }: TextCommand,
	by: Actor,
): Promise<string[]> {
	const since = clock.now().minus({ days: daysToReply });
	const told = await ticketsTextedTo(database, phone, since);
	const possible = (tickets: readonly OwnTicket[]) =>
		tickets.filter((ticket) => may(kind, ticket, by));
	const own =
		kind === "acknowledge"
			? []
			: possible(await openTicketsOf(database, { line, person: id }));
	const found = own.length > 0 ? own : possible(told);
	const newest = kind === "acknowledge" ? told.slice(0, 1) : [];
	return (found.length > 0 ? found : newest).map(({ number }) => number);
}

/** Whoever replies to an older message means something else. */
const daysToReply = 7;
