import { Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DataRequest, Erased } from "../../web/api/data-request-shapes.ts";
import { AskOnce } from "../ask-once.tsx";
import { useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { ask } from "../server.ts";
import { heldInWords } from "./held-parts.tsx";
import { usePlacesWords } from "./places-words.ts";

/** Asks once, naming what goes and what stays. */
export function EraseNumber({
	held,
	close,
	erased,
}: {
	held: DataRequest;
	close(): void;
	erased(): void;
}) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const number = readableNumber(held.number);
	const erasing = useMutation({
		mutationFn: () =>
			ask<Erased>("/api/data-requests/erase", language, {
				method: "POST",
				body: { number: held.number },
			}),
		onSuccess: () => {
			erased();
			close();
		},
		onSettled: () => {
			void client.invalidateQueries({ queryKey: ["places"] });
			void client.invalidateQueries({ queryKey: ["tickets"] });
		},
	});
	const open = held.tickets.filter(
		({ status }) => status !== "done" && status !== "closed",
	).length;
	const others = held.tenants
		.flatMap(({ numbers }) => numbers)
		.filter((each) => each !== held.number);
	return (
		<AskOnce
			title={say("request.eraseTitle", { number })}
			yes={say("request.eraseNow")}
			doing={erasing}
			act={() => erasing.mutate()}
			close={close}
		>
			<Text>
				{say("request.eraseSays")} <b>{heldInWords(held, say, going)}</b>.
			</Text>
			<Text>{say("request.stays")}</Text>
			{open > 0 ? (
				<Text fw={600}>
					{open === 1
						? say("request.openOne")
						: say("request.open", { count: open })}
				</Text>
			) : null}
			{others.length > 0 ? (
				<Text>
					{say("request.others", {
						numbers: others.map(readableNumber).join(", "),
					})}
				</Text>
			) : null}
		</AskOnce>
	);
}

/** Tickets, calls and audit entries stay, without whose they were. */
const going = [
	...(["tenants", "recordings", "messages", "notes", "files"] as const),
	...(["mentions", "callsToThem", "languages", "optOuts"] as const),
];
