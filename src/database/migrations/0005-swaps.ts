/** Swaps of shifts, whether a line's planners approve them, and when people are away. */
export const up = `
create table swaps (
  id uuid primary key default gen_random_uuid(),
  line text not null,
  duty text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  giver text not null,
  -- Null: offered to anyone.
  asked text,
  taker text,
  return_duty text,
  return_start timestamptz,
  return_end timestamptz,
  note text,
  state text not null,
  short_rest boolean not null default false,
  -- What stands in the published rota because of it, by value.
  overrides jsonb not null default '[]',
  steps jsonb not null,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  check (end_at > start_at),
  check ((return_duty is null) = (return_start is null) and (return_start is null) = (return_end is null)),
  check (return_end > return_start)
);
create index swaps_by_line on swaps (line, start_at desc);
create index swaps_living on swaps (line) where state in ('offered', 'awaiting-approval', 'done');

create table swap_settings (
  line text primary key,
  approval boolean not null,
  changed_at timestamptz not null,
  changed_by text not null
);

create table absences (
  id uuid primary key default gen_random_uuid(),
  line text not null,
  person text not null,
  kind text not null check (kind in ('holiday', 'sick', 'other')),
  -- Local dates and times of the line's rota, both dates inclusive.
  from_date date not null,
  from_time text,
  to_date date not null,
  to_time text,
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  check (to_date >= from_date)
);
create index absences_by_line on absences (line, to_date) where removed_at is null;
`;
