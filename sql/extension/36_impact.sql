-- One candidate explained, what a ranking hangs on, and whether groups are selected alike. Formulas: docs/ranking.md.

CREATE FUNCTION harmony.impact(profile jsonb, request jsonb) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2000
  AS 'MODULE_PATHNAME', 'harmony_impact';
COMMENT ON FUNCTION harmony.impact(jsonb, jsonb) IS
'A candidate explained, with the request of harmony.match_request(): safety, fit by competency and trait, success by term, the team without and with the candidate, vessel, leader, flags, and all of it in words.

Contributions sum to their score: traits to the competency, competencies to g_fit, intercept + terms + clamping to the predicted success, parts of the team delta to the delta. The disqualified have no success and no team. A NULL profile gives NULL, a NULL request is an error 22004.';

CREATE TYPE harmony.rank_sensitivity AS (
  stage        text,
  weight       text,
  change       float8,
  kendall_tau  float8,
  spearman_rho float8,
  n            bigint,
  top          integer,
  top_changed  integer,
  new_first    uuid,
  new_top      uuid[]
);
COMMENT ON TYPE harmony.rank_sensitivity IS
'What one changed weight does to one of the two rankings (stage g_fit or y_success): rank correlations with the ranking as it is, how many of the first top leave it, and who stands there then.';

CREATE FUNCTION harmony.rank_sensitivity_final(internal) RETURNS harmony.rank_sensitivity[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000
  AS 'MODULE_PATHNAME', 'harmony_rank_sensitivity_final';
COMMENT ON FUNCTION harmony.rank_sensitivity_final(internal) IS 'Final function of harmony.rank_sensitivity.';

CREATE AGGREGATE harmony.rank_sensitivity(person uuid, profile jsonb, request jsonb) (
  SFUNC = harmony.match_transition,
  STYPE = internal,
  SSPACE = 100000,
  FINALFUNC = harmony.rank_sensitivity_final,
  COMBINEFUNC = harmony.match_combine,
  SERIALFUNC = harmony.match_serialize,
  DESERIALFUNC = harmony.match_deserialize,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE harmony.rank_sensitivity(uuid, jsonb, jsonb) IS
'What a ranking hangs on: each competency''s importance and each beta times 0.8 and 1.2 (key sensitivity of the model), one element a weight and direction, to unnest.

Takes what harmony.match takes and shares its state: in one SELECT the pool is judged once. Kendall''s tau-b in n log n (Knight 1966), Spearman''s rho. The first top places are compared (of the request, else 10). The disqualified and candidates without the score take no part.';

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

CREATE FUNCTION harmony.selection_rates(group_names text[], selected bigint[], totals bigint[], min_size integer DEFAULT 5)
  RETURNS SETOF harmony.selection_rate
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 ROWS 5
  AS 'MODULE_PATHNAME', 'harmony_selection_rates';
COMMENT ON FUNCTION harmony.selection_rates(text[], bigint[], bigint[], integer) IS
'Selection rates by group with the four-fifths ratio (Uniform Guidelines 1978), Cohen''s h and phi against the group with the highest rate, in the order of the names.

Groups of fewer than min_size people are left out. A group alone has no ratio. Counts that do not fit, or a name twice: 22023.';
