-- Fits of a scale's items, one row a person: factor analysis, parallel analysis, one factor by maximum likelihood. The first of a linear
-- state's columns y, x1 .. xp is the first item. SSPACE as for linear states.

-- The state of aggregates that take options beside the items.
CREATE TYPE harmony_internal.items_state;

CREATE FUNCTION harmony_internal.items_state_in(cstring) RETURNS harmony_internal.items_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_items_state_in';
COMMENT ON FUNCTION harmony_internal.items_state_in(cstring) IS
'Input function of harmony_internal.items_state; validates everything (22P02, 22P03).';

CREATE FUNCTION harmony_internal.items_state_out(harmony_internal.items_state) RETURNS cstring
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_items_state_out';
COMMENT ON FUNCTION harmony_internal.items_state_out(harmony_internal.items_state) IS
'Output function of harmony_internal.items_state: hexadecimal, exact.';

CREATE FUNCTION harmony_internal.items_state_recv(internal) RETURNS harmony_internal.items_state
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_items_state_recv';
COMMENT ON FUNCTION harmony_internal.items_state_recv(internal) IS
'Binary input function of harmony_internal.items_state; validates everything (22P03).';

CREATE FUNCTION harmony_internal.items_state_send(harmony_internal.items_state) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_items_state_send';
COMMENT ON FUNCTION harmony_internal.items_state_send(harmony_internal.items_state) IS
'Binary output function of harmony_internal.items_state.';

CREATE TYPE harmony_internal.items_state (
  INPUT = harmony_internal.items_state_in,
  OUTPUT = harmony_internal.items_state_out,
  RECEIVE = harmony_internal.items_state_recv,
  SEND = harmony_internal.items_state_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = extended
);
COMMENT ON TYPE harmony_internal.items_state IS 'The linear state of a scale''s items, with the options of the aggregate it belongs to.';

CREATE FUNCTION harmony_internal.items_combine(harmony_internal.items_state, harmony_internal.items_state)
  RETURNS harmony_internal.items_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_items_combine';
COMMENT ON FUNCTION harmony_internal.items_combine(harmony_internal.items_state, harmony_internal.items_state) IS
'The state of both sets of rows; other options, or another number of items, are an error 22023.';

-- Factor analysis.
CREATE FUNCTION harmony_internal.efa_transition(harmony_internal.items_state, factors integer, rotation text, items float8[])
  RETURNS harmony_internal.items_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_efa_transition';
COMMENT ON FUNCTION harmony_internal.efa_transition(harmony_internal.items_state, integer, text, float8[]) IS
'Adds one person''s answers to a state; a row with a NULL item is skipped.';

CREATE FUNCTION harmony_internal.efa_final(harmony_internal.items_state) RETURNS harmony.efa_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_efa_final';
COMMENT ON FUNCTION harmony_internal.efa_final(harmony_internal.items_state) IS 'Final function of the aggregate harmony.efa.';

CREATE AGGREGATE harmony.efa(factors integer, rotation text, items float8[]) (
  SFUNC = harmony_internal.efa_transition, STYPE = harmony_internal.items_state, FINALFUNC = harmony_internal.efa_final,
  COMBINEFUNC = harmony_internal.items_combine, SSPACE = 1496, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.efa(integer, text, float8[]) IS
'Exploratory factor analysis, one row a person with the items'' answers.

Listwise: rows with a NULL item are skipped. Factors and rotation are the same in every row (22023), not NULL (22004). See
harmony.efa(state, factors, rotation).';

CREATE FUNCTION harmony.efa(state harmony.linear_state, factors integer, rotation text) RETURNS harmony.efa_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_efa';
COMMENT ON FUNCTION harmony.efa(harmony.linear_state, integer, text) IS
'Exploratory factor analysis of the items that are the state''s columns, by minimum residuals.

Loadings minimise the squared residual correlations off the diagonal (Harman and Jones 1966; Joereskog 1977), to a gradient of 1e-9.
Rotation none, varimax (Kaiser 1958, rows of length 1) or oblimin (gamma 0; Jennrich 2002). NULL without a complete row; figures NULL,
with a warning, where an item does not vary. Error 22023 for fewer than one factor, negative df, another rotation, or a weighted state.';

-- Parallel analysis.
CREATE FUNCTION harmony_internal.parallel_analysis_transition(harmony_internal.items_state, seed bigint, draws integer, items float8[])
  RETURNS harmony_internal.items_state
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 5 AS 'MODULE_PATHNAME', 'harmony_parallel_analysis_transition';
COMMENT ON FUNCTION harmony_internal.parallel_analysis_transition(harmony_internal.items_state, bigint, integer, float8[]) IS
'Adds one person''s answers to a state; a row with a NULL item is skipped.';

CREATE FUNCTION harmony_internal.parallel_analysis_final(harmony_internal.items_state) RETURNS harmony.parallel_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_parallel_analysis_final';
COMMENT ON FUNCTION harmony_internal.parallel_analysis_final(harmony_internal.items_state) IS
'Final function of the aggregate harmony.parallel_analysis.';

CREATE AGGREGATE harmony.parallel_analysis(seed bigint, draws integer, items float8[]) (
  SFUNC = harmony_internal.parallel_analysis_transition, STYPE = harmony_internal.items_state,
  FINALFUNC = harmony_internal.parallel_analysis_final, COMBINEFUNC = harmony_internal.items_combine, SSPACE = 1496, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.parallel_analysis(bigint, integer, float8[]) IS
'How many factors the items have: eigenvalues above the 95th centile of those of independent normal items, as many rows (Horn 1965).

Draws (1 to 100000, else 22023) are of the cross products (Bartlett 1933), by Philox under the seed: one answer a seed in any plan. Rows
with a NULL item are skipped. Seed and draws are the same in every row (22023), not NULL (22004). NULL without a complete row; with a
warning also for fewer than two and where an item does not vary. Error 54000 for more than 2e7 random eigenvalues.';

-- One factor.
CREATE FUNCTION harmony.cfa(state harmony.linear_state) RETURNS harmony.cfa_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS 'MODULE_PATHNAME', 'harmony_cfa';
COMMENT ON FUNCTION harmony.cfa(harmony.linear_state) IS
'One factor on the items that are the state''s columns, by maximum likelihood (Joereskog 1969); final function of the aggregate.

Covariances with divisor n, factor with variance 1. NULL without a complete row; estimates NULL, with a warning, for fewer than three items,
an item that does not vary, and covariances that are not positive definite. Error 22023 for a weighted state.';

CREATE AGGREGATE harmony.cfa(items float8[]) (
  SFUNC = harmony_internal.items_transition, STYPE = harmony.linear_state, FINALFUNC = harmony.cfa,
  COMBINEFUNC = harmony_internal.linear_combine, SSPACE = 1472, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cfa(float8[]) IS
'Confirmatory factor analysis with one factor, one row a person with the items'' answers, reversed items already turned.

Listwise: rows with a NULL item are skipped. See harmony.cfa(state).';
