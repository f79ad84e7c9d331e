import { Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import type { SwapView } from "../../../web/api/swap-shapes.ts";
import { useNow } from "../../clock.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { DutyName } from "../gate/changes-table.tsx";
import { momentText, spanText } from "../spans.ts";
import { SwapDialog, type SwapDialogKind } from "./swap-dialog.tsx";
import { useDoing } from "./swap-queries.ts";
import { useSwapWords } from "./swap-words.ts";
import styles from "./swaps.module.css";

/** One swap: who gives what to whom, how it stands, what can be done, and what happened. */
export function SwapCard({ swap }: { swap: SwapView }) {
	const say = useSwapWords();
	const { giver, asked, taker, state, inReturn, note, shortRest } = swap;
	const spanOf = useSpanOf(swap.zone);
	const other = taker ?? asked;
	const isAsked = state === "offered" && asked !== null;
	return (
		<>
			<div className={styles.who}>
				<span>
					{say("to", {
						giver: giver.name,
						taker: other?.name ?? say("anyone"),
					})}
				</span>
				<span className={styles.state}>
					{say(`state.${isAsked ? "asked" : state}`)}
				</span>
			</div>
			<div>
				{spanOf(swap.shift)} · <DutyName duty={swap.shift.duty} />
			</div>
			{inReturn ? (
				<div>
					{say("inReturn", { giver: giver.name, span: spanOf(inReturn) })} ·{" "}
					<DutyName duty={inReturn.duty} />
				</div>
			) : null}
			{shortRest && state !== "declined" ? (
				<div className={styles.look}>
					<IconAlertTriangle size={18} aria-hidden />
					{say("shortRest")}
				</div>
			) : null}
			{note ? <p className={styles.note}>“{note}”</p> : null}
			<Choices swap={swap} span={spanOf(swap.shift)} />
			<History swap={swap} />
		</>
	);
}

function useSpanOf(zone: string) {
	const { language } = useLanguage();
	const now = useNow();
	return ({ start, end }: { start: string; end: string }) =>
		spanText(new Date(start), new Date(end), now, { language, zone });
}

const shown = [
	"approve",
	"refuse",
	"accept",
	"withdraw",
	"fix",
	"undo",
] as const;

/** Approving and withdrawing are done at once; the others ask for more. */
function Choices({ swap, span }: { swap: SwapView; span: string }) {
	const say = useSwapWords();
	const [asking, ask] = useState<SwapDialogKind | null>(null);
	const doing = useDoing(swap, () => {});
	const decides = swap.can.includes("approve");
	const choices = shown.filter(
		(choice) =>
			swap.can.includes(choice) && !(decides && choice === "withdraw"),
	);
	if (choices.length === 0) return null;
	return (
		<>
			<div className={styles.buttons}>
				{choices.map((choice) => (
					<Button
						key={choice}
						variant={choice === "approve" ? "filled" : "default"}
						loading={doing.isPending && doing.variables.verb === choice}
						aria-label={say("about", {
							what: say(`do.${choice}`),
							giver: swap.giver.name,
							span,
						})}
						onClick={() =>
							choice === "approve" || choice === "withdraw"
								? doing.mutate({ verb: choice })
								: ask(choice)
						}
					>
						{say(`do.${choice}`)}
					</Button>
				))}
			</div>
			<Refused error={doing.error} />
			{asking ? (
				<SwapDialog kind={asking} swap={swap} onClose={() => ask(null)} />
			) : null}
		</>
	);
}

function History({ swap }: { swap: SwapView }) {
	const say = useSwapWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = { language, zone: swap.zone };
	return (
		<details className={styles.history}>
			<summary>{say("history")}</summary>
			<ol>
				{swap.steps.map(({ at, by, did, why, because }) => (
					<li key={at + did}>
						<Text size="sm">
							{momentText(new Date(at), now, reader)}:{" "}
							{say(`step.${did as "offered"}`, { by })}
							{because ? `. ${because[language]}` : ""}
							{why ? ` – “${why}”` : ""}
						</Text>
					</li>
				))}
			</ol>
		</details>
	);
}
