/**
 * What webhooks learnt, put on record in one statement: `record_calls` takes a list of entries about calls, `record_entry` one
 * of any kind (see records.ts). They keep what is new, and return what a handler cannot know by itself. Saying the same twice
 * changes nothing.
 */
export const up = `
-- A sequence a year: nobody waits for anybody else's commit. Numbers may skip, and are never used twice.
create function next_ticket_number(year integer) returns text language plpgsql as $$
declare
  sequence_name text := 'ticket_numbers_' || year;
  running bigint;
begin
  if to_regclass(sequence_name) is null then
    perform pg_advisory_xact_lock(7146004);
    execute format('create sequence if not exists %I', sequence_name);
  end if;
  running := nextval(sequence_name::regclass);
  return year || '-' || lpad(running::text, greatest(6, length(running::text)), '0');
end $$;

create function settle_ticket(call calls, entry jsonb) returns void language plpgsql as $$
begin
  if entry->>'chosenLanguage' is not null then
    update calls set language = entry->>'chosenLanguage' where sid = call.sid;
    update tickets set language = entry->>'chosenLanguage' where id = call.ticket_id;
    if call.caller like '+%' then
      insert into callers (number, language, updated_at)
        values (call.caller, entry->>'chosenLanguage', call.arrived_at)
        on conflict (number) do update set language = excluded.language, updated_at = excluded.updated_at
        where callers.updated_at <= excluded.updated_at;
    end if;
  end if;
  if entry->>'endedAt' is not null then
    update calls set ended_at = (entry->>'endedAt')::timestamptz where sid = call.sid and ended_at is null;
  end if;
  if entry->>'outcome' is not null then
    update tickets set outcome = entry->>'outcome', outcome_rank = (entry->>'outcomeRank')::smallint, updated_at = now(),
      status = case when status = 'new' and entry->>'outcome' = 'blocked' then 'closed' else status end
      where id = call.ticket_id and outcome_rank < (entry->>'outcomeRank')::smallint;
  end if;
  if entry->>'takenBy' is not null then
    update tickets set status = 'acknowledged', acknowledged_at = (entry->>'takenAt')::timestamptz,
      acknowledged_by = entry->>'takenBy', updated_at = now()
      where id = call.ticket_id and status = 'new';
  end if;
end $$;

create function keep_in_mind_recording(call calls, recording jsonb) returns void language plpgsql as $$
begin
  insert into recordings (sid, call_sid, seconds, state, announced_at)
    values (recording->>'sid', call.sid, (recording->>'seconds')::integer, recording->>'state',
      (recording->>'announcedAt')::timestamptz)
    on conflict (sid) do update set seconds = excluded.seconds, state = excluded.state
      where recordings.state = 'absent' and excluded.state = 'announced';
  if recording->>'state' = 'announced' then
    perform graphile_worker.add_job('keep-recording', json_build_object('recording', recording->>'sid'),
      job_key := 'keep-recording:' || (recording->>'sid'), max_attempts := 20);
  end if;
end $$;

create function settle_call(call calls, entry jsonb) returns void language plpgsql as $$
declare
  change jsonb;
begin
  perform settle_ticket(call, entry);
  if entry ? 'recording' then
    perform keep_in_mind_recording(call, entry->'recording');
  end if;
  if entry ? 'followUpSeconds' then
    perform graphile_worker.add_job('follow-up-call', json_build_object('call', call.sid),
      job_key := 'follow-up-call:' || call.sid,
      run_at := now() + make_interval(secs => (entry->>'followUpSeconds')::float8));
  end if;
  for change in select * from jsonb_array_elements(entry->'changes') loop
    perform pg_notify('faultline', change::text);
  end loop;
end $$;

create function earlier_tickets(call calls) returns bigint language sql stable as $$
  select count(*) from tickets where caller = call.caller
    and opened_at >= call.arrived_at - interval '30 days' and opened_at < call.arrived_at
$$;

-- Whole lists at a time: a call's way through the tables costs a third of what it would one by one.
create function record_calls(entries jsonb) returns jsonb language plpgsql
  set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  added text[];
  entry jsonb;
begin
  -- A ticket's id comes from the call that opens it, so that two who open it at once agree, the second one waiting for the first.
  insert into tickets (id, number, line, channel, status, caller, language, opened_at)
    select substr(fresh.call, 3)::uuid, next_ticket_number(fresh.year), fresh.line, 'phone', 'new', fresh.caller, fresh.language,
      fresh."arrivedAt"
    from (
      select distinct on (call) * from jsonb_to_recordset(entries) as entry(
        call text, year integer, line text, caller text, language text, "arrivedAt" timestamptz)
      where not exists (select from calls where sid = entry.call)
    ) fresh
    on conflict (id) do nothing;
  with opened as (
    insert into calls (sid, ticket_id, line, caller, called, language, rota_version, arrived_at, busy)
      select distinct on (call) call, substr(call, 3)::uuid, line, caller, called, language, "rotaVersion", "arrivedAt", busy
      from jsonb_to_recordset(entries) as entry(call text, line text, caller text, called text, language text,
        "rotaVersion" integer, "arrivedAt" timestamptz, busy jsonb)
      where not exists (select from calls where sid = entry.call)
      on conflict (sid) do nothing
      returning ticket_id, line, arrived_at
  )
  insert into audit_entries (at, actor, action, subject_kind, subject_id, reason)
    select opened.arrived_at, 'line:' || opened.line, 'ticket-opened', 'ticket', tickets.number, 'a call arrived'
    from opened join tickets on tickets.id = opened.ticket_id;
  with added_facts as (
    insert into call_facts (call_sid, key, kind, at, data)
      select entry.call, fact.key, fact.kind, fact.at, fact.data
      from jsonb_to_recordset(entries) as entry(call text, facts jsonb),
        jsonb_to_recordset(entry.facts) as fact(key text, kind text, at timestamptz, data jsonb)
      on conflict do nothing
      returning call_sid, key
  )
  select array_agg(call_sid || ' ' || key) into added from added_facts;
  for entry in
    select one from jsonb_array_elements(entries) as one
    where one ?| array['outcome', 'endedAt', 'chosenLanguage', 'takenBy', 'recording', 'followUpSeconds', 'changes']
      and exists (select from jsonb_array_elements(one->'facts') as fact
        where (one->>'call') || ' ' || (fact->>'key') = any(added))
  loop
    perform settle_call(calls, entry) from calls where sid = entry->>'call';
  end loop;
  perform pg_notify('faultline', json_build_object('kind', 'ticket-changed', 'number', tickets.number, 'line', tickets.line)::text)
    from tickets where id in (select ticket_id from calls where sid in (select split_part(one, ' ', 1) from unnest(added) as one));
  return (
    select jsonb_agg(jsonb_build_object('arrivedAt', extract(epoch from calls.arrived_at) * 1000,
      'rotaVersion', calls.rota_version, 'busy', calls.busy,
      'earlierTickets', case when entry."wantsEarlier" then earlier_tickets(calls) end) order by entry.place)
    from rows from (jsonb_to_recordset(entries) as (call text, "wantsEarlier" boolean)) with ordinality
      as entry(call, "wantsEarlier", place)
    join calls on calls.sid = entry.call
  );
end $$;

create function record_message(entry jsonb) returns jsonb language plpgsql as $$
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
  else
    select * into message from messages where key = 'in:' || (entry->>'carrierSid');
  end if;
  -- Two robots must not thank each other for ever.
  return jsonb_build_object('deservesReply', not exists (
    select from messages earlier where earlier.sender = message.sender and earlier.direction = 'in'
      and earlier.created_at < message.created_at and earlier.created_at > message.created_at - interval '1 hour'));
end $$;

create function record_delivery(entry jsonb) returns jsonb language plpgsql as $$
begin
  update messages set status = entry->>'status', status_rank = (entry->>'statusRank')::smallint,
    carrier_sid = coalesce(carrier_sid, entry->>'carrierSid'), error = entry->>'error', updated_at = now()
    where id = (entry->>'message')::uuid and status_rank < (entry->>'statusRank')::smallint;
  return '{}';
end $$;

create function record_entry(entry jsonb) returns jsonb language plpgsql as $$
begin
  return case entry->>'record'
    when 'call' then record_calls(jsonb_build_array(entry))->0
    when 'message' then record_message(entry)
    when 'delivery' then record_delivery(entry)
  end;
end $$;
`;
