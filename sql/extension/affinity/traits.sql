-- Affinity: the personality phase. Arrays of traits: lust, gluttony, greed, sloth, wrath, envy, pride.

CREATE FUNCTION harmony.trait_similarity(a float8[], b float8[], range float8 DEFAULT 100) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_trait_similarity';
COMMENT ON FUNCTION harmony.trait_similarity(float8[], float8[], float8) IS
'How alike two people are in seven traits, 0 to 100: 100 (1 - d/(range sqrt(k))).

d is the Euclidean distance over the k traits that both have; NULL for k < 4. The order of the traits does not matter here. Errors: 22023
unless both have seven elements, each NULL or finite, no two further apart than the range, which is finite and above 0; 2202E for several
dimensions.';

CREATE FUNCTION harmony.perceived_similarity(a float8[], b float8[], confidence_a float8[] DEFAULT NULL, confidence_b float8[] DEFAULT NULL,
    low float8 DEFAULT 0, high float8 DEFAULT 100) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_perceived_similarity';
COMMENT ON FUNCTION harmony.perceived_similarity(float8[], float8[], float8[], float8[], float8, float8) IS
'How alike two people will seem to each other: {"raw", "n_shared", "tier", "shared"}, from traits in which both lie on one side.

Arrays in the order lust, gluttony, greed, sloth, wrath, envy, pride; values from low to high. A trait is shared where both lie above, or
both below, the middle by more than .05 (high - low). raw, 0 to 1, = the sum over shared traits of w (1 - |a - b|/(high - low)) times the
mean of both confidences (0 to 1; NULL: 1), by 7.4, the sum of all w: wrath 1.5, sloth 1.3, pride 1.2, lust 1.0, greed .9, gluttony .8,
envy .7. Tiers: from .60 on strong, .40 good, .25 moderate, else low. NULL for fewer than four traits that both have, and for a NULL a, b,
low or high. Errors: 22023 for other sizes, a value or confidence out of its range, unless low < high are finite; 2202E.';

-- All pairs of a pool.
CREATE FUNCTION harmony_internal.trait_neighbors_transition(internal, person bigint, traits float8[], k integer) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_trait_neighbors_transition';
COMMENT ON FUNCTION harmony_internal.trait_neighbors_transition(internal, bigint, float8[], integer) IS 'Adds a person to a pool.';

CREATE FUNCTION harmony_internal.trait_neighbors_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_trait_neighbors_combine';
COMMENT ON FUNCTION harmony_internal.trait_neighbors_combine(internal, internal) IS 'Joins two parts of a pool.';

CREATE FUNCTION harmony_internal.trait_neighbors_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_trait_neighbors_serialize';
COMMENT ON FUNCTION harmony_internal.trait_neighbors_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.trait_neighbors_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_trait_neighbors_deserialize';
COMMENT ON FUNCTION harmony_internal.trait_neighbors_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.trait_neighbors_final(internal) RETURNS harmony.neighbor[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_trait_neighbors_final';
COMMENT ON FUNCTION harmony_internal.trait_neighbors_final(internal) IS 'Final function of the aggregate harmony.trait_neighbors.';

CREATE AGGREGATE harmony.trait_neighbors(person bigint, traits float8[], k integer) (
  SFUNC = harmony_internal.trait_neighbors_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.trait_neighbors_final, COMBINEFUNC = harmony_internal.trait_neighbors_combine,
  SERIALFUNC = harmony_internal.trait_neighbors_serialize, DESERIALFUNC = harmony_internal.trait_neighbors_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.trait_neighbors(bigint, float8[], integer) IS
'For each person of a pool the k most alike others, by person, best first; to be unnested.

Similarity as harmony.trait_similarity on a range of 100; equal ones, to 1e-9, go to the smaller id. Who shares fewer than four traits
with a person is no neighbor, so there may be fewer than k. NULL traits leave the person out. k, from 1 to 10000, is the same in every
row. All pairs are compared, about a nanosecond each, many times that where most are equal. Errors: 22004 for a NULL person or k; 22023
unless traits has seven elements, NULL or finite, and no trait spreads over more than 100, for another k and for a person who comes twice;
54000 beyond 60 million people or 19 million neighbors; 2202E. Holds 64 bytes a person.';
