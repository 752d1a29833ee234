-- Live events: a token that opens the stream alone, and who may hear which channel.

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
  ELSIF kind = 'organization' THEN
    RETURN key = ANY (platform.current_organizations())
      OR platform.is_admin() AND EXISTS (SELECT FROM platform.organization o WHERE o.id = key);
  END IF;
  FOR visited IN
    SELECT DISTINCT m.module FROM harmony.migration m WHERE to_regprocedure(format('%I.may_hear(text, uuid)', m.module)) IS NOT NULL
  LOOP
    EXECUTE format('SELECT %I.may_hear($1, $2)', visited) INTO answer USING kind, key;
    IF answer THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END
$$;
COMMENT ON FUNCTION platform.hears(text, uuid) IS
'Whether the account of this request may hear what happens to an account, an organisation, or a thing of another kind, for which the modules
are asked that have a function may_hear(kind text, key uuid).';

CREATE OR REPLACE FUNCTION platform.may_listen(channel text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF channel ~ '^[a-z_]{1,40}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND platform.active_account() IS NOT NULL
    AND platform.hears(split_part(channel, '.', 1), split_part(channel, '.', 2)::uuid) THEN
    RETURN true;
  END IF;
  RAISE EXCEPTION 'this channel is not one of yours' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION platform.may_listen(text) IS
'Whether the account of this request may hear a channel of events, <kind>.<uuid>: true, else 42501, for every reason.';

-- They ask the extension which modules there are, and go with it.
ALTER FUNCTION platform.hears(text, uuid) DEPENDS ON EXTENSION harmony;
