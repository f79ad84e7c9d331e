import { Stack, TextInput } from "@mantine/core";
import { languages, type Sentence } from "../../domain/language.ts";
import { longestSubjectName } from "../../domain/ticket/subjects.ts";
import { useSettingsWords } from "./settings-words.ts";

/** A name in each language; none may be missing. */
export function NameFields({
	names,
	onChange,
}: {
	names: Sentence;
	onChange(names: Sentence): void;
}) {
	const say = useSettingsWords();
	return (
		<Stack gap="xs">
			{languages.map((language, i) => (
				<TextInput
					key={language}
					label={say(`names.${language}`)}
					lang={language}
					autoComplete="off"
					required
					withAsterisk={false}
					maxLength={longestSubjectName}
					data-autofocus={i === 0 || undefined}
					value={names[language]}
					onChange={(event) =>
						onChange({ ...names, [language]: event.currentTarget.value })
					}
				/>
			))}
		</Stack>
	);
}
