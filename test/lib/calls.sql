-- How to call the routines of good_calls.sql.
-- A good document with one of its values, at any depth, replaced.
CREATE FUNCTION pg_temp.paths(document jsonb) RETURNS SETOF text[] LANGUAGE sql AS $$
  WITH RECURSIVE node (path, value) AS (
    SELECT '{}'::text[], document
    UNION ALL
    SELECT n.path || c.key, c.value FROM node n, LATERAL (
      SELECT key, value FROM jsonb_each(CASE WHEN jsonb_typeof(n.value) = 'object' THEN n.value ELSE '{}' END)
      UNION ALL
      SELECT (k - 1)::text, e FROM jsonb_array_elements(CASE WHEN jsonb_typeof(n.value) = 'array' THEN n.value ELSE '[]' END)
        WITH ORDINALITY a (e, k)) c)
  SELECT path FROM node WHERE path <> '{}' $$;

-- The jsonb that an expression gives.
CREATE FUNCTION pg_temp.document(expression text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE document jsonb;
BEGIN
  EXECUTE format('SELECT (%s)::jsonb FROM (SELECT 3) g (i)', expression) INTO document;
  RETURN document;
END $$;

-- The statement that calls a routine with these arguments; form 0 a plain call or an aggregate over six rows.
CREATE FUNCTION pg_temp.statement(r routine, args text[], form integer DEFAULT 0) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN r.is_aggregate THEN format((ARRAY[
      'SELECT %1$s(%2$s)::text FROM generate_series(1, 6) i',
      'SELECT %1$s(%2$s)::text FROM generate_series(1, 6) i WHERE false',
      'SELECT %1$s(%2$s) FILTER (WHERE i %% 3 = 1)::text FROM generate_series(1, 6) i',
      'SELECT %1$s(DISTINCT %2$s ORDER BY %2$s)::text FROM generate_series(1, 6) i',
      'SELECT string_agg(r::text, '' '') FROM (SELECT %1$s(%2$s) OVER (ORDER BY i) FROM generate_series(1, 6) i) v (r)',
      'SELECT string_agg(r::text, '' '') FROM (SELECT %1$s(%2$s) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT '
        'ROW) FROM generate_series(1, 6) i) v (r)',
      'SELECT string_agg(r::text, '' '') FROM (SELECT %1$s(%2$s) FROM generate_series(1, 6) i GROUP BY GROUPING SETS ((), (i), (i %% 2))) '
        'v (r)'])[form + 1], r.name, a.list)
    ELSE format('SELECT string_agg(v.r::text, '' '') FROM (SELECT %s(%s) AS r FROM (SELECT 3) g (i) OFFSET 0) v', r.name, a.list) END
  FROM (SELECT string_agg(CASE WHEN r.types[k] = 'internal' THEN v ELSE format('(%s)::%s', v, r.types[k]) END, ', ' ORDER BY k)
    FROM unnest(args) WITH ORDINALITY u (v, k)) a (list) $$;

-- The processor time of this process, which other work on the machine does not lengthen.
CREATE FUNCTION pg_temp.cpu_seconds() RETURNS float8 LANGUAGE sql AS $$
  SELECT (split_part(f, ' ', 14)::float8 + split_part(f, ' ', 15)::float8) / 100 FROM pg_read_file('/proc/self/stat') f $$;
