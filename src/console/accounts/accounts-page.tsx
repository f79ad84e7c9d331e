import { Button, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type {
	Account,
	AccountLink,
	Accounts,
} from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { MissingPage } from "../plain-pages.tsx";
import { Refused } from "../refused.tsx";
import { Sentences } from "../sentences.tsx";
import { ask } from "../server.ts";
import { useSignedIn } from "../session.tsx";
import { useTitle } from "../title.ts";
import { AccountForm } from "./account-form.tsx";
import { AccountTable } from "./account-table.tsx";
import styles from "./accounts-page.module.css";
import { useAccountsWords } from "./accounts-words.ts";
import { type AskedFirst, AskFirst } from "./ask-first.tsx";
import { LinkShown } from "./link-shown.tsx";

/** What is open over the table. */
type Opened =
	| { readonly kind: "invite" }
	| { readonly kind: "edit"; readonly account: Account }
	| { readonly kind: "ask"; readonly what: AskedFirst; account: Account }
	| {
			readonly kind: "link";
			readonly purpose: "invitation" | "reset";
			readonly made: AccountLink;
	  };

/** Who can sign in, and who may do what? */
export default function AccountsPage() {
	const { may } = useSignedIn();
	if (!may.includes("keep accounts")) return <MissingPage />;
	return <Keeping />;
}

function Keeping() {
	const say = useAccountsWords();
	const { data, error } = useAccounts();
	const [opened, setOpened] = useState<Opened | null>(null);
	const close = () => setOpened(null);
	const showLink = (purpose: "invitation" | "reset") => (made: AccountLink) =>
		setOpened({ kind: "link", purpose, made });
	useTitle(say("title"));
	return (
		<Stack gap="lg">
			<div className={styles.top}>
				<div>
					<Title order={1}>{say("title")}</Title>
					{data ? <Summary accounts={data.accounts} /> : null}
				</div>
				<Button
					leftSection={<IconPlus size={18} aria-hidden />}
					onClick={() => setOpened({ kind: "invite" })}
				>
					{say("invite")}
				</Button>
			</div>
			<Refused error={error} />
			{data ? (
				<AccountTable
					accounts={data.accounts}
					edit={(account) => setOpened({ kind: "edit", account })}
					askFirst={(what, account) =>
						setOpened({ kind: "ask", what, account })
					}
					showLink={showLink}
				/>
			) : null}
			{opened?.kind === "invite" ? (
				<AccountForm close={close} invited={showLink("invitation")} />
			) : null}
			{opened?.kind === "edit" ? (
				<AccountForm account={opened.account} close={close} />
			) : null}
			{opened?.kind === "ask" ? (
				<AskFirst what={opened.what} account={opened.account} close={close} />
			) : null}
			{opened?.kind === "link" ? <LinkShown {...opened} close={close} /> : null}
		</Stack>
	);
}

function useAccounts() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["accounts"],
		// People accept invitations without the service telling everybody.
		staleTime: 0,
		queryFn: ({ signal }) =>
			ask<Accounts>("/api/accounts", language, { signal }),
	});
}

/** The answer in a line of words. */
function Summary({ accounts }: { accounts: readonly Account[] }) {
	const say = useAccountsWords();
	const active = accounts.filter(({ state }) => state === "active").length;
	const waiting = accounts.filter(({ state }) => state === "invited").length;
	const texts = [
		say("canSignIn", { count: active }),
		...(waiting > 0 ? [say("wait", { count: waiting })] : []),
		...(accounts.length < 2 ? [say("alone")] : []),
	];
	return (
		<Text maw="34rem">
			<Sentences texts={texts} />
		</Text>
	);
}
