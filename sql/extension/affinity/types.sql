-- Affinity: the composite types that functions and aggregates return. Rules and sources: docs/reference/affinity_scores.md.

CREATE TYPE harmony.preference AS (
  n         bigint,
  lambda    float8,
  loo_rmse  float8,
  intercept float8,
  weights   float8[],
  center    float8[],
  scale     float8[]
);
COMMENT ON TYPE harmony.preference IS
'A taste in photos: what someone would rate one is intercept + the sum of weights (x - center)/scale over its embedding x.';
COMMENT ON COLUMN harmony.preference.n IS 'Ratings that it was learnt from.';
COMMENT ON COLUMN harmony.preference.lambda IS 'Of the ridge, as exact leave-one-out chose it.';
COMMENT ON COLUMN harmony.preference.loo_rmse IS
'Root mean square of what each rating is off when it is predicted from the others alone, in units of the rating.';
COMMENT ON COLUMN harmony.preference.intercept IS 'What is expected of a photo at the centre, in units of the rating.';
COMMENT ON COLUMN harmony.preference.weights IS 'By dimension of the embedding, in units of the rating.';
COMMENT ON COLUMN harmony.preference.center IS 'By dimension, what is subtracted of an embedding.';
COMMENT ON COLUMN harmony.preference.scale IS 'By dimension, by what it is then divided.';

CREATE TYPE harmony.neighbor AS (
  person     bigint,
  other      bigint,
  similarity float8
);
COMMENT ON TYPE harmony.neighbor IS 'One of the most alike of a pool.';
COMMENT ON COLUMN harmony.neighbor.person IS 'Whose neighbour it is.';
COMMENT ON COLUMN harmony.neighbor.other IS 'Who it is.';
COMMENT ON COLUMN harmony.neighbor.similarity IS '0 to 100, as harmony.trait_similarity on a range of 100.';

CREATE TYPE harmony_internal.embedding_match AS (
  query integer,
  id    bigint,
  score float8
);
COMMENT ON TYPE harmony_internal.embedding_match IS 'One of the best of a pool of embeddings for a query.';
COMMENT ON COLUMN harmony_internal.embedding_match.query IS 'Which query, from 1.';
COMMENT ON COLUMN harmony_internal.embedding_match.id IS 'The row of the pool.';
COMMENT ON COLUMN harmony_internal.embedding_match.score IS 'By the metric asked for, inner_product or cosine; more is better.';

CREATE TYPE harmony.social_effect AS (
  person   bigint,
  given    bigint,
  received bigint,
  actor    float8,
  partner  float8
);
COMMENT ON TYPE harmony.social_effect IS 'How a person answers about others, and how others answer about that person.';
COMMENT ON COLUMN harmony.social_effect.person IS 'Whose effects they are.';
COMMENT ON COLUMN harmony.social_effect.given IS 'Answers that the person gave.';
COMMENT ON COLUMN harmony.social_effect.received IS 'Answers that were given about the person.';
COMMENT ON COLUMN harmony.social_effect.actor IS 'By how much the answers that were given lie above the mean; NULL where none was.';
COMMENT ON COLUMN harmony.social_effect.partner IS 'By how much the answers that were received lie above the mean; NULL where none was.';

CREATE TYPE harmony.pair_effect AS (
  actor   bigint,
  partner bigint,
  effect  float8
);
COMMENT ON TYPE harmony.pair_effect IS 'What is left of an answer without mean, actor and partner effect: the pair, and error.';
COMMENT ON COLUMN harmony.pair_effect.actor IS 'Who answered.';
COMMENT ON COLUMN harmony.pair_effect.partner IS 'About whom.';
COMMENT ON COLUMN harmony.pair_effect.effect IS 'The answer less mean, actor''s and partner''s effect, in its unit.';

