-- What applications may do here. Reading: policies say which rows. Writing: columns, so that nobody sets times and authors. Functions check
-- for themselves who asks.
CREATE OR REPLACE FUNCTION crew.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'everybody', 'EXECUTE', 'crew.' || f.name, NULL::text[]  -- policies call them
  FROM (VALUES ('current_vessels'), ('current_campaigns'), ('served_vessels')) f (name)
  UNION ALL
  SELECT a.audience, 'USAGE', 'crew', NULL FROM (VALUES ('anon'), ('user')) a (audience)
  UNION ALL
  SELECT a.audience, 'EXECUTE', 'crew.resolve', NULL FROM (VALUES ('anon'), ('user')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'crew.' || t.name, NULL FROM (VALUES
    ('"position"'), ('position_benchmark'), ('safety_rule'), ('survey_kind'), ('disclosure'), ('recommended_action'), ('viewer_context'),
    ('report_item'), ('advice'), ('wording'), ('retraining'), ('assignment'), ('pulse'), ('campaign'),
    ('declared_group'), ('hiring_event'), ('survey'), ('survey_response'), ('token'), ('barrier_lift'),
    ('review_request')) t (name)
  UNION ALL
  SELECT 'user', w.privilege, 'crew.' || w.name, w.columns::text[] FROM (VALUES
    -- not standard errors and number of the newest outcome, which tell the outcomes between two versions
    ('SELECT', 'model_version', '{version,model,origin,n,r_squared,cross_validated_r_squared,is_active,created_at,created_by}'),
    ('SELECT', 'candidacy', '{person_id,campaign_id,status,applied_at,decided_at}'),  -- not the shortlist, which employers have by function
    -- not the snapshots, which hold exact figures (crew.dashboard, crew.fleet)
    ('SELECT', 'vessel',
     '{id,organization_id,name,leader_id,leadership,environment,is_active,toxicity_flag,shown_at,created_at}'),
    -- a person's own
    ('INSERT', 'pulse', '{person_id,vessel_id,given_at,score}'),
    ('INSERT', 'survey_response', '{person_id,survey_id,team_cohesion,workload,leadership,own_performance,intent_to_stay}'),
    ('INSERT', 'assignment', '{person_id,vessel_name,position,status,started_on,ended_on}'),
    ('INSERT', 'declared_group', '{person_id,attribute,group_name}'), ('UPDATE', 'declared_group', '{group_name}'),
    -- a client's
    ('INSERT', 'campaign', '{organization_id,vessel_id,position,title,status}'),
    ('UPDATE', 'campaign', '{vessel_id,position,title,status}')) w (privilege, name, columns)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'crew.' || f.name, NULL FROM (VALUES
    -- a person's
    ('apply'), ('accept_offer'), ('withdraw'), ('applications'), ('board'), ('report'), ('report_readings'), ('request_review'),
    ('give_pulse'), ('remove_experience'), ('remove_group'), ('vessel_names'), ('aboard_until'),
    -- an employer's
    ('add_vessel'), ('set_environment'), ('set_leader'), ('candidates'), ('roster'), ('matching'), ('impact'), ('sensitivity'),
    ('simulate'), ('sociogram'), ('decide'), ('decisions'), ('shortlist'), ('leave'), ('lift_barrier'), ('restore_barrier'),
    ('answer_review'), ('reviews'), ('change_vessel'),
    ('invite'), ('boarding_pass'), ('revoke_tokens'), ('dashboard'), ('dashboard_version'), ('fleet'), ('fleet_version'),
    ('open_survey'), ('close_survey'), ('survey_results'), ('agreement'), ('judge_toxicity'), ('fairness'),
    -- pages of reports
    ('person_page'), ('vessel_page'), ('fleet_page'),
    -- an administrator's
    ('publish_figures'), ('retrain'), ('queue_retraining'), ('activate_model'), ('rebuild_stale'), ('rebuild_snapshots'),
    ('queue_rebuild'), ('verify_snapshots')) f (name)
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM crew.api_rights() r;
END;
COMMENT ON FUNCTION crew.application_rights() IS
'What applications may do in module crew; platform.grant_application grants it.';
