-- Monitors: is this run like the earlier ones?

CREATE OR REPLACE FUNCTION signals.measures_of(organization uuid, run_id text) RETURNS TABLE (layer text, measure text, value float8)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 20 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen signals.layer;
  nulls text;
BEGIN
  FOR chosen IN SELECT l.* FROM signals.layer l WHERE l.kind = 'incremental' ORDER BY l.name LOOP
    nulls := (SELECT string_agg(format('count(*) FILTER (WHERE t.%I IS NULL)', a.attname), ' + ')
              FROM pg_attribute a WHERE a.attrelid = to_regclass(chosen.name) AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attnotnull);
    RETURN QUERY EXECUTE format('
      SELECT %L, m.measure, m.value FROM (SELECT count(*) AS n, (%s)::float8 AS nulls FROM %s) c
      CROSS JOIN LATERAL (VALUES (''row_count'', c.n::float8), (''null_share'', c.nulls / nullif(c.n * %s, 0))) m (measure, value)',
      chosen.name, coalesce(nulls, '0'), signals.rows_of(chosen.name, NULL), (
        SELECT count(*) FROM pg_attribute a
        WHERE a.attrelid = to_regclass(chosen.name) AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attnotnull))
      USING organization, run_id;
  END LOOP;
  -- How long after the run before it, in days.
  RETURN QUERY
  SELECT 'signals.fct_signal', 'lateness', extract(epoch FROM r.loaded_at - (
    SELECT max(o.loaded_at) FROM signals.run o WHERE o.organization_id = r.organization_id AND o.run_id < r.run_id)) / 86400.0::float8
  FROM signals.run r WHERE r.organization_id = organization AND r.run_id = measures_of.run_id
    AND EXISTS (SELECT FROM signals.layer l WHERE l.name = 'signals.fct_signal');
END
$$;
COMMENT ON FUNCTION signals.measures_of(uuid, text) IS
'What is counted of a run: of each incremental layer the rows and the share of NULL in the columns that may be NULL; and how many days after
the run before it this one was loaded.';

CREATE OR REPLACE FUNCTION signals.measure_run(organization uuid, run_id text) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  DELETE FROM signals.monitor_result m WHERE m.organization_id = organization AND m.run_id = measure_run.run_id;
  -- Beside the earlier runs, never itself. At least a third of what a change has to be lies in a standard deviation, so that equal runs do
  -- not make a molehill a mountain.
  INSERT INTO signals.monitor_result (organization_id, run_id, layer, measure, value, usual, robust_z, is_unusual)
  SELECT organization, measure_run.run_id, n.layer, n.measure, n.value, e.usual, z.robust_z,
         coalesce(abs(z.robust_z) > 3 AND abs(n.value - e.usual) > greatest(0.05 * abs(e.usual), f.floor), false)
  FROM signals.measures_of(organization, measure_run.run_id) n
  CROSS JOIN LATERAL (SELECT CASE n.measure WHEN 'row_count' THEN 1 WHEN 'null_share' THEN 0.01 ELSE 1 / 24.0 END::float8 AS floor) f
  LEFT JOIN LATERAL (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY m.value) AS usual, array_agg(m.value) AS earlier
    FROM signals.monitor_result m
    WHERE m.organization_id = organization AND m.run_id < measure_run.run_id AND m.layer = n.layer AND m.measure = n.measure
      AND m.value IS NOT NULL
    HAVING count(*) >= 7) e ON true
  CROSS JOIN LATERAL (SELECT harmony_internal.robust_z_beside(n.value, e.earlier, f.floor / 3) AS robust_z) z
$$;
COMMENT ON FUNCTION signals.measure_run(uuid, text) IS
'Counts a run (signals.measures_of) and judges it beside at least seven earlier ones: unusual is a robust z beyond 3, a change of more than
5 % of the median, and more than a row, a hundredth of a share, an hour.';
