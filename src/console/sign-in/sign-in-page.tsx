import { Alert, Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSearch } from "wouter";
import type {
	RefusedAtProvider,
	SignedIn,
	SignInWays,
} from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { Said } from "../said.tsx";
import { ask } from "../server.ts";
import { useTitle } from "../title.ts";
import { CodeStep } from "./code-step.tsx";
import { DemoPeople } from "./demo-people.tsx";
import { ForgottenStep } from "./forgotten-step.tsx";
import { PasswordStep } from "./password-step.tsx";
import styles from "./sign-in-page.module.css";
import { useSignInWords } from "./sign-in-words.ts";
import { rememberWanted } from "./wanted-page.ts";

/** Who is it? Where the answer is enough, the console shows the page that was wanted. */
export default function SignInPage() {
	const say = useSignInWords();
	const [step, setStep] = useState<"start" | "code" | "forgotten">("start");
	const [email, setEmail] = useState("");
	const enter = useEntering(() => setStep("code"));
	const ways = useWays();
	useTitle(say("title"));
	if (step === "code")
		return <CodeStep enter={enter} back={() => setStep("start")} />;
	if (step === "forgotten")
		return <ForgottenStep email={email} back={() => setStep("start")} />;
	return (
		<Stack gap="lg" className={styles.page ?? ""}>
			<Title order={1}>{say("title")}</Title>
			<RefusedElsewhere ways={ways.data} />
			<Refused error={ways.error} />
			{ways.data?.demo ? (
				<DemoPeople people={ways.data.demo} enter={enter} />
			) : null}
			<section className={styles.form}>
				{ways.data?.demo ? <Title order={2}>{say("demo.own")}</Title> : null}
				<PasswordStep email={email} onEmail={setEmail} enter={enter} />
				<Anchor
					component="button"
					type="button"
					onClick={() => setStep("forgotten")}
				>
					{say("forgotten.link")}
				</Anchor>
				<Elsewhere ways={ways.data} />
			</section>
			<Text size="sm" c="dimmed">
				<Said text={say("byCommand")} />
			</Text>
		</Stack>
	);
}

function useWays() {
	const { language } = useLanguage();
	return useQuery({
		queryKey: ["sign-in-ways"],
		queryFn: ({ signal }) =>
			ask<SignInWays>("/sign-in/ways", language, { signal }),
	});
}

/** What follows each step: a code, or the console as whoever it is now. */
function useEntering(needsCode: () => void) {
	const client = useQueryClient();
	return async ({ kind }: SignedIn) => {
		if (kind === "code-needed") needsCode();
		else await client.resetQueries();
	};
}

/** Why whoever comes back from another service was not let in. */
function RefusedElsewhere({ ways }: { ways: SignInWays | undefined }) {
	const say = useSignInWords();
	const parameters = new URLSearchParams(useSearch());
	const reason = parameters.get("refused");
	if (reason === null) return null;
	const name =
		ways?.oidc.length === 1
			? (ways.oidc[0]?.name ?? "")
			: say("refused.provider");
	const known = isReason(reason) ? reason : "failed";
	return (
		<Alert role="alert" color="orange" variant="light" c="var(--look)">
			{say(`refused.${known}`, { name })}
		</Alert>
	);
}

function isReason(text: string): text is RefusedAtProvider {
	return ["no-account", "not-verified", "disabled", "failed"].includes(text);
}

function Elsewhere({ ways }: { ways: SignInWays | undefined }) {
	const say = useSignInWords();
	const search = useSearch();
	if (!ways || ways.oidc.length === 0) return null;
	return (
		<>
			<Text c="dimmed" className={styles.or ?? ""}>
				{say("or")}
			</Text>
			{ways.oidc.map(({ id, name }) => (
				<Button
					key={id}
					component="a"
					href={`/sign-in/oidc/${encodeURIComponent(id)}`}
					onClick={() => rememberWanted(search)}
					variant="default"
					size="md"
				>
					{say("with", { name })}
				</Button>
			))}
		</>
	);
}
