-- What a candidate lacks counts as the mean of the campaign's pool: in the ranking, the explanation, the evidence; in a simulation
-- as the mean of the people named. Wanted values by hand.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql

-- Candidates 1 to 6 and 8 have resilience 60, but for candidate 2 with 30 and candidate 3 with 90; candidate 4 loses it.
UPDATE assessment.profile SET psychometric_snapshot = psychometric_snapshot || '{"resilience": 30}' WHERE person_id = id('candidate2');
UPDATE assessment.profile SET psychometric_snapshot = psychometric_snapshot || '{"resilience": 84}' WHERE person_id = id('candidate3');
UPDATE assessment.profile SET psychometric_snapshot = psychometric_snapshot - 'resilience' WHERE person_id = id('candidate4');
-- (30 + 84 + 4 60)/6 = 59: F_env is 100 min(1, 2)/2 .59 = 29.5.
SELECT results_eq($$SELECT round(f_env::numeric, 9), imputed, unassessed, safety_level FROM crew.matching(id('campaign1'))
  WHERE person = id('candidate4')$$, $$VALUES (29.500000000, '{resilience}'::text[], '{resilience}'::text[], 'CLEAR')$$,
  'the mean of the candidates');
SELECT is((SELECT count(*) FROM crew.matching(id('campaign1')) WHERE imputed <> '{}'), 1::bigint, 'of nobody else anything is imputed');
SELECT results_eq($$SELECT (i #>> '{success,score}')::float8, (i #>> '{fit,g_fit}')::float8, i -> 'imputed', i #> '{safety,unassessed}'
  FROM crew.impact(id('campaign1'), id('candidate4')) i$$,
  $$SELECT y_success, g_fit, to_jsonb(imputed), to_jsonb(unassessed) FROM crew.matching(id('campaign1')) WHERE person = id('candidate4')$$,
  'the explanation gives the numbers of the ranking');
SELECT is((SELECT array_agg(i ->> 'item' ORDER BY i ->> 'item')
  FROM jsonb_array_elements(crew.report(id('candidate4'), 'recruiter', id('campaign1')) -> 'items') i
  WHERE i -> 'text' = '["resilience"]'), '{imputed,unassessed}', 'and the report names what was not measured');

-- A profile of one trait: LOW, PARTIAL_PROFILE, and never CLEAR.
UPDATE assessment.profile SET psychometric_snapshot = '{"big_five": {"conscientiousness": 70}}' WHERE person_id = id('candidate5');
SELECT results_eq($$SELECT confidence, safety_level, 'PARTIAL_PROFILE' = ANY (flags), unassessed FROM crew.matching(id('campaign1'))
  WHERE person = id('candidate5')$$,
  $$VALUES ('LOW', 'UNASSESSED', true, '{agreeableness,emotional_stability,resilience}'::text[])$$, 'one trait');

-- The evidence of a decision holds what was imputed.
CREATE TEMP TABLE ranked AS SELECT * FROM crew.matching(id('campaign1'));
SELECT results_eq($$SELECT y_success, f_env, dnre -> 'imputed', dnre -> 'unassessed'
  FROM crew.decide(id('campaign1'), id('candidate4'), 'hired', 'fits')$$,
  $$SELECT y_success, f_env, to_jsonb(imputed), to_jsonb(unassessed) FROM ranked WHERE person = id('candidate4')$$, 'the evidence');
-- Once decided, the pool is that of the pending with the person: the same means for what the person lacks.
SELECT is((crew.impact(id('campaign1'), id('candidate4')) #>> '{success,score}')::float8,
  (SELECT y_success FROM ranked WHERE person = id('candidate4')), 'an explanation after the decision');

-- A simulation: candidate 4 with candidates 2 and 3: resilience (30 + 84)/2 = 57, F_env 28.5.
SELECT is((SELECT concat_ws(' ', round((m ->> 'f_env')::numeric, 9), m ->> 'imputed')
  FROM jsonb_array_elements(crew.simulate(id('vessel1'), ARRAY[id('candidate2'), id('candidate3'), id('candidate4')]) -> 'members') m
  WHERE m ->> 'person' = id('candidate4')::text), '28.500000000 ["resilience"]', 'the mean of the people named');
SELECT is((SELECT m ->> 'f_env' FROM jsonb_array_elements(crew.simulate(id('vessel1'), ARRAY[id('candidate4')]) -> 'members') m), NULL,
  'alone nothing stands in');
SELECT is(crew.pool_traits(id('campaign3')), NULL, 'a campaign without candidates has no traits');
SELECT * FROM finish();
ROLLBACK;
