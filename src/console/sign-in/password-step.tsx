import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SignedIn } from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { EmailField } from "./email-field.tsx";
import styles from "./sign-in-page.module.css";
import { useSignInWords } from "./sign-in-words.ts";

/** The first thing that somebody proves: an e-mail address and its password. */
export function PasswordStep({
	email,
	onEmail,
	enter,
}: {
	email: string;
	onEmail(email: string): void;
	enter(result: SignedIn): Promise<void>;
}) {
	const say = useSignInWords();
	const { language } = useLanguage();
	const [password, setPassword] = useState("");
	const entering = useMutation({
		mutationFn: () =>
			ask<SignedIn>("/sign-in", language, {
				method: "POST",
				body: { email, password },
			}),
		onSuccess: enter,
	});
	return (
		<form
			className={styles.fields}
			onSubmit={(event) => {
				event.preventDefault();
				entering.mutate();
			}}
		>
			<EmailField value={email} onChange={onEmail} />
			<PasswordInput
				label={say("password")}
				name="password"
				autoComplete="current-password"
				required
				withAsterisk={false}
				size="md"
				value={password}
				onChange={(event) => setPassword(event.currentTarget.value)}
				visibilityToggleButtonProps={{
					"aria-label": say("showPassword"),
					tabIndex: 0,
				}}
			/>
			<Refused error={entering.error} />
			<Button type="submit" size="md" loading={entering.isPending}>
				{say("signIn")}
			</Button>
		</form>
	);
}
