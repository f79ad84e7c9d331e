import { Button, Group, Text } from "@mantine/core";
import {
	type CommandKind,
	wordFor,
} from "../../../domain/ticket/text-commands.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { isLost, isWorthRepeating } from "../../server.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import { asTyped } from "./open-form.tsx";
import styles from "./ticket-at-work.module.css";
import type { Deed, Doing } from "./use-deed.ts";

/** What came of the last tap: that it arrived, or why not, with one tap to try again. */
export function Trouble({ number, doing }: { number: string; doing: Doing }) {
	const say = useMyTicketWords();
	const { failed, done, act, dismiss, pending } = doing;
	return (
		<>
			<Text role="status" c="var(--live)" className={styles.did ?? ""}>
				{done ? say(`did.${done}`) : pending ? say("sending") : ""}
			</Text>
			{failed ? (
				<div className={styles.trouble}>
					<Text fw={500}>{say(`do.${failed.deed.kind}`)}</Text>
					{isLost(failed.error) ? (
						<Text role="alert">
							{say("trouble.offline")}{" "}
							<BySms {...{ number }} of={failed.deed} />
						</Text>
					) : (
						<Refused error={failed.error} />
					)}
					<Group gap="xs" mt="xs">
						{isWorthRepeating(failed.error) ? (
							<Button
								size="md"
								className={styles.big ?? ""}
								onClick={() => void act(asTyped(number, failed.deed))}
							>
								{say("trouble.again")}
							</Button>
						) : null}
						<Button
							size="md"
							variant="default"
							className={styles.big ?? ""}
							onClick={dismiss}
						>
							{say("trouble.dismiss")}
						</Button>
					</Group>
				</div>
			) : null}
		</>
	);
}

/** What can be said by text message too: that often gets through where nothing else does. */
function BySms({ number, of }: { number: string; of: Deed }) {
	const say = useMyTicketWords();
	const { language } = useLanguage();
	if (!isCommand(of.kind)) return null;
	const command = `${wordFor[of.kind][language]} ${number}`;
	return say("trouble.bySms", { command });
}

function isCommand(kind: string): kind is CommandKind {
	return kind in wordFor;
}
