import { useState } from "react";
import type { Ticket } from "../../../web/api/shapes.ts";
import { ServerError } from "../../server.ts";
import {
	useChangingTicket,
	useFreshTicket,
	useKnownTicket,
} from "../ticket-queries.ts";

/** One part of a ticket that is changed by itself. */
interface FieldOf<Value> {
	/** What the ticket says. */
	readonly of: (ticket: Ticket) => Value;
	/** What the service is told. */
	readonly told: (value: Value) => object;
}

export interface Field<Value> {
	/** What is to be shown: what is being typed, else what the ticket says. */
	readonly value: Value;
	/** Somebody else changed it since the typing began. */
	readonly conflict: {
		readonly mine: Value;
		readonly theirs: Value;
		/** What the service said, if it was that which noticed. */
		readonly why: string | null;
	} | null;
	readonly state: "still" | "saving" | "saved";
	readonly error: unknown;
	/** Shows it, and tells nobody yet. */
	readonly type: (value: Value) => void;
	/** Saves what was typed, if it is something else. */
	readonly leave: () => void;
	readonly save: (value: Value) => void;
	/** Lets go of what was typed. */
	readonly forget: () => void;
	/** Saves what was typed over what somebody else has written. */
	readonly insist: () => void;
}

interface Draft<Value> {
	readonly value: Value;
	/** What the ticket said when the typing began. */
	readonly base: Value;
}

interface OwnChange {
	readonly before: Ticket;
	readonly after: Ticket;
}

const turns = new Map<string, Promise<void>>();
const ownChanges = new Map<string, OwnChange[]>();

/** One field of a ticket after the other, so that whoever types fast is not told of a change that is their own. */
function inTurn(number: string, work: () => Promise<void>): Promise<void> {
	const turn = (turns.get(number) ?? Promise.resolve()).then(work);
	turns.set(number, turn);
	return turn;
}

/** Longer than over so many changes nobody types at one field. */
const ownChangesKept = 20;

function keepOwn(number: string, change: OwnChange): void {
	const kept = [...(ownChanges.get(number) ?? []), change];
	ownChanges.set(number, kept.slice(-ownChangesKept));
}

/**
 * What the field says since then by what was changed on this page alone: an urgency brings its due time, a tenant brings their home,
 * and neither is somebody else's change to whoever has gone on typing.
 */
function broughtOn<Value>(
	number: string,
	of: (ticket: Ticket) => Value,
	base: Value,
): Value {
	return (ownChanges.get(number) ?? []).reduce(
		(value, { before, after }) =>
			isSame(of(before), value) ? of(after) : value,
		base,
	);
}

/**
 * A field that saves itself. A change of another field by somebody else does not stand in its way; a change of this one does, and
 * then both are shown and nothing that was typed is lost.
 */
export function useField<Value>(
	ticket: Ticket,
	{ of, told }: FieldOf<Value>,
): Field<Value> {
	const changing = useChangingTicket(ticket.number);
	const fresh = useFreshTicket(ticket.number);
	const known = useKnownTicket(ticket.number);
	const [draft, setDraft] = useState<Draft<Value> | null>(null);
	const [conflict, setConflict] = useState<Field<Value>["conflict"]>(null);
	const [state, setState] = useState<Field<Value>["state"]>("still");
	const [error, setError] = useState<unknown>(null);

	const send = async ({ value, base }: Draft<Value>) => {
		setState("saving");
		setError(null);
		setConflict(null);
		await inTurn(ticket.number, () => sendNow({ value, base }));
	};
	const sendNow = async ({ value, base }: Draft<Value>) => {
		let seen = known() ?? ticket;
		let why: string | null = null;
		try {
			for (let attempt = 0; attempt < mostAttempts; attempt++) {
				const expected = broughtOn(ticket.number, of, base);
				if (!isSame(of(seen), expected)) {
					setConflict({ mine: value, theirs: of(seen), why });
					setState("still");
					return;
				}
				try {
					const after = await changing.mutateAsync({
						revision: seen.revision,
						...told(value),
					});
					keepOwn(ticket.number, { before: seen, after });
					setDraft(null);
					setState("saved");
					return;
				} catch (refused) {
					const { status, message } = asServerError(refused);
					if (status !== 409 || attempt === mostAttempts - 1) throw refused;
					why = message;
					seen = await fresh();
				}
			}
		} catch (refused) {
			setError(refused);
			setState("still");
		}
	};

	const begin = (value: Value): Draft<Value> => ({
		value,
		base: draft?.base ?? of(ticket),
	});
	const save = (value: Value) => {
		const next = begin(value);
		if (isSame(value, of(ticket))) {
			setDraft(null);
			setConflict(null);
			return;
		}
		setDraft(next);
		void send(next);
	};
	return {
		value: draft ? draft.value : of(ticket),
		conflict,
		state,
		error,
		type: (value) => {
			setState("still");
			setDraft(begin(value));
		},
		leave: () => {
			if (!draft || state === "saving" || conflict) return;
			if (isSame(draft.value, draft.base)) setDraft(null);
			else save(draft.value);
		},
		save,
		forget: () => {
			setDraft(null);
			setConflict(null);
			setError(null);
		},
		insist: () => {
			if (!conflict) return;
			const next = { value: conflict.mine, base: conflict.theirs };
			setDraft(next);
			void send(next);
		},
	};
}

/** Others may change other fields at the same time; so often in a row they hardly do. */
const mostAttempts = 4;

function asServerError(refused: unknown): ServerError {
	return refused instanceof ServerError ? refused : new ServerError(0, "");
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
