import { Anchor, NativeSelect, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { ReadShifts } from "../../../web/api/calendar-shapes.ts";
import { DropArea } from "../../drop-area.tsx";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { useTitle } from "../../title.ts";
import { useCalendarWords } from "../calendars/calendar-words.ts";
import { useDesk } from "../desk.tsx";
import { rotaPath } from "../rota-queries.ts";
import { AddShifts } from "./add-shifts.tsx";
import styles from "./import.module.css";
import { RowTable } from "./row-table.tsx";

/** Takes shifts from a file into the draft, after a look at each row. */
export default function ImportPage() {
	const say = useCalendarWords();
	const { rota } = useDesk();
	const duties = Object.keys(rota.duties);
	const [chosen, choose] = useState<string | null>(null);
	const [added, setAdded] = useState<number | null>(null);
	const duty = chosen !== null && duties.includes(chosen) ? chosen : duties[0];
	const reading = useReadFile();
	useTitle(say("file.title"));
	return (
		<div className={styles.page}>
			<Title order={1} mb="sm">
				{say("file.headline")}
			</Title>
			<Text mb="lg">{say("file.why")}</Text>
			{duty === undefined ? (
				<Text>{say("file.noDuty")}</Text>
			) : (
				<>
					<NativeSelect
						className={styles.duty ?? ""}
						label={say("file.duty")}
						value={duty}
						onChange={(event) => choose(event.currentTarget.value)}
						data={duties}
					/>
					<DropArea
						accept=".xlsx,.csv,.ics,.txt"
						words={{
							drop: say("file.drop"),
							choose: say("file.choose"),
							kinds: say("file.kinds"),
							tooLarge: say("file.tooLarge"),
						}}
						onFile={(file) => {
							setAdded(null);
							reading.mutate(file);
						}}
					/>
					<div aria-live="polite">
						{reading.isPending ? (
							<Text>
								{say("file.reading", { name: reading.variables.name })}
							</Text>
						) : null}
						{reading.error ? <Text>{reading.error.message}</Text> : null}
						{reading.data && added === null ? (
							<Summary read={reading.data} />
						) : null}
						{added === null ? null : <Added count={added} />}
					</div>
					{reading.data && reading.variables && added === null ? (
						<>
							<AddShifts
								duty={duty}
								file={reading.variables.name}
								shifts={reading.data.shifts}
								onAdded={setAdded}
							/>
							<RowTable
								rows={reading.data.rows}
								file={reading.variables.name}
							/>
						</>
					) : null}
				</>
			)}
		</div>
	);
}

function useReadFile() {
	const { language } = useLanguage();
	const { line } = useDesk();
	return useMutation({
		mutationFn: (file: File) =>
			ask<ReadShifts>(rotaPath(line, "/read-shifts"), language, {
				method: "POST",
				body: file,
			}),
	});
}

function Summary({ read }: { read: ReadShifts }) {
	const say = useCalendarWords();
	const { language } = useLanguage();
	const bad = read.rows.filter(({ problems }) => problems.length > 0).length;
	return (
		<>
			{read.problems.map((problem) => (
				<Text key={problem.en} fw={600}>
					{problem[language]}
				</Text>
			))}
			{read.rows.length > 0 ? (
				<Text fw={600}>
					{say("file.good", { count: read.shifts.length })}{" "}
					{bad > 0 ? say("file.bad", { count: bad }) : null}
				</Text>
			) : null}
		</>
	);
}

function Added({ count }: { count: number }) {
	const say = useCalendarWords();
	const { line } = useDesk();
	return (
		<Text fw={600}>
			{say("file.added", { count })}{" "}
			<Anchor component={Link} href={`/rota/${line}`}>
				{say("file.look")}
			</Anchor>
		</Text>
	);
}
