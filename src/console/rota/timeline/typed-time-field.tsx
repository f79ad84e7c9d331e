import { Button, Group, TextInput } from "@mantine/core";
import { typedTime } from "../../../domain/rota/edits/typed-time.ts";
import { readRotaTime } from "../../../domain/rota/wall-clock.ts";
import type { Labels } from "./labels.ts";
import { useTimelineWords } from "./timeline-words.ts";

/** A date and time of the rota's zone; one that does not exist, or comes twice, is asked about with its choices. */
export function TypedTimeField({
	label,
	value,
	zone,
	labels,
	fault,
	onChange,
}: {
	label: string;
	/** As a rota writes it. */
	value: string;
	zone: string;
	labels: Labels;
	fault: string | null;
	onChange: (value: string) => void;
}) {
	const say = useTimelineWords();
	const judged = typedTime(value, zone);
	const question =
		judged.kind === "skipped" || judged.kind === "twice"
			? say(`dialog.${judged.kind}`)
			: null;
	return (
		<div>
			<TextInput
				type="datetime-local"
				label={label}
				value={value.slice(0, 16)}
				error={question ?? fault}
				description={chosenOf(value, say)}
				inputWrapperOrder={["label", "input", "description", "error"]}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
			{judged.kind === "skipped" || judged.kind === "twice" ? (
				<Group gap="xs" mt={6}>
					{judged.choices.map((choice, index) => (
						<Button
							key={choice}
							size="compact-md"
							variant="light"
							onClick={() => onChange(choice)}
						>
							{judged.kind === "twice"
								? say(index === 0 ? "dialog.first" : "dialog.second", {
										time: timeOf(value, labels),
										offset: choice.slice(16),
									})
								: timeOf(choice, labels)}
						</Button>
					))}
				</Group>
			) : null}
		</div>
	);
}

function timeOf(text: string, labels: Labels): string {
	const moment = readRotaTime(text.slice(0, 16));
	return moment?.kind === "local" ? labels.clockOf(moment.local) : text;
}

/** Which of two equal times was chosen. */
function chosenOf(value: string, say: ReturnType<typeof useTimelineWords>) {
	return value.length > 16
		? say("dialog.chosen", { offset: value.slice(16) })
		: null;
}
