-- What applications may do here.
CREATE OR REPLACE FUNCTION platform.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  -- What policies call, and defaults of arguments: whoever asks runs them.
  SELECT 'everybody', 'EXECUTE', 'platform.' || f.name, NULL::text[] FROM (VALUES
    ('is_json_object'), ('claims'), ('current_account'), ('active_account'), ('has_role'), ('is_admin'), ('current_organizations'),
    ('joined_organizations'), ('is_privileged'), ('is_analyst'), ('has_extension'), ('people_of_employers')) f (name)
  UNION ALL
  SELECT a.audience, 'USAGE', 'platform', NULL FROM (VALUES ('anon'), ('user'), ('analyst'), ('monitor'), ('worker')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'platform.' || t.name, t.columns FROM (VALUES
    ('account', '{id,email,full_name,is_active,created_at,phone,location,is_verified,last_login_at}'::text[]),
    ('session', '{id,account_id,user_agent,address,created_at,last_used_at,status}'), ('organization', NULL), ('role', NULL),
      ('account_role', NULL),
    ('membership', NULL), ('outbox', NULL), ('audit_event', NULL), ('limit', NULL),
    ('job', '{id,kind,status,priority,progress,message,result,error,batch_id,owner_id,attempt,attempts_before,
      run_at,created_at,started_at,finished_at}'),
    ('job_history', NULL), ('schedule', NULL), ('document_kind', NULL), ('report_kind', NULL),
    ('document', '{id,owner_id,organization_id,kind,title,file_name,
      media_type,size,sha256,storage,status,problem,expires_on,legal_hold,verified_at,extracted,created_at}'),
    ('token', '{id,kind,expires_at,single_use,used_at,revoked_at,created_at}')) t (name, columns)
  UNION ALL
  SELECT 'user', 'UPDATE', 'platform.account', '{full_name,phone,location}'
  UNION ALL
  SELECT 'user', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES
    ('today'), ('verify_account'), ('hold_document'), ('report_routine'), ('queue_report'),
    ('cancel_job'), ('retry_job'), ('run_now')) f (name)
  UNION ALL
  SELECT 'worker', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES
    ('claim_jobs'), ('heartbeat'), ('finish_job'), ('fail_job'), ('release_job'), ('rescue_jobs'), ('run_database_job'),
    ('run_database_jobs'), ('run_jobs'), ('claim_messages'), ('message_sent'), ('message_failed'), ('release_message'),
    ('document_bytes'), ('report_work'), ('report_made'),
    ('document_work'), ('document_opened'), ('document_checked'), ('document_read')) f (name)
  UNION ALL
  SELECT 'user', 'UPDATE', 'platform.schedule', '{every,is_active}'
  UNION ALL
  SELECT 'user', 'UPDATE', 'platform.document', '{title,expires_on}'
  UNION ALL
  SELECT r.audience, r.privilege, r.object, r.columns FROM platform.api_rights() r;
END;
COMMENT ON FUNCTION platform.application_rights() IS
'What applications may do in module platform; platform.grant_application grants it.';
