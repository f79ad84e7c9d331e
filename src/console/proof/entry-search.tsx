import {
	Autocomplete,
	Button,
	NativeSelect,
	Text,
	TextInput,
	Title,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { DateTime } from "luxon";
import { useState } from "react";
import { actorInWords } from "../../domain/audit/actors.ts";
import { auditKinds } from "../../domain/audit/entry.ts";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { Entries } from "./entries.tsx";
import styles from "./proof.module.css";
import {
	queryOf,
	useActors,
	useEntries,
	type Wanted,
} from "./proof-queries.ts";
import { useProofWords } from "./proof-words.ts";

const nothing: Wanted = {
	...{ actor: "", kind: "", subject: "" },
	...{ from: "", to: "", text: "" },
};

/** Entries by who, what, what about, when and any word. */
export function EntrySearch() {
	const say = useProofWords();
	const { zone, language } = useReader();
	const [typed, setTyped] = useState(nothing);
	const [settled] = useDebouncedValue(typed, 250);
	const wanted = asAsked(settled, zone);
	const found = useEntries(wanted);
	const pages = found.data?.pages;
	const entries = pages?.flatMap((page) => page.entries);
	const names = Object.assign({}, ...(pages ?? []).map((page) => page.names));
	return (
		<section className={styles.part}>
			<Title order={2}>{say("entries")}</Title>
			<Filters
				typed={typed}
				change={(field, value) => setTyped({ ...typed, [field]: value })}
			/>
			<Refused error={found.error} />
			{entries && entries.length > 0 ? (
				<Entries entries={entries} names={names} />
			) : null}
			{entries?.length === 0 ? <Text c="dimmed">{say("none")}</Text> : null}
			<div className={styles.tools}>
				{found.hasNextPage ? (
					<Button
						variant="default"
						loading={found.isFetchingNextPage}
						onClick={() => void found.fetchNextPage()}
					>
						{say("more")}
					</Button>
				) : null}
				<Button
					component="a"
					variant="default"
					href={`/api/audit/export?${queryOf(wanted)}&lang=${language}`}
					download
					leftSection={<IconDownload size={18} aria-hidden />}
				>
					{say("export")}
				</Button>
			</div>
		</section>
	);
}

function Filters({
	typed,
	change,
}: {
	typed: Wanted;
	change(field: keyof Wanted, value: string): void;
}) {
	const say = useProofWords();
	const { language } = useReader();
	const actors = useActors().data?.actors ?? [];
	const names = new Set(actors.map((actor) => actorInWords(actor)[language]));
	const field = (name: "subject" | "from" | "to" | "text") => ({
		label: say(name),
		value: typed[name],
		maxLength: 100,
		onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
			change(name, event.currentTarget.value),
	});
	return (
		<search className={styles.filters}>
			<NativeSelect
				label={say("kind")}
				value={typed.kind}
				onChange={(event) => change("kind", event.currentTarget.value)}
				data={[
					{ value: "", label: say("kinds.all") },
					...auditKinds.map((value) => ({
						value,
						label: say(`kinds.${value}`),
					})),
				]}
			/>
			<Autocomplete
				label={say("who")}
				placeholder={say("anybody")}
				value={typed.actor}
				onChange={(value) => change("actor", value)}
				data={[...names].sort((a, b) => a.localeCompare(b, language))}
				limit={50}
				maxLength={100}
			/>
			<TextInput {...field("subject")} placeholder={say("subjectHint")} />
			<TextInput {...field("from")} type="date" />
			<TextInput {...field("to")} type="date" />
			<TextInput {...field("text")} type="search" />
		</search>
	);
}

/** Days begin and end on the line's own wall clock. */
function asAsked(typed: Wanted, zone: string): Wanted {
	const midnight = (day: string, more: number) => {
		const at = DateTime.fromISO(day, { zone }).plus({ days: more });
		return day !== "" && at.isValid ? (at.toUTC().toISO() ?? "") : "";
	};
	return {
		...typed,
		actor: typed.actor.trim(),
		subject: typed.subject.trim(),
		from: midnight(typed.from, 0),
		to: midnight(typed.to, 1),
	};
}
