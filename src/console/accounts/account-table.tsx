import { ActionIcon, Menu, Table, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account, AccountLink } from "../../web/api/account-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { useSignedIn } from "../session.tsx";
import { when } from "../times.ts";
import styles from "./accounts-page.module.css";
import { useAccountsWords } from "./accounts-words.ts";
import type { AskedFirst } from "./ask-first.tsx";

interface Doings {
	edit(account: Account): void;
	askFirst(what: AskedFirst, account: Account): void;
	showLink(purpose: "invitation" | "reset"): (made: AccountLink) => void;
}

/** Everybody with an account, and what can be done with each. */
export function AccountTable({
	accounts,
	...doings
}: { accounts: readonly Account[] } & Doings) {
	const say = useAccountsWords();
	return (
		<Table className={styles.table ?? ""} verticalSpacing="sm">
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{say("who")}</Table.Th>
					<Table.Th>{say("role")}</Table.Th>
					<Table.Th className={styles.wide ?? ""}>{say("seen")}</Table.Th>
					<Table.Th className={styles.wide ?? ""}>{say("factor")}</Table.Th>
					<Table.Th className={styles.middle ?? ""}>{say("state")}</Table.Th>
					<Table.Td />
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{accounts.map((account) => (
					<Row key={account.id} account={account} {...doings} />
				))}
			</Table.Tbody>
		</Table>
	);
}

function Row({ account, ...doings }: { account: Account } & Doings) {
	const say = useAccountsWords();
	const { t } = useLanguage();
	const now = useNow();
	const reader = useReader();
	const self = useSignedIn().account?.id === account.id;
	const { name, email, role, state, lastSignedInAt } = account;
	return (
		<Table.Tr data-state={state}>
			<Table.Td>
				<Text fw={600} className={styles.who ?? ""}>
					{name}
					{self ? ` (${say("you")})` : ""}
				</Text>
				<Text size="sm" c="dimmed" className={styles.who ?? ""}>
					{email}
				</Text>
				{state === "active" ? null : (
					<Text size="sm" className={styles.narrow ?? ""}>
						{say(`states.${state}`)}
					</Text>
				)}
			</Table.Td>
			<Table.Td>{t(`roles.${role}`)}</Table.Td>
			<Table.Td className={styles.wide ?? ""}>
				{lastSignedInAt
					? when(new Date(lastSignedInAt), now, reader)
					: say("never")}
			</Table.Td>
			<Table.Td className={styles.wide ?? ""}>
				{say(account.hasSecondFactor ? "factorOn" : "factorOff")}
			</Table.Td>
			<Table.Td className={styles.middle ?? ""}>
				{say(`states.${state}`)}
			</Table.Td>
			<Table.Td className={styles.more ?? ""}>
				<RowMenu account={account} {...doings} />
			</Table.Td>
		</Table.Tr>
	);
}

function RowMenu({
	account,
	edit,
	askFirst,
	showLink,
}: { account: Account } & Doings) {
	const say = useAccountsWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const renew = () => client.invalidateQueries({ queryKey: ["accounts"] });
	const post = <T,>(rest: string) =>
		ask<T>(`/api/accounts/${account.id}/${rest}`, language, { method: "POST" });
	const linking = useMutation({
		mutationFn: (purpose: "invitation" | "reset") =>
			post<AccountLink>(purpose === "reset" ? "reset-link" : "invitation"),
		onSuccess: (made, purpose) => showLink(purpose)(made),
		onSettled: renew,
	});
	const enabling = useMutation({
		mutationFn: () => post<Account>("enable"),
		onSettled: renew,
	});
	const { name, state, hasSecondFactor } = account;
	return (
		<>
			<Menu
				position="bottom-end"
				width={270}
				withinPortal={false}
				withInitialFocusPlaceholder={false}
			>
				<Menu.Target>
					<ActionIcon
						variant="subtle"
						color="gray"
						size={40}
						loading={linking.isPending || enabling.isPending}
						aria-label={say("menu", { name })}
					>
						<IconDots size={20} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item onClick={() => edit(account)}>{say("edit")}</Menu.Item>
					{state === "disabled" ? (
						<Menu.Item onClick={() => enabling.mutate()}>
							{say("enable")}
						</Menu.Item>
					) : (
						<>
							<Menu.Item
								onClick={() =>
									linking.mutate(state === "invited" ? "invitation" : "reset")
								}
							>
								{say(state === "invited" ? "newInvitation" : "resetLink")}
							</Menu.Item>
							{hasSecondFactor ? (
								<Menu.Item onClick={() => askFirst("resetFactor", account)}>
									{say("resetFactor")} …
								</Menu.Item>
							) : null}
							<Menu.Item onClick={() => askFirst("disable", account)}>
								{say("disable")} …
							</Menu.Item>
						</>
					)}
				</Menu.Dropdown>
			</Menu>
			<Refused error={linking.error ?? enabling.error} />
		</>
	);
}
