/**
 * What webhooks learnt, put on record in one statement: `record_entries` takes a list of entries (see records.ts), keeps what
 * is new of each, and returns for each what the handler cannot know by itself. Saying the same twice changes nothing.
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

create function open_call(entry jsonb) returns calls language plpgsql as $$
declare
  call calls;
  ticket uuid;
  ticket_number text;
  arrived timestamptz := (entry->>'arrivedAt')::timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(entry->>'call', 0));
  select * into call from calls where sid = entry->>'call';
  if found then
    return call;
  end if;
  ticket_number := next_ticket_number((entry->>'year')::integer);
  insert into tickets (id, number, line, channel, status, caller, language, opened_at)
    values (gen_random_uuid(), ticket_number, entry->>'line', 'phone', 'new',
      entry->>'caller', entry->>'language', arrived)
    returning id into ticket;
  insert into calls (sid, ticket_id, line, caller, called, language, rota_version, arrived_at, busy)
    values (entry->>'call', ticket, entry->>'line', entry->>'caller', entry->>'called', entry->>'language',
      (entry->>'rotaVersion')::integer, arrived, entry->'busy')
    returning * into call;
  insert into audit_entries (at, actor, action, subject_kind, subject_id, reason)
    values (arrived, 'line:' || call.line, 'ticket-opened', 'ticket', ticket_number, 'a call arrived');
  return call;
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

create function record_call(entry jsonb) returns jsonb language plpgsql as $$
declare
  call calls;
  ticket_number text;
  added integer;
  earlier integer;
  change jsonb;
begin
  select * into call from calls where sid = entry->>'call';
  if not found then
    call := open_call(entry);
  end if;
  insert into call_facts (call_sid, key, kind, at, data)
    select call.sid, fact->>'key', fact->>'kind', (fact->>'at')::timestamptz, fact->'data'
      from jsonb_array_elements(entry->'facts') as fact
    on conflict do nothing;
  get diagnostics added = row_count;
  select number into ticket_number from tickets where id = call.ticket_id;
  if added > 0 then
    perform settle_ticket(call, entry);
    if jsonb_typeof(entry->'recording') = 'object' then
      perform keep_in_mind_recording(call, entry->'recording');
    end if;
    if entry->>'followUpSeconds' is not null then
      perform graphile_worker.add_job('follow-up-call', json_build_object('call', call.sid),
        job_key := 'follow-up-call:' || call.sid,
        run_at := now() + make_interval(secs => (entry->>'followUpSeconds')::float8));
    end if;
    perform pg_notify('faultline',
      json_build_object('kind', 'ticket-changed', 'number', ticket_number, 'line', call.line)::text);
    for change in select * from jsonb_array_elements(entry->'changes') loop
      perform pg_notify('faultline', change::text);
    end loop;
  end if;
  if (entry->>'wantsEarlier')::boolean and call.caller is not null then
    select count(*) into earlier from tickets
      where caller = call.caller and opened_at >= call.arrived_at - interval '30 days' and opened_at < call.arrived_at;
  end if;
  return jsonb_build_object('number', ticket_number, 'arrivedAt', extract(epoch from call.arrived_at) * 1000,
    'rotaVersion', call.rota_version, 'busy', call.busy, 'earlierTickets', earlier);
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

create function record_entries(entries jsonb) returns jsonb language plpgsql as $$
declare
  entry jsonb;
  results jsonb := '[]';
begin
  for entry in select * from jsonb_array_elements(entries) loop
    results := results || case entry->>'record'
      when 'call' then record_call(entry)
      when 'message' then record_message(entry)
      when 'delivery' then record_delivery(entry)
    end;
  end loop;
  return results;
end $$;
`;
