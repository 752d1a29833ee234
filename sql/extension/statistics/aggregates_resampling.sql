-- The bootstrap.

CREATE FUNCTION harmony_internal.bootstrap_transition(internal, statistic text, seed bigint, draws integer, value float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_bootstrap_transition';
COMMENT ON FUNCTION harmony_internal.bootstrap_transition(internal, text, bigint, integer, float8) IS 'Keeps a value.';

CREATE FUNCTION harmony_internal.bootstrap_correlation_transition(internal, seed bigint, draws integer, x float8, y float8)
  RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_bootstrap_correlation_transition';
COMMENT ON FUNCTION harmony_internal.bootstrap_correlation_transition(internal, bigint, integer, float8, float8) IS 'Keeps a pair.';

CREATE FUNCTION harmony_internal.bootstrap_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_bootstrap_combine';
COMMENT ON FUNCTION harmony_internal.bootstrap_combine(internal, internal) IS
'Joins two parts of the rows: the blocks of the second are handed over.';

CREATE FUNCTION harmony_internal.bootstrap_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_bootstrap_serialize';
COMMENT ON FUNCTION harmony_internal.bootstrap_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.bootstrap_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_bootstrap_deserialize';
COMMENT ON FUNCTION harmony_internal.bootstrap_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.bootstrap_final(internal) RETURNS harmony.bootstrap_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_bootstrap_final';
COMMENT ON FUNCTION harmony_internal.bootstrap_final(internal) IS
'Final function of the aggregates harmony.bootstrap and harmony.bootstrap_correlation.';

CREATE AGGREGATE harmony.bootstrap(statistic text, seed bigint, draws integer, value float8) (
  SFUNC = harmony_internal.bootstrap_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.bootstrap_final, COMBINEFUNC = harmony_internal.bootstrap_combine,
  SERIALFUNC = harmony_internal.bootstrap_serialize, DESERIALFUNC = harmony_internal.bootstrap_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.bootstrap(text, bigint, integer, float8) IS
'How a mean, median, sd or trimmed_mean (without 20 % at either end) would vary: by samples drawn from the values with replacement.

Standard error, and 95 % limits by the centiles of the draws and by Efron''s BCa (1987), which corrects them for bias and, by the jackknife,
for skewness; draws that equal the estimate count half. 1,000 draws are usual for an error, 10,000 for limits; at most 1,000,000. One seed,
one answer, in any order of the rows and any plan: values are sorted, and row i of draw b is Philox4x32-10 at counter (i/4, b, 0, 0) with
the seed as its key. NULL values are left out; no rows: NULL. Time: draws times rows, 5 to 10 ns; memory: 8 bytes a value. Errors: 22004
for a NULL in the other arguments, 22023 for another statistic, number of draws, one that differs between rows, NaN or infinity, 22003
where the statistic is out of range, 54000 beyond 1 GB.';

CREATE AGGREGATE harmony.bootstrap_correlation(seed bigint, draws integer, x float8, y float8) (
  SFUNC = harmony_internal.bootstrap_correlation_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.bootstrap_final, COMBINEFUNC = harmony_internal.bootstrap_combine,
  SERIALFUNC = harmony_internal.bootstrap_serialize, DESERIALFUNC = harmony_internal.bootstrap_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.bootstrap_correlation(bigint, integer, float8, float8) IS
'The same of Pearson''s correlation, by pairs drawn with replacement.

Pairs are sorted by x, then y. A draw in which x or y does not vary has no correlation: it is left out and not counted. Otherwise as
harmony.bootstrap.';
