-- What an employer changes, and how aggregates are kept from telling about single people.

CREATE OR REPLACE FUNCTION crew.set_environment(vessel uuid, environment jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  changed jsonb;
BEGIN
  PERFORM crew.require_vessel(vessel);
  UPDATE crew.vessel v SET environment = jsonb_strip_nulls(v.environment || set_environment.environment)
  WHERE v.id = vessel RETURNING v.environment INTO changed;
  RETURN changed;
END
$$;
COMMENT ON FUNCTION crew.set_environment(uuid, jsonb) IS 'Changes what is named of a vessel''s environment, keeps the rest, removes what is null; returns all of it. Keys and ranges: crew.vessel.environment.';

CREATE OR REPLACE FUNCTION crew.shortlist(campaign uuid, persons uuid[], shortlisted boolean DEFAULT true) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  PERFORM crew.require_campaign(campaign);
  PERFORM FROM crew.campaign c WHERE c.id = campaign AND c.status IN ('open', 'closed') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'campaign % is neither open nor closed', campaign USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  UPDATE crew.candidacy c SET shortlisted = shortlist.shortlisted
  WHERE c.campaign_id = campaign AND c.person_id = ANY (persons) AND c.status = 'pending';
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.shortlist(uuid, uuid[], boolean) IS 'Puts pending candidates of a campaign on its shortlist, or takes them off, while it is open or closed; returns how many.';
