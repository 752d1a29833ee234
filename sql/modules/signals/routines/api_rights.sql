-- What applications may do in schema api, of what this module makes there.
CREATE OR REPLACE FUNCTION signals.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL::text[] FROM (VALUES
    ('signals'), ('signal_assignments'), ('facilities'), ('narratives'), ('runs'), ('experiments'), ('signal_metrics')) v (name)
  UNION ALL
  SELECT 'user', 'UPDATE', 'api.signals', '{description,why_it_matters}'::text[]
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('signal_filters'), ('signal_detail'), ('signal_contributions'), ('signal_related'), ('signal_children'), ('signal_parents'),
    ('assign_signal'), ('set_signal_status'), ('reopen_signal'), ('snooze_signal'), ('comment_signal'), ('feed'), ('feed_unread'),
    ('mark_read'), ('narrative'), ('metadata'), ('lineage'), ('drivers'), ('metric_query'), ('ontology_neighbors'), ('load_artifacts'),
    ('refresh_layers'),
    ('hydrate_signals')) f (name);
END;
COMMENT ON FUNCTION signals.api_rights() IS 'The part of signals.application_rights() that is about schema api.';
