import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Enrolment, RecoveryCodes } from "../../web/api/account-shapes.ts";
import { CopyText } from "../copy-text.tsx";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { CodeField } from "../sign-in/code-field.tsx";
import { KeepCodes } from "./keep-codes.tsx";
import styles from "./my-account.module.css";
import { useMyAccountWords } from "./my-account-words.ts";
import { QrCode } from "./qr-code.tsx";

/** Setting up a second factor: scan, type the first code, keep the recovery codes. */
export function Enrol({ done }: { done(): void }) {
	const { language } = useLanguage();
	const [code, setCode] = useState("");
	const begun = useQuery({
		queryKey: ["enrolment"],
		gcTime: 0,
		queryFn: () =>
			ask<Enrolment>("/api/account/second-factor", language, {
				method: "POST",
			}),
	});
	const confirming = useMutation({
		mutationFn: () =>
			ask<RecoveryCodes>("/api/account/second-factor/confirm", language, {
				method: "POST",
				body: { code: code.trim() },
			}),
	});
	if (confirming.data)
		return <KeepCodes codes={confirming.data.recoveryCodes} done={done} />;
	if (begun.error) return <Refused error={begun.error} />;
	if (!begun.data) return null;
	return (
		<Scan
			{...begun.data}
			code={code}
			onCode={setCode}
			confirm={confirming.mutate}
			isConfirming={confirming.isPending}
			error={confirming.error}
		/>
	);
}

function Scan({
	secret,
	uri,
	code,
	onCode,
	confirm,
	isConfirming,
	error,
}: Enrolment & {
	code: string;
	onCode(code: string): void;
	confirm(): void;
	isConfirming: boolean;
	error: unknown;
}) {
	const say = useMyAccountWords();
	return (
		<Stack gap="md">
			<Text>{say("enrol.scan")}</Text>
			<QrCode text={uri} label={say("enrol.picture")} />
			<CopyText label={say("enrol.secret")} text={inGroups(secret)} />
			<form
				className={styles.fields}
				onSubmit={(event) => {
					event.preventDefault();
					confirm();
				}}
			>
				<CodeField
					label={say("enrol.code")}
					kind="app"
					value={code}
					onChange={onCode}
				/>
				<Refused error={error} />
				<Button type="submit" size="md" loading={isConfirming}>
					{say("enrol.confirm")}
				</Button>
			</form>
		</Stack>
	);
}

/** As people type it: four by four; authenticator apps leave spaces out. */
function inGroups(secret: string): string {
	return secret.replaceAll(/(.{4})(?=.)/g, "$1 ");
}
