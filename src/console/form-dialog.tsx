import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog, DialogEnd, type Doing } from "./dialog.tsx";
import { useLanguage } from "./language.tsx";

/** A form over the page. */
export function FormDialog({
	title,
	yes,
	saving,
	save,
	close,
	below,
	children,
}: {
	title: string;
	/** Default: save. */
	yes?: string;
	saving: Doing;
	save(): void;
	close(): void;
	/** What else can be done with it, beside what is typed. */
	below?: ReactNode;
	children: ReactNode;
}) {
	const { t } = useLanguage();
	return (
		<Dialog title={title} close={close} keepsTyped>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					save();
				}}
			>
				<Stack gap="md">
					{children}
					<DialogEnd
						yes={yes ?? t("dialog.save")}
						doing={saving}
						close={close}
					/>
					{below}
				</Stack>
			</form>
		</Dialog>
	);
}
