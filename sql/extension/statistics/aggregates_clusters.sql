-- Rows that come in clusters, as the people of a team: cluster-robust regression, weights held against others on clusters that neither
-- has seen, prediction limits of groups. Rows with a NULL are skipped.

-- Cluster-robust regression.
CREATE TYPE harmony.cluster_robust_model AS (
  n            bigint,
  n_skipped    bigint,
  clusters     bigint,
  rank         integer,
  coefficients float8[],
  std_errors   float8[],
  t_statistics float8[],
  df           float8[],
  p_values     float8[],
  ci_low       float8[],
  ci_high      float8[],
  r_squared    float8,
  f_statistic  float8,
  f_df1        float8,
  f_df2        float8,
  f_p_value    float8,
  covariance   float8[],
  warnings     text[]
);
COMMENT ON TYPE harmony.cluster_robust_model IS
'Least squares with cluster-robust inference (CR2); arrays of coefficients have the intercept first.

NULL where the data do not determine a figure; warnings say why.';
COMMENT ON COLUMN harmony.cluster_robust_model.n IS 'Rows used.';
COMMENT ON COLUMN harmony.cluster_robust_model.n_skipped IS 'Rows left out: with a NULL, or of weight 0.';
COMMENT ON COLUMN harmony.cluster_robust_model.clusters IS 'Clusters with a row that is used.';
COMMENT ON COLUMN harmony.cluster_robust_model.rank IS 'Coefficients that the data determine, the intercept included.';
COMMENT ON COLUMN harmony.cluster_robust_model.coefficients IS 'Of intercept and predictors, as harmony.ols; NULL where one is dropped.';
COMMENT ON COLUMN harmony.cluster_robust_model.std_errors IS 'Cluster-robust (CR2) standard error of each coefficient.';
COMMENT ON COLUMN harmony.cluster_robust_model.t_statistics IS 'Coefficient over its standard error.';
COMMENT ON COLUMN harmony.cluster_robust_model.df IS 'Satterthwaite''s degrees of freedom, one a coefficient.';
COMMENT ON COLUMN harmony.cluster_robust_model.p_values IS 'Two-sided, of t with df.';
COMMENT ON COLUMN harmony.cluster_robust_model.ci_low IS 'Lower end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.cluster_robust_model.ci_high IS 'Upper end of the 95 % interval of each coefficient.';
COMMENT ON COLUMN harmony.cluster_robust_model.r_squared IS '1 - SSE/SST.';
COMMENT ON COLUMN harmony.cluster_robust_model.f_statistic IS 'Of all slopes together (Pustejovsky and Tipton''s HTZ test).';
COMMENT ON COLUMN harmony.cluster_robust_model.f_df1 IS 'Slopes that are tested.';
COMMENT ON COLUMN harmony.cluster_robust_model.f_df2 IS 'Second degrees of freedom of the HTZ test.';
COMMENT ON COLUMN harmony.cluster_robust_model.f_p_value IS 'Of f_statistic, upper tail.';
COMMENT ON COLUMN harmony.cluster_robust_model.covariance IS 'Covariance matrix of the coefficients, row by row.';
COMMENT ON COLUMN harmony.cluster_robust_model.warnings IS 'What to mind, in words, such as a predictor that was dropped.';

CREATE FUNCTION harmony_internal.clustered_rows_transition(internal, y float8, xs float8[], cluster text) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_clustered_rows_transition';
COMMENT ON FUNCTION harmony_internal.clustered_rows_transition(internal, float8, float8[], text) IS 'Adds a row to its cluster.';

