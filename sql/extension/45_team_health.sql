-- The health of a crew: metrics, weather, diagnosis, sociogram. Formulas and sources: docs/team.md.
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

CREATE FUNCTION harmony.harmony_metrics(profiles jsonb[], model jsonb DEFAULT NULL) RETURNS harmony.harmony_metrics
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200
  AS 'MODULE_PATHNAME', 'harmony_harmony_metrics';
COMMENT ON FUNCTION harmony.harmony_metrics(jsonb[], jsonb) IS
'Metrics of a crew from its members'' profiles: performance = mean P_ind, cohesion = (min A + mean ES)/2, min A, sd(C) with n - 1, mean and min ES, mean gca.

From one person up. Missing values drop out of their statistic and lower data_quality, the mean of the measured shares of P_ind, A, C and ES; a NULL profile is a member of whom nothing is known. A NULL array gives NULL.';

CREATE FUNCTION harmony.weather_transition(internal, person uuid, day date, value float8, as_of date) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_weather_transition';
COMMENT ON FUNCTION harmony.weather_transition(internal, uuid, date, float8, date) IS 'Transition function of harmony.weather.';

CREATE FUNCTION harmony.weather_transition(internal, person uuid, day date, value float8, as_of date, model jsonb) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_weather_transition';
COMMENT ON FUNCTION harmony.weather_transition(internal, uuid, date, float8, date, jsonb) IS 'Transition function of harmony.weather with a model.';

CREATE FUNCTION harmony.weather_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_weather_combine';
COMMENT ON FUNCTION harmony.weather_combine(internal, internal) IS 'Combine function of harmony.weather.';

CREATE FUNCTION harmony.weather_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_weather_serialize';
COMMENT ON FUNCTION harmony.weather_serialize(internal) IS 'Serial function of harmony.weather.';

CREATE FUNCTION harmony.weather_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'harmony_weather_deserialize';
COMMENT ON FUNCTION harmony.weather_deserialize(bytea, internal) IS 'Deserial function of harmony.weather.';

CREATE FUNCTION harmony.weather_final(internal) RETURNS harmony.weather
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000
  AS 'MODULE_PATHNAME', 'harmony_weather_final';
COMMENT ON FUNCTION harmony.weather_final(internal) IS 'Final function of harmony.weather.';

CREATE AGGREGATE harmony.weather(person uuid, day date, value float8, as_of date) (
  SFUNC = harmony.weather_transition,
  STYPE = internal,
  SSPACE = 8000,
  FINALFUNC = harmony.weather_final,
  COMBINEFUNC = harmony.weather_combine,
  SERIALFUNC = harmony.weather_serialize,
  DESERIALFUNC = harmony.weather_deserialize,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE harmony.weather(uuid, date, float8, date) IS
'The weather of a crew from its pulses, 1 to 5, one row a pulse in any order, seen from the day as_of (the same in every row of a group).

Of the last 7 days: mean, days observed, status (excellent from 4.5, stable from 3.5, turbulent from 2.5, else critical), weather = mean k + 3 (1 - k), k = min(1, days/7). Of the last 30: rmssd = sqrt(sum of squared successive differences within persons / their number) (Jahng, Wood and Trull 2008), slope a day of the daily means by least squares with its 95 % interval from three days on. outlook = weather + 30 slope, with slope 0 where its interval holds 0. Several pulses of a person and day count as their mean; other days and rows with a NULL person, day or value are passed over. A value off the scale is an error 22003.';

CREATE AGGREGATE harmony.weather(person uuid, day date, value float8, as_of date, model jsonb) (
  SFUNC = harmony.weather_transition,
  STYPE = internal,
  SSPACE = 8000,
  FINALFUNC = harmony.weather_final,
  COMBINEFUNC = harmony.weather_combine,
  SERIALFUNC = harmony.weather_serialize,
  DESERIALFUNC = harmony.weather_deserialize,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE harmony.weather(uuid, date, float8, date, jsonb) IS 'The weather of a crew with the constants of a model document; the first row''s counts.';

CREATE FUNCTION harmony.team_diagnosis(measures jsonb, model jsonb DEFAULT NULL) RETURNS harmony.team_diagnosis
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200
  AS 'MODULE_PATHNAME', 'harmony_team_diagnosis';
COMMENT ON FUNCTION harmony.team_diagnosis(jsonb, jsonb) IS
'Diagnosis of a crew from its measures: to_jsonb(harmony_metrics) || to_jsonb(weather), of which performance, cohesion, sd_conscientiousness, min_emotional_stability, weather and rmssd count.

Levels: performance high from 70, medium from 50; cohesion high from 70, medium from 40; cell one of nine; risk_signal none, social, performance or both (what is low). risk: the worse of hidden conflict and volatility above 25 medium, 45 high, 60 critical. crew_type, the first that holds: BREAKDOWN (risk critical, or both low), AT_RISK (risk high, or cohesion low at medium performance), HIGH_OUTPUT_FRAGILE (performance high, and cohesion low or risk medium), SOCIAL_UNDERPOWERED (performance low), ELITE (both high), STANDARD. What cannot be told is NULL.';

CREATE FUNCTION harmony.sociogram(members jsonb, model jsonb DEFAULT NULL) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5000
  AS 'MODULE_PATHNAME', 'harmony_sociogram';
COMMENT ON FUNCTION harmony.sociogram(jsonb, jsonb) IS
'The picture of a crew: nodes (size by role, colour by emotional stability, position x, y within -1 to 1), edges (harmony.dyad, synergy above 0.70, friction below 0.30, else neutral) and a summary.

members [{"id", "profile", "role", "label", "candidate"}]; id is text and unique. The layout is stress majorisation of the distances 1 - dyad from a circle in the order of the ids (Gansner, Koren and North 2005): the same people give the same picture in any order. At most 300 members (54000).';
