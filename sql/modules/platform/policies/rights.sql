-- What applications may do here.
SELECT platform.make_roles();
INSERT INTO platform.pseudonym (account_id) SELECT a.id FROM platform.account a ON CONFLICT DO NOTHING;

DELETE FROM platform.application_right w WHERE w.module = 'platform';
INSERT INTO platform.application_right (module, audience, privilege, object, columns)
SELECT 'platform', a.audience, 'USAGE', 'platform', NULL::text[] FROM (VALUES ('anon'), ('user'), ('analyst')) a (audience)
UNION ALL
SELECT 'platform', 'user', 'SELECT', 'platform.' || t.name, t.columns FROM (VALUES
  ('account', '{id,email,full_name,is_active,created_at}'::text[]), ('organization', NULL), ('role', NULL), ('account_role', NULL),
  ('membership', NULL), ('outbox', NULL), ('audit_event', NULL), ('limit', NULL),
  ('token', '{id,kind,expires_at,single_use,used_at,revoked_at,created_at}')) t (name, columns)
UNION ALL
SELECT 'platform', 'user', 'EXECUTE', 'platform.' || f.name, NULL FROM (VALUES ('today')) f (name);
