-- Networks: what the cases do not have. Figures are counted by hand unless said.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- ---- nothing, one node, loops ----
SELECT is((SELECT harmony.network(false, 1, 2) FROM generate_series(1, 0)), NULL, 'no rows: NULL');
SELECT is((SELECT harmony.communities(1, 1, 1, 2) FROM generate_series(1, 0)), NULL, 'no rows, communities: NULL');
SELECT is((SELECT harmony.network(false, NULL::text, 'a'::text)), NULL, 'a NULL source is no row');
SELECT is(to_jsonb(harmony.network(true, 7, 7)), '{"nodes": 1, "edges": 0, "loops": 1, "density": null, "reciprocity": null,
  "transitivity": null, "components": 1, "largest_component": 1,
  "node": [{"node": "7", "in_degree": 0, "out_degree": 0, "degree": 0, "component": 1}]}'::jsonb, 'a loop alone');
SELECT is(to_jsonb(harmony.network(false, 7, NULL)) -> 'node', '[{"node": "7", "in_degree": null, "out_degree": null, "degree": 0,
  "component": 1}]'::jsonb, 'a NULL target: a node alone');
SELECT is(ARRAY[harmony.betweenness(false, 7, NULL)::text, harmony.closeness(false, 7, NULL)::text,
  harmony.eigenvector(false, 7, NULL)::text, harmony.pagerank(false, 7, NULL)::text],
  ARRAY['{"(7,0)"}', '{"(7,0)"}', '{"(7,1)"}', '{"(7,1)"}'], 'measures of one node');
SELECT is(to_jsonb(harmony.communities(1, 1, 7, NULL)), '{"nodes": 1, "communities": 1, "modularity": null,
  "node": [{"node": "7", "community": 1}]}'::jsonb, 'communities of one node');
SELECT is((SELECT harmony.weighted_betweenness(false, w, s, t)::text FROM (VALUES (1, 'a', 'b'), (NULL, 'b', 'c'), (NULL, 'd', NULL))
  v (w, s, t)), '{"(a,0)","(b,0)","(d,0)"}', 'a NULL weight leaves an edge out, not a node alone');

-- ---- nodes of any type, in the order of their values ----
CREATE FUNCTION pg_temp.nodes(harmony.node_value[]) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(node, ' ' ORDER BY o) FROM unnest($1) WITH ORDINALITY u (node, value, o) $$;
SELECT is(pg_temp.nodes(harmony.pagerank(false, s::bigint, t::smallint)), '-5 -1 2 10', 'whole numbers of two types')
  FROM (VALUES (10, -5), (2, -1)) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, s, t)), 'B a b', 'text by its bytes') FROM (VALUES ('b', 'B'), ('a', 'b')) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, s::varchar(9), t::name)), 'B a b', 'other text types')
  FROM (VALUES ('b', 'B'), ('a', 'b')) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, s::char(3), t::char(5))), 'a b', 'blanks that pad do not count')
  FROM (VALUES ('b', 'a'), ('a', 'b')) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, 'b', 'a')), 'a b', 'literals without a type');
SELECT is(pg_temp.nodes(harmony.pagerank(false, s, t)), '-3 2 10.5', 'numeric; 2 is 2.00')
  FROM (VALUES (10.5, 2.0), (2.00, -3)) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, s, t)), '-Infinity 0 9 10 NaN', 'float8; 0 is -0')
  FROM (VALUES (float8 '10', float8 '9'), ('-0', 'NaN'), ('0', '-Infinity')) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, s, t)), '2026-01-02 2026-02-01 12026-01-01', 'dates')
  FROM (VALUES (date '12026-01-01', date '2026-02-01'), ('2026-01-02', NULL)) v (s, t);
CREATE TYPE pg_temp.shift AS ENUM ('night', 'day');
SELECT is(pg_temp.nodes(harmony.pagerank(false, 'day'::pg_temp.shift, 'night'::pg_temp.shift)), 'night day', 'an enum in its order');
SELECT is(pg_temp.nodes(harmony.pagerank(false, point(10, 1), point(2, 1))), '(10,1) (2,1)', 'without an order: by their text');
SELECT is(pg_temp.nodes(harmony.pagerank(false, s, t)), '2026-02-01 09:00:00+00 2026-11-01 09:00:00+00', 'timestamps')
  FROM (VALUES (timestamptz '2026-11-01 09:00Z', timestamptz '2026-02-01 09:00Z')) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, s, t)), '{2,9} {10,1}', 'arrays') FROM (VALUES ('{10,1}'::int[], '{2,9}'::int[])) v (s, t);
SELECT is(pg_temp.nodes(harmony.pagerank(false, ROW(10, 'a'), ROW(2, 'b'))), '(10,a) (2,b)', 'records: by their text');
CREATE DOMAIN pg_temp.rank AS integer;
SELECT is(pg_temp.nodes(harmony.pagerank(false, 10::pg_temp.rank, 9)), '9 10', 'a domain is as its base');
SELECT throws_ok('SELECT harmony.pagerank(false, 1, ''a''::text)', '42804', 'source and target must be of one type', 'two types');

