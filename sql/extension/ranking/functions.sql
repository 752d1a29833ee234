-- Ranking: the model, the request of a match, and one candidate explained. Formulas and sources: docs/reference/ranking.md and
-- docs/reference/impact.md.

CREATE FUNCTION harmony.default_model() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_default_model';
COMMENT ON FUNCTION harmony.default_model() IS
'Every constant of the ranking model as one document, version "default".

Competencies with their weights, weights of p_ind, f_team and f_env, betas of the success model. Change a copy, give it a version of its
own, and pass it to harmony.match_request(model => ...) or, part by part, to the functions of both stages.';

CREATE FUNCTION harmony.check_match_request(request jsonb) RETURNS void
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500
  AS 'MODULE_PATHNAME', 'harmony_check_match_request';
COMMENT ON FUNCTION harmony.check_match_request(jsonb) IS
'Reads and checks a request of harmony.match_request() as harmony.match does, and does nothing else.

Errors: 22023 for an unknown key or trait (the hint lists the known ones), a wrong type, or a constant out of bounds; 22003 for a
measure out of range; 54000 for more than 64 rules that apply or 16 competencies. For triggers that store parts of a request:
harmony.check_match_request(harmony.match_request(model => NEW.model)).';

CREATE FUNCTION harmony.match_request("position" text DEFAULT NULL, benchmarks jsonb DEFAULT NULL, crew jsonb[] DEFAULT NULL,
    environment jsonb DEFAULT NULL, leadership jsonb DEFAULT NULL, rules jsonb DEFAULT NULL, model jsonb DEFAULT NULL,
    top bigint DEFAULT NULL, crew_ids uuid[] DEFAULT NULL, lifted uuid[] DEFAULT NULL, pool jsonb DEFAULT NULL,
    draws integer DEFAULT NULL, seed bigint DEFAULT NULL, decimals integer DEFAULT NULL, least_team integer DEFAULT NULL)
  RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_build_object('position', "position", 'benchmarks', benchmarks, 'crew', to_jsonb(crew), 'environment', environment,
    'leadership', leadership, 'rules', rules, 'model', model, 'top', top, 'crew_ids', to_jsonb(crew_ids),
    'lifted', to_jsonb(lifted), 'pool', pool, 'draws', draws, 'seed', seed, 'decimals', decimals, 'least_team', least_team);
COMMENT ON FUNCTION harmony.match_request(text, jsonb, jsonb[], jsonb, jsonb, jsonb, jsonb, bigint, uuid[], uuid[], jsonb, integer,
  bigint, integer, integer) IS
'What candidates are matched against, as one document for harmony.match, harmony.rank_sensitivity and harmony.impact.

The position with its benchmarks, the profiles of the crew, the environment, the leader''s preferences, safety rules and model (defaults
when NULL), how many rows to return (all when NULL), and who the crew are, in the order of crew: a candidate who is one of them is matched
with the others. lifted: people for whom the employer has lifted the safety barrier by a documented act: what disqualifies them counts as
HIGH_RISK, they reach stage 2 with the flag BARRIER_LIFTED, and the rules that fired stay visible. pool: what harmony.pool_traits gives,
the means that stand in for what a candidate lacks; NULL: those of the rows of harmony.match, and none for harmony.impact. A position that
no rule names, without benchmarks, or that is one letter away from a name of the rules, is a WARNING with the nearest name. draws (0 to
10,000; none when NULL) and seed (0 to 2^53 - 1; 0 when NULL): how often the first 1,000 rows are drawn for p_top, and from which random
numbers; 22003 beyond. decimals (0 to 9; full precision when NULL): results are rounded for showing, scores to so many decimals, shares
and correlations to two more, contributions by the largest-remainder method so that they still sum to the rounded score; ranks, ties,
intervals, labels and flags are of the full figures. With 0 no text tells a trait. least_team (0 when NULL): a team of which fewer others
have a measured agreeableness, conscientiousness and emotional stability is not told: f_team drops out of the prediction as one that is
not known.';

CREATE FUNCTION harmony.impact(profile jsonb, request jsonb, person uuid DEFAULT NULL) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2000 AS 'MODULE_PATHNAME', 'harmony_impact';
COMMENT ON FUNCTION harmony.impact(jsonb, jsonb, uuid) IS
'A candidate explained, with the request of harmony.match_request(), whose pool stands in for what the candidate lacks.

Safety, fit by competency and trait, success by term, the team without and with the candidate, environment, leader, flags, and all of it in
words. Contributions sum to their score: traits to the competency, competencies to g_fit, intercept + terms + clamping to the predicted
success, parts of the team delta to the delta. The disqualified have no success and no team. person: whose profile it is; one of the crew is
matched with the others, and a lifted barrier counts. A NULL profile gives NULL, a NULL request is an error 22004.

g_fit_low, g_fit_high, y_low and y_high are 90 % intervals by the standard errors of measurement of the traits. The default weights are
assumptions from the literature, not a validated forecast: the intervals do not hold the error of the model, until it has learned it.';
