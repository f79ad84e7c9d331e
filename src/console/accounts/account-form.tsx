import { NativeSelect, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Language, languages } from "../../domain/language.ts";
import { type Role, roles } from "../../domain/role.ts";
import type { Account, AccountLink } from "../../web/api/account-shapes.ts";
import { FormDialog } from "../form-dialog.tsx";
import { ownName, useLanguage } from "../language.tsx";
import { ask } from "../server.ts";
import { useAccountsWords } from "./accounts-words.ts";

interface Filled {
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly language: Language;
}

/** An invitation to somebody new, or another name or role for somebody who is there. */
export function AccountForm({
	account,
	close,
	invited,
}: {
	account?: Account;
	close(): void;
	invited?: (made: AccountLink) => void;
}) {
	const say = useAccountsWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const [filled, setFilled] = useState<Filled>(
		account ?? { email: "", name: "", role: "technician", language },
	);
	const fill = (part: Partial<Filled>) => setFilled({ ...filled, ...part });
	const { email, name, role } = filled;
	const sending = useMutation({
		mutationFn: async () => {
			if (!account)
				return ask<AccountLink>("/api/accounts", language, {
					method: "POST",
					body: { ...filled, email: email.trim(), name: name.trim() },
				});
			await ask<Account>(`/api/accounts/${account.id}`, language, {
				method: "PUT",
				body: { name: name.trim(), role },
			});
			return null;
		},
		onSuccess: (made) => (made ? invited?.(made) : close()),
		onSettled: () => client.invalidateQueries({ queryKey: ["accounts"] }),
	});
	return (
		<FormDialog
			title={
				account
					? say("form.editTitle", { name: account.name })
					: say("form.inviteTitle")
			}
			{...(!account && { yes: say("form.invite") })}
			saving={sending}
			save={() => sending.mutate()}
			close={close}
		>
			{account ? null : (
				<TextInput
					label={say("form.email")}
					description={say("form.emailHint")}
					type="email"
					autoComplete="off"
					required
					withAsterisk={false}
					data-autofocus
					value={email}
					onChange={(event) => fill({ email: event.currentTarget.value })}
				/>
			)}
			<TextInput
				label={say("form.name")}
				autoComplete="off"
				required
				withAsterisk={false}
				maxLength={100}
				value={name}
				onChange={(event) => fill({ name: event.currentTarget.value })}
			/>
			<RoleChoice role={role} choose={(role) => fill({ role })} />
			{account ? (
				role !== account.role && <Text>{say("form.roleEnds")}</Text>
			) : (
				<NativeSelect
					label={say("form.language")}
					value={filled.language}
					data={languages.map((each) => ({
						value: each,
						label: ownName(each),
					}))}
					onChange={(event) =>
						fill({ language: event.currentTarget.value as Language })
					}
				/>
			)}
		</FormDialog>
	);
}

/** Each role with what it may do beyond the ones before it. */
function RoleChoice({
	role,
	choose,
}: {
	role: Role;
	choose(role: Role): void;
}) {
	const say = useAccountsWords();
	const { t } = useLanguage();
	return (
		<Radio.Group
			label={say("form.role")}
			value={role}
			onChange={(value) => choose(value as Role)}
		>
			<Stack gap="xs" mt={6}>
				{roles.map((each) => (
					<Radio
						key={each}
						value={each}
						label={t(`roles.${each}`)}
						description={say(`roleSays.${each}`)}
					/>
				))}
			</Stack>
		</Radio.Group>
	);
}
