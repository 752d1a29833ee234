-- Recruitment: what the safety barrier and selection rates return. Formulas: docs/reference/ranking.md and docs/reference/impact.md.

CREATE TYPE harmony.safety AS (level text, triggers jsonb, unassessed text[]);
COMMENT ON TYPE harmony.safety IS 'Verdict of the safety barrier.';
COMMENT ON COLUMN harmony.safety.level IS
'From worst: DISQUALIFIED, HIGH_RISK, ADVISORY, UNASSESSED (no rule fired, but a trait of one that disqualifies was not measured), CLEAR.';
COMMENT ON COLUMN harmony.safety.triggers IS 'The rules that fired, worst first: [{"trait", "value", "below", "effect"}].';
COMMENT ON COLUMN harmony.safety.unassessed IS 'The traits of rules that could not be judged: they were not measured.';

CREATE TYPE harmony.selection_rate AS (
  group_name         text,
  selected           bigint,
  total              bigint,
  rate               float8,
  rate_low           float8,
  rate_high          float8,
  reference          text,
  reference_selected bigint,
  reference_total    bigint,
  impact_ratio       float8,
  adverse            boolean,
  cohens_h           float8,
  phi                float8
);
COMMENT ON TYPE harmony.selection_rate IS 'How many of a group were selected, compared with the group that has the highest rate.';
COMMENT ON COLUMN harmony.selection_rate.rate IS 'selected/total, 0 to 1.';
COMMENT ON COLUMN harmony.selection_rate.rate_low IS 'Lower end of the 95 % Wilson interval.';
COMMENT ON COLUMN harmony.selection_rate.rate_high IS 'Upper end of the 95 % Wilson interval.';
COMMENT ON COLUMN harmony.selection_rate.reference IS 'The group with the highest rate.';
COMMENT ON COLUMN harmony.selection_rate.impact_ratio IS 'rate over the rate of the reference.';
COMMENT ON COLUMN harmony.selection_rate.adverse IS 'Whether impact_ratio is under four fifths.';
COMMENT ON COLUMN harmony.selection_rate.cohens_h IS 'Difference of the arcsine-transformed rates.';
COMMENT ON COLUMN harmony.selection_rate.phi IS 'Correlation of group and selection.';
