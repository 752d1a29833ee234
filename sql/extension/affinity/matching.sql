-- Affinity: stable pairs, and the best of a pool of embeddings.

-- Two sides.
CREATE FUNCTION harmony_internal.stable_matching_transition(internal, proposer bigint, acceptor bigint, score float8, reverse_score float8)
  RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_stable_matching_transition';
COMMENT ON FUNCTION harmony_internal.stable_matching_transition(internal, bigint, bigint, float8, float8) IS 'Adds a pair.';

CREATE FUNCTION harmony_internal.stable_matching_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_stable_matching_combine';
COMMENT ON FUNCTION harmony_internal.stable_matching_combine(internal, internal) IS 'Joins two parts of the pairs.';

CREATE FUNCTION harmony_internal.stable_matching_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_stable_matching_serialize';
COMMENT ON FUNCTION harmony_internal.stable_matching_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.stable_matching_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_stable_matching_deserialize';
COMMENT ON FUNCTION harmony_internal.stable_matching_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.stable_matching_final(internal) RETURNS bigint[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_stable_matching_final';
COMMENT ON FUNCTION harmony_internal.stable_matching_final(internal) IS 'Final function of the aggregate harmony.stable_matching.';

CREATE AGGREGATE harmony.stable_matching(proposer bigint, acceptor bigint, score float8, reverse_score float8) (
  SFUNC = harmony_internal.stable_matching_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.stable_matching_final, COMBINEFUNC = harmony_internal.stable_matching_combine,
  SERIALFUNC = harmony_internal.stable_matching_serialize, DESERIALFUNC = harmony_internal.stable_matching_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.stable_matching(bigint, bigint, float8, float8) IS
'Stable pairs of two sides, {{proposer, acceptor}, ...} by proposer (Gale and Shapley 1962): the best such set for every proposer.

A row is a pair, with what each thinks of the other: score is the proposer''s, reverse_score the acceptor''s; a pair without a row, or with
a NULL score, is not acceptable. No two who find each other acceptable would both rather have each other than what they get. Of equal
scores, to 1e-9, the smaller id is preferred. Ids of the two sides have nothing to do with each other. NULL without rows, empty without a
pair. Errors: 22004 for a NULL id; 22023 for a score that is not finite and a pair that comes twice; 54000 beyond 60 million pairs. Holds
24 bytes a pair and 20 a person.';

-- One side.
CREATE FUNCTION harmony_internal.stable_roommates_transition(internal, person bigint, other bigint, score float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_stable_roommates_transition';
COMMENT ON FUNCTION harmony_internal.stable_roommates_transition(internal, bigint, bigint, float8) IS 'Adds a choice.';

CREATE FUNCTION harmony_internal.stable_roommates_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_stable_roommates_combine';
COMMENT ON FUNCTION harmony_internal.stable_roommates_combine(internal, internal) IS 'Joins two parts of the choices.';

CREATE FUNCTION harmony_internal.stable_roommates_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_stable_roommates_serialize';
COMMENT ON FUNCTION harmony_internal.stable_roommates_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.stable_roommates_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_stable_roommates_deserialize';
COMMENT ON FUNCTION harmony_internal.stable_roommates_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.stable_roommates_final(internal) RETURNS bigint[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_stable_roommates_final';
COMMENT ON FUNCTION harmony_internal.stable_roommates_final(internal) IS 'Final function of the aggregate harmony.stable_roommates.';

CREATE AGGREGATE harmony.stable_roommates(person bigint, other bigint, score float8) (
  SFUNC = harmony_internal.stable_roommates_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.stable_roommates_final, COMBINEFUNC = harmony_internal.stable_roommates_combine,
  SERIALFUNC = harmony_internal.stable_roommates_serialize, DESERIALFUNC = harmony_internal.stable_roommates_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.stable_roommates(bigint, bigint, float8) IS
'Stable pairs within one side, {{person, other}, ...}, the smaller id first (Irving 1985): NULL where no stable set exists.

A row is what person thinks of other; two are acceptable to each other where both have a row with a score. No two of those would both
rather have each other than what they get; whoever is in no pair is in none of any stable set (Gusfield and Irving 1989). Of equal scores,
to 1e-9, the smaller id is preferred. NULL without rows too; empty where nobody is acceptable to anybody. Errors: 22004 for a NULL id;
22023 for a score that is not finite, for oneself, and for a row that comes twice; 54000 beyond 60 million rows. Holds 16 bytes a row and
20 a person, 48 while it matches.';

-- The best of a pool for one query or many.
CREATE FUNCTION harmony_internal.best_embeddings_transition(internal, id bigint, embedding float4[], queries float8[], k integer,
    metric text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_best_embeddings_float4_transition';
COMMENT ON FUNCTION harmony_internal.best_embeddings_transition(internal, bigint, float4[], float8[], integer, text) IS
'Looks at an embedding.';

CREATE FUNCTION harmony_internal.best_embeddings_transition(internal, id bigint, embedding float8[], queries float8[], k integer,
    metric text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_best_embeddings_float8_transition';
COMMENT ON FUNCTION harmony_internal.best_embeddings_transition(internal, bigint, float8[], float8[], integer, text) IS
'Looks at an embedding.';

CREATE FUNCTION harmony_internal.best_embeddings_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_best_embeddings_combine';
COMMENT ON FUNCTION harmony_internal.best_embeddings_combine(internal, internal) IS 'Joins what was found in two parts of a pool.';

CREATE FUNCTION harmony_internal.best_embeddings_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_best_embeddings_serialize';
COMMENT ON FUNCTION harmony_internal.best_embeddings_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.best_embeddings_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_best_embeddings_deserialize';
COMMENT ON FUNCTION harmony_internal.best_embeddings_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.best_embeddings_final(internal) RETURNS harmony_internal.embedding_match[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_best_embeddings_final';
COMMENT ON FUNCTION harmony_internal.best_embeddings_final(internal) IS 'Final function of the aggregate best_embeddings.';

CREATE AGGREGATE harmony_internal.best_embeddings(id bigint, embedding float4[], queries float8[], k integer, metric text) (
  SFUNC = harmony_internal.best_embeddings_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.best_embeddings_final, COMBINEFUNC = harmony_internal.best_embeddings_combine,
  SERIALFUNC = harmony_internal.best_embeddings_serialize, DESERIALFUNC = harmony_internal.best_embeddings_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.best_embeddings(bigint, float4[], float8[], integer, text) IS
'The k best of a pool of embeddings for a query, or for each row of many, exactly, in one pass: by query (from 1), best first.

metric: inner_product, the sum of q x (a linear score, such as a taste), or cosine, that by the lengths of both, which vectors of zeros do
not have and so are not found. Of equal scores the smaller id comes first. Scores are taken in double precision of those embeddings that
single precision cannot leave out, in a fixed order: no order of rows and no worker changes a bit. queries, k (1 to 10000) and metric
count in the first row. A NULL embedding is left out. Errors: 22004 for another NULL, also inside an array; 22023 for another dimension, a
value that is not finite, an unknown metric, another k; 22003 for a score out of range; 54000 for more than 10000 queries, 16000
dimensions or 10 million matches; 2202E. Holds the queries and what it found.';

CREATE AGGREGATE harmony_internal.best_embeddings(id bigint, embedding float8[], queries float8[], k integer, metric text) (
  SFUNC = harmony_internal.best_embeddings_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.best_embeddings_final, COMBINEFUNC = harmony_internal.best_embeddings_combine,
  SERIALFUNC = harmony_internal.best_embeddings_serialize, DESERIALFUNC = harmony_internal.best_embeddings_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.best_embeddings(bigint, float8[], float8[], integer, text) IS
'The k best of a pool of embeddings, as harmony_internal.best_embeddings of float4[].';
