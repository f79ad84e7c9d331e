/**
 * What makes a million tickets quick to search, and the views that people keep. Every filter has an index in the order of the
 * list, so that a page costs as much as it shows. Where an arriving call has nothing to say, it has nothing to pay: those
 * indexes are partial.
 */
export const up = `
create extension if not exists pg_trgm;

-- By the letters of a part as well as by the whole number.
drop index tickets_by_caller;
create index tickets_by_caller on tickets (caller text_pattern_ops, opened_at desc);
create index tickets_by_end_of_caller on tickets (reverse(caller) text_pattern_ops) where caller is not null;

create index tickets_by_line on tickets (line, opened_at desc, id desc);
create index tickets_by_status on tickets (status, opened_at desc, id desc);
create index tickets_by_channel on tickets (channel, opened_at desc, id desc) where channel <> 'phone';
create index tickets_by_outcome on tickets (outcome, opened_at desc, id desc) where outcome is not null;
create index tickets_by_urgency on tickets (urgency, opened_at desc, id desc) where urgency <> 'normal';
create index tickets_by_subject on tickets (subject, opened_at desc, id desc) where subject is not null;
create index tickets_by_property on tickets (property_id, opened_at desc, id desc) where property_id is not null;
create index tickets_by_taker on tickets (answered_by, opened_at desc, id desc) where answered_by is not null;
create index tickets_by_person on tickets (assignee_person, opened_at desc, id desc) where assignee_person is not null;
create index tickets_by_account on tickets (assignee_account, opened_at desc, id desc) where assignee_account is not null;
create index tickets_by_costs on tickets (costs, opened_at desc, id desc) where costs is not null;
create index tickets_missed on tickets (opened_at desc, id desc) where missed_call_at is not null;
create index tickets_with_due_time on tickets (opened_at desc, id desc)
  where due_at is not null and status not in ('done', 'closed');

-- How soon its call was answered: 0 for ten seconds, up to 5 for over two minutes, 6 for never.
create function answer_bucket(seconds integer, outcome text) returns smallint language sql immutable as $$
  select case
    when seconds is not null then width_bucket(seconds, array[11, 21, 31, 61, 121])::smallint
    when outcome in ('abandoned', 'unanswered', 'voicemail') then 6::smallint end
$$;
create index tickets_by_answer on tickets (answer_bucket(answer_seconds, outcome), opened_at desc, id desc)
  where outcome is not null;

create table ticket_labels (
  label text not null,
  opened_at timestamptz not null,
  ticket_id uuid not null references tickets on delete cascade,
  primary key (label, opened_at, ticket_id)
);
create index ticket_labels_by_ticket on ticket_labels (ticket_id);

-- What a ticket says: summary, notes, place, tenant, labels and who has it, stemmed as Finnish and as Swedish and unstemmed,
-- and a mark of the weeks in which it was opened.
create table ticket_search (
  ticket_id uuid primary key references tickets on delete cascade,
  opened_at timestamptz not null,
  words tsvector not null
);
create index ticket_search_newest on ticket_search (opened_at desc, ticket_id desc);
-- A search would have to read all that is pending, once for each span of weeks.
create index ticket_search_by_words on ticket_search using gin (words) with (fastupdate = off);

-- For those who leave the dots out, and for a database whose own locale knows no letters but English ones.
create function without_dots(word text) returns text language sql immutable parallel safe as $$
  select translate(lower(word), 'åäöéèüæøõšž', 'aaoeeuaoosz')
$$;

-- All words that stand in any ticket, by which one that is misspelt, or a part of a longer one, is found.
create table search_words (
  word text primary key,
  plain text not null generated always as (without_dots(word)) stored
);
create index search_words_by_likeness on search_words using gin (plain gin_trgm_ops) with (fastupdate = off);

-- Two weeks have the same mark wherever the ticket stands among the others.
create function search_span(at timestamptz) returns integer language sql immutable parallel safe as $$
  select floor(extract(epoch from at) / 1209600)::integer
$$;

create function stemmed(said text) returns tsvector language sql stable as $$
  select strip(to_tsvector('finnish', said) || to_tsvector('swedish', said) || to_tsvector('simple', said))
$$;

create function words_of_tickets(wanted uuid[]) returns setof ticket_search language sql stable as $$
  select tickets.id, tickets.opened_at,
    stemmed(said.text) || array_to_tsvector(array['~' || search_span(tickets.opened_at)])
  from tickets
  left join properties on properties.id = tickets.property_id
  left join tenants on tenants.id = tickets.tenant_id
  cross join lateral (
    select concat_ws(E'\\n', tickets.summary, properties.address, tickets.stairwell, tickets.flat, properties.area,
      tenants.name, tickets.assignee_name, array_to_string(tickets.labels, E'\\n'),
      (select string_agg(body, E'\\n') from ticket_notes where ticket_id = tickets.id)) as text
  ) said
  where tickets.id = any(wanted)
$$;

create function is_word(word text) returns boolean language sql immutable parallel safe as $$
  select word ~ '^[[:alpha:]][[:alnum:]]*$' and length(word) between 3 and 60
$$;

-- Writes anew what these tickets say. A word that nobody says any more goes from the list of words, for it may have been a name.
create function refresh_ticket_search(wanted uuid[]) returns void language plpgsql as $$
declare
  before text[];
  after text[];
begin
  select array_agg(distinct word) into before
    from ticket_search, unnest(tsvector_to_array(words)) as word where ticket_id = any(wanted) and is_word(word);
  insert into ticket_search select * from words_of_tickets(wanted)
    on conflict (ticket_id) do update set words = excluded.words where ticket_search.words <> excluded.words;
  select array_agg(distinct word) into after
    from ticket_search, unnest(tsvector_to_array(words)) as word where ticket_id = any(wanted) and is_word(word);
  insert into search_words (word)
    select word from unnest(after) as word where before is null or word <> all(before) order by word on conflict do nothing;
  delete from search_words where word in (
    select word from unnest(before) as word where word <> all(coalesce(after, '{}'))
      and not exists (select from ticket_search where words @@ quote_literal(word)::tsquery)
  );
end $$;

create function keep_ticket_search() returns trigger language plpgsql as $$
begin
  perform refresh_ticket_search(array[new.id]);
  return null;
end $$;
create trigger ticket_search_of_new after insert on tickets for each row
  when (new.summary is not null or new.property_id is not null or new.tenant_id is not null or new.assignee_name is not null
    or new.labels <> '{}')
  execute function keep_ticket_search();
create trigger ticket_search_of_changed after update on tickets for each row
  when ((new.summary, new.property_id, new.stairwell, new.flat, new.tenant_id, new.assignee_name, new.labels)
    is distinct from (old.summary, old.property_id, old.stairwell, old.flat, old.tenant_id, old.assignee_name, old.labels))
  execute function keep_ticket_search();

create function keep_ticket_labels() returns trigger language plpgsql as $$
begin
  delete from ticket_labels where ticket_id = new.id;
  insert into ticket_labels select distinct label, new.opened_at, new.id from unnest(new.labels) as label;
  return null;
end $$;
create trigger ticket_labels_of_new after insert on tickets for each row
  when (new.labels <> '{}') execute function keep_ticket_labels();
create trigger ticket_labels_of_changed after update of labels on tickets for each row
  when (new.labels <> old.labels) execute function keep_ticket_labels();

create function keep_search_of_notes() returns trigger language plpgsql as $$
begin
  perform refresh_ticket_search(array[coalesce(new.ticket_id, old.ticket_id)]);
  return null;
end $$;
create trigger ticket_search_of_notes after insert or update or delete on ticket_notes
  for each row execute function keep_search_of_notes();

create function keep_search_of_tenant() returns trigger language plpgsql as $$
begin
  perform refresh_ticket_search(array_agg(id)) from tickets where tenant_id = new.id;
  return null;
end $$;
create trigger ticket_search_of_tenant after update of name on tenants for each row
  when (new.name <> old.name) execute function keep_search_of_tenant();

-- A house may have thousands of tickets: they are written anew one lot after another, by a job.
create function keep_search_of_property() returns trigger language plpgsql as $$
begin
  if exists (select from tickets where property_id = new.id) then
    perform graphile_worker.add_job('refresh-ticket-search', json_build_object('property', new.id),
      job_key := 'refresh-ticket-search:' || new.id);
  end if;
  return null;
end $$;
create trigger ticket_search_of_property after update of address, area on properties for each row
  when ((new.address, new.area) is distinct from (old.address, old.area)) execute function keep_search_of_property();

-- What a person means by some words: all of them, each in any of its forms, as a part of a longer one, and, if nobody ever
-- wrote it, the likeliest ones. The last one may not be written to its end yet; what begins with a minus must not be there.
create function ticket_query(said text[], is_unfinished boolean) returns tsquery language plpgsql stable as $$
declare
  whole tsquery := '';
  one tsquery;
  bare text;
  part text;
  is_last boolean;
  more text[];
begin
  for place in 1 .. cardinality(said) loop
    bare := lower(ltrim(said[place], '-'));
    part := without_dots(bare);
    is_last := is_unfinished and place = cardinality(said);
    one := plainto_tsquery('finnish', bare) || plainto_tsquery('swedish', bare) || plainto_tsquery('simple', bare);
    if said[place] like '-%' then
      one := !! one;
    elsif is_word(bare) then
      more := array(select word from search_words where length(bare) >= 4 and plain like '%' || part || '%' order by word limit 30);
      if is_last then
        one := one || (bare || ':*')::tsquery;
      end if;
      if more = '{}' and not exists (select from search_words where word = any(tsvector_to_array(stemmed(bare))))
        and not (is_last and exists (select from search_words where plain like part || '%')) then
        more := array(select word from search_words where plain % part order by similarity(plain, part) desc, word limit 8);
      end if;
      if more <> '{}' then
        one := one || array_to_string(more, ' | ')::tsquery;
      end if;
    end if;
    whole := whole && one;
  end loop;
  return whole;
end $$;

-- What stands already.
insert into ticket_search
  select * from words_of_tickets((select array_agg(id) from tickets
    where summary is not null or property_id is not null or tenant_id is not null or assignee_name is not null or labels <> '{}'));
insert into search_words (word)
  select word from (select distinct unnest(tsvector_to_array(words)) as word from ticket_search) said where is_word(word);

create table ticket_views (
  id uuid primary key,
  name text not null,
  -- As it stands in the log's address.
  filter text not null,
  -- Whose it is; null: everybody's.
  account_id uuid references accounts on delete cascade,
  kept_by text not null,
  revision integer not null default 1,
  updated_at timestamptz not null
);
create unique index ticket_views_by_name on ticket_views (coalesce(account_id, '00000000-0000-0000-0000-000000000000'), lower(name));

-- What the log shows at first to whom.
create table first_ticket_views (
  account_id uuid primary key references accounts on delete cascade,
  view_id uuid not null references ticket_views on delete cascade
);
`;
