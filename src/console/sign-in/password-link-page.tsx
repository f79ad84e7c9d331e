import {
	Anchor,
	Button,
	NativeSelect,
	Stack,
	Text,
	TextInput,
	Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { type Language, languages } from "../../domain/language.ts";
import type { PasswordLink } from "../../web/api/account-shapes.ts";
import { ownName, useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { useTitle } from "../title.ts";
import { NewPassword } from "./new-password.tsx";
import styles from "./sign-in-page.module.css";
import { useSignInWords } from "./sign-in-words.ts";

type Purpose = "reset" | "invitation";

/** For whoever holds a link to set their password with: after an invitation, or when they forgot it. */
export default function PasswordLinkPage({
	purpose,
	secret,
}: {
	purpose: Purpose;
	secret: string;
}) {
	const say = useSignInWords();
	const { language } = useLanguage();
	const path = `/sign-in/${purpose}/${encodeURIComponent(secret)}`;
	const link = useQuery({
		queryKey: ["password-link", path],
		queryFn: ({ signal }) => ask<PasswordLink>(path, language, { signal }),
	});
	useTitle(say("choose.password"));
	return (
		<Stack gap="md" className={styles.page ?? ""}>
			{link.data ? (
				<Choose link={link.data} path={path} purpose={purpose} />
			) : (
				<>
					<Title order={1}>{say("choose.password")}</Title>
					{link.error ? (
						<Refused error={link.error} />
					) : (
						<Text>{say("choose.loading")}</Text>
					)}
					<Anchor component={Link} href="/sign-in">
						{say("forgotten.back")}
					</Anchor>
				</>
			)}
		</Stack>
	);
}

function Choose({
	link,
	path,
	purpose,
}: {
	link: PasswordLink;
	path: string;
	purpose: Purpose;
}) {
	const say = useSignInWords();
	const { language, choose } = useLanguage();
	const client = useQueryClient();
	const [, go] = useLocation();
	const [password, setPassword] = useState("");
	const [name, setName] = useState(link.name);
	const [chosen, setChosen] = useState<Language>(link.language);
	const isInvitation = purpose === "invitation";
	const saving = useMutation({
		mutationFn: () =>
			ask(path, language, {
				method: "POST",
				body: isInvitation
					? { password, name: name.trim(), language: chosen }
					: { password },
			}),
		onSuccess: async () => {
			if (!isInvitation) return;
			choose(chosen);
			await client.resetQueries({ queryKey: ["session"] });
			go("/");
		},
	});
	if (saving.isSuccess && !isInvitation) return <Saved />;
	return (
		<>
			<Title order={1}>
				{isInvitation
					? say("choose.invitationTitle", { name: link.name })
					: say("choose.resetTitle")}
			</Title>
			<Text className={styles.wrapped ?? ""}>
				{say(
					isInvitation ? "choose.invitationSentence" : "choose.resetSentence",
					{ email: link.email },
				)}
			</Text>
			<form
				className={styles.fields}
				onSubmit={(event) => {
					event.preventDefault();
					saving.mutate();
				}}
			>
				<input
					type="email"
					name="email"
					autoComplete="username"
					value={link.email}
					readOnly
					hidden
				/>
				{isInvitation ? (
					<>
						<TextInput
							label={say("choose.name")}
							autoComplete="name"
							required
							withAsterisk={false}
							size="md"
							maxLength={100}
							value={name}
							onChange={(event) => setName(event.currentTarget.value)}
						/>
						<NativeSelect
							label={say("choose.language")}
							size="md"
							value={chosen}
							data={languages.map((each) => ({
								value: each,
								label: ownName(each),
							}))}
							onChange={(event) =>
								setChosen(event.currentTarget.value as Language)
							}
						/>
					</>
				) : null}
				<NewPassword
					person={{ email: link.email, name }}
					value={password}
					onChange={setPassword}
				/>
				<Refused error={saving.error} />
				<Button type="submit" size="md" loading={saving.isPending}>
					{say(isInvitation ? "choose.invitationButton" : "choose.resetButton")}
				</Button>
			</form>
		</>
	);
}

function Saved() {
	const say = useSignInWords();
	return (
		<>
			<Title order={1}>{say("choose.resetTitle")}</Title>
			<Text role="status">{say("choose.resetDone")}</Text>
			<Button component={Link} href="/sign-in" size="md">
				{say("signIn")}
			</Button>
		</>
	);
}
