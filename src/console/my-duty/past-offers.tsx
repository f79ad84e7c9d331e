import { Text, Title } from "@mantine/core";
import type { SwapView } from "../../web/api/swap-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import styles from "./my-duty.module.css";
import type { MyLine } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { useSpanWords } from "./span-words.ts";

const shown = 5;

/** What became of one's own offers whose shift is still to come, or was this last week. */
export function PastOffers({
	swaps,
	lines,
}: {
	swaps: readonly SwapView[];
	lines: readonly MyLine[];
}) {
	const say = useMyDutyWords();
	const now = useNow();
	const weekAgo = now.getTime() - 7 * 86_400_000;
	const over = swaps
		.filter(({ state }) => state !== "offered" && state !== "awaiting-approval")
		.filter(({ line, giver }) =>
			lines.some((each) => each.line === line && each.you.id === giver.id),
		)
		.filter(({ shift }) => new Date(shift.end).getTime() > weekAgo)
		.sort((one, other) => lastAt(other).localeCompare(lastAt(one)))
		.slice(0, shown);
	if (over.length === 0) return null;
	return (
		<section aria-labelledby="past">
			<Title order={2} id="past">
				{say("past.title")}
			</Title>
			<ul className={styles.list}>
				{over.map((swap) => (
					<PastOffer key={swap.id} swap={swap} />
				))}
			</ul>
		</section>
	);
}

function lastAt({ steps }: SwapView): string {
	return steps.at(-1)?.at ?? "";
}

function PastOffer({ swap }: { swap: SwapView }) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const words = useSpanWords(swap.zone);
	const { state, taker, asked, steps, shift } = swap;
	if (state === "offered" || state === "awaiting-approval") return null;
	const name = (taker ?? asked)?.name ?? say("past.nobody");
	const last = steps.at(-1);
	const why = last?.because?.[language] ?? last?.why ?? "";
	return (
		<li className={styles.shift}>
			<Text fw={600}>{words.whole(shift)}</Text>
			<Text>
				{say(`past.${state}`, { name })} {why}
			</Text>
		</li>
	);
}
