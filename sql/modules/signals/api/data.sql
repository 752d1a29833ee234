-- Facilities, metrics, runs, narratives, models: what signals are made from, for members of the organisation.

CREATE OR REPLACE VIEW api.facilities WITH (security_invoker = true) AS
  SELECT f.organization_id, f.facility_id, f.name, f.system_name, f.encounters, f.valid_from, f.valid_to FROM signals.dim_facility f;
COMMENT ON VIEW api.facilities IS
'Facilities of one''s own organisations, a row each time that the name or the system changed.

For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now.';
COMMENT ON COLUMN api.facilities.organization_id IS 'Whose facility it is: id of organizations.';
COMMENT ON COLUMN api.facilities.facility_id IS 'The facility, as the runs call it.';
COMMENT ON COLUMN api.facilities.name IS 'Its name for people.';
COMMENT ON COLUMN api.facilities.system_name IS 'The system of facilities that it belongs to; null: none is told.';
COMMENT ON COLUMN api.facilities.encounters IS 'Of the newest run of the row; null: not told.';
COMMENT ON COLUMN api.facilities.valid_from IS 'The first run that says so: run_id of runs.';
COMMENT ON COLUMN api.facilities.valid_to IS 'The first run that says otherwise; null: none does.';

CREATE OR REPLACE VIEW api.narratives WITH (security_invoker = true) AS
  SELECT n.organization_id, n.run_id, n.facility_id, coalesce(f.name, n.document ->> 'facility') AS facility, n.generated_at,
         jsonb_build_object('metric', n.document -> 'metric', 'value', n.document -> 'value', 'segments', n.document -> 'segments',
           'up', jsonb_array_length(coalesce(nullif(n.document -> 'up', 'null'), '[]')),
           'down', jsonb_array_length(coalesce(nullif(n.document -> 'down', 'null'), '[]'))) AS summary
  FROM signals.stg_narrative n
  LEFT JOIN signals.int_facility f ON f.organization_id = n.organization_id AND f.run_id = n.run_id AND f.facility_id = n.facility_id;
COMMENT ON VIEW api.narratives IS
'What runs tell of facilities in one''s own organisations: that there is something.

For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative.';
COMMENT ON COLUMN api.narratives.organization_id IS 'Whose run it is: id of organizations.';
COMMENT ON COLUMN api.narratives.run_id IS 'The run: run_id of runs.';
COMMENT ON COLUMN api.narratives.facility_id IS 'The facility, as the run calls it.';
COMMENT ON COLUMN api.narratives.facility IS 'Its name for people; null: not told.';
COMMENT ON COLUMN api.narratives.generated_at IS 'When it was written, in the words of the run; null: not told.';
COMMENT ON COLUMN api.narratives.summary IS '{metric, value, segments, up, down}: up and down count the segments that drive the value so.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.narratives
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.runs WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.loaded_at, r.published_at, r.n_lines, r.rejected, r.status FROM signals.run r;
COMMENT ON VIEW api.runs IS
'Runs of the analytics engine in one''s own organisations.

For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata).';
COMMENT ON COLUMN api.runs.organization_id IS 'Whose run it is: id of organizations.';
COMMENT ON COLUMN api.runs.run_id IS 'Its name; later ones sort behind.';
COMMENT ON COLUMN api.runs.loaded_at IS 'When something of it was loaded last.';
COMMENT ON COLUMN api.runs.published_at IS 'When it was published last; null: never.';
COMMENT ON COLUMN api.runs.n_lines IS 'Lines of its files that were loaded.';
COMMENT ON COLUMN api.runs.rejected IS 'Lines of its files that were not.';
COMMENT ON COLUMN api.runs.status IS 'loaded, published or refused.';

CREATE OR REPLACE VIEW api.experiments WITH (security_invoker = true) AS
  SELECT e.organization_id, e.run_id, e.experiment, e.metric_id, e.scores, e.created_at FROM signals.stg_experiment e;
COMMENT ON VIEW api.experiments IS
'Experiments with models in one''s own organisations, with their scores.

