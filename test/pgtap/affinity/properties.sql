-- What holds of any data: order and workers change no bit, arrays mean what the functions of pairs mean, stored tastes score alike.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE TEMP TABLE pool AS
SELECT hashint8extended(i, 1) AS id, (SELECT array_agg(CASE WHEN mod(abs(hashint8extended(i * 7 + t, 2)), 9) > 0
    THEN mod(abs(hashint8extended(i * 7 + t, 3)), 1001) / 10.0::float8 END ORDER BY t) FROM generate_series(1, 7) t) AS traits,
  (SELECT array_agg((hashint8extended(i * 40 + e, 4) / 2.0 ^ 63)::float8 ORDER BY e) FROM generate_series(1, 33) e) AS x
FROM generate_series(1, 400) i;

-- ---- neighbors ----
CREATE TEMP TABLE found AS SELECT n.* FROM (SELECT harmony.trait_neighbors(id, traits, 5) AS all_of FROM pool) s, unnest(all_of) n;
SELECT is_empty('SELECT FROM found JOIN pool a ON a.id = person JOIN pool b ON b.id = other
  WHERE similarity IS DISTINCT FROM harmony.trait_similarity(a.traits, b.traits)', 'a neighbor is as similar as trait_similarity says');
SELECT results_eq($$ SELECT person, other FROM found ORDER BY person, round(similarity::numeric, 9) DESC, other $$,
  $$ SELECT id, other FROM pool a, LATERAL (SELECT b.id AS other, harmony.trait_similarity(a.traits, b.traits) AS s FROM pool b
       WHERE b.id <> a.id AND harmony.trait_similarity(a.traits, b.traits) IS NOT NULL ORDER BY round(harmony.trait_similarity(a.traits,
         b.traits)::numeric, 9) DESC, b.id LIMIT 5) n ORDER BY id, round(s::numeric, 9) DESC, other $$, 'neighbors are the nearest');

-- ---- order of rows, and workers ----
CREATE TABLE spread AS SELECT id / 16 + copy AS id, traits, x FROM pool, generate_series(1, 8) copy;
CREATE TABLE pairs AS SELECT a.i, b.i AS j, mod(abs(hashint8extended(a.i * 1000 + b.i, 5)), 97) / 3.0::float8 AS s,
  mod(abs(hashint8extended(a.i * 1000 + b.i, 6)), 11)::float8 AS r, mod(hashint8extended(a.i * 1000 + b.i, 7), 3) > 0 AS y,
  ARRAY[mod(abs(hashint8extended(a.i * 1000 + b.i, 8)), 101), mod(abs(hashint8extended(a.i * 1000 + b.i, 9)), 101)]::float8[] AS scores
FROM generate_series(1, 60) a (i), generate_series(1, 60) b (i)
WHERE a.i <> b.i AND mod(abs(hashint8extended(a.i * 1000 + b.i, 10)), 4) > 0;
ANALYZE spread, pairs;
CREATE FUNCTION pg_temp.answers(source text, pool text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  EXECUTE format('SELECT md5(concat_ws(''|'', (SELECT harmony.trait_neighbors(id, traits, 3) FROM %2$s),
      (SELECT harmony_internal.best_embeddings(id, x, ''{{1,2,3%3$s},{0,-1,0%3$s}}'', 4, ''cosine'') FROM %2$s),
      (SELECT harmony_internal.best_embeddings(id, x::float4[], ''{1,2,3%3$s}'', 4, ''inner_product'') FROM %2$s),
      (SELECT harmony.stable_matching(i, j, s, r) FROM %1$s), (SELECT harmony.stable_roommates(i, j, s) FROM %1$s WHERE j < 30),
      (SELECT harmony.social_relations(i, j, s) FROM %1$s), (SELECT harmony_internal.phase_validities(i, j, y, scores, 20, 3) FROM %1$s),
      (SELECT harmony_internal.phase_weights(i, j, y, scores, 20, 3) FROM %1$s)))', source, pool, repeat(',0', 30)) INTO answer;
  RETURN answer;
END $$;
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT pg_temp.answers('pairs', 'spread') AS serial \gset
SELECT is(pg_temp.answers('(SELECT * FROM pairs ORDER BY hashint8extended(i * 1000 + j, 11) OFFSET 0) p',
  '(SELECT * FROM spread ORDER BY hashint8extended(id, 11) OFFSET 0) p'), :'serial', 'the order of rows changes no bit');
SET LOCAL max_parallel_workers_per_gather = 3;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; plan text := '';
BEGIN
  FOR line IN EXECUTE 'EXPLAIN ' || query LOOP plan := plan || line || E'\n'; END LOOP;
  RETURN plan;
END $$;
SELECT alike(pg_temp.plan_of(q), '%Finalize Aggregate%', 'parallel: ' || q)
FROM unnest(ARRAY['SELECT harmony.trait_neighbors(id, traits, 3) FROM spread', 'SELECT harmony.stable_matching(i, j, s, r) FROM pairs',
  'SELECT harmony.stable_roommates(i, j, s) FROM pairs', 'SELECT harmony.social_relations(i, j, s) FROM pairs']) q;
SELECT is(pg_temp.answers('pairs', 'spread'), :'serial', 'workers change no bit');

-- ---- a stable set: nobody would rather have somebody who would rather have them ----
CREATE TEMP TABLE matched AS SELECT m[p][1] AS i, m[p][2] AS j
FROM (SELECT harmony.stable_matching(i, j, s, r) AS m FROM pairs) q, generate_subscripts(m, 1) p;
SELECT cmp_ok((SELECT count(*) FROM matched), '>', 50::bigint, 'most are matched');
SELECT is_empty($$
  SELECT FROM pairs p LEFT JOIN (matched JOIN pairs a USING (i, j)) ON matched.i = p.i
    LEFT JOIN (matched n JOIN pairs b USING (i, j)) ON n.j = p.j
  WHERE (a.s IS NULL OR (p.s, -p.j) > (a.s, -a.j)) AND (b.r IS NULL OR (p.r, -p.i) > (b.r, -b.i)) $$, 'no pair blocks it');

-- ---- a taste in a table ----
CREATE TEMP TABLE taste AS SELECT harmony.fit_preference(ARRAY(SELECT x FROM pool ORDER BY id LIMIT 12)::float8[],
  '{1,2,3,4,5,5,4,3,2,1,2,3}') AS p;
SELECT is((SELECT md5(string_agg(harmony.visual_score(p, x)::text, ',' ORDER BY id)) FROM pool, taste),
  (SELECT md5(string_agg(harmony.visual_score(p::text::harmony.preference, x)::text, ',' ORDER BY id)) FROM pool, taste),
  'a taste that went through text scores every photo alike');
-- The score is linear in the embedding, so the exact search finds the best of a pool by it.
SELECT results_eq($$ SELECT id FROM pool, taste ORDER BY (harmony.visual_score(p, x) ->> 'prediction')::float8 DESC LIMIT 10 $$,
  $$ SELECT m.id FROM (SELECT harmony_internal.best_embeddings(id, x, (SELECT array_agg(w / s ORDER BY o)
         FROM unnest((p).weights, (p).scale) WITH ORDINALITY u (w, s, o)), 10, 'inner_product') AS all_of FROM pool, taste GROUP BY p) q,
       unnest(all_of) m $$, 'the exact search finds the photos that score best');
SELECT * FROM finish();
ROLLBACK;
