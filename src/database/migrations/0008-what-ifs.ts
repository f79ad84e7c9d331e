/** What-ifs that were kept, each with what it is to say at every publish of its line's rota. */
export const up = `
create table what_ifs (
  id uuid primary key,
  line text not null,
  name text not null,
  -- As rotas write times: local to the rota's zone, or with an offset.
  at text not null,
  yearly boolean not null,
  caller text,
  expects jsonb not null,
  kept_at timestamptz not null,
  kept_by text not null
);
create index what_ifs_by_line on what_ifs (line, kept_at);
`;
