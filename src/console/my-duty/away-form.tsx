import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AbsenceKind } from "../../domain/rota/absence.ts";
import { absenceKinds } from "../../domain/rota/absence.ts";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import styles from "./my-duty.module.css";
import { useMyDutyWords } from "./my-duty-words.ts";

/** Says from which day to which one is away. */
export function AwayForm({ done }: { done(): void }) {
	const say = useMyDutyWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const [kind, setKind] = useState<AbsenceKind>("holiday");
	const [from, setFrom] = useState("");
	const [to, setTo] = useState("");
	const [note, setNote] = useState("");
	const saving = useMutation({
		mutationFn: () =>
			ask("/api/absences", language, {
				method: "POST",
				body: {
					...{ kind, from, to: to === "" ? from : to },
					...(note.trim() !== "" && { note: note.trim() }),
				},
			}),
		onSuccess: done,
		onSettled: async () => {
			await client.invalidateQueries({ queryKey: ["absences"] });
			await client.invalidateQueries({ queryKey: ["swaps"] });
		},
	});
	return (
		<form
			className={styles.give}
			onSubmit={(event) => {
				event.preventDefault();
				saving.mutate();
			}}
		>
			<NativeSelect
				label={say("away.kind")}
				description={say("away.privacy")}
				size="md"
				value={kind}
				data={absenceKinds.map((each) => ({
					value: each,
					label: say(`away.kinds.${each}`),
				}))}
				onChange={(event) => setKind(event.currentTarget.value as AbsenceKind)}
			/>
			<TextInput
				type="date"
				label={say("away.from")}
				required
				withAsterisk={false}
				size="md"
				value={from}
				onChange={(event) => setFrom(event.currentTarget.value)}
			/>
			<TextInput
				type="date"
				label={say("away.to")}
				size="md"
				min={from}
				value={to === "" ? from : to}
				onChange={(event) => setTo(event.currentTarget.value)}
			/>
			<TextInput
				label={say("away.note")}
				size="md"
				maxLength={500}
				value={note}
				onChange={(event) => setNote(event.currentTarget.value)}
			/>
			<Refused error={saving.error} />
			<div className={styles.buttons}>
				<Button
					type="submit"
					className={styles.big ?? ""}
					loading={saving.isPending}
				>
					{say("away.save")}
				</Button>
				<Button className={styles.big ?? ""} variant="default" onClick={done}>
					{say("away.cancel")}
				</Button>
			</div>
		</form>
	);
}
