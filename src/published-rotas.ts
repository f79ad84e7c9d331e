import type { DateTime } from "luxon";
import type { Sequelize } from "sequelize";
import type { Logger } from "winston";
import type {
	Change,
	Clock,
	PublishedRota,
	PublishedRotas,
	UnusableRota,
} from "./context.ts";
import { calendarCopiesOf, calendarUrlsOf } from "./database/calendars.ts";
import {
	newestRotas,
	type RotaVersion,
	rotasOfCallsSince,
	rotaVersion,
} from "./database/rotas.ts";
import type { Answer } from "./domain/rota/answer.ts";
import type { CalendarCopies } from "./domain/rota/calendar/copy.ts";
import type { Rota } from "./domain/rota/rota.ts";
import {
	answerAt,
	compileRota,
	type Timeline,
} from "./domain/rota/timeline.ts";
import { holidaysByLaw } from "./rota-document/holidays-by-law.ts";

/** How long a version is needed after a call that it routed. */
const callDays = 1;
const versionsHeld = 20;

/** The published rotas in memory, compiled; read from the database at the start and whenever one is published. */
export class HeldRotas implements PublishedRotas {
	readonly #database: Sequelize;
	readonly #clock: Clock;
	readonly #log: Logger;
	readonly #versions = new Map<string, Map<number, CompiledRota>>();
	readonly #unusable = new Map<string, UnusableRota>();
	readonly #refresh: NodeJS.Timeout;
	#renewed = Promise.resolve();

	constructor(options: {
		readonly database: Sequelize;
		readonly clock: Clock;
		readonly log: Logger;
	}) {
		this.#database = options.database;
		this.#clock = options.clock;
		this.#log = options.log;
		const hour = 3_600_000;
		this.#refresh = setInterval(() => this.#compileAhead(), hour).unref();
	}

	current(line: string): PublishedRota | undefined {
		return [...(this.#versions.get(line)?.values() ?? [])].at(-1);
	}

	version(line: string, version: number): PublishedRota | undefined {
		return this.#versions.get(line)?.get(version);
	}

	unusable(line: string): UnusableRota | undefined {
		return this.current(line) ? undefined : this.#unusable.get(line);
	}

	/** Reads what is published now, and the versions that calls of the last day were routed by. */
	async load(): Promise<void> {
		const since = this.#clock.now().minus({ days: callDays });
		const versions = [
			...(await rotasOfCallsSince(this.#database, since)),
			...(await newestRotas(this.#database)),
		];
		for (const version of versions)
			if (!this.version(version.line, version.version))
				await this.#hold(version);
		for (const line of this.#versions.keys()) await this.#renewCalendars(line);
	}

	/** Reads a version that another instance, or this one, has just published, or calendars that have been read anew. */
	async take(change: Change): Promise<void> {
		if (change.kind === "calendar-read")
			await this.#renewCalendars(change.line);
		if (change.kind !== "rota-published") return;
		const { line, version } = change;
		const found = await rotaVersion(this.#database, line, version);
		if (found && !this.version(line, version)) await this.#hold(found);
	}

	stop(): void {
		clearInterval(this.#refresh);
	}

	/** One after another: what was read first must not come last. */
	#renewCalendars(line: string): Promise<void> {
		this.#renewed = this.#renewed.then(async () => {
			for (const held of this.#versions.get(line)?.values() ?? [])
				if (calendarUrlsOf(held.rota).length > 0) await this.#hold(held);
		});
		return this.#renewed;
	}

	/** Keeps them in the order of their numbers; a rota that cannot be compiled must not push out one that works. */
	async #hold(
		found: Pick<RotaVersion, "line" | "version" | "rota">,
	): Promise<void> {
		try {
			const calendars = await calendarCopiesOf(this.#database, found.rota);
			const rota = new CompiledRota(found, calendars);
			rota.answer(this.#clock.now());
			const held = this.#versions.get(found.line) ?? new Map();
			const others = [...held].filter(([version]) => version !== found.version);
			const entries = [...others, [found.version, rota] as const]
				.sort(([one], [other]) => one - other)
				.slice(-versionsHeld);
			this.#versions.set(found.line, new Map(entries));
		} catch (error) {
			const { line, version } = found;
			this.#unusable.set(line, found);
			this.#log.error("a published rota cannot be used; the one before stays", {
				line,
				version,
				error,
			});
		}
	}

	#compileAhead(): void {
		const soon = this.#clock.now().plus({ days: 7 });
		for (const versions of this.#versions.values())
			for (const rota of versions.values()) rota.answer(soon);
	}
}

interface Span {
	readonly from: DateTime;
	/** Until here the timeline reaches the 400 days further that an answer looks ahead. */
	readonly to: DateTime;
	readonly timeline: Timeline;
}

const spanDays = { before: 8, after: 40, ahead: 400 };
const spansHeld = 3;

class CompiledRota implements PublishedRota {
	readonly line: string;
	readonly version: number;
	readonly rota: Rota;
	readonly calendars: CalendarCopies;
	/** The span that was asked last comes first: the present, and where a page is looking. */
	#spans: Span[] = [];

	constructor(
		{ line, version, rota }: Pick<RotaVersion, "line" | "version" | "rota">,
		calendars: CalendarCopies,
	) {
		this.line = line;
		this.version = version;
		this.rota = rota;
		this.calendars = calendars;
	}

	answer(at: DateTime): Answer {
		const [last] = this.#spans;
		const span = last && covers(last, at) ? last : this.#spanAround(at);
		return answerAt(span.timeline, at);
	}

	#spanAround(at: DateTime): Span {
		const span =
			this.#spans.find((each) => covers(each, at)) ?? compiled(this, at);
		const others = this.#spans.filter((each) => each !== span);
		this.#spans = [span, ...others].slice(0, spansHeld);
		return span;
	}
}

function covers({ from, to }: Span, at: DateTime): boolean {
	return at >= from && at < to;
}

function compiled(
	{ rota, calendars }: Pick<PublishedRota, "rota" | "calendars">,
	at: DateTime,
): Span {
	const from = at.minus({ days: spanDays.before });
	const to = at.plus({ days: spanDays.after });
	const end = to.plus({ days: spanDays.ahead });
	const country = rota.holidays?.country;
	const holidays = country
		? holidaysByLaw(country, from.year - 1, end.year + 1)
		: null;
	return {
		from,
		to,
		timeline: compileRota(rota, { from, to, holidays, calendars }),
	};
}
