-- Single answers as scores: of rating scales, of tests, of a profile's traits.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
SELECT results_eq('SELECT harmony_internal.pomp(v, 1, 10) FROM unnest(ARRAY[1, 4, 10]) v', ARRAY[0, 100.0::float8 * 3 / 9, 100]::float8[],
  '100 (v - 1)/9');
SELECT is(harmony_internal.pomp(2, 1, 10, true), 100.0::float8 * 8 / 9, 'inverted where much is bad');
SELECT is(harmony_internal.pomp(NULL, 1, 10), NULL, 'not answered');
SELECT throws_ok('SELECT harmony_internal.pomp(0, 1, 10)', '22003', NULL, 'an answer outside the scale');
SELECT throws_ok('SELECT harmony_internal.pomp(1, 10, 1)', '22023', NULL, 'no scale');

SELECT results_eq('SELECT harmony_internal.score_level(v) FROM unnest(ARRAY[0, 30, 30.01, 70, 70.01, 100]::float8[]) v',
  '{low,low,medium,medium,high,high}'::text[], 'levels at their bounds');
SELECT is(harmony_internal.score_level(60, 10, 50), 'high', 'other cut-offs');
SELECT is(harmony_internal.score_level('NaN'), NULL, 'no number, no level');
SELECT throws_ok('SELECT harmony_internal.score_level(1, 50, 49)', '22023', NULL, 'cut-offs in the wrong order');
SELECT throws_ok($$SELECT harmony_internal.score_level(1, 'NaN')$$, '22023', NULL, 'or none');
SELECT results_eq($$SELECT harmony_internal.trait_percent(t, 0.5) FROM unnest('{autonomy,feedback,structure,openness,grit}'::text[]) t$$,
  '{50,50,50,0.5,0.5}'::float8[], 'preferences run to 1 in a profile');

SELECT is(harmony_internal.right_answers('{1,2,NULL,0}', '{1,3,2,4}'), '{1,0,NULL,0}'::float8[], 'right, wrong, not answered, skipped');
SELECT is(harmony_internal.right_answers('{}', '{}'), '{}'::float8[], 'no item');
SELECT is(harmony_internal.trait_right_answers('{1,2,NULL,4}', '{1,3,2,4}', '{a,a,a,b}', 'a'), '{1,0,0}'::float8[],
  'of one trait, where not answered is wrong');
SELECT throws_ok($$SELECT harmony_internal.right_answers('{1}', '{1,2}')$$, '22023', NULL, 'lengths differ');
SELECT throws_ok($$SELECT harmony_internal.right_answers('{1}', '{NULL}')$$, '22004', NULL, 'no right option');
SELECT throws_ok($$SELECT harmony_internal.trait_right_answers('{1}', '{1}', '{a,b}', 'a')$$, '22023', NULL, 'a trait too many');

-- The view: a test's items against their definition.
INSERT INTO platform.account (id, email) SELECT md5(n::text)::uuid, n || '@example.org' FROM generate_series(1, 5) n;
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT md5(n::text)::uuid, k.instrument_id, (SELECT array_agg(CASE WHEN (p * n) % 5 > 0 THEN (1 + (p * n) % 4)::smallint END ORDER BY p)
    FROM generate_series(1, cardinality(k.keyed)) p)
  FROM generate_series(1, 5) n, assessment.scoring_key k WHERE k.instrument = 'reasoning-18@1';
SELECT results_eq($$SELECT person_id, trait, items FROM assessment.scale_answers WHERE instrument = 'reasoning-18@1' ORDER BY 1, 2$$,
  $$SELECT s.person_id, t.trait, array_agg((s.answers[t.position] IS NOT DISTINCT FROM t.correct_option)::integer::float8
    ORDER BY t.position)
    FROM assessment.submission s JOIN assessment.item t ON t.instrument_id = s.instrument_id GROUP BY s.person_id, s.id, t.trait
      ORDER BY 1, 2$$, 'item scores of a test');
-- An adaptive test asks what the extension asks of the scored answers; 0 is a skipped item, which is wrong.
SELECT is((SELECT assessment.choose_item(i.id, '{1,0,NULL,2}') FROM assessment.instrument i WHERE i.code = 'reasoning-18'),
  (SELECT ROW(p.positions[n.item], n.information, n.theta, n.standard_error, n.n_answered, n.stop)::harmony.next_item
   FROM (SELECT array_agg((CASE t.position WHEN 1 THEN (t.correct_option = 1)::integer WHEN 2 THEN 0 WHEN 4
     THEN (t.correct_option = 2)::integer END)::smallint ORDER BY t.position) AS answers,
                array_agg(q.discrimination ORDER BY t.position) AS a, array_agg(q.difficulty ORDER BY t.position) AS b,
                  array_agg(t.position ORDER BY t.position) AS positions
         FROM assessment.instrument i JOIN assessment.item t ON t.instrument_id = i.id JOIN assessment.item_parameter q
           ON q.instrument_id = t.instrument_id AND q.position = t.position
         WHERE i.code = 'reasoning-18') p, harmony.next_item(p.answers, p.a, p.b) n), 'the next item');
SELECT * FROM finish();
ROLLBACK;
