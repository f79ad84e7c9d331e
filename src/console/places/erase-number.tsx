import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { DataRequest, Erased } from "../../web/api/data-request-shapes.ts";
import { useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { Refused } from "../refused.tsx";
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
		<Modal
			opened
			onClose={close}
			title={say("request.eraseTitle", { number })}
			closeButtonProps={{ "aria-label": say("close") }}
			lockScroll={false}
		>
			<Stack gap="md">
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
				<Refused error={erasing.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={erasing.isPending}
						onClick={() => erasing.mutate()}
					>
						{say("request.eraseNow")}
					</Button>
					<Button variant="default" onClick={close}>
						{say("cancel")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}

/** Tickets, calls and audit entries stay, without whose they were. */
const going = [
	...(["tenants", "recordings", "messages", "notes", "files"] as const),
	...(["callsToThem", "languages", "optOuts"] as const),
];
