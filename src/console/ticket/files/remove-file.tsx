import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TicketFileView } from "../../../domain/ticket/ticket-file.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { ask } from "../../server.ts";
import { useFilesWords } from "./files-words.ts";

/** Asks once, naming the file, before it is erased. */
export function RemoveFile({
	number,
	file: { id, name },
	headers,
	close,
	onChange,
}: {
	readonly number: string;
	readonly file: TicketFileView;
	readonly headers: Readonly<Record<string, string>>;
	close(): void;
	onChange(): void;
}) {
	const say = useFilesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const removing = useMutation({
		mutationFn: () =>
			ask(`/api/tickets/${encodeURIComponent(number)}/files/${id}`, language, {
				method: "DELETE",
				headers,
			}),
		onSuccess: async () => {
			await client.invalidateQueries({ queryKey: ["tickets"] });
			onChange();
			close();
		},
	});
	return (
		<Modal
			opened
			onClose={close}
			title={say("removeTitle")}
			closeButtonProps={{ "aria-label": say("close") }}
			lockScroll={false}
		>
			<Stack gap="md">
				<Text style={{ overflowWrap: "anywhere" }}>{say("ask", { name })}</Text>
				<Refused error={removing.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={removing.isPending}
						onClick={() => removing.mutate()}
					>
						{say("removeIt")}
					</Button>
					<Button variant="default" onClick={close}>
						{say("keep")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
