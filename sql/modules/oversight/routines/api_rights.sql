CREATE OR REPLACE FUNCTION oversight.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'SELECT', 'api.learning_memory', NULL::text[]
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('check_sql'), ('check_sql_intent'), ('check_data'), ('record_feedback'), ('suggest_fix'), ('find_similar')) f (name);
END;
COMMENT ON FUNCTION oversight.api_rights() IS 'The part of oversight.application_rights() that is about schema api.';
