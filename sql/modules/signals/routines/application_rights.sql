-- What applications may do here. Policies say which rows; functions check for themselves who asks. Nothing is granted of what is not
-- published: the values as they were loaded (raw_entity_result), which may be of too few encounters.
CREATE OR REPLACE FUNCTION signals.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'USAGE', 'signals', NULL::text[]
  UNION ALL
  SELECT 'user', 'SELECT', 'signals.' || t.name, NULL FROM (VALUES
    ('run'), ('raw_node_result'), ('stg_node'), ('raw_line'), ('int_facility'), ('dim_facility'), ('dim_metric'), ('cutoff'),
      ('chart_phase'),
    ('layer'), ('quality_check'), ('check_result'), ('monitor_result'), ('build_step'), ('fct_signal'), ('fct_contribution'),
      ('fct_model_driver'),
    ('signal'), ('signal_history'), ('workflow_step'), ('assignment'), ('signal_comment'), ('activity_event'), ('feed_mark'),
    ('node_edge'), ('shown_signal'), ('stg_narrative'), ('stg_experiment')) t (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'signals.' || f.name, NULL FROM (VALUES
    -- a member's
    ('signal_filters'), ('signal_detail'), ('signal_contributions'), ('neighbors_of'), ('assignee_names'), ('assign_signal'),
    ('set_signal_status'), ('reopen_signal'), ('snooze_signal'), ('comment_signal'), ('describe_signal'), ('feed'), ('feed_unread'),
    ('mark_read'), ('narrative'), ('metadata'), ('lineage'), ('drivers'), ('metric_query'), ('ontology_neighbors'),
    ('signal_page'),
    -- an administrator's
    ('ingest'), ('ingest_directory'), ('build'), ('hydrate'), ('verify'), ('queue_load'), ('queue_refresh'), ('queue_hydrate')) f (name)
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM signals.api_rights() r;
END;
COMMENT ON FUNCTION signals.application_rights() IS
'What applications may do in module signals; platform.grant_application grants it.';