For members, as the runs tell them.';
COMMENT ON COLUMN api.experiments.organization_id IS 'Whose run it is: id of organizations.';
COMMENT ON COLUMN api.experiments.run_id IS 'The run: run_id of runs.';
COMMENT ON COLUMN api.experiments.experiment IS 'Name of the experiment, as the run tells it.';
COMMENT ON COLUMN api.experiments.metric_id IS 'The metric: metric_id of signal_metrics.';
COMMENT ON COLUMN api.experiments.scores IS 'An object of scores by name, as the run tells it.';
COMMENT ON COLUMN api.experiments.created_at IS 'When it was made, in the words of the run; null: not told.';

CREATE OR REPLACE VIEW api.signal_metrics WITH (security_invoker = true) AS
  SELECT DISTINCT m.metric_id, m.name, m.domain, m.category, m.unit, coalesce(m.polarity, (
           SELECT n.polarity FROM signals.raw_node_result n WHERE n.organization_id = m.organization_id AND n.metric_id = m.metric_id
           ORDER BY n.run_id DESC, n.artifact_id DESC LIMIT 1)) AS polarity, m.description
  FROM signals.dim_metric m WHERE m.valid_to IS NULL;
COMMENT ON VIEW api.signal_metrics IS
'Metrics of one''s own organisations, as they are defined now.

For members. polarity: lower_is_better, higher_is_better or target_range.';
COMMENT ON COLUMN api.signal_metrics.metric_id IS 'The metric, as the runs call it.';
COMMENT ON COLUMN api.signal_metrics.name IS 'Its name for people.';
COMMENT ON COLUMN api.signal_metrics.domain IS 'The part of quality that it belongs to, such as safety; other where none is told.';
COMMENT ON COLUMN api.signal_metrics.category IS 'A part of its domain; null: none.';
COMMENT ON COLUMN api.signal_metrics.unit IS 'Of its values, in a word; null: not told.';
COMMENT ON COLUMN api.signal_metrics.polarity IS 'lower_is_better, higher_is_better or target_range.';
COMMENT ON COLUMN api.signal_metrics.description IS 'What it measures, in words; null: not told.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.signal_metrics
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE FUNCTION api.lineage(object text, "column" text DEFAULT NULL)
RETURNS TABLE (object text, "column" text, source text, source_column text, depth integer)
LANGUAGE sql STABLE PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp
AS $$
  SELECT l.object, l."column", l.source, l.source_column, l.depth FROM signals.lineage($1, $2) l
$$;
COMMENT ON FUNCTION api.lineage(text, text) IS
'What a table or view is made of, column by column.

For anybody signed in: it tells of the catalog. object: a name in api or signals, with or without the schema; column: of it, null all. A row
says that a column is made of another one, depth steps away. Errors: 404 no such object or column.';

CREATE OR REPLACE FUNCTION api.ontology_neighbors(vertex text, label text DEFAULT NULL, depth integer DEFAULT 1)
RETURNS TABLE (edge text, label text, vertex text, depth integer)
LANGUAGE sql STABLE PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp
AS $$
  SELECT n.edge, n.label, n.vertex, n.depth FROM signals.ontology_neighbors($1, $2, $3) n
$$;
COMMENT ON FUNCTION api.ontology_neighbors(text, text, integer) IS
'What lies around a node, metric, domain, facility or system.

For members, of their own organisations'' newest runs. vertex: its name; label: node, metric, domain, facility or system, these alone;
depth: 1 to 3 steps. A row a vertex: the edge by which it is reached, and how far it is. Errors: 400 another label or depth.';

SELECT platform.expose('signals.narrative(uuid, text, text, text)',
'What a run tells of a facility.

For members of the organization. facility: its number; format: json, or markdown for {markdown}; run_id: null the newest. Errors: 400
another format; 403; 404 there is none.'),
  platform.expose('signals.metadata(uuid)',
'The state of the data: layers, checks, freshness, runs.

For members. organization: of this one; null: of all one''s own. {layers, checks, freshness, runs}. Errors: 403.'),
  platform.expose('signals.drivers(uuid, text, integer)',
'What drives the models of a metric, the strongest first.

For members of the organization; a row a feature. metric: of signal_metrics; top: 1 to 50. Errors: 400 another top, an unknown metric;
403.'),
  platform.expose('signals.metric_query(uuid, text, text[], jsonb)',
'The mean of a metric by its dimensions.

For members of the organization; a row a key. metric: of signal_metrics; group_by: names of dimensions; filters: {name: value or [values]}.
n: of how many values. Errors: 400 a name that is not there; 403.'),
  platform.secure_api();
