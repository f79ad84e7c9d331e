/** Personal links to one ticket, and calls to tenants through the number of the line. */
export const up = `
create table ticket_links (
  id uuid primary key,
  -- SHA-256; the secret itself is in the message and nowhere else.
  secret_hash bytea not null unique,
  ticket_id uuid not null references tickets,
  line text not null,
  -- Whose it is: a person of the line's rota, or somebody who was only told; the name as others know it.
  person text,
  name text not null,
  -- The phone that it was sent to, E.164.
  phone text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index ticket_links_by_ticket on ticket_links (ticket_id, created_at);

create table tenant_calls (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  line text not null,
  by_name text not null,
  -- Of the line's rota; it is their phone that rings first.
  person text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  -- Whom it is for, E.164: never said or shown to who calls. Null once it is erased.
  tenant_number text,
  started_at timestamptz not null,
  -- When the technician asked to be put through, the tenant answered, and it was over.
  accepted_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('talked', 'tenant-busy', 'tenant-no-answer', 'tenant-unreachable', 'not-taken', 'hung-up', 'failed')),
  talk_seconds integer,
  -- Of the technician's leg and of the tenant's.
  call_sid text unique,
  tenant_call_sid text unique
);
create index tenant_calls_by_ticket on tenant_calls (ticket_id, started_at);
-- One phone, one call at a time.
create unique index tenant_calls_of_person on tenant_calls (line, person) where ended_at is null;
create unique index tenant_calls_of_ticket on tenant_calls (ticket_id) where ended_at is null;
`;
