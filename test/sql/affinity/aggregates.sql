-- Stable pairs, embeddings, social relations and the worth of phases: what they give, and what they refuse.
\pset format unaligned
\pset null NULL

-- Two sides: the first example of Gale and Shapley (1962), either side proposing; ties, gaps and NULL scores.
CREATE TEMP TABLE example AS SELECT * FROM (VALUES (1, 101, 3, 1), (1, 102, 2, 2), (1, 103, 1, 3), (2, 101, 1, 3), (2, 102, 3, 1),
  (2, 103, 2, 2), (3, 101, 2, 2), (3, 102, 1, 3), (3, 103, 3, 1)) v (a, b, s, r);
SELECT harmony.stable_matching(a, b, s, r) AS men, harmony.stable_matching(b, a, r, s) AS women FROM example;
SELECT harmony.stable_matching(a, b, 1, 1) AS tied, harmony.stable_matching(a, b, 1, NULL) AS nobody,
  harmony.stable_matching(a, b, s, r) FILTER (WHERE b <> 103) AS two FROM example;
SELECT harmony.stable_matching(a, b, s, r) AS none FROM example WHERE false;
SELECT harmony.stable_matching(i, -i, 0.1 + 0.2, 5e-324) AS far FROM unnest('{9223372036854775807,-9223372036854775807}'::bigint[]) i;
-- .1 + .2 and .3 differ by rounding alone.
SELECT harmony.stable_matching(1, b, s, 1) FROM (VALUES (8, 0.1::float8 + 0.2), (7, 0.3)) v (b, s);
SELECT harmony.stable_matching(NULL, 1, 1, 1);
SELECT harmony.stable_matching(1, 2, 'NaN', 1);
SELECT harmony.stable_matching(1, 2, 1, '-Infinity');
SELECT harmony.stable_matching(1, 2, i, 1) FROM generate_series(1, 2) i;

-- One side: no stable set exists for four who want each other in a circle, and the fourth last; three, of whom one is left.
SELECT harmony.stable_roommates(a, b, s) FROM (VALUES (1, 2, 3), (1, 3, 2), (1, 4, 1), (2, 3, 3), (2, 1, 2), (2, 4, 1), (3, 1, 3),
  (3, 2, 2), (3, 4, 1), (4, 1, 3), (4, 2, 2), (4, 3, 1)) v (a, b, s);
SELECT harmony.stable_roommates(a, b, -b) AS one_left FROM generate_series(1, 3) a, generate_series(1, 3) b WHERE a <> b;
SELECT harmony.stable_roommates(a, a + 1, 1) AS nobody_chosen_back FROM generate_series(1, 3) a;
SELECT harmony.stable_roommates(a, b, NULL) AS no_scores FROM generate_series(1, 2) a, generate_series(1, 2) b;
SELECT harmony.stable_roommates(1, 1, 1);
SELECT harmony.stable_roommates(1, NULL, 1);
SELECT harmony.stable_roommates(1, 2, 'Infinity');
SELECT harmony.stable_roommates(1, 2, i) FROM generate_series(1, 2) i;

-- Embeddings, in single and double precision, for one query and for two.
CREATE TEMP TABLE photo AS SELECT * FROM (VALUES (4::bigint, '{3,4}'::float8[]), (2, '{3,4}'), (3, '{4,-3}'), (1, '{0,0}'), (5, NULL))
  v (id, x);
SELECT m.* FROM (SELECT harmony_internal.best_embeddings(id, x, '{6,8}', 2, 'cosine') AS found FROM photo) s, unnest(found) m;
SELECT m.* FROM (SELECT harmony_internal.best_embeddings(id, x::float4[], '{{1,0},{0,-1}}', 3, 'inner_product') AS found FROM photo) s,
  unnest(found) m;
SELECT harmony_internal.best_embeddings(id, x, '{1,0}', 2, 'l2') FROM photo;
SELECT harmony_internal.best_embeddings(id, x, '{1,0,0}', 2, 'cosine') FROM photo;
SELECT harmony_internal.best_embeddings(id, x, '{1,NaN}', 2, 'cosine') FROM photo;
SELECT harmony_internal.best_embeddings(id, x, '{}', 2, 'cosine') FROM photo;
SELECT harmony_internal.best_embeddings(id, x, NULL, 2, 'cosine') FROM photo;
SELECT harmony_internal.best_embeddings(1, '{1,NULL}'::float8[], '{1,2}', 2, 'cosine');
SELECT harmony_internal.best_embeddings(1, '{1,Infinity}'::float4[], '{1,2}', 2, 'cosine');
SELECT harmony_internal.best_embeddings(1, '{{1,2}}'::float4[], '{1,2}', 2, 'cosine');
SELECT harmony_internal.best_embeddings(1, '{1e308,1e308}'::float8[], '{1,2}', 2, 'inner_product');
SELECT harmony_internal.best_embeddings(1, '{1}'::float8[], '{1}', 0, 'cosine');

