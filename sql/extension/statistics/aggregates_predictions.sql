-- Range restriction, weighted means.

CREATE FUNCTION harmony_internal.sd_ratio_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_sd_ratio_final';
COMMENT ON FUNCTION harmony_internal.sd_ratio_final(internal) IS 'Final function of the aggregate harmony_internal.sd_ratio.';

CREATE AGGREGATE harmony_internal.sd_ratio(value float8, selected boolean) (
  SFUNC = harmony_internal.two_moments_transition, STYPE = internal, SSPACE = 256,
  FINALFUNC = harmony_internal.sd_ratio_final, COMBINEFUNC = harmony_internal.two_moments_combine,
  SERIALFUNC = harmony_internal.two_moments_serialize, DESERIALFUNC = harmony_internal.two_moments_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.sd_ratio(float8, boolean) IS
'u of range restriction: the standard deviation of the selected over that of everybody (Sackett and Yang 2000).

Sample standard deviations; rows with a NULL are passed over. NULL with fewer than two selected, or where nothing varies. Values
that are not finite: 22023; squares that overflow or vanish: 22003.';

CREATE FUNCTION harmony_internal.weighted_sum_transition(internal, value float8, weight float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_transition';
COMMENT ON FUNCTION harmony_internal.weighted_sum_transition(internal, float8, float8) IS 'Adds a value with its weight.';

CREATE FUNCTION harmony_internal.weighted_sum_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_combine';
COMMENT ON FUNCTION harmony_internal.weighted_sum_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.weighted_sum_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_serialize';
COMMENT ON FUNCTION harmony_internal.weighted_sum_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.weighted_sum_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_weighted_sum_deserialize';
COMMENT ON FUNCTION harmony_internal.weighted_sum_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.weighted_mean_final(internal) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_weighted_mean_final';
COMMENT ON FUNCTION harmony_internal.weighted_mean_final(internal) IS
'Final function of the aggregate harmony_internal.weighted_mean.';

CREATE AGGREGATE harmony_internal.weighted_mean(value float8, weight float8) (
  SFUNC = harmony_internal.weighted_sum_transition, STYPE = internal, SSPACE = 256,
  FINALFUNC = harmony_internal.weighted_mean_final, COMBINEFUNC = harmony_internal.weighted_sum_combine,
  SERIALFUNC = harmony_internal.weighted_sum_serialize, DESERIALFUNC = harmony_internal.weighted_sum_deserialize,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.weighted_mean(float8, float8) IS
'Weighted mean: sum(w x)/sum(w), the same double for any order of rows and any number of parallel workers.

A weight is 0 or between 1e-100 and 1e100, a value finite, else 22023; a product that overflows: 22003. Rows with a NULL are
passed over. NULL where the weights sum to 0.';
