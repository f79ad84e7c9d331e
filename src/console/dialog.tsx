import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { Refused } from "./refused.tsx";

/** How far the service is with what a window was for. */
export interface Doing {
	readonly error: unknown;
	readonly isPending: boolean;
}

/** A window over the page, for as long as it is drawn. */
export function Dialog({
	title,
	close,
	keepsTyped = false,
	children,
}: {
	title: string;
	close(): void;
	/** A click beside it does not throw away what was typed. */
	keepsTyped?: boolean;
	children: ReactNode;
}) {
	const { t } = useLanguage();
	return (
		<Modal
			opened
			onClose={close}
			closeOnClickOutside={!keepsTyped}
			title={title}
			closeButtonProps={{ "aria-label": t("dialog.close") }}
			// Locking the scroll would add a style element of its own, which content security refuses.
			lockScroll={false}
			transitionProps={{ duration: 0 }}
		>
			{children}
		</Modal>
	);
}

/** How a window ends: what the service refused, what is done, and the way back. */
export function DialogEnd({
	yes,
	no,
	doing,
	goes,
	close,
}: {
	yes: string;
	/** Default: cancel. */
	no?: string;
	doing?: Doing | undefined;
	/** Makes go what does not come back by itself; without it the form around is sent. */
	goes?(): void;
	close(): void;
}) {
	const { t } = useLanguage();
	return (
		<>
			<Refused error={doing?.error} />
			<Group gap="xs">
				<Button
					loading={doing?.isPending ?? false}
					{...(goes
						? { color: "red", onClick: () => goes() }
						: { type: "submit" })}
				>
					{yes}
				</Button>
				<Button
					variant="default"
					data-autofocus={goes !== undefined || undefined}
					onClick={close}
				>
					{no ?? t("dialog.cancel")}
				</Button>
			</Group>
		</>
	);
}
