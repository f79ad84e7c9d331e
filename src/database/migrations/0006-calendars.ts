/** Calendars read from elsewhere, and the feeds of our own that calendar programs read. */
export const up = `
-- What was read last from each calendar that a rota's layers name.
create table calendar_copies (
  id uuid primary key default gen_random_uuid(),
  line text not null,
  -- A secret: whoever knows it can read the calendar.
  url text not null,
  text text,
  entries jsonb not null default '[]',
  unreadable jsonb not null default '[]',
  etag text,
  last_modified text,
  -- When the calendar was read well for the last time, and when its entries were worked out.
  read_at timestamptz,
  expanded_at timestamptz,
  tried_at timestamptz,
  failing_since timestamptz,
  failure text,
  failure_status integer,
  failures integer not null default 0,
  -- Somebody has been told that it fails, and is to be told when it is well again.
  alarmed boolean not null default false,
  wanted_at timestamptz not null,
  unique (line, url)
);

create table calendar_feeds (
  id uuid primary key,
  secret_hash bytea not null unique,
  line text not null,
  -- person or duty, and its id or name in the line's rota.
  subject_kind text not null check (subject_kind in ('person', 'duty')),
  subject text not null,
  alarm_minutes jsonb not null,
  -- In place of the person's own language.
  language text,
  created_at timestamptz not null,
  created_by text not null,
  -- E-mail address of the account that it was made for.
  owner text,
  fetched_at timestamptz,
  revoked_at timestamptz
);
create index calendar_feeds_living on calendar_feeds (line, subject_kind, subject) where revoked_at is null;

-- How each shift was told last in the feeds of a person or duty, so that it keeps its UID when it moves.
create table feed_events (
  line text not null,
  subject_kind text not null,
  subject text not null,
  uid text not null,
  duty text not null,
  person text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  sequence integer not null default 0,
  -- It is told no longer; when the shift comes back it is the same event.
  gone boolean not null default false,
  -- Of everything that the event says.
  digest text not null,
  changed_at timestamptz not null,
  primary key (line, subject_kind, subject, uid)
);
`;
