-- What applications may do here. Policies say which rows; functions check for themselves who asks. Nothing is granted of what tells who
-- wrote what: commits, reviews and names of people are behind functions that guard groups.
CREATE OR REPLACE FUNCTION delivery.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'USAGE', 'delivery', NULL::text[]
  UNION ALL
  SELECT 'user', 'SELECT', 'delivery.' || t.name, NULL FROM (VALUES
    ('project'), ('team'), ('integration'), ('status'), ('etl_job'), ('deployment'), ('incident'), ('work_item'),
    ('status_change'), ('sprint'), ('sprint_item'), ('benchmark'), ('health_weight'), ('service_level'), ('counted_deployment')) t (name)
  UNION ALL
  SELECT 'user', 'SELECT', 'delivery.raw_record',
         '{id,organization_id,integration_id,project,kind,external_id,received_at,status,error}'::text[]
  UNION ALL
  SELECT 'user', 'SELECT', 'delivery.pull_request',
         '{organization_id,project_id,external_id,created_at,merged_at,closed_at,merge_commit,additions,deletions}'::text[]
  UNION ALL
  SELECT 'user', 'EXECUTE', 'delivery.' || f.name, NULL FROM (VALUES
    -- a member's
    ('load'), ('load_listed'), ('load_records'), ('import_git'), ('import_github'), ('import_jira'), ('verify'), ('dora'),
    ('dora_document'), ('pull_request_times'), ('lead_time_trend'),
    ('flow'), ('forecast'), ('reviews'), ('repositories'), ('contributors'), ('portfolio'), ('executive'), ('delivery_filters'),
    ('delivery_page'),
    -- what import_git calls with the rights of whoever asks
    ('column_named'), ('time_expression'),
    ('add_project'), ('change_project'), ('add_work_item'), ('change_work_item'), ('remove_work_item'), ('shown_pull_requests'),
    ('add_integration'), ('change_integration'), ('map_status'), ('unmap_status'),
    -- an administrator's
    ('map_author'), ('transform'), ('queue_transform')) f (name)
  UNION ALL SELECT 'worker', 'USAGE', 'delivery', NULL
  UNION ALL
  SELECT 'worker', 'EXECUTE', 'delivery.' || f.name, NULL FROM (VALUES ('fetch_work'), ('fetch_page'), ('fetch_ended')) f (name)
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM delivery.api_rights() r;
END;
COMMENT ON FUNCTION delivery.application_rights() IS
'What applications may do in module delivery; platform.grant_application grants it.';
