import {
	Button,
	Group,
	NativeSelect,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { type FormEvent, useState } from "react";
import { absenceKinds } from "../../../domain/rota/absence.ts";
import { Refused } from "../../refused.tsx";
import { useDesk } from "../desk.tsx";
import { useRecordAbsence } from "./absence-queries.ts";
import { useAbsenceWords } from "./absence-words.ts";
import styles from "./absences.module.css";

const blank = {
	person: "",
	kind: "holiday",
	from: "",
	to: "",
	fromTime: "",
	toTime: "",
	note: "",
};

/** Enters that somebody is away; which shifts that hits is seen in the list at once. */
export function AbsenceForm() {
	const say = useAbsenceWords();
	const { line, published } = useDesk();
	const [given, setGiven] = useState(blank);
	const [isTried, setTried] = useState(false);
	const recording = useRecordAbsence(() => {
		setGiven(blank);
		setTried(false);
	});
	const field = (name: keyof typeof blank) => ({
		value: given[name],
		onChange: (event: {
			currentTarget: HTMLInputElement | HTMLSelectElement;
		}) => {
			const { value } = event.currentTarget;
			setGiven((before) => ({ ...before, [name]: value }));
		},
	});
	const { person, kind, from, to, fromTime, toTime, note } = given;
	const last = to === "" ? from : to;
	const fault =
		person === "" || from === ""
			? say("missing")
			: last < from
				? say("endsFirst")
				: null;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (fault) return;
		recording.mutate({
			...{ line, person, kind, from, to: last },
			...(fromTime && { fromTime }),
			...(toTime && { toTime }),
			...(note && { note }),
		});
	};
	return (
		<form onSubmit={submit} noValidate>
			<Stack gap="md" maw="36rem">
				<div className={styles.fields}>
					<NativeSelect
						label={say("person")}
						data={[
							{ value: "", label: say("choose") },
							...Object.entries(published.rota.people).map(
								([id, { name }]) => ({
									value: id,
									label: name,
								}),
							),
						]}
						{...field("person")}
					/>
					<NativeSelect
						label={say("kindLabel")}
						data={absenceKinds.map((each) => ({
							value: each,
							label: say(`kind.${each}`),
						}))}
						{...field("kind")}
					/>
					<TextInput type="date" label={say("from")} {...field("from")} />
					<TextInput type="date" label={say("to")} {...field("to")} />
					<TextInput
						type="time"
						label={say("fromTime")}
						description={say("timeHow")}
						{...field("fromTime")}
					/>
					<TextInput
						type="time"
						label={say("toTime")}
						description={say("timeHow")}
						{...field("toTime")}
					/>
				</div>
				<TextInput
					label={say("note")}
					description={say("noteHow")}
					maxLength={500}
					{...field("note")}
				/>
				{isTried && fault ? (
					<Text role="alert" c="var(--nobody)">
						{fault}
					</Text>
				) : null}
				<Refused error={recording.error} />
				<Group>
					<Button type="submit" loading={recording.isPending}>
						{say("save")}
					</Button>
					{recording.isSuccess && person === "" ? (
						<Text role="status">{say("saved")}</Text>
					) : null}
				</Group>
			</Stack>
		</form>
	);
}
