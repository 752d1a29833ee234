-- Ranking: what a match and its sensitivity return. Formulas and sources: docs/reference/ranking.md and docs/reference/impact.md.

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
  success_data_quality float8,
  imputed              text[],
  team_flags           text[],
  unassessed           text[],
  y_low                float8,
  y_high               float8,
  g_fit_low            float8,
  g_fit_high           float8,
  p_top                float8,
  tied_with            bigint
);
COMMENT ON TYPE harmony.match_row IS
'One candidate of a match: stage 1 is fit to the position, stage 2 predicted success with this team, two numbers that are never merged.

A disqualified candidate shows g_fit 0 and has no stage 2. Scores are 0 to 100. The default weights are assumptions from the literature, not
a validated forecast; intervals tell how far scores may be off because traits are measured with error.';
COMMENT ON COLUMN harmony.match_row.person IS 'The candidate, as the request names it.';
COMMENT ON COLUMN harmony.match_row.safety_level IS 'DISQUALIFIED, HIGH_RISK, ADVISORY, UNASSESSED or CLEAR.';
COMMENT ON COLUMN harmony.match_row.g_fit IS 'Stage 1: fit to the position; 0 for the disqualified.';
COMMENT ON COLUMN harmony.match_row.centile IS 'Mid-rank centile of g_fit_computed in the pool.';
COMMENT ON COLUMN harmony.match_row.centile_low IS 'Lower end of the 95 % Wilson interval.';
COMMENT ON COLUMN harmony.match_row.centile_high IS 'Upper end of the 95 % Wilson interval.';
COMMENT ON COLUMN harmony.match_row.competencies IS 'By name: score, centile, data_quality, flags.';
COMMENT ON COLUMN harmony.match_row.y_success IS 'Stage 2: predicted success with this team.';
COMMENT ON COLUMN harmony.match_row.p_ind IS 'Term of y_success: individual performance, 0 to 100; NULL: not measured, or disqualified.';
COMMENT ON COLUMN harmony.match_row.f_team IS
'Term of y_success: fit of the team with the person, 0 to 100; NULL: not measured, or disqualified.';
COMMENT ON COLUMN harmony.match_row.f_env IS
'Term of y_success: fit with demands and resources, 0 to 100; NULL: not measured, or disqualified.';
COMMENT ON COLUMN harmony.match_row.f_lmx IS 'Term of y_success: fit with the leader, 0 to 100; NULL: not measured, or disqualified.';
COMMENT ON COLUMN harmony.match_row.team_delta IS 'Fit of the team with the candidate less that without.';
COMMENT ON COLUMN harmony.match_row.confidence IS 'Of the centile: from data_quality and the size of the pool.';
COMMENT ON COLUMN harmony.match_row.data_quality IS 'Of g_fit, 0 to 1: the share of its weight that was measured.';
COMMENT ON COLUMN harmony.match_row.flags IS 'Of the person: RESILIENCE_PROXY, PARTIAL_PROFILE, BARRIER_LIFTED.';
COMMENT ON COLUMN harmony.match_row.model_version IS 'Version of the model that the figures follow.';
COMMENT ON COLUMN harmony.match_row.rank IS 'Order of presentation: not disqualified first, then y_success, then g_fit_computed.';
COMMENT ON COLUMN harmony.match_row.fit_label IS 'What g_fit is called.';
COMMENT ON COLUMN harmony.match_row.success_label IS 'What y_success is called; NULL without one.';
COMMENT ON COLUMN harmony.match_row.g_fit_computed IS 'g_fit, also of the disqualified.';
COMMENT ON COLUMN harmony.match_row.success_data_quality IS 'Of y_success, 0 to 1.';
COMMENT ON COLUMN harmony.match_row.imputed IS 'Traits that the person lacks and that count as the mean of the pool.';
COMMENT ON COLUMN harmony.match_row.team_flags IS 'Flags of the team as it would be with the person.';
COMMENT ON COLUMN harmony.match_row.unassessed IS 'Traits of safety rules that could not be judged: they were not measured.';
COMMENT ON COLUMN harmony.match_row.y_low IS
'Lower end of the 90 % interval of y_success, from the standard errors of measurement of the traits and the model''s residual SD, if any.';
COMMENT ON COLUMN harmony.match_row.y_high IS 'Upper end of that interval.';
COMMENT ON COLUMN harmony.match_row.g_fit_low IS 'Lower end of the 90 % interval of g_fit; NULL for the disqualified.';
COMMENT ON COLUMN harmony.match_row.g_fit_high IS 'Upper end of that interval.';
COMMENT ON COLUMN harmony.match_row.p_top IS
'Probability that y_success without errors of measurement is among the best top (10 where the request has none), by the draws that the
request asks for; NULL without draws and after the first 1,000 rows.';
COMMENT ON COLUMN harmony.match_row.tied_with IS
'How many others cannot be told apart: their y_success lies within 1.645 sqrt(2) standard errors of this one''s.';

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
COMMENT ON TYPE harmony.rank_sensitivity IS 'What one changed weight does to one of the two rankings.';
COMMENT ON COLUMN harmony.rank_sensitivity.stage IS 'g_fit or y_success.';
COMMENT ON COLUMN harmony.rank_sensitivity.weight IS 'The competency or term.';
COMMENT ON COLUMN harmony.rank_sensitivity.change IS '-0.2 or 0.2: the weight times 1 + change.';
COMMENT ON COLUMN harmony.rank_sensitivity.kendall_tau IS 'Kendall''s tau-b with the ranking as it is.';
COMMENT ON COLUMN harmony.rank_sensitivity.spearman_rho IS 'Spearman''s rho with the ranking as it is.';
COMMENT ON COLUMN harmony.rank_sensitivity.n IS 'Candidates that can be ranked.';
COMMENT ON COLUMN harmony.rank_sensitivity.top IS 'Places compared, at most n.';
COMMENT ON COLUMN harmony.rank_sensitivity.top_changed IS 'How many of the first top leave it.';
COMMENT ON COLUMN harmony.rank_sensitivity.new_first IS 'Who is first with the changed weight.';
COMMENT ON COLUMN harmony.rank_sensitivity.new_top IS 'The first top with the changed weight.';
