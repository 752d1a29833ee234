-- Recruitment: stage 1 (DNRE, fit to the position), the terms of stage 2 (MLPSM, predicted success with this team), percentiles,
-- selection rates. Formulas and sources: docs/reference/ranking.md. A profile is the document of harmony.snapshot. Functions return
-- full precision; a NULL profile gives NULL, a NULL model argument means the defaults of harmony.default_model().

-- Stage 1: fit to the position.
CREATE FUNCTION harmony.competencies(profile jsonb, benchmarks jsonb DEFAULT NULL, weights jsonb DEFAULT NULL) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_competencies';
COMMENT ON FUNCTION harmony.competencies(jsonb, jsonb, jsonb) IS
'Competencies of a profile for a position: one key a competency with score (0 to 100), data_quality (0 to 1) and flags.

score = sum(w x)/sum(w) over the measured traits. benchmarks {"conscientiousness": 95, ...}: a trait that should be high counts min(100, 100
x/b), one that should be low min(100, 100 (100 - x)/(100 - b)), a moderate one ({"extraversion": {"benchmark": 60, "polarity": "moderate"}})
100 - 100 |x - b|/max(b, 100 - b). Resilience missing: emotional stability takes its place, flag RESILIENCE_PROXY. An unknown trait is an
error 22023.';

CREATE FUNCTION harmony.g_fit(profile jsonb, benchmarks jsonb DEFAULT NULL, weights jsonb DEFAULT NULL) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_g_fit';
COMMENT ON FUNCTION harmony.g_fit(jsonb, jsonb, jsonb) IS
'Fit to the position, 0 to 100: the weighted mean of the competencies, equal weights by default.

weights: {"team_fit": 2, ...} gives the competencies'' importance (those not named count 0), {"team_fit": {"agreeableness": 0.4, ...}} a
competency''s own weights.';

CREATE FUNCTION harmony.default_safety_rules() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_default_safety_rules';
COMMENT ON FUNCTION harmony.default_safety_rules() IS
'The safety rules as data: [{"trait", "below", "effect", "positions"}].

A rule fires where the measured value, to 9 decimals, is strictly below; a rule with positions applies to these alone.';

CREATE FUNCTION harmony.safety_barrier(profile jsonb, "position" text DEFAULT NULL, rules jsonb DEFAULT NULL) RETURNS harmony.safety
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_safety_barrier';
COMMENT ON FUNCTION harmony.safety_barrier(jsonb, text, jsonb) IS
'Non-compensatory rules on single traits; the worst that fires counts.

rules NULL: harmony.default_safety_rules(). A trait that was not measured skips its rules and is named in unassessed; where no rule fired
but the trait of one that disqualifies was not measured, the level is UNASSESSED, never CLEAR. A position that no rule names, one letter
away from one that they name, is a WARNING.';

-- Stage 2: predicted success with this team. harmony.f_team is with the functions of teams.
CREATE FUNCTION harmony.p_ind(profile jsonb, weights jsonb DEFAULT NULL) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_p_ind';
COMMENT ON FUNCTION harmony.p_ind(jsonb, jsonb) IS
'Individual performance, 0 to 100: sum(w x)/sum(w) over gca 0.50, conscientiousness 0.35, autonomy_drive 0.15.

autonomy_drive is the mean of intrinsic and identified motivation. Missing traits drop out; nothing measured gives NULL.';

