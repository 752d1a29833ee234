-- Statistics of models under watch: what they give at the edges, what they refuse, and the same however rows come. Values are worked out by
-- hand; the cases of the shared data are in test/pgtap/oversight.
\set VERBOSITY sqlstate
\pset format unaligned
SET extra_float_digits = 0;

CREATE FUNCTION pg_temp.outcome(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE 'SELECT (' || expression || ')::text' INTO r;
  RETURN CASE WHEN r IS NULL THEN 'null' ELSE 'value' END;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
CREATE FUNCTION pg_temp.check_calls(calls text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT CASE WHEN got = want THEN 'ok - ' ELSE format('NOT OK - got %s: ', got) END || want || ' ' || expression
  FROM regexp_split_to_table(btrim(calls, E'\n'), E'\n') WITH ORDINALITY l (line, k),
       LATERAL (SELECT split_part(btrim(line), ' ', 1) AS want, substr(btrim(line), strpos(btrim(line), ' ') + 1) AS expression) e,
       LATERAL pg_temp.outcome(expression) got
  ORDER BY k $$;

-- Drift. The quartiles of 1 to 5 are 2, 3, 4.
SELECT (d).* FROM (SELECT harmony.drift(v, r, 4) AS d FROM (VALUES (5, true), (1, true), (4, true), (2, true), (3, true), (2, false),
  (3, false), (NULL, false), (7, NULL)) s (v, r)) s;
SELECT (d).* FROM (SELECT harmony.drift(v, r) AS d FROM (VALUES (5, true), (NULL, true), (NULL, false)) s (v, r)) s;
SELECT harmony.drift(v, r) IS NULL AS no_row FROM (VALUES (1.0, NULL::boolean)) s (v, r);
SELECT (d).psi, (d).wasserstein_sd, (d).level FROM (SELECT harmony.drift(CASE WHEN r THEN 5 ELSE 5 + i END, r) AS d
  FROM generate_series(1, 400) i, (VALUES (true), (false)) v (r)) s;
SELECT (d).* FROM (SELECT harmony.drift_categories(c, r) AS d FROM (VALUES ('a', true), ('a', true), ('b', true), ('a', false),
  ('c', false), ('b', false), (NULL, false)) s (c, r)) s;
SELECT (d).* FROM (SELECT harmony.drift_categories(c, r) AS d FROM (VALUES ('a', true), (NULL, false)) s (c, r)) s;

-- Performance.
SELECT (p).* FROM (SELECT harmony.binary_performance(y, p, 0.35) AS p FROM (VALUES (false, 0.1), (false, 0.4), (true, 0.35), (true, 0.8),
  (NULL, 0.5), (true, NULL)) s (y, p)) s;
SELECT (p).* FROM (SELECT harmony.binary_performance(y, p) AS p FROM (VALUES (true, 0.5), (true, 1.0)) s (y, p)) s;
SELECT * FROM harmony.auc_difference(0.8, 0.03, 0.7, 0.04);
SELECT * FROM harmony.auc_difference(0.8, 0.03, 0.7, NULL);
SELECT harmony.auc_difference(1.5, 0.03, 0.7, 0.04);
SELECT harmony.auc_difference(0.5, 0.03, 0.7, 'Infinity');
SELECT (p).* FROM (SELECT harmony.regression_performance(y, f) AS p FROM (VALUES (0, 2), (4, 4), (NULL, 1), (1, NULL)) s (y, f)) s;
SELECT (p).* FROM (SELECT harmony.regression_performance(y, f) AS p FROM (VALUES (4, 5), (4, 5)) s (y, f)) s;
SELECT (p).* FROM (SELECT harmony.estimated_performance(p, 0.2) AS p FROM unnest('{0,0.25,0.75,NULL}'::float8[]) p) s;

-- Series and texts.
SELECT harmony.robust_z(7, '{1,2,NULL,3,4,1000}');
SELECT * FROM harmony.ewma_chart('{12,NULL,8}', 10, 1, lambda => 0.5);
SELECT * FROM harmony.ewma_chart('{16}', 10, 1, steady => true);
SELECT * FROM harmony.cusum_chart('{12,12,NULL,13,8}', 10, 1, h => 4);
SELECT harmony.text_embedding(E' A\tb ', 8), harmony.text_embedding('a B', 8) = harmony.text_embedding('A b', 8) AS same;
SELECT array_length(harmony.text_embedding('a'), 1);

SELECT pg_temp.check_calls($$
22023 SELECT harmony.drift('NaN', true)
22023 SELECT harmony.drift('-Infinity', false)
22023 SELECT harmony.drift(1, true, 1)
22023 SELECT harmony.drift(1, true, 1001)
22023 SELECT harmony.drift(i, true, i) FROM generate_series(2, 3) i
22004 SELECT harmony.drift(1, true, NULL)
value SELECT harmony.drift(v, v > 0, 1000) FROM unnest('{5e-324,1.7976931348623157e308,-5e-324,0}'::float8[]) v
22003 SELECT harmony.drift(v, v > 0) FROM unnest('{1.7976931348623157e308,-1.7976931348623157e308}'::float8[]) v
null SELECT harmony.drift(v, true) FROM unnest('{}'::float8[]) v
null SELECT harmony.drift_categories(v, true) FROM unnest('{}'::text[]) v
value SELECT harmony.drift_categories('', true)
22023 SELECT harmony.binary_performance(true, 'NaN')
22023 SELECT harmony.binary_performance(true, 1.5)
22023 SELECT harmony.binary_performance(true, -5e-324)
22023 SELECT harmony.binary_performance(true, 0.5, 1.5)
22023 SELECT harmony.binary_performance(true, 0.5, -0.5)
22023 SELECT harmony.binary_performance(true, 0.5, 'NaN')
22023 SELECT harmony.binary_performance(true, 0.5, i / 2.0) FROM generate_series(0, 1) i
22004 SELECT harmony.binary_performance(true, 0.5, NULL)
null SELECT harmony.binary_performance(NULL, 0.5)
value SELECT harmony.binary_performance(true, 5e-324, 0)
22023 SELECT harmony.estimated_performance('Infinity')
22023 SELECT harmony.estimated_performance(0.5, 2)
22004 SELECT harmony.estimated_performance(0.5, NULL)
null SELECT harmony.estimated_performance(NULL)
value SELECT harmony.estimated_performance(5e-324)
22023 SELECT harmony.regression_performance('NaN', 1)
22023 SELECT harmony.regression_performance(1, 'Infinity')
22003 SELECT harmony.regression_performance(1.7e308, -1.7e308)
value SELECT harmony.regression_performance(v, -v) FROM unnest('{8e307,-8e307,5e-324}'::float8[]) v
null SELECT harmony.regression_performance(NULL, 1)
22023 harmony.robust_z('NaN', '{1,2}')
22023 harmony.robust_z(1, '{1,Infinity}')
22003 harmony.robust_z(1e308, '{0,5e-324,1e-323}')
null harmony.robust_z(1, '{}')
null harmony.robust_z(1, '{NULL}')
null harmony.robust_z(1, '{2,2,2,3}')
null harmony.robust_z(1, NULL)
2202E harmony.robust_z(1, '{{1,2},{3,4}}')
22023 SELECT count(*) FROM harmony.ewma_chart('{1,NaN}', 0, 1)
22023 SELECT count(*) FROM harmony.ewma_chart('{1}', 0, 0)
22023 SELECT count(*) FROM harmony.ewma_chart('{1}', 0, 1, 0)
22023 SELECT count(*) FROM harmony.ewma_chart('{1}', 0, 1, 1.01)
22023 SELECT count(*) FROM harmony.ewma_chart('{1}', 0, 1, 0.2, 0)
22003 SELECT count(*) FROM harmony.ewma_chart('{1}', 1e308, 1e308)
22023 SELECT count(*) FROM harmony.cusum_chart('{1}', 'NaN', 1)
22023 SELECT count(*) FROM harmony.cusum_chart('{1}', 0, -1)
22023 SELECT count(*) FROM harmony.cusum_chart('{1}', 0, 1, -1)
22023 SELECT count(*) FROM harmony.cusum_chart('{1}', 0, 1, 0, 0)
22003 SELECT count(*) FROM harmony.cusum_chart('{1e308,1e308}', 0, 1)
22023 harmony.text_embedding('a', 0)
22023 harmony.text_embedding('a', 16001)
null harmony.text_embedding(E' \t\n', 8)
null harmony.text_embedding('', 8)
value harmony.text_embedding('a', 16000)
$$);

-- The same serial, parallel, shuffled.
CREATE TABLE scored AS
SELECT i, CASE WHEN i % 50 > 0 THEN round((100 * sin(i))::numeric, 1)::float8 END AS v, i % 3 = 0 AS r, 'c' || i % 7 * (i % 2) AS c,
  (1 + sin(i)) / 2 AS p, sin(i) + sin(7 * i) > 0 AS y, cos(i) * i AS f FROM generate_series(1, 40000) i;
ALTER TABLE scored SET (parallel_workers = 3);
CREATE FUNCTION pg_temp.figures(source text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE format('SELECT ROW(harmony.drift(v, r), harmony.drift(v, r, 25), harmony.drift_categories(c, r), harmony.binary_performance(y, p),
    harmony.binary_performance(y, p, 0.3), harmony.regression_performance(v, f), harmony.estimated_performance(p),
    harmony.estimated_performance(p, 0.3))::text FROM %s', source) INTO r;
  RETURN r;
END $$;
SET extra_float_digits = 1;
SET max_parallel_workers_per_gather = 0;
SELECT pg_temp.figures('scored') AS serial \gset
SELECT pg_temp.figures('(SELECT * FROM scored ORDER BY hashint4(i)) s') = :'serial' AS shuffled;
SELECT pg_temp.figures('(SELECT * FROM scored ORDER BY i DESC) s') = :'serial' AS backwards;
SET max_parallel_workers_per_gather = 3; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SELECT pg_temp.figures('scored') = :'serial' AS parallel;
EXPLAIN (COSTS off) SELECT harmony.drift(v, r), harmony.drift_categories(c, r), harmony.binary_performance(y, p),
  harmony.regression_performance(v, f), harmony.estimated_performance(p) FROM scored;
RESET max_parallel_workers_per_gather;

-- By group, in a window, and cancelled.
SELECT sum((d).n_reference + (d).n_current) AS values FROM (SELECT harmony.drift(v, r) AS d FROM scored GROUP BY i % 100) s;
SELECT count(DISTINCT w) FROM (SELECT harmony.estimated_performance(p) OVER (ORDER BY i ROWS 10 PRECEDING) AS w FROM scored LIMIT 100) s;
SET statement_timeout = '60ms';
SELECT harmony.drift(random(), i % 2 = 0) FROM generate_series(1, 3000000) i;
SELECT harmony.binary_performance(random() < 0.5, random()) FROM generate_series(1, 3000000) i;
RESET statement_timeout;
DROP TABLE scored;