CREATE FUNCTION harmony_internal.clustered_rows_transition(internal, y float8, xs float8[], cluster text, weight float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_clustered_rows_transition';
COMMENT ON FUNCTION harmony_internal.clustered_rows_transition(internal, float8, float8[], text, float8) IS
'Adds a weighted row to its cluster.';

CREATE FUNCTION harmony_internal.clustered_rows_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_clustered_rows_combine';
COMMENT ON FUNCTION harmony_internal.clustered_rows_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.clustered_rows_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_clustered_rows_serialize';
COMMENT ON FUNCTION harmony_internal.clustered_rows_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.clustered_rows_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_clustered_rows_deserialize';
COMMENT ON FUNCTION harmony_internal.clustered_rows_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.cluster_robust_ols_final(internal) RETURNS harmony.cluster_robust_model
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2000 AS 'MODULE_PATHNAME', 'harmony_cluster_robust_ols_final';
COMMENT ON FUNCTION harmony_internal.cluster_robust_ols_final(internal) IS 'Final function of the aggregate harmony.cluster_robust_ols.';

CREATE AGGREGATE harmony.cluster_robust_ols(y float8, xs float8[], cluster text) (
  SFUNC = harmony_internal.clustered_rows_transition, STYPE = internal, SSPACE = 16384,
  FINALFUNC = harmony_internal.cluster_robust_ols_final, COMBINEFUNC = harmony_internal.clustered_rows_combine,
  SERIALFUNC = harmony_internal.clustered_rows_serialize, DESERIALFUNC = harmony_internal.clustered_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cluster_robust_ols(float8, float8[], text) IS
'Ordinary least squares of y on xs whose errors, t and F hold when the rows of a cluster (the people of a team) are alike: CR2.

Coefficients as harmony.ols. Covariance M sum(X''A e e''A X) M over the clusters, M = (X''X)^-1, A = ((I - H)(I - H)'')^(-1/2) of the
cluster''s rows (Bell and McCaffrey 2002); t of each coefficient with Satterthwaite''s df; F of all slopes by Pustejovsky and Tipton''s
(2018) HTZ test. A constant or dependent column is NULL, with a warning, and takes no part. NULL: errors and tests for one cluster, F where
its df would not be above 0. At most 20 predictors (54000); values not finite: 22023. Memory: 8 (p^2 + 7 p + 14) bytes a cluster. Time:
about 0.02 ms a cluster for 4 predictors, 0.2 ms for 20; a cancel is heeded between clusters.';

CREATE AGGREGATE harmony.cluster_robust_ols(y float8, xs float8[], cluster text, weight float8) (
  SFUNC = harmony_internal.clustered_rows_transition, STYPE = internal, SSPACE = 16384,
  FINALFUNC = harmony_internal.cluster_robust_ols_final, COMBINEFUNC = harmony_internal.clustered_rows_combine,
  SERIALFUNC = harmony_internal.clustered_rows_serialize, DESERIALFUNC = harmony_internal.clustered_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.cluster_robust_ols(float8, float8[], text, float8) IS
'The same with weights: weighted least squares, CR2 with equal variances as the working model.

A weight is the same in all rows of a cluster, 0 (the row is skipped) or from 2^-200 to 2^200 (22023).';

-- Weights learnt, held against those in use.
CREATE TYPE harmony.weights_comparison AS (
  n                bigint,
  clusters         bigint,
  owners           bigint,
  effective_n      float8,
  fitted_r_squared float8,
  rival_r_squared  float8,
  share_won        float8,
  lost_without     text[]
);
COMMENT ON TYPE harmony.weights_comparison IS
'Learnt weights and those in use, both judged on clusters that they have not seen, with level and scale refitted.';
COMMENT ON COLUMN harmony.weights_comparison.n IS 'Rows used.';
COMMENT ON COLUMN harmony.weights_comparison.clusters IS 'Clusters of these rows.';
COMMENT ON COLUMN harmony.weights_comparison.owners IS 'Owners of the clusters.';
COMMENT ON COLUMN harmony.weights_comparison.effective_n IS '(sum of weights)^2/sum of their squares (Kish 1965).';
COMMENT ON COLUMN harmony.weights_comparison.fitted_r_squared IS 'Cross-validated, of the weights learnt.';
COMMENT ON COLUMN harmony.weights_comparison.rival_r_squared IS 'Cross-validated, of the weights in use.';
COMMENT ON COLUMN harmony.weights_comparison.share_won IS 'Share of 1,000 bootstrap draws of clusters in which the learnt weights win.';
COMMENT ON COLUMN harmony.weights_comparison.lost_without IS 'Owners without whose rows the learnt weights do not win.';

CREATE FUNCTION harmony_internal.contested_rows_transition(internal, y float8, xs float8[], cluster text, weight float8, owner text,
                                                           seen boolean, rival float8[], folds integer) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_contested_rows_transition';
COMMENT ON FUNCTION harmony_internal.contested_rows_transition(internal, float8, float8[], text, float8, text, boolean, float8[],
  integer) IS
'Adds a row to its cluster.';

CREATE FUNCTION harmony_internal.contested_rows_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_contested_rows_combine';
COMMENT ON FUNCTION harmony_internal.contested_rows_combine(internal, internal) IS 'Joins two parts of the rows.';

CREATE FUNCTION harmony_internal.contested_rows_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_contested_rows_serialize';
COMMENT ON FUNCTION harmony_internal.contested_rows_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.contested_rows_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_contested_rows_deserialize';
COMMENT ON FUNCTION harmony_internal.contested_rows_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.compare_weights_final(internal) RETURNS harmony.weights_comparison
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20000 AS 'MODULE_PATHNAME', 'harmony_compare_weights_final';
COMMENT ON FUNCTION harmony_internal.compare_weights_final(internal) IS
'Final function of the aggregate harmony_internal.compare_weights.';

CREATE AGGREGATE harmony_internal.compare_weights(y float8, xs float8[], cluster text, weight float8, owner text, seen boolean,
                                                  rival float8[], folds integer) (
  SFUNC = harmony_internal.contested_rows_transition, STYPE = internal, SSPACE = 16384,
  FINALFUNC = harmony_internal.compare_weights_final, COMBINEFUNC = harmony_internal.contested_rows_combine,
  SERIALFUNC = harmony_internal.contested_rows_serialize, DESERIALFUNC = harmony_internal.contested_rows_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.compare_weights(float8, float8[], text, float8, text, boolean, float8[], integer) IS
'Do weights learnt by non-negative least squares predict better than the slopes rival, on clusters that neither has seen?

Folds are whole clusters (harmony.fold_of of the name). In each fold both sides get their level and scale (not below 0) from the rows of the
others; where rows are marked as seen by the rival, its slopes are learnt anew from those of them outside the fold. R squared = 1 - sum w
(y - prediction)^2/sum w (y - mean)^2. share_won: of 1,000 draws of as many clusters with replacement, always the same ones, in which the
learnt side has the smaller squared errors by more than 1e-9 of the total. lost_without: owners (texts; each cluster has one) without whose
clusters it has not. weight: the same within a cluster; rival and folds (1 to 1000): those of the first row. NULL: what needs a fold that
does not hold every cluster. Errors as harmony.cluster_robust_ols.';

CREATE FUNCTION harmony_internal.capped_weights(counts bigint[], most float8) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_capped_weights';
COMMENT ON FUNCTION harmony_internal.capped_weights(bigint[], float8) IS
'What a row of each owner weighs, so that none has more than the share most of the sum, or than an equal share of few owners.

The mean over all rows is 1; an owner without rows has 0. Counts below 0, or a share not above 0 and up to 1: 22023.';

CREATE FUNCTION harmony.unrestricted_correlation(r float8, u float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_unrestricted_correlation';
COMMENT ON FUNCTION harmony.unrestricted_correlation(float8, float8) IS
'The correlation in the whole pool where it is r among the selected, whose predictor has u times the pool''s standard deviation (Thorndike
1949, case 2: direct selection).

(r/u)/sqrt(1 + r^2 (1/u^2 - 1)); it assumes a straight line and equal residuals. u = 0 gives NULL. r beyond -1 to 1, u below 0 or not
finite: 22023.';

-- Groups that are lower than groups usually differ.
CREATE TYPE harmony.prediction_limit AS (
  grp         text,
  n           bigint,
  mean        float8,
  variance    float8,
  rest_mean   float8,
  tau_squared float8,
  difference  float8,
  std_error   float8,
  low         float8,
  t           float8,
  df          float8,
  p           float8,
  q           float8
);
COMMENT ON TYPE harmony.prediction_limit IS 'A group held against what the other groups let expect of one more.';
COMMENT ON COLUMN harmony.prediction_limit.grp IS 'Name of the group.';
COMMENT ON COLUMN harmony.prediction_limit.n IS 'Values of the group.';
COMMENT ON COLUMN harmony.prediction_limit.mean IS 'Mean of the group.';
COMMENT ON COLUMN harmony.prediction_limit.variance IS 'Variance of the group''s values (n - 1); NULL for one value.';
COMMENT ON COLUMN harmony.prediction_limit.rest_mean IS 'Weighted mean of the other groups.';
COMMENT ON COLUMN harmony.prediction_limit.tau_squared IS 'Variance between the other groups (Paule and Mandel 1982).';
COMMENT ON COLUMN harmony.prediction_limit.difference IS 'mean - rest_mean.';
COMMENT ON COLUMN harmony.prediction_limit.std_error IS 'Of the difference.';
COMMENT ON COLUMN harmony.prediction_limit.low IS 'A group alone is below its 95 % limit when its mean is below this.';
COMMENT ON COLUMN harmony.prediction_limit.t IS 'difference/std_error.';
COMMENT ON COLUMN harmony.prediction_limit.df IS 'Degrees of freedom of t.';
COMMENT ON COLUMN harmony.prediction_limit.p IS 'One-sided: small where the group is low.';
COMMENT ON COLUMN harmony.prediction_limit.q IS 'Adjusted over the groups (Benjamini and Hochberg 1995).';

CREATE FUNCTION harmony_internal.prediction_limits_final(internal) RETURNS harmony.prediction_limit[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_prediction_limits_final';
COMMENT ON FUNCTION harmony_internal.prediction_limits_final(internal) IS 'Final function of the aggregate harmony.prediction_limits.';

CREATE AGGREGATE harmony.prediction_limits(value float8, grp text) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.prediction_limits_final, COMBINEFUNC = harmony_internal.grouped_moments_combine,
  SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.prediction_limits(float8, text) IS
'Is a group lower than groups usually differ? Each group''s mean against the prediction limit of the others, in the order of the names.

Over the k other groups: tau^2 by Paule and Mandel (1982), weights w = 1/(tau^2 + s^2/n), m = sum(w mean)/sum(w); std_error^2 = tau^2 +
s^2/n (of the group itself) + 1/sum(w) (Higgins, Thompson and Spiegelhalter 2009); t = (mean - m)/std_error; df = min(k - 2, max(n - 1,
Satterthwaite''s)); p one-sided. Unnest it. Groups of one value have NULL and count for none; fewer than four groups, or nothing that
varies: t and what follows are NULL. Error 54000 beyond 2,000 groups (0.2 s).';

CREATE AGGREGATE harmony.prediction_limits(value float8, grp anyelement) (
  SFUNC = harmony_internal.grouped_moments_transition, STYPE = internal, SSPACE = 4096,
  FINALFUNC = harmony_internal.prediction_limits_final, COMBINEFUNC = harmony_internal.grouped_moments_combine,
  SERIALFUNC = harmony_internal.grouped_moments_serialize, DESERIALFUNC = harmony_internal.grouped_moments_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.prediction_limits(float8, anyelement) IS
'The same for groups of any type.

Whole numbers are ordered as such, groups of any other type (boolean, enum, uuid, date, ...) by their text.';
