import { Button, Text, Textarea } from "@mantine/core";
import { useId, useRef, useState } from "react";
import type { Language } from "../../../domain/language.ts";
import { purposeNames } from "../../../domain/ticket/purpose-names.ts";
import { problemSentence } from "../../../domain/ticket/template-words.ts";
import { problemsIn } from "../../../domain/ticket/templates.ts";
import type {
	MessagePurpose,
	MessageTexts,
} from "../../../web/api/message-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { Refused } from "../../refused.tsx";
import { useSaveText } from "./message-queries.ts";
import { useMessageWords } from "./message-words.ts";
import styles from "./messages.module.css";
import { Preview } from "./preview.tsx";

interface OneMessageProps {
	message: MessagePurpose;
	/** Of the text. */
	of: Language;
	price: MessageTexts["price"];
}

/** What a message is for and how it begins; opened, its words can be changed. What is typed stays while other languages are looked at. */
export function OneMessage({ message, of, price }: OneMessageProps) {
	const say = useMessageWords();
	const { language } = useLanguage();
	const [isOpen, setOpen] = useState(false);
	const [typed, setTyped] = useState<Partial<Record<Language, string>>>({});
	const { text, isOwn } = message.texts[of];
	const now = typed[of];
	const isUnsaved = now !== undefined && now !== text;
	const type = (next: string | undefined) =>
		setTyped(({ [of]: _, ...others }) =>
			next === undefined ? others : { ...others, [of]: next },
		);
	return (
		<details
			className={styles.message}
			onToggle={(event) => setOpen(event.currentTarget.open)}
		>
			<summary>
				<span className={styles.name}>
					{purposeNames[message.purpose][language]}
				</span>
				{isUnsaved || isOwn ? (
					<span className={styles.sign}>
						{isUnsaved ? say("unsaved") : say("own")}
					</span>
				) : null}
			</summary>
			{isOpen ? (
				<Editor
					key={of}
					{...{ message, of, price, type }}
					now={now ?? text}
					isUnsaved={isUnsaved}
				/>
			) : null}
		</details>
	);
}

function Editor({
	message: { purpose, known, required, texts },
	of,
	price,
	now,
	isUnsaved,
	type,
}: OneMessageProps & {
	now: string;
	isUnsaved: boolean;
	type(next: string | undefined): void;
}) {
	const say = useMessageWords();
	const { language } = useLanguage();
	const saving = useSaveText(purpose, of, () => type(undefined));
	const field = useRef<HTMLTextAreaElement>(null);
	const problemId = useId();
	const [problem] = problemsIn(now, { known, required });
	const { isOwn, revision } = texts[of];
	const write = (next: string) => {
		saving.reset();
		type(next);
	};
	return (
		<form
			className={styles.editor}
			onSubmit={(event) => {
				event.preventDefault();
				saving.mutate({ text: now, revision });
			}}
		>
			<Textarea
				ref={field}
				size="md"
				lang={of}
				label={say("text")}
				description={say("textHint")}
				autosize
				minRows={3}
				maxLength={1000}
				value={now}
				className={styles.text ?? ""}
				error={problem !== undefined}
				{...(problem && { "aria-describedby": problemId })}
				onChange={(event) => write(event.currentTarget.value)}
			/>
			<Placeholders
				known={known}
				put={(name) => write(withPut(field.current, now, `{${name}}`))}
			/>
			{problem ? (
				<Text id={problemId} role="alert" c="var(--nobody)">
					{problemSentence(problem)[language]}
				</Text>
			) : (
				<Preview template={now} {...{ of, price }} />
			)}
			<Refused error={saving.error} />
			<div className={styles.buttons}>
				<Button
					type="submit"
					disabled={!isUnsaved || problem !== undefined}
					loading={saving.isPending}
				>
					{say("save")}
				</Button>
				{isOwn ? (
					<Button
						variant="default"
						disabled={saving.isPending}
						onClick={() => saving.mutate({ revision })}
					>
						{say("reset")}
					</Button>
				) : null}
				<Text role="status" size="sm">
					{saving.isSuccess
						? say(saving.variables.text === undefined ? "wasReset" : "saved")
						: ""}
				</Text>
			</div>
		</form>
	);
}

function Placeholders({
	known,
	put,
}: {
	known: MessagePurpose["known"];
	put(name: string): void;
}) {
	const say = useMessageWords();
	return (
		<fieldset className={styles.placeholders}>
			<legend>{say("insert")}</legend>
			{known.map((name) => (
				<Button
					key={name}
					size="compact-sm"
					variant="default"
					onClick={() => put(name)}
				>
					{say(`placeholders.${name}`)}
				</Button>
			))}
		</fieldset>
	);
}

/** Where the reader was writing, or at the end. */
function withPut(
	field: HTMLTextAreaElement | null,
	text: string,
	placeholder: string,
): string {
	const start = field?.selectionStart ?? text.length;
	const end = field?.selectionEnd ?? start;
	return `${text.slice(0, start)}${placeholder}${text.slice(end)}`;
}
