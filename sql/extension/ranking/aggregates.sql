-- A pool of candidates through both stages, in one pass over any FROM clause: the ranking, and its sensitivity to the weights. Both
-- share one state.

CREATE FUNCTION harmony_internal.match_transition(internal, person uuid, profile jsonb, request jsonb) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_match_transition';
COMMENT ON FUNCTION harmony_internal.match_transition(internal, uuid, jsonb, jsonb) IS 'Transition function of harmony.match.';

CREATE FUNCTION harmony_internal.match_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_match_combine';
COMMENT ON FUNCTION harmony_internal.match_combine(internal, internal) IS 'Combine function of harmony.match.';

CREATE FUNCTION harmony_internal.match_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_match_serialize';
COMMENT ON FUNCTION harmony_internal.match_serialize(internal) IS 'Serial function of harmony.match.';

CREATE FUNCTION harmony_internal.match_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_match_deserialize';
COMMENT ON FUNCTION harmony_internal.match_deserialize(bytea, internal) IS 'Deserial function of harmony.match.';

CREATE FUNCTION harmony_internal.match_final(internal) RETURNS harmony.match_row[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_match_final';
COMMENT ON FUNCTION harmony_internal.match_final(internal) IS 'Final function of harmony.match.';

CREATE FUNCTION harmony_internal.rank_sensitivity_final(internal) RETURNS harmony.rank_sensitivity[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_rank_sensitivity_final';
COMMENT ON FUNCTION harmony_internal.rank_sensitivity_final(internal) IS 'Final function of harmony.rank_sensitivity.';

CREATE AGGREGATE harmony.match(person uuid, profile jsonb, request jsonb) (
  SFUNC = harmony_internal.match_transition, STYPE = internal, SSPACE = 100000, FINALFUNC = harmony_internal.match_final,
  COMBINEFUNC = harmony_internal.match_combine, SERIALFUNC = harmony_internal.match_serialize,
  DESERIALFUNC = harmony_internal.match_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.match(uuid, jsonb, jsonb) IS
'Ranks a pool of candidates: one row a candidate goes in, an array of harmony.match_row comes out, to unnest.

request comes from harmony.match_request() and is the same for every row; the first row''s is used. The order of the rows does not matter.
A trait that a candidate lacks counts as the mean of the pool over those who have it, and is named in imputed; the key pool of the request
gives other means. Candidates without a person or a profile are skipped; no row at all gives NULL. A person in two rows is an error 22023.
At most 16 competencies and 64 safety rules.';

CREATE AGGREGATE harmony.rank_sensitivity(person uuid, profile jsonb, request jsonb) (
  SFUNC = harmony_internal.match_transition, STYPE = internal, SSPACE = 100000, FINALFUNC = harmony_internal.rank_sensitivity_final,
  COMBINEFUNC = harmony_internal.match_combine, SERIALFUNC = harmony_internal.match_serialize,
  DESERIALFUNC = harmony_internal.match_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.rank_sensitivity(uuid, jsonb, jsonb) IS
'Sensitivity of a ranking to its weights: each competency''s importance and each beta times 0.8 and 1.2.

One element a weight and direction, to unnest; the change is the key sensitivity of the model. Takes what harmony.match takes and shares its
state: in one SELECT the pool is evaluated once. Kendall''s tau-b in n log n (Knight 1966), Spearman''s rho. The first top places are
compared (of the request, else 10). The disqualified and candidates without the score are left out.';

CREATE FUNCTION harmony_internal.pool_traits_transition(internal, profile jsonb) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_pool_traits_transition';
COMMENT ON FUNCTION harmony_internal.pool_traits_transition(internal, jsonb) IS 'Transition function of harmony.pool_traits.';

CREATE FUNCTION harmony_internal.pool_traits_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_pool_traits_combine';
COMMENT ON FUNCTION harmony_internal.pool_traits_combine(internal, internal) IS 'Combine function of harmony.pool_traits.';

CREATE FUNCTION harmony_internal.pool_traits_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_pool_traits_serialize';
COMMENT ON FUNCTION harmony_internal.pool_traits_serialize(internal) IS 'Serial function of harmony.pool_traits.';

CREATE FUNCTION harmony_internal.pool_traits_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_pool_traits_deserialize';
COMMENT ON FUNCTION harmony_internal.pool_traits_deserialize(bytea, internal) IS 'Deserial function of harmony.pool_traits.';

CREATE FUNCTION harmony_internal.pool_traits_final(internal) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_pool_traits_final';
COMMENT ON FUNCTION harmony_internal.pool_traits_final(internal) IS 'Final function of harmony.pool_traits.';

CREATE AGGREGATE harmony.pool_traits(profile jsonb) (
  SFUNC = harmony_internal.pool_traits_transition, STYPE = internal, SSPACE = 2000, FINALFUNC = harmony_internal.pool_traits_final,
  COMBINEFUNC = harmony_internal.pool_traits_combine, SERIALFUNC = harmony_internal.pool_traits_serialize,
  DESERIALFUNC = harmony_internal.pool_traits_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.pool_traits(jsonb) IS
'Mean, standard deviation and number of people of every trait that somebody in a pool has: what stands in for what a candidate lacks.

{"resilience": {"mean", "sd", "n"}, ...}, in the trait''s own unit, derived traits with the others; sd (n - 1) is null of one person. The
argument pool of harmony.match_request() takes it: harmony.impact of one candidate then gives the numbers of harmony.match over the pool,
to the bit, whatever the order of the rows and the number of workers. No row at all gives NULL.';
