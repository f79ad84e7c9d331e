import { TextInput } from "@mantine/core";
import { useState } from "react";
import { typedTime } from "../../../domain/rota/edits/typed-time.ts";
import { writtenTime } from "../../../domain/rota/edits/written-time.ts";
import { clockOf } from "../../../domain/rota/wall-clock.ts";
import type { Ticket } from "../../../web/api/shapes.ts";
import { useNow } from "../../clock.ts";
import { useReader } from "../../reader.ts";
import { when } from "../../times.ts";
import { useTicketWords } from "../ticket-words.ts";
import { AroundField } from "./around-field.tsx";
import { useField } from "./use-field.ts";

/** Until when the work is to be finished, on the line's own wall clock. */
export function DueField({ ticket }: { ticket: Ticket }) {
	const say = useTicketWords();
	const now = useNow();
	const reader = useReader(ticket.line);
	const field = useField<string | null>(ticket, {
		of: ({ dueAt }) => dueAt,
		told: (dueAt) => ({ dueAt }),
	});
	// What is typed and no time yet; null while nothing is.
	const [typed, type] = useState<string | null>(null);
	const [fault, setFault] = useState<string | null>(null);
	const shown =
		typed ??
		(field.value === null
			? ""
			: writtenTime(Date.parse(field.value), reader.zone).slice(0, 16));
	const leave = () => {
		if (typed === null) return;
		const judged = typed === "" ? null : typedTime(typed, reader.zone);
		if (judged?.kind === "unreadable") {
			setFault(say("fields.dueUnreadable"));
			return;
		}
		if (judged?.kind === "skipped") {
			setFault(say("fields.dueSkipped"));
			return;
		}
		setFault(null);
		type(null);
		const millis = typed === "" ? null : clockOf(reader.zone)?.read(typed);
		field.save(
			millis === null || millis === undefined
				? null
				: new Date(millis).toISOString(),
		);
	};
	return (
		<AroundField
			field={field}
			inWords={(dueAt) =>
				dueAt === null ? "" : when(new Date(dueAt), now, reader)
			}
		>
			<TextInput
				type="datetime-local"
				label={say("fields.due")}
				value={shown}
				error={fault}
				onChange={(event) => type(event.currentTarget.value)}
				onBlur={leave}
				onKeyDown={(event) => {
					if (event.key === "Enter") leave();
				}}
			/>
		</AroundField>
	);
}
