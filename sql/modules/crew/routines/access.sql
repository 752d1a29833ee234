-- Who may ask for what of vessels, campaigns and people, as platform/routines/checks.sql for organisations: a request has to be
-- an administrator's or of the employer whose data it is.

CREATE OR REPLACE FUNCTION crew.current_vessels() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN ARRAY (SELECT v.id FROM crew.vessel v WHERE v.organization_id = ANY (platform.current_organizations()) ORDER BY v.id);
COMMENT ON FUNCTION crew.current_vessels() IS 'The vessels of the employers for which this request acts; what policies compare with.';

CREATE OR REPLACE FUNCTION crew.current_campaigns() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN ARRAY (SELECT c.id FROM crew.campaign c WHERE c.organization_id = ANY (platform.current_organizations()) ORDER BY c.id);
COMMENT ON FUNCTION crew.current_campaigns() IS 'The campaigns of the employers for which this request acts; what policies compare with.';

CREATE OR REPLACE FUNCTION crew.served_vessels() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN ARRAY (SELECT DISTINCT a.vessel_id FROM crew.assignment a
                WHERE a.person_id = platform.active_account() AND a.status <> 'declared' ORDER BY 1);
COMMENT ON FUNCTION crew.served_vessels() IS
'The vessels on which the person of this request serves or served; what policies compare with.';

CREATE OR REPLACE FUNCTION crew.require_vessel(vessel uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF platform.is_privileged() OR platform.is_admin() THEN
    IF NOT EXISTS (SELECT FROM crew.vessel v WHERE v.id = vessel) THEN
      RAISE EXCEPTION 'vessel % does not exist', vessel USING ERRCODE = 'invalid_parameter_value';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM crew.vessel v WHERE v.id = vessel AND v.organization_id = ANY (platform.current_organizations())) THEN
    RAISE EXCEPTION 'vessel % is not one of yours', vessel USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_vessel(uuid) IS
'Passes for the owner''s own work, administrators, and the clients of the vessel''s employer, else an error 42501.';

CREATE OR REPLACE FUNCTION crew.require_campaign(campaign uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF platform.is_privileged() OR platform.is_admin() THEN
    IF NOT EXISTS (SELECT FROM crew.campaign c WHERE c.id = campaign) THEN
      RAISE EXCEPTION 'campaign % does not exist', campaign USING ERRCODE = 'invalid_parameter_value';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM crew.campaign c WHERE c.id = campaign AND c.organization_id = ANY (platform.current_organizations())) THEN
    RAISE EXCEPTION 'campaign % is not one of yours', campaign USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_campaign(uuid) IS
'Passes for the owner''s own work, administrators, and the clients of the campaign''s employer, else an error 42501.';

CREATE OR REPLACE FUNCTION crew.require_persons(persons uuid[]) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  everybody CONSTANT boolean := platform.is_privileged() OR platform.is_admin();
  unknown uuid;
BEGIN
  -- What is computed of them grows with the square of their number.
  IF cardinality(persons) > 200 AND (SELECT count(DISTINCT p.id) FROM unnest(persons) p (id)) > 200 THEN
    RAISE EXCEPTION 'too many persons in one call'
      USING ERRCODE = 'program_limit_exceeded', HINT = 'At most 200.';
  END IF;
  SELECT p.id INTO unknown FROM unnest(persons) p (id)
  WHERE CASE
    WHEN everybody THEN NOT EXISTS (SELECT FROM platform.account a WHERE a.id = p.id)
    ELSE NOT EXISTS (SELECT FROM crew.candidacy c WHERE c.person_id = p.id AND c.campaign_id = ANY (crew.current_campaigns()))
     AND NOT EXISTS (SELECT FROM crew.assignment a
                     WHERE a.person_id = p.id AND a.status = 'active' AND a.vessel_id = ANY (crew.current_vessels()))
  END LIMIT 1;
  IF FOUND AND everybody THEN
    RAISE EXCEPTION 'person % does not exist', unknown USING ERRCODE = 'invalid_parameter_value';
  ELSIF FOUND THEN
    RAISE EXCEPTION 'person % is neither a candidate nor crew of yours', unknown USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_persons(uuid[]) IS
'Passes if each person is a candidate of a campaign, or active crew of a vessel, of the employers for which this request acts; for
the owner''s own work and administrators if each exists.

Else an error 42501; 54000 for more than 200 persons.';
