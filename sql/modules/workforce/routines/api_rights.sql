-- What applications may do in schema api, of what this module makes there.
CREATE OR REPLACE FUNCTION workforce.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL::text[] FROM (VALUES ('workloads'), ('simulations')) v (name)
  UNION ALL
  SELECT 'user', w.privilege, 'api.' || w.name, w.columns FROM (VALUES
    ('workloads', 'INSERT', '{organization_id,role,position,name,automatable,skill,time}'::text[]),
    ('workloads', 'UPDATE', '{role,position,name,automatable,skill,time}'), ('workloads', 'DELETE', NULL),
    ('simulations', 'UPDATE', '{name}'), ('simulations', 'DELETE', NULL)) w (name, privilege, columns)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('simulation_defaults'), ('start_simulation'), ('simulation'), ('compare_simulations'), ('simulation_tornado'), ('seek_simulation'),
    ('start_sensitivity'), ('task_scores'), ('role_adjacency')) f (name);
END;
COMMENT ON FUNCTION workforce.api_rights() IS 'The part of workforce.application_rights() that is about schema api.';