-- Social relations: five who answer about each other; answers that do not tell.
CREATE TEMP TABLE answered AS SELECT a::bigint, b::bigint, (a * 3 + b * 5 + a * b) % 7 AS s
FROM generate_series(1, 5) a, generate_series(1, 5) b WHERE a <> b;
SELECT n, actors, partners, round(mean::numeric, 6) AS mean, round(actor_variance::numeric, 6) AS actor,
  round(partner_variance::numeric, 6) AS partner, round(relationship_variance::numeric, 6) AS relationship,
  round(actor_partner_covariance::numeric, 6) AS both, round(dyadic_covariance::numeric, 6) AS dyad,
  round(relationship_share::numeric, 6) AS share
FROM (SELECT (harmony.social_relations(a, b, s)).* FROM answered) r;
SELECT e.person, given, received, round(actor::numeric, 6) AS actor, round(partner::numeric, 6) AS partner
FROM (SELECT harmony.social_relations(a, b, s) AS r FROM answered WHERE NOT (a = 2 OR b = 4)) q, unnest((r).effects) e;
SELECT harmony.social_relations(a, b, s) IS NULL AS no_rows FROM answered WHERE false;
SELECT harmony.social_relations(1, 2, 5);
SELECT harmony.social_relations(1, 2, NULL);
SELECT harmony.social_relations(1, 1, 5);
SELECT harmony.social_relations(NULL, 1, 5);
SELECT harmony.social_relations(1, 2, 'NaN');
SELECT harmony.social_relations(1, 2, i) FROM generate_series(1, 2) i;
SELECT harmony.social_relations(1, 1 + i, i * 1e308) FROM (VALUES (1), (-1)) v (i);

-- What phases are worth, with limits by a seed.
CREATE TEMP TABLE outcome AS SELECT a::bigint, b::bigint, (a * 5 + b * 3 + a * b) % 4 < 2 AS y,
  ARRAY[(a * 37 + b * 11) % 101, CASE WHEN (a + b) % 5 > 0 THEN (a * b * 13) % 101 END]::float8[] AS s
FROM generate_series(1, 12) a, generate_series(1, 12) b WHERE a <> b AND (a + 2 * b) % 3 > 0;
SELECT phase, pairs, people, round(auc::numeric, 9) AS auc, round(auc_low::numeric, 9) AS low, round(auc_high::numeric, 9) AS high,
  round(brier::numeric, 9) AS brier, round(slope::numeric, 9) AS slope, round(slope_low::numeric, 9) AS slope_low,
  round(slope_high::numeric, 9) AS slope_high, round(incremental_r_squared::numeric, 9) AS incremental
FROM (SELECT harmony_internal.phase_validities(a, b, y, s, 100, 1) AS all_of FROM outcome) q, unnest(all_of) p;
SELECT pairs, willing, round(intercept::numeric, 9) AS intercept,
  (SELECT array_agg(round(c::numeric, 9)) FROM unnest(coefficients) c) AS b,
  (SELECT array_agg(round(c::numeric, 9)) FROM unnest(low) c) AS low,
  (SELECT array_agg(round(c::numeric, 9)) FROM unnest(weights) c) AS weights
FROM (SELECT (harmony_internal.phase_weights(a, b, y, s, 100, 1)).* FROM outcome) q;
SELECT harmony_internal.phase_weights(a, b, y, s, 100, 1) FROM outcome WHERE a < 4;
SELECT harmony_internal.phase_validities(a, b, true, s, 10, 1) FROM outcome WHERE a = 1 AND b = 3;
SELECT harmony_internal.phase_validities(a, b, NULL, s, 10, 1) FROM outcome WHERE a = 1;
SELECT harmony_internal.phase_validities(a, b, y, s, 10, b) FROM outcome;
SELECT harmony_internal.phase_validities(1, 2, true, '{101}', 10, 1);
SELECT harmony_internal.phase_validities(1, 2, true, '{}', 10, 1);
SELECT harmony_internal.phase_validities(1, 1, true, '{10}', 10, 1);
SELECT harmony_internal.phase_validities(1, 2, true, '{10}', -1, 1);
SELECT harmony_internal.phase_validities(1, 2, true, NULL, 10, 1);
