import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { Refused } from "./refused.tsx";

/** A form over the page. A click beside it does not throw away what was typed. */
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
	saving: { readonly error: unknown; readonly isPending: boolean };
	save(): void;
	close(): void;
	/** What else can be done with it, beside what is typed. */
	below?: ReactNode;
	children: ReactNode;
}) {
	const { t } = useLanguage();
	return (
		<Modal
			opened
			onClose={close}
			closeOnClickOutside={false}
			title={title}
			closeButtonProps={{ "aria-label": t("dialog.close") }}
			lockScroll={false}
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					save();
				}}
			>
				<Stack gap="md">
					{children}
					<Refused error={saving.error} />
					<Group gap="xs">
						<Button type="submit" loading={saving.isPending}>
							{yes ?? t("dialog.save")}
						</Button>
						<Button variant="default" onClick={close}>
							{t("dialog.cancel")}
						</Button>
					</Group>
					{below}
				</Stack>
			</form>
		</Modal>
	);
}
