-- A backend does not grow: each function in a statement of many calls, each aggregate in groups and over and over, also when an
-- error ends it after many rows. Measured is what the operating system says of this process (Linux; skipped elsewhere).
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/good_calls.sql

CREATE FUNCTION pg_temp.resident_kb() RETURNS bigint LANGUAGE sql AS $$
  SELECT substring(pg_read_file('/proc/self/status') FROM 'VmRSS:\s+(\d+)')::bigint $$;
-- Runs the statement `warm` times, then `runs` times more; by how many kB the second part grew the process. The smallest of up
-- to three measurements: what leaks grows in each of them, a heap that settles does not.
CREATE FUNCTION pg_temp.growth(statement text, warm integer, runs integer, wanted_error text DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql AS $$
DECLARE before bigint; smallest bigint;
BEGIN
  FOR attempt IN 1 .. 3 LOOP
    FOR k IN 1 .. warm + runs LOOP
      IF k = warm + 1 THEN before := pg_temp.resident_kb(); END IF;
      BEGIN
        EXECUTE statement;
        ASSERT wanted_error IS NULL, 'no error: ' || statement;
      EXCEPTION WHEN OTHERS THEN
        IF SQLSTATE IS DISTINCT FROM wanted_error THEN RAISE; END IF;
      END;
    END LOOP;
    smallest := least(smallest, pg_temp.resident_kb() - before);
    EXIT WHEN smallest < 1024;
  END LOOP;
  RETURN smallest;
END $$;
-- The arguments of a routine, none of them a constant; `when` is a condition on i that each depends on.
CREATE FUNCTION pg_temp.arguments(r routine, condition text) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(format('CASE WHEN %s THEN (%s)::%s END', condition, v, r.types[k]), ', ' ORDER BY k), '') FROM unnest(r.good)
    WITH ORDINALITY u (v, k) $$;
CREATE FUNCTION pg_temp.loop(r routine, calls integer) RETURNS text LANGUAGE sql AS $$
  SELECT format('SELECT count(r) FROM (SELECT %s(%s) AS r FROM generate_series(1, %s) i OFFSET 0) v', r.name,
    pg_temp.arguments(r, 'i > 0'), calls) $$;
-- How many calls take about 30 ms: 500 to 10000, but fewer where those would take over a second.
CREATE FUNCTION pg_temp.affordable(r routine) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE began timestamptz := clock_timestamp(); a_second float8;
BEGIN
  EXECUTE pg_temp.loop(r, 5);
  a_second := 5 / extract(epoch FROM clock_timestamp() - began);
  RETURN ceil(least(10000, greatest(0.03 * a_second, least(500, a_second))));
END $$;
-- One overload of each is enough, and what has the arguments x1 to x16 is one of them.
CREATE TEMP TABLE called AS SELECT DISTINCT ON (name, types[:2]) signature FROM routine r WHERE NOT is_support ORDER BY name, types[:2],
  cardinality(types);

\set linux `test -r /proc/self/status && echo true || echo false`
\if :linux
SELECT pg_temp.resident_kb() > 0 AS warm \gset
SELECT cmp_ok(pg_temp.growth(pg_temp.loop(r, n), 1, 2), '<', 1024::bigint, format('%s in twice %s calls', signature, n))
FROM routine r, LATERAL (SELECT pg_temp.affordable(r)) a (n) WHERE signature IN (TABLE called) AND NOT is_aggregate;
SELECT cmp_ok(pg_temp.growth(format('SELECT %s(%s) FROM generate_series(1, 10000) i GROUP BY i / 20', name, pg_temp.arguments(r, 'i > 0')),
  1, 2), '<', 1024::bigint, signature || ' of 500 groups')
FROM routine r WHERE signature IN (TABLE called) AND is_aggregate;
SELECT cmp_ok(pg_temp.growth(format('SELECT %s(%s) FROM generate_series(1, 5000) i', name, pg_temp.arguments(r, '1 / (5000 - i) >= 0')), 5,
  10, '22012'), '<', 2048::bigint, signature || ' ended by an error')
FROM routine r WHERE signature IN (TABLE called) AND is_aggregate;
\else
SELECT skip('no /proc', 1);
\endif

SELECT * FROM finish();
ROLLBACK;
