import { Link } from "wouter";
import {
	anyCall,
	type CallsFilter,
	callsFilterParts,
} from "../../domain/ticket/calls-filter.ts";
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
	counted: Partial<CallsFilter>;
	count: number;
	/** What is read out in place of the bare number. */
	label?: string;
}) {
	const amounts = amountsFor(useLanguage());
	if (count === 0) return <span>0</span>;
	const { line, from, to } = numbers;
	const query = new URLSearchParams(
		callsFilterParts({ ...anyCall, ...counted, from, to }),
	);
	if (line !== null) query.set("line", line);
	return (
		<Link
			href={`/tickets?${query}`}
			className={styles.tickets}
			aria-label={label}
		>
			{amounts.count(count)}
		</Link>
	);
}
