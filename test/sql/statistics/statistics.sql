-- Statistics of groups, samples and scores: results beside R 4.2.2 and SciPy 1.10.1, what is NULL, what is an error. Values in full
-- against references: test/unit and test/pgtap.
SET extra_float_digits = 0;
\pset null '(null)'
CREATE TEMP TABLE t AS
SELECT v, g, i FROM (VALUES ('a', 1, '{2,3,5,6,8,4}'::float8[]), ('b', 2, '{1,2,4,4,3}'), ('c', 10, '{7,9,12,8,10,11,14}')) x (g, i, vs),
  unnest(vs) v;

-- R: aov, oneway.test, TukeyHSD, ptukey, kruskal.test
SELECT k, n, round(f::numeric, 4) AS f, p::numeric(9, 8), round(welch_f::numeric, 9) AS welch_f, round(welch_df2::numeric, 9) AS welch_df2,
  round(welch_p::numeric, 12) AS welch_p FROM (SELECT (harmony.anova(v, g)).* FROM t) a;
SELECT x.* FROM (SELECT (harmony.anova(v, i)).group_stats FROM t) a,
  jsonb_to_recordset(group_stats) x ("group" text, n bigint, mean numeric(9, 6), sd numeric(9, 6));
SELECT group_a, group_b, round(difference::numeric, 9) AS difference, round(df::numeric, 9) AS df, round(p::numeric, 9) AS p,
  round(low::numeric, 6) AS low, round(high::numeric, 6) AS high FROM unnest((SELECT harmony.games_howell(v, g) FROM t));
SELECT group_a, group_b, round(difference::numeric, 9) AS difference, df, round(p::numeric, 9) AS p, round(low::numeric, 6) AS low,
  round(high::numeric, 6) AS high FROM unnest((SELECT harmony.tukey_hsd(v, g) FROM t));
SELECT k, n, round(h::numeric, 9) AS h, df, round(p::numeric, 12) AS p FROM (SELECT (harmony.kruskal(v, g)).* FROM t) a;
-- R: t.test, wilcox.test, ks.test; SciPy: nct, wasserstein_distance
SELECT round(difference::numeric, 9) AS difference, round(x.t::numeric, 9) AS t, round(df::numeric, 9) AS df,
  round(p_two_sided::numeric, 9) AS p, round(low::numeric, 9) AS low, round(high::numeric, 9) AS high
  FROM (SELECT (harmony.welch_t(v, g = 'a')).* FROM t WHERE g < 'c') x;
SELECT round(x.t::numeric, 9) AS t, round(low::numeric, 9) AS low_90
  FROM harmony.welch_t(6, 14.0 / 3, 2.160246899469287, 5, 2.8, 1.3038404810405297, level => 0.9) x;
SELECT round(d::numeric, 9) AS d, round(hedges_g::numeric, 9) AS hedges_g, round(low::numeric, 9) AS low, round(high::numeric, 9) AS high
  FROM (SELECT (harmony.cohens_d(v, g = 'a')).* FROM t WHERE g < 'c') x;
SELECT u1, u2, round(p_two_sided::numeric, 9) AS p, round(p_less::numeric, 9) AS p_less, round(rank_biserial::numeric, 9) AS r, method
  FROM (SELECT (harmony.mann_whitney(v, g = 'a')).* FROM t WHERE g < 'c') x;
SELECT d, at, round(p::numeric, 9) AS p, method FROM (SELECT (harmony.ks_2samp(v, g = 'a')).* FROM t WHERE g < 'c') x;
SELECT round(harmony.wasserstein(v, g = 'a')::numeric, 9) AS wasserstein FROM t WHERE g < 'c';
-- R: fisher.test, p.adjust
SELECT round(p_two_sided::numeric, 12) AS p, round(p_less::numeric, 9) AS less, round(p_greater::numeric, 9) AS greater, odds_ratio,
  round(conditional_odds_ratio::numeric, 6) AS conditional, round(low::numeric, 6) AS low, round(high::numeric, 4) AS high
  FROM harmony.fisher_exact(10, 2, 3, 15);
SELECT harmony.fdr_bh('{0.01,0.04,0.03,0.005,0.5,NULL,0.2}'), harmony.fdr_bh('{}');
SELECT harmony.psi('{10,20,30}', '{15,20,25}'), harmony.psi('{1,1}', '{1,1}'), harmony.psi('{1,1}', '{1,0}', floor => 0.01);
SELECT harmony.mahalanobis('{1,2}', '{0,0}', '{{2,1},{1,2}}'), harmony.mahalanobis('{1,NULL}', '{0,0}', '{{2,1},{1,2}}'),
  harmony.mahalanobis('{NULL,NULL}', '{0,0}', '{{2,1},{1,2}}'), harmony.mahalanobis('{1,2}', '{0,0}', '{{1,1},{1,1}}');
