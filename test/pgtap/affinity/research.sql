-- What is published of answers: of people who agree to research, of five at least, when it is published and not when it is asked for.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql
SELECT night(1) \g /dev/null
-- Everybody says yes to whose faces score above the middle, and now and then against that.
INSERT INTO affinity.answer (person_id, other_id, is_willing, model, scores)
  SELECT d.person, d.other, (d.score > 50) <> (d.n % 7 = 0), s.model, s.scores FROM (
    SELECT person_a AS person, person_b AS other, visual_ab AS score, row_number() OVER (ORDER BY person_a, person_b) AS n
  FROM affinity.pair
    UNION ALL SELECT person_b, person_a, visual_ba, row_number() OVER (ORDER BY person_b, person_a) FROM affinity.pair) d
  CROSS JOIN LATERAL affinity.scores_of(d.person, d.other) s;

SELECT become('researcher');
SELECT is((SELECT count(auc) FROM api.affinity_validation()), 0::bigint, 'nothing before it is published');
SELECT become(NULL);
SELECT is(affinity.validate(), 3::bigint, 'three phases');
SELECT become('researcher');
CREATE TEMP TABLE told AS SELECT * FROM api.affinity_validation();
SELECT results_eq('SELECT phase, pairs, people FROM told', 'VALUES (1, 132::bigint, 12::bigint), (2, 132, 12), (3, 132, 12)', 'by phase');
SELECT ok(auc > 0.75 AND auc_low <= auc AND auc <= auc_high AND auc_high <= 1 AND brier BETWEEN 0 AND 1 AND slope_low <= slope
  AND slope <= slope_high,
  'faces foretell these answers: auc ' || auc) FROM told WHERE phase = 1;
SELECT ok(abs(auc - 0.5) < 0.25, 'the others do not: auc ' || auc) FROM told WHERE phase > 1;
SELECT ok(max(incremental_r_squared) FILTER (WHERE phase = 1) > 0.2, 'nor add much') FROM told;
SELECT become(NULL);
SELECT ok((SELECT people = 12 AND answers = 132 AND actor_share + partner_share + relationship_share BETWEEN 0.99 AND 1.01
  AND weights[1] > 0.5
  FROM affinity.answer_model), 'what lies in the answers');
-- Answers count with what was shown then, whatever becomes of it; not those of another model, nor of no pair.
CREATE TEMP TABLE researched AS SELECT * FROM affinity.researched_answers();
UPDATE affinity.pair SET visual_ab = 100 - visual_ab, visual_ba = 100 - visual_ba, personality = 1, biological = 20;
SELECT bag_eq('SELECT * FROM affinity.researched_answers()', 'SELECT * FROM researched', 'what pairs score now changes nothing');
SELECT is(affinity.validate(), 3::bigint, 'three phases again');
SELECT become('researcher');
SELECT results_eq('SELECT * FROM api.affinity_validation()', 'SELECT * FROM told', 'and the same figures');
SELECT become('p2');
SELECT affinity.want_to_meet(id('p3'), 'yes') \g /dev/null
SELECT become(NULL);
SELECT ok(w.scores = ARRAY[CASE WHEN p.person_a = id('p2') THEN p.visual_ab ELSE p.visual_ba END, 1, 20] AND w.model = p.model,
    'an answer that is given again has those of now')
  FROM affinity.answer w JOIN affinity.pair p ON p.person_a = least(id('p2'), id('p3')) AND p.person_b = greatest(id('p2'), id('p3'))
  WHERE (w.person_id, w.other_id) = (id('p2'), id('p3'));
SELECT is((SELECT count(*) FROM affinity.researched_answers()), 132::bigint, 'it is one answer');
DELETE FROM affinity.pair WHERE person_a = least(id('p2'), id('p3')) AND person_b = greatest(id('p2'), id('p3'));
SELECT become('p2');
SELECT affinity.want_to_meet(id('p3'), 'no') \g /dev/null
SELECT become(NULL);
SELECT is_empty($$SELECT 1 FROM affinity.answer w WHERE (w.person_id, w.other_id) = (id('p2'), id('p3'))
  AND num_nonnulls(w.model, w.scores) > 0$$, 'without a pair there are none');
