-- Scoring and snapshots. Formulas and sources: docs/reference/assessment.md.
CREATE TYPE harmony.trait_score AS (
  trait      text,
  raw        float8,
  n_items    integer,
  n_answered integer,
  score      float8
);
COMMENT ON TYPE harmony.trait_score IS 'The score of one trait of one submission: raw sum, items, answered items, and 0 to 100 (NULL = not scored).';

CREATE TYPE harmony.response_quality AS (
  n_items            integer,
  n_answered         integer,
  completeness       float8,
  longstring         integer,
  irv                float8,
  extreme_share      float8,
  even_odd           float8,
  median_ms          float8,
  fast_share         float8,
  mahalanobis        float8,
  mahalanobis_cutoff float8,
  flags              text[],
  reliable           boolean
);
COMMENT ON TYPE harmony.response_quality IS 'Signs of careless responding in one submission, with the flags they raise and the verdict. An index that was not judged is NULL.';

CREATE TYPE harmony_internal.merged_snapshot AS (
  snapshot jsonb,
  state    bytea
);
COMMENT ON TYPE harmony_internal.merged_snapshot IS 'A profile document and the state that it was made from.';

-- Item response theory: forced choice (Thurstonian) and adaptive testing (2PL). Formulas: docs/reference/item_response.md.
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
COMMENT ON TYPE harmony.scored_submission IS 'The scores of one submission, and the state of harmony_internal.snapshot_state that they make.';
