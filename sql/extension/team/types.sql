-- Teams: fit of a set of people, pairs, risks.
CREATE TYPE harmony.team_fit AS (
  score                    float8,
  min_agreeableness        float8,
  sd_conscientiousness     float8,
  mean_emotional_stability float8,
  n                        integer,
  data_quality             float8,
  flags                    text[]
);
COMMENT ON TYPE harmony.team_fit IS 'F_team with its three statistics, the number of people, the measured share, and the flags JERK_RISK, FAULTLINE_RISK, EMOTIONAL_FRAGILITY.';

-- The health of a crew: metrics, weather, diagnosis, sociogram. Formulas and sources: docs/reference/team.md.
-- A NULL model means the defaults of harmony.default_model(); its keys p_ind and team are read here.
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
COMMENT ON TYPE harmony.harmony_metrics IS 'What a crew is like: mean individual performance, cohesion and the statistics behind it, 0 to 100; the number of people; the measured share, 0 to 1. NULL where nothing was measured.';

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
'What a crew''s pulses say: the last 7 days (n_pulses to status, weather being the mean drawn to the neutral point where few days were observed), swings within persons and trend of the last 30 days, and the outlook in 30 days.';

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
COMMENT ON TYPE harmony.team_diagnosis IS 'Where a crew stands in the matrix of performance and cohesion, its two risks with their parts, which sum to them, its type, and the code of what to do.';