CREATE FUNCTION harmony.f_env(profile jsonb, environment jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_f_env';
COMMENT ON FUNCTION harmony.f_env(jsonb, jsonb) IS
'Fit to the environment, 0 to 100: 100 min(R/D, 2)/2 resilience/100 (job demands and resources).

R = 0.40 salary_index + 0.35 rest_days_ratio + 0.25 private_cabin_ratio, D = max(0.60 charter_intensity + 0.40 management_pressure, 0.01),
all keys of environment, 0 to 1. One of them or resilience missing: NULL.';

CREATE FUNCTION harmony.f_lmx(profile jsonb, leadership jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_f_lmx';
COMMENT ON FUNCTION harmony.f_lmx(jsonb, jsonb) IS
'Fit to the leader, 0 to 100: 100 (1 - distance/sqrt(3)).

The distance is that between the person''s and the leader''s autonomy, feedback and structure, each 0 to 1. One missing on either side:
NULL.';

CREATE FUNCTION harmony.mlpsm(p_ind float8, f_team float8, f_env float8, f_lmx float8, betas jsonb DEFAULT NULL) RETURNS float8
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_mlpsm';
COMMENT ON FUNCTION harmony.mlpsm(float8, float8, float8, float8, jsonb) IS
'Predicted success with this team, 0 to 100: intercept + b1 p_ind + b2 f_team + b3 f_env + b4 f_lmx.

betas {"intercept", "p_ind", "f_team", "f_env", "f_lmx"}, defaults 0; 0.25, 0.35, 0.20, 0.20. A NULL term drops out and the betas of the
rest are rescaled to the same sum; all NULL gives NULL.';

-- Pools of candidates.
CREATE FUNCTION harmony.midrank_percentile(score float8, pool float8[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_midrank_percentile';
COMMENT ON FUNCTION harmony.midrank_percentile(float8, float8[]) IS
'Mid-rank centile of a score in a pool that holds it: 100 (cf + 0.5 f)/N.

cf scores of the pool are below, f equal after rounding to 1 decimal. A pool of one has no centile: NULL.';

CREATE FUNCTION harmony.selection_rates(group_names text[], selected bigint[], totals bigint[], stages text[] DEFAULT '{}',
    strata text[] DEFAULT '{}', min_size integer DEFAULT 5)
  RETURNS SETOF harmony.selection_rate
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 ROWS 10 AS 'MODULE_PATHNAME', 'harmony_selection_rates';
COMMENT ON FUNCTION harmony.selection_rates(text[], bigint[], bigint[], text[], text[], integer) IS
'Selection rates by group and stage, each group against all others together, and beside that against the group with the highest rate: is a
group selected less often than the others, beyond chance?

adverse: ratio under four fifths (Uniform Guidelines 1978) and Fisher''s two-sided p under .05 after Benjamini and Hochberg over groups and
stages. strata, such as campaigns, are summed; the Mantel-Haenszel test compares within each, and adverse needs it to agree. Groups of
fewer than min_size people are left out. A group alone has a rate only. Stages come in the order given, groups in that of their names.
Counts that do not fit, or a name twice in a stage and stratum: 22023; over 10 million people: 22003; over 1,000 groups: 54000.';

CREATE FUNCTION harmony_internal.mlpsm_betas(coefficients float8[], std_errors float8[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10
  AS 'MODULE_PATHNAME', 'harmony_mlpsm_betas';
COMMENT ON FUNCTION harmony_internal.mlpsm_betas(float8[], float8[]) IS
'Coefficients of a fit of the outcome on p_ind, f_team, f_env and f_lmx, intercept first, as the betas of harmony.mlpsm and of a
model document, each rounded to what its standard error supports: to a multiple of the largest of .01, .02, .05, .1 and so on to 50 that is
not above it; of .1 where the error is NULL.

More digits tell nothing of the weight, but, from one fit to the next, what the outcomes between them were.

A NULL coefficient stays null. Other than five, or one that is not finite: 22023.';

CREATE FUNCTION harmony_internal.environment_as_read(environment jsonb) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_environment_as_read';
COMMENT ON FUNCTION harmony_internal.environment_as_read(jsonb) IS
'An environment as harmony.f_env reads it: each number as a float8, in its shortest form; null where a measure is not given.

What is stored so has no number of 16,000 digits. Errors: as those of harmony.check_match_request.';

CREATE FUNCTION harmony_internal.leadership_as_read(leadership jsonb) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_leadership_as_read';
COMMENT ON FUNCTION harmony_internal.leadership_as_read(jsonb) IS
'A leadership as harmony.f_lmx reads it: each number as a float8, in its shortest form; null where a preference is not given.

Errors: as those of harmony.check_match_request.';
