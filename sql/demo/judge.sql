-- Reliability of each scale, and a regression over everybody.
\pset footer off
\pset null '-'
\echo
\echo 'Reliability of each scale (complete answers only):'
SELECT k.instrument, t.trait, r.n, r.k, round(r.alpha::numeric, 3) AS alpha, round(r.alpha_low::numeric, 3) AS low,
       round(r.alpha_high::numeric, 3) AS high, round(r.omega_total::numeric, 3) AS omega
FROM assessment.scoring_key k
CROSS JOIN LATERAL (SELECT DISTINCT trait FROM unnest(k.traits) trait) t
CROSS JOIN LATERAL (
  SELECT (harmony.reliability(harmony.trait_answers(s.answers, k.keyed, k.traits, k.scale_min, k.scale_max, t.trait))).*
  FROM assessment.submission s WHERE s.instrument_id = k.instrument_id) r
WHERE k.kind = 'likert' AND r.n > 1 ORDER BY 1, 2;

\echo 'What goes with neuroticism? OLS on the four other traits:'
WITH fit AS (
  SELECT harmony.ols(f.n, f.o, f.c, f.e, f.a) AS m
  FROM (SELECT (b ->> 'neuroticism')::float8 AS n, (b ->> 'openness')::float8 AS o, (b ->> 'conscientiousness')::float8 AS c,
               (b ->> 'extraversion')::float8 AS e, (b ->> 'agreeableness')::float8 AS a
        FROM (SELECT psychometric_snapshot -> 'big_five' AS b FROM assessment.profile) p) f
)
SELECT u.term, round(u.b::numeric, 4) AS coefficient, round(u.se::numeric, 4) AS std_error, round(u.t::numeric, 2) AS t,
       to_char(u.p, '9.9EEEE') AS p, (m).n, round((m).r_squared::numeric, 3) AS r_squared
FROM fit, unnest(ARRAY['intercept', 'openness', 'conscientiousness', 'extraversion', 'agreeableness'],
                 (m).coefficients, (m).std_errors, (m).t_statistics, (m).p_values) u (term, b, se, t, p);
