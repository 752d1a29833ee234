-- Psychometrics: answers to scores, signs of careless responding, snapshots, adaptive testing.
-- Formulas: docs/reference/assessment.md and docs/reference/item_response.md.

-- Scores of a submission.
CREATE FUNCTION harmony_internal.score_submission(key record, answers smallint[], response_ms integer[] DEFAULT NULL,
    measured_at timestamptz DEFAULT NULL, is_adaptive boolean DEFAULT false, item_mean float8[] DEFAULT NULL,
    item_covariance float8[] DEFAULT NULL, person uuid DEFAULT NULL)
  RETURNS harmony.scored_submission
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_score_submission';
COMMENT ON FUNCTION harmony_internal.score_submission(record, smallint[], integer[], timestamptz, boolean, float8[], float8[], uuid) IS
'One submission scored and checked for careless responding in one call.

The rows of harmony.score_likert (kind ''likert''), harmony.score_cognitive (kind ''cognitive'') or harmony.score_forced_choice (kind
''forced_choice'') that have a score, each with the verdict of harmony.response_quality; and, where measured_at is given, the state that
they make in harmony_internal.snapshot_state.

key is a row of assessment.scoring_key, or any row with such fields: instrument, kind text; keyed smallint[], traits text[], correct
smallint[] by item; families text[], the family of each trait in the order of the traits'' first items or, for forced choice, in
trait_order; n_options integer; scale_min, scale_max smallint; for forced choice right_traits, left_loadings, right_loadings,
left_intercepts, right_intercepts, trait_order, trait_correlation, where raw is the trait''s theta, and equated_mean,
equated_sd, theta_mean, theta_sd, without which no trait has a score. instrument, discriminations and difficulties (float8[] by item, NULL
where it has none) may be missing or NULL, as response_ms, item_mean and item_covariance: without the latter five their indices are NULL.
NULL elsewhere gives NULL. A field of another type is an error 42804, another kind 22023; other errors as in the four functions.

also_positions integer[], also_traits text[] and also_keyed smallint[]: of a rating scale the items that count for a second trait, which
comes after the others where it is not one of them; NULL or missing: none.

norm_mean, norm_sd, norm_reliability and norm_quantiles, by trait in the order of families and the last 99 to each trait, give t_score,
sem and percentile; NULL where there is no norm.

is_adaptive: answers are those of an adaptive test, NULL where an item was not asked, 0 where it was asked and left out. The key then holds
discriminations, difficulties, target_se float8 and max_items integer, as harmony.next_item takes
them; each trait has the score of harmony.expected_score over its items with parameters once the test has stopped, before that none. Of the
flags only SPEEDING is raised. A key without parameters or target_se, an answer to an item without parameters: 22023.

person: whose answers they are, for the DETAIL of errors alone.';

CREATE FUNCTION harmony_internal.submission_quality(key record, answers smallint[], response_ms integer[] DEFAULT NULL,
    item_mean float8[] DEFAULT NULL, item_covariance float8[] DEFAULT NULL)
  RETURNS harmony.response_quality
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_submission_quality';
COMMENT ON FUNCTION harmony_internal.submission_quality(record, smallint[], integer[], float8[], float8[]) IS
'Every index of careless responding behind the verdict of harmony_internal.score_submission.

Arguments and errors as there; also of a forced choice, whose person fit is judged by its own model.';

CREATE FUNCTION harmony.score_likert(answers smallint[], keyed smallint[], traits text[], scale_min integer, scale_max integer)
  RETURNS SETOF harmony.trait_score
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 5 AS 'MODULE_PATHNAME', 'harmony_score_likert';
COMMENT ON FUNCTION harmony.score_likert(smallint[], smallint[], text[], integer, integer) IS
'Scores one submission of a rating-scale instrument: one row a trait, in order of first appearance.

score = 100 (mean - scale_min)/(scale_max - scale_min) over the answered items, reversed where keyed is -1 (percentage of maximum possible;
Cohen, Cohen, Aiken and West 1999). NULL answers are not answered; under half of a trait''s items answered: score NULL. Arrays of different
length or a wrong key: 22023; an answer outside the scale: 22003.';

