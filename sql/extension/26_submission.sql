-- A whole submission in one call: what module assessment stores.

CREATE TYPE harmony.submission_score AS (
  trait      text,
  family     text,
  raw        float8,
  n_items    integer,
  n_answered integer,
  score      float8,
  reliable   boolean,
  flags      text[]
);
COMMENT ON TYPE harmony.submission_score IS 'A trait''s score from one submission with the verdict on the quality of the answers.';

CREATE FUNCTION harmony.score_submission(kind text, answers smallint[], keyed smallint[], traits text[], families text[], correct smallint[],
    n_options integer, scale_min integer, scale_max integer, response_ms integer[] DEFAULT NULL,
    item_mean float8[] DEFAULT NULL, item_covariance float8[] DEFAULT NULL,
    right_traits text[] DEFAULT NULL, left_loadings float8[] DEFAULT NULL, right_loadings float8[] DEFAULT NULL,
    left_intercepts float8[] DEFAULT NULL, right_intercepts float8[] DEFAULT NULL,
    trait_order text[] DEFAULT NULL, trait_correlation float8[] DEFAULT NULL)
  RETURNS SETOF harmony.submission_score
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 ROWS 5
  AS 'MODULE_PATHNAME', 'harmony_score_submission';
COMMENT ON FUNCTION harmony.score_submission(text, smallint[], smallint[], text[], text[], smallint[], integer, integer, integer, integer[], float8[], float8[],
  text[], float8[], float8[], float8[], float8[], text[], float8[]) IS
'One submission scored and judged in one call: the rows of harmony.score_likert (kind ''likert''), harmony.score_cognitive (kind ''cognitive'') or harmony.score_forced_choice (kind ''forced_choice'') that have a score, each with the verdict of harmony.response_quality.

families names the family of each trait, in the order of the traits'' first items or, for forced choice, in trait_order. response_ms, item_mean and item_covariance may be NULL, which leaves their indices unjudged; the arguments after them are for forced choice, where raw is the trait''s theta. NULL elsewhere gives no rows. Another kind is an error 22023; other errors as in the four functions.';