SELECT harmony.rwg_j(x, harmony.uniform_variance(5)) FROM (VALUES ('{4,4}'::float8[]), ('{5,4}'), ('{4,3}'), ('{1,NULL}'), (NULL)) v (x);
SELECT n, mean, round(sd::numeric, 9) AS sd, quantiles[1], quantiles[50], quantiles[99] FROM (SELECT (harmony.norms(v)).* FROM t) x;
SELECT harmony.z_score(6, 5, 2), harmony.t_score(6, 5, 2), harmony.sten(5, 5, 1), harmony.stanine(5.25, 5, 1), harmony.sem(10, 0.84),
  harmony.score_interval(50, 3), harmony.norm_percentile(50, ARRAY(SELECT generate_series(1, 99)::float8));

-- Distributions; the tails keep their digits
SELECT harmony.normal_cdf(-10), harmony.normal_quantile(0.975), harmony.student_t_cdf(1, 1),
  harmony.student_t_two_sided(33.0857882924672, 7378), harmony.student_t_quantile(0.975, 10);
SELECT harmony.f_cdf(3, 2, 10), harmony.f_upper(100, 3, 40), harmony.f_quantile(0.95, 2, 10), harmony.f_upper_quantile(1e-20, 3, 40) AS far;
SELECT harmony.chi2_cdf(3, 2), harmony.chi2_upper(300, 7), harmony.chi2_quantile(0.999, 5), harmony.chi2_upper_quantile(1e-30, 7) AS far;
SELECT round(harmony.studentized_range_cdf(3.5, 3, 10)::numeric, 12) AS cdf,
  round(harmony.studentized_range_upper(3.5, 3, 10)::numeric, 12) AS upper,
  round(harmony.studentized_range_upper_quantile(0.05, 3, 10)::numeric, 9) AS quantile;
SELECT harmony.normal_quantile(0), harmony.normal_cdf('Infinity'), harmony.student_t_quantile(1, 3), harmony.f_quantile(1, 2, 3),
  harmony.chi2_upper('Infinity', 2), harmony.studentized_range_upper(2, 3, 'Infinity');

-- NULL: rows are passed over; no row gives NULL
SELECT harmony.anova(v, g) IS NULL, harmony.games_howell(v, g) IS NULL, harmony.kruskal(v, g) IS NULL, harmony.norms(v) IS NULL,
  harmony.rwg_j(ARRAY[v], 1) IS NULL, harmony.welch_t(v, true) IS NULL, harmony.cohens_d(v, true) IS NULL,
  harmony.mann_whitney(v, true) IS NULL, harmony.ks_2samp(v, true) IS NULL, harmony.wasserstein(v, true) IS NULL FROM t WHERE false;
SELECT harmony.anova(v, g) IS NULL AS null_values, harmony.anova(1, g) IS NULL AS null_groups
  FROM (VALUES (NULL::float8, NULL::text), (NULL, NULL)) x (v, g);
SELECT (harmony.anova(v, g)).n, (harmony.kruskal(v, g)).n AS ranked, (harmony.welch_t(v, b)).n1, (harmony.norms(v)).n AS normed
  FROM (VALUES (1, 'a', true), (2, 'a', false), (NULL, 'b', true), (3, NULL, NULL)) x (v, g, b);
SELECT harmony.normal_cdf(NULL), harmony.fdr_bh(NULL), harmony.psi(NULL, '{1}'), harmony.sten(1, NULL, 1);
-- Degenerate: what the data do not determine is NULL
SELECT k, n, ss_within, f, eta_squared, welch_f FROM (SELECT (harmony.anova(v, 'one')).* FROM t) x;
SELECT k, df_within, f, p, icc1 FROM (SELECT (harmony.anova(v, v::text)).* FROM generate_series(1, 3) v) x;
SELECT ss_between, ss_within, f, p, eta_squared FROM (SELECT (harmony.anova(0.1, (v % 3)::text)).* FROM generate_series(1, 9) v) x;
SELECT f, p, icc1, welch_f FROM (SELECT (harmony.anova(v % 3, v % 3)).* FROM generate_series(1, 9) v) x;
SELECT (harmony.kruskal(1, (v % 3)::text)).p, (harmony.mann_whitney(1, v % 2 = 0)).p_two_sided, (harmony.cohens_d(1, v % 2 = 0)).d,
  (harmony.welch_t(1, v % 2 = 0)).t, (harmony.ks_2samp(1, v % 2 = 0)).p FROM generate_series(1, 9) v;
SELECT (harmony.mann_whitney(v, true)).*, (harmony.ks_2samp(v, true)).d, harmony.wasserstein(v, true), (harmony.cohens_d(v, true)).mean2
  FROM t;
SELECT harmony.games_howell(v, 'one'), (harmony.norms(3)).sd, harmony.rwg_j('{1,2}', 2) FROM (VALUES (1)) x (v);
SELECT group_a, group_b, difference, std_error, p
  FROM unnest((SELECT harmony.games_howell(v, g) FROM (VALUES (1, 'a'), (2, 'b'), (4, 'b')) x (v, g)));
