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

CREATE TYPE harmony.scored_submission AS (
  scores harmony.submission_score[],
  state  bytea
);
COMMENT ON TYPE harmony.scored_submission IS 'The scores of one submission, and the state of harmony.snapshot_state that they make.';

CREATE FUNCTION harmony.score_submission(key record, answers smallint[], response_ms integer[] DEFAULT NULL, measured_at timestamptz DEFAULT NULL)
  RETURNS harmony.scored_submission
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100
  AS 'MODULE_PATHNAME', 'harmony_score_submission';
COMMENT ON FUNCTION harmony.score_submission(record, smallint[], integer[], timestamptz) IS
'One submission scored and judged in one call: the rows of harmony.score_likert (kind ''likert''), harmony.score_cognitive (kind ''cognitive'') or harmony.score_forced_choice (kind ''forced_choice'') that have a score, each with the verdict of harmony.response_quality; and, where measured_at is given, the state that they make in harmony.snapshot_state.

key is a row of assessment.scoring_key, or any row with such fields: instrument, kind text; keyed smallint[], traits text[], correct smallint[] by item; families text[], the family of each trait in the order of the traits'' first items or, for forced choice, in trait_order; n_options integer; scale_min, scale_max smallint; for forced choice right_traits, left_loadings, right_loadings, left_intercepts, right_intercepts, trait_order, trait_correlation, where raw is the trait''s theta. instrument, item_mean, item_covariance and response_ms may be missing or NULL, the latter leaving their indices unjudged; NULL elsewhere gives NULL. A field of another type is an error 42804, another kind 22023; other errors as in the four functions.';
