-- Hiring, stage 1 (DNRE: fit to the position) and stage 2 (MLPSM: predicted success with this team).
-- Formulas and sources: docs/reference/ranking.md. A profile is the document of harmony.snapshot. Functions return full precision;
-- a NULL profile gives NULL, a NULL model argument means the defaults of harmony.default_model().
CREATE TYPE harmony.safety AS (level text, triggers jsonb);
COMMENT ON TYPE harmony.safety IS 'Verdict of the safety barrier: CLEAR, ADVISORY, HIGH_RISK or DISQUALIFIED, and the rules that fired, worst first: [{"trait", "value", "below", "effect"}].';

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
COMMENT ON TYPE harmony.selection_rate IS 'How many of a group were selected, 0 to 1 with a 95 % Wilson interval, against the group with the highest rate: ratio, whether it is under four fifths, effect sizes h and phi.';
