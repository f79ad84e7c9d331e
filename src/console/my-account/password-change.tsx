import { Button, PasswordInput, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnAccount } from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { NewPassword } from "../sign-in/new-password.tsx";
import styles from "./my-account.module.css";
import { useMyAccountWords } from "./my-account-words.ts";

/** Another password, for whoever has one. */
export function PasswordChange({ account }: { account: OwnAccount }) {
	const say = useMyAccountWords();
	return (
		<section className={styles.section}>
			<Title order={2}>{say("password.title")}</Title>
			{account.hasPassword ? (
				<ChangeForm account={account} />
			) : (
				<Text>{say("password.none")}</Text>
			)}
		</section>
	);
}

function ChangeForm({ account }: { account: OwnAccount }) {
	const say = useMyAccountWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const [current, setCurrent] = useState("");
	const [password, setPassword] = useState("");
	const changing = useMutation({
		mutationFn: () =>
			ask<OwnAccount>("/api/account/password", language, {
				method: "PUT",
				body: { current, password },
			}),
		onSuccess: async (changed) => {
			client.setQueryData(["account"], changed);
			setCurrent("");
			setPassword("");
			await client.invalidateQueries({ queryKey: ["account-sessions"] });
		},
	});
	return (
		<form
			className={styles.fields}
			onSubmit={(event) => {
				event.preventDefault();
				changing.mutate();
			}}
		>
			<input
				type="email"
				name="email"
				autoComplete="username"
				value={account.email}
				readOnly
				hidden
			/>
			<PasswordInput
				label={say("password.current")}
				autoComplete="current-password"
				required
				withAsterisk={false}
				size="md"
				value={current}
				onChange={(event) => setCurrent(event.currentTarget.value)}
				visibilityToggleButtonProps={{
					"aria-label": say("password.show"),
					tabIndex: 0,
				}}
			/>
			<NewPassword person={account} value={password} onChange={setPassword} />
			<Refused error={changing.error} />
			<Button type="submit" variant="default" loading={changing.isPending}>
				{say("password.save")}
			</Button>
			<Text role="status">
				{changing.isSuccess ? say("password.saved") : ""}
			</Text>
		</form>
	);
}
