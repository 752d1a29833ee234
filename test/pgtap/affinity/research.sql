-- What is published of answers: of people who agree to research, of five at least, when it is published and not when it is asked for; and
-- never what fewer than five have added since.
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
SELECT results_eq('SELECT * FROM api.calibration_summary()', $$
  WITH off AS (SELECT loo_rmse, row_number() OVER (ORDER BY loo_rmse) AS n, count(*) OVER () AS of FROM api.calibration
               WHERE loo_rmse IS NOT NULL)
  SELECT (SELECT count(*) FROM api.calibration), count(*), min(loo_rmse), avg(loo_rmse) FILTER (WHERE 2 * n IN (of, of + 1, of + 2)),
         max(loo_rmse) FROM off$$, 'how well tastes could be learnt, over all of them');
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
SELECT ok((SELECT bool_and(x = round(x::numeric, 2)) FROM affinity.validation, unnest(ARRAY[auc, auc_low, auc_high, brier, slope, slope_low,
  slope_high, incremental_r_squared]) x), 'figures have two decimals');
SELECT ok((SELECT bool_and(x = round(x::numeric, 2))
  FROM affinity.answer_model, unnest(ARRAY[actor_share, partner_share, relationship_share] || weights) x),
  'and so have shares and weights');

-- Whoever compares two publications finds out about five people together.
-- answered_again(n): of all answers those of p1 to pn alone came since the last publication, a day ago; they are the other way round.
CREATE FUNCTION pg_temp.answered_again(n integer) RETURNS void LANGUAGE sql AS $$
  UPDATE affinity.publication SET published_at = now() - interval '1 day';
  UPDATE affinity.answer SET answered_at = now() - interval '2 days';
  UPDATE affinity.answer SET answered_at = now(), is_willing = NOT is_willing
  WHERE person_id IN (SELECT id('p' || m) FROM generate_series(1, n) m) $$;
CREATE FUNCTION pg_temp.published() RETURNS TABLE (figures text) LANGUAGE sql AS $$
  SELECT v::text FROM affinity.validation v UNION ALL SELECT m::text FROM affinity.answer_model m $$;
CREATE TEMP TABLE published AS SELECT * FROM pg_temp.published();
SELECT is(affinity.validate(), 0::bigint, 'nothing is published again while nobody has answered');
SELECT pg_temp.answered_again(4);
SELECT is(affinity.validate(), 0::bigint, 'nor where four have');
SELECT bag_eq('SELECT * FROM pg_temp.published()', 'SELECT * FROM published', 'what was published stays');
SAVEPOINT answered;
SELECT pg_temp.answered_again(5);
SELECT is(affinity.validate(), 3::bigint, 'where five have it is');
SELECT is_empty('SELECT * FROM pg_temp.published() INTERSECT SELECT * FROM published', 'with other figures');
SELECT is(affinity.validate(), 0::bigint, 'once');
ROLLBACK TO answered;
SELECT pg_temp.answered_again(5);
UPDATE affinity.answer SET scores[3] = NULL WHERE person_id = id('p5');
SELECT is(affinity.validate(), 2::bigint, 'a phase is, of which five have answers with a score');
SELECT is((SELECT count(*) FROM (SELECT * FROM pg_temp.published() INTERSECT SELECT * FROM published) s), 2::bigint,
  'figures of another stay, and those of all phases together');
ROLLBACK TO answered;

-- The job, however often somebody has it run.
SELECT is(affinity.validate_job('{}'), '{"phases": 0}', 'the job publishes nothing of four either');
SELECT pg_temp.answered_again(5);
SELECT is(affinity.validate_job('{}'), '{"phases": 0}', 'and then nothing for 30 days');
UPDATE affinity.publication SET published_at = now() - interval '29 days' WHERE figure = 'job';
SELECT is(affinity.validate_job('{}'), '{"phases": 0}', 'not after 29');
UPDATE affinity.publication SET published_at = now() - interval '30 days' WHERE figure = 'job';
SELECT is(affinity.validate_job('{}'), '{"phases": 3}', 'but after 30');
SELECT pg_temp.answered_again(5);
SELECT is(affinity.validate_job('{}'), '{"phases": 0}', 'once');
ROLLBACK TO answered;

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
SELECT become('researcher');
SELECT is((SELECT count(auc) FROM api.affinity_validation()), 0::bigint, 'nothing is told of the other model');
SELECT results_eq($$SELECT * FROM api.affinity_validation('1')$$, 'SELECT * FROM told', 'what was published of the first stays');
SELECT become(NULL);
UPDATE affinity.answer SET model = '2' WHERE model = '1';
SELECT is(affinity.validate(), 3::bigint, 'until there are figures of the other');
SELECT is((SELECT string_agg(DISTINCT model, ' ') FROM affinity.validation), '2', 'which take its place');
SELECT affinity.use_model('1');
UPDATE affinity.answer SET model = '1' WHERE model = '2';
SELECT is(affinity.validate(), 0::bigint, 'whoever goes back to the first is not told of fewer than five either');
ROLLBACK TO answered;
DELETE FROM affinity.answer WHERE person_id = id('p1');
SELECT become('researcher');
SELECT results_eq('SELECT * FROM api.affinity_validation()', 'SELECT * FROM told', 'who asks again is told the same');
SELECT become(NULL);
SELECT affinity.withdraw_consent(id('p' || n), 'research') FROM generate_series(1, 8) n \g /dev/null
DELETE FROM affinity.publication;
DELETE FROM affinity.answer_model;
UPDATE affinity.answer SET answered_at = now();
SELECT is(affinity.validate(), 0::bigint, 'of four people nothing');
SELECT is_empty('SELECT 1 FROM affinity.answer_model', 'nor of their answers');
SELECT affinity.give_consent(id('p8'), 'research');
SELECT is(affinity.validate_job('{}'), '{"phases": 3}', 'of five people something');
SELECT affinity.give_consent(id('p' || n), 'research') FROM generate_series(1, 12) n \g /dev/null

