-- Row-level security, forced, on every table. The owner's routines see everything, administrators read everything; the
-- rest is said row by row. Functions in sub-selects run once a statement.
DO $$
DECLARE
  relation text;
BEGIN
  FOR relation IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'crew'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE crew.%I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE crew.%I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY owner_all ON crew.%I TO %I USING (true) WITH CHECK (true)', relation,
      (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = format('crew.%I', relation)::regclass));
    EXECUTE format('CREATE POLICY admin_reads ON crew.%I FOR SELECT USING ((SELECT platform.is_admin()))', relation);
  END LOOP;
  -- Content. Positions and kinds of survey for everybody who has logged in; what people are judged by, and the words about
  -- them, for employers.
  FOREACH relation IN ARRAY ARRAY['position', 'survey_kind'] LOOP
    EXECUTE format('CREATE POLICY logged_in ON crew.%I FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL)', relation);
  END LOOP;
  FOREACH relation IN ARRAY ARRAY['position_benchmark', 'safety_rule', 'disclosure', 'recommended_action', 'viewer_context', 'report_item',
                                  'advice', 'model_version'] LOOP
    EXECUTE format('CREATE POLICY employers ON crew.%I FOR SELECT USING ((SELECT platform.current_organizations()) <> ''{}'')', relation);
  END LOOP;
  -- What hangs on a person: the person reads it.
  FOREACH relation IN ARRAY ARRAY['assignment', 'pulse', 'candidacy', 'declared_group', 'survey_response'] LOOP
    EXECUTE format('CREATE POLICY own_rows ON crew.%I FOR SELECT USING (person_id = (SELECT platform.active_account()))', relation);
  END LOOP;
  -- What hangs on a vessel or a campaign: its employer reads it. Not pulses and answers, which employers see summed up.
  FOREACH relation IN ARRAY ARRAY['survey', 'token'] LOOP
    EXECUTE format('CREATE POLICY own_vessels ON crew.%I FOR SELECT USING (vessel_id = ANY ((SELECT crew.current_vessels())::uuid[]))', relation);
  END LOOP;
  -- Hiring events hold outcomes, which are single people's survey answers: employers read crew.decisions() instead.
  FOREACH relation IN ARRAY ARRAY['candidacy', 'token'] LOOP
    EXECUTE format('CREATE POLICY own_campaigns ON crew.%I FOR SELECT USING (campaign_id = ANY ((SELECT crew.current_campaigns())::uuid[]))', relation);
  END LOOP;
  FOREACH relation IN ARRAY ARRAY['vessel', 'campaign', 'fleet_snapshot'] LOOP
    EXECUTE format('CREATE POLICY own_organizations ON crew.%I FOR SELECT USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]))', relation);
  END LOOP;
END
$$;
CREATE POLICY own_vessels ON crew.assignment FOR SELECT
  USING (status <> 'declared' AND vessel_id = ANY ((SELECT crew.current_vessels())::uuid[]));
CREATE POLICY own_surveys ON crew.survey FOR SELECT
  USING (vessel_id = ANY ((SELECT crew.served_vessels())::uuid[]));

-- What people and employers write themselves; triggers check the rest.
-- A pulse may come a week late, from a vessel out of reach. An answer is of now: aggregates are shown in its order.
CREATE POLICY own_pulse ON crew.pulse FOR INSERT
  WITH CHECK (person_id = (SELECT platform.active_account()) AND given_at >= now() - interval '7 days');
CREATE POLICY own_answer ON crew.survey_response FOR INSERT
  WITH CHECK (person_id = (SELECT platform.active_account()) AND responded_at = now());
CREATE POLICY own_experience ON crew.assignment FOR INSERT WITH CHECK (person_id = (SELECT platform.active_account()) AND status = 'declared');
CREATE POLICY own_experience_removed ON crew.assignment FOR DELETE USING (person_id = (SELECT platform.active_account()) AND status = 'declared');
CREATE POLICY own_groups ON crew.declared_group USING (person_id = (SELECT platform.active_account())) WITH CHECK (person_id = (SELECT platform.active_account()));
CREATE POLICY own_organizations_add ON crew.campaign FOR INSERT
  WITH CHECK (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations_change ON crew.campaign FOR UPDATE
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]))
  WITH CHECK (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));

-- Routines are the owner's until they are granted; what policies call is for everybody, as every query runs it.
-- These stay when the extension goes, so that the policies stay too.
DO $$
DECLARE
  for_policies CONSTANT regprocedure[] := '{crew.current_vessels(),crew.current_campaigns(),crew.served_vessels()}';
  routine regprocedure;
BEGIN
  FOR routine IN SELECT harmony_internal.module_routines('crew') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine);
    IF routine <> ALL (for_policies) THEN
      EXECUTE format('ALTER FUNCTION %s DEPENDS ON EXTENSION harmony', routine);
    END IF;
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION crew.current_vessels(), crew.current_campaigns(), crew.served_vessels() TO PUBLIC;
