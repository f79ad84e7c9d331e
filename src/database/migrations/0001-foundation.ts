/** Tables of the first version; facts and audit entries can only be added to. */
export const up = `
create table rota_versions (
  line text not null,
  version integer not null check (version > 0),
  document jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  note text,
  accepted_warnings jsonb not null default '[]',
  source_digest text,
  primary key (line, version)
);

create table tickets (
  id uuid primary key,
  number text not null unique,
  line text not null,
  channel text not null,
  status text not null,
  outcome text,
  outcome_rank smallint not null default 0,
  caller text,
  language text,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  -- How many times somebody has been or will be reminded that nobody took the call.
  alarm_round integer not null default 0,
  updated_at timestamptz not null default now()
);
create index tickets_newest on tickets (opened_at desc, id desc);
create index tickets_by_caller on tickets (caller, opened_at desc);

create table calls (
  sid text primary key,
  ticket_id uuid not null references tickets,
  line text not null,
  caller text,
  called text,
  language text not null,
  rota_version integer,
  arrived_at timestamptz not null,
  ended_at timestamptz,
  -- People who were on another call when this one arrived.
  busy jsonb not null default '[]'
);
create index calls_by_ticket on calls (ticket_id);
create index calls_by_arrival on calls (arrived_at);

create table call_facts (
  -- The order of recording.
  id bigint generated always as identity,
  call_sid text not null references calls,
  key text not null,
  kind text not null,
  at timestamptz not null,
  data jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (call_sid, key)
);

create table recordings (
  sid text primary key,
  call_sid text not null references calls,
  seconds integer,
  state text not null,
  file text,
  bytes bigint,
  sha256 text,
  announced_at timestamptz not null,
  kept_at timestamptz,
  deleted_at_carrier_at timestamptz
);
create index recordings_by_call on recordings (call_sid);

create table messages (
  id uuid primary key default gen_random_uuid(),
  ticket_id uuid references tickets,
  line text not null,
  direction text not null,
  purpose text not null,
  -- The same key is the same message: it is written, and so sent, once.
  key text not null unique,
  sender text,
  recipient text,
  body text not null,
  status text not null,
  status_rank smallint not null default 0,
  carrier_sid text unique,
  error text,
  created_at timestamptz not null,
  updated_at timestamptz not null default now()
);
create index messages_by_ticket on messages (ticket_id);
create index messages_by_sender on messages (sender, created_at) where direction = 'in';

create table callers (
  number text primary key,
  language text not null,
  updated_at timestamptz not null
);

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  reason text,
  before jsonb,
  after jsonb
);
create index audit_entries_by_subject on audit_entries (subject_kind, subject_id, id);

create table api_tokens (
  id uuid primary key,
  name text not null,
  role text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table sign_in_links (
  token_hash bytea primary key,
  role text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sessions (
  token_hash bytea primary key,
  role text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% can only be added to', tg_table_name;
end $$;

create trigger call_facts_append_only before update or delete on call_facts
  for each row execute function refuse_change();
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger rota_versions_append_only before update or delete on rota_versions
  for each row execute function refuse_change();
`;
