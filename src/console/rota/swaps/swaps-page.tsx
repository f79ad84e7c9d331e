import { Skeleton, Stack, Switch, Text, Title } from "@mantine/core";
import type { SwapView } from "../../../web/api/swap-shapes.ts";
import { useNow } from "../../clock.ts";
import { Refused } from "../../refused.tsx";
import { useTitle } from "../../title.ts";
import { useDesk } from "../desk.tsx";
import { SwapCard } from "./swap-card.tsx";
import { useSwapSettings, useSwaps } from "./swap-queries.ts";
import { useSwapWords } from "./swap-words.ts";
import styles from "./swaps.module.css";

const pastShown = 50;

/** Which shifts change hands between people: what waits for a planner first, then what is open, in force, and past. */
export default function SwapsPage() {
	const say = useSwapWords();
	const { line } = useDesk();
	const { data, error } = useSwaps(line);
	useTitle(say("title"));
	if (error && !data)
		return <Text role="alert">{say("trouble", { why: error.message })}</Text>;
	if (!data) return <Skeleton height={240} aria-label={say("loading")} />;
	return (
		<Stack gap="xl">
			<div>
				<Title order={1} mb="md">
					<Headline swaps={data.swaps} />
				</Title>
				<Approval line={line} />
			</div>
			<Sections swaps={data.swaps} />
			{data.swaps.length === 0 ? <Text c="dimmed">{say("empty")}</Text> : null}
		</Stack>
	);
}

function Headline({ swaps }: { swaps: readonly SwapView[] }) {
	const say = useSwapWords();
	const count = (state: SwapView["state"]) =>
		swaps.filter((swap) => swap.state === state).length;
	const waiting = count("awaiting-approval");
	if (waiting > 0) return say("headline.waits", { count: waiting });
	const offered = count("offered");
	return offered > 0
		? say("headline.offered", { count: offered })
		: say("headline.none");
}

/** Whether planners approve; changed at once. */
function Approval({ line }: { line: string }) {
	const say = useSwapWords();
	const { settings, set } = useSwapSettings(line);
	if (!settings.data) return <Skeleton height={52} />;
	return (
		<>
			<Switch
				label={say("approval")}
				description={say("approvalHow")}
				checked={settings.data.approval}
				disabled={set.isPending}
				onChange={(event) => set.mutate(event.currentTarget.checked)}
			/>
			<Refused error={set.error} />
		</>
	);
}

function Sections({ swaps }: { swaps: readonly SwapView[] }) {
	const now = useNow();
	const soonest = [...swaps].sort((one, other) =>
		one.shift.start.localeCompare(other.shift.start),
	);
	const isToCome = ({ state, shift }: SwapView) =>
		state === "done" && new Date(shift.end) > now;
	const isOpen = ({ state }: SwapView) =>
		state === "offered" || state === "awaiting-approval";
	const past = swaps.filter((swap) => !isOpen(swap) && !isToCome(swap));
	return (
		<>
			<Section
				title="waiting"
				swaps={soonest.filter(({ state }) => state === "awaiting-approval")}
			/>
			<Section
				title="offered"
				swaps={soonest.filter(({ state }) => state === "offered")}
			/>
			<Section title="inForce" swaps={soonest.filter(isToCome)} />
			<Section title="past" swaps={past.slice(0, pastShown)} />
		</>
	);
}

function Section({
	title,
	swaps,
}: {
	title: "waiting" | "offered" | "inForce" | "past";
	swaps: readonly SwapView[];
}) {
	const say = useSwapWords();
	if (swaps.length === 0) return null;
	return (
		<section aria-label={say(title)}>
			<Title order={2} mb="xs">
				{say(title)}
			</Title>
			<ul className={styles.list}>
				{swaps.map((swap) => (
					<li key={swap.id} className={styles.swap}>
						<SwapCard swap={swap} />
					</li>
				))}
			</ul>
		</section>
	);
}