-- Groups: each of an attribute has at least five people.
CREATE FUNCTION pg_temp.declare(who integer, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM become('p' || who), affinity.declare_group('origin', name), become(NULL);
END $$;
SELECT pg_temp.declare(n, CASE WHEN n <= 4 THEN 'a' ELSE 'b' END) FROM generate_series(1, 12) n;
SELECT is(affinity.publish_differences(), 0::bigint, 'four against eight are not told');
SELECT pg_temp.declare(5, 'a');
SELECT pg_temp.declare(12, 'c');
SELECT is(affinity.publish_differences(), 0::bigint, 'nor five, six and one, which would be what the others leave');
SELECT pg_temp.declare(12, 'b');
SELECT is(affinity.publish_differences(), 4::bigint, 'five and seven are, in two phases');
SELECT ok((SELECT bool_and(mean = round(mean) AND mean_others = round(mean_others) AND phase < 3) FROM affinity.group_difference),
  'in whole numbers, none of genes');
SELECT results_eq($$SELECT group_name, people, others FROM affinity.group_difference WHERE phase = 1 ORDER BY 1$$,
  $$VALUES ('a', 5::bigint, 7::bigint), ('b', 7, 5)$$, 'each against the others');
SELECT ok(abs(d.mean - o.mean) <= 0.5, 'the mean of ' || d.group_name) FROM affinity.group_difference d CROSS JOIN LATERAL (
  SELECT avg(m.mean) AS mean FROM affinity.declared_group g CROSS JOIN LATERAL (
    SELECT avg(CASE WHEN p.person_a = g.person_id THEN p.visual_ba ELSE p.visual_ab END) AS mean FROM affinity.pair p
    WHERE g.person_id IN (p.person_a, p.person_b)) m WHERE g.group_name = d.group_name) o WHERE d.phase = 1;
-- declared_again(n): p1 to pn alone were declared since the last publication.
CREATE FUNCTION pg_temp.declared_again(n integer) RETURNS void LANGUAGE sql AS $$
  UPDATE affinity.publication SET published_at = now() - interval '1 day';
  UPDATE affinity.declared_group SET declared_at = now() - interval '2 days';
  UPDATE affinity.declared_group SET declared_at = now() WHERE person_id IN (SELECT id('p' || m) FROM generate_series(1, n) m) $$;
SELECT pg_temp.declared_again(4);
SELECT is(affinity.publish_differences(), 0::bigint, 'four more are not told');
SELECT is((SELECT count(*) FROM affinity.group_difference), 4::bigint, 'what was published stays');
SELECT pg_temp.declared_again(5);
UPDATE affinity.pair SET personality = NULL WHERE id('p5') IN (person_a, person_b);
SELECT is(affinity.publish_differences(), 2::bigint, 'of five more a phase is told in which all groups have five people with a score');
SELECT is((SELECT count(*) FROM affinity.group_difference WHERE phase = 2), 2::bigint, 'the other stays as it was');
SELECT pg_temp.declare(5, NULL);
SELECT is(affinity.publish_differences(), 0::bigint, 'who takes it back is in neither');
SELECT pg_temp.declared_again(4);
SELECT pg_temp.declare(1, 'a');
SELECT is((SELECT declared_at < now() FROM affinity.declared_group WHERE person_id = id('p12')), true, 'times are of what was said');
UPDATE affinity.declared_group SET declared_at = now() - interval '2 days';
SELECT pg_temp.declare(1, 'a');
SELECT is((SELECT max(declared_at) < now() FROM affinity.declared_group), true, 'the same again is nothing new');
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
