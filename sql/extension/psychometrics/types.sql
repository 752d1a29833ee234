-- Psychometrics: what scoring, response quality, snapshots and adaptive tests return.
-- Formulas: docs/reference/assessment.md and docs/reference/item_response.md.

-- Scores of a submission.
CREATE TYPE harmony.trait_score AS (
  trait      text,
  raw        float8,
  n_items    integer,
  n_answered integer,
  score      float8
);
COMMENT ON TYPE harmony.trait_score IS
'The score of one trait of one submission.

score is NULL where too little was answered.';
COMMENT ON COLUMN harmony.trait_score.trait IS 'Name of the trait.';
COMMENT ON COLUMN harmony.trait_score.raw IS
'Sum of the answers in the direction of the trait; of an ability test right answers, corrected for guessing.';
COMMENT ON COLUMN harmony.trait_score.n_items IS 'Items of the trait.';
COMMENT ON COLUMN harmony.trait_score.n_answered IS 'Of them answered.';
COMMENT ON COLUMN harmony.trait_score.score IS '0 to 100.';

CREATE TYPE harmony.forced_choice_score AS (
  trait          text,
  raw            float8,
  n_items        integer,
  n_answered     integer,
  score          float8,
  standard_error float8,
  score_low      float8,
  score_high     float8,
  percentile     float8
);
COMMENT ON TYPE harmony.forced_choice_score IS
'The score of one trait of a forced-choice form.

NULL where too little was answered.';
COMMENT ON COLUMN harmony.forced_choice_score.trait IS 'Name of the trait.';
COMMENT ON COLUMN harmony.forced_choice_score.raw IS 'theta, on the scale of the population: mean 0, SD 1.';
COMMENT ON COLUMN harmony.forced_choice_score.n_items IS 'Pairs with the trait.';
COMMENT ON COLUMN harmony.forced_choice_score.n_answered IS 'Of them answered.';
COMMENT ON COLUMN harmony.forced_choice_score.score IS
'0 to 100, percentage of maximum possible of the rating scale that the form is equated to; NULL without equating.';
COMMENT ON COLUMN harmony.forced_choice_score.standard_error IS 'Of theta.';
COMMENT ON COLUMN harmony.forced_choice_score.score_low IS 'score - 1.96 of its standard errors, equated_sd times that of theta.';
COMMENT ON COLUMN harmony.forced_choice_score.score_high IS 'score + 1.96 of its standard errors.';
COMMENT ON COLUMN harmony.forced_choice_score.percentile IS
'100 Phi(theta): share of the population with less of the trait. Another metric than score.';

CREATE TYPE harmony.response_quality AS (
  n_items               integer,
  n_answered            integer,
  completeness          float8,
  longstring            integer,
  irv                   float8,
  extreme_share         float8,
  even_odd              float8,
  median_ms             float8,
  fast_share            float8,
  mahalanobis           float8,
  mahalanobis_cutoff    float8,
  longest_cycle         integer,
  resampled_reliability float8,
  synonym_consistency   float8,
  person_fit_lz         float8,
  careless_probability  float8,
  flags                 text[],
  reliable              boolean
);
COMMENT ON TYPE harmony.response_quality IS
'Signs of careless responding in one submission, with the flags they raise and the verdict.

An index that could not be computed is NULL and raises no flag.';
COMMENT ON COLUMN harmony.response_quality.n_items IS 'Items of the instrument.';
COMMENT ON COLUMN harmony.response_quality.n_answered IS 'How many of them were answered.';
COMMENT ON COLUMN harmony.response_quality.completeness IS 'Share of items answered, 0 to 1.';
COMMENT ON COLUMN harmony.response_quality.longstring IS 'Longest run of one answer; an unanswered item ends a run.';
COMMENT ON COLUMN harmony.response_quality.irv IS 'Intra-individual response variability: SD of the answers (n - 1), in scale points.';
COMMENT ON COLUMN harmony.response_quality.extreme_share IS 'Share of the answers at an end point, 0 to 1.';
COMMENT ON COLUMN harmony.response_quality.even_odd IS 'Consistency of the even and odd halves over the traits, -1 to 1.';
COMMENT ON COLUMN harmony.response_quality.median_ms IS 'Median response time, ms.';
COMMENT ON COLUMN harmony.response_quality.fast_share IS 'Share of the response times under 2 s, 0 to 1.';
COMMENT ON COLUMN harmony.response_quality.mahalanobis IS 'Squared Mahalanobis distance from the population.';
COMMENT ON COLUMN harmony.response_quality.mahalanobis_cutoff IS 'The squared distance above which the person is an outlier.';
COMMENT ON COLUMN harmony.response_quality.longest_cycle IS
'Longest stretch that repeats a pattern of 1 to 5 answers at least once, in items; 0: none.';
COMMENT ON COLUMN harmony.response_quality.resampled_reliability IS
'Mean consistency of 100 random divisions of the scales into halves, -1 to 1.';
COMMENT ON COLUMN harmony.response_quality.synonym_consistency IS
'Correlation of the answers to items that go together in the population, -1 to 1.';
COMMENT ON COLUMN harmony.response_quality.person_fit_lz IS
'Standardised log-likelihood of the answers under the item parameters; low: unlikely ones.';
COMMENT ON COLUMN harmony.response_quality.careless_probability IS
'Probability of careless answers by the indices together, 0 to 1, where as many sheets are careless as attentive.';
COMMENT ON COLUMN harmony.response_quality.flags IS
'SPEEDING, LONGSTRING, CYCLING, EXTREME, LOW_VARIABILITY, INCONSISTENT, UNSTABLE, SYNONYMS, OUTLIER, MISFIT, INCOMPLETE, in this order.';
COMMENT ON COLUMN harmony.response_quality.reliable IS 'Whether the answers may be used, by the flags.';

