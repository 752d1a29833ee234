-- Teams: fit, metrics, weather and diagnosis. Formulas and sources: docs/reference/team.md.

CREATE TYPE harmony.team_fit AS (
  score                    float8,
  min_agreeableness        float8,
  sd_conscientiousness     float8,
  mean_emotional_stability float8,
  n                        integer,
  data_quality             float8,
  flags                    text[]
);
COMMENT ON TYPE harmony.team_fit IS 'Fit of a team with its three statistics.';
COMMENT ON COLUMN harmony.team_fit.score IS '0 to 100; NULL under two people.';
COMMENT ON COLUMN harmony.team_fit.min_agreeableness IS 'Smallest agreeableness of the team, 0 to 100.';
COMMENT ON COLUMN harmony.team_fit.sd_conscientiousness IS 'Divisor n - 1.';
COMMENT ON COLUMN harmony.team_fit.mean_emotional_stability IS 'Mean emotional stability of the team, 0 to 100.';
COMMENT ON COLUMN harmony.team_fit.n IS 'People.';
COMMENT ON COLUMN harmony.team_fit.data_quality IS 'Measured share, 0 to 1.';
COMMENT ON COLUMN harmony.team_fit.flags IS 'LOW_AGREEABLENESS, CONSCIENTIOUSNESS_SPREAD, LOW_STABILITY: of the team, not of a person.';

CREATE TYPE harmony.harmony_metrics AS (
  performance              float8,
  cohesion                 float8,
  min_agreeableness        float8,
  sd_conscientiousness     float8,
  mean_emotional_stability float8,
  min_emotional_stability  float8,
  mean_gca                 float8,
  n                        integer,
  data_quality             float8
);
COMMENT ON TYPE harmony.harmony_metrics IS
'What a team is like: mean individual performance, cohesion and the statistics behind it, 0 to 100.

NULL where nothing was measured.';
COMMENT ON COLUMN harmony.harmony_metrics.performance IS 'Mean of harmony.p_ind.';
COMMENT ON COLUMN harmony.harmony_metrics.cohesion IS '(min_agreeableness + mean_emotional_stability)/2.';
COMMENT ON COLUMN harmony.harmony_metrics.min_agreeableness IS 'Smallest agreeableness of the team, 0 to 100.';
COMMENT ON COLUMN harmony.harmony_metrics.sd_conscientiousness IS 'Divisor n - 1.';
COMMENT ON COLUMN harmony.harmony_metrics.mean_emotional_stability IS 'Mean emotional stability of the team, 0 to 100.';
COMMENT ON COLUMN harmony.harmony_metrics.min_emotional_stability IS 'Smallest emotional stability of the team, 0 to 100.';
COMMENT ON COLUMN harmony.harmony_metrics.mean_gca IS 'Mean general cognitive ability of the team, 0 to 100.';
COMMENT ON COLUMN harmony.harmony_metrics.n IS 'People.';
COMMENT ON COLUMN harmony.harmony_metrics.data_quality IS 'Measured share, 0 to 1.';

CREATE TYPE harmony.weather AS (
  n_pulses       bigint,
  n_people       bigint,
  days_observed  integer,
  mean           float8,
  weather        float8,
  status         text,
  rmssd          float8,
  n_differences  bigint,
  trend_days     integer,
  slope          float8,
  slope_low      float8,
  slope_high     float8,
  trend          text,
  outlook        float8,
  outlook_low    float8,
  outlook_high   float8,
  outlook_status text
);
COMMENT ON TYPE harmony.weather IS
'What a team''s pulses say: the last 7 days, swings within persons and trend of the last 30, and the outlook in 30 days.';
COMMENT ON COLUMN harmony.weather.n_pulses IS 'Of the last 7 days; pulses of a person and day count once.';
COMMENT ON COLUMN harmony.weather.n_people IS 'Of the last 7 days.';
COMMENT ON COLUMN harmony.weather.days_observed IS 'Of the last 7 days.';
COMMENT ON COLUMN harmony.weather.mean IS '1 to 5, of the last 7 days.';
COMMENT ON COLUMN harmony.weather.weather IS 'mean, shrunk towards the neutral 3 where few days were observed.';
COMMENT ON COLUMN harmony.weather.status IS 'Of the mean: excellent, stable, turbulent or critical.';
COMMENT ON COLUMN harmony.weather.rmssd IS 'Root mean square of successive differences within persons, of the last 30 days.';
COMMENT ON COLUMN harmony.weather.n_differences IS 'Differences behind rmssd.';
COMMENT ON COLUMN harmony.weather.trend_days IS 'Days with a mean, of the last 30.';
COMMENT ON COLUMN harmony.weather.slope IS 'Scale points a day.';
COMMENT ON COLUMN harmony.weather.slope_low IS 'Lower end of the 95 % interval.';
COMMENT ON COLUMN harmony.weather.slope_high IS 'Upper end of the 95 % interval.';
COMMENT ON COLUMN harmony.weather.trend IS 'improving, declining, or steady where the interval holds 0.';
COMMENT ON COLUMN harmony.weather.outlook IS '1 to 5, in 30 days.';
COMMENT ON COLUMN harmony.weather.outlook_low IS 'outlook with the lower end of the slope''s interval in place of the slope.';
COMMENT ON COLUMN harmony.weather.outlook_high IS 'outlook with the upper end of the slope''s interval in place of the slope.';
COMMENT ON COLUMN harmony.weather.outlook_status IS 'As status, of the outlook.';

CREATE TYPE harmony.team_diagnosis AS (
  performance       float8,
  cohesion          float8,
  performance_level text,
  cohesion_level    text,
  cell              text,
  risk_signal       text,
  hidden_conflict   float8,
  team_volatility   float8,
  risk              text,
  crew_type         text,
  action            text,
  data_quality      float8,
  parts             jsonb,
  model_version     text
);
COMMENT ON TYPE harmony.team_diagnosis IS
'Where a team stands in the matrix of performance and cohesion, its two risks, its type, and the code of what to do.';
COMMENT ON COLUMN harmony.team_diagnosis.performance IS 'Mean individual performance, 0 to 100.';
COMMENT ON COLUMN harmony.team_diagnosis.cohesion IS '0 to 100, as harmony.harmony_metrics.cohesion.';
COMMENT ON COLUMN harmony.team_diagnosis.performance_level IS 'low, medium or high.';
COMMENT ON COLUMN harmony.team_diagnosis.cohesion_level IS 'low, medium or high.';
COMMENT ON COLUMN harmony.team_diagnosis.cell IS 'One of nine: both levels.';
COMMENT ON COLUMN harmony.team_diagnosis.risk_signal IS 'What is low: none, social, performance or both.';
COMMENT ON COLUMN harmony.team_diagnosis.hidden_conflict IS '0 to 100; see harmony.hidden_conflict.';
COMMENT ON COLUMN harmony.team_diagnosis.team_volatility IS '0 to 100; see harmony.team_volatility.';
COMMENT ON COLUMN harmony.team_diagnosis.risk IS 'low, medium, high or critical: the worse of the two.';
COMMENT ON COLUMN harmony.team_diagnosis.crew_type IS 'Type of the team, such as ELITE, STANDARD or AT_RISK.';
COMMENT ON COLUMN harmony.team_diagnosis.action IS 'Code of what to do.';
COMMENT ON COLUMN harmony.team_diagnosis.data_quality IS 'Measured share, 0 to 1.';
COMMENT ON COLUMN harmony.team_diagnosis.parts IS 'The parts of both risks, which sum to them.';
COMMENT ON COLUMN harmony.team_diagnosis.model_version IS 'Version of the model that the cut-offs are of.';
