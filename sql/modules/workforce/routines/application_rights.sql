-- What applications may do here. Policies say which rows; functions check for themselves who asks. Steps and results are behind functions
-- that join small roles.
CREATE OR REPLACE FUNCTION workforce.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 30
BEGIN ATOMIC
  SELECT 'user', 'USAGE', 'workforce', NULL::text[]
  UNION ALL SELECT 'everybody', 'EXECUTE', 'workforce.' || f.name, NULL FROM (VALUES ('member_organizations'),
    ('organizations_as')) f (name)
  UNION ALL SELECT 'user', 'SELECT', 'workforce.workload', NULL
  UNION ALL
  SELECT 'user', 'SELECT', 'workforce.simulation',
         '{id,organization_id,name,kind,status,done,parts,job,created_by,created_at,started_at,finished_at}'::text[]
  UNION ALL
  SELECT 'user', 'EXECUTE', 'workforce.' || f.name, NULL FROM (VALUES
    ('start_simulation'), ('start_sensitivity'), ('simulation_document'), ('compare_simulations'), ('simulation_tornado'),
    ('seek_simulation'), ('simulation_defaults'), ('task_scores'), ('role_adjacency'), ('workload_from_occupation'), ('job_states'),
    ('shown_status'), ('simulation_page')) f (name)
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM workforce.api_rights() r;
END;
COMMENT ON FUNCTION workforce.application_rights() IS
'What applications may do in module workforce; platform.grant_application grants it.';
