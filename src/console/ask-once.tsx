import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { Refused } from "./refused.tsx";

/** Asks once before something goes that does not come back by itself; the content names it. */
export function AskOnce({
	title,
	yes,
	no,
	doing,
	act,
	close,
	children,
}: {
	title: string;
	yes: string;
	/** Default: cancel. */
	no?: string;
	/** How far it is, where the service does it; it closes when that is done. */
	doing?: { readonly error: unknown; readonly isPending: boolean };
	act(): void;
	close(): void;
	children: ReactNode;
}) {
	const { t } = useLanguage();
	return (
		<Modal
			opened
			onClose={close}
			title={title}
			closeButtonProps={{ "aria-label": t("dialog.close") }}
			lockScroll={false}
		>
			<Stack gap="md">
				{typeof children === "string" ? (
					<Text style={{ overflowWrap: "anywhere" }}>{children}</Text>
				) : (
					children
				)}
				<Refused error={doing?.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={doing?.isPending ?? false}
						onClick={() => act()}
					>
						{yes}
					</Button>
					<Button variant="default" onClick={close}>
						{no ?? t("dialog.cancel")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