CREATE FUNCTION harmony.score_cognitive(answers smallint[], correct smallint[], traits text[], n_options integer DEFAULT 0)
  RETURNS SETOF harmony.trait_score
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 5 AS 'MODULE_PATHNAME', 'harmony_score_cognitive';
COMMENT ON FUNCTION harmony.score_cognitive(smallint[], smallint[], text[], integer) IS
'Scores one submission of an ability test: one row a trait.

score = 100 right/items; a skipped item counts as wrong. With n_options = k > 1 corrected for guessing: right - wrong/(k - 1), at least 0
(Lord 1975). A trait of which nothing was answered has no score. Errors as harmony.score_likert.';

CREATE FUNCTION harmony.score_forced_choice(answers smallint[], left_traits text[], right_traits text[], left_loadings float8[],
    right_loadings float8[], left_intercepts float8[], right_intercepts float8[], traits text[], correlation float8[],
    equated_mean float8[] DEFAULT NULL, equated_sd float8[] DEFAULT NULL, theta_mean float8[] DEFAULT NULL,
    theta_sd float8[] DEFAULT NULL)
  RETURNS SETOF harmony.forced_choice_score
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 ROWS 5 AS 'MODULE_PATHNAME', 'harmony_score_forced_choice';
COMMENT ON FUNCTION harmony.score_forced_choice(smallint[], text[], text[], float8[], float8[], float8[], float8[], text[], float8[],
  float8[], float8[], float8[], float8[]) IS
'Scores one submission of a forced-choice form: one row a trait, in the order of traits.

Thurstonian item response theory (Brown and Maydeu-Olivares 2011): P(left over right) = Phi((ml - mr + ll tl - lr tr)/sqrt(pl^2 + pr^2)),
p^2 = 1 - l^2, p at least 0.1; loadings l within -1 to 1, intercepts m within -100 to 100. theta is the maximum of the posterior under N(0,
correlation), percentile = 100 Phi(theta).

score = equated_mean + equated_sd (theta - theta_mean)/theta_sd, within 0 to 100: linear equating to the percentage-of-maximum metric of a
rating scale with that mean and SD in a population in which the form''s theta estimates have this mean and SD (below 1, since they shrink).
Its standard error is equated_sd times that of theta. Without these four, which go together, there is no score: thresholds for rating
scales say nothing about a percentile.

answers: 1 left, 2 right, NULL not answered; under half of a trait''s pairs answered: no theta and no score. NULL in another argument gives
no row. Arrays that do not fit, a matrix that is no correlation matrix, a mean outside 0 to 100 (of theta -10 to 10), an SD that is
not above 0 (to 100; of theta to 10): 22023; another answer: 22003.';

CREATE FUNCTION harmony.trait_answers(answers smallint[], keyed smallint[], traits text[], scale_min integer, scale_max integer, trait text)
  RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_trait_answers';
COMMENT ON FUNCTION harmony.trait_answers(smallint[], smallint[], text[], integer, integer, text) IS
'The answers to one trait''s items in the direction of the trait: the rows that harmony.reliability takes.

In item order, NULL where not answered. Errors as harmony.score_likert.';

CREATE FUNCTION harmony.response_quality(answers smallint[], keyed smallint[], traits text[], scale_min integer, scale_max integer,
    response_ms integer[] DEFAULT NULL, item_mean float8[] DEFAULT NULL, item_covariance float8[] DEFAULT NULL,
    correct smallint[] DEFAULT NULL, discrimination float8[] DEFAULT NULL, difficulty float8[] DEFAULT NULL)
  RETURNS harmony.response_quality
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_response_quality';
COMMENT ON FUNCTION harmony.response_quality(smallint[], smallint[], text[], integer, integer, integer[], float8[], float8[], smallint[],
  float8[], float8[]) IS
'All indices of careless responding for one submission, the flags they raise, and whether the result is reliable.

