import { Fieldset, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
	type DueMinutes,
	mostDueMinutes,
	typedMinutes,
	writtenMinutes,
} from "../../../domain/ticket/due.ts";
import { type Urgency, urgencies } from "../../../domain/ticket/ticket.ts";
import { urgencyWord } from "../../../domain/ticket/urgency-words.ts";
import type { ServiceClass } from "../../../web/api/ticket-setting-shapes.ts";
import { FormDialog } from "../../form-dialog.tsx";
import { useLanguage } from "../../language.tsx";
import { NameFields } from "../name-fields.tsx";
import { ReasonField } from "../reason-field.tsx";
import { useSettingsWords } from "../settings-words.ts";
import { useSaved } from "../use-saved.ts";
import styles from "./service-classes.module.css";

type Typed = Readonly<Record<Urgency, string>>;

/** A new service class, or another name or other times for one that is there. */
export function ServiceClassForm({
	one,
	close,
}: {
	one?: ServiceClass;
	close(): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const saving = useSaved(close);
	const [names, setNames] = useState(one?.names ?? { fi: "", sv: "", en: "" });
	const [typed, setTyped] = useState<Typed>(() => {
		const text = (urgency: Urgency) =>
			one ? writtenMinutes(one.minutes[urgency], language) : "";
		return {
			emergency: text("emergency"),
			urgent: text("urgent"),
			normal: text("normal"),
			low: text("low"),
		};
	});
	const [reason, setReason] = useState("");
	const [isTried, setTried] = useState(false);
	const save = () => {
		const minutes = minutesIn(typed);
		setTried(true);
		if (!minutes) return;
		saving.mutate({
			...(one
				? { method: "PUT", path: `service-classes/${one.id}` }
				: { method: "POST", path: "service-classes" }),
			body: {
				...(one && { revision: one.revision }),
				...{ names, minutes },
				...(reason.trim() !== "" && { reason }),
			},
		});
	};
	return (
		<FormDialog
			title={
				one
					? say("serviceClass.editTitle", { name: one.names[language] })
					: say("serviceClass.addTitle")
			}
			saving={saving}
			save={save}
			close={close}
		>
			<NameFields names={names} onChange={setNames} />
			<Fieldset
				legend={say("serviceClass.times")}
				variant="unstyled"
				className={styles.fields ?? ""}
			>
				<Text size="sm" c="dimmed" mb="xs">
					{say("serviceClass.hint")}
				</Text>
				<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
					{urgencies.map((urgency) => (
						<TimeField
							key={urgency}
							urgency={urgency}
							text={typed[urgency]}
							isTried={isTried}
							onChange={(text) => setTyped({ ...typed, [urgency]: text })}
						/>
					))}
				</SimpleGrid>
			</Fieldset>
			<ReasonField reason={reason} onChange={setReason} />
		</FormDialog>
	);
}

/** What was typed is written out once it is left, so that one sees how it was understood. */
function TimeField({
	urgency,
	text,
	isTried,
	onChange,
}: {
	urgency: Urgency;
	text: string;
	isTried: boolean;
	onChange(text: string): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const [isLeft, setLeft] = useState(false);
	const minutes = typedMinutes(text);
	const isWrong = isTried || (isLeft && text.trim() !== "");
	const error =
		minutes === null || minutes < 1
			? say("serviceClass.unread")
			: minutes > mostDueMinutes
				? say("serviceClass.tooLong")
				: null;
	return (
		<TextInput
			label={urgencyWord(urgency, language)}
			autoComplete="off"
			value={text}
			error={isWrong ? error : null}
			onFocus={() => setLeft(false)}
			onBlur={() => {
				setLeft(true);
				if (error === null && minutes !== null)
					onChange(writtenMinutes(minutes, language));
			}}
			onChange={(event) => onChange(event.currentTarget.value)}
		/>
	);
}

/** null while any of them cannot be read. */
function minutesIn(typed: Typed): DueMinutes | null {
	const read = urgencies.map(
		(urgency) => [urgency, typedMinutes(typed[urgency])] as const,
	);
	const isRead = read.every(
		([, minutes]) =>
			minutes !== null && minutes >= 1 && minutes <= mostDueMinutes,
	);
	return isRead ? (Object.fromEntries(read) as unknown as DueMinutes) : null;
}
