import { Link } from "wouter";
import {
	type CallsCounted,
	callsCountedQuery,
} from "../../domain/numbers/call-numbers.ts";
import type { Numbers } from "../../web/api/number-shapes.ts";
import { useLanguage } from "../language.tsx";
import { amountsFor } from "./amounts.ts";
import styles from "./numbers.module.css";

/** A number that leads to the tickets of the calls it counts; none is only a number. */
export function TicketsOf({
	numbers,
	counted,
	count,
	label,
}: {
	numbers: Pick<Numbers, "line" | "from" | "to">;
	counted: CallsCounted;
	count: number;
	/** What is read out in place of the bare number. */
	label?: string;
}) {
	const amounts = amountsFor(useLanguage());
	if (count === 0) return <span>0</span>;
	const { line, from, to } = numbers;
	return (
		<Link
			href={`/tickets?${callsCountedQuery({ ...counted, line, from, to })}`}
			className={styles.tickets}
			aria-label={label}
		>
			{amounts.count(count)}
		</Link>
	);
}
