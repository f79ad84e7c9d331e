import { QueryTypes, type Sequelize, type Transaction } from "sequelize";
import {
	mentionsNumber,
	spellingPattern,
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

/**
 * Of a query for the number $1: `theirs` are its tenants, `about` the tickets that are by them or about them, `written` the text messages
 * that came from it.
 */
export const theirs = `theirs as (select tenant_id from tenant_numbers where number = $1),
	about as (
		select id from tickets where caller = $1
		union select id from tickets where tenant_id in (select tenant_id from theirs)
	),
	written as (select id::text from messages where sender = $1 and direction = 'in')`;

/** Of such a query: whether the message `m` is by the number, to it, about it, or passes on what came from it. */
export const isTheirMessage = `(m.sender = $1 or m.recipient = $1 or m.ticket_id in (select id from about)
	or m.purpose = 'passed-on' and split_part(m.key, ':', 1) in (select id from written))`;

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
			where ${isTheirMessage} order by m.created_at, m.id`,
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
export async function mentionsOf(
	database: Sequelize,
	number: string,
	transaction: Transaction | null,
	links: "as they are" | "hidden" = "hidden",
): Promise<HeldOnNumber["mentions"]> {
	const found = await database.query<HeldOnNumber["mentions"][number]>(
		`with ${theirs}, elsewhere as (
			select n.id::text as id, n.ticket_id, n.at, 'note' as "in", n.body as text from ticket_notes n
			where may_name_number(n.body) and n.body ~ $2
			union all
			select t.id::text, t.id, t.opened_at, 'summary', t.summary from tickets t
			where may_name_number(t.summary) and t.summary ~ $2
			union all
			select t.id::text, t.id, t.opened_at, 'label', l.label from ticket_labels l join tickets t on t.id = l.ticket_id
			where l.label ~ $2
			union all
			select m.id::text, m.ticket_id, m.created_at, 'message', ${links === "hidden" ? "without_secrets(m.body)" : "m.body"} from messages m
			where may_name_number(m.body) and m.body ~ $2 and ${isTheirMessage} is not true
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
