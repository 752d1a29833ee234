-- Affinity: what answers about meeting say, of people and of the phases' scores.

-- Of people and pairs.
CREATE FUNCTION harmony_internal.social_relations_transition(internal, actor bigint, partner bigint, answer float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_social_relations_transition';
COMMENT ON FUNCTION harmony_internal.social_relations_transition(internal, bigint, bigint, float8) IS 'Adds an answer.';

CREATE FUNCTION harmony_internal.social_relations_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_social_relations_combine';
COMMENT ON FUNCTION harmony_internal.social_relations_combine(internal, internal) IS 'Joins two parts of the answers.';

CREATE FUNCTION harmony_internal.social_relations_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_social_relations_serialize';
COMMENT ON FUNCTION harmony_internal.social_relations_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.social_relations_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_social_relations_deserialize';
COMMENT ON FUNCTION harmony_internal.social_relations_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.social_relations_final(internal) RETURNS harmony.social_relations_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_social_relations_final';
COMMENT ON FUNCTION harmony_internal.social_relations_final(internal) IS 'Final function of the aggregate harmony.social_relations.';

CREATE AGGREGATE harmony.social_relations(actor bigint, partner bigint, answer float8) (
  SFUNC = harmony_internal.social_relations_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.social_relations_final, COMBINEFUNC = harmony_internal.social_relations_combine,
  SERIALFUNC = harmony_internal.social_relations_serialize, DESERIALFUNC = harmony_internal.social_relations_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.social_relations(bigint, bigint, float8) IS
'The social relations model of what people answer about each other (Kenny and La Voie 1984): effects and variances of who answers (actor),
of whom it is about (partner), and of the pair.

answer = mean + actor + partner + pair effect, which holds the error too. Effects by least squares, with means of 0; variances and
covariances without bias, by equating quadratic forms with their expectations, whichever answers are missing. Where everybody answered
about everybody else these are the estimates of Warner, Kenny and Stoto (1979). NULL answers are left out; where no answers connect two
groups, the levels of their effects cannot be told apart, and the shortest solution stands. Figures that the answers do not determine are
NULL, and the result is without rows. The order of rows changes no bit. Errors: 22004 for a NULL actor or partner; 22023 for an answer
that is not finite, about oneself, and for a pair that comes twice; 22003 for answers too far apart; 54000 beyond 60 million rows. Holds
16 bytes a row and 20 a person, twice that while it fits.';

-- Of the phases.
CREATE FUNCTION harmony_internal.validated_pairs_transition(internal, person bigint, other bigint, willing boolean, scores float8[],
    draws integer, seed bigint) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_validated_pairs_transition';
COMMENT ON FUNCTION harmony_internal.validated_pairs_transition(internal, bigint, bigint, boolean, float8[], integer, bigint) IS
'Adds an answer with its scores.';

CREATE FUNCTION harmony_internal.validated_pairs_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_validated_pairs_combine';
COMMENT ON FUNCTION harmony_internal.validated_pairs_combine(internal, internal) IS 'Joins two parts of the answers.';

CREATE FUNCTION harmony_internal.validated_pairs_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_validated_pairs_serialize';
COMMENT ON FUNCTION harmony_internal.validated_pairs_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.validated_pairs_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_validated_pairs_deserialize';
COMMENT ON FUNCTION harmony_internal.validated_pairs_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.phase_validities_final(internal) RETURNS harmony_internal.phase_validity[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_phase_validities_final';
COMMENT ON FUNCTION harmony_internal.phase_validities_final(internal) IS 'Final function of the aggregate phase_validities.';

CREATE AGGREGATE harmony_internal.phase_validities(person bigint, other bigint, willing boolean, scores float8[], draws integer,
  seed bigint) (
  SFUNC = harmony_internal.validated_pairs_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.phase_validities_final, COMBINEFUNC = harmony_internal.validated_pairs_combine,
  SERIALFUNC = harmony_internal.validated_pairs_serialize, DESERIALFUNC = harmony_internal.validated_pairs_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.phase_validities(bigint, bigint, boolean, float8[], integer, bigint) IS
'What the scores of each phase are worth against answers: whether person is willing to meet other, with the scores that stood for that.

scores, 0 to 100, has up to 8 phases in their order, NULL where one is missing. Over the answers for which its score is there a phase has:
auc, the area under the ROC curve, ties half; brier, the mean square of score/100 - answer; slope, of a logistic regression on log(p/(1 -
p)), p = score/100 held to .005 to .995 (1 where scores are as good as probabilities); incremental_r_squared, what it adds to R-squared of
least squares on the phases before, over answers for which all of these are there. Limits, 95 %, by a bootstrap of people: each of the
draws takes as many people as there are, with replacement, and a pair counts as often as one of it times the other was taken, since it
belongs to both (Owen 2007; Davezies, D''Haultfoeuille and Guyonvarch 2021); quantiles of type 7 over the draws in which the figure is
determined, at least nine of ten. Equal seeds give equal limits. NULL answers are left out; figures that the answers do not determine are
NULL. Errors: 22004 for another NULL; 22023 for a score outside 0 to 100, oneself, draws outside 0 to 10000, and draws, seed or a number of
scores that differ between rows; 54000 beyond 60 million scores. Holds 16 bytes a row, 8 a score and 20 a person.';

CREATE FUNCTION harmony_internal.phase_weights_final(internal) RETURNS harmony_internal.phase_weights_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_phase_weights_final';
COMMENT ON FUNCTION harmony_internal.phase_weights_final(internal) IS 'Final function of the aggregate phase_weights.';

CREATE AGGREGATE harmony_internal.phase_weights(person bigint, other bigint, willing boolean, scores float8[], draws integer,
  seed bigint) (
  SFUNC = harmony_internal.validated_pairs_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.phase_weights_final, COMBINEFUNC = harmony_internal.validated_pairs_combine,
  SERIALFUNC = harmony_internal.validated_pairs_serialize, DESERIALFUNC = harmony_internal.validated_pairs_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.phase_weights(bigint, bigint, boolean, float8[], integer, bigint) IS
'What answers say that the phases should weigh: a logistic regression on the scores of all phases, of answers for which all are there.

Arguments as of phase_validities. Coefficients are a point of the score, limits drawn as there; weights are the coefficients above 0 by
their sum. NULL before the rarer answer was given ten times a phase (Peduzzi and others 1996), and where the scores part the answers.';
