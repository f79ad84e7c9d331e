import { Text } from "@mantine/core";
import { useLanguage } from "./language.tsx";
import { Said } from "./said.tsx";
import { ServerError } from "./server.ts";

/** What the service said when it refused, and what is wrong with the input; nothing while nothing is wrong. */
export function Refused({ error }: { error: unknown }) {
	const { t } = useLanguage();
	if (!error) return null;
	const said = error instanceof ServerError ? error.message : "";
	const problems = error instanceof ServerError ? error.problems : [];
	const more = problems.filter(({ what }) => what !== said);
	// Of what was typed, only what is to be corrected is worth reading.
	const isTyped = error instanceof ServerError && error.status === 400;
	if (isTyped && more.length > 0)
		return (
			<div role="alert">
				{more.map(({ where, what }) => (
					<Text key={where + what} c="var(--nobody)">
						<Said text={what} />
					</Text>
				))}
			</div>
		);
	return (
		<div role="alert">
			<Text c="var(--nobody)">
				<Said text={said === "" ? t("trouble.unreachable") : said} />
			</Text>
			{more.map(({ where, what }) => (
				<Text key={where + what} size="sm">
					<Said text={what} />
				</Text>
			))}
		</div>
	);
}
