import type { Context } from "../context.ts";
import { addAbsence, type RecordedAbsence } from "../database/absences.ts";
import { newestRota, newestRotas } from "../database/rotas.ts";
import { type AbsenceKind, absentSpan } from "../domain/rota/absence.ts";
import { personWithEmail } from "../domain/rota/person-of.ts";
import type { LocalDate, LocalTime, PersonId } from "../domain/rota/rota.ts";
import type { SwapRefusal } from "../domain/swap/words.ts";

export interface AbsenceDoer {
	readonly name: string;
	/** The address that tells who they are on rotas; null when they are nobody's account. */
	readonly email: string | null;
	/** Whether they may keep anybody's absences. */
	readonly keepsAll: boolean;
}

export interface AbsenceToRecord {
	/** Default: every line whose rota names the doer. */
	readonly line?: string | undefined;
	/** Default: the doer. */
	readonly person?: PersonId | undefined;
	readonly kind: AbsenceKind;
	readonly from: LocalDate;
	readonly fromTime?: LocalTime | undefined;
	readonly to: LocalDate;
	readonly toTime?: LocalTime | undefined;
	readonly note?: string | undefined;
	readonly by: AbsenceDoer;
}

export type RecordedOrRefused =
	| { readonly kind: "recorded"; readonly absences: readonly RecordedAbsence[] }
	| { readonly kind: "refused"; readonly because: SwapRefusal };

/** Puts on record that somebody is away: from then on nothing new is planned for them in that time. */
export async function recordAbsence(
	ctx: Pick<Context, "database" | "clock">,
	given: AbsenceToRecord,
): Promise<RecordedOrRefused> {
	const { database, clock } = ctx;
	const { by, fromTime, toTime, note } = given;
	const rotas = given.line
		? [await newestRota(database, given.line)]
		: await newestRotas(database);
	const places = rotas.flatMap((published) => {
		if (!published) return [];
		const { rota, line } = published;
		const me = personWithEmail(rota, by.email);
		const person = given.person ?? me;
		return person === null
			? []
			: [{ line, person, rota, isMine: person === me }];
	});
	if (given.line && rotas[0] === null) return refused("no-such-line");
	if (places.length === 0) return refused("nobody-of-yours");
	if (!by.keepsAll && places.some(({ isMine }) => !isMine))
		return refused("absence-of-another");
	const absence = {
		...{ kind: given.kind, from: given.from, to: given.to },
		...(fromTime !== undefined && { fromTime }),
		...(toTime !== undefined && { toTime }),
		...(note?.trim() && { note: note.trim() }),
	};
	const known = places.filter(({ rota, person }) =>
		Object.hasOwn(rota.people, person),
	);
	if (known.length === 0) return refused("no-such-person");
	if (known.some(({ rota }) => !absentSpan(absence, rota.zone)))
		return refused("no-span");
	const absences = await database.transaction(async (transaction) => {
		const saved = [];
		for (const { line, person } of known)
			saved.push(
				await addAbsence(
					database,
					transaction,
					{ ...absence, line, person },
					{ by: by.name, at: clock.now() },
				),
			);
		return saved;
	});
	return { kind: "recorded", absences };
}

function refused(because: SwapRefusal): RecordedOrRefused {
	return { kind: "refused", because };
}
