import { Button, Modal, Stack, Text } from "@mantine/core";
import type { AccountLink } from "../../web/api/account-shapes.ts";
import { useNow } from "../clock.ts";
import { CopyText } from "../copy-text.tsx";
import { useReader } from "../reader.ts";
import { until } from "../times.ts";
import { useAccountsWords } from "./accounts-words.ts";

/** A link to set a password with, this once, and whether it was sent. */
export function LinkShown({
	purpose,
	made,
	close,
}: {
	purpose: "invitation" | "reset";
	made: AccountLink;
	close(): void;
}) {
	const say = useAccountsWords();
	const now = useNow();
	const reader = useReader();
	const { name, email } = made.account;
	const sent = { sent: "sent", failed: "failed", "not-set": "notSet" } as const;
	return (
		<Modal
			opened
			onClose={close}
			title={say(`link.${purpose}Title`, { name })}
			closeButtonProps={{ "aria-label": say("close") }}
			closeOnClickOutside={false}
			lockScroll={false}
		>
			<Stack gap="md">
				<Text>{say(`link.${sent[made.mail]}`, { name, email })}</Text>
				<CopyText label={say("link.label")} text={made.link} />
				<Text>
					{say("link.once", {
						when: until(new Date(made.expiresAt), now, reader),
					})}
				</Text>
				<Button variant="default" onClick={close}>
					{say("close")}
				</Button>
			</Stack>
		</Modal>
	);
}
