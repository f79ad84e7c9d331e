import { Stack, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Ticket } from "../../../web/api/shapes.ts";
import { useCallerName } from "../../caller.tsx";
import { useLanguage } from "../../language.tsx";
import { useMergeable } from "../ticket-queries.ts";
import { useTicketWords } from "../ticket-words.ts";
import { OtherTickets } from "./other-tickets.tsx";

const typingMilliseconds = 250;

/** Looks for another ticket into which this one can go, as the log does; what is found is chosen below. */
export function FindOther({
	ticket,
	offered,
	chosen,
	onChoose,
	fault,
}: {
	ticket: Ticket;
	/** Numbers of tickets that stand to be chosen already. */
	offered: readonly string[];
	chosen: string;
	onChoose(number: string): void;
	fault: string | null;
}) {
	const say = useTicketWords();
	const { t } = useLanguage();
	const callerName = useCallerName();
	const [typed, type] = useState("");
	const [sought] = useDebouncedValue(typed.trim(), typingMilliseconds);
	const { data, error, isPlaceholderData } = useMergeable(
		ticket.number,
		sought,
	);
	const first = useRef<HTMLInputElement>(null);
	const all = sought === "" ? [] : (data?.found ?? []);
	const found = all.filter(({ number }) => !offered.includes(number));
	const count = say(data?.hasMore ? "dialog.foundFirst" : "dialog.found", {
		count: found.length,
	});
	const isAnswered =
		typed.trim() !== "" && sought === typed.trim() && !isPlaceholderData;
	const toFirst = (event: KeyboardEvent) => {
		if (event.key !== "ArrowDown" && event.key !== "Enter") return;
		// Enter goes on to what was found; it must not send the form while one looks.
		if (typed.trim() !== "") event.preventDefault();
		const [one] = found;
		if (!one || !isAnswered) return;
		onChoose(one.number);
		first.current?.focus();
	};
	return (
		<Stack gap="sm">
			<TextInput
				data-autofocus={offered.length === 0 || undefined}
				label={say("dialog.find")}
				description={say("dialog.findHint")}
				value={typed}
				maxLength={200}
				autoComplete="off"
				error={fault}
				onKeyDown={toFirst}
				onChange={(event) => {
					type(event.currentTarget.value);
					if (found.some(({ number }) => number === chosen)) onChoose("");
				}}
			/>
			{found.length > 0 ? (
				<OtherTickets
					label={count}
					tickets={found.map((row) => ({
						...row,
						note: row.tenantName ?? callerName(row.caller),
					}))}
					line={ticket.line}
					chosen={chosen}
					onChoose={onChoose}
					first={first}
				/>
			) : null}
			<Text role="status" size="sm" c="dimmed">
				{found.length > 0 ? (
					<VisuallyHidden>{isAnswered ? count : ""}</VisuallyHidden>
				) : (
					why()
				)}
			</Text>
		</Stack>
	);

	/** Nothing is there to be chosen. */
	function why(): string {
		if (!isAnswered) return "";
		if (error) return error.message || t("trouble.unreachable");
		if (!data) return "";
		return say(all.length > 0 ? "dialog.findAbove" : "dialog.findNone");
	}
}
