-- Numbers of documents are read and written in their stored form: the same double as the server's cast of the numeric, bit by
-- bit, and the same bytes as the server's own jsonb.
BEGIN;
SET search_path = public, pg_catalog;
SELECT plan(7);
SELECT setseed(0.5);

-- 0 to 100 with 0 to 30 decimals: a profile with one trait, and a model in which that trait is all.
CREATE TEMP TABLE number AS
SELECT round((100 * random())::numeric + random()::numeric / 1e15, k % 31) AS v FROM generate_series(1, 50000) k
UNION ALL SELECT unnest('{0,0.0,0.00000000000000000000,100,100.000,1e-4,1e-5,1e-16,1e-20,1e-24,1e-300,0.1,0.30000000000000004,'
  '99.99999999999999,12.3456789012,12.34567890123,99990000e-6,0.0001000000000001}'::numeric[]);
SELECT is((SELECT count(*) FROM number
  WHERE harmony.p_ind(jsonb_build_object('cognitive', jsonb_build_object('gca', v)), '{"gca": 1}') IS DISTINCT FROM v::float8), 0::bigint,
    'numbers of a profile');
SELECT is((SELECT count(*) FROM number
  WHERE harmony.mlpsm(0, 0, 0, 0, jsonb_build_object('intercept', v)) IS DISTINCT FROM v::float8), 0::bigint, 'numbers of a model');
SELECT is((SELECT count(*) FROM number
  WHERE harmony.mlpsm(100, 0, 0, 0, jsonb_build_object('intercept', -v, 'p_ind', 1)) IS DISTINCT FROM (-v)::float8 + 100), 0::bigint,
    'negative ones');

SELECT is((SELECT count(*) FROM (SELECT harmony.snapshot('t', 'f', k / 1000.0, k % 2 = 0, now(), 'i', '{}') AS d
  FROM generate_series(0, 100000) k GROUP BY k) s
  WHERE NOT record_image_eq(ROW(d), ROW(d::text::jsonb))), 0::bigint, 'snapshots of every score with three decimals');
SELECT is((SELECT count(*) FROM (SELECT harmony.snapshot(t, 'leadership_preferences', k / 10.0, true, now(), 'i', '{}') AS d
    FROM generate_series(0, 1000) k, unnest('{autonomy,feedback}'::text[]) t GROUP BY k) s
  WHERE NOT record_image_eq(ROW(d), ROW(d::text::jsonb))), 0::bigint, 'preferences, with two decimals');
SELECT is((SELECT count(*)
  FROM unnest((SELECT harmony.match(md5(k::text)::uuid,
  jsonb_build_object('big_five', jsonb_build_object('conscientiousness', k % 101, 'agreeableness', k * 7 % 101, 'neuroticism',
  k * 11 % 101)),
    harmony.match_request('Bosun')) FROM generate_series(1, 2000) k)) m
      WHERE NOT record_image_eq(ROW(m.competencies), ROW(m.competencies::text::jsonb))), 0::bigint, 'competencies of a ranking');
SELECT throws_ok($$SELECT harmony.check_match_request(jsonb_build_object(repeat('k', 1000000), 1))$$, '22023',
  'unrecognized key "' || repeat('k', 64) || '..." in match request', 'of a long key the message shows the beginning');
SELECT * FROM finish();
ROLLBACK;
