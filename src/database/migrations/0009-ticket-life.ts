/**
 * The life of tickets, and the people and places they are about: what was reported, where, by whom, who has it, until when. A second
 * call joins the ticket that is open; a call keeps how it went itself, for a ticket may have several.
 */
export const up = `
create table subjects (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  parent text references subjects deferrable,
  names json not null,
  -- What a ticket of this subject is given until somebody says otherwise.
  urgency text not null default 'normal' check (urgency in ('emergency', 'urgent', 'normal', 'low')),
  -- Order among its siblings.
  place integer not null default 0,
  retired_at timestamptz,
  revision integer not null default 1
);

create table service_classes (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  names json not null,
  -- Minutes from the report until it is due, by urgency: {"emergency": 60, ...}.
  minutes jsonb not null,
  place integer not null default 0,
  revision integer not null default 1
);

create table properties (
  id uuid primary key,
  -- The installation's own name for it, by which a later import finds it again.
  key text not null unique,
  address text not null,
  postal_code text,
  city text,
  area text,
  stairwells text[] not null default '{}',
  service_class text references service_classes,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  removed_at timestamptz,
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);

create table flats (
  property_id uuid not null references properties on delete cascade,
  -- Empty in a house without stairwells.
  stairwell text not null default '',
  number text not null,
  primary key (property_id, stairwell, number)
);

create table tenants (
  id uuid primary key,
  key text unique,
  name text not null,
  language text check (language in ('fi', 'sv', 'en')),
  property_id uuid references properties,
  stairwell text not null default '',
  flat text not null default '',
  removed_at timestamptz,
  revision integer not null default 1,
  updated_at timestamptz not null default now()
);
create index tenants_by_property on tenants (property_id);

-- E.164. Several tenants may share one; who was changed last is meant.
create table tenant_numbers (
  number text not null,
  tenant_id uuid not null references tenants on delete cascade,
  primary key (number, tenant_id)
);
create index tenant_numbers_by_tenant on tenant_numbers (tenant_id);

alter table tickets
  add column revision integer not null default 1,
  -- What is wrong, in a few words.
  add column summary text,
  add column subject text references subjects,
  add column urgency text not null default 'normal' check (urgency in ('emergency', 'urgent', 'normal', 'low')),
  add column property_id uuid references properties,
  add column stairwell text not null default '',
  add column flat text not null default '',
  add column tenant_id uuid references tenants,
  -- A person of the line's rota, or an account; the name as others know it stays when either is gone.
  add column assignee_person text,
  add column assignee_account uuid references accounts,
  add column assignee_name text,
  add column labels text[] not null default '{}',
  -- Whether the tenant is to be billed; null: not known yet.
  add column costs boolean,
  add column due_at timestamptz,
  add column under_way_at timestamptz,
  add column on_site_at timestamptz,
  add column done_at timestamptz,
  add column closed_at timestamptz,
  add column merged_into uuid references tickets deferrable,
  add column split_from uuid references tickets deferrable,
  -- Its newest call, from the tenant or to them; null while there is none.
  add column last_call_at timestamptz,
  -- A call that nobody took and nobody has acknowledged since; an alarm until somebody does.
  add column missed_call_at timestamptz,
  -- Who took its first answered call, and after how many seconds.
  add column answered_by text,
  add column answered_by_name text,
  add column answer_seconds integer,
  add constraint tickets_status check (status in ('new', 'assigned', 'acknowledged', 'under-way', 'done', 'closed'));

create index tickets_merged on tickets (merged_into) where merged_into is not null;
create index tickets_split on tickets (split_from) where split_from is not null;

alter table calls
  add column outcome text,
  add column outcome_rank smallint not null default 0,
  add column answered_by text,
  add column answered_by_name text,
  add column answer_seconds integer,
  add column talk_seconds integer,
  -- Learnt from the carrier's own records only: no webhook of it ever came.
  add column recovered_at timestamptz;

update tickets set last_call_at = opened_at,
  missed_call_at = case when status = 'new' and outcome in ('unanswered', 'voicemail') then opened_at end;
update calls set outcome = tickets.outcome, outcome_rank = tickets.outcome_rank
  from tickets where tickets.id = calls.ticket_id;
update calls set answered_by = taken.person, answered_by_name = taken.name, talk_seconds = taken.talk_seconds,
    answer_seconds = greatest(0, round(extract(epoch from taken.at - calls.arrived_at)))
  from (
    select ended.call_sid, ended.data->>'person' as person, rung.name,
      (ended.data->>'talkSeconds')::float8::integer as talk_seconds, coalesce(picked.at, ended.at) as at
    from call_facts ended
    left join lateral (
      select min(leg.at) as at from call_facts leg
      where leg.call_sid = ended.call_sid and leg.data->>'person' = ended.data->>'person'
        and (leg.kind in ('leg-screened', 'leg-pressed') or leg.kind = 'leg-progressed' and leg.data->>'status' = 'in-progress')
    ) picked on true
    left join lateral (
      select person->>'name' as name from call_facts rung, jsonb_array_elements(rung.data->'people') as person
      where rung.call_sid = ended.call_sid and rung.kind = 'step-rung' and person->>'person' = ended.data->>'person' limit 1
    ) rung on true
    where ended.kind = 'ring-ended' and ended.data->>'result' = 'human'
  ) taken where taken.call_sid = calls.sid;
update tickets set answered_by = calls.answered_by, answered_by_name = calls.answered_by_name, answer_seconds = calls.answer_seconds
  from calls where calls.ticket_id = tickets.id and calls.answer_seconds is not null;

create table ticket_notes (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  at timestamptz not null,
  by_name text not null,
  body text not null
);
create index ticket_notes_by_ticket on ticket_notes (ticket_id, at);

create table ticket_files (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  at timestamptz not null,
  by_name text not null,
  -- As the sender called it; shown, and never a path.
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  -- Below the data folder; null once it is erased.
  file text
);
create index ticket_files_by_ticket on ticket_files (ticket_id, at);

-- From where: an address of the network, or the door it came by. Who: the account, where there is one.
alter table audit_entries add column origin text, add column account_id uuid;

create or replace function settle_ticket(call calls, entry jsonb) returns void language plpgsql as $$
declare
  settled calls;
  is_missed boolean;
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
  if entry->>'takenBy' is not null then
    update calls set answered_by = entry->>'takenByPerson', answered_by_name = entry->>'takenBy',
      talk_seconds = (entry->>'talkSeconds')::float8::integer,
      answer_seconds = greatest(0, round(extract(epoch from coalesce((
        select min(leg.at) from call_facts leg
          where leg.call_sid = call.sid and leg.data->>'person' = entry->>'takenByPerson'
            and (leg.kind in ('leg-screened', 'leg-pressed')
              or leg.kind = 'leg-progressed' and leg.data->>'status' = 'in-progress')
      ), (entry->>'takenAt')::timestamptz) - call.arrived_at)))
      where sid = call.sid and answered_by_name is null returning * into settled;
  end if;
  if entry->>'outcome' is not null then
    -- Facts may come late: whoever called after this call and was answered is not waiting.
    is_missed := entry->>'outcome' in ('unanswered', 'voicemail')
      and not exists (select from calls where sid = call.sid and outcome in ('unanswered', 'voicemail', 'answered'))
      and not exists (select from calls later where later.ticket_id = call.ticket_id and later.arrived_at > call.arrived_at
        and later.answered_by_name is not null);
    -- That one call is turned away says nothing about the other calls of its ticket.
    update tickets set outcome = entry->>'outcome', outcome_rank = (entry->>'outcomeRank')::smallint, updated_at = now(),
      status = case when status = 'new' and entry->>'outcome' = 'blocked' then 'closed' else status end,
      closed_at = case when status = 'new' and entry->>'outcome' = 'blocked' then now() else closed_at end
      where id = call.ticket_id and outcome_rank < (entry->>'outcomeRank')::smallint
        and (entry->>'outcome' <> 'blocked'
          or not exists (select from calls other where other.ticket_id = call.ticket_id and other.sid <> call.sid));
    if is_missed then
      -- Somebody closed it while the caller was calling again.
      insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after, origin)
        select coalesce((entry->>'endedAt')::timestamptz, call.arrived_at), 'line:' || call.line, 'ticket-reopened', 'ticket', number,
          'nobody took a call about it',
          jsonb_strip_nulls(jsonb_build_object('status', status, 'mergedInto', (select number from tickets whole
            where whole.id = tickets.merged_into))),
          jsonb_build_object('status', case when assignee_name is null then 'new' else 'assigned' end), 'phone'
        from tickets where id = call.ticket_id and status = 'closed';
      update tickets set status = case when assignee_name is null then 'new' else 'assigned' end, closed_at = null, done_at = null,
        acknowledged_at = null, acknowledged_by = null, under_way_at = null, on_site_at = null, merged_into = null,
        revision = revision + 1
        where id = call.ticket_id and status = 'closed';
      update tickets set missed_call_at = coalesce(missed_call_at, call.arrived_at), updated_at = now() where id = call.ticket_id;
    end if;
    update calls set outcome = entry->>'outcome', outcome_rank = (entry->>'outcomeRank')::smallint
      where sid = call.sid and outcome_rank < (entry->>'outcomeRank')::smallint;
  end if;
  if settled.sid is not null then
    insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after, origin)
      select (entry->>'takenAt')::timestamptz, entry->>'takenBy', 'ticket-acknowledged', 'ticket', number, 'took the call',
        jsonb_build_object('status', status, 'assignee', assignee_name),
        jsonb_build_object('status', 'acknowledged', 'assignee', entry->>'takenBy'), 'phone'
      from tickets where id = call.ticket_id
        and (status = 'new' or status = 'assigned' and assignee_person = entry->>'takenByPerson');
    update tickets set status = 'acknowledged', acknowledged_at = (entry->>'takenAt')::timestamptz,
      acknowledged_by = entry->>'takenBy', assignee_person = entry->>'takenByPerson', assignee_account = null,
      assignee_name = entry->>'takenBy', revision = revision + 1, updated_at = now()
      where id = call.ticket_id and (status = 'new' or status = 'assigned' and assignee_person = entry->>'takenByPerson');
    update tickets set
      missed_call_at = case when missed_call_at > (entry->>'takenAt')::timestamptz then missed_call_at end,
      answered_by = coalesce(answered_by, settled.answered_by), answered_by_name = coalesce(answered_by_name, settled.answered_by_name),
      answer_seconds = coalesce(answer_seconds, settled.answer_seconds), updated_at = now()
      where id = call.ticket_id;
  end if;
end $$;

-- Calls of the last twelve hours up to this one: of the same number, and of others in the same stairwell or house.
create function calls_tonight(call calls) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'place', case when properties.id is not null then concat_ws(' ', properties.address,
      nullif(tickets.stairwell, ''), nullif(tickets.flat, '')) end,
    'callsTonight', case when call.caller like '+%' then (
      select count(*) from calls earlier join tickets theirs on theirs.id = earlier.ticket_id
        where theirs.caller = call.caller and theirs.opened_at >= call.arrived_at - interval '30 days'
          and earlier.arrived_at > call.arrived_at - interval '12 hours' and earlier.arrived_at <= call.arrived_at) end,
    'othersTonight', case when properties.id is not null then (
      select count(*) from tickets others
        where others.property_id = properties.id and others.stairwell = tickets.stairwell and others.id <> tickets.id
          and others.opened_at > call.arrived_at - interval '12 hours' and others.opened_at <= call.arrived_at
          and others.caller is distinct from call.caller) end,
    'isSameStairwell', tickets.stairwell <> '')
  from tickets left join properties on properties.id = tickets.property_id where tickets.id = call.ticket_id
$$;

-- Whole lists at a time: a call's way through the tables costs a third of what it would one by one.
create or replace function record_calls(entries jsonb) returns jsonb language plpgsql
  set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
  added text[];
  joins jsonb;
  told record;
begin
  -- Calls of one number to one line wait for each other, so that the second one sees the ticket of the first.
  perform pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(line || ' ' || caller, 7146005) as key
      from jsonb_to_recordset(entries) as entry(line text, caller text, "joinMinutes" integer)
      where caller like '+%' and "joinMinutes" > 0 order by key
  ) numbers;
  if found then
    -- The ticket that a call joins: open, of the same line and number, called within the line's window before the call, or after it
    -- where the call itself comes late from the spool; or the one that another call of the same list opens.
    with fresh as (
      select call, min(line) as line, min(caller) as caller, min("arrivedAt") as at, min("joinMinutes") as minutes
        from jsonb_to_recordset(entries) as entry(
          call text, line text, caller text, "arrivedAt" timestamptz, "joinMinutes" integer, outcome text)
        where caller like '+%' and "joinMinutes" > 0 and not exists (select from calls where sid = entry.call)
        group by call having not coalesce(bool_or(outcome = 'blocked'), false)
    ),
    known as (
      select fresh.*, ticket.id as ticket,
        coalesce(at > lag(at) over (partition by line, caller order by at, call) + make_interval(mins => minutes), true) as is_first
      from fresh left join lateral (
        -- Only the caller may lead to an index: a caller has few tickets, a line, a status or a month has many.
        select id from tickets
          where tickets.caller = fresh.caller and tickets.line || '' = fresh.line
            and status || '' not in ('done', 'closed') and merged_into is null
            and opened_at + interval '0' > at - interval '30 days'
            and opened_at + interval '0' <= at + make_interval(mins => minutes)
            and last_call_at >= at - make_interval(mins => minutes)
          order by opened_at + interval '0' desc limit 1 for no key update
      ) ticket on true
    ),
    runs as (
      select *, count(*) filter (where is_first) over (partition by line, caller order by at, call) as run from known
    )
    select jsonb_object_agg(call, coalesce(ticket, ticket_of_run, case when call <> opener then substr(opener, 3)::uuid end)) into joins
      from (
        select call, ticket, (array_agg(ticket) filter (where ticket is not null) over whole)[1] as ticket_of_run,
          first_value(call) over (whole order by at, call) as opener
        from runs window whole as (partition by line, caller, run)
      ) together;
  end if;
  -- A ticket's id comes from the call that opens it, so that two who open it at once agree, the second one waiting for the first.
  insert into tickets (id, number, line, channel, status, caller, language, opened_at, last_call_at,
      tenant_id, property_id, stairwell, flat, due_at)
    select substr(fresh.call, 3)::uuid, next_ticket_number(fresh.year), fresh.line, 'phone', 'new', fresh.caller, fresh.language,
      fresh."arrivedAt", fresh."arrivedAt", home.id, home.property_id, coalesce(home.stairwell, ''), coalesce(home.flat, ''),
      fresh."arrivedAt" + make_interval(mins => home.due_minutes)
    from (
      select distinct on (call) * from jsonb_to_recordset(entries) as entry(
        call text, year integer, line text, caller text, language text, "arrivedAt" timestamptz)
      where not exists (select from calls where sid = entry.call)
    ) fresh
    left join lateral (
      select tenants.*, case when tenants.property_id is not null then (
          select (minutes->>'normal')::integer from service_classes
            order by coalesce(id = (select service_class from properties where properties.id = tenants.property_id), false) desc,
              place, id limit 1) end as due_minutes
        from tenant_numbers join tenants on tenants.id = tenant_numbers.tenant_id
        where tenant_numbers.number = fresh.caller and tenants.removed_at is null
        order by tenants.updated_at desc, tenants.id limit 1
    ) home on true
    where joins->>fresh.call is null
    on conflict (id) do nothing;
  with opened as (
    insert into calls (sid, ticket_id, line, caller, called, language, rota_version, arrived_at, busy)
      select distinct on (call) call, coalesce((joins->>call)::uuid, substr(call, 3)::uuid), line, caller, called, language,
        "rotaVersion", "arrivedAt", busy
      from jsonb_to_recordset(entries) as entry(call text, line text, caller text, called text, language text,
        "rotaVersion" integer, "arrivedAt" timestamptz, busy jsonb)
      where not exists (select from calls where sid = entry.call)
      on conflict (sid) do nothing
      returning sid, ticket_id, line, arrived_at
  ),
  joined as (
    update tickets set last_call_at = greatest(tickets.last_call_at, newest.at), revision = revision + 1, updated_at = now()
      from (select ticket_id, max(arrived_at) as at from opened where ticket_id <> substr(sid, 3)::uuid group by ticket_id) newest
      where tickets.id = newest.ticket_id
  )
  insert into audit_entries (at, actor, action, subject_kind, subject_id, reason, before, after, origin)
    select opened.arrived_at, 'line:' || opened.line,
      case when is_opener then 'ticket-opened' else 'ticket-called-again' end, 'ticket', number,
      case when is_opener then 'a call arrived' else 'a call of the same number arrived' end,
      case when not is_opener then jsonb_build_object('lastCallAt', last_call_at) end,
      case when is_opener then jsonb_strip_nulls(jsonb_build_object('status', status, 'call', sid,
          'property', property_id, 'stairwell', nullif(stairwell, ''), 'flat', nullif(flat, ''), 'tenant', tenant_id, 'dueAt', due_at))
        else jsonb_build_object('lastCallAt', greatest(last_call_at, opened.arrived_at), 'call', sid) end, 'phone'
    from opened join tickets on tickets.id = opened.ticket_id
    cross join lateral (select tickets.id = substr(opened.sid, 3)::uuid as is_opener) by_it;
  with added_facts as (
    insert into call_facts (call_sid, key, kind, at, data)
      select entry.call, fact.key, fact.kind, fact.at, fact.data
      from jsonb_to_recordset(entries) as entry(call text, facts jsonb),
        jsonb_to_recordset(entry.facts) as fact(key text, kind text, at timestamptz, data jsonb)
      on conflict do nothing
      returning call_sid, key
  )
  select array_agg(call_sid || ' ' || key) into added from added_facts;
  -- In the order of their tickets, so that nobody waits for each other in a circle.
  for told in
    select one, calls as call from jsonb_array_elements(entries) with ordinality as entry(one, place)
      join calls on calls.sid = one->>'call'
    where one ?| array['outcome', 'endedAt', 'chosenLanguage', 'takenBy', 'recording', 'followUpSeconds', 'changes']
      and exists (select from jsonb_array_elements(one->'facts') as fact
        where (one->>'call') || ' ' || (fact->>'key') = any(added))
    order by calls.ticket_id, place
  loop
    perform settle_call(told.call, told.one);
  end loop;
  perform pg_notify('faultline', json_build_object('kind', 'ticket-changed', 'number', tickets.number, 'line', tickets.line)::text)
    from tickets where id in (select ticket_id from calls where sid in (select split_part(one, ' ', 1) from unnest(added) as one));
  return (
    select jsonb_agg(jsonb_build_object('arrivedAt', extract(epoch from calls.arrived_at) * 1000,
      'rotaVersion', calls.rota_version, 'busy', calls.busy,
      'earlierTickets', case when entry."wantsEarlier" then earlier_tickets(calls) end)
      || case when entry."wantsEarlier" then coalesce(calls_tonight(calls), '{}') else '{}' end order by entry.place)
    from rows from (jsonb_to_recordset(entries) as (call text, "wantsEarlier" boolean)) with ordinality
      as entry(call, "wantsEarlier", place)
    join calls on calls.sid = entry.call
  );
end $$;
`;
