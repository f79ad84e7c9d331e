import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useLanguage } from "../language.tsx";
import styles from "./story.module.css";
import type { Deed } from "./story-entries.ts";
import { useTicketWords } from "./ticket-words.ts";

/** What was before and after a deed, folded away on the screen and open on paper; nothing where its sentence has said so. */
export function BeforeAndAfter({ deed }: { deed: Deed }) {
	const say = useTicketWords();
	const { t } = useLanguage();
	const [isOpen, setOpen] = useState(false);
	const id = useId();
	const before = fieldsIn(deed.before);
	const after = fieldsIn(deed.after);
	const names = named.filter((name) => name in before || name in after);
	if (deed.action === "ticket-changed" || names.length === 0) return null;
	const inWords = (name: string, value: unknown): string => {
		if (value === null || value === undefined || value === "")
			return say("conflict.empty");
		if (name === "status" && t(`status.${String(value)}` as "status.new"))
			return t(`status.${String(value)}` as "status.new");
		return typeof value === "object" ? JSON.stringify(value) : String(value);
	};
	return (
		<div>
			<UnstyledButton
				className={styles.fold ?? ""}
				aria-expanded={isOpen}
				aria-controls={id}
				onClick={() => setOpen(!isOpen)}
			>
				<IconChevronDown size={14} aria-hidden />
				{say("story.fold")}
			</UnstyledButton>
			<dl
				id={id}
				className={styles.folded}
				data-closed={isOpen ? undefined : ""}
			>
				{names.map((name) => (
					<div key={name}>
						<dt>{say(`fields.${name}`)}</dt>
						<dd>
							{inWords(name, before[name])}, {say("story.now")}{" "}
							{inWords(name, after[name])}
						</dd>
					</div>
				))}
			</dl>
		</div>
	);
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Readonly<Record<string, unknown>>)
		: {};
}

/** Those that say something to whoever reads; ids of other things do not. */
const named = [
	"status",
	"assignee",
	"summary",
	"mergedInto",
	"splitFrom",
	"dueAt",
	"name",
] as const;
