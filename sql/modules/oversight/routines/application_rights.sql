-- What applications may do here. Policies say which rows; functions check for themselves who asks.
CREATE OR REPLACE FUNCTION oversight.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'everybody', 'EXECUTE', 'oversight.visible_models', NULL::text[]  -- policies call it
  UNION ALL SELECT a.audience, 'USAGE', 'oversight', NULL FROM (VALUES ('user'), ('monitor')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'oversight.' || t.name, NULL FROM (VALUES
    ('model'), ('prediction_input'), ('drift'), ('metric'), ('metric_value'), ('anomaly'), ('sql_policy'),
    ('sql_check'), ('lexicon'), ('data_kind'), ('learning_memory'), ('search_source')) t (name)
  UNION ALL
  SELECT 'user', 'SELECT', 'oversight.prediction',
         '{id,organization_id,model_id,version,prediction,confidence,outcome,created_at,validated_at}'::text[]
  UNION ALL
  SELECT 'user', 'EXECUTE', 'oversight.' || f.name, NULL FROM (VALUES
    ('add_prediction'), ('set_outcome'), ('model_performance'), ('acknowledge_anomaly'), ('acknowledger_names'), ('oversight_stats'),
    ('check_sql'), ('check_sql_intent'), ('check_data'), ('record_feedback'), ('suggest_fix'), ('find_similar'),
    -- what these call with the rights of whoever asks
    ('policy_named'), ('asking_organization'), ('lexicon_options'), ('options_of'), ('path_of'), ('judge'),
    ('count_check'), ('require_member'),
    ('kept_intent'), ('require_feedback'),
    -- an administrator's
    ('register_model'), ('health_ml')) f (name)
  UNION ALL SELECT 'monitor', 'EXECUTE', 'oversight.health_ml', NULL
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM oversight.api_rights() r;
END;
COMMENT ON FUNCTION oversight.application_rights() IS
'What applications may do in module oversight; platform.grant_application grants it.';
