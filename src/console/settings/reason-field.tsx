import { TextInput } from "@mantine/core";
import { useSettingsWords } from "./settings-words.ts";

/** Why a setting is changed, for whoever reads later what became of it; nobody has to say. */
export function ReasonField({
	reason,
	onChange,
}: {
	reason: string;
	onChange(reason: string): void;
}) {
	const say = useSettingsWords();
	return (
		<TextInput
			label={say("reason")}
			autoComplete="off"
			maxLength={500}
			value={reason}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}
