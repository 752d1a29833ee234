-- Item response theory: forced choice (Thurstonian) and adaptive testing (2PL). Formulas: docs/item_response.md.

CREATE TYPE harmony.forced_choice_score AS (
  trait          text,
  raw            float8,
  n_items        integer,
  n_answered     integer,
  score          float8,
  standard_error float8,
  score_low      float8,
  score_high     float8
);
COMMENT ON TYPE harmony.forced_choice_score IS 'The score of one trait of a forced-choice form: theta in raw, pairs with the trait, answered ones, percentile 0 to 100, standard error of theta, and the percentiles at theta -/+ 1.96 standard errors. NULL = not scored.';

CREATE TYPE harmony.ability AS (theta float8, standard_error float8, n_answered integer);
COMMENT ON TYPE harmony.ability IS 'An ability on the scale of the population, mean 0 and SD 1, with its standard error and the number of answers behind it.';

CREATE TYPE harmony.next_item AS (
  item           integer,
  information    float8,
  theta          float8,
  standard_error float8,
  n_answered     integer,
  stop           text
);
COMMENT ON TYPE harmony.next_item IS 'Which item to ask next (its position, and its information at the ability so far), or why to stop: precise, limit, exhausted.';

CREATE FUNCTION harmony.score_forced_choice(answers smallint[], left_traits text[], right_traits text[],
    left_loadings float8[], right_loadings float8[], left_intercepts float8[], right_intercepts float8[],
    traits text[], correlation float8[])
  RETURNS SETOF harmony.forced_choice_score
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5
  AS 'MODULE_PATHNAME', 'harmony_score_forced_choice';
COMMENT ON FUNCTION harmony.score_forced_choice(smallint[], text[], text[], float8[], float8[], float8[], float8[], text[], float8[]) IS
'Scores one submission of a forced-choice form by Thurstonian item response theory (Brown and Maydeu-Olivares 2011): one row a trait, in the order of traits.

P(left over right) = Phi((ml - mr + ll tl - lr tr)/sqrt(pl^2 + pr^2)), p^2 = 1 - l^2, p at least 0.1; loadings l within -1 to 1, intercepts m within -100 to 100. theta is the maximum of the posterior under N(0, correlation), score = 100 Phi(theta). answers: 1 left, 2 right, NULL not answered; under half of a trait''s pairs answered: no score. Arrays that do not fit, a matrix that is no correlation matrix: 22023; another answer: 22003.';

CREATE FUNCTION harmony.ability_2pl(answers smallint[], a float8[], b float8[]) RETURNS harmony.ability
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500
  AS 'MODULE_PATHNAME', 'harmony_ability_2pl';
COMMENT ON FUNCTION harmony.ability_2pl(smallint[], float8[], float8[]) IS
'Ability under the two-parameter logistic model P(right) = 1/(1 + exp(-a (theta - b))), expected a posteriori under N(0, 1) (Bock and Mislevy 1982); the standard error is the posterior''s SD.

answers by item: 1 right, 0 wrong, NULL not asked. a above 0 to 10, b within -10 to 10, else 22023. Nothing answered: the prior, 0 and 1.';

CREATE FUNCTION harmony.next_item(answers smallint[], a float8[], b float8[], target_se float8 DEFAULT 0.4, max_items integer DEFAULT NULL)
  RETURNS harmony.next_item
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 500
  AS 'MODULE_PATHNAME', 'harmony_next_item';
COMMENT ON FUNCTION harmony.next_item(smallint[], float8[], float8[], float8, integer) IS
'The next item of an adaptive test: of those not asked the one with the most information a^2 P (1 - P) at the ability so far (harmony.ability_2pl), of equals the first.

Stops at a standard error of target_se (precise), after max_items (limit; NULL: none), or when all were asked (exhausted): item is NULL then. NULL in another argument gives NULL.';
