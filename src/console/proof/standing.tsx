import { Button, NativeSelect, Skeleton, Text, Title } from "@mantine/core";
import { useState } from "react";
import type {
	Reconciliations,
	VerificationAnswer,
} from "../../web/api/audit-shapes.ts";
import { useNow } from "../clock.ts";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { when } from "../times.ts";
import styles from "./proof.module.css";
import {
	useAsk,
	useReconciliations,
	useVerification,
} from "./proof-queries.ts";
import { useProofWords } from "./proof-words.ts";

const spans = ["yesterday", "month"] as const;

/** The answer in a line, of what it is made, and how to have it made anew. */
export function Standing() {
	const say = useProofWords();
	const [span, setSpan] = useState<(typeof spans)[number]>("month");
	const days = useReconciliations();
	const verified = useVerification();
	const compare = useAsk("/api/reconciliations");
	const verify = useAsk("/api/audit/verification");
	const headline = useHeadline(span, days.data, verified.data);
	return (
		<section className={styles.standing}>
			{headline ? (
				<Title order={1} aria-live="polite">
					{headline}
				</Title>
			) : (
				<Skeleton height={36} maw="40rem" />
			)}
			<Refused error={days.error ?? verified.error} />
			<Looked answer={verified.data} />
			<div className={styles.tools}>
				<NativeSelect
					label={say("span")}
					value={span}
					onChange={(event) =>
						setSpan(event.currentTarget.value as (typeof spans)[number])
					}
					data={spans.map((value) => ({ value, label: say(value) }))}
				/>
				<Button
					variant="default"
					loading={compare.isPending}
					onClick={() => compare.mutate()}
				>
					{say("compareNow")}
				</Button>
				<Button
					variant="default"
					loading={verify.isPending}
					onClick={() => verify.mutate()}
				>
					{say("verifyNow")}
				</Button>
			</div>
			<Text role="status" size="sm" c="dimmed">
				{compare.isSuccess || verify.isSuccess ? say("asked") : ""}
			</Text>
			<Refused error={compare.error ?? verify.error} />
		</section>
	);
}

/** null while it is being fetched. */
function useHeadline(
	span: (typeof spans)[number],
	compared: Reconciliations | undefined,
	verified: VerificationAnswer | undefined,
): string | null {
	const say = useProofWords();
	if (!compared || !verified) return null;
	const known = compared.days.filter(({ comparedAt }) => comparedAt !== null);
	const shown =
		span === "month" ? known : known.filter(({ day }) => day === known[0]?.day);
	const sum = (of: "carrierCalls" | "ourCalls") =>
		shown.reduce((total, day) => total + day[of], 0);
	const waiting = compared.days.length - known.length;
	return [
		shown.length > 0
			? say("counts", { count: sum("carrierCalls"), ours: sum("ourCalls") })
			: say("notCompared"),
		...(waiting > 0 ? [say("waitingDays", { count: waiting })] : []),
		chainWords(say, verified),
	].join(" ");
}

function chainWords(
	say: ReturnType<typeof useProofWords>,
	{ verification }: VerificationAnswer,
): string {
	if (!verification) return say("notVerified");
	return verification.isIntact
		? say("intact")
		: say("broken", { count: verification.tamperings });
}

function Looked({ answer }: { answer: VerificationAnswer | undefined }) {
	const say = useProofWords();
	const reader = useReader();
	const now = useNow();
	const verification = answer?.verification;
	if (!verification) return null;
	const { verifiedAt, head, entries, rotas, calls, seals } = verification;
	const { late, lateOnes, comparedWithFile } = verification;
	const number = (count: number) => count.toLocaleString(reader.language);
	return (
		<div className={styles.looked}>
			<Text>
				{say("looked", {
					when: when(new Date(verifiedAt), now, reader),
					entries: number(entries),
					rotas: number(rotas),
					calls: number(calls),
					seals: number(seals),
				})}
			</Text>
			{late > 0 ? (
				<Text size="sm">
					{say("late", { count: late, names: lateOnes.join(", ") })}
				</Text>
			) : null}
			{seals > 0 && !comparedWithFile ? (
				<Text size="sm">{say("noFile")}</Text>
			) : null}
			{head ? (
				<>
					<Text size="sm" className={styles.head ?? ""}>
						{say("head", { head })}
					</Text>
					<Text size="sm" c="dimmed">
						{say("headHow")} <code>faultline audit verify --head</code>
					</Text>
				</>
			) : null}
		</div>
	);
}
