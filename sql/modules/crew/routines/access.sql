-- Who may ask for what of vessels, campaigns and people, as platform/routines/checks.sql for organisations: a request has to be
-- an administrator's or of the employer whose data it is.

CREATE OR REPLACE FUNCTION crew.current_vessels() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (SELECT v.id FROM crew.vessel v WHERE v.organization_id = ANY (platform.current_organizations()) ORDER BY v.id);
END
$$;
COMMENT ON FUNCTION crew.current_vessels() IS 'The vessels of the employers for which this request acts; what policies compare with.';

CREATE OR REPLACE FUNCTION crew.current_campaigns() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (SELECT c.id FROM crew.campaign c WHERE c.organization_id = ANY (platform.current_organizations()) ORDER BY c.id);
END
$$;
COMMENT ON FUNCTION crew.current_campaigns() IS 'The campaigns of the employers for which this request acts; what policies compare with.';

CREATE OR REPLACE FUNCTION crew.live_campaigns() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (SELECT c.id FROM crew.campaign c
                WHERE c.organization_id = ANY (platform.current_organizations()) AND c.status IN ('open', 'closed') ORDER BY c.id);
END
$$;
COMMENT ON FUNCTION crew.live_campaigns() IS
'The campaigns, open or closed, of the employers for which this request acts: whose candidates they may look at.';

CREATE OR REPLACE FUNCTION crew.current_people() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  RETURN ARRAY (
    SELECT c.person_id FROM crew.candidacy c WHERE c.status IN ('pending', 'hired') AND c.campaign_id = ANY (crew.live_campaigns())
    UNION
    SELECT a.person_id FROM crew.assignment a WHERE a.status = 'active' AND a.vessel_id = ANY (crew.current_vessels()));
COMMENT ON FUNCTION crew.current_people() IS
'The people at whom the employers for which this request acts may look, as crew.require_persons says: pending or hired candidates of their
campaigns, open or closed, and active crew. platform.people_of_employers asks it.';

CREATE OR REPLACE FUNCTION crew.served_vessels() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (SELECT DISTINCT a.vessel_id FROM crew.assignment a
                WHERE a.person_id = platform.active_account() AND a.status <> 'declared' ORDER BY 1);
END
$$;
COMMENT ON FUNCTION crew.served_vessels() IS
'The vessels on which the person of this request serves or served; what policies compare with.';

CREATE OR REPLACE FUNCTION crew.sees_everything() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN platform.is_privileged() OR platform.is_admin();
COMMENT ON FUNCTION crew.sees_everything() IS
'Whether this is the owner''s own work or an administrator''s request, which see people''s exact figures; employers see whole numbers.';