SELECT is((SELECT count(*) FROM affinity.researched_answers()), 131::bigint, 'and it is not researched');
SELECT become('p2');
SELECT is((SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(platform.person_data(id('p2')) #> '{affinity.answer,0}') k),
  'answered_at is_willing model other_id person_id', 'an export has the answer, and no finer score than is told');
SELECT become(NULL);
SAVEPOINT answered;
INSERT INTO affinity.model SELECT m.* FROM affinity.active_model() o, jsonb_populate_record(o, '{"version": "2", "is_active": false}') m;
SELECT affinity.use_model('2');
SELECT is_empty('SELECT 1 FROM affinity.researched_answers()', 'answers with scores of another model are not');
SELECT is(affinity.validate(), 0::bigint, 'nor validated');
SELECT is_empty('SELECT 1 FROM affinity.validation UNION ALL SELECT 1 FROM affinity.answer_model', 'what was published of that is gone');
ROLLBACK TO answered;
DELETE FROM affinity.answer WHERE person_id = id('p1');
SELECT become('researcher');
SELECT results_eq('SELECT * FROM api.affinity_validation()', 'SELECT * FROM told', 'who asks again is told the same');
SELECT become(NULL);
SELECT affinity.withdraw_consent(id('p' || n), 'research') FROM generate_series(1, 8) n \g /dev/null
SELECT is(affinity.validate(), 0::bigint, 'of four people nothing');
SELECT is_empty('SELECT 1 FROM affinity.answer_model', 'nor of their answers');
SELECT affinity.give_consent(id('p1'), 'research');
SELECT is(affinity.validate_job('{}'), '{"phases": 3}', 'of five people something');
SELECT affinity.give_consent(id('p' || n), 'research') FROM generate_series(1, 12) n \g /dev/null

-- Groups: both sides have at least five people.
CREATE FUNCTION pg_temp.declare(who integer, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM become('p' || who), affinity.declare_group('origin', name), become(NULL);
END $$;
SELECT pg_temp.declare(n, CASE WHEN n <= 4 THEN 'a' ELSE 'b' END) FROM generate_series(1, 12) n;
SELECT is(affinity.publish_differences(), 0::bigint, 'four against eight are not told');
SELECT pg_temp.declare(5, 'a');
SELECT is(affinity.publish_differences(), 4::bigint, 'five and seven are, in two phases');
SELECT ok((SELECT bool_and(mean = round(mean) AND mean_others = round(mean_others) AND phase < 3) FROM affinity.group_difference),
  'in whole numbers, none of genes');
SELECT results_eq($$SELECT group_name, people, others FROM affinity.group_difference WHERE phase = 1 ORDER BY 1$$,
  $$VALUES ('a', 5::bigint, 7::bigint), ('b', 7, 5)$$, 'each against the others');
SELECT pg_temp.declare(5, NULL);
SELECT is(affinity.publish_differences(), 0::bigint, 'who takes it back is in neither');
SELECT become('stranger');
SELECT throws_ok($$SELECT affinity.declare_group('origin', 'a')$$, '42501', 'there is no consent of kind "research"',
  'not without consent');
SELECT become('p1');
SELECT throws_ok(format('SELECT affinity.declare_group(%L, %L)', a, g), '22023', 'the attribute or group has no such name',
  'names are small letters: ' || a || '/' || g)
FROM (VALUES ('Origin', 'a'), ('origin', 'A'), ('', 'a'), ('origin', repeat('a', 41))) v (a, g);
SELECT throws_ok($$SELECT affinity.declare_group(NULL, 'a')$$, '22023', NULL, 'of an attribute');

-- An analyst is shown no trait of phase 2.
SELECT become(NULL);
UPDATE assessment.submission SET submitted_at = now() - interval '70 days';
SELECT is_empty($$SELECT 1 FROM assessment.research_results WHERE instrument LIKE 'seven%'$$,
  'results of phase 2 are not in what analysts read');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
