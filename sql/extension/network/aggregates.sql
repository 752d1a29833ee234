-- Networks over edge rows: one row an edge, nodes of any type.

CREATE FUNCTION harmony_internal.network_transition(internal, directed boolean, source "any", target "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_network_transition';
COMMENT ON FUNCTION harmony_internal.network_transition(internal, boolean, "any", "any") IS 'Adds an edge.';

CREATE FUNCTION harmony_internal.weighted_network_transition(internal, directed boolean, weight float8, source "any", target "any")
  RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_weighted_network_transition';
COMMENT ON FUNCTION harmony_internal.weighted_network_transition(internal, boolean, float8, "any", "any") IS 'Adds a weighted edge.';

CREATE FUNCTION harmony_internal.communities_transition(internal, seed bigint, resolution float8, source "any", target "any")
  RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_communities_transition';
COMMENT ON FUNCTION harmony_internal.communities_transition(internal, bigint, float8, "any", "any") IS 'Adds an edge.';

CREATE FUNCTION harmony_internal.weighted_communities_transition(internal, seed bigint, resolution float8, weight float8, source "any",
                                                                 target "any") RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_weighted_communities_transition';
COMMENT ON FUNCTION harmony_internal.weighted_communities_transition(internal, bigint, float8, float8, "any", "any") IS
'Adds a weighted edge.';

CREATE FUNCTION harmony_internal.network_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_network_combine';
COMMENT ON FUNCTION harmony_internal.network_combine(internal, internal) IS 'Joins two parts of the edges.';

CREATE FUNCTION harmony_internal.network_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_network_serialize';
COMMENT ON FUNCTION harmony_internal.network_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.network_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_network_deserialize';
COMMENT ON FUNCTION harmony_internal.network_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.network_final(internal) RETURNS harmony.network_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_network_final';
COMMENT ON FUNCTION harmony_internal.network_final(internal) IS 'Final function of the aggregate harmony.network.';

CREATE AGGREGATE harmony.network(directed boolean, source "any", target "any") (
  SFUNC = harmony_internal.network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.network_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.network(boolean, "any", "any") IS
'A network as a whole, from its edges: one row an edge from source to target.

Nodes are of any type (source and target of one, else 42804: text types are one, whole numbers are one), named by their text, in the order
of their values; text by its bytes. Equal edges are one; without direction, so are those of both directions. Loops are counted and left
out. A NULL target makes the source a node, alone unless other rows link it; rows with a NULL source are left out; no rows: NULL. Errors:
22004 for directed NULL, 22023 for one that differs between rows, 54000 above 10 million edges or 1 GB. Memory: 8 bytes an edge and about
40 a node beside its name; at the end 24 more an edge. Neither the order of the rows nor parallel workers change an answer.';

CREATE FUNCTION harmony_internal.betweenness_final(internal) RETURNS harmony.node_value[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_betweenness_final';
COMMENT ON FUNCTION harmony_internal.betweenness_final(internal) IS 'Final function of the aggregate harmony.betweenness.';

CREATE AGGREGATE harmony.betweenness(directed boolean, source "any", target "any") (
  SFUNC = harmony_internal.network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.betweenness_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.betweenness(boolean, "any", "any") IS
'For each node, how much it lies on the shortest paths between others (Brandes 2001).

Sum over pairs of other nodes of the share of their shortest paths that run through it; not scaled; undirected pairs count once. Time: nodes
times edges, about 7 ns each. Rows, nodes, order and errors as of harmony.network.';

CREATE AGGREGATE harmony.weighted_betweenness(directed boolean, weight float8, source "any", target "any") (
  SFUNC = harmony_internal.weighted_network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.betweenness_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_betweenness(boolean, float8, "any", "any") IS
'The same with weights, which are lengths of the edges.

Paths whose lengths differ by less than 1e-12 of them are equally short. Rows with a NULL weight are left out; equal edges merge, their
weights added. Errors beside those of harmony.network: 22023 for a weight that is not finite and above 0, 22003 where the weights add up to
more than a float8 holds.';

CREATE FUNCTION harmony_internal.closeness_final(internal) RETURNS harmony.node_value[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_closeness_final';
COMMENT ON FUNCTION harmony_internal.closeness_final(internal) IS 'Final function of the aggregate harmony.closeness.';

CREATE AGGREGATE harmony.closeness(directed boolean, source "any", target "any") (
  SFUNC = harmony_internal.network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.closeness_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.closeness(boolean, "any", "any") IS
'For each node, how near others are to it along the edges: r/(n-1) * r/(sum of the distances).

r of the n - 1 others are reached (Wasserman and Faust 1994); 0 where none is, 1 where all are one step away. Time: nodes times edges.
Rows, nodes, order and errors as of harmony.network.';

CREATE AGGREGATE harmony.weighted_closeness(directed boolean, weight float8, source "any", target "any") (
  SFUNC = harmony_internal.weighted_network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.closeness_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_closeness(boolean, float8, "any", "any") IS
'The same with weights, which are lengths of the edges.

Rows with weights and their errors as of harmony.weighted_betweenness.';

CREATE FUNCTION harmony_internal.eigenvector_final(internal) RETURNS harmony.node_value[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_eigenvector_final';
COMMENT ON FUNCTION harmony_internal.eigenvector_final(internal) IS 'Final function of the aggregate harmony.eigenvector.';

CREATE AGGREGATE harmony.eigenvector(directed boolean, source "any", target "any") (
  SFUNC = harmony_internal.network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.eigenvector_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.eigenvector(boolean, "any", "any") IS
'For each node, how well it is linked to nodes that are well linked (Bonacich 1972).

The leading eigenvector of A + I by power iteration, 0 to 1: the largest value is 1 in the largest component, of equal ones the first; nodes
elsewhere have 0. Direction is left aside whatever directed says. A WARNING where 100,000 steps do not reach it to 1e-13.
Rows, nodes, order and errors as of harmony.network.';

CREATE AGGREGATE harmony.weighted_eigenvector(directed boolean, weight float8, source "any", target "any") (
  SFUNC = harmony_internal.weighted_network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.eigenvector_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_eigenvector(boolean, float8, "any", "any") IS
'The same with weights, which are strengths of the links.

Rows with weights and their errors as of harmony.weighted_betweenness.';

CREATE FUNCTION harmony_internal.pagerank_final(internal) RETURNS harmony.node_value[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_pagerank_final';
COMMENT ON FUNCTION harmony_internal.pagerank_final(internal) IS 'Final function of the aggregate harmony.pagerank.';

CREATE AGGREGATE harmony.pagerank(directed boolean, source "any", target "any") (
  SFUNC = harmony_internal.network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.pagerank_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.pagerank(boolean, "any", "any") IS
'For each node, the chance to meet a walker there who follows edges (Brin and Page 1998); the sum is 1.

With probability 0.85 along an edge, each alike, else to any node, as from a node without edges from it; to 1e-14.
Rows, nodes, order and errors as of harmony.network.';

CREATE AGGREGATE harmony.weighted_pagerank(directed boolean, weight float8, source "any", target "any") (
  SFUNC = harmony_internal.weighted_network_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.pagerank_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_pagerank(boolean, float8, "any", "any") IS
'The same with weights: an edge is followed in proportion to its weight.

Rows with weights and their errors as of harmony.weighted_betweenness.';

CREATE FUNCTION harmony_internal.communities_final(internal) RETURNS harmony.community_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_communities_final';
COMMENT ON FUNCTION harmony_internal.communities_final(internal) IS 'Final function of the aggregate harmony.communities.';

CREATE AGGREGATE harmony.communities(seed bigint, resolution float8, source "any", target "any") (
  SFUNC = harmony_internal.communities_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.communities_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.communities(bigint, float8, "any", "any") IS
'Communities of a network without direction: groups with more edges inside than chance would give.

Leiden''s algorithm (Traag, Waltman and van Eck 2019) on modularity; a larger resolution (1 is usual, from 0) gives smaller communities.
Orders of nodes are drawn by Philox from the seed; the best of 10 starts, of one above 100,000 edges. One seed, one answer, in any plan.
Each node without edges is a community. Errors beside those of harmony.network: 22004 for a seed or resolution that is NULL, 22023 for one
that differs between rows and for a resolution that is negative or not finite.';

CREATE AGGREGATE harmony.weighted_communities(seed bigint, resolution float8, weight float8, source "any", target "any") (
  SFUNC = harmony_internal.weighted_communities_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.communities_final, COMBINEFUNC = harmony_internal.network_combine,
  SERIALFUNC = harmony_internal.network_serialize, DESERIALFUNC = harmony_internal.network_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weighted_communities(bigint, float8, float8, "any", "any") IS
'The same with weights, which are strengths of the links.

Rows with weights and their errors as of harmony.weighted_betweenness.';