SPEEDING (more than 25 % of the items under 2 s, or median under 1.5 s), LONGSTRING (a run of 10 or of half of the items), CYCLING (a
pattern of 2 to 5 answers repeated over 15 items, 22 where there are two answers), EXTREME (more than 70 % at an end point),
LOW_VARIABILITY (SD of the answers below 0.5 on a 5-point scale), INCONSISTENT (even-odd consistency below 0.3), UNSTABLE (mean consistency
of 100 random divisions into halves below 0; Curran 2016), SYNONYMS (answers to items that correlate beyond 0.6 in the population
correlate below -0.1), OUTLIER (Mahalanobis distance from item_mean, item_covariance beyond the chi-squared 0.999 quantile), MISFIT (lz
below -2, of a forced choice below 0; Drasgow, Levine and Williams 1985), INCOMPLETE (under 80 % answered); indices are rounded to 9
decimals before they are compared.

Not reliable: SPEEDING, LONGSTRING or CYCLING; two flags, where INCONSISTENT, UNSTABLE and SYNONYMS count as one; or careless_probability,
a logistic score over resampled_reliability, synonym_consistency, mahalanobis and person_fit_lz, above its cut-off (Meade and Craig 2012;
Huang et al. 2012; Curran 2016). Weights and cut-offs: harmony.default_psychometrics_model().

keyed NULL: an ability test, of which completeness, runs, cycles and times count alone, and lz where correct (the right options),
discrimination and difficulty (NULL where not known) are given. NULL answers, traits or scale give NULL; what else is not given raises no
flag. A covariance that is not symmetric: 22023.';

CREATE FUNCTION harmony.default_psychometrics_model() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_default_psychometrics_model';
COMMENT ON FUNCTION harmony.default_psychometrics_model() IS
'Every constant of profiles and of response quality as one document: derived traits with their weights, the traits of completeness,
the cut-offs of the flags and the weights of careless_probability.

version is that of the profile layout, which every profile bears. These constants are fixed: a change comes with a new version.
A derived trait is sum(w x)/sum(w) over its parts, 0 to 100, x reversed as 100 - x.';

-- Snapshots: states that new results join without the old ones being read.
CREATE FUNCTION harmony_internal.snapshot_of_state(state bytea) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_snapshot_of_state';
COMMENT ON FUNCTION harmony_internal.snapshot_of_state(bytea) IS
'The profile document of a state of harmony_internal.snapshot_state; 22P03 for bytes that are no state.';

CREATE FUNCTION harmony_internal.merge_snapshots(state bytea, later bytea) RETURNS harmony_internal.merged_snapshot
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 150 AS 'MODULE_PATHNAME', 'harmony_merge_snapshots';
COMMENT ON FUNCTION harmony_internal.merge_snapshots(bytea, bytea) IS
'Document and state of the results of two states together, in either order, overlapping or not; 22P03 for bytes that are no state.';

CREATE FUNCTION harmony_internal.snapshot_version() RETURNS integer
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_snapshot_version';
COMMENT ON FUNCTION harmony_internal.snapshot_version() IS
'Version of the profile layout that harmony.snapshot writes: the key "version" of the document.';

-- Adaptive testing.
CREATE FUNCTION harmony.ability_2pl(answers smallint[], a float8[], b float8[]) RETURNS harmony.ability
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_ability_2pl';
COMMENT ON FUNCTION harmony.ability_2pl(smallint[], float8[], float8[]) IS
'Ability under the two-parameter logistic model, expected a posteriori under N(0, 1) (Bock and Mislevy 1982).

P(right) = 1/(1 + exp(-a (theta - b))); the standard error is the posterior''s SD. answers by item: 1 right, 0 wrong, NULL not asked. a
above 0 to 10, b within -10 to 10, else 22023. Nothing answered: the prior, 0 and 1.';

CREATE FUNCTION harmony.next_item(answers smallint[], a float8[], b float8[], target_se float8 DEFAULT 0.4, max_items integer DEFAULT NULL)
  RETURNS harmony.next_item
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_next_item';
COMMENT ON FUNCTION harmony.next_item(smallint[], float8[], float8[], float8, integer) IS
'The next item of an adaptive test: of those not asked the one with the most information at the ability so far, of equals the first.

