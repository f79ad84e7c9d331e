/** A message holds the secret of a personal link only until it is on its way. */
export const up = `
-- The same words without the secret of any personal link in them.
create function without_secrets(body text) returns text language sql immutable parallel safe as $$
  select regexp_replace(body, '/t/[A-Za-z0-9_-]{22}', '/t/...', 'g')
$$;

-- Whether nothing is sent of it any more: an e-mail is over when the server has it. What has failed may be sent once more, or by mail.
create function is_over(status text, channel text) returns boolean language sql immutable parallel safe as $$
  select status in ('delivered', 'read', 'partially_delivered', 'canceled') or channel = 'email' and status = 'sent'
$$;

create index messages_with_secrets on messages (created_at) where body ~ '/t/[A-Za-z0-9_-]{22}';
update messages set body = without_secrets(body)
  where body ~ '/t/[A-Za-z0-9_-]{22}' and (is_over(status, channel) or created_at < now() - interval '72 hours');

create or replace function record_delivery(entry jsonb) returns jsonb language plpgsql as $$
declare
  told messages;
begin
  update messages set status = entry->>'status', status_rank = (entry->>'statusRank')::smallint,
    carrier_sid = coalesce(carrier_sid, entry->>'carrierSid'), error = entry->>'error', updated_at = now(),
    body = case when is_over(entry->>'status', channel) then without_secrets(body) else body end
    where id = (entry->>'message')::uuid and status_rank < (entry->>'statusRank')::smallint
      and attempt = coalesce((entry->>'attempt')::smallint, 1)
    returning * into told;
  if found then
    perform message_ended(told);
  end if;
  return '{}';
end $$;
`;
