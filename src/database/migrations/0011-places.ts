/** What people and places need beside their tables: finding them by any part of a word, and forgetting what is known of a number. */
export const up = `
create extension if not exists pg_trgm;

-- Each word has a space before it, so that the beginning of one can be looked for.
alter table properties add column search_text text not null generated always as (
  lower(' ' || address || ' ' || key || ' ' || coalesce(area, '') || ' ' || coalesce(postal_code, '') || ' ' || coalesce(city, ''))
) stored;
create index properties_by_words on properties using gin (search_text gin_trgm_ops);
create index properties_by_address on properties (lower(address));

alter table tenants
  add column search_text text not null generated always as (lower(' ' || name || ' ' || coalesce(key, ''))) stored,
  -- By which audit entries refer to a name or a number; with it forgotten, nobody can tell any more whose it was.
  add column reference_key uuid not null default gen_random_uuid();
create index tenants_by_words on tenants using gin (search_text gin_trgm_ops);
create index tenant_numbers_by_digits on tenant_numbers using gin (number gin_trgm_ops);

create index calls_of_number on calls (caller) where caller is not null;
create index messages_to_number on messages (recipient) where recipient is not null;
create index tickets_of_tenant on tickets (tenant_id) where tenant_id is not null;

-- Numbers that were erased on request, as what only this installation's own key makes of them: so that the same question
-- asked again is answered with when and by whom.
create table erased_numbers (
  reference text not null,
  pseudonym text not null unique,
  erased_at timestamptz not null,
  erased_by text not null
);
create index erased_numbers_by_reference on erased_numbers (reference);
create table erasure_key (
  "only" boolean primary key default true check ("only"),
  key uuid not null default gen_random_uuid()
);
insert into erasure_key default values;
`;
