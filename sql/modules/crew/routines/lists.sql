-- Lists of people with their names.

CREATE OR REPLACE FUNCTION crew.candidates(campaign uuid)
RETURNS TABLE (person uuid, full_name text, email text, status text, shortlisted boolean, applied_at timestamptz, decided_at timestamptz,
               has_profile boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  everything CONSTANT boolean := crew.sees_everything();
BEGIN
  PERFORM crew.require_campaign(campaign);
  RETURN QUERY
  SELECT c.person_id, a.full_name, a.email, c.status, c.shortlisted, c.applied_at, c.decided_at,
         CASE WHEN everything OR o.person_id IS NOT NULL THEN p.psychometric_snapshot IS NOT NULL END
  FROM crew.candidacy c JOIN platform.account a ON a.id = c.person_id LEFT JOIN assessment.profile p ON p.person_id = c.person_id
  LEFT JOIN crew.open_candidates(campaign) o ON o.person_id = c.person_id
  WHERE c.campaign_id = campaign ORDER BY c.applied_at, c.person_id;
END
$$;
COMMENT ON FUNCTION crew.candidates(uuid) IS
'Everybody who applied to a campaign, with name and state.

Who has no profile (has_profile) is not in crew.matching: that person has to answer an instrument first. An employer is not told of who is
no open candidate any more: NULL.';

CREATE OR REPLACE FUNCTION crew.roster(vessel uuid)
RETURNS TABLE (person uuid, full_name text, "position" text, started_on date, is_leader boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_vessel(vessel);
  RETURN QUERY
  SELECT s.person_id, a.full_name, s."position", s.started_on, s.person_id IS NOT DISTINCT FROM v.leader_id
  FROM crew.assignment s JOIN crew.vessel v ON v.id = s.vessel_id JOIN platform.account a ON a.id = s.person_id
  JOIN crew."position" p ON p.name = s."position"
  WHERE s.vessel_id = vessel AND s.status = 'active' ORDER BY p.sort, s.started_on, s.person_id;
END
$$;
COMMENT ON FUNCTION crew.roster(uuid) IS 'The active crew of a vessel, with names, in the order of the positions.';

CREATE OR REPLACE FUNCTION crew.applications(person uuid DEFAULT platform.current_account())
RETURNS TABLE (campaign uuid, title text, "position" text, vessel text, employer text, status text, applied_at timestamptz,
               decided_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(person);
  RETURN QUERY
  SELECT s.id, s.title, s."position", v.name, o.name, c.status, c.applied_at, c.decided_at
  FROM crew.candidacy c JOIN crew.campaign s ON s.id = c.campaign_id JOIN crew.vessel v ON v.id = s.vessel_id
  JOIN platform.organization o ON o.id = s.organization_id
  WHERE c.person_id = person ORDER BY c.applied_at, s.id;
END
$$;
COMMENT ON FUNCTION crew.applications(uuid) IS
'Where the person of the request has applied, and what became of it.

The owner''s own work and administrators name a person.';
