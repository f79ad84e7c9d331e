import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useCallback, useState } from "react";
import type { MyTicket } from "../../../web/api/my-ticket-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { isLost } from "../../server.ts";
import { clockTime } from "../../times.ts";
import { useTitle } from "../../title.ts";
import type { Reader } from "../../wall-clock.ts";
import { type Access, bySession, useMyTicket } from "../my-ticket-queries.ts";
import { useMyTicketWords } from "../my-ticket-words.ts";
import { useWhatItIs } from "../what-it-is.ts";
import { StepBar } from "./bar.tsx";
import { CallTenant } from "./call-tenant.tsx";
import { Details } from "./details.tsx";
import { type FormKind, OpenForm } from "./open-form.tsx";
import { Other } from "./other.tsx";
import { Standing } from "./standing.tsx";
import styles from "./ticket-at-work.module.css";
import { Trouble } from "./trouble.tsx";
import { useDeed } from "./use-deed.ts";

/** One ticket for whoever works on it: what and where, how it stands, and the next thing to do under the thumb. */
export function TicketAtWork({
	number,
	access,
	children,
}: {
	number: string;
	access: Access;
	/** The way back. */
	children?: ReactNode;
}) {
	const say = useMyTicketWords();
	const { data, error, refetch } = useMyTicket(number, access);
	return (
		<div className={styles.page}>
			{children}
			{data ? (
				<Whole
					// A link goes on with the ticket that its own became a part of, and with what is being typed.
					key={access === bySession ? data.number : "link"}
					ticket={data}
					access={access}
					isOld={isLost(error)}
				/>
			) : error ? (
				<Stack align="flex-start" gap="sm">
					<Title order={1}>{say("trouble.notLoaded")}</Title>
					{isLost(error) ? (
						<Text role="alert">{say("trouble.noSignal")}</Text>
					) : (
						<Refused error={error} />
					)}
					<Button size="lg" onClick={() => void refetch()}>
						{say("trouble.again")}
					</Button>
				</Stack>
			) : (
				<Skeleton height={35} />
			)}
		</div>
	);
}

function Whole({
	ticket,
	access,
	isOld,
}: {
	ticket: MyTicket;
	access: Access;
	isOld: boolean;
}) {
	const say = useMyTicketWords();
	const whatItIs = useWhatItIs();
	const { language } = useLanguage();
	const reader: Reader = { language, zone: ticket.line.zone };
	const doing = useDeed(ticket, access);
	const [form, setForm] = useState<FormKind | null>(null);
	const openForm = (kind: FormKind) => {
		// What was told of the last one is not told of this one.
		doing.dismiss();
		setForm(kind);
	};
	const closeForm = useCallback(() => setForm(null), []);
	const told = { ...ticket, place: ticket.place?.words ?? null };
	useTitle(`${whatItIs(told, reader)} ${ticket.number}`);
	return (
		<>
			<Title order={1} className={styles.what ?? ""}>
				{whatItIs(told, reader)}
			</Title>
			{isOld ? (
				<Text role="status" c="var(--look)">
					{say("trouble.old", { time: clockTime(new Date(ticket.at), reader) })}
				</Text>
			) : null}
			<Standing ticket={ticket} reader={reader} />
			<Trouble number={ticket.number} doing={doing} />
			{form ? (
				<OpenForm
					key={form}
					kind={form}
					ticket={ticket}
					access={access}
					doing={doing}
					close={closeForm}
				/>
			) : (
				<CallTenant ticket={ticket} reader={reader} />
			)}
			<Details
				ticket={ticket}
				reader={reader}
				access={access}
				withFiles={form !== "finish"}
			/>
			{form ? null : (
				<>
					<Other
						ticket={ticket}
						isByLink={access !== bySession}
						open={openForm}
					/>
					<StepBar ticket={ticket} doing={doing} open={openForm} />
				</>
			)}
		</>
	);
}
