import { useQueryClient } from "@tanstack/react-query";
import { DateTime } from "luxon";
import {
	createContext,
	type ReactNode,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
	useSyncExternalStore,
} from "react";
import type { Absence } from "../../domain/rota/absence.ts";
import type { CalendarCopies } from "../../domain/rota/calendar/copy.ts";
import type { HolidayCalendar } from "../../domain/rota/holidays.ts";
import { KnownParts } from "../../domain/rota/known-parts.ts";
import type { Rota } from "../../domain/rota/rota.ts";
import type { TimeSpan } from "../../domain/rota/shifts.ts";
import { compileRota, type Timeline } from "../../domain/rota/timeline.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { ask, ServerError } from "../server.ts";
import { useSignedIn } from "../session.tsx";
import {
	DraftKeeper,
	type DraftPlace,
	type DraftState,
	type KeptDraft,
	SavedElsewhere,
} from "./draft-keeper.ts";
import {
	type LoadedRota,
	rotaPath,
	useKeptDraft,
	usePublishedRota,
} from "./rota-queries.ts";

/** What a rota means besides what is written in it; the engine takes it as it is. */
export interface DeskInputs {
	readonly holidays: HolidayCalendar | null;
	readonly calendars: CalendarCopies;
	readonly absences: readonly Absence[];
}

/** The rota that lies on the desk: what is published, what was changed since, and how to change it. */
export interface Desk extends DraftState {
	readonly line: string;
	readonly published: LoadedRota;
	readonly inputs: DeskInputs;
	/** Whoever may not edit sees what is published. */
	readonly canEdit: boolean;
	/** A version that somebody else published since this draft began; null when there is none. */
	readonly newer: number | null;
	/** Who else has a draft of this rota. */
	readonly others: readonly string[];
	/** The rota on the desk compiled from nine weeks ago to a year ahead. */
	readonly timeline: Timeline;
	/** What is published, compiled for the same span. */
	readonly publishedTimeline: Timeline;
	/** The rota on the desk compiled for a span that the timeline may not hold. */
	timelineOver(span: TimeSpan): Timeline;
	/** A change that can be undone and is saved at once; `said` tells what it did, in the page's language. */
	change(said: string, edit: (rota: Rota) => Rota): void;
	undo(): void;
	redo(): void;
	/** Goes on from another rota (merged with a newer version, or an older version brought back) based on the newest version. */
	rebase(said: string, rota: Rota): void;
	/** What lies on the desk was published as this version, and is no draft any more. */
	wasPublished(version: number): Promise<void>;
	/** Gives up every change, and goes on from the newest published version. */
	restart(): Promise<void>;
}

const DeskContext = createContext<Desk | null>(null);

/** The desk of the line whose pages these are. */
export function useDesk(): Desk {
	const desk = useContext(DeskContext);
	if (!desk) throw new Error("There is no desk here");
	return desk;
}

/** Loads a line's rota and whatever draft there is, and shows the pages once both are there. */
export function DeskProvider({
	line,
	waiting,
	trouble,
	children,
}: {
	line: string;
	waiting: ReactNode;
	trouble: (why: string) => ReactNode;
	children: ReactNode;
}) {
	const canEdit = useSignedIn().may.includes("edit the rota");
	const published = usePublishedRota(line);
	const kept = useKeptDraft(line, canEdit);
	const error = published.error ?? kept.error;
	if (error && !published.data) return trouble(error.message);
	if (!published.data || (canEdit && !kept.data)) return waiting;
	return (
		<LoadedDesk
			key={line}
			line={line}
			published={published.data}
			kept={kept.data?.draft ?? null}
			others={kept.data?.others.map(({ name }) => name) ?? []}
			canEdit={canEdit}
		>
			{children}
		</LoadedDesk>
	);
}

