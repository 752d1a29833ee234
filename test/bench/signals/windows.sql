-- The peer of score.sh: the figures, type and severity of metric_signals by SQL's window functions and aggregates. Without the p and q of
-- slopes, which SQL does not have.
CREATE VIEW bench.windows AS
WITH middle AS MATERIALIZED (
  SELECT metric, percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median, avg(value) AS mean, stddev_pop(value) AS sd, count(*) AS n
  FROM bench.observation WHERE period IS NULL GROUP BY metric
), distance AS MATERIALIZED (
  SELECT metric, 1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(value - median)) AS mad
  FROM bench.observation JOIN middle USING (metric) WHERE period IS NULL GROUP BY metric
), node AS (
  SELECT metric, facility, value, n < 15 AS suppressed,
    CASE WHEN n >= 15 THEN (value - mean) / greatest(sd, 0.01) END AS z,
    CASE WHEN n >= 15 THEN (value - median) / greatest(mad, 0.01) END AS robust_z,
    CASE WHEN n >= 15 THEN 50 * ((rank() OVER w - 1)::float8 / n + cume_dist() OVER w) END AS percentile
  FROM bench.observation JOIN middle USING (metric) JOIN distance USING (metric) WHERE period IS NULL
  WINDOW w AS (PARTITION BY metric ORDER BY value)
), peers AS MATERIALIZED (
  SELECT metric, period, avg(value) AS mean, greatest(stddev_pop(value), 0.05) AS width, count(*) AS n
  FROM bench.observation WHERE period IS NOT NULL GROUP BY metric, period
), span AS MATERIALIZED (
  SELECT metric, min(period / 100 * 12 + period % 100) AS first, max(period / 100 * 12 + period % 100) AS last FROM peers GROUP BY metric
), month AS (
  SELECT metric, facility, value, (period / 100 * 12 + period % 100 - first)::float8 AS step, (last - first + 1) / 2 AS half,
    CASE WHEN n >= 10 THEN (value - mean) / width END AS z
  FROM bench.observation o JOIN peers USING (metric, period) JOIN span USING (metric)
), site AS (
  SELECT metric, facility, avg(z) AS mean_z, CASE WHEN count(z) >= 2 THEN stddev_pop(z) END AS sd_z, max(abs(z)) AS max_abs_z,
    count(*) AS periods, CASE WHEN count(*) >= 6 THEN regr_slope(value, step) END AS slope,
    CASE WHEN count(*) >= 6 THEN regr_slope(value, step) FILTER (WHERE step >= half)
      - regr_slope(value, step) FILTER (WHERE step < half) END AS acceleration
  FROM month GROUP BY metric, facility
), ranked AS (
  SELECT *, CASE WHEN slope IS NOT NULL AND count(slope) OVER (PARTITION BY metric) >= 10 THEN
    50 * ((rank() OVER w - 1)::float8 / count(slope) OVER (PARTITION BY metric) + cume_dist() OVER w
          * count(*) OVER (PARTITION BY metric) / count(slope) OVER (PARTITION BY metric)) END AS slope_percentile
  FROM site WINDOW w AS (PARTITION BY metric ORDER BY slope)
), inputs AS (
  SELECT *, coalesce(mean_z, z) AS x FROM node LEFT JOIN ranked USING (metric, facility)
), indicators AS (
  SELECT *, CASE WHEN x <= -1.5 THEN 'excellent' WHEN x <= -0.5 THEN 'favorable' WHEN x < 0.5 THEN 'normal' WHEN x < 1 THEN 'marginal'
      WHEN x < 2 THEN 'elevated' WHEN x >= 2 THEN 'severe' END AS position,
    CASE WHEN slope_percentile IS NULL THEN 'stable' WHEN slope_percentile < 10 THEN 'rapidly_improving'
      WHEN slope_percentile < 30 THEN 'improving' WHEN slope_percentile < 70 THEN 'stable' WHEN slope_percentile < 90 THEN 'worsening'
      ELSE 'rapidly_worsening' END AS trend,
    CASE WHEN acceleration IS NULL OR abs(acceleration) <= 0.005 THEN 'neutral' WHEN acceleration > 0 THEN 'accelerating'
      ELSE 'decelerating' END AS momentum,
    CASE WHEN sd_z < 0.5 THEN 'consistent' ELSE 'variable' END AS consistency,
    coalesce(max_abs_z >= 2 AND max_abs_z - abs(x) >= 1, false) AS spike,
    CASE WHEN slope_percentile < 20 THEN -2 WHEN slope_percentile < 40 THEN -1
      WHEN slope_percentile < 60 OR slope_percentile IS NULL THEN 0 WHEN slope_percentile < 80 THEN 1 ELSE 2 END AS s,
    CASE WHEN x < -1 THEN -2 WHEN x < -0.5 THEN -1 WHEN x < 0.5 THEN 0 WHEN x < 1 THEN 1 ELSE 2 END AS zs
  FROM inputs
), typed AS (
  SELECT *, CASE WHEN suppressed OR x IS NULL OR coalesce(periods, 0) < 3 THEN 'suspect_data'
      WHEN spike AND consistency = 'variable' THEN 'volatility_alert'
      WHEN position IN ('elevated', 'severe') AND trend IN ('worsening', 'rapidly_worsening') THEN
        CASE WHEN position = 'severe' OR momentum = 'accelerating' THEN 'critical_trajectory' ELSE 'chronic_underperformer' END
      WHEN position IN ('elevated', 'severe') AND trend IN ('improving', 'rapidly_improving') THEN 'recovering'
      WHEN position = 'severe' THEN 'chronic_underperformer'
      WHEN position = 'excellent' AND trend = 'stable' AND consistency = 'consistent' THEN 'sustained_excellence'
      WHEN x < 0.5 AND trend IN ('improving', 'rapidly_improving') THEN 'improving_leader'
      WHEN position IN ('normal', 'marginal') AND trend IN ('worsening', 'rapidly_worsening') THEN 'emerging_risk'
      ELSE 'baseline' END AS signal_type
  FROM indicators
)
SELECT metric, facility, value, z, robust_z, percentile, mean_z, sd_z, max_abs_z, slope, slope_percentile, acceleration, periods,
  suppressed, CASE WHEN percentile >= 99 THEN 'critical' WHEN percentile >= 95 THEN 'severe' WHEN percentile >= 85 THEN 'elevated'
    WHEN percentile >= 75 THEN 'marginal' WHEN percentile >= 25 THEN 'expected' WHEN percentile >= 10 THEN 'favorable'
    WHEN percentile < 10 THEN 'excellent' END AS magnitude_tier,
  CASE WHEN slope_percentile >= 90 THEN 'rapidly_deteriorating' WHEN slope_percentile >= 70 THEN 'deteriorating'
    WHEN slope_percentile >= 30 OR slope_percentile IS NULL THEN 'stable' WHEN slope_percentile >= 10 THEN 'improving'
    ELSE 'rapidly_improving' END AS trajectory_tier,
  CASE WHEN periods < 3 OR sd_z > 1.1 THEN 'transient' WHEN sd_z < 0.9 AND periods >= 6 THEN 'persistent' ELSE 'variable'
    END AS consistency_tier,
  signal_type,
  CASE signal_type WHEN 'suspect_data' THEN 50 WHEN 'volatility_alert' THEN 78 WHEN 'critical_trajectory' THEN 95 WHEN 'recovering' THEN 73
    WHEN 'sustained_excellence' THEN 6 WHEN 'baseline' THEN least(greatest(42 + s + zs, 26), 59)
    WHEN 'improving_leader' THEN least(greatest(19 + s - CASE WHEN acceleration < -0.01 THEN 2 ELSE 0 END, 13), 25)
    WHEN 'emerging_risk' THEN least(greatest(65 + s + CASE WHEN acceleration > 0.01 THEN 2 WHEN acceleration > 0.005 THEN 1 ELSE 0 END
      + CASE WHEN x >= 0.5 THEN 1 ELSE 0 END, 60), 70)
    WHEN 'chronic_underperformer' THEN least(greatest(85 + s + CASE WHEN x >= 0.5 THEN 1 ELSE 0 END, 81), 90) END AS severity,
  position, trend, momentum, consistency, spike
FROM typed;
