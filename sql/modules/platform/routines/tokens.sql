-- Tokens. A token is shown once, when it is issued; kept is its SHA-256. 244 random bits need no salt and no slow hash.

CREATE OR REPLACE FUNCTION platform.new_token() RETURNS text
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN translate(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_');
COMMENT ON FUNCTION platform.new_token() IS 'A random token of 43 characters that can stand in an address.';

CREATE OR REPLACE FUNCTION platform.token_hash(token text) RETURNS bytea
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN sha256(convert_to(token, 'UTF8'));
COMMENT ON FUNCTION platform.token_hash(text) IS 'What is kept of a token: its SHA-256.';

CREATE OR REPLACE FUNCTION platform.require_expiry(valid_for interval, longest interval DEFAULT '1 year') RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF valid_for IS NULL OR valid_for <= interval '0' OR valid_for > longest THEN
    RAISE EXCEPTION 'a token cannot be valid for %', valid_for
      USING ERRCODE = 'invalid_parameter_value', HINT = format('More than nothing, and %s at most.', longest);
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_expiry(interval, interval) IS
'A token is valid for more than no time and not longer than the longest, else an error 22023.';

CREATE OR REPLACE FUNCTION platform.issue_token(kind text, valid_for interval, single_use boolean DEFAULT true,
                                                organization uuid DEFAULT NULL, OUT id bigint, OUT token text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_expiry(valid_for);
  PERFORM platform.take_turn('tokens', ARRAY[organization]);
  PERFORM platform.require_limit('tokens', 1 + (
    SELECT count(*) FROM platform.token t
    WHERE t.organization_id = organization AND t.created_at > platform.limit_start('tokens')));
  token := platform.new_token();
  INSERT INTO platform.token AS t (kind, token_hash, organization_id, expires_at, single_use, created_by)
  VALUES (issue_token.kind, platform.token_hash(token), organization, now() + valid_for, coalesce(issue_token.single_use, true),
          platform.current_account())
  RETURNING t.id INTO id;
END
$$;
COMMENT ON FUNCTION platform.issue_token(text, interval, boolean, uuid) IS
'Issues a token and returns its number and the token itself, which is not shown again.

It works once, or until it expires. Errors: as platform.require_expiry; PT429 beyond 1,000 a day and organisation (platform.limit).';

CREATE OR REPLACE FUNCTION platform.token_is_valid(token platform.token) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN token.id IS NOT NULL AND token.revoked_at IS NULL AND token.expires_at > statement_timestamp()
    AND NOT (token.single_use AND token.used_at IS NOT NULL);
END
$$;
COMMENT ON FUNCTION platform.token_is_valid(platform.token) IS
'Whether a token can be used now: it exists, was not revoked, has not expired, and is not spent.';

CREATE OR REPLACE FUNCTION platform.require_valid_token(token platform.token) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT platform.token_is_valid(token) THEN
    RAISE EXCEPTION 'the token is not valid' USING ERRCODE = 'invalid_parameter_value', HINT = 'Ask for a new one.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_valid_token(platform.token) IS
'Passes for a token that can be used now, else an error 22023.

The same error whether the token was never issued, is spent, has expired or was revoked.';

CREATE OR REPLACE FUNCTION platform.lookup_hash(token text) RETURNS bytea
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(token) <= 100 THEN platform.token_hash(token) END;
COMMENT ON FUNCTION platform.lookup_hash(text) IS
'The hash by which a token that somebody shows is looked up; NULL, without reading it, for more than 100 bytes, which no token has.';

CREATE OR REPLACE FUNCTION platform.find_token(token text, kinds text[]) RETURNS platform.token
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hash CONSTANT bytea := platform.lookup_hash(token);
  found platform.token;
BEGIN
  SELECT t.* INTO found FROM platform.token t WHERE t.token_hash = hash AND t.kind = ANY (kinds);
  PERFORM platform.require_valid_token(found);
  RETURN found;
END
$$;
COMMENT ON FUNCTION platform.find_token(text, text[]) IS
'The row of a valid token of one of these kinds, else an error 22023; it is not used up.';

-- A token for many is read without a lock: with it in one open transaction nobody else could use or revoke it. A use that began before a
-- revocation was committed stands.
CREATE OR REPLACE FUNCTION platform.use_token(token text, kind text, person uuid) RETURNS platform.token
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hash CONSTANT bytea := platform.lookup_hash(token);
  found platform.token;
BEGIN
  SELECT t.* INTO found FROM platform.token t WHERE t.token_hash = hash AND t.kind = use_token.kind;
  IF found.single_use THEN
    SELECT t.* INTO found FROM platform.token t WHERE t.id = found.id FOR NO KEY UPDATE;
  END IF;
  PERFORM platform.require_valid_token(found);
  IF found.single_use THEN
    UPDATE platform.token t SET used_at = now(), used_by = person WHERE t.id = found.id;
  ELSE
    INSERT INTO platform.token_use (token_id, used_by) VALUES (found.id, person);
  END IF;
  RETURN found;
END
$$;
COMMENT ON FUNCTION platform.use_token(text, text, uuid) IS
'Notes the use of a token of this kind and returns its row as it was: one for a single use is locked and spent, one for many gets a row of
platform.token_use and is not locked.

Of two who use a single-use token at once the second waits and is refused. A token that is not valid: 22023.';

CREATE OR REPLACE FUNCTION platform.revoke_tokens(ids bigint[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  -- Locked in one order: two who revoke the same do not wait for each other in a circle.
  PERFORM FROM platform.token t WHERE t.id = ANY (ids) AND t.revoked_at IS NULL ORDER BY t.id FOR NO KEY UPDATE;
  UPDATE platform.token t SET revoked_at = now() WHERE t.id = ANY (ids) AND t.revoked_at IS NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION platform.revoke_tokens(bigint[]) IS 'Ends these tokens; returns how many had not been revoked before.';
