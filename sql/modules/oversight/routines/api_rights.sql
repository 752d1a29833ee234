-- What applications may do in schema api, of what this module makes there.
CREATE OR REPLACE FUNCTION oversight.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL::text[] FROM (VALUES
    ('predictions'), ('anomalies'), ('metric_values'), ('learning_memory'), ('sql_policies')) v (name)
  UNION ALL
  SELECT 'user', w.privilege, 'api.predictions', w.columns FROM (VALUES
    ('INSERT', '{organization_id,model,version,input,prediction,confidence}'::text[]), ('UPDATE', '{outcome}')) w (privilege, columns)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('model_performance'), ('acknowledge_anomaly'), ('oversight_stats'), ('health_ml'), ('check_sql'), ('check_sql_intent'),
    ('check_data'), ('record_feedback'), ('suggest_fix'), ('find_similar')) f (name)
  UNION ALL SELECT 'monitor', 'EXECUTE', 'api.health_ml', NULL;
END;
COMMENT ON FUNCTION oversight.api_rights() IS 'The part of oversight.application_rights() that is about schema api.';
