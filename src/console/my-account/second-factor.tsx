import { Button, Group, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type {
	OwnAccount,
	RecoveryCodes,
} from "../../web/api/account-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { CodeField } from "../sign-in/code-field.tsx";
import { date } from "../wall-clock.ts";
import { Enrol } from "./enrol.tsx";
import { KeepCodes } from "./keep-codes.tsx";
import styles from "./my-account.module.css";
import { useMyAccountWords } from "./my-account-words.ts";

/** The second factor: setting it up, its recovery codes, and doing without where one may. */
export function SecondFactor({ account }: { account: OwnAccount }) {
	const say = useMyAccountWords();
	const client = useQueryClient();
	const [isEnrolling, setEnrolling] = useState(false);
	const finish = () => {
		setEnrolling(false);
		void client.invalidateQueries({ queryKey: ["account"] });
		void client.invalidateQueries({ queryKey: ["session"] });
		void client.invalidateQueries({ queryKey: ["account-sessions"] });
	};
	return (
		<section className={styles.section}>
			<Title order={2}>{say("factor.title")}</Title>
			{isEnrolling ? (
				<>
					<Text>{say("enrol.sentence")}</Text>
					<Enrol done={finish} />
				</>
			) : account.secondFactor.isOn ? (
				<FactorIsOn account={account} />
			) : (
				<>
					<Text>{say("factor.off")}</Text>
					<Button variant="default" onClick={() => setEnrolling(true)}>
						{say("factor.setUp")}
					</Button>
				</>
			)}
		</section>
	);
}

function FactorIsOn({ account }: { account: OwnAccount }) {
	const say = useMyAccountWords();
	const now = useNow();
	const reader = useReader();
	const { since, isCompulsory, recoveryCodesLeft: left } = account.secondFactor;
	const [wanted, setWanted] = useState<"codes" | "remove" | null>(null);
	return (
		<>
			<Text>
				{say("factor.on", {
					when: date(new Date(since ?? now), now, reader, "long"),
				})}{" "}
				{left === 0
					? say("factor.codesNone")
					: say("factor.codesLeft", { count: left })}
			</Text>
			{isCompulsory ? <Text>{say("factor.compulsory")}</Text> : null}
			{wanted === null ? (
				<Group gap="xs">
					<Button variant="default" onClick={() => setWanted("codes")}>
						{say("factor.newCodes")}
					</Button>
					{isCompulsory ? null : (
						<Button variant="default" onClick={() => setWanted("remove")}>
							{say("factor.remove")}
						</Button>
					)}
				</Group>
			) : (
				<WithCode wanted={wanted} done={() => setWanted(null)} />
			)}
		</>
	);
}

/** What needs another code first. */
function WithCode({
	wanted,
	done,
}: {
	wanted: "codes" | "remove";
	done(): void;
}) {
	const say = useMyAccountWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const [code, setCode] = useState("");
	const asking = useMutation({
		mutationFn: () =>
			ask<Partial<RecoveryCodes>>(
				wanted === "codes"
					? "/api/account/recovery-codes"
					: "/api/account/second-factor/remove",
				language,
				{ method: "POST", body: { code: code.trim() } },
			),
		onSuccess: async () => {
			await client.invalidateQueries({ queryKey: ["account"] });
			if (wanted === "remove") done();
		},
	});
	const codes = asking.data?.recoveryCodes;
	if (codes) return <KeepCodes codes={codes} done={done} />;
	return (
		<form
			className={styles.fields}
			onSubmit={(event) => {
				event.preventDefault();
				asking.mutate();
			}}
		>
			<CodeField
				label={say("factor.code")}
				kind="recovery"
				value={code}
				onChange={setCode}
			/>
			<Refused error={asking.error} />
			<Group gap="xs">
				<Button type="submit" variant="default" loading={asking.isPending}>
					{say(
						wanted === "codes" ? "factor.confirmCodes" : "factor.confirmRemove",
					)}
				</Button>
				<Button variant="subtle" onClick={done}>
					{say("factor.cancel")}
				</Button>
			</Group>
		</form>
	);
}
