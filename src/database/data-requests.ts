import type { DateTime } from "luxon";
import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import {
	mentionsNumber,
	spellingPattern,
	withoutNumber,
} from "../domain/ticket/searched-numbers.ts";

/** Everything on record that a number leads to; instants are ISO 8601. */
export interface HeldOnNumber {
	readonly tenants: readonly {
		readonly id: string;
		readonly key: string | null;
		readonly name: string;
		readonly numbers: readonly string[];
		readonly language: string | null;
		readonly place: string | null;
		readonly isRemoved: boolean;
	}[];
	readonly tickets: readonly {
		readonly number: string;
		readonly line: string;
		readonly channel: string;
		readonly status: string;
		readonly openedAt: string;
		readonly summary: string | null;
		readonly place: string | null;
		readonly subject: string | null;
		readonly labels: readonly string[];
		/** Whether it is theirs because they called, or because it is about them as a tenant. */
		readonly because: "caller" | "tenant";
	}[];
	readonly calls: readonly {
		readonly sid: string;
		readonly ticket: string;
		readonly arrivedAt: string;
		readonly endedAt: string | null;
		readonly language: string;
		readonly outcome: string | null;
		readonly answeredBy: string | null;
		readonly talkSeconds: number | null;
	}[];
	readonly recordings: readonly {
		readonly sid: string;
		readonly ticket: string;
		readonly seconds: number | null;
		readonly state: string;
	}[];
	readonly messages: readonly {
		readonly ticket: string | null;
		readonly direction: "in" | "out";
		readonly at: string;
		readonly sender: string | null;
		readonly recipient: string | null;
		readonly body: string;
		readonly status: string;
	}[];
	readonly notes: readonly {
		readonly ticket: string;
		readonly at: string;
		readonly by: string;
		readonly body: string;
	}[];
	readonly files: readonly {
		readonly id: string;
		readonly ticket: string;
		readonly at: string;
		readonly by: string;
		readonly name: string;
		readonly mediaType: string;
		readonly bytes: number;
	}[];
	/** What was written elsewhere, about others, and names the number. */
	readonly mentions: readonly {
		readonly id: string;
		readonly ticket: string | null;
		readonly at: string;
		readonly in: "note" | "summary" | "label" | "message";
		readonly text: string;
	}[];
	/** Calls to them through the line's number. */
	readonly callsToThem: readonly {
		readonly ticket: string;
		readonly at: string;
		readonly by: string;
		readonly outcome: string | null;
	}[];
	/** What they chose to be spoken to in. */
	readonly languages: readonly {
		readonly language: string;
		readonly chosenAt: string;
	}[];
	/** That they want no text messages. */
	readonly optOuts: readonly {
		readonly line: string;
		readonly since: string;
	}[];
	readonly auditEntries: readonly {
		readonly id: string;
		readonly at: string;
		readonly actor: string;
		readonly action: string;
		readonly subject: string;
	}[];
}