CREATE TYPE harmony.social_relations_result AS (
  n                        bigint,
  actors                   bigint,
  partners                 bigint,
  mean                     float8,
  actor_variance           float8,
  partner_variance         float8,
  relationship_variance    float8,
  actor_partner_covariance float8,
  dyadic_covariance        float8,
  actor_share              float8,
  partner_share            float8,
  relationship_share       float8,
  effects                  harmony.social_effect[],
  pairs                    harmony.pair_effect[]
);
COMMENT ON TYPE harmony.social_relations_result IS
'How much of what people answer about each other lies in who answers, in whom it is about, and in the pair.';
COMMENT ON COLUMN harmony.social_relations_result.n IS 'Answers.';
COMMENT ON COLUMN harmony.social_relations_result.actors IS 'People who answered.';
COMMENT ON COLUMN harmony.social_relations_result.partners IS 'People who were answered about.';
COMMENT ON COLUMN harmony.social_relations_result.mean IS 'Mean of the model, in the unit of the answers.';
COMMENT ON COLUMN harmony.social_relations_result.actor_variance IS 'Unbiased, and so below 0 at times, as the other variances.';
COMMENT ON COLUMN harmony.social_relations_result.partner_variance IS 'Of the effects of those whom answers are about; as actor_variance.';
COMMENT ON COLUMN harmony.social_relations_result.relationship_variance IS 'Of the pair effects, with the error; as actor_variance.';
COMMENT ON COLUMN harmony.social_relations_result.actor_partner_covariance IS
'Of a person''s two effects; NULL where nobody both gave and received answers.';
COMMENT ON COLUMN harmony.social_relations_result.dyadic_covariance IS
'Of the two pair effects of two people; NULL where no two answered about each other.';
COMMENT ON COLUMN harmony.social_relations_result.actor_share IS
'Of the sum of the three variances, each at least 0; so the other shares. That of the relationship holds the error.';
COMMENT ON COLUMN harmony.social_relations_result.partner_share IS 'Of whom answers are about, 0 to 1, as actor_share.';
COMMENT ON COLUMN harmony.social_relations_result.relationship_share IS 'Of the pair and error, 0 to 1, as actor_share.';
COMMENT ON COLUMN harmony.social_relations_result.effects IS 'By person; the means of both effects are 0.';
COMMENT ON COLUMN harmony.social_relations_result.pairs IS 'By actor and partner.';

CREATE TYPE harmony_internal.phase_validity AS (
  phase                 integer,
  pairs                 bigint,
  people                bigint,
  auc                   float8,
  auc_low               float8,
  auc_high              float8,
  brier                 float8,
  slope                 float8,
  slope_low             float8,
  slope_high            float8,
  incremental_r_squared float8
);
COMMENT ON TYPE harmony_internal.phase_validity IS 'What the scores of a phase are worth against answers.';
COMMENT ON COLUMN harmony_internal.phase_validity.phase IS 'Place of the score in the array, from 1.';
COMMENT ON COLUMN harmony_internal.phase_validity.pairs IS 'Answers for which this score is there, one a direction.';
COMMENT ON COLUMN harmony_internal.phase_validity.people IS 'People who gave them or whom they are about.';
COMMENT ON COLUMN harmony_internal.phase_validity.auc IS 'Area under the ROC curve, 0 to 1, ties half.';
COMMENT ON COLUMN harmony_internal.phase_validity.auc_low IS 'Lower 95 % limit of auc, by a bootstrap of people.';
COMMENT ON COLUMN harmony_internal.phase_validity.auc_high IS 'Upper 95 % limit of auc.';
COMMENT ON COLUMN harmony_internal.phase_validity.brier IS 'Mean of (score/100 - answer)^2, 0 to 1.';
COMMENT ON COLUMN harmony_internal.phase_validity.slope IS 'Of the logistic regression of the answer on the logit of score/100.';
COMMENT ON COLUMN harmony_internal.phase_validity.slope_low IS 'Lower 95 % limit of slope, by a bootstrap of people.';
COMMENT ON COLUMN harmony_internal.phase_validity.slope_high IS 'Upper 95 % limit of slope.';
COMMENT ON COLUMN harmony_internal.phase_validity.incremental_r_squared IS
'What the phase adds to R squared of least squares on the phases before.';

CREATE TYPE harmony_internal.phase_weights_result AS (
  pairs        bigint,
  people       bigint,
  willing      bigint,
  intercept    float8,
  coefficients float8[],
  low          float8[],
  high         float8[],
  weights      float8[]
);
COMMENT ON TYPE harmony_internal.phase_weights_result IS 'What answers say that the phases should weigh.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.pairs IS 'Answers for which all scores are there, one a direction.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.people IS 'People who gave them or whom they are about.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.willing IS 'Answers that are yes.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.intercept IS 'Of the logistic regression of the answer on the scores.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.coefficients IS 'By phase, a point of the score.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.low IS 'By phase, lower 95 % limit of the coefficient, by a bootstrap of people.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.high IS 'By phase, upper 95 % limit of the coefficient.';
COMMENT ON COLUMN harmony_internal.phase_weights_result.weights IS 'By phase, coefficients above 0 by their sum, 0 to 1.';
