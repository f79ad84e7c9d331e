import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Ticket } from "../web/api/shapes.ts";
import styles from "./acknowledge.module.css";
import { useLanguage } from "./language.tsx";
import { ask } from "./server.ts";
import { useSignedIn } from "./session.tsx";

/** The button of a ticket that nobody has; nothing where somebody has it or who looks may not. */
export function Acknowledge({
	ticket,
	isUrgent = false,
}: {
	ticket: Ticket;
	isUrgent?: boolean;
}) {
	const { language, t } = useLanguage();
	const client = useQueryClient();
	const { may } = useSignedIn();
	const acknowledging = useMutation({
		mutationFn: () =>
			ask<Ticket>(`/api/tickets/${ticket.number}/acknowledge`, language, {
				method: "POST",
			}),
		onSettled: () => client.invalidateQueries({ queryKey: ["tickets"] }),
	});
	if (ticket.status !== "new" || ticket.outcome === null) return null;
	if (!may.includes("acknowledge tickets")) return null;
	return (
		<>
			<Button
				className={styles.button ?? ""}
				variant={isUrgent ? "filled" : "light"}
				loading={acknowledging.isPending}
				onClick={() => acknowledging.mutate()}
				aria-label={t("acknowledge.label", { number: ticket.number })}
			>
				{t("acknowledge.button")}
			</Button>
			{acknowledging.error ? (
				<Text role="alert" size="sm">
					{t("acknowledge.failed", { why: acknowledging.error.message })}
				</Text>
			) : null}
		</>
	);
}
