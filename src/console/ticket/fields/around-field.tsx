import { Button, Group, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Refused } from "../../refused.tsx";
import { useTicketWords } from "../ticket-words.ts";
import styles from "./fields.module.css";
import type { Field } from "./use-field.ts";

/** What stands around a field that saves itself: whether it is saved, what the service refused, and what somebody else wrote. */
export function AroundField<Value>({
	field,
	inWords,
	children,
}: {
	field: Field<Value>;
	inWords(value: Value): string;
	children: ReactNode;
}) {
	const say = useTicketWords();
	const { state, conflict, error, insist, forget } = field;
	const shown = (value: Value) => inWords(value) || say("conflict.empty");
	return (
		<div className={styles.field}>
			{children}
			<span role="status" className={styles.state}>
				{state === "saving" ? say("work.saving") : null}
				{state === "saved" ? (
					<>
						<IconCheck size={14} aria-hidden /> {say("work.saved")}
					</>
				) : null}
			</span>
			<Refused error={error} />
			{conflict ? (
				<div role="alert" className={styles.conflict}>
					<Text>{conflict.why || say("conflict.title")}</Text>
					<Text size="sm">
						{say("conflict.theirs", { value: shown(conflict.theirs) })}
					</Text>
					<Text size="sm">
						{say("conflict.mine", { value: shown(conflict.mine) })}
					</Text>
					<Group gap="xs" mt="xs">
						<Button size="compact-md" onClick={insist}>
							{say("conflict.keepMine")}
						</Button>
						<Button size="compact-md" variant="default" onClick={forget}>
							{say("conflict.takeTheirs")}
						</Button>
					</Group>
				</div>
			) : null}
		</div>
	);
}
