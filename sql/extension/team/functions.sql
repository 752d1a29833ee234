-- Teams: fit of a set of people, pairs, risks, metrics, diagnosis, sociogram. Formulas and sources: docs/reference/team.md.
-- A NULL model means the defaults of harmony.default_model(); its keys p_ind and team are read here.

-- A set of people.
CREATE FUNCTION harmony.f_team(profiles jsonb[], weights jsonb DEFAULT NULL) RETURNS harmony.team_fit
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_f_team';
COMMENT ON FUNCTION harmony.f_team(jsonb[], jsonb) IS
'Fit of a team, 0 to 100: 0.40 min(A) + 0.30 (100 - s) + 0.30 mean(ES), s = 100 min(sd(C)/35, 1).

sd is the sample standard deviation. weights {"min_agreeableness", "homogeneity", "mean_emotional_stability", "sd_cap", ...}. Missing values
drop out of their statistic and lower data_quality; a NULL profile is a member of whom nothing is known. Under two people: score NULL.';

CREATE FUNCTION harmony_internal.least_measured(profiles jsonb[]) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_least_measured';
COMMENT ON FUNCTION harmony_internal.least_measured(jsonb[]) IS
'Of how many people agreeableness, conscientiousness and emotional stability were measured: the least of the three numbers.

Metrics of a team are of so many people at least. A NULL profile is a member of whom nothing is known.';

CREATE FUNCTION harmony_internal.profile_in_steps(profile jsonb, step float8) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_profile_in_steps';
COMMENT ON FUNCTION harmony_internal.profile_in_steps(jsonb, float8) IS
'A profile with every trait at the nearest multiple of a step, as one flat object: scores of 0 to 100 at that of step, preferences of 0 to
1 at that of step/100; what was not given but follows from others, from their multiples.

A tie goes to the even multiple, so that a trait and its reverse still sum to 100. A step that is not from 0.001 to 100: 22023.';

CREATE FUNCTION harmony_internal.former_team_flags(flags text[]) RETURNS text[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_former_team_flags';
COMMENT ON FUNCTION harmony_internal.former_team_flags(text[]) IS
'The names that flags of a team had before: documents hold them in flags_former and team_flags_former for one version more.

JERK_RISK for LOW_AGREEABLENESS, FAULTLINE_RISK for CONSCIENTIOUSNESS_SPREAD, EMOTIONAL_FRAGILITY for LOW_STABILITY; what is no flag of a
team is left out.';

CREATE FUNCTION harmony.harmony_metrics(profiles jsonb[], model jsonb DEFAULT NULL) RETURNS harmony.harmony_metrics
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_harmony_metrics';
COMMENT ON FUNCTION harmony.harmony_metrics(jsonb[], jsonb) IS
'Metrics of a team from its members'' profiles.

performance = mean P_ind, cohesion = (min A + mean ES)/2, min A, sd(C) with n - 1, mean and min ES, mean gca. From one person up. Missing
values drop out of their statistic and lower data_quality, the mean of the measured shares of P_ind, A, C and ES; a NULL profile is a member
of whom nothing is known. A NULL array gives NULL.';

-- Pairs.
CREATE FUNCTION harmony.dyad(one jsonb, other jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 150 AS 'MODULE_PATHNAME', 'harmony_dyad';
COMMENT ON FUNCTION harmony.dyad(jsonb, jsonb) IS
'How well two people are likely to get on, 0 to 1: 0.40 (1 - |dA|/100) + 0.35 (1 - |dC|/100) + 0.25 ES/100 ES/100.

Above 0.70 synergy, below 0.30 friction. A missing trait gives NULL.';

CREATE FUNCTION harmony_internal.dyad_kind(score float8) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_dyad_kind';
COMMENT ON FUNCTION harmony_internal.dyad_kind(float8) IS
'What a score of harmony.dyad is called: synergy above 0.70, friction below 0.30, else neutral; NULL for NaN.';

CREATE FUNCTION harmony.sociogram(members jsonb, model jsonb DEFAULT NULL, by_kind boolean DEFAULT false) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_sociogram';
COMMENT ON FUNCTION harmony.sociogram(jsonb, jsonb, boolean) IS
'The picture of a team: nodes, edges and a summary.

Nodes have a size by role, a colour by emotional stability and a position x, y within -1 to 1; edges are harmony.dyad, synergy above 0.70,
friction below 0.30, else neutral. members [{"id", "profile", "role", "label", "candidate"}]; id is text and unique. The layout is stress
majorisation of the distances 1 - dyad from a circle in the order of the ids (Gansner, Koren and North 2005): the same people give the same
picture in any order. by_kind: the picture tells of a pair no more than its kind; scores are null, and places follow from the kinds. At
most 300 members (54000).';

-- Risks and diagnosis.
CREATE FUNCTION harmony.hidden_conflict(measures jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_hidden_conflict';
COMMENT ON FUNCTION harmony.hidden_conflict(jsonb) IS
'Hidden conflict (HCD) of a team, 0 to 100.

0.35 max(0, performance - cohesion) + 0.25 s + 0.25 (100 - min ES) + 0.15 25 (5 - weather), s = 100 min(sd(C)/35, 1). measures: performance,
cohesion, sd_conscientiousness, min_emotional_stability, weather (1 to 5). Missing parts drop out and the weights are rescaled.';

CREATE FUNCTION harmony.team_volatility(measures jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_team_volatility';
COMMENT ON FUNCTION harmony.team_volatility(jsonb) IS
'Volatility (TVI) of a team, 0 to 100.

0.35 V + 0.25 25 (5 - weather) + 0.25 (100 - min ES) + 0.15 s, V = 100 min(rmssd/2, 1), rmssd the within-person root mean square of
successive pulse differences (Jahng, Wood and Trull 2008), s as in harmony.hidden_conflict. measures: as there, and rmssd. Missing parts
drop out and the weights are rescaled.';

CREATE FUNCTION harmony.team_diagnosis(measures jsonb, model jsonb DEFAULT NULL) RETURNS harmony.team_diagnosis
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_team_diagnosis';
COMMENT ON FUNCTION harmony.team_diagnosis(jsonb, jsonb) IS
'Diagnosis of a team from its measures: to_jsonb(harmony_metrics) || to_jsonb(weather).

Of them performance, cohesion, sd_conscientiousness, min_emotional_stability, weather and rmssd count. Levels: performance high from 70,
medium from 50; cohesion high from 70, medium from 40; cell one of nine; risk_signal none, social, performance or both (what is low). risk:
the worse of hidden conflict and volatility, above 25 medium, 45 high, 60 critical.

crew_type, the first that holds: BREAKDOWN (risk critical, or both low), AT_RISK (risk high, or cohesion low at medium performance),
HIGH_OUTPUT_FRAGILE (performance high, and cohesion low or risk medium), SOCIAL_UNDERPOWERED (performance low), ELITE (both high), STANDARD.
What cannot be told is NULL.';
