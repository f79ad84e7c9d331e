/**
 * Rotas keep the order in which their people and duties were written, which jsonb does not. Drafts of rotas: one a person and line, saved as it is typed, gone when it is published.
 */
export const up = `
alter table rota_versions alter column document type json;

create table rota_drafts (
  line text not null,
  -- account:ID or token:NAME
  owner text not null,
  owner_name text not null,
  based_on integer not null,
  document json not null,
  -- Counts the saves, so that two tabs of one person do not overwrite each other unseen.
  revision integer not null check (revision > 0),
  updated_at timestamptz not null,
  primary key (line, owner)
);
`;
