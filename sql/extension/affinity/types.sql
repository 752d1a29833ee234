-- Affinity: the composite types that functions and aggregates return. Rules and sources: docs/reference/affinity.md.

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

CREATE TYPE harmony.neighbor AS (
  person     bigint,
  other      bigint,
  similarity float8
);
COMMENT ON TYPE harmony.neighbor IS 'One of the most alike of a pool.';
COMMENT ON COLUMN harmony.neighbor.similarity IS '0 to 100, as harmony.trait_similarity on a range of 100.';

CREATE TYPE harmony_internal.embedding_match AS (
  query integer,
  id    bigint,
  score float8
);
COMMENT ON TYPE harmony_internal.embedding_match IS 'One of the best of a pool of embeddings for a query.';
