import { Button, Text } from "@mantine/core";
import type { SwapView } from "../../web/api/swap-shapes.ts";
import { Refused } from "../refused.tsx";
import styles from "./my-duty.module.css";
import { type MyShift, useSwapAnswer } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { useSpanWords } from "./span-words.ts";

/** What a shift's swap waits for, or how one came by the shift; and the way back while it is open. */
export function SwapState({
	swap,
	shift,
	me,
}: {
	swap: SwapView;
	shift: MyShift;
	me: string;
}) {
	const say = useMyDutyWords();
	const words = useSpanWords(swap.zone);
	const answering = useSwapAnswer(swap);
	const isPart =
		swap.shift.duty === shift.duty &&
		swap.state !== "done" &&
		(swap.shift.start !== shift.start || swap.shift.end !== shift.end);
	return (
		<div className={styles.state}>
			<Text>
				{useStateWords(swap, me)}
				{isPart
					? ` ${say("swap.partOf", { span: words.span(swap.shift) })}`
					: ""}
			</Text>
			{swap.can.includes("withdraw") &&
			(swap.giver.id === me || swap.taker?.id === me) ? (
				<Button
					className={styles.big ?? ""}
					variant="default"
					loading={answering.isPending}
					aria-label={say("swap.takeBackLabel", {
						span: words.whole(swap.shift),
					})}
					onClick={() => answering.mutate("withdraw")}
				>
					{say("swap.takeBack")}
				</Button>
			) : null}
			<Refused error={answering.error} />
		</div>
	);
}

function useStateWords(
	{ state, giver, asked, taker }: SwapView,
	me: string,
): string {
	const say = useMyDutyWords();
	const isMine = giver.id === me;
	const other = isMine ? (taker ?? asked) : giver;
	const name = other?.name ?? "";
	if (state === "done") return say("swap.doneFrom", { name });
	if (state === "awaiting-approval")
		return isMine ? say("swap.awaiting", { name }) : say("swap.awaitingMine");
	if (!isMine) return say("swap.askedForReturn", { name });
	return asked ? say("swap.asked", { name }) : say("swap.offered");
}
