-- What applications may do over HTTP with this module, in schema api and by what its functions call.
CREATE OR REPLACE FUNCTION platform.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT a.audience, 'USAGE', 'api', NULL::text[] FROM (VALUES ('anon'), ('user'), ('monitor')) a (audience)
  UNION ALL
  SELECT a.audience, 'EXECUTE', 'platform.' || f.name, NULL
  FROM (VALUES ('anon'), ('user'), ('monitor')) a (audience) CROSS JOIN (VALUES
    ('pre_request'), ('raise_conflict'), ('json_argument')) f (name)
  UNION ALL
  SELECT a.audience, 'EXECUTE', s.name || '.health', NULL
  FROM (VALUES ('anon'), ('user'), ('monitor')) a (audience) CROSS JOIN (VALUES ('api'), ('platform')) s (name)
  UNION ALL
  SELECT a.audience, 'EXECUTE', s.name || '.metrics', NULL
  FROM (VALUES ('user'), ('monitor')) a (audience) CROSS JOIN (VALUES ('api'), ('platform')) s (name)
  UNION ALL
  SELECT a.audience, 'EXECUTE', s.name || '.' || f.name, NULL
  FROM (VALUES ('anon'), ('user')) a (audience) CROSS JOIN (VALUES ('api'), ('platform')) s (name) CROSS JOIN (VALUES
    ('register'), ('login'), ('refresh'), ('logout'), ('request_password_reset'), ('reset_password'), ('verify_email')) f (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', s.name || '.' || f.name, NULL FROM (VALUES ('api'), ('platform')) s (name) CROSS JOIN (VALUES
    ('change_password'), ('request_email_verification'), ('revoke_session'), ('event_token'), ('may_listen'),
    ('create_account'), ('set_roles'), ('set_active'), ('create_organization'), ('members'), ('set_member'), ('remove_member'),
    ('export_my_data'), ('erase_me'), ('cancel_erasure'), ('begin_upload'), ('upload_part'), ('upload_parts'), ('complete_upload'),
    ('abort_upload'), ('document_url'), ('document_data'), ('delete_document'), ('verify_document'),
    ('make_report')) f (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES ('cancel_job'), ('retry_job'), ('run_now')) f (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES
    ('my_account'), ('current_session'), ('begun_upload'), ('earlier_answer'), ('keep_answer'), ('is_unchanged')) f (name)
  UNION ALL
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL FROM (VALUES
    ('me'), ('accounts'), ('roles'), ('organizations'), ('audit_events'), ('sessions'), ('jobs'), ('schedules'), ('notifications'),
    ('documents')) v (name)
  UNION ALL
  SELECT 'user', 'UPDATE', v.name, v.columns
  FROM (VALUES ('api.me', '{full_name,phone,location}'::text[]), ('api.schedules', '{every,is_active}'),
    ('api.documents', '{title,expires_on}')) v (name, columns);
END;
COMMENT ON FUNCTION platform.api_rights() IS
'The part of platform.application_rights() that is asked for over HTTP: of schema api, and of the functions that it calls.';
