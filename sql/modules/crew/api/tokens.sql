-- Invites and boarding passes, for employers.

CREATE OR REPLACE VIEW api.tokens WITH (security_invoker = true) AS
  SELECT p.id, p.kind, t.campaign_id AS campaign, t.vessel_id AS vessel, t."position", p.expires_at, p.single_use, p.used_at, p.revoked_at,
         p.created_at
  FROM crew.token t JOIN platform.token p ON p.id = t.token_id;
COMMENT ON VIEW api.tokens IS
'Invites and boarding passes that were issued.

For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
when one for a single use was spent.';

-- Nobody may; without it a join is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.tokens
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

-- The mail: with jobs and messages an invite of its own goes to the address, made when the message is handed out.
CREATE OR REPLACE FUNCTION api.invite(campaign uuid, valid_for interval DEFAULT '14 days', single_use boolean DEFAULT true,
                                      email text DEFAULT NULL) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF email IS NOT NULL THEN
    RAISE EXCEPTION 'invites are not sent by e-mail here' USING ERRCODE = 'feature_not_supported', HINT = 'Hand the token on yourself.';
  END IF;
  PERFORM set_config('response.status', '201', true);
  RETURN crew.invite(campaign, valid_for, single_use);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.invite(uuid, interval, boolean, text) IS
'Makes an invite to a campaign and returns its token, which is not shown again.

For clients of its employer. valid_for: up to a year; single_use: false makes it good for many; email: to whom one is mailed besides. 201
the token. Errors: 400 a time that is none; 403; 429 more than 1,000 in a day.';

-- The mail: as that of an invite.
CREATE OR REPLACE FUNCTION api.boarding_pass(vessel uuid, "position" text, valid_for interval DEFAULT '7 days', email text DEFAULT NULL)
RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF email IS NOT NULL THEN
    RAISE EXCEPTION 'boarding passes are not sent by e-mail here' USING ERRCODE = 'feature_not_supported',
      HINT = 'Hand the token on yourself.';
  END IF;
  PERFORM set_config('response.status', '201', true);
  RETURN crew.boarding_pass(vessel, "position", valid_for);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.boarding_pass(uuid, text, interval, text) IS
'Makes a boarding pass for a position on a vessel and returns its token, which is not shown again.

For clients of the vessel''s employer; the former pass for the position ends. valid_for: up to a year; email: to whom one is mailed
besides. 201 the token. Errors: 400 an unknown position, a time that is none; 403; 429 more than 1,000 in a day.';

SELECT platform.expose('crew.revoke_tokens(uuid, uuid)',
'Ends every token of a campaign or of a vessel; returns how many.

For clients of its employer. campaign, vessel: one of them. Errors: 400 both, or neither; 403.'),
  platform.secure_api();
