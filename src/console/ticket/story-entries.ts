import type { Ticket } from "../../web/api/shapes.ts";
import type {
	TicketHistory,
	TicketMessage,
} from "../../web/api/ticket-history-shapes.ts";

type Call = Ticket["calls"][number];
export type Ring = Call["ringing"][number];
export type Deed = TicketHistory["entries"][number];

/** What a reader may choose to see. */
export const storyParts = ["calls", "people", "messages"] as const;
export type StoryPart = (typeof storyParts)[number];

interface Placed<Kind extends string, Part extends StoryPart> {
	readonly kind: Kind;
	readonly part: Part;
	/** Steady, so that what stands there stays where it is. */
	readonly key: string;
	readonly at: string;
}

/** One thing that happened. */
export type StoryEntry =
	| (Placed<"arrived", "calls"> & {
			readonly call: Call;
			readonly isFirst: boolean;
	  })
	| (Placed<"ring", "calls"> & { readonly ring: Ring })
	| (Placed<"left", "calls"> & { readonly seconds: number | null })
	| (Placed<"ended", "calls"> & { readonly call: Call })
	| (Placed<"deed", "people"> & { readonly deed: Deed })
	| (Placed<"note", "people"> & {
			readonly note: TicketHistory["notes"][number];
	  })
	| (Placed<"file", "people"> & {
			readonly file: TicketHistory["files"][number];
	  })
	| (Placed<"message", "messages"> & { readonly message: TicketMessage });

/** Everything that happened to a ticket, whoever did it, in the order of time; what came at once keeps the order of a call. */
export function storyEntries(
	ticket: Ticket,
	history: TicketHistory | undefined,
): StoryEntry[] {
	const entries = [
		...ticket.calls.flatMap((call, index) => ofCall(call, index === 0)),
		...(history ? ofPeople(history) : []),
		...(history?.messages ?? []).map(ofMessage),
	];
	return entries
		.map((entry, place) => ({ entry, place, at: Date.parse(entry.at) }))
		.sort((a, b) => a.at - b.at || a.place - b.place)
		.map(({ entry }) => entry);
}

function ofCall(call: Call, isFirst: boolean): StoryEntry[] {
	const { sid, arrivedAt, endedAt } = call;
	const message = call.recordings.find(({ state }) => state !== "absent");
	return [
		{
			...{ kind: "arrived", part: "calls", key: `arrived ${sid}` },
			...{ at: arrivedAt, call, isFirst },
		},
		...call.ringing.map(
			(ring, index): StoryEntry => ({
				...{ kind: "ring", part: "calls", key: `ring ${sid} ${index}` },
				...{ at: ring.startedAt, ring },
			}),
		),
		...(call.outcome === "voicemail"
			? ([
					{
						...{ kind: "left", part: "calls", key: `left ${sid}` },
						at: endedAt ?? call.ringing.at(-1)?.endedAt ?? arrivedAt,
						seconds: message?.seconds ?? null,
					},
				] satisfies StoryEntry[])
			: []),
		...(endedAt
			? ([
					{
						...{ kind: "ended", part: "calls", key: `ended ${sid}` },
						...{ at: endedAt, call },
					},
				] satisfies StoryEntry[])
			: []),
	];
}

function ofPeople({ entries, notes, files }: TicketHistory): StoryEntry[] {
	return [
		...entries
			.filter(({ action }) => !toldElsewhere.has(action))
			.map(
				(deed, index): StoryEntry => ({
					...{ kind: "deed", part: "people" },
					...{ key: `deed ${deed.at} ${deed.action} ${index}` },
					...{ at: deed.at, deed },
				}),
			),
		...notes.map(
			(note): StoryEntry => ({
				...{ kind: "note", part: "people", key: `note ${note.id}` },
				...{ at: note.at, note },
			}),
		),
		...files.map(
			(file): StoryEntry => ({
				...{ kind: "file", part: "people", key: `file ${file.id}` },
				...{ at: file.at, file },
			}),
		),
	];
}

/** The call, the note and the file stand there themselves. */
const toldElsewhere: ReadonlySet<string> = new Set([
	"ticket-opened",
	"ticket-called-again",
	"ticket-noted",
	"ticket-file-added",
	// By themselves, with the message and the recording that stand there.
	"ticket-link-created",
	"recording-kept",
	"call-recovered",
]);

/** Whether no person did it. */
export function isByItself({ actor }: Deed): boolean {
	return actor.startsWith("line:") || actor === "reconciliation";
}

function ofMessage(message: TicketMessage): StoryEntry {
	return {
		...{ kind: "message", part: "messages", key: `message ${message.id}` },
		...{ at: message.at, message },
	};
}
