import type { DateTime } from "luxon";
import type { LineConfig } from "./config.ts";
import type { Context, PublishedRota } from "./context.ts";
import type { DutyAnswer } from "./domain/rota/answer.ts";
import type { RotaFileNews } from "./first-start.ts";

/** How one gets into the console: by a link that signs in, or at its page; or not yet, for nobody has an account. */
export type WayIn =
	| { readonly kind: "link" | "page"; readonly url: string }
	| { readonly kind: "nobody" };

/** What a person at the terminal wants to know when the service has started, in the order they want to know it. */
export function startWords(
	ctx: Context,
	facts: {
		readonly wayIn: WayIn;
		readonly phonesUrl: string | null;
		readonly news: readonly RotaFileNews[];
	},
): string {
	const blocks = [
		"Faultline is running. Ctrl-C stops it.",
		addresses(ctx, facts),
		...Object.values(ctx.config.lines).map((line) => lineWords(ctx, line)),
		...facts.news.map(newsWords).filter((words) => words !== ""),
	];
	return `\n${blocks.join("\n\n")}\n`;
}

function addresses(
	ctx: Context,
	facts: { readonly wayIn: WayIn; readonly phonesUrl: string | null },
): string {
	const console = consoleWords(facts.wayIn);
	if (!facts.phonesUrl) return console;
	const [first] = Object.values(ctx.config.lines);
	return `${console}
  Phones    ${facts.phonesUrl}
            (dial ${first?.number} on the tenant's phone and watch who is rung)`;
}

function consoleWords(way: WayIn): string {
	if (way.kind === "nobody")
		return `  Nobody can sign in to the console yet. Make the first account:
    npx faultline admin create --email ADDRESS --name NAME`;
	const once =
		way.kind === "link" ? "\n            (opens once, within an hour)" : "";
	return `  Console   ${way.url}${once}`;
}

function lineWords(ctx: Context, line: LineConfig): string {
	const published = ctx.rotas.current(line.id);
	const title = `  ${line.name.en}, ${line.number}`;
	if (!published) return `${title}\n    has no rota.`;
	const now = ctx.clock.now();
	const { office, duties } = published.answer(now);
	const sentences = [
		`The office is ${office.open ? "open" : "closed"}${until(office.until, published, now)}.`,
		...Object.entries(duties).map(
			([duty, answer]) => `${duty}: ${dutyWords(answer, published, now)}.`,
		),
	];
	return [title, ...sentences.map((sentence) => `    ${sentence}`)].join("\n");
}

function dutyWords(
	answer: DutyAnswer,
	published: PublishedRota,
	now: DateTime,
): string {
	const name = answer.person
		? published.rota.people[answer.person]?.name
		: undefined;
	const who = name ? `${name} is on duty` : "nobody (a gap)";
	return who + until(answer.until, published, now);
}

/** The day is named when it is not today. */
function until(
	at: DateTime | null,
	{ rota }: PublishedRota,
	now: DateTime,
): string {
	if (!at) return "";
	const local = at.setZone(rota.zone).setLocale("en-GB");
	const today = now.setZone(rota.zone);
	if (local.hasSame(today, "day")) return ` until ${local.toFormat("HH:mm")}`;
	const soon = local.diff(today, "days").days < 6;
	return ` until ${local.toFormat(soon ? "cccc HH:mm" : "d LLLL HH:mm")}`;
}

function newsWords(news: RotaFileNews): string {
	if (news.kind === "differs")
		return `  ${news.file} differs from the published rota (version ${news.version}), which is the one in use.
    To publish the file: npx faultline rota import ${news.file}`;
	if (news.warnings.length === 0) return "";
	const shown = news.warnings
		.slice(0, 10)
		.map(({ where, what, fix }) => `    ${where}: ${what} ${fix}`);
	const rest = news.warnings.length - shown.length;
	return [
		`  ${news.file} is published, with warnings:`,
		...shown,
		...(rest > 0
			? [`    … and ${rest} more: npx faultline rota check ${news.file}`]
			: []),
	].join("\n");
}
