import { Button, CloseButton, Collapse, Group, TextInput } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import {
	IconAdjustmentsHorizontal,
	IconSearch,
	IconX,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type LogFilter, wholeLog } from "../../domain/ticket/log-filter.ts";
import { useReader } from "../reader.ts";
import styles from "./filter-bar.module.css";
import { FilterForm } from "./filter-form.tsx";
import { useChips } from "./filter-names.ts";
import { rowsId, searchId } from "./log-table.tsx";
import { useLogWords } from "./log-words.ts";

interface Filtering {
	readonly filter: LogFilter;
	readonly onChange: (filter: LogFilter, how?: "replace") => void;
}

/** The search, what is filtered by, and, behind a button, all that can be. */
export function FilterBar({
	filter,
	onChange,
	children,
}: Filtering & { children: ReactNode }) {
	const say = useLogWords();
	const form = useId();
	const [isOpen, { toggle }] = useDisclosure(false);
	return (
		<search aria-label={say("filters.title")} className={styles.bar}>
			<Group gap="sm">
				<Search filter={filter} onChange={onChange} />
				<Button
					variant="default"
					leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
					aria-expanded={isOpen}
					aria-controls={form}
					onClick={toggle}
				>
					{say("filters.more")}
				</Button>
				{children}
			</Group>
			<Collapse expanded={isOpen} id={form}>
				{isOpen ? <FilterForm filter={filter} onChange={onChange} /> : null}
			</Collapse>
			<Chips filter={filter} onChange={onChange} />
		</search>
	);
}

const typingMilliseconds = 250;

function Search({ filter, onChange }: Filtering) {
	const say = useLogWords();
	const input = useRef<HTMLInputElement>(null);
	const [typed, type] = useState(filter.q);
	useHotkeys([["/", () => input.current?.focus()]]);
	// Going back and forth changes what is searched for without typing.
	useEffect(() => {
		if (document.activeElement !== input.current) type(filter.q);
	}, [filter.q]);
	useEffect(() => {
		if (typed.trim() === filter.q) return;
		const later = setTimeout(
			() => onChange({ ...filter, q: typed.trim() }, "replace"),
			typingMilliseconds,
		);
		return () => clearTimeout(later);
	}, [typed, filter, onChange]);
	return (
		<TextInput
			ref={input}
			id={searchId}
			type="text"
			inputMode="search"
			className={styles.search ?? ""}
			leftSection={<IconSearch size={16} aria-hidden />}
			aria-label={say("search.label")}
			placeholder={say("search.placeholder")}
			value={typed}
			onChange={(event) => type(event.currentTarget.value)}
			onKeyDown={(event) => {
				if (event.key === "Escape") type("");
				if (event.key !== "ArrowDown") return;
				document.getElementById(rowsId)?.querySelector("a")?.focus();
				event.preventDefault();
			}}
			rightSection={
				typed === "" ? null : (
					<CloseButton
						aria-label={say("search.clear")}
						onClick={() => {
							type("");
							input.current?.focus();
						}}
					/>
				)
			}
		/>
	);
}

function Chips({ filter, onChange }: Filtering) {
	const say = useLogWords();
	const chips = useChips(filter, useReader(filter.line ?? undefined));
	if (chips.length === 0) return null;
	return (
		<ul className={styles.chips}>
			{chips.map(({ what, without }) => (
				<li key={what}>
					<Button
						size="xs"
						radius="xl"
						variant="default"
						rightSection={<IconX size={14} aria-hidden />}
						aria-label={say("filters.remove", { what })}
						onClick={() => onChange(without)}
					>
						{what}
					</Button>
				</li>
			))}
			<li>
				<Button
					size="xs"
					variant="subtle"
					onClick={() => onChange({ ...wholeLog, q: filter.q })}
				>
					{say("filters.clear")}
				</Button>
			</li>
		</ul>
	);
}
