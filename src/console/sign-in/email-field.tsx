import { TextInput } from "@mantine/core";
import { useSignInWords } from "./sign-in-words.ts";

/** The address that an account is known by; password managers fill it in. */
export function EmailField({
	value,
	onChange,
	isFirst = false,
}: {
	value: string;
	onChange(email: string): void;
	/** It has the focus when it appears. */
	isFirst?: boolean;
}) {
	const say = useSignInWords();
	return (
		<TextInput
			label={say("email")}
			type="email"
			name="email"
			autoComplete="username"
			required
			withAsterisk={false}
			size="md"
			autoFocus={isFirst}
			value={value}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}
