import { Radio, Select, Stack } from "@mantine/core";
import { languages } from "../../../domain/language.ts";
import type { Person } from "../../../domain/rota/rota.ts";
import { usePlan } from "./plan.tsx";

/** In which language the line speaks to a person, and how they take a call. */
export function HowTheyAnswer({
	person,
	onTake,
}: {
	person: Pick<Person, "language" | "answers">;
	onTake: (changed: Pick<Person, "language" | "answers">) => void;
}) {
	const { say } = usePlan();
	const { language, answers = "confirm" } = person;
	return (
		<>
			<Select
				label={say("people.language")}
				value={language ?? null}
				placeholder={say("people.lineLanguage")}
				clearable
				clearButtonProps={{ "aria-label": say("people.lineLanguage") }}
				data={languages.map((each) => ({
					value: each,
					label: say(`people.languages.${each}`),
				}))}
				onChange={(chosen) => {
					const found = languages.find((each) => each === chosen);
					onTake({ ...(found && { language: found }), ...kept({ answers }) });
				}}
			/>
			<Radio.Group
				label={say("people.answers")}
				value={answers}
				onChange={(chosen) =>
					onTake({
						...(language && { language }),
						...kept({
							answers: chosen === "directly" ? "directly" : "confirm",
						}),
					})
				}
			>
				<Stack gap="xs" mt="xs">
					<Radio value="confirm" label={say("people.confirmLong")} />
					<Radio value="directly" label={say("people.directlyLong")} />
				</Stack>
			</Radio.Group>
		</>
	);
}

/** What goes without saying is not written. */
function kept({ answers }: Pick<Person, "answers">): Pick<Person, "answers"> {
	return answers === "directly" ? { answers } : {};
}
