import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { ask } from "../../server.ts";
import { useLinksWords } from "./links-words.ts";

/** Asks once, naming who can open the ticket no more, before their link is ended. */
export function EndLink({
	number,
	link: { id, name },
	close,
	onEnd,
}: {
	number: string;
	link: { readonly id: string; readonly name: string };
	close(): void;
	onEnd(): void;
}) {
	const say = useLinksWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const ending = useMutation({
		mutationFn: () =>
			ask(`/api/tickets/${number}/links/${id}`, language, { method: "DELETE" }),
		onSuccess: () => {
			onEnd();
			close();
		},
		onSettled: () => client.invalidateQueries({ queryKey: ["tickets"] }),
	});
	return (
		<Modal
			opened
			onClose={close}
			title={say("endOf", { name })}
			closeButtonProps={{ "aria-label": say("close") }}
			lockScroll={false}
		>
			<Stack gap="md">
				<Text>{say("ask", { name, number })}</Text>
				<Refused error={ending.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={ending.isPending}
						onClick={() => ending.mutate()}
					>
						{say("endIt")}
					</Button>
					<Button variant="default" onClick={close}>
						{say("keep")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
