import { Alert, Anchor, Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { isWithin, type Problem } from "../../../domain/rota/problem.ts";
import type { Rota } from "../../../domain/rota/rota.ts";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";

/** What is wrong with one thing, beside it; with `exactly`, only what is about the very place and not a part of it. */
export function ProblemsAt({
	place,
	exactly = false,
	except,
}: {
	place: string;
	exactly?: boolean;
	/** Places whose own fields tell of them. */
	except?: RegExp | undefined;
}) {
	const { problems } = usePlan();
	const here = problems.filter(
		({ where }) =>
			(exactly ? where === place : isWithin(where, place)) &&
			!except?.test(where),
	);
	if (here.length === 0) return null;
	return (
		<ul className={styles.problems}>
			{here.map((problem) => (
				<li
					key={`${problem.id} ${problem.where} ${problem.what}`}
					data-severity={problem.severity}
				>
					<ProblemWords problem={problem} />
				</li>
			))}
		</ul>
	);
}

function ProblemWords({ problem }: { problem: Problem }) {
	const { reader, say } = usePlan();
	const Icon =
		problem.severity === "error" ? IconAlertTriangle : IconInfoCircle;
	return (
		<>
			<Icon size={18} aria-hidden className={styles.sign ?? ""} />
			<span>
				<b>{say(`problems.${problem.severity}`)}</b>{" "}
				{problem.says[reader.language]} {problem.advises[reader.language]}
			</span>
		</>
	);
}

const mostListed = 12;

/** All that is wrong, at the top, each with a way to the thing it is about. */
export function ProblemList() {
	const { problems, rota, reader, say, setOpen, desk } = usePlan();
	if (problems.length === 0) return null;
	const hasErrors = problems.some(({ severity }) => severity === "error");
	const places = placesOf(rota);
	return (
		<Alert
			className={styles.found ?? ""}
			data-severity={hasErrors ? "error" : "warning"}
			component="section"
			role="region"
			aria-label={say("problems.title")}
			variant="transparent"
		>
			<Text fw={600}>{summary(problems, say)}</Text>
			<ul className={styles.foundList}>
				{problems.slice(0, mostListed).map((problem) => {
					const place = placeOf(problem.where, places);
					return (
						<li key={`${problem.id} ${problem.where} ${problem.what}`}>
							{place === "" ? (
								problem.says[reader.language]
							) : (
								<Anchor
									href={`#${encodeURIComponent(place)}`}
									onClick={() => desk.canEdit && setOpen(place, true)}
									c="inherit"
									underline="always"
								>
									{problem.says[reader.language]}
								</Anchor>
							)}
						</li>
					);
				})}
			</ul>
			{problems.length > mostListed ? (
				<Text size="sm">
					{say("problems.more", { count: problems.length - mostListed })}
				</Text>
			) : null}
		</Alert>
	);
}

function summary(
	problems: readonly Problem[],
	say: ReturnType<typeof usePlan>["say"],
): string {
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const warnings = problems.length - errors;
	return [
		errors > 0 ? say("problems.errors", { count: errors }) : "",
		warnings > 0 ? say("problems.warnings", { count: warnings }) : "",
	]
		.filter(Boolean)
		.join(" ");
}

/** Everything on the page that has an address of its own. */
function placesOf(rota: Rota): readonly string[] {
	const numbered = (name: string, list: readonly unknown[] = []) =>
		list.map((_, index) => `${name}[${index}]`);
	return [
		...Object.keys(rota.people).map((id) => `people.${id}`),
		...Object.entries(rota.duties).flatMap(([duty, layers]) => [
			`duties.${duty}`,
			...numbered(`duties.${duty}`, layers),
		]),
		...numbered("hours", rota.hours),
		...numbered("special", rota.special),
		"holidays",
		...numbered("routing.open", rota.routing.open),
		...numbered("routing.closed", rota.routing.closed),
		"fallback",
		"overrides",
	];
}

function placeOf(where: string, places: readonly string[]): string {
	const around = places.filter((place) => isWithin(where, place));
	return around.reduce(
		(longest, place) => (place.length > longest.length ? place : longest),
		"",
	);
}
