import { Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog, DialogEnd, type Doing } from "./dialog.tsx";

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
	/** Where the service does it; the window closes when that is done. */
	doing?: Doing;
	act(): void;
	close(): void;
	children: ReactNode;
}) {
	return (
		<Dialog title={title} close={close}>
			<Stack gap="md">
				{typeof children === "string" ? (
					<Text style={{ overflowWrap: "anywhere" }}>{children}</Text>
				) : (
					children
				)}
				<DialogEnd
					yes={yes}
					{...(no !== undefined && { no })}
					doing={doing}
					goes={act}
					close={close}
				/>
			</Stack>
		</Dialog>
	);
}
