import { Button, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import {
	deepestSubject,
	isOffered,
	pathTo,
} from "../../../domain/ticket/subjects.ts";
import { type Urgency, urgencies } from "../../../domain/ticket/ticket.ts";
import { urgencyWord } from "../../../domain/ticket/urgency-words.ts";
import type { Subject } from "../../../web/api/ticket-setting-shapes.ts";
import { FormDialog } from "../../form-dialog.tsx";
import { useLanguage } from "../../language.tsx";
import { subjectName } from "../../ticket-settings.ts";
import { NameFields } from "../name-fields.tsx";
import { ReasonField } from "../reason-field.tsx";
import { useSettingsWords } from "../settings-words.ts";
import { useSaved } from "../use-saved.ts";

/** A new subject, or another name, place or urgency for one that is there; retiring it too. */
export function SubjectForm({
	subjects,
	subject,
	parent = null,
	close,
}: {
	subjects: readonly Subject[];
	subject?: Subject;
	/** Of a new one. */
	parent?: string | null;
	close(): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const saving = useSaved(close);
	const [filled, setFilled] = useState({
		names: subject?.names ?? { fi: "", sv: "", en: "" },
		parent: subject ? subject.parent : parent,
		urgency:
			subject?.urgency ??
			subjects.find(({ id }) => id === parent)?.urgency ??
			"normal",
	});
	const [reason, setReason] = useState("");
	const save = (more: { readonly retired?: boolean } = {}) =>
		saving.mutate({
			...(subject
				? { method: "PUT", path: `subjects/${subject.id}` }
				: { method: "POST", path: "subjects" }),
			body: {
				...(subject && { revision: revisionSeen(subjects, subject) }),
				...filled,
				...more,
				...(reason.trim() !== "" && { reason }),
			},
		});
	return (
		<FormDialog
			title={
				subject
					? say("subject.editTitle", { name: subject.names[language] })
					: say("subject.addTitle")
			}
			saving={saving}
			save={save}
			close={close}
			below={
				subject ? (
					<div>
						<Text size="sm" c="dimmed" mb={6}>
							{say(
								subject.retired
									? "subject.bringBackHint"
									: "subject.retireHint",
							)}
						</Text>
						<Button
							variant="default"
							size="compact-md"
							disabled={saving.isPending}
							onClick={() => save({ retired: !subject.retired })}
						>
							{say(subject.retired ? "subject.bringBack" : "subject.retire")}
						</Button>
					</div>
				) : null
			}
		>
			<NameFields
				names={filled.names}
				onChange={(names) => setFilled({ ...filled, names })}
			/>
			<NativeSelect
				label={say("subject.parent")}
				value={filled.parent ?? ""}
				data={[
					{ value: "", label: say("subject.top") },
					...parentsFor(subjects, subject).map(({ id }) => ({
						value: id,
						label: subjectName({ subjects: [...subjects] }, id, language) ?? id,
					})),
				]}
				onChange={(event) =>
					setFilled({
						...filled,
						parent: event.currentTarget.value || null,
					})
				}
			/>
			<NativeSelect
				label={say("subject.urgency")}
				value={filled.urgency}
				data={urgencies.map((value) => ({
					value,
					label: urgencyWord(value, language),
				}))}
				onChange={(event) =>
					setFilled({
						...filled,
						urgency: event.currentTarget.value as Urgency,
					})
				}
			/>
			<ReasonField reason={reason} onChange={setReason} />
		</FormDialog>
	);
}

/** Of what the form was filled from; only having been moved among its siblings since is no other subject. */
function revisionSeen(subjects: readonly Subject[], subject: Subject): number {
	const now = subjects.find(({ id }) => id === subject.id);
	const told = ({ names, parent, urgency, retired }: Subject) =>
		JSON.stringify([names.fi, names.sv, names.en, parent, urgency, retired]);
	return now && told(now) === told(subject) ? now.revision : subject.revision;
}

/** Under which it can stand: not under itself, nor under what is retired, unless it stands there already. */
function parentsFor(
	subjects: readonly Subject[],
	subject: Subject | undefined,
): Subject[] {
	return subjects.filter(({ id }) => {
		if (id === subject?.parent) return true;
		const path = pathTo(subjects, id);
		return (
			path.length < deepestSubject &&
			!path.some((each) => each.id === subject?.id) &&
			isOffered(subjects, id)
		);
	});
}
