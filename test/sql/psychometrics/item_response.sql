-- Forced choice and adaptive testing. Wanted values come from SciPy: test/unit/psychometrics/item_response_test.cpp.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on
SET extra_float_digits = 0;

CREATE FUNCTION pg_temp.near(what text, got float8, want float8) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want OR abs(got - want) <= 1e-9 THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got::text, 'null'), coalesce(want::text, 'null')) END $$;
CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;
CREATE FUNCTION pg_temp.outcome(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE 'SELECT (' || expression || ')::text' INTO r;
  RETURN CASE WHEN r IS NULL THEN 'null' ELSE 'value' END;
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
CREATE FUNCTION pg_temp.check_calls(calls text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT CASE WHEN got = want THEN 'ok - ' ELSE format('NOT OK - got %s: ', got) END || want || ' ' || expression
  FROM regexp_split_to_table(btrim(calls, E'\n'), E'\n(?! )') WITH ORDINALITY l (line, k),  -- what begins with a blank goes on
       LATERAL (SELECT split_part(btrim(line), ' ', 1) AS want, substr(btrim(line), strpos(btrim(line), ' ') + 1) AS expression) e,
       LATERAL pg_temp.outcome(expression) got
  ORDER BY k $$;
--
-- score_forced_choice
--
CREATE TEMP TABLE form AS SELECT
  '{t0,t1,t2,t0,t1,t2}'::text[] AS l, '{t1,t2,t0,t1,t2,t0}'::text[] AS r, '{0.7,-0.5,-0.9,0.8,0.75,1.0}'::float8[] AS ll,
    '{0.6,0.8,0.65,-0.7,-0.6,-0.4}'::float8[] AS rl,
  '{0.2,0,-0.4,0,0.5,0.1}'::float8[] AS li, '{-0.1,0.3,0.1,0,0.25,0}'::float8[] AS ri, '{t0,t1,t2}'::text[] AS t,
    '{{1,0.3,-0.2},{0.3,1,-0.4},{-0.2,-0.4,1}}'::float8[] AS c;
CREATE FUNCTION pg_temp.scored(answers smallint[]) RETURNS SETOF harmony.forced_choice_score LANGUAGE sql AS $$
  SELECT s.* FROM form, harmony.score_forced_choice(answers, l, r, ll, rl, li, ri, t, c) s $$;
CREATE FUNCTION pg_temp.close(what text, got float8, want float8) RETURNS text
  LANGUAGE sql AS $$ SELECT pg_temp.same(what, (abs(got - want) < 1e-8)::text, 'true') $$;
SELECT pg_temp.same('traits', string_agg(trait, ' '), 't0 t1 t2'), pg_temp.same('pairs', string_agg(n_items || '/' || n_answered, ' '),
  '4/4 4/4 4/4'),
  pg_temp.close('theta 0', (array_agg(raw))[1], 0.34717645701194483), pg_temp.close('theta 1', (array_agg(raw))[2], 0.0665549222967876),
    pg_temp.close('theta 2', (array_agg(raw))[3], -0.27672878215578567),
  pg_temp.close('se 0', (array_agg(standard_error))[1], 0.7165241649043755),
    pg_temp.close('percentile 0', (array_agg(percentile))[1] / 100, 0.6357706216378452),
  pg_temp.same('no metric, no score', num_nonnulls(max(score), max(score_low), max(score_high))::text, '0')
FROM pg_temp.scored('{1,2,1,1,2,1}');
-- By hand from theta and its error above: 60 + 15 (theta + .05)/.8, 15 se; 95 + 20 theta/.1 and 1 + 20 theta/.5 lie outside 0 to 100.
SELECT pg_temp.close('equated', (array_agg(s.score))[1], 60 + 15 * (0.34717645701194483 + 0.05) / 0.8),
  pg_temp.close('its interval', (array_agg(s.score_high))[1] - (array_agg(s.score_low))[1],
    2 * 1.959963984540054 * 15 * 0.7165241649043755),
  pg_temp.same('clamped', format('%s %s', (array_agg(s.score))[2], (array_agg(s.score))[3]), '100 0')
FROM form, harmony.score_forced_choice('{1,2,1,1,2,1}', l, r, ll, rl, li, ri, t, c, '{60,95,1}', '{15,20,20}', '{-0.05,0,0}',
  '{0.8,0.1,0.5}') s;
SELECT pg_temp.close('with missing answers', min(raw), -0.8432114230546731) FROM pg_temp.scored('{2,NULL,1,NULL,2,2}');
SELECT pg_temp.same('under half', string_agg(format('%s %s', trait, raw IS NOT NULL AND percentile IS NOT NULL), ', '), 't0 t, t1 t, t2 f')
  FROM pg_temp.scored('{1,NULL,NULL,2,NULL,NULL}');
SELECT pg_temp.same('nothing', count(raw)::text || count(standard_error), '00') FROM pg_temp.scored(array_fill(NULL::smallint, '{6}'));

--
-- ability_2pl, next_item
--
SELECT pg_temp.near('ability', theta, 0.23616584714831482), pg_temp.near('error', standard_error, 0.6753010677836371),
  pg_temp.same('answers', n_answered::text, '5')
FROM harmony.ability_2pl('{1,1,1,0,0}', '{1.1,1.2,1.0,1.3,1.4}', '{-1.9,-0.5,0,0.8,1.5}');
SELECT pg_temp.same('the prior', harmony.ability_2pl('{NULL,NULL}', '{1,1}', '{0,0}')::text, '(0,1,0)');
SELECT pg_temp.same('first', n.item::text, '2'),
  pg_temp.near('information', n.information, 1.44 * exp(0.6::float8) / (1 + exp(0.6::float8))^2)
  FROM harmony.next_item('{NULL,NULL,NULL}', '{1.1,1.2,1.0}', '{-1.9,-0.5,0}') n;
SELECT pg_temp.same('stops', string_agg(coalesce(item::text, '-') || ' ' || coalesce(stop, '-'), ', '),
  '- exhausted, - limit, - precise, 1 -') FROM (
  SELECT (harmony.next_item('{1,0}', '{1,1}', '{0,0}')).* UNION ALL SELECT (harmony.next_item('{1,NULL}', '{1,1}', '{0,0}', 0.1, 1)).*
  UNION ALL SELECT (harmony.next_item('{1,NULL}', '{1,1}', '{0,0}', 0.99)).* UNION ALL
    SELECT (harmony.next_item('{NULL,1}', '{1,1}', '{0,0}')).*) n;
-- Sharp and far posteriors. Wanted values by quadrature on 400,001 points around the maximum, two agreed with mpmath.
SELECT pg_temp.near('half of a hundred right', p.theta, 0.0199919227631), pg_temp.near('its error', p.standard_error, 0.0200963142628),
  pg_temp.near('three wrong at -10', w.theta, -5.98775903245), pg_temp.near('its error', w.standard_error, 0.989198049748),
  pg_temp.near('one wrong at -10', o.theta, -9.21480879781), pg_temp.near('its error', o.standard_error, 0.619253402096)
FROM harmony.ability_2pl((SELECT array_agg(k % 2 ORDER BY k) FROM generate_series(1, 100) k)::smallint[], array_fill(10::float8, '{100}'),
    array_fill(0.02::float8, '{100}')) p,
  harmony.ability_2pl('{0,0,0}', '{2,2,2}', '{-10,-10,-10}') w, harmony.ability_2pl('{0}', '{10}', '{-10}') o;
SELECT pg_temp.same('goes on', format('%s %s %s', item, stop, round(theta::numeric, 4)), '31  8.9175')
FROM harmony.next_item(array_fill(1::smallint, ARRAY[30]) || ARRAY[NULL]::smallint[], array_fill(2::float8, ARRAY[31]),
  array_fill(8::float8, ARRAY[31]), 0.05);
--
-- expected_score. At theta 0: P = .7310585786300049, .5, .2689414213699951; slope 2 * .19661193324148185 + .25.
--
SELECT pg_temp.near('raw', p.raw, 1.5), pg_temp.near('score', p.score, 50),
  pg_temp.near('error', p.standard_error, 50.0 * (2 * 0.19661193324148185 + 0.25) / 3), pg_temp.near('with guessing', g.score, 100.0 / 3),
  pg_temp.near('its error', g.standard_error, p.standard_error * 4 / 3)
FROM harmony.expected_score(0, 0.5, '{1,1,1}', '{-1,0,1}') p, harmony.expected_score(0, 0.5, '{1,1,1}', '{-1,0,1}', 4) g;

-- What cannot be.
SELECT pg_temp.check_calls($calls$
22023 (SELECT count(*) FROM pg_temp.scored('{1}'))
22003 (SELECT count(*) FROM pg_temp.scored('{1,2,1,1,2,3}'))
22003 (SELECT count(*) FROM pg_temp.scored('{1,2,1,1,2,-32768}'))
null (SELECT max(raw) FROM harmony.score_forced_choice('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{a}', '{{1}}'))
value (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{100}', '{-100}', '{a}', '{{1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{b}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1.1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{NaN}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{Infinity}', '{0}', '{a}', '{{1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1,1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22004 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{NULL}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22004 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{NULL}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a,a}', '{{1,0},{0,1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a,b}', '{{1,1},{1,1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a,b}', '{{1,0.1},{0.2,1}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a,b}', '{{1,0}}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{NaN}}'))
2202E (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{1}'))
22004 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{NULL}}'))
54000 (SELECT max(raw) FROM harmony.score_forced_choice('{}', '{}', '{}', '{}', '{}', '{}', '{}',
  (SELECT array_agg(k::text) FROM generate_series(1, 65) k),
  (SELECT array_agg(row) FROM (SELECT array_agg((i = j)::integer::float8 ORDER BY j) AS row
    FROM generate_series(1, 65) i, generate_series(1, 65) j GROUP BY i ORDER BY i) m)))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}', '{50}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}', '{}', '{}', '{}',
  '{}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}', '{50}', '{0}',
  '{0}', '{1}'))
22023 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}', '{50}', '{20}',
  '{0}', '{NaN}'))
22004 (SELECT max(raw) FROM harmony.score_forced_choice('{1}', '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}', '{NULL}', '{20}',
  '{0}', '{1}'))
null (SELECT max(raw) FROM harmony.score_forced_choice(NULL, '{a}', '{a}', '{1}', '{-1}', '{0}', '{0}', '{a}', '{{1}}'))
22023 harmony.expected_score('NaN', 1, '{1}', '{0}')
22023 harmony.expected_score(0, -1, '{1}', '{0}')
22023 harmony.expected_score(0, 1, '{1}', '{0,0}')
22023 harmony.expected_score(0, 1, '{11}', '{0}')
22023 harmony.expected_score(0, 1, '{1}', '{0}', 1)
value harmony.expected_score(0, 1, '{}', '{}')
22023 harmony.ability_2pl('{1}', '{1,1}', '{0,0}')
22023 harmony.ability_2pl('{1}', '{0}', '{0}')
22023 harmony.ability_2pl('{1}', '{10.1}', '{0}')
22023 harmony.ability_2pl('{1}', '{1}', '{NaN}')
22023 harmony.ability_2pl('{1}', '{1}', '{0,0}')
22003 harmony.ability_2pl('{2}', '{1}', '{0}')
22004 harmony.ability_2pl('{1}', '{NULL}', '{0}')
value harmony.ability_2pl('{}', '{}', '{}')
null harmony.ability_2pl(NULL, '{}', '{}')
value harmony.next_item('{}', '{}', '{}')
null harmony.next_item(NULL, '{}', '{}')
null harmony.next_item('{}', '{}', '{}', NULL)
22023 harmony.next_item('{NULL}', '{1}', '{0}', 0)
22023 harmony.next_item('{NULL}', '{1}', '{0}', 'NaN')
22023 harmony.next_item('{NULL}', '{1}', '{0}', 0.4, 0)
$calls$);

