import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Forgotten } from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { EmailField } from "./email-field.tsx";
import styles from "./sign-in-page.module.css";
import { useSignInWords } from "./sign-in-words.ts";

/** For whoever has forgotten their password: a link by e-mail, or the word that an admin makes one. */
export function ForgottenStep({
	email: typed,
	back,
}: {
	email: string;
	back(): void;
}) {
	const say = useSignInWords();
	const { language } = useLanguage();
	const [email, setEmail] = useState(typed);
	const asking = useMutation({
		mutationFn: () =>
			ask<Forgotten>("/sign-in/forgot", language, {
				method: "POST",
				body: { email },
			}),
	});
	return (
		<Stack gap="md" className={styles.page ?? ""} align="flex-start">
			<Title order={1}>{say("forgotten.title")}</Title>
			{asking.data ? (
				<Text role="status">
					{asking.data.kind === "ask-admin"
						? say("forgotten.askAdmin")
						: say("forgotten.sent", { email })}
				</Text>
			) : (
				<>
					<Text>{say("forgotten.sentence")}</Text>
					<form
						className={styles.fields}
						onSubmit={(event) => {
							event.preventDefault();
							asking.mutate();
						}}
					>
						<EmailField isFirst value={email} onChange={setEmail} />
						<Refused error={asking.error} />
						<Button type="submit" size="md" loading={asking.isPending}>
							{say("forgotten.send")}
						</Button>
					</form>
				</>
			)}
			<Anchor component="button" type="button" onClick={back}>
				{say("forgotten.back")}
			</Anchor>
		</Stack>
	);
}
