/**
 * Accounts, what proves them, and their sessions. Links and sessions of before had no account and end here; whoever had
 * one signs in anew.
 */
export const up = `
create table accounts (
  id uuid primary key,
  -- In small letters; a rota's person with the same address is this account's.
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null,
  language text not null,
  -- Made for the demonstration, and of no use outside it.
  is_demo boolean not null default false,
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last step of 30 s whose code was accepted: none is accepted twice.
  totp_last_step bigint,
  created_at timestamptz not null,
  last_signed_in_at timestamptz,
  disabled_at timestamptz,
  check (totp_confirmed_at is null or totp_secret is not null)
);

create table recovery_codes (
  account_id uuid not null references accounts,
  code_hash bytea not null,
  primary key (account_id, code_hash)
);

-- Who somebody is at an OpenID Connect provider, from their first sign-in there on.
create table account_identities (
  issuer text not null,
  subject text not null,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  primary key (issuer, subject)
);

create table account_links (
  token_hash bytea primary key,
  account_id uuid not null references accounts,
  purpose text not null check (purpose in ('invitation', 'reset')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_links_by_account on account_links (account_id);

delete from sign_in_links;
alter table sign_in_links drop column role, add column account_id uuid not null references accounts;

delete from sessions;
alter table sessions
  drop column role,
  add column id uuid not null unique,
  add column account_id uuid not null references accounts,
  -- 'full', or what is still to do: 'code', 'enrol'.
  add column stage text not null check (stage in ('full', 'code', 'enrol')),
  add column opened_by text not null check (opened_by in ('password', 'provider', 'link', 'demo')),
  add column last_seen_at timestamptz not null default now(),
  add column address text,
  add column browser text;
create index sessions_by_account on sessions (account_id);

-- As rate-limiter-flexible wants it.
create table sign_in_attempts (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
`;
