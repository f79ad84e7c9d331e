import { Button, NativeSelect, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Language, languages } from "../../domain/language.ts";
import type { OwnAccount } from "../../web/api/account-shapes.ts";
import { ownName, useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import styles from "./my-account.module.css";
import { useMyAccountWords } from "./my-account-words.ts";

/** One's name and language. */
export function AboutMe({ account }: { account: OwnAccount }) {
	const say = useMyAccountWords();
	const { language, choose } = useLanguage();
	const client = useQueryClient();
	const [name, setName] = useState(account.name);
	const [chosen, setChosen] = useState<Language>(account.language);
	const saving = useMutation({
		mutationFn: () =>
			ask<OwnAccount>("/api/account", language, {
				method: "PUT",
				body: { name: name.trim(), language: chosen },
			}),
		onSuccess: async (saved) => {
			client.setQueryData(["account"], saved);
			choose(chosen);
			await client.invalidateQueries({ queryKey: ["session"] });
		},
	});
	return (
		<section className={styles.section}>
			<Title order={2}>{say("about.title")}</Title>
			<form
				className={styles.fields}
				onSubmit={(event) => {
					event.preventDefault();
					saving.mutate();
				}}
			>
				<TextInput
					label={say("about.name")}
					autoComplete="name"
					required
					withAsterisk={false}
					maxLength={100}
					size="md"
					value={name}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<NativeSelect
					label={say("about.language")}
					description={say("about.languageHint")}
					size="md"
					value={chosen}
					data={languages.map((each) => ({
						value: each,
						label: ownName(each),
					}))}
					onChange={(event) => setChosen(event.currentTarget.value as Language)}
				/>
				<Refused error={saving.error} />
				<Button type="submit" variant="default" loading={saving.isPending}>
					{say("about.save")}
				</Button>
				<Text role="status">{saving.isSuccess ? say("about.saved") : ""}</Text>
			</form>
		</section>
	);
}
