-- Invites to a campaign, boarding passes to a vessel's crew: what a token of platform.token leads to.

CREATE OR REPLACE FUNCTION crew.invite(campaign uuid, valid_for interval DEFAULT '14 days', single_use boolean DEFAULT true) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  issued record;
BEGIN
  PERFORM crew.require_campaign(campaign);
  issued := platform.issue_token('invite', valid_for, single_use, (SELECT c.organization_id FROM crew.campaign c WHERE c.id = campaign));
  INSERT INTO crew.token (token_id, campaign_id) VALUES (issued.id, campaign);
  RETURN issued.token;
END
$$;
COMMENT ON FUNCTION crew.invite(uuid, interval, boolean) IS
'Makes an invite to a campaign and returns its token, which is not shown again.

It works once, or until it expires.';

CREATE OR REPLACE FUNCTION crew.boarding_pass(vessel uuid, "position" text, valid_for interval DEFAULT '7 days') RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organization uuid;
  issued record;
BEGIN
  PERFORM crew.require_vessel(vessel), platform.require_expiry(valid_for);
  PERFORM crew.require_position("position");
  -- The lock: one valid pass a vessel and position. Its own employer waits for it, no crew member does: nothing that they do locks the
  -- vessel's row but against its removal.
  SELECT v.organization_id INTO organization FROM crew.vessel v WHERE v.id = vessel FOR NO KEY UPDATE;
  PERFORM platform.revoke_tokens(ARRAY (
    SELECT t.token_id FROM crew.token t WHERE t.vessel_id = vessel AND t."position" = boarding_pass."position"));
  issued := platform.issue_token('boarding', valid_for, false, organization);
  INSERT INTO crew.token (token_id, vessel_id, "position") VALUES (issued.id, vessel, boarding_pass."position");
  RETURN issued.token;
END
$$;
COMMENT ON FUNCTION crew.boarding_pass(uuid, text, interval) IS
'Makes a boarding pass for a position on a vessel and returns its token, which is not shown again.

The former pass for the same position ends (rotation).';

CREATE OR REPLACE FUNCTION crew.revoke_tokens(campaign uuid DEFAULT NULL, vessel uuid DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF num_nonnulls(campaign, vessel) <> 1 THEN
    RAISE EXCEPTION 'name a campaign or a vessel' USING ERRCODE = 'invalid_parameter_value';
  ELSIF campaign IS NOT NULL THEN
    PERFORM crew.require_campaign(campaign);
  ELSE
    PERFORM crew.require_vessel(vessel);
  END IF;
  RETURN platform.revoke_tokens(ARRAY (SELECT t.token_id FROM crew.token t WHERE t.campaign_id = campaign OR t.vessel_id = vessel));
END
$$;
COMMENT ON FUNCTION crew.revoke_tokens(uuid, uuid) IS 'Ends every token of a campaign or of a vessel; returns how many.';

CREATE OR REPLACE FUNCTION crew.resolve(token text) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  valid CONSTANT platform.token := platform.find_token(token, '{invite,boarding}');
BEGIN
  RETURN (
    SELECT jsonb_strip_nulls(jsonb_build_object(
      'kind', valid.kind, 'title', c.title, 'position', coalesce(c."position", t."position"), 'vessel', v.name,
      'employer', o.name, 'expires_at', valid.expires_at))
    FROM crew.token t LEFT JOIN crew.campaign c ON c.id = t.campaign_id
    JOIN crew.vessel v ON v.id = coalesce(t.vessel_id, c.vessel_id) JOIN platform.organization o ON o.id = v.organization_id
    WHERE t.token_id = valid.id);
END
$$;
COMMENT ON FUNCTION crew.resolve(text) IS
'Where a token leads: kind, title, position, vessel, employer, expires_at.

For anybody who holds it; it is not used up.';

CREATE OR REPLACE FUNCTION crew.apply(token text, person uuid DEFAULT platform.current_account()) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  used platform.token;
  campaign uuid;
BEGIN
  PERFORM platform.require_self(person);
  used := platform.use_token(token, 'invite', person);
  INSERT INTO crew.candidacy (person_id, campaign_id)
  SELECT person, t.campaign_id FROM crew.token t WHERE t.token_id = used.id RETURNING campaign_id INTO STRICT campaign;
  RETURN campaign;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'person % has applied already', person USING ERRCODE = 'unique_violation';
END
$$;
COMMENT ON FUNCTION crew.apply(text, uuid) IS
'Applies to the campaign of an invite and returns the campaign.

For the person of the request; the owner''s own work and administrators name one.';

CREATE OR REPLACE FUNCTION crew.board(token text, person uuid DEFAULT platform.current_account()) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  used platform.token;
  vessel uuid;
BEGIN
  PERFORM platform.require_self(person);
  used := platform.use_token(token, 'boarding', person);
  INSERT INTO crew.assignment (person_id, vessel_id, "position")
  SELECT person, t.vessel_id, t."position" FROM crew.token t WHERE t.token_id = used.id RETURNING vessel_id INTO STRICT vessel;
  RETURN vessel;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'person % is active crew already', person USING ERRCODE = 'unique_violation';
END
$$;
COMMENT ON FUNCTION crew.board(text, uuid) IS
'Joins the crew of a boarding pass''s vessel and returns the vessel.

For the person of the request; the owner''s own work and administrators name one.';
