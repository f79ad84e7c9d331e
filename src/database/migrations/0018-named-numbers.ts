/** Texts that may name a phone number are found without reading all the others. */
export const up = `
-- Whether seven digits stand in the text with nothing but what people put between them, apart from a ticket's own number.
create function may_name_number(text text) returns boolean language sql immutable parallel safe as $$
  select regexp_replace(text, '20[0-9][0-9]-[0-9]{6,18}(?![[:space:]()./-]*[0-9])', '', 'g') ~ '[0-9]([[:space:]()./-]*[0-9]){6}'
$$;

create index ticket_notes_with_numbers on ticket_notes (at) where may_name_number(body);
create index tickets_with_numbers on tickets (opened_at) where may_name_number(summary);
create index messages_with_numbers on messages (created_at) where may_name_number(body);
`;
