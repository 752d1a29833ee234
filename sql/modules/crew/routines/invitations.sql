-- Ways in: invites to a campaign, boarding passes to a vessel's crew. A token is shown once, when it is made; kept is its
-- SHA-256. 244 random bits need no salt and no slow hash.

CREATE OR REPLACE FUNCTION crew.new_token() RETURNS text
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN translate(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_');
COMMENT ON FUNCTION crew.new_token() IS 'A random token of 43 characters that can stand in an address.';

CREATE OR REPLACE FUNCTION crew.token_hash(token text) RETURNS bytea
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN sha256(convert_to(token, 'UTF8'));
COMMENT ON FUNCTION crew.token_hash(text) IS 'What is kept of a token.';

CREATE OR REPLACE FUNCTION crew.require_expiry(valid_for interval) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF valid_for IS NULL OR valid_for <= interval '0' OR valid_for > interval '1 year' THEN
    RAISE EXCEPTION 'a token cannot be valid for %', valid_for
      USING ERRCODE = 'invalid_parameter_value', HINT = 'More than nothing, and a year at most.';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_expiry(interval) IS 'A token is valid for more than no time and at most a year, else an error 22023.';

CREATE OR REPLACE FUNCTION crew.invite(campaign uuid, valid_for interval DEFAULT '14 days', single_use boolean DEFAULT true) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  token CONSTANT text := crew.new_token();
BEGIN
  PERFORM crew.require_campaign(campaign);
  PERFORM crew.require_expiry(valid_for);
  INSERT INTO crew.token (kind, token_hash, campaign_id, expires_at, single_use, created_by)
  VALUES ('invite', crew.token_hash(token), campaign, now() + valid_for, coalesce(single_use, true), platform.current_account());
  RETURN token;
END
$$;
COMMENT ON FUNCTION crew.invite(uuid, interval, boolean) IS 'Makes an invite to a campaign and returns its token, which is not shown again. It works once, or until it expires.';

CREATE OR REPLACE FUNCTION crew.boarding_pass(vessel uuid, "position" text, valid_for interval DEFAULT '7 days') RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  token CONSTANT text := crew.new_token();
BEGIN
  PERFORM crew.require_vessel(vessel);
  PERFORM crew.require_expiry(valid_for);
  IF NOT EXISTS (SELECT FROM crew.position p WHERE p.name = boarding_pass."position") THEN
    RAISE EXCEPTION 'position "%" does not exist', "position" USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM FROM crew.vessel v WHERE v.id = vessel FOR NO KEY UPDATE;  -- one valid pass a vessel and position
  UPDATE crew.token t SET revoked_at = now()
  WHERE t.kind = 'boarding' AND t.vessel_id = vessel AND t."position" = boarding_pass."position" AND t.revoked_at IS NULL;
  INSERT INTO crew.token (kind, token_hash, vessel_id, "position", expires_at, single_use, created_by)
  VALUES ('boarding', crew.token_hash(token), vessel, "position", now() + valid_for, false, platform.current_account());
  RETURN token;
END
$$;
COMMENT ON FUNCTION crew.boarding_pass(uuid, text, interval) IS 'Makes a boarding pass for a position on a vessel and returns its token, which is not shown again. The former pass for the same position ends (rotation).';

CREATE OR REPLACE FUNCTION crew.revoke_tokens(campaign uuid DEFAULT NULL, vessel uuid DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  IF num_nonnulls(campaign, vessel) <> 1 THEN
    RAISE EXCEPTION 'name a campaign or a vessel' USING ERRCODE = 'invalid_parameter_value';
  ELSIF campaign IS NOT NULL THEN
    PERFORM crew.require_campaign(campaign);
  ELSE
    PERFORM crew.require_vessel(vessel);
  END IF;
  UPDATE crew.token t SET revoked_at = now() WHERE (t.campaign_id = campaign OR t.vessel_id = vessel) AND t.revoked_at IS NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.revoke_tokens(uuid, uuid) IS 'Ends every token of a campaign or of a vessel; returns how many.';

CREATE OR REPLACE FUNCTION crew.is_valid(token crew.token) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN token.id IS NOT NULL AND token.revoked_at IS NULL AND token.expires_at > statement_timestamp() AND NOT (token.single_use AND token.used_at IS NOT NULL);
COMMENT ON FUNCTION crew.is_valid(crew.token) IS 'Whether a token can be used now: it exists, was not revoked, has not expired, and is not spent.';

-- One answer for every token that does not work: whether it was never made, is spent, expired or revoked is not told.
CREATE OR REPLACE FUNCTION crew.refuse_token() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'the token is not valid' USING ERRCODE = 'invalid_parameter_value', HINT = 'Ask for a new one.';
END
$$;
COMMENT ON FUNCTION crew.refuse_token() IS 'The one error (22023) for every token that does not work.';

CREATE OR REPLACE FUNCTION crew.resolve(token text) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  t crew.token;
BEGIN
  SELECT k.* INTO t FROM crew.token k WHERE k.token_hash = crew.token_hash(token);
  IF NOT crew.is_valid(t) THEN
    PERFORM crew.refuse_token();
  END IF;
  RETURN (
    SELECT jsonb_strip_nulls(jsonb_build_object('kind', t.kind, 'title', c.title, 'position', coalesce(c."position", t."position"), 'vessel', v.name,
                                                'employer', o.name, 'expires_at', t.expires_at))
    FROM crew.vessel v JOIN platform.organization o ON o.id = v.organization_id LEFT JOIN crew.campaign c ON c.id = t.campaign_id
    WHERE v.id = coalesce(t.vessel_id, (SELECT d.vessel_id FROM crew.campaign d WHERE d.id = t.campaign_id)));
END
$$;
COMMENT ON FUNCTION crew.resolve(text) IS 'Where a token leads: kind, title, position, vessel, employer, expires_at. For anybody who holds it; it is not used up.';

CREATE OR REPLACE FUNCTION crew.use_token(token text, kind text, person uuid) RETURNS crew.token
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  t crew.token;
BEGIN
  SELECT k.* INTO t FROM crew.token k WHERE k.token_hash = crew.token_hash(token) AND k.kind = use_token.kind FOR NO KEY UPDATE;
  IF NOT crew.is_valid(t) THEN
    PERFORM crew.refuse_token();
  END IF;
  UPDATE crew.token u SET used_at = now(), used_by = person WHERE u.id = t.id;
  RETURN t;
END
$$;
COMMENT ON FUNCTION crew.use_token(text, text, uuid) IS 'Notes the use of a token of this kind and returns its row, locked: of two who use a single-use token at once the second is refused.';

CREATE OR REPLACE FUNCTION crew.require_self(person uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF person IS NULL THEN
    RAISE EXCEPTION 'log in first' USING ERRCODE = 'insufficient_privilege';
  ELSIF person = platform.active_account() IS NOT TRUE AND NOT (platform.is_privileged() OR platform.is_admin()) THEN
    RAISE EXCEPTION 'person % is somebody else', person USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_self(uuid) IS 'Passes for the person of this request, the owner''s own work and administrators, else an error 42501.';

CREATE OR REPLACE FUNCTION crew.apply(token text, person uuid DEFAULT platform.current_account()) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  t crew.token;
BEGIN
  PERFORM crew.require_self(person);
  t := crew.use_token(token, 'invite', person);
  INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (person, t.campaign_id);
  RETURN t.campaign_id;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'person % has applied already', person USING ERRCODE = 'unique_violation';
END
$$;
COMMENT ON FUNCTION crew.apply(text, uuid) IS 'Applies to the campaign of an invite and returns the campaign. For the person of the request; the owner''s own work and administrators name one.';

CREATE OR REPLACE FUNCTION crew.board(token text, person uuid DEFAULT platform.current_account()) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  t crew.token;
BEGIN
  PERFORM crew.require_self(person);
  t := crew.use_token(token, 'boarding', person);
  INSERT INTO crew.assignment (person_id, vessel_id, "position") VALUES (person, t.vessel_id, t."position");
  RETURN t.vessel_id;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'person % is active crew already', person USING ERRCODE = 'unique_violation';
END
$$;
COMMENT ON FUNCTION crew.board(text, uuid) IS 'Joins the crew of a boarding pass''s vessel and returns the vessel. For the person of the request; the owner''s own work and administrators name one.';
