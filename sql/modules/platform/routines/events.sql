-- Live events: how they are told, a token that opens the stream alone, and who may hear which channel.

CREATE OR REPLACE FUNCTION platform.tell(event text, kind text, keys uuid[], ids text[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- What has notified cannot be prepared: see platform.notify_jobs.
  IF keys IS NOT NULL AND current_setting('max_prepared_transactions') = '0' THEN
    PERFORM pg_notify('harmony_events', jsonb_build_object('channel', tell.kind || '.' || e.key, 'event', tell.event,
                                                           'id', CASE WHEN min(e.id) = max(e.id) THEN min(e.id) END, 'at', now())::text)
    FROM unnest(keys, ids) e (key, id) WHERE e.key IS NOT NULL GROUP BY e.key;
  END IF;
END
$$;
COMMENT ON FUNCTION platform.tell(text, text, uuid[], text[]) IS
'Tells of an event on the channel <kind>.<key> of each of these keys, when this transaction commits: NOTIFY harmony_events with {channel,
event, id, at}, which harmonyd publishes. keys and ids go together: where a key comes with several ids, id is null: look at all.

For triggers, once a statement. Never of what somebody answered: who hears when it was would know who.';

CREATE OR REPLACE FUNCTION platform.tell_of_jobs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n WHERE n.owner_id IS NOT NULL) THEN
    PERFORM platform.tell(e.event, 'account', array_agg(e.owner_id), array_agg(e.id::text))
    FROM (SELECT n.owner_id, n.id, CASE WHEN n.finished_at IS NOT NULL THEN 'job.finished' ELSE 'job.progress' END AS event
          FROM new_rows n JOIN old_rows o ON o.id = n.id
          WHERE n.owner_id IS NOT NULL AND (n.finished_at IS NOT NULL AND o.finished_at IS NULL
            OR n.status = 'running' AND (n.progress, n.message) IS DISTINCT FROM (o.progress, o.message))) e
    GROUP BY e.event;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.tell_of_jobs() IS
'Tells whose job it is that it has ended (job.finished), or how far it is (job.progress), which is kept at most once a second.';

CREATE OR REPLACE FUNCTION platform.tell_of_messages() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('notification.sent', 'account', array_agg(n.recipient_id), array_agg(n.id::text))
  FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE n.status = 'sent' AND o.status <> 'sent' AND n.recipient_id IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.tell_of_messages() IS 'Tells the recipient that a message has been sent (notification.sent).';

CREATE OR REPLACE FUNCTION platform.event_token() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(platform.current_account()), platform.add_header('Cache-Control', 'no-store');
  RETURN jsonb_build_object('token', platform.access_token(platform.current_account(), platform.current_session(), '60 seconds', 'events'),
                            'expires_in', 60);
END
$$;
COMMENT ON FUNCTION platform.event_token() IS
'A token for the address of an event stream: {token, expires_in}. It is good for 60 seconds and for api.may_listen alone, since addresses
end up in logs. 42501: nobody is signed in.';

CREATE OR REPLACE FUNCTION platform.hears(kind text, key uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  visited text;
  answer boolean;
BEGIN
  IF kind = 'account' THEN
    RETURN key = platform.current_account();
  ELSIF kind = 'organization' AND (key = ANY (platform.current_organizations())
      OR platform.is_admin() AND EXISTS (SELECT FROM platform.organization o WHERE o.id = key)) THEN
    RETURN true;
  END IF;
  FOR visited IN SELECT platform.modules_with('may_hear(text, uuid)') LOOP
    EXECUTE format('SELECT %I.may_hear($1, $2)', visited) INTO answer USING kind, key;
    IF answer THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END
$$;
COMMENT ON FUNCTION platform.hears(text, uuid) IS
'Whether the account of this request may hear what happens to an account, an organisation, or a thing of another kind.

The modules are asked that have a function may_hear(kind text, key uuid): for things of their kinds, and for those who act for an
organisation in a role of theirs.';

CREATE OR REPLACE FUNCTION platform.may_listen(channel text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF platform.request_header('x-event-stream') IS NOT NULL AND platform.claims() ->> 'scope' IS DISTINCT FROM 'events' THEN
    RAISE EXCEPTION 'the token is not valid' USING ERRCODE = 'PT401', HINT = 'Ask event_token for one.';
  END IF;
  IF channel ~ '^[a-z_]{1,40}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND platform.active_account() IS NOT NULL
    AND platform.hears(split_part(channel, '.', 1), split_part(channel, '.', 2)::uuid) THEN
    RETURN true;
  END IF;
  RAISE EXCEPTION 'this channel is not one of yours' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION platform.may_listen(text) IS
'Whether the account of this request may hear a channel of events, <kind>.<uuid>: true, else 42501, for every reason.

PT401 where the proxy asks for an event stream (header X-Event-Stream) with another token than one of api.event_token: an access token has
no place in an address.';

-- They ask the extension which modules there are, and go with it.
ALTER FUNCTION platform.hears(text, uuid) DEPENDS ON EXTENSION harmony;
