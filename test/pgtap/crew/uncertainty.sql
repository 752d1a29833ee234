-- A campaign's ranking says how uncertain it is: intervals, who cannot be told apart, and the chance to be among the best, in the
-- ranking, the explanation, the report and the evidence of a decision.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql

CREATE TEMP TABLE ranked AS SELECT * FROM crew.matching(id('campaign1'));
SELECT ok(bool_and(y_success BETWEEN y_low AND y_high AND g_fit BETWEEN g_fit_low AND g_fit_high AND y_low < y_high),
  'every score lies within its interval') FROM ranked WHERE safety_level <> 'DISQUALIFIED';
SELECT ok(bool_and(tied_with BETWEEN 0 AND (SELECT count(*) - 1 FROM ranked)), 'ties are others of the pool') FROM ranked
WHERE safety_level <> 'DISQUALIFIED';
SELECT is(round(sum(p_top)::numeric, 9), least(10, count(p_top))::numeric, 'the chances sum to the places') FROM ranked;
SELECT is(round(sum(p_top)::numeric, 9), NULL, 'of the disqualified nothing is said') FROM ranked WHERE safety_level = 'DISQUALIFIED';
SELECT results_eq($$SELECT person, p_top FROM crew.matching(id('campaign1'))$$, $$SELECT person, p_top
  FROM ranked$$, 'asked again: the same');
SELECT ok(p_top > 0 AND p_top < 1, 'top: the chance to be among so many') FROM crew.matching(id('campaign1'), 1);

SELECT results_eq($$SELECT (i #>> '{success,y_low}')::float8, (i #>> '{success,y_high}')::float8, (i #>> '{fit,g_fit_low}')::float8,
    (i #>> '{standing,p_top}')::float8, (i #>> '{standing,tied_with}')::bigint FROM crew.impact(id('campaign1'), id('candidate2')) i$$,
  $$SELECT y_low, y_high, g_fit_low, p_top, tied_with FROM ranked WHERE person = id('candidate2')$$,
  'the explanation gives the numbers of the ranking');
SELECT ok(bool_or(e = 'The interval holds errors of measurement alone: the model''s weights are assumptions from the literature, '
  'not a validated forecast.'), 'and says what they are not')
FROM jsonb_array_elements_text(crew.impact(id('campaign1'), id('candidate2')) -> 'explanation') e;
SELECT is((SELECT array_agg(i ->> 'item' ORDER BY i ->> 'item') FROM jsonb_array_elements(
    crew.report(id('candidate2'), 'recruiter', id('campaign1')) -> 'items') i
  WHERE i ->> 'item' IN ('y_low', 'y_high', 'g_fit_low', 'g_fit_high', 'tied_with') AND i ? 'score'),
  '{g_fit_high,g_fit_low,tied_with,y_high,y_low}', 'the employer''s report shows the intervals');

SELECT results_eq($$SELECT (dnre ->> 'y_low')::float8, (dnre ->> 'y_high')::float8, (dnre ->> 'p_top')::float8
  FROM crew.decide(id('campaign1'), id('candidate2'), 'hired', 'fits')$$,
  $$SELECT y_low, y_high, p_top FROM ranked WHERE person = id('candidate2')$$, 'the evidence of a decision holds them');

-- A learned model knows how far outcomes lie from its predictions.
INSERT INTO crew.model_version (version, model, origin)
VALUES ('learned', harmony.default_model() || '{"version": "learned", "uncertainty": {"residual_sd": 12}}', 'manual');
SELECT crew.activate_model('learned');
CREATE TEMP TABLE learned AS
SELECT m.y_high - m.y_low AS y_width, r.y_high - r.y_low AS y_width_before, m.g_fit_high, r.g_fit_high AS g_fit_high_before
FROM crew.matching(id('campaign1')) m JOIN ranked r USING (person) WHERE r.rank = 1;
SELECT ok((SELECT y_width > y_width_before FROM learned), 'its intervals are wider');
SELECT is((SELECT g_fit_high FROM learned), (SELECT g_fit_high_before FROM learned), 'those of the fit are not');
SELECT * FROM finish();
ROLLBACK;
