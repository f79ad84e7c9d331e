import { Button, Text, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { GiveAway } from "./give-away.tsx";
import styles from "./my-duty.module.css";
import type { MyLine, MyShift } from "./my-duty-queries.ts";
import { useMyDutyWords } from "./my-duty-words.ts";
import { useSpanWords } from "./span-words.ts";
import { SwapState } from "./swap-state.tsx";

/** Which of one's shifts is meant: two lines may have the same. */
export interface ShiftKey {
	readonly line: string;
	readonly duty: string;
	readonly start: string;
}

export function isSame(one: ShiftKey | null, other: ShiftKey): boolean {
	return (
		one?.line === other.line &&
		one.duty === other.duty &&
		one.start === other.start
	);
}

/** The shifts of the weeks to come; one can be open at a time, to be given away. */
export function ShiftList({
	lines,
	opened,
	open,
}: {
	lines: readonly MyLine[];
	opened: ShiftKey | null;
	open(key: ShiftKey | null): void;
}) {
	const say = useMyDutyWords();
	const shifts = lines
		.flatMap((line) => line.shifts.map((shift) => ({ line, shift })))
		.sort((one, other) => one.shift.start.localeCompare(other.shift.start));
	if (shifts.length === 0) return null;
	return (
		<section aria-labelledby="shifts">
			<Title order={2} id="shifts">
				{say("shifts.title")}
			</Title>
			<ul className={styles.list}>
				{shifts.map(({ line, shift }) => {
					const key = { line: line.line, duty: shift.duty, start: shift.start };
					return (
						<ShiftRow
							key={Object.values(key).join()}
							line={line}
							shift={shift}
							isOnly={lines.length === 1}
							isOpen={isSame(opened, key)}
							toggle={(isOpen) => open(isOpen ? key : null)}
						/>
					);
				})}
			</ul>
		</section>
	);
}

function ShiftRow({
	line,
	shift,
	isOnly,
	isOpen,
	toggle,
}: {
	line: MyLine;
	shift: MyShift;
	isOnly: boolean;
	isOpen: boolean;
	toggle(isOpen: boolean): void;
}) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const now = useNow();
	const words = useSpanWords(line.zone);
	const { swap } = shift;
	const isRunning = new Date(shift.start) <= now && new Date(shift.end) > now;
	const isOpenSwap = swap !== null && swap.state !== "done";
	const row = useRef<HTMLLIElement>(null);
	useEffect(() => {
		if (isOpen) row.current?.scrollIntoView({ block: "nearest" });
	}, [isOpen]);
	return (
		<li
			ref={row}
			className={styles.shift}
			data-running={isRunning || undefined}
		>
			<div className={styles.what}>
				<div>
					<Text fw={600}>{words.span(shift)}</Text>
					<Text size="sm" c="dimmed">
						{isRunning ? `${say("shifts.now")}, ` : ""}
						{words.duty(shift.duty)}
						{isOnly ? "" : `, ${line.lineName[language]}`}
					</Text>
				</div>
				{isOpenSwap ? null : (
					<Button
						className={styles.big ?? ""}
						variant="default"
						aria-expanded={isOpen}
						aria-label={say(isOpen ? "shifts.closeLabel" : "shifts.giveLabel", {
							span: words.whole(shift),
						})}
						onClick={() => toggle(!isOpen)}
					>
						{say(isOpen ? "shifts.close" : "shifts.give")}
					</Button>
				)}
			</div>
			{swap ? <SwapState swap={swap} shift={shift} me={line.you.id} /> : null}
			{isOpen && !isOpenSwap ? (
				<GiveAway line={line} shift={shift} done={() => toggle(false)} />
			) : null}
		</li>
	);
}
