-- What applications may do in schema api, of what this module makes there.
CREATE OR REPLACE FUNCTION crew.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT a.audience, 'EXECUTE', 'api.resolve', NULL::text[] FROM (VALUES ('anon'), ('user')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL FROM (VALUES
    ('positions'), ('survey_kinds'), ('benchmarks'), ('safety_rules'), ('model_versions'), ('vessels'), ('campaigns'), ('tokens'),
    ('assignments'), ('declared_groups'), ('pulses'), ('surveys')) v (name)
  UNION ALL
  SELECT 'user', w.privilege, 'api.' || w.name, w.columns::text[] FROM (VALUES
    ('UPDATE', 'vessels', '{name,leadership,is_active}'),
    ('INSERT', 'campaigns', '{organization,vessel,position,title,status}'), ('UPDATE', 'campaigns', '{vessel,position,title,status}'),
    ('INSERT', 'assignments', '{person,vessel_name,position,status,started_on,ended_on}'), ('DELETE', 'assignments', NULL),
    ('INSERT', 'declared_groups', '{attribute,group_name}'), ('UPDATE', 'declared_groups', '{group_name}'),
    ('DELETE', 'declared_groups', NULL)) w (privilege, name, columns)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('apply'), ('accept_offer'), ('withdraw'), ('applications'), ('board'), ('report'), ('give_pulse'), ('respond'),
    ('add_vessel'), ('set_environment'), ('set_leader'), ('candidates'), ('roster'), ('matching'), ('impact'), ('sensitivity'),
    ('simulate'), ('sociogram'), ('decide'), ('decisions'), ('shortlist'), ('leave'), ('lift_barrier'), ('invite'), ('boarding_pass'),
    ('revoke_tokens'), ('dashboard'), ('fleet'), ('open_survey'), ('close_survey'), ('survey_results'), ('agreement'), ('fairness'),
    ('judge_toxicity'), ('retrain'), ('activate_model'), ('rebuild_snapshots'), ('verify_snapshots'), ('request_review'),
    ('answer_review'), ('review_requests'), ('report_readings')) f (name);
END;
COMMENT ON FUNCTION crew.api_rights() IS 'The part of crew.application_rights() that is about schema api.';