Information a^2 P (1 - P) at the theta of harmony.ability_2pl. Stops at a standard error of target_se (precise), after max_items (limit;
NULL: none), or when all were asked (exhausted): item is NULL then. NULL in another argument gives NULL. Errors as harmony.ability_2pl.';

CREATE FUNCTION harmony.expected_score(theta float8, standard_error float8, a float8[], b float8[], n_options integer DEFAULT 0)
  RETURNS harmony.expected_score
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_expected_score';
COMMENT ON FUNCTION harmony.expected_score(float8, float8, float8[], float8[], integer) IS
'The percentage right that somebody of this ability is expected to reach on a form of these items: the test characteristic curve, which
puts the ability of an adaptive test on the metric of the full form (Lord 1980).

raw = sum of P, score = 100 raw/items, P = 1/(1 + exp(-a (theta - b))). With n_options = k > 1 corrected for guessing as
harmony.score_cognitive does: right - wrong/(k - 1), at least 0. standard_error: that of theta times the slope of the curve, 100 sum of a P
(1 - P)/items, times k/(k - 1) with the correction (delta method). Without items NULL. Errors as harmony.ability_2pl; n_options 1 or
below 0, an argument that is not finite, a negative standard error: 22023.';

-- Answers and scores of single items.

CREATE FUNCTION harmony_internal.pomp(answer integer, scale_min integer, scale_max integer, inverted boolean DEFAULT false)
  RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_pomp';
COMMENT ON FUNCTION harmony_internal.pomp(integer, integer, integer, boolean) IS
'One answer as percentage of maximum possible, 0 to 100: 100 (answer - scale_min)/(scale_max - scale_min) (Cohen, Cohen, Aiken and
West 1999).

inverted: 100 (scale_max - answer)/(scale_max - scale_min), where much is bad. scale_min not below scale_max: 22023; an answer
outside the scale: 22003.';

CREATE FUNCTION harmony_internal.score_level(score float8, medium_above float8 DEFAULT 30, high_above float8 DEFAULT 70) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_score_level';
COMMENT ON FUNCTION harmony_internal.score_level(float8, float8, float8) IS
'A score in a word: high above high_above, medium above medium_above, else low.

Compared exactly, as it was measured; NaN has no level. Cut-offs that are not finite or not in ascending order: 22023.';

CREATE FUNCTION harmony_internal.rounded_score(score float8, decimals integer) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_rounded_score';
COMMENT ON FUNCTION harmony_internal.rounded_score(float8, integer) IS
'A score as it is shown, by the one rule for all: noise taken off (9 decimals), then rounded to 0 to 9 decimals from its exact value, an
exact tie to the even digit.

NaN and infinity come back as they are. Other decimals: 22023.';

CREATE FUNCTION harmony_internal.trait_percent(trait text, value float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_trait_percent';
COMMENT ON FUNCTION harmony_internal.trait_percent(text, float8) IS
'A trait''s value as a profile holds it, on 0 to 100: the leadership preferences autonomy, feedback and structure, 0 to 1, times
100; any other trait as it is.';

CREATE FUNCTION harmony_internal.right_answers(answers smallint[], correct smallint[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10
  AS 'MODULE_PATHNAME', 'harmony_right_answers';
COMMENT ON FUNCTION harmony_internal.right_answers(smallint[], smallint[]) IS
'Answers to a test as 1 right, 0 wrong, NULL where not answered.

correct: the number of the right option of each item. Arrays of different length: 22023; a NULL among the right options: 22004.';

CREATE FUNCTION harmony_internal.trait_right_answers(answers smallint[], correct smallint[], traits text[], trait text) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20
  AS 'MODULE_PATHNAME', 'harmony_trait_right_answers';
COMMENT ON FUNCTION harmony_internal.trait_right_answers(smallint[], smallint[], text[], text) IS
'The answers to one trait''s items of a test, in item order: 1 right, 0 wrong or not answered. The rows that harmony.reliability
takes (alpha is then KR-20).

Arrays of different length: 22023; a NULL among the right options or traits: 22004.';
