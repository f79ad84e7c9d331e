/**
 * What is told of duties: messages also by e-mail, what each line tells, what everybody was told last, and the confirmations that are
 * asked for by phone.
 */
export const up = `
alter table messages add column channel text not null default 'sms' check (channel in ('sms', 'email')),
  add column subject text;
create index messages_about_duties on messages (line, created_at desc) where purpose like 'duty-%';

create table duty_notice_settings (
  line text primary key,
  settings jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- By which way somebody wants to be told; the rota's person with this address is meant.
create table duty_notice_choices (
  email text primary key check (email = lower(email)),
  channel text not null check (channel in ('sms', 'email')),
  changed_at timestamptz not null
);

-- The shifts that a person knows of, as far as they were looked at.
create table duty_told (
  line text not null,
  person text not null,
  shifts jsonb not null,
  until timestamptz not null,
  looked_at timestamptz not null,
  primary key (line, person)
);

create table duty_confirmations (
  id uuid primary key default gen_random_uuid(),
  line text not null,
  duty text not null,
  person text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  state text not null check (state in ('asked', 'confirmed', 'declined', 'unanswered', 'withdrawn')),
  -- How many times they were rung, when last, and what came of it.
  tries smallint not null default 0,
  rung_at timestamptz,
  outcome text,
  call_sid text,
  settled_at timestamptz,
  alarm_round integer not null default 0,
  alarmed_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  unique (line, duty, person, starts_at)
);
create index duty_confirmations_newest on duty_confirmations (line, starts_at desc);
`;
