-- Functions of affinity: what they give, and what they refuse.
\pset format unaligned
\pset null NULL

-- A taste: nothing from nine ratings, from equal ones, from one photo again and again.
CREATE FUNCTION pg_temp.photos(n integer, d integer) RETURNS float8[] LANGUAGE sql AS $$
  SELECT array_agg(r) FROM (SELECT array_agg((i * 7 + j * j * 3 + i * j) % 11 / 2.0::float8 ORDER BY j) AS r
    FROM generate_series(1, n) i, generate_series(1, d) j GROUP BY i ORDER BY i) s $$;
SELECT n, round(lambda::numeric, 6) AS lambda, round(loo_rmse::numeric, 6) AS loo_rmse, cardinality(weights) AS weights
FROM harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,1}');
SELECT n, round(loo_rmse::numeric, 6) AS loo_rmse FROM harmony.fit_preference(pg_temp.photos(12, 3), '{1,2,3,4,5,5,4,NULL,3,2,1,1}');
SELECT harmony.fit_preference(pg_temp.photos(9, 3), '{1,2,3,4,5,5,4,3,2}') AS nine,
  harmony.fit_preference(pg_temp.photos(10, 3), array_fill(4.0::float8, '{10}')) AS equal,
  harmony.fit_preference(array_fill(0.1::float8, '{10,3}'), '{1,2,3,4,5,5,4,3,2,1}') AS same,
  harmony.fit_preference(NULL, '{1}') AS none;
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2}');
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,6}');
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,NaN}');
SELECT harmony.fit_preference(array_fill('NaN'::float8, '{10,3}'), '{1,2,3,4,5,5,4,3,2,1}');
SELECT harmony.fit_preference(array_fill(NULL::float8, '{10,3}'), '{1,2,3,4,5,5,4,3,2,1}');
SELECT harmony.fit_preference('{1,2,3}', '{1,2,3}');
SELECT harmony.fit_preference('{}', '{}');
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,1}', prior => '{1,2}');
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,1}', scale => '{1,2,-1}');
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,1}', scale => '{1,2,1e-320}');
SELECT harmony.fit_preference(pg_temp.photos(10, 3), '{1,2,3,4,5,5,4,3,2,1}', center => '{1,2,NULL}');
-- Bounds other than 1 change nothing.
SELECT harmony.fit_preference(replace(pg_temp.photos(10, 2)::text, '{{', '[-3:6][0:1]={{')::float8[], '[7:16]={1,2,3,4,5,5,4,3,2,1}')
  = harmony.fit_preference(pg_temp.photos(10, 2), '{1,2,3,4,5,5,4,3,2,1}') AS same;

-- Its score of a photo.
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1,0}', '{1,7}', '{2,1}')::harmony.preference, '{3,1e300}');
SELECT harmony.visual_score(NULL, '{1}') AS no_taste, harmony.visual_score(ROW(10, 1, 0.4, NULL, '{1}', '{1}', '{1}'), '{1}') AS half;
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1,0}', '{1,7}', '{2,1}'), '{3}');
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1,0}', '{1,7}', '{2,1}'), '{3,NaN}');
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1,0}', '{1,7}', '{2,1}'), '{3,NULL}');
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1,0}', '{1,7}', '{2,0}'), '{3,1}');
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1,0}', '{1}', '{2,1}'), '{3,1}');
SELECT harmony.visual_score(ROW(-5, 1, 0.4, 2, '{1,0}', '{1,7}', '{2,1}'), '{3,1}');
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{1e308}', '{-1e308}', '{1e-300}'), '{1}');
SELECT harmony.visual_score(ROW(10, 1, 0.4, 2, '{{1}}', '{1}', '{1}'), '{1}');

-- Traits that photos show.
SELECT harmony.trait_preferences('{5,4,1,2,NULL}', '{{0.9,0.1},{0.5,0.2},{0.1,0.8},{0.1,0.9},{1,1}}', '{smile,beard}');
SELECT harmony.trait_preferences('{5,4}', '{{0.9},{0.5}}', '{smile}') AS nothing_disliked;
SELECT harmony.trait_preferences('{5,4}', '{{0.9},{0.5},{0.5}}', '{smile}');
SELECT harmony.trait_preferences('{5,4}', '{{0.9},{1.5}}', '{smile}');
SELECT harmony.trait_preferences('{5,0}', '{{0.9},{0.5}}', '{smile}');
SELECT harmony.trait_preferences('{5,4}', '{{0.9},{0.5}}', '{smile,beard}');
SELECT harmony.trait_preferences('{5,4}', '{{0.9,0.1},{0.5,0.1}}', '{smile,smile}');
SELECT harmony.trait_preferences('{5,4}', '{{0.9},{0.5}}', '{NULL}');
SELECT harmony.visual_total(50, '{}', '{}') AS nothing_known,
  harmony.visual_total(50, '{"smile": {"kind": "mandatory", "value": 0.8}, "hat": {"kind": "preferred", "value": 0.4},
    "beard": {"kind": "aversion", "value": 0.5}}', '{"smile": 1, "hat": null, "beard": 0.5}') AS total;
SELECT harmony.visual_total(101, '{}', '{}');
SELECT harmony.visual_total(50, '{"smile": {"kind": "hated", "value": 0.8}}', '{}');
SELECT harmony.visual_total(50, '{"smile": {"kind": "preferred"}}', '{}');
SELECT harmony.visual_total(50, '{"smile": {"kind": "preferred", "value": 2}}', '{}');
SELECT harmony.visual_total(50, '{"smile": {"kind": "preferred", "value": 1}}', '{"smile": "much"}');
SELECT harmony.visual_total(50, '[]', '{}');
SELECT harmony.visual_total(50, 'null', '{}');
SELECT harmony.visual_total(50, '{"smile": null}', '{}');

