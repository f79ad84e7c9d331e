/** Seals over the audit log, and comparisons with the records of the carrier. */
export const up = `
-- The words of an entry; cut where a whole document would make more of them than an index takes.
create function audit_words(actor text, action text, subject text, reason text, before jsonb, after jsonb) returns tsvector
  language sql immutable parallel safe as $$
  select to_tsvector('simple'::regconfig, translate(
    actor || ' ' || action || ' ' || subject || ' ' || coalesce(reason, '') || ' '
      || left(coalesce(before::text, ''), 20000) || ' ' || left(coalesce(after::text, ''), 20000), '-+./_@:', '       '))
$$;
create index audit_entries_newest on audit_entries (at desc, id desc);
create index audit_entries_by_action on audit_entries (action, at desc, id desc);
create index audit_entries_by_actor on audit_entries (actor, action, at desc, id desc);
-- It leads to the history of a ticket as well: whatever arrives pays for every index.
drop index audit_entries_by_subject;
create index audit_entries_by_subject_id on audit_entries (subject_id, at desc, id desc);
create index audit_entries_by_word on audit_entries using gin (audit_words(actor, action, subject_id, reason, before, after));

-- Each seal holds the hash of the one before it: what is changed below a seal changes every seal above.
create table audit_seals (
  id bigint primary key,
  previous_hash bytea not null,
  hash bytea not null,
  leaf_count integer not null,
  sealed_at timestamptz not null,
  -- Whatever had been entered by then was sealed by then; null while a first backlog is worked off.
  complete_until timestamptz
);

create table audit_leaves (
  seal_id bigint not null references audit_seals,
  place integer not null,
  kind text not null check (kind in ('entry', 'rota', 'call')),
  -- The entry's id, the version of the rota, or the newest fact of the call that is sealed with it.
  number bigint not null,
  -- The rota's line or the call's sid; empty for an entry.
  key text not null default '',
  hash bytea not null,
  primary key (seal_id, place)
);
create unique index audit_leaves_of_entries on audit_leaves (number) where kind = 'entry';
create unique index audit_leaves_of_rotas on audit_leaves (key, number) where kind = 'rota';
create unique index audit_leaves_of_calls on audit_leaves (key) where kind = 'call';
create index calls_by_end on calls (ended_at, sid) where ended_at is not null;

create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function refuse_change();
create trigger audit_leaves_append_only before update or delete on audit_leaves
  for each row execute function refuse_change();

-- What looking at everything that is sealed has shown, each time.
create table audit_verifications (
  id bigint generated always as identity primary key,
  verified_at timestamptz not null,
  result jsonb not null
);

-- Each line's days beside the carrier's own records; compared_at is null while the carrier has not been heard.
create table reconciliations (
  line text not null,
  day date not null,
  tried_at timestamptz not null,
  compared_at timestamptz,
  carrier_calls integer not null default 0,
  our_calls integer not null default 0,
  error text,
  primary key (line, day)
);
create index reconciliations_by_day on reconciliations (day);

create table reconciliation_findings (
  call_sid text primary key,
  line text not null,
  day date not null,
  kind text not null check (kind in ('missing-here', 'missing-at-carrier')),
  ticket_id uuid references tickets,
  found_at timestamptz not null
);
create index reconciliation_findings_by_day on reconciliation_findings (day);
`;
