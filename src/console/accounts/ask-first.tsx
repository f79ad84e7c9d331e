import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account } from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { useAccountsWords } from "./accounts-words.ts";

export type AskedFirst = "disable" | "resetFactor";

/** Asks once, naming whom it is about, before somebody is shut out or let in more easily. */
export function AskFirst({
	what,
	account,
	close,
}: {
	what: AskedFirst;
	account: Account;
	close(): void;
}) {
	const say = useAccountsWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const { id, name } = account;
	const doing = useMutation({
		mutationFn: () =>
			ask(
				`/api/accounts/${id}/${what === "disable" ? "disable" : "second-factor/reset"}`,
				language,
				{ method: "POST" },
			),
		onSuccess: close,
		onSettled: () => client.invalidateQueries({ queryKey: ["accounts"] }),
	});
	return (
		<Modal
			opened
			onClose={close}
			title={`${say(what)}: ${name}`}
			closeButtonProps={{ "aria-label": say("close") }}
			lockScroll={false}
		>
			<Stack gap="md">
				<Text>{say(`ask.${what}`, { name })}</Text>
				<Refused error={doing.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={doing.isPending}
						onClick={() => doing.mutate()}
					>
						{say(what)}
					</Button>
					<Button variant="default" onClick={close}>
						{say("cancel")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
