-- Signals: pure functions. Formulas and sources: docs/reference/signals.md.

-- An entity among its peers.
CREATE FUNCTION harmony.peer_scores(value float8[], floor float8 DEFAULT 0.01, min_peers integer DEFAULT 15) RETURNS harmony.peer_score[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_peer_scores';
COMMENT ON FUNCTION harmony.peer_scores(float8[], float8, integer) IS
'Each value of an array among all of them: z, robust z and percentile, in the order given.

z = (x - mean)/max(sd, floor) with the population sd, robust z = (x - median)/max(1.4826 MAD, 0.01), percentile = 100 (below + equal/2)/n.
With fewer than min_peers values all three are NULL. A NULL gives a NULL, and is no peer; where floor and sd are 0, z is NULL. Errors:
22023 for a value or floor that is not finite, a negative floor or min_peers; 22003 where the values lie too far apart.';

CREATE FUNCTION harmony_internal.robust_z_beside(value float8, others float8[], floor float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_robust_z_beside';
COMMENT ON FUNCTION harmony_internal.robust_z_beside(float8, float8[], float8) IS
'How far a value lies from others, of which it is none: (value - median)/max(1.4826 MAD, floor); NULL without others, or where all are equal
and the floor is 0. Errors: 22023 for what is not finite and a negative floor, 22004 for a NULL among others, 22003.';

CREATE FUNCTION harmony.anomaly_label(z float8) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_anomaly_label';
COMMENT ON FUNCTION harmony.anomaly_label(float8) IS
'In words how far a z lies from 0, extremely_low to extremely_high.

Upper bounds, inclusive: -3 extremely_low, -2 very_low, -1 moderately_low, -0.5 slightly_low, 0.5 normal, 1 slightly_high,
2 moderately_high, 3 very_high, above it extremely_high. Error 22023 for NaN and infinity.';

CREATE FUNCTION harmony.trend(value float8[]) RETURNS harmony.trend_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_trend';
COMMENT ON FUNCTION harmony.trend(float8[]) IS
'The straight line through a series of equal steps, and whether its second half is steeper.

Least squares over steps 0, 1, ...; a NULL is skipped and keeps its step. acceleration is the slope of the steps from length/2 (cut) on
less that of the steps before. What the values do not determine is NULL. Errors: 22023 for a value that is not finite, 22003 where the
values lie too far apart.';

-- The nine types of signals.
CREATE FUNCTION harmony.classify_signal(z float8, slope_percentile float8, acceleration float8, sd float8, max_abs_z float8,
    suppressed boolean, periods integer, cutoffs jsonb DEFAULT NULL) RETURNS harmony.signal_classification
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_classify_signal';
COMMENT ON FUNCTION harmony.classify_signal(float8, float8, float8, float8, float8, boolean, integer, jsonb) IS
'Which of nine types a signal is, how severe, and why.

z is the mean of the monthly z (else the z of the whole), low is good; slope_percentile 0 to 100, 100 is the worst; sd and max_abs_z are
of the monthly z; periods counts observed months. NULL is not known: suppressed false, periods 0. cutoffs holds what differs from the
defaults of harmony_internal.default_signal_cutoffs(). The rules in order: docs/reference/signals.md. Errors: 22023 for a number that is
not finite or out of range, an unknown cut-off, and cut-offs out of order.';

CREATE FUNCTION harmony_internal.default_signal_cutoffs() RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_default_signal_cutoffs';
COMMENT ON FUNCTION harmony_internal.default_signal_cutoffs() IS
'The cut-offs of signals by their keys: {"peers", "tiers", "classifier"}, as harmony.classify_signal and metric_signals take them.';

-- Charts: change, or noise?
CREATE FUNCTION harmony.control_chart(kind text, value float8[], size float8[] DEFAULT NULL, options jsonb DEFAULT NULL)
  RETURNS harmony.chart_point[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_control_chart';
COMMENT ON FUNCTION harmony.control_chart(text, float8[], float8[], jsonb) IS
'A control chart of individual values (xmr), proportions (p, Laney''s pp) or rates (u, Laney''s up): centre, limits, rules that fire.

value holds values, or of p, u, pp, up counts, with their sizes in size; xmr does not use size. options: {"rules": "nhs" |
"western_electric" | "nelson", "constants": "exact" | "nhs", "screen": drop outlying moving ranges once, "baseline": so many values set
the limits, "points": 7 or 6 of a shift or trend of nhs}; the first of each are the defaults. A NULL value, a NULL size and a size of 0
give a NULL, and what stands around it are neighbours. Errors: 22023 for numbers that are not finite, negative counts and sizes, counts
without size or (of proportions) above it, another number of sizes than of values, an unknown kind or option; 22003.';

CREATE FUNCTION harmony.runs_test(value float8[], centre float8) RETURNS harmony.runs_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_runs_test';
COMMENT ON FUNCTION harmony.runs_test(float8[], float8) IS
'Whether a series runs about its centre as chance would (Anhoej and Olesen 2014).

Values on the centre and NULLs do not count. signal: the longest run on one side is longer than round(log2 n) + 3, or there are fewer
crossings than the 5 % quantile of binomial(n - 1, 1/2). Error 22023 for numbers that are not finite.';

CREATE FUNCTION harmony.funnel(kind text, observed float8[], size float8[], options jsonb DEFAULT NULL) RETURNS harmony.funnel_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_funnel';
COMMENT ON FUNCTION harmony.funnel(text, float8[], float8[], jsonb) IS
'A funnel plot of proportions or of ratios of observed to expected counts, with overdispersion (Spiegelhalter 2005).

kind is proportion (size: the number of cases) or ratio (size: the expected count). options: {"winsorise": share at each end whose z are
pulled in for phi, 0.1; "overdispersion": false leaves out the variance between sites; "target": else all together, of ratios 1}. A NULL
and a size of 0 give a NULL. Errors: 22023 for numbers that are not finite, negative counts and sizes, counts without size or (of
proportions) above it, another number of sizes than of counts, an unknown kind or option.';

CREATE FUNCTION harmony.funnel_limits(kind text, size float8, target float8, p float8) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_funnel_limits';
COMMENT ON FUNCTION harmony.funnel_limits(text, float8, float8, float8) IS
'Exact limits of a funnel at a size, {lower, upper}, with probability p below and p above.

Of ratios by chi-squared, of proportions by the binomial distribution, interpolated (Spiegelhalter 2005). NULLs for size 0. Errors: 22023
for a size that is negative (of proportions: not whole), a target out of range, p not between 0 and 0.5.';

-- Contributions, clusters, drivers.
CREATE FUNCTION harmony.contributions(parent float8, child float8[], weight float8[]) RETURNS harmony.contribution[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50 AS 'MODULE_PATHNAME', 'harmony_contributions';
COMMENT ON FUNCTION harmony.contributions(float8, float8[], float8[]) IS
'What each part adds to the difference of the whole from its parent: share w/sum(w) times (child - parent).

The excesses sum to the weighted mean of the children less the parent. A NULL child or weight gives a NULL and counts for nothing; weights
that are all 0 give NULLs in every field. Errors: 22023 for numbers that are not finite, a negative weight, another number of weights than
of children; 22003.';

CREATE FUNCTION harmony.linear_shap(beta float8[], x float8[], mean float8[]) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_linear_shap';
COMMENT ON FUNCTION harmony.linear_shap(float8[], float8[], float8[]) IS
'beta (x - mean), element by element: the exact Shapley values of a linear model with independent features (Lundberg and Lee 2017).

They sum to the prediction less the mean prediction. A NULL among the three gives a NULL. Errors: 22023 for numbers that are not finite and
arrays of different lengths; 22003.';

CREATE FUNCTION harmony.kmeans_1d(value float8[], k integer) RETURNS integer[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 500 AS 'MODULE_PATHNAME', 'harmony_kmeans_1d';
COMMENT ON FUNCTION harmony.kmeans_1d(float8[], integer) IS
'The cluster of each value, 1 the lowest, of at most k with the least sum of squares within them: exact, without a seed.

Equal values share a cluster, so that fewer different values than k make fewer labels. A NULL gives a NULL. Takes k n log n steps and
about 80 bytes a value (Wang and Song 2011). Errors: 22023 for a value that is not finite, k < 1; 54000 beyond 60 million values.';

-- Narratives.
CREATE FUNCTION harmony.narrative_text(narrative jsonb) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_narrative_text';
COMMENT ON FUNCTION harmony.narrative_text(jsonb) IS
'What is told of a facility, as Markdown: its name the title, facts a list, lists of objects a heading and a table each.

Text that Markdown would read as its own is escaped, whatever is in a name. harmony.narrative_parse gives the document back. An object may
have "children", objects like it, 64 levels deep; any other value within objects is a string, a number, true, false or null. Error 22023 for
another document; it names the key.';

CREATE FUNCTION harmony.narrative_parse(text text) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_narrative_parse';
COMMENT ON FUNCTION harmony.narrative_parse(text) IS
'The document that harmony.narrative_text wrote as Markdown: parse(text(x)) = x.

Error 22023 for any other text; it names the line.';
