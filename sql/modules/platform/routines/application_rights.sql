-- What applications may do here.
CREATE OR REPLACE FUNCTION platform.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT a.audience, 'USAGE', 'platform', NULL::text[] FROM (VALUES ('anon'), ('user'), ('analyst'), ('worker')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'platform.' || t.name, t.columns FROM (VALUES
    ('account', '{id,email,full_name,is_active,created_at}'::text[]), ('organization', NULL), ('role', NULL), ('account_role', NULL),
    ('membership', NULL), ('outbox', NULL), ('audit_event', NULL), ('limit', NULL),
    ('job', '{id,kind,status,priority,progress,message,result,error,batch_id,owner_id,attempt,run_at,created_at,started_at,finished_at}'),
    ('job_history', NULL), ('schedule', NULL),
    ('token', '{id,kind,expires_at,single_use,used_at,revoked_at,created_at}')) t (name, columns)
  UNION ALL
  SELECT 'user', 'UPDATE', 'platform.schedule', '{every,is_active}'
  UNION ALL
  SELECT 'user', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES
    ('today'), ('verify_account'), ('cancel_job'), ('retry_job'), ('run_now')) f (name)
  UNION ALL
  SELECT 'worker', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES
    ('claim_jobs'), ('heartbeat'), ('finish_job'), ('fail_job'), ('release_job'), ('rescue_jobs'), ('run_database_job'),
    ('run_database_jobs'), ('run_jobs'), ('claim_messages'), ('message_sent'), ('message_failed'), ('release_message')) f (name);
END;
COMMENT ON FUNCTION platform.application_rights() IS
'What applications may do in module platform; platform.grant_application grants it.';
