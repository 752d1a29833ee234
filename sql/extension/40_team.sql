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

CREATE FUNCTION harmony.f_team(profiles jsonb[], weights jsonb DEFAULT NULL) RETURNS harmony.team_fit
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200
  AS 'MODULE_PATHNAME', 'harmony_f_team';
COMMENT ON FUNCTION harmony.f_team(jsonb[], jsonb) IS
'Team fit, 0 to 100: 0.40 min(A) + 0.30 (100 - s) + 0.30 mean(ES), s = 100 min(sd(C)/35, 1) with the sample standard deviation.

weights {"min_agreeableness", "homogeneity", "mean_emotional_stability", "sd_cap", ...}. Missing values drop out of their statistic and lower data_quality; a NULL profile is a member of whom nothing is known. Under two people: score NULL.';

CREATE FUNCTION harmony.dyad(one jsonb, other jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 150
  AS 'MODULE_PATHNAME', 'harmony_dyad';
COMMENT ON FUNCTION harmony.dyad(jsonb, jsonb) IS
'How well two people are likely to get on, 0 to 1: 0.40 (1 - |dA|/100) + 0.35 (1 - |dC|/100) + 0.25 ES/100 ES/100. Above 0.70 synergy, below 0.30 friction. A missing trait gives NULL.';

CREATE FUNCTION harmony.hidden_conflict(measures jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50
  AS 'MODULE_PATHNAME', 'harmony_hidden_conflict';
COMMENT ON FUNCTION harmony.hidden_conflict(jsonb) IS
'Hidden conflict (HCD), 0 to 100: 0.35 max(0, performance - cohesion) + 0.25 s + 0.25 (100 - min ES) + 0.15 25 (5 - weather), s = 100 min(sd(C)/35, 1).

measures: performance, cohesion, sd_conscientiousness, min_emotional_stability, weather (1 to 5). Missing parts drop out and the weights are rescaled.';

CREATE FUNCTION harmony.team_volatility(measures jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50
  AS 'MODULE_PATHNAME', 'harmony_team_volatility';
COMMENT ON FUNCTION harmony.team_volatility(jsonb) IS
'Team volatility (TVI), 0 to 100: 0.35 V + 0.25 25 (5 - weather) + 0.25 (100 - min ES) + 0.15 s, V = 100 min(rmssd/2, 1), rmssd the within-person root mean square of successive pulse differences (Jahng, Wood and Trull 2008).

measures: as harmony.hidden_conflict, and rmssd. Missing parts drop out and the weights are rescaled.';
