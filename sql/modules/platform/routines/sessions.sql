-- Sessions: signing in, refreshing, signing out. platform.session is the family of a login's refresh tokens; a token of it is good once,
-- and for ten seconds more, for whoever lost the answer. What comes later than that is in somebody else's hands.

CREATE OR REPLACE FUNCTION platform.current_session() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN platform.claims() ->> 'sid' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (platform.claims() ->> 'sid')::uuid END;
COMMENT ON FUNCTION platform.current_session() IS 'The session of this request: claim "sid" of platform.claims(); NULL without one.';

CREATE OR REPLACE FUNCTION platform.account_document(account uuid) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT jsonb_build_object('id', a.id, 'email', a.email, 'full_name', a.full_name, 'is_verified', a.is_verified,
    'roles', coalesce((SELECT jsonb_agg(r.role ORDER BY r.role) FROM platform.account_role r WHERE r.account_id = a.id), '[]'),
    'organizations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'role', m.role) ORDER BY o.name, o.id, m.role)
      FROM platform.membership m JOIN platform.organization o ON o.id = m.organization_id AND o.is_active
      WHERE m.account_id = a.id), '[]'))
  FROM platform.account a WHERE a.id = account_document.account;
END;
COMMENT ON FUNCTION platform.account_document(uuid) IS
'An account as it is told to itself: {id, email, full_name, is_verified, roles, organizations: [{id, name, role}]}, active ones.';