CREATE OR REPLACE FUNCTION crew.vessel_names() RETURNS TABLE (vessel uuid, name text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT v.id, v.name FROM crew.vessel v
  WHERE v.id = ANY ((SELECT crew.served_vessels())::uuid[]) OR v.organization_id = ANY ((SELECT platform.current_organizations())::uuid[])
    OR (SELECT crew.sees_everything());
END;
COMMENT ON FUNCTION crew.vessel_names() IS
'The names of the vessels on which the person of this request serves or served, and of those of its employers; for the owner''s own work and
administrators of all.';

CREATE OR REPLACE FUNCTION crew.require_vessel(vessel uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF crew.sees_everything() THEN
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
  IF crew.sees_everything() THEN
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
  everybody CONSTANT boolean := crew.sees_everything();
  campaigns CONSTANT uuid[] := crew.live_campaigns();
  vessels CONSTANT uuid[] := crew.current_vessels();
  unknown uuid;
BEGIN
  PERFORM platform.require_list('persons', persons);
  -- What is computed of them grows with the square of their number.
  PERFORM platform.require_limit('people_in_a_call', cardinality(persons));
  SELECT p.id INTO unknown FROM unnest(persons) p (id)
  WHERE CASE
    WHEN everybody THEN NOT EXISTS (SELECT FROM platform.account a WHERE a.id = p.id)
    ELSE NOT EXISTS (SELECT FROM crew.candidacy c
                     WHERE c.person_id = p.id AND c.status IN ('pending', 'hired') AND c.campaign_id = ANY (campaigns))
     AND NOT EXISTS (SELECT FROM crew.assignment a WHERE a.person_id = p.id AND a.status = 'active' AND a.vessel_id = ANY (vessels))
  END LIMIT 1;
  IF FOUND AND everybody THEN
    RAISE EXCEPTION 'person % does not exist', unknown USING ERRCODE = 'invalid_parameter_value';
  ELSIF FOUND THEN
    RAISE EXCEPTION 'person % is neither a candidate nor crew of yours', unknown USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_persons(uuid[]) IS
'Passes if each person is a pending or hired candidate of a campaign that is open or closed, or active crew of a vessel, of the employers
for which this request acts; for the owner''s own work and administrators if each exists.

Whoever was rejected, withdrew, or applied to a campaign that is archived is like anybody else: later answers are not for its employer.

Else an error 42501; 54000 for more than 200 persons; as platform.require_list for what is no list of persons.';

CREATE OR REPLACE FUNCTION crew.require_candidate(campaign uuid, person uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_campaign(campaign);
  IF NOT EXISTS (SELECT FROM crew.candidacy c WHERE c.person_id = person AND c.campaign_id = campaign) THEN
    RAISE EXCEPTION 'person % is no candidate of campaign %', person, campaign USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_candidate(uuid, uuid) IS
'As crew.require_campaign, and the person has applied to it, else an error 22023.';

CREATE OR REPLACE FUNCTION crew.require_settled_vessel(vessel uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT crew.sees_everything() AND EXISTS (
    SELECT FROM crew.vessel v WHERE v.id = vessel AND v.basis_set_in = pg_current_xact_id_if_assigned()) THEN
    RAISE EXCEPTION 'environment, leader or leadership of vessel % has just been set', vessel
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Ask again after the commit.';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_settled_vessel(uuid) IS
'Passes where this transaction has not set the vessel''s environment, leader or leadership, and for the owner''s own work and
administrators, else an error 55000.

Otherwise a request could try one environment or leader after the other, see how predictions turn, and take all of it back: no trail, no
limit.';

CREATE OR REPLACE FUNCTION crew.require_live_campaign(campaign uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_campaign(campaign);
  PERFORM crew.require_settled_vessel((SELECT c.vessel_id FROM crew.campaign c WHERE c.id = campaign));
  IF NOT crew.sees_everything() AND EXISTS (SELECT FROM crew.campaign c WHERE c.id = campaign AND c.status = 'archived') THEN
    RAISE EXCEPTION 'campaign % is archived', campaign USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'crew.decisions(campaign) tells what was decided, and what was known then.';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_live_campaign(uuid) IS
'As crew.require_campaign, and for employers the campaign is not archived, else an error 55000: its candidates are theirs no more.';

CREATE OR REPLACE FUNCTION crew.open_candidates(campaign uuid) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT c.person_id FROM crew.candidacy c JOIN crew.campaign s ON s.id = c.campaign_id
  WHERE c.campaign_id = open_candidates.campaign AND s.status IN ('open', 'closed')
    AND (c.status IN ('pending', 'hired') OR c.status = 'joined' AND EXISTS (
           SELECT FROM crew.assignment a JOIN crew.vessel v ON v.id = a.vessel_id
           WHERE a.person_id = c.person_id AND a.status = 'active' AND v.organization_id = s.organization_id));
END;
COMMENT ON FUNCTION crew.open_candidates(uuid) IS
'The candidates at whose answers a campaign''s employer may look: while the campaign is open or closed, those who are pending or hired, and
those who have joined and still are its crew.';

CREATE OR REPLACE FUNCTION crew.may_be_looked_at(campaign uuid, person uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT FROM crew.open_candidates(campaign) o WHERE o.person_id = person);
COMMENT ON FUNCTION crew.may_be_looked_at(uuid, uuid) IS
'Whether a campaign''s employer may look at a candidate''s answers (crew.open_candidates).';

CREATE OR REPLACE FUNCTION crew.require_open_candidate(campaign uuid, person uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF crew.sees_everything() THEN
    PERFORM crew.require_candidate(campaign, person);
    RETURN;
  END IF;
  PERFORM crew.require_live_campaign(campaign);
  IF NOT crew.may_be_looked_at(campaign, person) THEN
    RAISE EXCEPTION 'person % is no open candidate of campaign %', person, campaign USING ERRCODE = 'insufficient_privilege',
      HINT = 'crew.decisions(campaign) tells what was decided, and what was known then.';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_open_candidate(uuid, uuid) IS
'Passes for the owner''s own work and administrators as crew.require_candidate, for an employer if crew.may_be_looked_at.

Else an error 42501, the same for whoever was rejected, withdrew, never applied or does not exist; of an archived campaign 55000.';
