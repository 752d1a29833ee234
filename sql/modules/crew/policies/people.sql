-- The owner's routines see everything, administrators read everything; the rest is said row by row. Functions in sub-selects run
-- once a statement. What policies call stays when the extension goes, so that the policies stay too; and so does what checks rights and
-- states by itself, so that without the extension a role can do no more than with it.
SELECT platform.secure('crew');
SELECT platform.drop_with_extension('crew', platform.routines_for_everybody('crew')
  || ARRAY['crew.live_campaigns()', 'crew.require_vessel(uuid)', 'crew.require_campaign(uuid)', 'crew.require_persons(uuid[])',
    'crew.sees_everything()', 'crew.require_position(text)', 'crew.check_experience()',
    'crew.check_campaign()', 'crew.check_candidacy()', 'crew.check_assignment()', 'crew.check_hiring_event()',
    'crew.check_model_version()', 'crew.model_activated()', 'crew.check_review()', 'crew.check_pulses()', 'crew.check_survey_responses()',
    'crew.check_survey()', 'crew.audit_decisions()', 'crew.limit_own_rows()',
    'crew.set_pulse_day()', 'crew.aboard_until(date,timestamp with time zone)']::regprocedure[]);

DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'crew'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('CREATE POLICY admin_reads ON %s FOR SELECT USING ((SELECT platform.is_admin()))', relation);
  END LOOP;
END
$$;

-- Content. Positions and kinds of survey for everybody who has logged in; what people are judged by, and the words about
-- them, for employers.
CREATE POLICY logged_in ON crew."position" FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON crew.survey_kind FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY employers ON crew.position_benchmark FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.safety_rule FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.disclosure FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.recommended_action FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.viewer_context FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.report_item FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.advice FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.wording FOR SELECT USING ((SELECT platform.current_organizations()) <> '{}');
CREATE POLICY employers ON crew.model_version FOR SELECT USING (is_active AND (SELECT platform.current_organizations()) <> '{}');

-- A person's rows: the person reads them.
CREATE POLICY own_rows ON crew.assignment FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON crew.pulse FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON crew.candidacy FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON crew.declared_group FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON crew.survey_response FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON crew.review_request FOR SELECT USING (person_id = (SELECT platform.active_account()));

-- What belongs to a vessel, a campaign or an organisation: its employer reads it. Not pulses and answers, which employers see summed
-- up. Hiring events hold outcomes, which are single people's survey answers: employers read crew.decisions() instead.
CREATE POLICY own_vessels ON crew.survey FOR SELECT USING (vessel_id = ANY ((SELECT crew.current_vessels())::uuid[]));
CREATE POLICY own_vessels ON crew.token FOR SELECT USING (vessel_id = ANY ((SELECT crew.current_vessels())::uuid[]));
CREATE POLICY own_campaigns ON crew.candidacy FOR SELECT USING (campaign_id = ANY ((SELECT crew.current_campaigns())::uuid[]));
CREATE POLICY own_campaigns ON crew.barrier_lift FOR SELECT USING (campaign_id = ANY ((SELECT crew.current_campaigns())::uuid[]));
CREATE POLICY own_campaigns ON crew.review_request FOR SELECT USING (campaign_id = ANY ((SELECT crew.current_campaigns())::uuid[]));
CREATE POLICY own_campaigns ON crew.token FOR SELECT USING (campaign_id = ANY ((SELECT crew.current_campaigns())::uuid[]));
CREATE POLICY own_organizations ON crew.vessel FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON crew.campaign FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations ON crew.fleet_snapshot FOR SELECT
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
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
CREATE POLICY own_experience ON crew.assignment FOR INSERT
  WITH CHECK (person_id = (SELECT platform.active_account()) AND status = 'declared');
CREATE POLICY own_experience_removed ON crew.assignment FOR DELETE
  USING (person_id = (SELECT platform.active_account()) AND status = 'declared');
CREATE POLICY own_groups ON crew.declared_group
  USING (person_id = (SELECT platform.active_account())) WITH CHECK (person_id = (SELECT platform.active_account()));
CREATE POLICY own_organizations_add ON crew.campaign FOR INSERT
  WITH CHECK (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
CREATE POLICY own_organizations_change ON crew.campaign FOR UPDATE
  USING (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]))
  WITH CHECK (organization_id = ANY ((SELECT platform.current_organizations())::uuid[]));
