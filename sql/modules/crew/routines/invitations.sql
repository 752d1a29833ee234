-- Invites to a campaign, boarding passes to a vessel's crew: what a token of platform.token leads to.

CREATE OR REPLACE FUNCTION crew.mail_token(email text, beside bigint) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.send_to_address(email, 'crew.' || p.kind, jsonb_build_object('beside', p.id, 'employer', o.name, 'title', c.title,
    'position', coalesce(c."position", t."position"), 'vessel', v.name, 'expires_on', p.expires_at::date), o.id)
  FROM platform.token p JOIN crew.token t ON t.token_id = p.id LEFT JOIN crew.campaign c ON c.id = t.campaign_id
  JOIN crew.vessel v ON v.id = coalesce(t.vessel_id, c.vessel_id) JOIN platform.organization o ON o.id = v.organization_id
  WHERE p.id = beside;
END
$$;
COMMENT ON FUNCTION crew.mail_token(text, bigint) IS
'Has a token mailed that leads where this one leads, for a single use and as long (template crew.invite or crew.boarding).';

CREATE OR REPLACE FUNCTION crew.issue_mailed_token(message platform.outbox, OUT id bigint, OUT token text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  beside platform.token;
  issued record;
BEGIN
  -- The lock: whoever ends it meanwhile waits, and then finds the token that is made here.
  SELECT p.* INTO beside FROM platform.token p WHERE p.id = ((message).parameters ->> 'beside')::bigint FOR SHARE;
  IF beside.revoked_at IS NOT NULL OR (beside.expires_at > now()) IS NOT TRUE THEN
    RAISE EXCEPTION 'the token beside which it was to be sent has ended' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  issued := platform.issue_token(beside.kind, beside.expires_at - now(), true, beside.organization_id);
  INSERT INTO crew.token (token_id, campaign_id, vessel_id, "position")
  SELECT issued.id, t.campaign_id, t.vessel_id, t."position" FROM crew.token t WHERE t.token_id = beside.id;
  id := issued.id;
  token := issued.token;
END
$$;
COMMENT ON FUNCTION crew.issue_mailed_token(platform.outbox) IS
'What {{token}} stands for in the templates crew.invite and crew.boarding: a token that leads where the one it was written beside leads,
and ends when that does, made when the message is handed out. That one ended by its employer: 22023, and the message is not sent.';

CREATE OR REPLACE FUNCTION crew.invite(
  campaign uuid, valid_for interval DEFAULT '14 days', single_use boolean DEFAULT true, email text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  issued record;
BEGIN
  PERFORM crew.require_campaign(campaign);
  issued := platform.issue_token('invite', valid_for, single_use, (SELECT c.organization_id FROM crew.campaign c WHERE c.id = campaign));
  INSERT INTO crew.token (token_id, campaign_id) VALUES (issued.id, campaign);
  IF email IS NOT NULL THEN
    PERFORM crew.mail_token(email, issued.id);
  END IF;
  RETURN issued.token;
END
$$;
COMMENT ON FUNCTION crew.invite(uuid, interval, boolean, text) IS
'Makes an invite to a campaign and returns its token, which is not shown again.

It works once, or until it expires. email: to whom an invite of its own is mailed besides, for a single use (22023 no address).';

CREATE OR REPLACE FUNCTION crew.boarding_pass(
  vessel uuid, "position" text, valid_for interval DEFAULT '7 days', email text DEFAULT NULL) RETURNS text
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
  FOR again IN 1 .. 2 LOOP  -- the second time those that were being mailed beside one of them
    PERFORM platform.revoke_tokens(ARRAY (
      SELECT t.token_id FROM crew.token t WHERE t.vessel_id = vessel AND t."position" = boarding_pass."position"));
  END LOOP;
  issued := platform.issue_token('boarding', valid_for, false, organization);
  INSERT INTO crew.token (token_id, vessel_id, "position") VALUES (issued.id, vessel, boarding_pass."position");
  IF email IS NOT NULL THEN
    PERFORM crew.mail_token(email, issued.id);
  END IF;
  RETURN issued.token;
END
$$;
COMMENT ON FUNCTION crew.boarding_pass(uuid, text, interval, text) IS
'Makes a boarding pass for a position on a vessel and returns its token, which is not shown again.

The former passes for the same position end (rotation). email: to whom a pass of its own is mailed besides, for a single use (22023 no
address).';

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
  n := platform.revoke_tokens(ARRAY (SELECT t.token_id FROM crew.token t WHERE t.campaign_id = campaign OR t.vessel_id = vessel));
  -- Again: those that were being mailed beside one of them, which this has waited for.
  RETURN n
    + platform.revoke_tokens(ARRAY (SELECT t.token_id FROM crew.token t WHERE t.campaign_id = campaign OR t.vessel_id = vessel));
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
