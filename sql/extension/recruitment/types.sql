-- Recruitment: what the safety barrier and selection rates return. Formulas: docs/reference/ranking.md and docs/reference/impact.md.

CREATE TYPE harmony.safety AS (level text, triggers jsonb, unassessed text[]);
COMMENT ON TYPE harmony.safety IS 'Verdict of the safety barrier.';
COMMENT ON COLUMN harmony.safety.level IS
'From worst: DISQUALIFIED, HIGH_RISK, ADVISORY, UNASSESSED (no rule fired, but a trait of one that disqualifies was not measured), CLEAR.';
COMMENT ON COLUMN harmony.safety.triggers IS 'The rules that fired, worst first: [{"trait", "value", "below", "effect"}].';
COMMENT ON COLUMN harmony.safety.unassessed IS 'The traits of rules that could not be judged: they were not measured.';

CREATE TYPE harmony.selection_rate AS (
  stage             text,
  group_name        text,
  n                 bigint,
  selected          bigint,
  rate              float8,
  rate_low          float8,
  rate_high         float8,
  reference         text,
  ratio             float8,
  rejection_ratio   float8,
  risk_difference   float8,
  rd_low            float8,
  rd_high           float8,
  p                 float8,
  p_adjusted        float8,
  z                 float8,
  adverse           boolean,
  adverse_rejection boolean,
  decisions_to_turn bigint,
  mh_odds_ratio     float8,
  mh_low            float8,
  mh_high           float8,
  mh_p              float8,
  cohens_h          float8,
  phi               float8
);
COMMENT ON TYPE harmony.selection_rate IS
'How many of a group were selected at a stage, compared with all others together or with the group that has the highest rate.';
COMMENT ON COLUMN harmony.selection_rate.stage IS 'NULL where the counts are of one stage.';
COMMENT ON COLUMN harmony.selection_rate.group_name IS 'Name of the group.';
COMMENT ON COLUMN harmony.selection_rate.n IS 'People of the group.';
COMMENT ON COLUMN harmony.selection_rate.selected IS 'How many of them were selected.';
COMMENT ON COLUMN harmony.selection_rate.rate IS 'selected/n, 0 to 1.';
COMMENT ON COLUMN harmony.selection_rate.rate_low IS 'Lower end of the 95 % Wilson interval.';
COMMENT ON COLUMN harmony.selection_rate.rate_high IS 'Upper end of the 95 % Wilson interval.';
COMMENT ON COLUMN harmony.selection_rate.reference IS
'others: all other groups together, which is what is tested; highest: the group with the highest rate, as the four-fifths rule has it.
NULL for a group alone.';
COMMENT ON COLUMN harmony.selection_rate.ratio IS 'rate over the rate of the reference.';
COMMENT ON COLUMN harmony.selection_rate.rejection_ratio IS '1 - rate over the same of the reference.';
COMMENT ON COLUMN harmony.selection_rate.risk_difference IS 'rate less the rate of the reference.';
COMMENT ON COLUMN harmony.selection_rate.rd_low IS 'Lower end of the 95 % interval, Newcombe''s method 10.';
COMMENT ON COLUMN harmony.selection_rate.rd_high IS 'Upper end of the 95 % interval, Newcombe''s method 10.';
COMMENT ON COLUMN harmony.selection_rate.p IS
  'Fisher''s exact test, two-sided; NULL against the highest, and where everybody or nobody was selected.';
COMMENT ON COLUMN harmony.selection_rate.p_adjusted IS 'p after Benjamini and Hochberg over all groups and stages.';
COMMENT ON COLUMN harmony.selection_rate.z IS 'The difference in standard errors (pooled): beyond 2 is the 2-SD rule.';
COMMENT ON COLUMN harmony.selection_rate.adverse IS
'Whether ratio is under four fifths and p_adjusted under .05; with strata, mh_odds_ratio under 1 and mh_p under .05 besides.';
COMMENT ON COLUMN harmony.selection_rate.adverse_rejection IS
'The same read on rejections, for a stage that nearly everybody passes: whether rejection_ratio is above five fourths, beyond chance.';
COMMENT ON COLUMN harmony.selection_rate.decisions_to_turn IS
'The fewest decisions, about people of the group alone or of the others alone, that would turn adverse; NULL where none would.';
COMMENT ON COLUMN harmony.selection_rate.mh_odds_ratio IS
'Odds of selection over those of the others, each within its stratum (Mantel and Haenszel); NULL without several strata.';
COMMENT ON COLUMN harmony.selection_rate.mh_low IS 'Lower end of the 95 % interval (Robins, Breslow and Greenland).';
COMMENT ON COLUMN harmony.selection_rate.mh_high IS 'Upper end of the 95 % interval (Robins, Breslow and Greenland).';
COMMENT ON COLUMN harmony.selection_rate.mh_p IS 'Mantel and Haenszel''s chi-squared test with continuity correction.';
COMMENT ON COLUMN harmony.selection_rate.cohens_h IS 'Difference of the arcsine-transformed rates.';
COMMENT ON COLUMN harmony.selection_rate.phi IS 'Correlation of group and selection, -1 to 1.';
