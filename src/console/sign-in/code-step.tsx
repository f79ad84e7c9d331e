import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { SignedIn } from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { CodeField } from "./code-field.tsx";
import styles from "./sign-in-page.module.css";
import { useSignInWords } from "./sign-in-words.ts";

/** The second thing that somebody proves: a code of the app, or a recovery code. */
export function CodeStep({
	enter,
	back,
}: {
	enter(result: SignedIn): Promise<void>;
	back(): void;
}) {
	const say = useSignInWords();
	const { language } = useLanguage();
	const [kind, setKind] = useState<"app" | "recovery">("app");
	const [code, setCode] = useState("");
	const entering = useMutation({
		mutationFn: () =>
			ask<SignedIn>("/sign-in/code", language, {
				method: "POST",
				body: { code: code.trim() },
			}),
		onSuccess: enter,
	});
	const isByApp = kind === "app";
	const use = (next: "app" | "recovery") => {
		setKind(next);
		setCode("");
		entering.reset();
	};
	return (
		<Stack gap="md" className={styles.page ?? ""} align="flex-start">
			<Title order={1}>{say("code.title")}</Title>
			<Text>{say(isByApp ? "code.sentence" : "code.recoverySentence")}</Text>
			<form
				className={styles.fields}
				onSubmit={(event) => {
					event.preventDefault();
					entering.mutate();
				}}
			>
				<CodeField
					label={say(isByApp ? "code.label" : "code.recoveryLabel")}
					kind={kind}
					value={code}
					onChange={setCode}
				/>
				<Refused error={entering.error} />
				<Button type="submit" size="md" loading={entering.isPending}>
					{say("code.confirm")}
				</Button>
			</form>
			<Anchor
				component="button"
				type="button"
				onClick={() => use(isByApp ? "recovery" : "app")}
			>
				{say(isByApp ? "code.useRecovery" : "code.useApp")}
			</Anchor>
			<Anchor component="button" type="button" onClick={back}>
				{say("code.back")}
			</Anchor>
		</Stack>
	);
}