CREATE OR REPLACE FUNCTION platform.set_cookie(refresh_token text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL RESTRICTED
BEGIN ATOMIC
  SELECT platform.add_header('Set-Cookie', format(
    '__Host-harmony_refresh=%s; Path=/; Max-Age=%s; Secure; HttpOnly; SameSite=Strict', set_cookie.refresh_token,
    CASE WHEN set_cookie.refresh_token IS NULL THEN 0 ELSE 2592000 END));
END;
COMMENT ON FUNCTION platform.set_cookie(text) IS 'The browser is to keep this refresh token for 30 days; NULL: none any more.';

CREATE OR REPLACE FUNCTION platform.add_refresh_token(session uuid, generation integer) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  token CONSTANT text := platform.new_token();
BEGIN
  INSERT INTO platform.refresh_token (token_hash, session_id, generation)
  VALUES (platform.token_hash(token), session, add_refresh_token.generation);
  UPDATE platform.session s SET last_used_at = now(), expires_at = least(now() + interval '30 days', s.created_at + interval '90 days'),
    address = coalesce(platform.request_address(), s.address)
  WHERE s.id = session;
  RETURN token;
END
$$;
COMMENT ON FUNCTION platform.add_refresh_token(uuid, integer) IS
'Issues a refresh token of a generation of a session and returns it; the session lasts 30 days more, 90 after its login at most.';

CREATE OR REPLACE FUNCTION platform.session_answer(account uuid, session uuid, refresh_token text, cookie boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  answer CONSTANT jsonb := jsonb_build_object('access_token', platform.access_token(account, session, '2 hours'), 'token_type', 'bearer',
    'expires_in', 7200, 'account', platform.account_document(account));
BEGIN
  PERFORM platform.add_header('Cache-Control', 'no-store');
  IF cookie THEN
    PERFORM platform.set_cookie(refresh_token);
    RETURN answer;
  END IF;
  RETURN answer || jsonb_build_object('refresh_token', refresh_token);
END
$$;
COMMENT ON FUNCTION platform.session_answer(uuid, uuid, text, boolean) IS
'What whoever signs in is told: {access_token, token_type, expires_in, account}, with refresh_token unless a cookie is to hold it.';

CREATE OR REPLACE FUNCTION platform.access_token(account uuid, session uuid, lifetime interval, scope text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN harmony.jwt_sign(jsonb_strip_nulls(jsonb_build_object('iss', platform.setting('issuer'), 'sub', account, 'role', 'harmony_user',
    'sid', session, 'scope', scope)), lifetime);
END
$$;
COMMENT ON FUNCTION platform.access_token(uuid, uuid, interval, text) IS
'An access token: {iss, sub, role, sid, jti, iat, exp}, and scope where it is not good for everything (platform.pre_request). Which roles
the account has does not stand in it: that is asked of the tables.';

CREATE OR REPLACE FUNCTION platform.open_session(account uuid, hash text, cookie boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  session uuid;
BEGIN
  UPDATE platform.account a SET last_login_at = now() WHERE a.id = account AND a.is_active AND a.password_hash = hash;
  IF NOT FOUND THEN  -- changed meanwhile, and what was open then has been ended
    RETURN platform.refuse_login();
  END IF;
  INSERT INTO platform.session AS s (account_id, user_agent, expires_at)
  VALUES (account, left(platform.request_header('user-agent'), 400), now()) RETURNING s.id INTO session;
  RETURN platform.session_answer(account, session, platform.add_refresh_token(session, 1), coalesce(cookie, true));
END
$$;
COMMENT ON FUNCTION platform.open_session(uuid, text, boolean) IS
'Signs an account in whose password this hash was of when it was compared: a new session, whatever the browser had before.

Returned: 401 where the account has another password now, or is not active any more.';

CREATE OR REPLACE FUNCTION platform.refuse_login() RETURNS jsonb
  LANGUAGE sql VOLATILE PARALLEL RESTRICTED
  RETURN platform.refuse(401, 'the e-mail address or the password is wrong', 'An address may have to be verified first.');
COMMENT ON FUNCTION platform.refuse_login() IS 'The one answer to whoever may not sign in, whatever the reason.';

CREATE OR REPLACE FUNCTION platform.end_sessions(account uuid, reason text, besides uuid DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  PERFORM FROM platform.session s WHERE s.account_id = account AND s.status = 'active' ORDER BY s.id FOR NO KEY UPDATE;
  UPDATE platform.session s SET status = 'revoked', reason = end_sessions.reason, ended_at = clock_timestamp()
  WHERE s.account_id = account AND s.status = 'active' AND s.id IS DISTINCT FROM besides;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION platform.end_sessions(uuid, text, uuid) IS 'Ends an account''s sessions but one, for this reason; returns how many.';

CREATE OR REPLACE FUNCTION platform.end_session(session uuid, reason text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  UPDATE platform.session s SET status = 'revoked', reason = end_session.reason, ended_at = clock_timestamp()
  WHERE s.id = end_session.session AND s.status = 'active';
END;
COMMENT ON FUNCTION platform.end_session(uuid, text) IS 'Ends a session for this reason, unless it has ended.';

CREATE OR REPLACE FUNCTION platform.login(email text, password text, cookie boolean DEFAULT true) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  by_email CONSTANT text := platform.email_key(coalesce(email, ''));
  by_address CONSTANT text := platform.address_key(platform.request_address());
  found platform.account;
  may_enter boolean;
  answer jsonb;
  seconds integer := greatest(platform.bucket_wait('login:email', by_email), platform.bucket_wait('login:address', by_address));
BEGIN
  IF seconds IS NOT NULL THEN
    RETURN platform.refuse_for_now(seconds);
  END IF;
  SELECT a.* INTO found FROM platform.account a WHERE lower(a.email) = lower(login.email);
  may_enter := platform.password_is_right(password, found.password_hash) AND found.is_active
    AND (found.email_verified_at IS NOT NULL OR platform.setting('email_verification') <> 'required');
  -- Only now, since the buckets stay locked: of many at once those that find them empty are told nothing of their password.
  seconds := platform.take_token('login:email', by_email);
  seconds := greatest(seconds, platform.take_token('login:address', by_address));
  IF seconds IS NOT NULL THEN
    RETURN platform.refuse_for_now(seconds);
  ELSIF may_enter IS NOT TRUE THEN
    RETURN platform.refuse_login();
  END IF;
  PERFORM platform.empty_bucket('login:email', by_email);
  answer := platform.open_session(found.id, found.password_hash, cookie);
  PERFORM platform.renew_hash(found.id, found.password_hash, password);
  RETURN answer;
END
$$;
COMMENT ON FUNCTION platform.login(text, text, boolean) IS
'Signs in: the Session {access_token, token_type, expires_in, account}; the refresh token comes as a cookie, or, without, in the answer.

Returned: 401 with one message, after the same time, whether there is no such account, the password is wrong, or it may not sign in; 429 too
many failures for the address, or too many calls from one place.';

CREATE OR REPLACE FUNCTION platform.renew_hash(account uuid, hash text, password text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF harmony.password_needs_rehash(hash) THEN
    UPDATE platform.account a SET password_hash = harmony.password_hash(password) WHERE a.id = account AND a.password_hash = hash;
  END IF;
END
$$;
COMMENT ON FUNCTION platform.renew_hash(uuid, text, text) IS
'Replaces a hash of an older system, or of a lower cost, now that the password is known.';

CREATE OR REPLACE FUNCTION platform.refuse_refresh() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.set_cookie(NULL), platform.add_header('Cache-Control', 'no-store');
  RETURN platform.refuse(401, 'the refresh token is not valid', 'Log in again.');
END
$$;
COMMENT ON FUNCTION platform.refuse_refresh() IS 'The one answer to a refresh token that is not, or no longer, valid.';

CREATE OR REPLACE FUNCTION platform.refresh(refresh_token text DEFAULT NULL, cookie boolean DEFAULT true) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hash CONSTANT bytea := platform.lookup_hash(coalesce(refresh_token, platform.request_cookie('__Host-harmony_refresh')));
  shown platform.refresh_token;
  family platform.session;
BEGIN
  SELECT t.* INTO shown FROM platform.refresh_token t WHERE t.token_hash = hash;
  -- Of many at once the first turns the generation, and the others find it turned.
  SELECT s.* INTO family FROM platform.session s WHERE s.id = shown.session_id FOR NO KEY UPDATE;
  IF family.status = 'active' IS NOT TRUE OR NOT EXISTS (
    SELECT FROM platform.account a WHERE a.id = family.account_id AND a.is_active) THEN
    RETURN platform.refuse_refresh();
  ELSIF shown.generation < family.generation - 1
     OR shown.generation = family.generation - 1 AND clock_timestamp() > family.rotated_at + interval '10 seconds' THEN
    PERFORM platform.end_session(family.id, 'reuse'), platform.audit('session.reused', 'platform.account/' || family.account_id,
        jsonb_build_object('session', family.id, 'generation', shown.generation, 'address', platform.request_address())),
      platform.mail_account(family.account_id, 'platform.refresh_reused');
    RETURN platform.refuse_refresh();
  ELSIF family.expires_at <= clock_timestamp() THEN
    PERFORM platform.end_session(family.id, 'expired');
    RETURN platform.refuse_refresh();
  ELSIF shown.generation = family.generation THEN
    UPDATE platform.session s SET generation = s.generation + 1, rotated_at = clock_timestamp() WHERE s.id = family.id
    RETURNING s.* INTO family;
  END IF;
  RETURN platform.session_answer(family.account_id, family.id, platform.add_refresh_token(family.id, family.generation),
                                 coalesce(cookie, true));
END
$$;
COMMENT ON FUNCTION platform.refresh(text, boolean) IS
'Takes a refresh token, by default that of the cookie, for the Session with a new one; the token shown is spent.

The token before the newest is taken within ten seconds, for two tabs and lost answers. Later, and any older one, it is stolen: the session
ends, with a row in the audit trail and a mail. Returned: 401 with one message for whatever is not valid; the cookie is cleared.';

CREATE OR REPLACE FUNCTION platform.logout(refresh_token text DEFAULT NULL, everywhere boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hash CONSTANT bytea := platform.lookup_hash(coalesce(refresh_token, platform.request_cookie('__Host-harmony_refresh')));
  ended record;
BEGIN
  PERFORM platform.set_cookie(NULL), platform.add_header('Cache-Control', 'no-store');
  FOR ended IN
    SELECT DISTINCT s.id, s.account_id FROM platform.session s LEFT JOIN platform.refresh_token t ON t.session_id = s.id
    WHERE s.status = 'active' AND (t.token_hash = hash
      OR s.id = platform.current_session() AND s.account_id = platform.current_account()) ORDER BY s.id
  LOOP
    IF everywhere THEN
      PERFORM platform.end_sessions(ended.account_id, 'logout');
    ELSE
      PERFORM platform.end_session(ended.id, 'logout');
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.logout(text, boolean) IS
'Signs out: ends the session of the refresh token, by default that of the cookie, and that of the access token; everywhere: all of the
account. The cookie is cleared. Nothing happens for a token that is dead or unknown.';

CREATE OR REPLACE FUNCTION platform.revoke_session(session uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(platform.current_account());
  IF NOT EXISTS (SELECT FROM platform.session s WHERE s.id = session AND s.account_id = platform.current_account()) THEN
    RAISE EXCEPTION 'session % is not one of yours', session USING ERRCODE = 'PT404';
  END IF;
  PERFORM platform.end_session(session, 'logout');
END
$$;
COMMENT ON FUNCTION platform.revoke_session(uuid) IS
'Ends a session of the own account. PT404 for another''s and for one that is not there; 42501 for nobody.';

CREATE OR REPLACE FUNCTION platform.clean_sessions(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  expired bigint;
  removed bigint;
BEGIN
  UPDATE platform.session s SET status = 'revoked', reason = 'expired', ended_at = now()
  WHERE s.id IN (SELECT e.id FROM platform.session e WHERE e.status = 'active' AND e.expires_at <= now() FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS expired = ROW_COUNT;
  -- With their refresh tokens. 90 days at most since a login, and 90 in which it can be asked where from.
  DELETE FROM platform.session s WHERE s.status = 'revoked' AND s.ended_at < now() - interval '90 days';
  GET DIAGNOSTICS removed = ROW_COUNT;
  UPDATE platform.session s SET address = NULL WHERE s.address IS NOT NULL AND s.last_used_at < now() - interval '90 days';
  DELETE FROM platform.token t USING platform.account_token u WHERE u.token_id = t.id AND t.expires_at < now() - interval '30 days';
  DELETE FROM platform.rate_bucket b WHERE b.updated_at < now() - interval '1 day';
  RETURN jsonb_build_object('expired', expired, 'removed', removed);
END
$$;
COMMENT ON FUNCTION platform.clean_sessions(jsonb) IS
'Cleaning, once a day: sessions whose time is over end; those that ended 90 days ago go, with their addresses and tokens; so do one-time
tokens a month after their end, and buckets that are full again. Returns {expired, removed}. The payload of a job is not looked at.';

-- They call the extension, and go with it.
ALTER FUNCTION platform.access_token(uuid, uuid, interval, text) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.renew_hash(uuid, text, text) DEPENDS ON EXTENSION harmony;
