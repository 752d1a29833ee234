-- Scoring and snapshots. Formulas and sources: docs/assessment.md.

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

CREATE FUNCTION harmony.score_likert(answers smallint[], keyed smallint[], traits text[], scale_min integer, scale_max integer)
  RETURNS SETOF harmony.trait_score
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 5
  AS 'MODULE_PATHNAME', 'harmony_score_likert';
COMMENT ON FUNCTION harmony.score_likert(smallint[], smallint[], text[], integer, integer) IS
'Scores one submission of a rating-scale instrument: one row a trait, in order of first appearance.

score = 100 (mean - scale_min)/(scale_max - scale_min) over the answered items, reversed where keyed is -1 (percentage of maximum possible; Cohen, Cohen, Aiken and West 1999). NULL answers are not answered; under half of a trait''s items answered: score NULL. Arrays of different length or a wrong key: 22023; an answer outside the scale: 22003.';

CREATE FUNCTION harmony.score_cognitive(answers smallint[], correct smallint[], traits text[], n_options integer DEFAULT 0)
  RETURNS SETOF harmony.trait_score
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 5
  AS 'MODULE_PATHNAME', 'harmony_score_cognitive';
COMMENT ON FUNCTION harmony.score_cognitive(smallint[], smallint[], text[], integer) IS
'Scores one submission of an ability test: one row a trait.

score = 100 right/items; a skipped item counts as wrong. With n_options = k > 1 corrected for guessing: right - wrong/(k - 1), at least 0 (Lord 1975). A trait of which nothing was answered has no score.';

CREATE FUNCTION harmony.trait_answers(answers smallint[], keyed smallint[], traits text[], scale_min integer, scale_max integer, trait text)
  RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20
  AS 'MODULE_PATHNAME', 'harmony_trait_answers';
COMMENT ON FUNCTION harmony.trait_answers(smallint[], smallint[], text[], integer, integer, text) IS
'The answers to one trait''s items, in item order and in the direction of the trait, NULL where not answered: the rows that harmony.reliability takes.';

CREATE FUNCTION harmony.response_quality(answers smallint[], keyed smallint[], traits text[], scale_min integer, scale_max integer,
    response_ms integer[] DEFAULT NULL, item_mean float8[] DEFAULT NULL, item_covariance float8[] DEFAULT NULL)
  RETURNS harmony.response_quality
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50
  AS 'MODULE_PATHNAME', 'harmony_response_quality';
COMMENT ON FUNCTION harmony.response_quality(smallint[], smallint[], text[], integer, integer, integer[], float8[], float8[]) IS
'All indices of careless responding for one submission, the flags they raise, and whether the result is reliable.

SPEEDING (more than 25 % of the items under 2 s, or median under 1.5 s), LONGSTRING (a run of 10 or of half of the items), EXTREME (more than 70 % at an end point), LOW_VARIABILITY (SD of the answers below 0.5 on a 5-point scale), INCONSISTENT (even-odd consistency below 0.3), OUTLIER (Mahalanobis distance from item_mean, item_covariance beyond the chi-squared 0.999 quantile), INCOMPLETE (under 80 % answered). Two flags, or SPEEDING or LONGSTRING alone: not reliable (Meade and Craig 2012; Huang et al. 2012; Curran 2016). keyed NULL: an ability test, of which only completeness, runs and times are judged. What was not given is not judged.';

CREATE FUNCTION harmony.snapshot_transition(internal, trait text, family text, score float8, reliable boolean, measured_at timestamptz, instrument text, flags text[])
  RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20
  AS 'MODULE_PATHNAME', 'harmony_snapshot_transition';
COMMENT ON FUNCTION harmony.snapshot_transition(internal, text, text, float8, boolean, timestamptz, text, text[]) IS 'Transition function of harmony.snapshot.';

CREATE FUNCTION harmony.snapshot_final(internal) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200
  AS 'MODULE_PATHNAME', 'harmony_snapshot_final';
COMMENT ON FUNCTION harmony.snapshot_final(internal) IS 'Final function of harmony.snapshot.';

CREATE AGGREGATE harmony.snapshot(trait text, family text, score float8, reliable boolean, measured_at timestamptz, instrument text, flags text[]) (
  SFUNC = harmony.snapshot_transition,
  STYPE = internal,
  SSPACE = 5000,
  FINALFUNC = harmony.snapshot_final,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE harmony.snapshot(text, text, float8, boolean, timestamptz, text, text[]) IS
'The profile document of one person from that person''s results, one row a result, in any order.

Of each trait the newest reliable result counts, an unreliable one only where nothing else exists. Scores are 0 to 100 and are stored with 1 decimal, leadership preferences 0 to 1 with 2. Rows without trait or score are passed over; without any result the profile is an empty one. Layout: docs/assessment.md.';

-- The state beside the document: new results join it without the old ones being read.
CREATE FUNCTION harmony.snapshot_state_final(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20
  AS 'MODULE_PATHNAME', 'harmony_snapshot_state_final';
COMMENT ON FUNCTION harmony.snapshot_state_final(internal) IS 'Final function of harmony.snapshot_state.';

CREATE AGGREGATE harmony.snapshot_state(trait text, family text, score float8, reliable boolean, measured_at timestamptz, instrument text, flags text[]) (
  SFUNC = harmony.snapshot_transition,
  STYPE = internal,
  SSPACE = 5000,
  FINALFUNC = harmony.snapshot_state_final,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE harmony.snapshot_state(text, text, float8, boolean, timestamptz, text, text[]) IS
'What harmony.snapshot makes its document from, in a form to be stored beside it: of each trait the result that counts, unrounded. The same results give the same bytes, in whatever order and by whatever merges they came.';

CREATE FUNCTION harmony.snapshot(state bytea) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100
  AS 'MODULE_PATHNAME', 'harmony_snapshot_of_state';
COMMENT ON FUNCTION harmony.snapshot(bytea) IS
'The profile document of a state of harmony.snapshot_state: what the aggregate harmony.snapshot gives of its results. Bytes that are no state are an error 22P03.';

CREATE TYPE harmony.merged_snapshot AS (
  snapshot jsonb,
  state    bytea
);
COMMENT ON TYPE harmony.merged_snapshot IS 'A profile document and the state that it was made from.';

CREATE FUNCTION harmony.merge_snapshots(state bytea, later bytea) RETURNS harmony.merged_snapshot
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 150
  AS 'MODULE_PATHNAME', 'harmony_merge_snapshots';
COMMENT ON FUNCTION harmony.merge_snapshots(bytea, bytea) IS
'The document and the state of the results of two states of harmony.snapshot_state, as if it had seen them all; the two may overlap and change places. Bytes that are no state are an error 22P03.';

CREATE FUNCTION harmony.snapshot_version() RETURNS integer
  LANGUAGE c IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_snapshot_version';
COMMENT ON FUNCTION harmony.snapshot_version() IS 'Version of the profile layout that harmony.snapshot writes: the document''s key "version".';
