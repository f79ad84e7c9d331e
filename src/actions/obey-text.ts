import type { LineConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { enteredFrom } from "../database/audit.ts";
import { openTicketsOf, ticketsTextedTo } from "../database/my-tickets.ts";
import type { Person, PersonId } from "../domain/rota/rota.ts";
import { type Actor, may } from "../domain/ticket/life.ts";
import { refusalInWords } from "../domain/ticket/life-words.ts";
import {
	type CommandReply,
	type TextCommand,
	ticketMeant,
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
	const meant =
		command.number ?? (await numberMeant(ctx, colleague, command, by));
	if (typeof meant !== "string") return meant;
	const result = await enteredFrom(
		{ origin: "text message", account: null },
		() => act(ctx, { number: meant, by }, command),
	);
	if (result.kind === "changed") return { kind: command.kind, number: meant };
	const { because } = result;
	const isSoAlready =
		because.kind === "yours-already" || because.kind === "on-site-already";
	return isSoAlready
		? { kind: command.kind, number: meant }
		: { kind: "refused", because: refusalInWords(because) };
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
 * "OK" is said of the newest that was sent to this very phone and waits, or of the newest at all, to hear who has it; anything else of the
 * one ticket that they have.
 */
async function numberMeant(
	{ database, clock }: Pick<Context, "database" | "clock">,
	{ id, line, phone }: Colleague,
	{ kind }: TextCommand,
	by: Actor,
): Promise<string | CommandReply> {
	const since = clock.now().minus({ days: daysToReply });
	const told = await ticketsTextedTo(database, phone, since);
	if (kind === "acknowledge") {
		const waiting = told.find((ticket) => may(kind, ticket, by));
		return (waiting ?? told[0])?.number ?? { kind: "none" };
	}
	const own = await openTicketsOf(database, { line, person: id });
	const meant = ticketMeant(kind, own, by);
	const found = meant.kind === "none" ? ticketMeant(kind, told, by) : meant;
	if (found.kind === "one") return found.number;
	return found.kind === "none"
		? found
		: { kind: "which", numbers: found.numbers };
}

/** Whoever replies to an older message means something else. */
const daysToReply = 7;
