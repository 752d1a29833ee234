-- Item response models, one row a person with the answers to all items; NULL where an answer is missing. Answers are of type boolean or
-- any number type. States hold distinct rows with their counts, about 40 bytes and one an item each, at most 1 GB (54000).

CREATE FUNCTION harmony_internal.irt_2pl_transition(internal, answers anyarray) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_irt_2pl_transition';
COMMENT ON FUNCTION harmony_internal.irt_2pl_transition(internal, anyarray) IS 'Adds one person''s answers, 0 or 1, to their pattern.';

CREATE FUNCTION harmony_internal.irt_graded_transition(internal, answers anyarray) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_irt_graded_transition';
COMMENT ON FUNCTION harmony_internal.irt_graded_transition(internal, anyarray) IS
'Adds one person''s answers, 0 to 254, to their pattern.';

CREATE FUNCTION harmony_internal.response_patterns_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_response_patterns_combine';
COMMENT ON FUNCTION harmony_internal.response_patterns_combine(internal, internal) IS 'Joins the patterns of two parts of the rows.';

CREATE FUNCTION harmony_internal.response_patterns_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_response_patterns_serialize';
COMMENT ON FUNCTION harmony_internal.response_patterns_serialize(internal) IS 'For parallel workers.';

CREATE FUNCTION harmony_internal.response_patterns_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_response_patterns_deserialize';
COMMENT ON FUNCTION harmony_internal.response_patterns_deserialize(bytea, internal) IS 'For parallel workers.';

CREATE FUNCTION harmony_internal.irt_2pl_final(internal) RETURNS harmony.irt_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_irt_2pl_final';
COMMENT ON FUNCTION harmony_internal.irt_2pl_final(internal) IS 'Final function of the aggregate harmony.irt_2pl.';

CREATE FUNCTION harmony_internal.irt_graded_final(internal) RETURNS harmony.irt_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_irt_graded_final';
COMMENT ON FUNCTION harmony_internal.irt_graded_final(internal) IS 'Final function of the aggregate harmony.irt_graded.';

CREATE AGGREGATE harmony.irt_2pl(answers anyarray) (
  SFUNC = harmony_internal.irt_2pl_transition, STYPE = internal, FINALFUNC = harmony_internal.irt_2pl_final,
  COMBINEFUNC = harmony_internal.response_patterns_combine, SERIALFUNC = harmony_internal.response_patterns_serialize,
  DESERIALFUNC = harmony_internal.response_patterns_deserialize, SSPACE = 100000, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.irt_2pl(anyarray) IS
'Two-parameter logistic model of answers 0 and 1: P(answer 1) = 1/(1 + exp(-a (theta - b))), theta ~ N(0, 1).

Marginal maximum likelihood (Bock and Aitkin 1981) on 61 equal nodes from -8 to 8: EM, accelerated, then Newton steps to a gradient of
1e-6. A NULL answer is missing at random; a NULL row and one without any answer are passed over. An item whose answers do not vary leaves
the fit, with a warning; with fewer than three left estimates are NULL. A warning for |a| > 20 and |b| > 20. NULL without a row. Errors:
22023 for another answer, NaN included, and for another number of items; 42804 for elements that are no numbers; 54000 for more than
2,000 items or 4,000 parameters, or 1 GB of distinct rows.';

CREATE AGGREGATE harmony.irt_graded(answers anyarray) (
  SFUNC = harmony_internal.irt_graded_transition, STYPE = internal, FINALFUNC = harmony_internal.irt_graded_final,
  COMBINEFUNC = harmony_internal.response_patterns_combine, SERIALFUNC = harmony_internal.response_patterns_serialize,
  DESERIALFUNC = harmony_internal.response_patterns_deserialize, SSPACE = 100000, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.irt_graded(anyarray) IS
'Graded response model of answers 0 to m, m an item''s own: P(answer >= c) = 1/(1 + exp(-a (theta - b_c))) (Samejima 1969).

As harmony.irt_2pl; thresholds b_1 to b_m ascend. Answers are whole numbers from 0 to 254 (22023); one between others that was never
given is an error 22023.';
