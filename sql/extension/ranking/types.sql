-- harmony.match: a pool of candidates through both stages, in one pass over any FROM clause.
CREATE TYPE harmony.match_row AS (
  person               uuid,
  safety_level         text,
  g_fit                float8,
  centile              float8,
  centile_low          float8,
  centile_high         float8,
  competencies         jsonb,
  y_success            float8,
  p_ind                float8,
  f_team               float8,
  f_env                float8,
  f_lmx                float8,
  team_delta           float8,
  confidence           text,
  data_quality         float8,
  flags                text[],
  model_version        text,
  rank                 bigint,
  fit_label            text,
  success_label        text,
  g_fit_computed       float8,
  success_data_quality float8
);
COMMENT ON TYPE harmony.match_row IS
'One candidate of a match. g_fit and its centile (with a 95 % Wilson interval) are stage 1, fit to the position; y_success and its four terms stage 2, predicted success with this team: two numbers, never merged.

A disqualified candidate shows g_fit 0, keeps the computed one in g_fit_computed, and has no stage 2. rank is the order of presentation: not disqualified first, then y_success, then g_fit. team_delta is F_team with the candidate minus F_team without.';

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
