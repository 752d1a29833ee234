-- What tests of module signals share: organisation A, and artifacts of a metric made of numbers.
CREATE FUNCTION pg_temp.org(name text DEFAULT 'A') RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5('harmony signals test '
  || name)::uuid $$;
INSERT INTO platform.organization (id, name) VALUES (pg_temp.org(), 'A');
-- The text of two artifacts: the values of `n` facilities, and their twelve months; facility 1 gets worse by `drift` a month.
CREATE FUNCTION pg_temp.aggregate_of(metric text, n integer, drift float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('type', 'node_metadata', 'canonical_node_id', metric, 'metric_id', metric, 'metric',
    jsonb_build_object('polarity',
           'lower_is_better'), 'canonical_child_node_ids', jsonb_build_array(jsonb_build_object('canonical_child_node_id', metric
             || ' by month',
           'edge_type', 'trends_to')))::text || E'\n'
    || string_agg(jsonb_build_object('entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', 'F' || f)), 'metric',
         jsonb_build_array(jsonb_build_object('metadata', jsonb_build_object('metric_id', metric), 'values',
           10 + f % 7 + CASE f WHEN 1 THEN 6.5 * drift ELSE 0 END)),
         'metadata', jsonb_build_object('facility', 'Facility ' || f, 'systemName', 'S' || f % 2, 'encounters', 100 + f))::text, E'\n'
           ORDER BY f)
  FROM generate_series(1, n) f $$;
CREATE FUNCTION pg_temp.months_of(metric text, n integer, drift float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('type', 'node_metadata', 'canonical_node_id', metric || ' by month', 'metric_id', metric, 'metric',
           jsonb_build_object('polarity', 'lower_is_better'))::text || E'\n'
    || string_agg(jsonb_build_object('entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', 'F' || f)), 'metric',
         jsonb_build_array(jsonb_build_object('metadata', jsonb_build_object('metric_id', metric), 'values', jsonb_build_object('timeline',
           (
           SELECT jsonb_agg(jsonb_build_object('period', 202400 + m, 'value', 10 + f % 7 + (m * f) % 5 * 0.1
             + CASE f WHEN 1 THEN drift * m ELSE 0 END) ORDER BY m) FROM generate_series(1, 12) m)))),
         'metadata', jsonb_build_object('facility', 'Facility ' || f, 'systemName', 'S' || f % 2, 'encounters', 100 + f))::text, E'\n'
           ORDER BY f)
  FROM generate_series(1, n) f $$;
-- Loads both as a run; returns how many lines were loaded.
CREATE FUNCTION pg_temp.load(run text, n integer DEFAULT 20, drift float8 DEFAULT 0, metric text DEFAULT 'm',
  org uuid DEFAULT pg_temp.org())
  RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT (SELECT i.loaded FROM signals.ingest(org, run, metric || '.jsonl', pg_temp.aggregate_of(metric, n, drift)) i)
    + (SELECT i.loaded FROM signals.ingest(org, run, metric || '_month.jsonl', pg_temp.months_of(metric, n, drift)) i) $$;
