/** Messages about tickets: how often each was tried, what it cost, who wants none, and in which words they are written. */
export const up = `
alter table messages
  -- Grows when what the carrier could not deliver is sent once more; what is told of an earlier attempt is too late.
  add column attempt smallint not null default 1,
  -- Of the line's rota, for whom it is; null for tenants, accounts and whatever is older.
  add column person text,
  -- Of a text message: how many it is paid as, and what that costs, as configured until the carrier tells.
  add column segments smallint,
  add column price numeric(10, 5),
  add column currency text;

-- Which alarm the ticket's rounds belong to: the call that nobody took, or the instant when it was given back.
alter table tickets add column alarm_of timestamptz,
  -- The due time whose passing was told of.
  add column overdue_told_for timestamptz;
update tickets set alarm_of = missed_call_at where alarm_round > 0;
create index tickets_by_due on tickets (due_at) where status not in ('done', 'closed') and merged_into is null;

-- Who wants no text messages from a line. E.164.
create table opt_outs (
  number text not null,
  line text not null,
  since timestamptz not null,
  primary key (number, line)
);

-- What the carrier said can take no text message.
create table numbers_without_texts (
  number text primary key,
  error text not null,
  since timestamptz not null
);

-- The admin's own words; a purpose and language without a row has the built-in ones.
create table message_templates (
  purpose text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  text text not null,
  revision integer not null default 1,
  updated_at timestamptz not null,
  primary key (purpose, language)
);

create or replace function record_message(entry jsonb) returns jsonb language plpgsql as $$
declare
  message messages;
begin
  insert into messages (line, direction, purpose, key, sender, recipient, body, status, carrier_sid, created_at)
    values (entry->>'line', 'in', 'inbound', 'in:' || (entry->>'carrierSid'), entry->>'sender', entry->>'recipient',
      entry->>'body', 'received', entry->>'carrierSid', (entry->>'at')::timestamptz)
    on conflict do nothing returning * into message;
  if found then
    perform graphile_worker.add_job('pass-on-message', json_build_object('message', message.id),
      job_key := 'pass-on-message:' || message.id);
    if entry->>'wish' = 'stop' then
      insert into opt_outs (number, line, since) values (message.sender, message.line, message.created_at) on conflict do nothing;
    elsif entry->>'wish' = 'start' then
      delete from opt_outs where number = message.sender and line = message.line and since <= message.created_at;
    end if;
  else
    select * into message from messages where key = 'in:' || (entry->>'carrierSid');
  end if;
  -- Two robots must not thank each other for ever.
  return jsonb_build_object('deservesReply', not exists (
    select from messages earlier where earlier.sender = message.sender and earlier.direction = 'in'
      and earlier.created_at < message.created_at and earlier.created_at > message.created_at - interval '1 hour'));
end $$;

-- What follows from what became of a message: the ticket's page is told, a failure is seen to, a price is asked for.
create function message_ended(message messages) returns void language plpgsql as $$
begin
  perform pg_notify('faultline', json_build_object('kind', 'ticket-changed', 'number', number, 'line', line)::text)
    from tickets where id = message.ticket_id;
  if message.status in ('failed', 'undelivered', 'held') then
    perform graphile_worker.add_job('see-to-failed-message', json_build_object('message', message.id, 'attempt', message.attempt),
      job_key := 'see-to-failed-message:' || message.id || ':' || message.attempt);
  elsif message.status = 'delivered' then
    perform graphile_worker.add_job('ask-price-of-message', json_build_object('message', message.id),
      job_key := 'ask-price-of-message:' || message.id, run_at := now() + interval '10 minutes', max_attempts := 3);
  end if;
end $$;

create or replace function record_delivery(entry jsonb) returns jsonb language plpgsql as $$
declare
  told messages;
begin
  update messages set status = entry->>'status', status_rank = (entry->>'statusRank')::smallint,
    carrier_sid = coalesce(carrier_sid, entry->>'carrierSid'), error = entry->>'error', updated_at = now()
    where id = (entry->>'message')::uuid and status_rank < (entry->>'statusRank')::smallint
      and attempt = coalesce((entry->>'attempt')::smallint, 1)
    returning * into told;
  if found then
    perform message_ended(told);
  end if;
  return '{}';
end $$;
`;