-- How alike.
SELECT harmony.trait_similarity('{0,0,0,0,0,0,0}', '{100,100,100,100,100,100,100}') AS opposite,
  harmony.trait_similarity('{1,2,3,4,NULL,NULL,NULL}', '{1,2,3,4,5,6,7}') AS four,
  harmony.trait_similarity('{1,2,3,NULL,NULL,NULL,NULL}', '{1,2,3,4,5,6,7}') AS three,
  harmony.trait_similarity('[3:9]={0,0,0,0,0,0,0}', '{5e-324,0,0,0,0,0,0}', 5) AS other_bounds,
  harmony.trait_similarity(NULL, '{1}') AS none;
SELECT harmony.trait_similarity('{1,2,3,4}', '{1,2,3,4}');
SELECT harmony.trait_similarity('{}', '{}');
SELECT harmony.trait_similarity('{{1,2,3,4,5,6,7}}', '{1,2,3,4,5,6,7}');
SELECT harmony.trait_similarity('{1,2,3,4,5,6,Infinity}', '{1,2,3,4,5,6,7}');
SELECT harmony.trait_similarity('{1,2,3,4,5,6,1e308}', '{1,2,3,4,5,6,7}');
SELECT harmony.trait_similarity('{1,2,3,4,5,6,7}', '{1,2,3,4,5,6,7}', 0);
SELECT harmony.perceived_similarity('{2.5,1.2,-1.8,-1.5,-2.1,-0.8,0.3}', '{3.1,-0.3,-2.2,1.8,-1.8,-1.2,-1.5}', low => -5, high => 5);
SELECT harmony.perceived_similarity('{90,90,90,90,90,90,90}', '{90,90,90,90,90,90,90}', '{1,1,1,1,1,1,NULL}', '{0,0,0,0,0,0,0}') ->> 'raw';
SELECT harmony.perceived_similarity('{1,2,3,NULL,NULL,NULL,NULL}', '{1,2,3,4,5,6,7}') AS three,
  harmony.perceived_similarity('{1,2,3,4,5,6,7}', '{1,2,3,4,5,6,7}', low => NULL) AS no_range;
SELECT harmony.perceived_similarity('{1,2,3,4,5,6,7}', '{1,2,3,4,5,6,101}');
SELECT harmony.perceived_similarity('{1,2,3,4,5,6,7}', '{1,2,3,4,5,6,7}', '{1,1,1,1,1,1,2}');
SELECT harmony.perceived_similarity('{1,2,3,4,5,6,7}', '{1,2,3,4,5,6,7}', '{1}');
SELECT harmony.perceived_similarity('{1,2,3,4,5,6,7}', '{1,2,3,4,5,6,7}', low => 5, high => 5);

-- The most alike of a pool: equal ones by the smaller id, whoever has too few traits is nobody's neighbor.
SELECT n.* FROM (SELECT harmony.trait_neighbors(id, t, 2) AS all_of FROM (VALUES (9::bigint, '{10,10,10,10,10,10,10}'::float8[]),
  (3, '{20,10,10,10,10,10,10}'), (7, '{0,10,10,10,10,10,10}'), (5, '{90,90,90,90,NULL,NULL,NULL}'), (6, '{1,2,3,NULL,NULL,NULL,NULL}'),
  (1, NULL)) v (id, t)) s, unnest(all_of) n;
SELECT harmony.trait_neighbors(id, NULL, 2) AS nobody FROM (VALUES (1::bigint)) v (id);
SELECT harmony.trait_neighbors(NULL, '{1,2,3,4,5,6,7}', 2);
SELECT harmony.trait_neighbors(1, '{1,2,3,4,5,6,7}', 0);
SELECT harmony.trait_neighbors(1, '{1,2,3,4,5,6,7}', i) FROM generate_series(1, 2) i;
SELECT harmony.trait_neighbors(1, '{1,2,3,4,5,6,7}', 2) FROM generate_series(1, 2);
SELECT harmony.trait_neighbors(i, array_fill(i * 101.0::float8, '{7}'), 2) FROM generate_series(0, 1) i;
SELECT harmony.trait_neighbors(1, '{1,2,3}', 2);

-- Willingness.
SELECT harmony.willingness(79.7, 79.7, 52, 91.6);
SELECT harmony.willingness(80, 60, 50, NULL, '{"visual": 1}', 'minimum');
SELECT harmony.willingness(80, NULL, 50, 50) AS one_way, harmony.willingness(80, 80, NULL, NULL) AS one_phase,
  harmony.willingness(80, 80, 50, NULL, '{"visual": 0, "personality": 0}') AS weightless,
  harmony.willingness(0, 0, 0, 0, NULL, NULL) AS zero;
SELECT harmony.willingness(100.5, 80, 50, 50);
SELECT harmony.willingness('NaN', 80, 50, 50);
SELECT harmony.willingness(80, 80, 50, 50, '{"visual": -1}');
SELECT harmony.willingness(80, 80, 50, 50, '{"visual": 0, "personality": 0, "biological": 0}');
SELECT harmony.willingness(80, 80, 50, 50, '{"vision": 1}');
SELECT harmony.willingness(80, 80, 50, 50, '[1]');
SELECT harmony.willingness(80, 80, 50, 50, mean => 'median');
