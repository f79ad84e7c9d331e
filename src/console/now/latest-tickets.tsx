import {
	Accordion,
	Alert,
	Anchor,
	Button,
	Skeleton,
	Stack,
	Text,
	TextInput,
	Title,
} from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Link } from "wouter";
import type { Ticket } from "../../web/api/shapes.ts";
import { useLanguage } from "../language.tsx";
import { useTickets } from "../queries.ts";
import { useSignedIn } from "../session.tsx";
import styles from "./latest-tickets.module.css";
import { useNewcomers } from "./newcomers.ts";
import { TicketRow } from "./ticket-row.tsx";

/** The latest tickets, newest first, each with its story; also those of one caller. */
export function LatestTickets() {
	const { t } = useLanguage();
	const [written, setWritten] = useState("");
	const [caller] = useDebouncedValue(written.trim(), 250);
	const isNumber = /\d{3}/.test(caller);
	const found = useTickets(isNumber ? caller : "");
	const tickets = found.data?.pages.flatMap((page) => page.tickets);
	return (
		<section aria-labelledby="latest-tickets" className={styles.section}>
			<div className={styles.head}>
				<Title order={2} id="latest-tickets">
					{t("tickets.title")}
				</Title>
				<Anchor component={Link} href="/tickets" size="sm">
					{t("tickets.all")}
				</Anchor>
				<Search value={written} onChange={setWritten} />
			</div>
			{found.error ? (
				<Alert color="red" variant="light" mb="md">
					{t("tickets.failed", { why: found.error.message })}
				</Alert>
			) : null}
			{tickets ? (
				<List tickets={tickets} caller={isNumber ? caller : ""} />
			) : (
				<Waiting />
			)}
			{found.hasNextPage ? (
				<Button
					variant="default"
					mt="md"
					loading={found.isFetchingNextPage}
					onClick={() => void found.fetchNextPage()}
				>
					{t("tickets.older")}
				</Button>
			) : null}
		</section>
	);
}

function Search({
	value,
	onChange,
}: {
	value: string;
	onChange(value: string): void;
}) {
	const { t } = useLanguage();
	const input = useRef<HTMLInputElement>(null);
	useHotkeys([["/", () => input.current?.focus()]]);
	return (
		<TextInput
			ref={input}
			type="search"
			inputMode="tel"
			className={styles.search ?? ""}
			leftSection={<IconSearch size={16} aria-hidden />}
			placeholder={t("tickets.search")}
			aria-label={t("tickets.searchHint")}
			value={value}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}

function List({
	tickets,
	caller,
}: {
	tickets: readonly Ticket[];
	caller: string;
}) {
	const { t } = useLanguage();
	const isNew = useNewcomers(tickets.map(({ id }) => id));
	if (tickets.length === 0 && caller !== "")
		return <Text c="dimmed">{t("tickets.notFound", { caller })}</Text>;
	if (tickets.length === 0) return <Empty />;
	return (
		<Accordion
			multiple
			variant="default"
			chevronPosition="right"
			keepMounted={false}
			classNames={{
				item: styles.item ?? "",
				control: styles.control ?? "",
				label: styles.label ?? "",
				content: styles.content ?? "",
			}}
		>
			{tickets.map((ticket) => (
				<TicketRow key={ticket.id} ticket={ticket} isNew={isNew(ticket.id)} />
			))}
		</Accordion>
	);
}

function Empty() {
	const { t } = useLanguage();
	const { phones } = useSignedIn();
	return (
		<Stack gap="xs" align="flex-start">
			<Text maw="34rem">{t("tickets.none")}</Text>
			{phones ? (
				<Anchor href={phones} target="_blank" rel="noreferrer">
					{t("tickets.noneHow")}
				</Anchor>
			) : null}
		</Stack>
	);
}

function Waiting() {
	return (
		<Stack gap={1}>
			{["1", "2", "3", "4", "5", "6"].map((row) => (
				<Skeleton key={row} height={56} radius={0} />
			))}
		</Stack>
	);
}