function LoadedDesk({
	line,
	published,
	kept,
	others,
	canEdit,
	children,
}: {
	line: string;
	published: LoadedRota;
	kept: KeptDraft | null;
	others: readonly string[];
	canEdit: boolean;
	children: ReactNode;
}) {
	const client = useQueryClient();
	const place = useDraftPlace(line);
	const [keeper] = useState(() => new DraftKeeper(published, kept, place));
	const draft = useSyncExternalStore(keeper.subscribe, () => keeper.state);
	useEffect(
		() => keeper.publishedNow(published.rota, published.version),
		[keeper, published],
	);
	useEffect(() => {
		const leave = () => keeper.leave();
		window.addEventListener("pagehide", leave);
		return () => {
			window.removeEventListener("pagehide", leave);
			leave();
		};
	}, [keeper]);
	const { holidays, calendars, absences } = published;
	const inputs = useMemo(
		(): DeskInputs => ({ holidays, calendars, absences }),
		[holidays, calendars, absences],
	);
	const span = useDeskSpan(published.rota.zone);
	const publishedTimeline = useCompiled(published.rota, span, inputs);
	const timeline = useCompiled(draft.rota, span, inputs, publishedTimeline);
	const desk = useMemo(
		(): Desk => ({
			...draft,
			line,
			published,
			inputs,
			canEdit,
			others,
			newer: published.version > draft.basedOn ? published.version : null,
			timeline,
			publishedTimeline,
			timelineOver: (wanted) =>
				wanted.from >= timeline.from && wanted.to <= timeline.to
					? timeline
					: compileRota(draft.rota, { ...wanted, ...inputs }),
			change: (said, edit) => keeper.change(said, edit),
			undo: () => keeper.undo(),
			redo: () => keeper.redo(),
			rebase: (said, rota) =>
				keeper.rebase(said, rota, published.version, published.rota),
			restart: () => keeper.restart(published.rota, published.version),
			async wasPublished(version) {
				await keeper.restart(draft.rota, version);
				await client.invalidateQueries({ queryKey: ["rota"] });
			},
		}),
		[
			draft,
			line,
			published,
			inputs,
			canEdit,
			others,
			timeline,
			publishedTimeline,
			keeper,
			client,
		],
	);
	return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

/** From nine weeks ago to a year ahead; moves once a day, so that nothing is compiled anew for a minute that passes. */
function useDeskSpan(zone: string): TimeSpan {
	const now = useNow();
	const today = DateTime.fromJSDate(now, { zone }).startOf("day").toMillis();
	return useMemo(() => {
		const day = DateTime.fromMillis(today, { zone });
		return { from: day.minus({ weeks: 9 }), to: day.plus({ weeks: 53 }) };
	}, [today, zone]);
}

/**
 * A rota whose zone is no zone cannot be compiled; the last one that could is shown until it is mended. `same` is taken where
 * it is of this very rota.
 */
function useCompiled(
	rota: Rota,
	span: TimeSpan,
	inputs: DeskInputs,
	same?: Timeline,
): Timeline {
	const last = useRef<Timeline | null>(null);
	const [known] = useState(() => new KnownParts());
	return useMemo(() => {
		if (same?.rota === rota) return same;
		try {
			last.current = compileRota(rota, { ...span, ...inputs, known });
		} catch (error) {
			if (!last.current) throw error;
		}
		return last.current;
	}, [rota, span, inputs, same, known]);
}

/** The browser lets a page that is being left send this much. */
const leavingBytes = 60_000;

function useDraftPlace(line: string): DraftPlace {
	const { language } = useLanguage();
	const { name } = useSignedIn();
	const speaks = useRef(language);
	useEffect(() => {
		speaks.current = language;
	}, [language]);
	return useMemo(() => {
		const path = rotaPath(line, "/draft");
		const memory = `faultline-draft ${name} ${line}`;
		return {
			async save(draft, leaving) {
				try {
					return await ask<{ revision: number }>(path, speaks.current, {
						method: "PUT",
						body: draft,
						keepalive: leaving && JSON.stringify(draft).length < leavingBytes,
					});
				} catch (error) {
					if (error instanceof ServerError && error.status === 409)
						throw new SavedElsewhere();
					throw error;
				}
			},
			discard: () => ask(path, speaks.current, { method: "DELETE" }),
			unsent: {
				read: () => unsentIn(localStorage.getItem(memory)),
				write: (draft) =>
					draft === null
						? localStorage.removeItem(memory)
						: localStorage.setItem(memory, JSON.stringify(draft)),
			},
		};
	}, [line, name]);
}

function unsentIn(text: string | null): KeptDraft | null {
	try {
		return text === null ? null : (JSON.parse(text) as KeptDraft);
	} catch {
		return null;
	}
}
