import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DataRequest } from "../../web/api/data-request-shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { when } from "../times.ts";
import { useTitle } from "../title.ts";
import { EraseNumber } from "./erase-number.tsx";
import { HeldParts, heldInWords } from "./held-parts.tsx";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";

/** Everything about a number, when somebody asks what is known of them, or to be forgotten. */
export default function DataRequestPage() {
	const say = usePlacesWords();
	const [typed, type] = useState("");
	const [asked, askFor] = useState<string | null>(null);
	const [erased, setErased] = useState<string | null>(null);
	const { data, error } = useDataRequest(asked);
	useTitle(say("request.title"));
	return (
		<Stack gap="lg" maw="60rem">
			<div>
				<Title order={1}>{say("request.title")}</Title>
				<Text>{say("request.lead")}</Text>
			</div>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					setErased(null);
					askFor(typed.trim() || null);
				}}
			>
				<Group align="flex-end" gap="xs">
					<TextInput
						className={styles.search ?? ""}
						label={say("request.number")}
						placeholder={say("request.hint")}
						autoComplete="off"
						inputMode="tel"
						required
						withAsterisk={false}
						maxLength={40}
						value={typed}
						onChange={(event) => type(event.currentTarget.value)}
					/>
					<Button type="submit">{say("request.look")}</Button>
				</Group>
			</form>
			<Refused error={error} />
			<div aria-live="polite">
				{erased ? (
					<Text fw={600}>
						{say("request.done", { number: readableNumber(erased) })}
					</Text>
				) : null}
				{data ? <Headline held={data} /> : null}
			</div>
			{data && heldInWords(data, say) !== "" ? (
				<>
					<Doings held={data} erased={() => setErased(data.number)} />
					<HeldParts held={data} />
				</>
			) : null}
		</Stack>
	);
}

function useDataRequest(number: string | null) {
	const { language } = useLanguage();
	const wanted = new URLSearchParams({ number: number ?? "" });
	return useQuery({
		queryKey: ["places", "data-request", number],
		enabled: number !== null,
		staleTime: 0,
		// What was held on somebody is not kept on the page longer than it is looked at.
		gcTime: 0,
		queryFn: ({ signal }) =>
			ask<DataRequest>(`/api/data-requests?${wanted}`, language, { signal }),
	});
}

function Headline({ held }: { held: DataRequest }) {
	const say = usePlacesWords();
	const now = useNow();
	const reader = useReader();
	const number = readableNumber(held.number);
	const what = heldInWords(held, say);
	const said = say("request.held", { number, what });
	return (
		<>
			<Text size="lg" fw={600}>
				{what === ""
					? say("request.nothing", { number })
					: said.charAt(0).toUpperCase() + said.slice(1)}
			</Text>
			{held.erasures.map(({ at, by }) => (
				<Text key={at}>
					{say("request.erased", {
						...{ by, when: when(new Date(at), now, reader) },
					})}
				</Text>
			))}
		</>
	);
}

function Doings({ held, erased }: { held: DataRequest; erased(): void }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const [isAsking, setAsking] = useState(false);
	const wanted = new URLSearchParams({ number: held.number, lang: language });
	return (
		<div>
			<Group gap="xs">
				<Button
					component="a"
					href={`/api/data-requests/export?${wanted}`}
					download
				>
					{say("request.export")}
				</Button>
				<Button variant="default" onClick={() => setAsking(true)}>
					{say("request.erase")} …
				</Button>
			</Group>
			<Text size="sm" c="dimmed" mt="xs">
				{say("request.exportSays")}
			</Text>
			{isAsking ? (
				<EraseNumber
					held={held}
					close={() => setAsking(false)}
					erased={erased}
				/>
			) : null}
		</div>
	);
}