-- A whole submission in one call: what module assessment stores.
CREATE TYPE harmony.submission_score AS (
  trait      text,
  family     text,
  raw        float8,
  n_items    integer,
  n_answered integer,
  score      float8,
  standard_error float8,
  t_score    float8,
  percentile float8,
  sem        float8,
  reliable   boolean,
  flags      text[]
);
COMMENT ON TYPE harmony.submission_score IS 'A trait''s score from one submission with the verdict on the quality of the answers.';
COMMENT ON COLUMN harmony.submission_score.trait IS 'Code of the trait.';
COMMENT ON COLUMN harmony.submission_score.family IS 'Under which it stands in the snapshot.';
COMMENT ON COLUMN harmony.submission_score.raw IS
'As harmony.trait_score.raw; of an adaptive test what is expected, of a forced choice theta.';
COMMENT ON COLUMN harmony.submission_score.n_items IS 'Items of the trait.';
COMMENT ON COLUMN harmony.submission_score.n_answered IS 'How many of them were answered.';
COMMENT ON COLUMN harmony.submission_score.score IS '0 to 100.';
COMMENT ON COLUMN harmony.submission_score.standard_error IS
'Of the score, where scoring tells it: forced choice and adaptive tests.';
COMMENT ON COLUMN harmony.submission_score.t_score IS '50 + 10 z in the population of the key''s norm.';
COMMENT ON COLUMN harmony.submission_score.percentile IS 'In that population, as harmony.norm_percentile has it.';
COMMENT ON COLUMN harmony.submission_score.sem IS 'Standard error of measurement in that population, in points of the score.';
COMMENT ON COLUMN harmony.submission_score.reliable IS 'Whether the answers may be used, by the flags.';
COMMENT ON COLUMN harmony.submission_score.flags IS 'Of harmony.response_quality.';

CREATE TYPE harmony.scored_submission AS (
  scores harmony.submission_score[],
  state  bytea
);
COMMENT ON TYPE harmony.scored_submission IS
'The scores of one submission, and the state of harmony_internal.snapshot_state that they make.';
COMMENT ON COLUMN harmony.scored_submission.scores IS 'A row a trait.';
COMMENT ON COLUMN harmony.scored_submission.state IS 'The state, to be merged into the person''s; NULL where no time was given.';

-- Snapshots.
CREATE TYPE harmony_internal.merged_snapshot AS (
  snapshot jsonb,
  state    bytea
);
COMMENT ON TYPE harmony_internal.merged_snapshot IS 'A profile document and the state that it was made from.';
COMMENT ON COLUMN harmony_internal.merged_snapshot.snapshot IS 'The profile document.';
COMMENT ON COLUMN harmony_internal.merged_snapshot.state IS 'What it was made from: harmony_internal.snapshot_state.';

-- Adaptive testing.
CREATE TYPE harmony.ability AS (theta float8, standard_error float8, n_answered integer);
COMMENT ON TYPE harmony.ability IS 'An ability on the scale of the population, mean 0 and SD 1.';
COMMENT ON COLUMN harmony.ability.theta IS 'Mean of the posterior.';
COMMENT ON COLUMN harmony.ability.standard_error IS 'SD of the posterior.';
COMMENT ON COLUMN harmony.ability.n_answered IS 'Answers that it rests on.';

CREATE TYPE harmony.next_item AS (
  item           integer,
  information    float8,
  theta          float8,
  standard_error float8,
  n_answered     integer,
  stop           text
);
COMMENT ON TYPE harmony.next_item IS 'Which item to ask next, or why to stop.';
COMMENT ON COLUMN harmony.next_item.item IS 'Position of the item, from 1; NULL: stop.';
COMMENT ON COLUMN harmony.next_item.information IS 'Of the item at the ability so far.';
COMMENT ON COLUMN harmony.next_item.theta IS 'The ability so far.';
COMMENT ON COLUMN harmony.next_item.standard_error IS 'SD of the posterior of the ability.';
COMMENT ON COLUMN harmony.next_item.n_answered IS 'Answers that it rests on.';
COMMENT ON COLUMN harmony.next_item.stop IS 'precise, limit or exhausted; NULL: go on.';

CREATE TYPE harmony.expected_score AS (raw float8, score float8, standard_error float8);
COMMENT ON TYPE harmony.expected_score IS 'What somebody of an ability is expected to reach on a form.';
COMMENT ON COLUMN harmony.expected_score.raw IS 'Items right, corrected for guessing where there are options.';
COMMENT ON COLUMN harmony.expected_score.score IS 'In per cent of the items, 0 to 100.';
COMMENT ON COLUMN harmony.expected_score.standard_error IS 'Of the score, from that of the ability.';
