import { PasswordInput, Text } from "@mantine/core";
import { useId } from "react";
import {
	longestPassword,
	normalPassword,
	problemWithPassword,
	shortestPassword,
} from "../../domain/account/password.ts";
import { useSignInWords } from "./sign-in-words.ts";

/** Where a new password is chosen: it says as one types whether it will do. */
export function NewPassword({
	person,
	value,
	onChange,
}: {
	person: { readonly email: string; readonly name: string };
	value: string;
	onChange(value: string): void;
}) {
	const say = useSignInWords();
	const verdict = useVerdict(value, person);
	const id = useId();
	return (
		<div>
			<PasswordInput
				label={say("choose.password")}
				description={say("choose.hint", { count: shortestPassword })}
				aria-describedby={id}
				name="new-password"
				autoComplete="new-password"
				required
				withAsterisk={false}
				size="md"
				value={value}
				onChange={(event) => onChange(event.currentTarget.value)}
				visibilityToggleButtonProps={{
					"aria-label": say("showPassword"),
					tabIndex: 0,
				}}
			/>
			<Text id={id} size="sm" mt={6} mih="1.5em" aria-live="polite">
				{verdict}
			</Text>
		</div>
	);
}

function useVerdict(
	value: string,
	person: { readonly email: string; readonly name: string },
): string {
	const say = useSignInWords();
	if (value === "") return "";
	switch (problemWithPassword(value, person)) {
		case null:
			return say("choose.good");
		case "too-short":
			return say("choose.missing", {
				count: shortestPassword - [...normalPassword(value)].length,
			});
		case "too-long":
			return say("choose.tooLong", { count: longestPassword });
		case "too-common":
			return say("choose.tooCommon");
		case "names-you":
			return say("choose.namesYou");
	}
}
