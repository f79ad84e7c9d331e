import { TextInput } from "@mantine/core";

/** Where the six digits of an authenticator app go, or a recovery code: typed, pasted, or filled in by the phone. */
export function CodeField({
	label,
	kind,
	value,
	onChange,
}: {
	label: string;
	kind: "app" | "recovery";
	value: string;
	onChange(value: string): void;
}) {
	return (
		<TextInput
			key={kind}
			label={label}
			name="code"
			autoComplete={kind === "app" ? "one-time-code" : "off"}
			inputMode={kind === "app" ? "numeric" : "text"}
			autoCapitalize="none"
			autoCorrect="off"
			spellCheck={false}
			required
			withAsterisk={false}
			size="md"
			autoFocus
			value={value}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}
