CREATE OR REPLACE FUNCTION oversight.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'USAGE', 'oversight', NULL::text[]
  UNION ALL
  SELECT 'user', 'SELECT', 'oversight.' || t.name, NULL FROM (VALUES
    ('sql_policy'), ('sql_check'), ('lexicon'), ('data_kind'), ('learning_memory'), ('search_source')) t (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'oversight.' || f.name, NULL FROM (VALUES
    ('check_sql'), ('check_sql_intent'), ('check_data'), ('record_feedback'), ('suggest_fix'), ('find_similar'),
    -- what these call with the rights of whoever asks
    ('policy_named'), ('asking_organization'), ('lexicon_options'), ('options_of'), ('judge'), ('count_check'), ('require_member'),
    ('kept_intent'), ('require_feedback')) f (name)
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM oversight.api_rights() r;
END;
COMMENT ON FUNCTION oversight.application_rights() IS
'What applications may do in module oversight; platform.grant_application grants it.';
