import { Button, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { SwapView } from "../../web/api/swap-shapes.ts";
import { Initials } from "../person.tsx";
import { Refused } from "../refused.tsx";
import styles from "./my-duty.module.css";
import { type MyLine, useSwapAnswer } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { useSpanWords } from "./span-words.ts";

/** Whether it waits for this person's answer: they were asked, or it is offered to anybody. */
export function isForMe(swap: SwapView, lines: readonly MyLine[]): boolean {
	const me = lines.find(({ line }) => line === swap.line)?.you.id;
	if (me === undefined || swap.giver.id === me) return false;
	if (!swap.can.includes("accept")) return false;
	return swap.asked === null || swap.asked.id === me;
}

/** Whatever waits for an answer, those that were asked of oneself first. */
export function Requests({
	swaps,
	lines,
}: {
	swaps: readonly SwapView[];
	lines: readonly MyLine[];
}) {
	const say = useMyDutyWords();
	if (swaps.length === 0) return null;
	const inOrder = [...swaps].sort(
		(one, other) => Number(one.asked === null) - Number(other.asked === null),
	);
	return (
		<section aria-labelledby="requests">
			<Title order={2} id="requests">
				{say("requests.title")}
			</Title>
			<ul className={styles.list}>
				{inOrder.map((swap) => (
					<Request
						key={swap.id}
						swap={swap}
						needsApproval={
							lines.find(({ line }) => line === swap.line)?.approval ?? false
						}
					/>
				))}
			</ul>
		</section>
	);
}

function Request({
	swap,
	needsApproval,
}: {
	swap: SwapView;
	needsApproval: boolean;
}) {
	const say = useMyDutyWords();
	const words = useSpanWords(swap.zone);
	const { giver, asked, shift, inReturn, note, shortRest } = swap;
	const { name } = giver;
	return (
		<li className={styles.request}>
			<div className={styles.asking}>
				<Initials id={giver.id} name={name} />
				<div>
					<Text>
						{say(asked ? "requests.asks" : "requests.offers", { name })}
					</Text>
					<Text fw={600}>{words.whole(shift)}</Text>
					{inReturn ? (
						<>
							<Text>{say("requests.inReturn", { name })}</Text>
							<Text fw={600}>{words.whole(inReturn)}</Text>
						</>
					) : null}
					{note ? <Text className={styles.note ?? ""}>“{note}”</Text> : null}
					{shortRest ? (
						<Text size="sm">{say("requests.shortRest")}</Text>
					) : needsApproval ? (
						<Text size="sm">{say("requests.approval")}</Text>
					) : null}
				</div>
			</div>
			<Answers swap={swap} span={words.whole(shift)} />
		</li>
	);
}

/** A yes is asked twice, for it cannot be taken back without a planner. */
function Answers({ swap, span }: { swap: SwapView; span: string }) {
	const say = useMyDutyWords();
	const answering = useSwapAnswer(swap);
	const [isSure, setSure] = useState(false);
	const busy = answering.isPending;
	return (
		<>
			<div className={styles.buttons}>
				{isSure ? (
					<>
						<Button
							className={styles.big ?? ""}
							loading={busy}
							onClick={() => answering.mutate("accept")}
						>
							{say("requests.sure")}
						</Button>
						<Button
							className={styles.big ?? ""}
							variant="default"
							onClick={() => setSure(false)}
						>
							{say("requests.later")}
						</Button>
					</>
				) : (
					<>
						<Button
							className={styles.big ?? ""}
							aria-label={say("requests.takeLabel", { span })}
							onClick={() => setSure(true)}
						>
							{say("requests.take")}
						</Button>
						{swap.can.includes("decline") ? (
							<Button
								className={styles.big ?? ""}
								variant="default"
								loading={busy}
								aria-label={say("requests.declineLabel", { span })}
								onClick={() => answering.mutate("decline")}
							>
								{say("requests.decline")}
							</Button>
						) : null}
					</>
				)}
			</div>
			<Refused error={answering.error} />
		</>
	);
}