-- ---- errors ----
SELECT throws_ok(format('SELECT harmony.weighted_%s(false, %L, 1, 2)', f, w), '22023', 'weight must be finite and greater than 0',
    format('weighted_%s of weight %s', f, w))
  FROM unnest('{betweenness,closeness,eigenvector,pagerank}'::text[]) f, unnest('{0,-1,NaN,Infinity,-Infinity}'::float8[]) w;
SELECT throws_ok('SELECT harmony.weighted_communities(1, 1, 0, 1, 2)', '22023', 'weight must be finite and greater than 0',
  'weighted_communities of weight 0');
SELECT throws_ok('SELECT harmony.weighted_pagerank(false, 1e308, v, v + 1) FROM generate_series(1, 9) v', '22003',
  'sum of the weights is out of range', 'weights beyond float8');
SELECT lives_ok('SELECT harmony.weighted_pagerank(true, 5e-324, 1, 2)', 'the smallest weight');
SELECT throws_ok('SELECT harmony.network(NULL, 1, 2)', '22004', 'directed must not be null', 'directed NULL');
SELECT throws_ok('SELECT harmony.network(v > 1, 1, 2) FROM generate_series(1, 2) v', '22023',
  'arguments beside the edges must be the same in all rows', 'directed differs');
SELECT throws_ok(format('SELECT harmony.communities(1, %L, 1, 2)', r), '22023', 'resolution must be finite and not negative',
  'resolution ' || r) FROM unnest('{-1,NaN,Infinity}'::float8[]) r;
SELECT throws_ok('SELECT harmony.communities(NULL, 1, 1, 2)', '22004', 'seed must not be null', 'seed NULL');
SELECT throws_ok('SELECT harmony.communities(1, NULL, 1, 2)', '22004', 'resolution must not be null', 'resolution NULL');

-- ---- one seed, one answer; other seeds may differ ----
CREATE TEMP TABLE ring AS SELECT c * 5 + i AS s, c * 5 + j AS t FROM generate_series(0, 5) c, generate_series(0, 4) i,
  generate_series(0, 4) j WHERE i < j UNION ALL SELECT c * 5, (c + 1) % 6 * 5 + 1 FROM generate_series(0, 5) c;
SELECT is((harmony.communities(seed, 1, s, t)).communities, 6, 'a ring of six cliques, seed ' || seed)
  FROM ring, unnest('{-9223372036854775808,0,1,9223372036854775807}'::bigint[]) seed GROUP BY seed;
SELECT is((harmony.communities(1, 0, s, t)).communities, 1, 'resolution 0: one community') FROM ring;
SELECT is((harmony.communities(1, 1e6, s, t)).communities, 30, 'a large resolution: nodes alone') FROM ring;

-- ---- any order of the rows, any number of workers: the same bits ----
CREATE TABLE edges AS SELECT abs(hashint8extended(i, 1) % 300) AS s, abs(hashint8extended(i, 2) % 300) AS t,
  (1 + abs(hashint8extended(i, 3) % 1000)) / 7.0::float8 AS w FROM generate_series(1, 3000) i;
CREATE FUNCTION pg_temp.all_measures(rows text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE got text;
BEGIN
  EXECUTE format('SELECT (%s)::text FROM ' || rows, (SELECT string_agg(format('harmony.weighted_%s(true, w, s, t)::text', f), ' || ')
      FROM unnest('{betweenness,closeness,eigenvector,pagerank}'::text[]) f)
    || '|| harmony.network(true, s, t)::text || harmony.weighted_communities(5, 1, w, s, t)::text') INTO got;
  RETURN got;
END $$;
SELECT pg_temp.all_measures('edges') AS serial \gset
SELECT is(md5(pg_temp.all_measures('(SELECT * FROM edges ORDER BY hashint8(s * 1000 + t)) e')), md5(:'serial'), 'shuffled');
ALTER TABLE edges SET (parallel_workers = 2);
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.plan(statement text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || statement; END $$;
SELECT ok(EXISTS (SELECT FROM pg_temp.plan('SELECT harmony.weighted_pagerank(true, w, s, t) FROM edges') line WHERE line ~ 'Gather'),
  'a parallel plan');
SELECT is(md5(pg_temp.all_measures('edges')), md5(:'serial'), 'by parallel workers');

-- ---- a cancel is heeded ----
CREATE FUNCTION pg_temp.state_of(call text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN EXECUTE call; RETURN 'none'; EXCEPTION WHEN query_canceled THEN RETURN SQLSTATE; END $$;
CREATE TEMP TABLE many AS SELECT v AS s, abs(hashint8extended(v, k) % 20000) AS t, v::float8 AS w FROM generate_series(1, 20000) v,
  generate_series(1, 20) k;
SET LOCAL statement_timeout = '400ms';
SELECT is(pg_temp.state_of('SELECT harmony.betweenness(false, s, t) FROM many'), '57014', 'betweenness can be cancelled');
SELECT is(pg_temp.state_of('SELECT harmony.weighted_betweenness(true, w, s, t) FROM many'), '57014', 'with weights');
SELECT is(pg_temp.state_of('SELECT harmony.closeness(true, s, t) FROM many'), '57014', 'closeness can be cancelled');
SET LOCAL statement_timeout = 0;

SELECT * FROM finish();
ROLLBACK;
