import {
	Anchor,
	Button,
	Group,
	SegmentedControl,
	Stack,
	Text,
	Title,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportKind } from "../../domain/place/import.ts";
import type { Imported, ImportPreview } from "../../web/api/place-shapes.ts";
import { DropArea } from "../drop-area.tsx";
import { useLanguage } from "../language.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { useTitle } from "../title.ts";
import { ImportRows } from "./import-rows.tsx";
import { usePlacesWords } from "./places-words.ts";

/** Takes properties or tenants in from a file, after a look at what that would change; and gives them out again. */
export default function ImportPage() {
	const say = usePlacesWords();
	const [kind, setKind] = useState<ImportKind>("properties");
	useTitle(say("import.title"));
	return (
		<Stack gap="lg" maw="60rem">
			<div>
				<Title order={1}>{say("import.title")}</Title>
				<Text>{say("import.lead")}</Text>
			</div>
			<SegmentedControl
				aria-label={say("import.what")}
				value={kind}
				onChange={(value) => setKind(value as ImportKind)}
				data={(["properties", "tenants"] as const).map((value) => ({
					...{ value, label: say(`page.${value}`) },
				}))}
				w="fit-content"
			/>
			<Taking key={kind} kind={kind} />
			<Download kind={kind} />
		</Stack>
	);
}

function Taking({ kind }: { kind: ImportKind }) {
	const say = usePlacesWords();
	const [removesGone, setRemovesGone] = useState(false);
	const { looking, taking } = useTaking(kind, removesGone);
	const { data: preview, variables } = looking;
	const file = variables?.file;
	const look = (chosen: File, country: string | null) => {
		taking.reset();
		setRemovesGone(false);
		looking.mutate({ file: chosen, country });
	};
	return (
		<>
			<DropArea
				accept=".xlsx,.csv,.txt"
				words={{
					drop: say("import.drop"),
					choose: say("import.choose"),
					kinds: `${say("import.kinds")} ${say(`import.columnsOf.${kind}`)}`,
					tooLarge: say("import.tooLarge"),
				}}
				onFile={(chosen) => look(chosen, null)}
			/>
			<div aria-live="polite">
				{looking.isPending && file ? (
					<Text>{say("import.reading", { name: file.name })}</Text>
				) : null}
				<Refused error={looking.error ?? taking.error} />
				{taking.data ? <Done counts={taking.data} /> : null}
				{preview && file && !taking.data ? (
					<Summary preview={preview} name={file.name} />
				) : null}
			</div>
			{preview?.numbers && file && !taking.data ? (
				<NumbersCountry
					{...preview.numbers}
					choose={(country) => look(file, country)}
				/>
			) : null}
			{preview && file && !taking.data ? (
				<ImportRows
					preview={preview}
					name={file.name}
					removesGone={removesGone}
					setRemovesGone={setRemovesGone}
				/>
			) : null}
			{preview && !taking.data && hasWork(preview, removesGone) ? (
				<Button
					w="fit-content"
					loading={taking.isPending}
					onClick={() => taking.mutate()}
				>
					{say("import.apply")}
				</Button>
			) : null}
		</>
	);
}

interface Chosen {
	readonly file: File;
	/** Calling code that was chosen for numbers without one; null when the file tells. */
	readonly country: string | null;
}

function useTaking(kind: ImportKind, removesGone: boolean) {
	const { language } = useLanguage();
	const client = useQueryClient();
	const looking = useMutation({
		mutationFn: ({ file, country }: Chosen) =>
			ask<ImportPreview>(
				`/api/${kind}/import-preview?${new URLSearchParams({
					...(country && { country }),
				})}`,
				language,
				{ method: "POST", body: file },
			),
	});
	const taking = useMutation({
		mutationFn: () => {
			const country = looking.variables?.country;
			const wanted = new URLSearchParams({
				...(country && { country }),
				digest: looking.data?.digest ?? "",
				remove: removesGone ? "missing" : "nothing",
			});
			return ask<Imported>(`/api/${kind}/import?${wanted}`, language, {
				method: "POST",
				body: looking.variables?.file,
			});
		},
		onSettled: () => client.invalidateQueries({ queryKey: ["places"] }),
	});
	return { looking, taking };
}

function hasWork({ counts }: ImportPreview, removesGone: boolean): boolean {
	return counts.added + counts.changed + (removesGone ? counts.gone : 0) > 0;
}

/** What the file would do, in a line. */
function Summary({ preview, name }: { preview: ImportPreview; name: string }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const { counts, problem } = preview;
	if (problem) return <Text fw={600}>{problem[language]}</Text>;
	const ignored = preview.ignored.join(", ");
	const isNothing =
		counts.added + counts.changed + counts.gone + counts.problems === 0;
	return (
		<>
			<Text fw={600}>
				{isNothing ? say("import.nothing", { name }) : `${name}: `}
				{isNothing
					? null
					: (["added", "changed", "unchanged", "problems"] as const)
							.filter((each) => counts[each] > 0)
							.map((each) => say(`import.${each}`, { count: counts[each] }))
							.join(", ")
							.concat(".")}
			</Text>
			{preview.sheet === null ? null : (
				<Text>{say("import.sheet", { sheet: preview.sheet })}</Text>
			)}
			{ignored ? (
				<Text>{say("import.ignored", { columns: ignored })}</Text>
			) : null}
		</>
	);
}

/** As which country's numbers those are read that could be of several. */
function NumbersCountry({
	country,
	countries,
	choices,
	choose,
}: NonNullable<ImportPreview["numbers"]> & { choose(country: string): void }) {
	const say = usePlacesWords();
	return (
		<div>
			<Text mb="xs">{say("import.numbers", { count: choices })}</Text>
			<SegmentedControl
				aria-label={say("import.numbersCountry")}
				value={country}
				onChange={choose}
				data={countries.map((code) => ({ value: code, label: `+${code}` }))}
			/>
		</div>
	);
}

function Done({ counts }: { counts: Imported }) {
	const say = usePlacesWords();
	const what = (
		["added", "changed", "unchanged", "removed", "problems"] as const
	)
		.filter((each) => counts[each] > 0)
		.map((each) => say(`import.${each}`, { count: counts[each] }));
	return <Text fw={600}>{say("import.done", { what: what.join(", ") })}</Text>;
}

function Download({ kind }: { kind: ImportKind }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	return (
		<section>
			<Title order={2}>{say("import.download")}</Title>
			<Text mb="xs">{say("import.downloadSays")}</Text>
			<Group gap="lg">
				{(["xlsx", "csv"] as const).map((format) => (
					<Anchor
						key={format}
						href={`/api/${kind}/export?format=${format}&lang=${language}`}
						download
					>
						{say("import.as", {
							what: say(`page.${kind}`),
							format: format.toUpperCase(),
						})}
					</Anchor>
				))}
			</Group>
		</section>
	);
}
