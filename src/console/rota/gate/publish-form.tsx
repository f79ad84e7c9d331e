import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type {
	ReviewView,
	RotaPublishedView,
} from "../../../web/api/rota-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask, ServerError } from "../../server.ts";
import { useDesk } from "../desk.tsx";
import { rotaPath } from "../rota-queries.ts";
import { useGateWords } from "./gate-words.ts";
import { Part } from "./part.tsx";
import { acceptedIn, type Ticks } from "./warnings.tsx";

/** The note and the button; while something is missing it says what. */
export function PublishForm({
	warnings,
	reviewedAt,
	hasErrors,
	ticks,
	onPublished,
}: {
	warnings: ReviewView["problems"];
	reviewedAt: string;
	hasErrors: boolean;
	ticks: Ticks;
	onPublished(version: number): void;
}) {
	const say = useGateWords();
	const desk = useDesk();
	const [note, setNote] = useState("");
	const publish = usePublish(reviewedAt, onPublished);
	const accepts = acceptedIn(warnings, ticks);
	const missing = warnings.length - accepts.length;
	const waits = waitsFor();
	const waitsId = useId();
	return (
		<Part title={say("publishing")}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					if (waits === null) publish.mutate({ note, accepts });
				}}
			>
				<Stack maw="36rem" align="stretch">
					<Textarea
						label={say("note")}
						description={say("noteHow")}
						value={note}
						maxLength={500}
						autosize
						minRows={2}
						onChange={(event) => setNote(event.currentTarget.value)}
					/>
					{waits ? (
						<Text id={waitsId} aria-live="polite">
							{waits}
						</Text>
					) : null}
					{publish.error ? (
						<Text role="alert">
							{say("failed", { why: whyOf(publish.error) })}
						</Text>
					) : null}
					<Button
						type="submit"
						size="md"
						w="fit-content"
						loading={publish.isPending}
						{...(waits !== null && {
							"aria-disabled": true,
							"aria-describedby": waitsId,
							"data-disabled": true,
						})}
					>
						{say("publish", { version: desk.published.version + 1 })}
					</Button>
				</Stack>
			</form>
		</Part>
	);

	function waitsFor(): string | null {
		if (desk.newer) return say("waitsForMerge");
		if (hasErrors) return say("waitsForErrors");
		return missing > 0 ? say("waitsForTicks", { count: missing }) : null;
	}
}

function usePublish(
	reviewedAt: string,
	onPublished: (version: number) => void,
) {
	const desk = useDesk();
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({
			note,
			accepts,
		}: {
			note: string;
			accepts: ReturnType<typeof acceptedIn>;
		}) =>
			ask<RotaPublishedView>(rotaPath(desk.line, "/publish"), language, {
				method: "POST",
				body: {
					rota: desk.rota,
					basedOn: desk.basedOn,
					reviewedAt,
					accepts,
					...(note.trim() && { note: note.trim() }),
				},
			}),
		onSuccess: async ({ version }) => {
			onPublished(version);
			await desk.wasPublished(version);
		},
		onError: () => client.invalidateQueries({ queryKey: ["rota", desk.line] }),
	});
}

function whyOf(error: Error): string {
	if (!(error instanceof ServerError)) return error.message;
	return [error.message, ...error.problems.map(({ what }) => what)].join(" ");
}