--
-- The shipped instruments
--
BEGIN;
SET LOCAL client_min_messages = warning;
SELECT count(*) > 0 FROM harmony.install('assessment');
-- Every pair of traits meets three times: two desirable, two undesirable, one of each; each trait has twelve statements.
SELECT pg_temp.same('30 pairs of 10 kinds', count(*) || ' ' || count(DISTINCT (least(trait, right_trait), greatest(trait, right_trait))),
  '30 10'), pg_temp.same('no statement twice',
  (SELECT count(DISTINCT s)::text FROM assessment.item u, unnest(ARRAY[u.text, u.right_text]) s WHERE u.loading IS NOT NULL), '60')
FROM assessment.item t WHERE loading IS NOT NULL;
SELECT pg_temp.same('balance', string_agg(format('%s %s+%s', trait, n - reversed, reversed), ', ' ORDER BY trait),
  'agreeableness 6+6, conscientiousness 6+6, extraversion 6+6, neuroticism 6+6, openness 6+6')
FROM (SELECT trait, count(*) AS n, count(*) FILTER (WHERE loading < 0) AS reversed
  FROM (SELECT trait, loading FROM assessment.item WHERE loading IS NOT NULL UNION ALL SELECT right_trait, right_loading
  FROM assessment.item WHERE loading IS NOT NULL) s GROUP BY trait) b;
