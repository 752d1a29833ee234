-- What applications may do here.
CREATE OR REPLACE FUNCTION platform.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  -- What policies call, and defaults of arguments: whoever asks runs them.
  SELECT 'everybody', 'EXECUTE', 'platform.' || f.name, NULL::text[] FROM (VALUES
    ('is_json_object'), ('claims'), ('current_account'), ('active_account'), ('has_role'), ('is_admin'), ('current_organizations'),
    ('is_privileged'), ('is_analyst'), ('has_extension')) f (name)
  UNION ALL
  SELECT a.audience, 'USAGE', 'platform', NULL FROM (VALUES ('anon'), ('user'), ('analyst')) a (audience)
  UNION ALL
  SELECT a.audience, 'USAGE', 'api', NULL FROM (VALUES ('anon'), ('user')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'platform.' || t.name, t.columns FROM (VALUES
    ('account', '{id,email,full_name,is_active,created_at}'::text[]), ('organization', NULL), ('role', NULL), ('account_role', NULL),
    ('membership', NULL), ('outbox', NULL), ('audit_event', NULL), ('limit', NULL),
    ('token', '{id,kind,expires_at,single_use,used_at,revoked_at,created_at}')) t (name, columns)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES ('today'), ('verify_account'), ('raise_conflict')) f (name);
END;
COMMENT ON FUNCTION platform.application_rights() IS
'What applications may do in module platform; platform.grant_application grants it.';