SELECT harmony.psi('{0,0}', '{1,1}'), harmony.z_score(1, 1, 0), harmony.sten(1, 1, 0), harmony.stanine(1, 1, 0), harmony.sem(1, -1),
  (harmony.fisher_exact(5, 0, 0, 0)).conditional_odds_ratio;
-- Spreads that cannot be squared
SELECT (harmony.anova(v, 'a')).ss_within FROM (VALUES (1e300), (1e300)) x (v);
SELECT harmony.anova(v, 'a') FROM (VALUES (1e300), (-1e300)) x (v);
SELECT harmony.norms(v) FROM (VALUES (1e300), (-1e300)) x (v);

-- Errors, each with its SQLSTATE
\set VERBOSITY sqlstate
SELECT harmony.anova('NaN', 'a');
SELECT harmony.anova('Infinity', 1);
SELECT harmony.kruskal('-Infinity', 'a');
SELECT harmony.norms('NaN');
SELECT harmony.welch_t('NaN', true);
SELECT harmony.mann_whitney('Infinity', true);
SELECT harmony.rwg_j('{1,NaN}', 2);
SELECT harmony.rwg_j(x, 2) FROM (VALUES ('{1}'::float8[]), ('{1,2}')) v (x);
SELECT harmony.rwg_j('{}', 2);
SELECT harmony.rwg_j('{1}', -1);
SELECT harmony.rwg_j('{{1}}', 1);
SELECT harmony.welch_t(3, 1, -1, 3, 1, 1);
SELECT harmony.welch_t(3, 1, 1, 3, 1, 1, 1);
SELECT harmony.welch_t(-3, 1, 1, 3, 1, 1);
SELECT harmony.welch_t(3, 'NaN', 1, 3, 1, 1);
SELECT harmony.fisher_exact(-1, 1, 1, 1);
SELECT harmony.fisher_exact(9000000000000000000, 1, 1, 1);
SELECT harmony.fdr_bh('{0.5,1.5}');
SELECT harmony.fdr_bh('{NaN}');
SELECT harmony.psi('{1}', '{1,2}');
SELECT harmony.psi('{1,NULL}', '{1,2}');
SELECT harmony.psi('{1,-1}', '{1,2}');
SELECT harmony.mahalanobis('{1,2}', '{1}', '{{1,0},{0,1}}');
SELECT harmony.mahalanobis('{1,2}', '{1,1}', '{1,0}');
SELECT harmony.mahalanobis('{1,NaN}', '{1,1}', '{{1,0},{0,1}}');
SELECT harmony.mahalanobis('{1,2}', '{1,Infinity}', '{{1,0},{0,1}}');
SELECT harmony.uniform_variance(1);
SELECT harmony.norm_percentile(1, '{1,2}');
SELECT harmony.sem(1, 2);
SELECT harmony.t_score(1, 2, -1);
SELECT harmony.sten('NaN', 2, 1);
SELECT harmony.score_interval(1, 1, 0);
SELECT harmony.normal_cdf('NaN');
SELECT harmony.normal_quantile(1.1);
SELECT harmony.student_t_cdf(1, 0);
SELECT harmony.f_cdf(1, -1, 2);
SELECT harmony.chi2_quantile(0.5, 'Infinity');
SELECT harmony.studentized_range_upper(1, 1, 5);
SELECT harmony.studentized_range_upper(1, 3, 0.5);
SELECT harmony.games_howell(i, i) FROM generate_series(1, 1001) i;
\set VERBOSITY default
-- The parts of an aggregate are of no use by themselves; which of two classes says so depends on the server's minor release.
CREATE FUNCTION pg_temp.refused(call text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'SELECT ' || call;
  RETURN false;
EXCEPTION WHEN feature_not_supported OR undefined_function THEN RETURN true;
END $$;
SELECT pg_temp.refused('harmony_internal.grouped_moments_combine(NULL, NULL)'), pg_temp.refused('harmony_internal.anova_final(NULL)');
-- As a window, the state goes on after each answer
SELECT i, (harmony.mann_whitney(i, i % 2 = 0) OVER (ORDER BY i)).u1, (harmony.norms(i) OVER (ORDER BY i)).mean,
  (harmony.anova(i, i % 2) OVER (ORDER BY i)).n FROM generate_series(1, 4) i;
-- A compressed name, and one that is almost the same
SELECT k, n FROM (SELECT (harmony.anova(i, repeat('long name ', 1000) || i % 2)).* FROM generate_series(1, 6) i) x;
-- A long computation stops when told
SET statement_timeout = '200ms';
SELECT cardinality(harmony.games_howell(i, i % 400)) FROM generate_series(1, 4000) i;
RESET statement_timeout;
