import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ServiceClass } from "../../../web/api/ticket-setting-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { useSettingsWords } from "../settings-words.ts";
import { useSaved } from "../use-saved.ts";

/** Asks once, naming it. */
export function RemoveServiceClass({
	one: { id, names, revision },
	close,
}: {
	one: ServiceClass;
	close(): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const removing = useSaved(close);
	const name = names[language];
	return (
		<Modal
			opened
			onClose={close}
			title={say("classes.removeTitle", { name })}
			closeButtonProps={{ "aria-label": say("close") }}
			lockScroll={false}
		>
			<Stack gap="md">
				<Text>{say("classes.ask", { name })}</Text>
				<Refused error={removing.error} />
				<Group gap="xs">
					<Button
						color="red"
						loading={removing.isPending}
						onClick={() =>
							removing.mutate({
								method: "DELETE",
								path: `service-classes/${id}?revision=${revision}`,
							})
						}
					>
						{say("classes.removeIt")}
					</Button>
					<Button variant="default" onClick={close}>
						{say("cancel")}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
