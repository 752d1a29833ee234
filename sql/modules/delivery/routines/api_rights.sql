-- What applications may do in schema api, of what this module makes there.
CREATE OR REPLACE FUNCTION delivery.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL::text[] FROM (VALUES
    ('projects'), ('work_items'), ('pull_requests'), ('integrations'), ('status_mappings'), ('raw_records')) v (name)
  UNION ALL
  SELECT 'user', w.privilege, 'api.' || w.name, w.columns FROM (VALUES
    ('projects', 'INSERT', '{organization_id,code,name,team,is_active}'::text[]), ('projects', 'UPDATE', '{name,team,is_active}'),
    ('work_items', 'INSERT', '{project,external_id,type,team,title,points,status,created_at}'),
    ('work_items', 'UPDATE', '{type,team,title,points,status}'), ('work_items', 'DELETE', NULL),
    ('integrations', 'INSERT', '{organization_id,kind,name,settings,is_active}'), ('integrations', 'UPDATE', '{name,settings,is_active}'),
    ('status_mappings', 'INSERT', '{organization_id,integration,status,category}'), ('status_mappings', 'UPDATE', '{category}'),
    ('status_mappings', 'DELETE', NULL)) w (name, privilege, columns)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('dora'), ('lead_time_trend'), ('delivery_filters'), ('flow'), ('forecast'), ('reviews'), ('repositories'), ('contributors'),
    ('portfolio'), ('executive'), ('load_records')) f (name);
END;
COMMENT ON FUNCTION delivery.api_rights() IS 'The part of delivery.application_rights() that is about schema api.';
