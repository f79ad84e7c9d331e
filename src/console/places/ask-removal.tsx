import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { usePlacesWords } from "./places-words.ts";

/** Asks once, naming what goes. */
export function AskRemoval({
	title,
	says,
	path,
	close,
	removed,
}: {
	title: string;
	says: string;
	/** Of the API. */
	path: string;
	close(): void;
	removed?: () => void;
}) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const removing = useMutation({
		mutationFn: () => ask(path, language, { method: "DELETE" }),
		onSuccess: () => {
			close();
			removed?.();
		},
		onSettled: () => client.invalidateQueries({ queryKey: ["places"] }),
	});
	return (
		<Modal
			opened
			onClose={close}
			title={title}
			closeButtonProps={{ "aria-label": say("close") }}
			lockScroll={false}
		>
			<Stack gap="md">
				<Text>{says}</Text>
				<Refused error={removing.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={removing.isPending}
						onClick={() => removing.mutate()}
					>
						{say("remove")}
					</Button>
					<Button variant="default" onClick={close}>
						{say("cancel")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
