import { Button, Group } from "@mantine/core";
import { Refused } from "../../refused.tsx";
import { useTicketWords } from "../ticket-words.ts";

/** How each dialog ends: what the service refused, the way back, and the doing itself. */
export function FormEnd({
	label,
	isPending,
	error,
	onClose,
}: {
	label: string;
	isPending: boolean;
	error: unknown;
	onClose(): void;
}) {
	const say = useTicketWords();
	return (
		<>
			<Refused error={error} />
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose}>
					{say("dialog.cancel")}
				</Button>
				<Button type="submit" loading={isPending}>
					{label}
				</Button>
			</Group>
		</>
	);
}