-- Who always chooses what speaks for extraversion stands high there.
SELECT pg_temp.same('an extravert',
  (max(s.percentile) FILTER (WHERE s.trait = 'extraversion') > 85 AND max(abs(s.raw)) FILTER (WHERE s.trait <> 'extraversion') < 1)::text,
  'true')
FROM assessment.instrument i,
  LATERAL (SELECT array_agg((CASE WHEN t.trait = 'extraversion' THEN CASE t.keyed WHEN 1 THEN 1 ELSE 2 END
  WHEN t.right_trait = 'extraversion' THEN CASE WHEN t.right_loading > 0 THEN 2 ELSE 1 END ELSE 1 + t.position % 2 END)::smallint
  ORDER BY t.position) AS answers FROM assessment.item t WHERE t.instrument_id = i.id) a,
  assessment.score_forced_choice(i.id, a.answers) s WHERE i.code = 'forced-choice-30';
SELECT pg_temp.same('of another kind', count(*)::text, '0') FROM assessment.instrument i, assessment.score_forced_choice(i.id, '{1}') s
  WHERE i.code = 'reasoning-18';
-- A whole adaptive test: right up to difficulty 0, wrong beyond.
CREATE FUNCTION pg_temp.adaptive() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  test integer := (SELECT id FROM assessment.instrument WHERE code = 'reasoning-18');
  answers smallint[] := '{}';
  n harmony.next_item;
BEGIN
  LOOP
    n := assessment.choose_item(test, answers);
    EXIT WHEN n.item IS NULL;
    answers[n.item] := (SELECT CASE WHEN p.difficulty <= 0 THEN t.correct_option ELSE 0 END FROM assessment.item t
      JOIN assessment.item_parameter p USING (instrument_id, position) WHERE t.instrument_id = test AND t.position = n.item);
  END LOOP;
  RETURN format('%s, under all items %s, ability within half a unit of 0 %s', n.stop, n.n_answered < 18, abs(n.theta) < 0.5);
END $$;
SELECT pg_temp.same('a whole test', pg_temp.adaptive(), 'precise, under all items t, ability within half a unit of 0 t');
SELECT pg_temp.same('no parameters', n.item::text || n.stop, NULL) FROM assessment.instrument i, assessment.choose_item(i.id, '{}') n
  WHERE i.code = 'resilience-10';
ROLLBACK;