/** As instants are told. */
const iso = (column: string) =>
	`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const theirs = `theirs as (select tenant_id from tenant_numbers where number = $1),
	about as (
		select id from tickets where caller = $1
		union select id from tickets where tenant_id in (select tenant_id from theirs)
	)`;

/** Everything that is held on the number, E.164; in a transaction as it stands there. */
export async function heldOnNumber(
	database: Sequelize,
	number: string,
	transaction: Transaction | null = null,
): Promise<HeldOnNumber> {
	const select = <T extends object>(sql: string) =>
		database.query<T>(`with ${theirs} ${sql}`, {
			...{ bind: [number], transaction, type: QueryTypes.SELECT as const },
		});
	type Part<Name extends keyof HeldOnNumber> = HeldOnNumber[Name][number];
	return {
		tenants: await select<Part<"tenants">>(
			`select t.id, t.key, t.name, t.language, t.removed_at is not null as "isRemoved",
				array(select n.number from tenant_numbers n where n.tenant_id = t.id order by n.number) as numbers,
				nullif(concat_ws(' ', p.address, nullif(t.stairwell, ''), nullif(t.flat, '')), '') as place
			from tenants t left join properties p on p.id = t.property_id
			where t.id in (select tenant_id from theirs) order by t.name, t.id`,
		),
		tickets: await select<Part<"tickets">>(
			`select t.number, t.line, t.channel, t.status, ${iso("t.opened_at")} as "openedAt", t.summary, t.subject, t.labels,
				case when p.id is not null then concat_ws(' ', p.address, nullif(t.stairwell, ''), nullif(t.flat, '')) end as place,
				case when t.caller = $1 then 'caller' else 'tenant' end as because
			from tickets t left join properties p on p.id = t.property_id
			where t.id in (select id from about) order by t.opened_at, t.number`,
		),
		calls: await select<Part<"calls">>(
			`select c.sid, t.number as ticket, ${iso("c.arrived_at")} as "arrivedAt", ${iso("c.ended_at")} as "endedAt",
				c.language, c.outcome, c.answered_by_name as "answeredBy", c.talk_seconds as "talkSeconds"
			from calls c join tickets t on t.id = c.ticket_id where c.caller = $1 order by c.arrived_at, c.sid`,
		),
		recordings: await select<Part<"recordings">>(
			`select r.sid, t.number as ticket, r.seconds, r.state
			from recordings r join calls c on c.sid = r.call_sid join tickets t on t.id = c.ticket_id
			where c.caller = $1 and r.state <> 'erased' order by r.announced_at, r.sid`,
		),
		messages: await select<Part<"messages">>(
			`select t.number as ticket, m.direction, ${iso("m.created_at")} as at, m.sender, m.recipient, without_secrets(m.body) as body, m.status
			from messages m left join tickets t on t.id = m.ticket_id
			where m.sender = $1 or m.recipient = $1 or m.ticket_id in (select id from about) order by m.created_at, m.id`,
		),
		notes: await select<Part<"notes">>(
			`select t.number as ticket, ${iso("n.at")} as at, n.by_name as by, n.body
			from ticket_notes n join tickets t on t.id = n.ticket_id
			where n.ticket_id in (select id from about) and n.body <> '' order by n.at, n.id`,
		),
		files: await select<Part<"files">>(
			`select f.id, t.number as ticket, ${iso("f.at")} as at, f.by_name as by, f.name, f.media_type as "mediaType",
				f.bytes::float8 as bytes
			from ticket_files f join tickets t on t.id = f.ticket_id
			where f.ticket_id in (select id from about) and f.file is not null order by f.at, f.id`,
		),
		mentions: await mentionsOf(database, number, transaction),
		callsToThem: await select<Part<"callsToThem">>(
			`select t.number as ticket, ${iso("c.started_at")} as at, c.by_name as by, c.outcome
			from tenant_calls c join tickets t on t.id = c.ticket_id where c.tenant_number = $1 order by c.started_at, c.id`,
		),
		languages: await select<Part<"languages">>(
			`select language, ${iso("updated_at")} as "chosenAt" from callers where number = $1`,
		),
		optOuts: await select<Part<"optOuts">>(
			`select line, ${iso("since")} as since from opt_outs where number = $1 order by line`,
		),
		auditEntries: await select<Part<"auditEntries">>(
			`select e.id::text as id, ${iso("e.at")} as at, e.actor, e.action, e.subject_kind || ' ' || e.subject_id as subject
			from audit_entries e
			where audit_words(e.actor, e.action, e.subject_id, e.reason, e.before, e.after)
					@@ to_tsquery('simple', ltrim($1, '+'))
				or e.subject_kind = 'tenant' and e.subject_id in (select tenant_id::text from theirs)
			order by e.at, e.id limit 1000`,
		),
	};
}

/** On tickets that are not theirs; links of messages as they are, or as anybody may read them. */
async function mentionsOf(
	database: Sequelize,
	number: string,
	transaction: Transaction | null,
	links: "as they are" | "hidden" = "hidden",
): Promise<HeldOnNumber["mentions"]> {
	const found = await database.query<HeldOnNumber["mentions"][number]>(
		`with ${theirs}, elsewhere as (
			select n.id::text as id, n.ticket_id, n.at, 'note' as "in", n.body as text from ticket_notes n where n.body ~ $2
			union all
			select t.id::text, t.id, t.opened_at, 'summary', t.summary from tickets t where t.summary ~ $2
			union all
			select t.id::text, t.id, t.opened_at, 'label', l.label from ticket_labels l join tickets t on t.id = l.ticket_id
			where l.label ~ $2
			union all
			select m.id::text, m.ticket_id, m.created_at, 'message', ${links === "hidden" ? "without_secrets(m.body)" : "m.body"} from messages m
			where m.body ~ $2 and m.sender is distinct from $1 and m.recipient is distinct from $1
		)
		select e.id, t.number as ticket, ${iso("e.at")} as at, e."in", e.text
		from elsewhere e left join tickets t on t.id = e.ticket_id
		where e.ticket_id is null or e.ticket_id not in (select id from about) order by e.at, e."in", e.id`,
		{
			bind: [number, spellingPattern(number)],
			...{ transaction, type: QueryTypes.SELECT },
		},
	);
	return found.filter(({ text }) => mentionsNumber(text, number));
}

/** Stars in place of the number; what else was written there stays. */
async function clearMentions(
	database: Sequelize,
	transaction: Transaction,
	number: string,
): Promise<HeldOnNumber["mentions"]> {
	const found = await mentionsOf(database, number, transaction, "as they are");
	const statements = {
		note: "update ticket_notes set body = $2 where id = $1::uuid",
		summary:
			"update tickets set summary = $2, revision = revision + 1, updated_at = now() where id = $1::uuid",
		label:
			"update tickets set labels = array_replace(labels, $3, $2), revision = revision + 1, updated_at = now() where id = $1::uuid",
		message: "update messages set body = $2 where id = $1::uuid",
	} as const;
	for (const { id, in: where, text } of found) {
		const cleared = withoutNumber(text, number, "***");
		const bind = where === "label" ? [id, cleared, text] : [id, cleared];
		await database.query(statements[where], { bind, transaction });
	}
	return found;
}

/** What was erased, in numbers. */
export interface ErasedCounts {
	readonly tenants: number;
	readonly tickets: number;
	readonly calls: number;
	readonly recordings: number;
	readonly messages: number;
	readonly notes: number;
	readonly files: number;
	/** Texts about others that named the number. */
	readonly mentions: number;
}

export interface Erasure {
	readonly counts: ErasedCounts;
	/** To be deleted here and at the carrier. */
	readonly recordings: readonly { sid: string; file: string | null }[];
	/** Below the data folder. */
	readonly files: readonly string[];
	readonly tickets: readonly { number: string; line: string }[];
}

/**
 * Takes a number and everything said under it off the record. Tickets and calls stay, for statistics, under a pseudonym that was drawn by
 * lot; what was said, written and recorded is gone, and so is the flat, which with a day would name a household.
 */
export async function eraseNumber(
	database: Sequelize,
	transaction: Transaction,
	number: string,
	pseudonym: string,
): Promise<Erasure> {
	const run = <T extends object>(sql: string, ...bind: unknown[]) =>
		database.query<T>(sql, { bind, transaction, type: QueryTypes.SELECT });
	const about = await run<{ id: string }>(
		`with ${theirs} select id from about`,
		number,
	);
	const ids = about.map(({ id }) => id);
	const mentions = await clearMentions(database, transaction, number);
	const messages = await run(
		`update messages set sender = case when sender = $1 then $2 else sender end,
			recipient = case when recipient = $1 then $2 else recipient end,
			key = replace(key, $1, $2), body = '', subject = case when subject is not null then '' end,
			status = case when status = 'waiting' then 'failed' else status end,
			error = case when status = 'waiting' then 'erased' else error end, updated_at = now()
		where sender = $1 or recipient = $1 or ticket_id = any ($3::uuid[]) returning id`,
		...[number, pseudonym, ids],
	);
	const notes = await run(
		"update ticket_notes set body = '' where ticket_id = any ($1::uuid[]) and body <> '' returning id",
		ids,
	);
	const files = await run<{ file: string }>(
		`with there as (select id, file from ticket_files where ticket_id = any ($1::uuid[]) and file is not null)
		update ticket_files set file = null, name = '' from there where ticket_files.id = there.id returning there.file`,
		ids,
	);
	const recordings = await run<{ sid: string; file: string | null }>(
		`with there as (select r.sid, r.file from recordings r join calls c on c.sid = r.call_sid
			where c.caller = $1 and r.state <> 'erased')
		update recordings set state = 'erased', file = null, sha256 = null from there
		where recordings.sid = there.sid returning there.sid, there.file`,
		number,
	);
	const calls = await run(
		"update calls set caller = $2 where caller = $1 returning sid",
		...[number, pseudonym],
	);
	const tickets = await run<{ number: string; line: string }>(
		`update tickets set caller = case when caller = $1 then $2 else caller end, summary = null, flat = '', labels = '{}',
			tenant_id = null, revision = revision + 1, updated_at = now()
		where id = any ($3::uuid[]) returning number, line`,
		...[number, pseudonym, ids],
	);
	for (const table of ["callers", "opt_outs", "numbers_without_texts"])
		await run(`delete from ${table} where number = $1`, number);
	await run(
		"update tenant_calls set tenant_number = null where tenant_number = $1",
		number,
	);
	const tenants = await run(
		"delete from tenants where id in (select tenant_id from tenant_numbers where number = $1) returning id",
		number,
	);
	return {
		...{ recordings, tickets, files: files.map(({ file }) => file) },
		counts: {
			...{ tenants: tenants.length, tickets: tickets.length },
			...{ calls: calls.length, recordings: recordings.length },
			...{ messages: messages.length, notes: notes.length },
			...{ files: files.length, mentions: mentions.length },
		},
	};
}

/** The secret of this installation by which erased numbers are known again. */
export async function erasureKey(
	database: Sequelize,
	transaction: Transaction | null = null,
): Promise<string> {
	const [row] = await database.query<{ key: string }>(
		"select key from erasure_key",
		{ type: QueryTypes.SELECT, transaction },
	);
	if (!row) throw new Error("the key of erasures is missing");
	return row.key;
}

export async function saveErasure(
	database: Sequelize,
	transaction: Transaction,
	erasure: {
		readonly reference: string;
		readonly pseudonym: string;
		readonly at: DateTime;
		readonly by: string;
	},
): Promise<void> {
	await database.query(
		"insert into erased_numbers (reference, pseudonym, erased_at, erased_by) values ($1, $2, $3, $4)",
		{
			bind: [
				erasure.reference,
				erasure.pseudonym,
				erasure.at.toJSDate(),
				erasure.by,
			],
			transaction,
		},
	);
}

/** When the number was erased, and by whom; newest first. */
export async function erasuresOf(
	database: Sequelize,
	reference: string,
): Promise<{ at: Date; by: string }[]> {
	return database.query<{ at: Date; by: string }>(
		`select erased_at as at, erased_by as by from erased_numbers where reference = $1 order by erased_at desc`,
		{ bind: [reference], type: QueryTypes.SELECT },
	);
}

/** Has the bytes of recordings and files deleted, here and at the carrier, however often that has to be tried. */
export async function enqueueErasure(
	database: Sequelize,
	transaction: Transaction,
	{ recordings, files }: Pick<Erasure, "recordings" | "files">,
): Promise<void> {
	const kept = recordings.flatMap(({ file }) => file ?? []);
	await database.query(
		`select graphile_worker.add_job('erase-bytes', json_build_object('recordings', $1::jsonb, 'files', $2::jsonb),
			max_attempts := 20)::text`,
		{ bind: [JSON.stringify(kept), JSON.stringify(files)], transaction },
	);
	await database.query(
		`select graphile_worker.add_job('delete-recording', json_build_object('recording', sid),
			job_key := 'delete-recording:' || sid, max_attempts := 20)::text
		from jsonb_array_elements_text($1::jsonb) as sid`,
		{
			bind: [JSON.stringify(recordings.map(({ sid }) => sid))],
			transaction,
		},
	);
}
