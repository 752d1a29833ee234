-- Signals: the composite types that functions and aggregates return. Formulas: docs/reference/signals.md. A figure that the data do not
-- determine is NULL.

CREATE TYPE harmony.peer_score AS (
  z          float8,
  robust_z   float8,
  percentile float8,
  n          bigint,
  suppressed boolean
);
COMMENT ON TYPE harmony.peer_score IS 'A value among its peers.';
COMMENT ON COLUMN harmony.peer_score.z IS '(x - mean)/max(sd, floor), sd with divisor n; |z| is at most sqrt(n - 1).';
COMMENT ON COLUMN harmony.peer_score.robust_z IS '(x - median)/max(1.4826 MAD, 0.01), MAD the median absolute deviation from the median.';
COMMENT ON COLUMN harmony.peer_score.percentile IS '100 (below + equal/2)/n, 0 to 100.';
COMMENT ON COLUMN harmony.peer_score.n IS 'Peers that have a value, the entity included.';
COMMENT ON COLUMN harmony.peer_score.suppressed IS 'There are fewer than min_peers; z, robust_z and percentile are NULL.';

CREATE TYPE harmony.trend_result AS (
  n            bigint,
  slope        float8,
  std_error    float8,
  p_value      float8,
  acceleration float8,
  direction    text
);
COMMENT ON TYPE harmony.trend_result IS 'The straight line through a series.';
COMMENT ON COLUMN harmony.trend_result.n IS 'Observed values.';
COMMENT ON COLUMN harmony.trend_result.slope IS 'By least squares, in units of the values a step; takes two values.';
COMMENT ON COLUMN harmony.trend_result.std_error IS 'Of the slope; takes three values.';
COMMENT ON COLUMN harmony.trend_result.p_value IS 'Two-sided, Student''s t with n - 2 degrees of freedom; 1 for a slope of 0.';
COMMENT ON COLUMN harmony.trend_result.acceleration IS
'Slope of the second half less slope of the first; of an odd number of steps the middle one belongs to the second. Two values each.';
COMMENT ON COLUMN harmony.trend_result.direction IS 'increasing, decreasing, or stable for a slope of 0.';

CREATE TYPE harmony.signal_classification AS (
  type        text,
  severity    integer,
  "position"  text,
  trend       text,
  momentum    text,
  consistency text,
  spike       boolean,
  base        integer,
  refinements jsonb,
  reason      text
);
COMMENT ON TYPE harmony.signal_classification IS 'A signal''s type and severity, with the indicators that led there.';
COMMENT ON COLUMN harmony.signal_classification.type IS
'One of nine: suspect_data, volatility_alert, critical_trajectory, chronic_underperformer, recovering, sustained_excellence,
improving_leader, emerging_risk or baseline.';
COMMENT ON COLUMN harmony.signal_classification.severity IS '0 to 100: base and refinements, within the range of the type.';
COMMENT ON COLUMN harmony.signal_classification."position" IS 'excellent, favorable, normal, marginal, elevated, severe; NULL without a z.';
COMMENT ON COLUMN harmony.signal_classification.trend IS 'rapidly_improving, improving, stable, worsening, rapidly_worsening.';
COMMENT ON COLUMN harmony.signal_classification.momentum IS 'neutral, accelerating, decelerating.';
COMMENT ON COLUMN harmony.signal_classification.consistency IS 'consistent, variable.';
COMMENT ON COLUMN harmony.signal_classification.spike IS 'One month stands out from a mean that does not.';
COMMENT ON COLUMN harmony.signal_classification.base IS 'Middle of the range of the type.';
COMMENT ON COLUMN harmony.signal_classification.refinements IS 'What was added, and for what: {"slope_percentile", "acceleration", "z"}.';
COMMENT ON COLUMN harmony.signal_classification.reason IS 'A sentence that says why.';

CREATE TYPE harmony_internal.facility_signal AS (
  facility         integer,
  value            float8,
  z                float8,
  robust_z         float8,
  percentile       float8,
  mean_z           float8,
  sd_z             float8,
  max_abs_z        float8,
  slope            float8,
  slope_percentile float8,
  acceleration     float8,
  periods          integer,
  suppressed       boolean,
  p_value          float8,
  q_value          float8,
  magnitude_tier   text,
  trajectory_tier  text,
  consistency_tier text,
  signal_type      text,
  severity         integer,
  "position"       text,
  trend            text,
  momentum         text,
  consistency      text,
  spike            boolean
);
COMMENT ON TYPE harmony_internal.facility_signal IS
'The signal of a facility. Figures are turned so that high is bad, but for value, percentile and slope, which are as measured.';
COMMENT ON COLUMN harmony_internal.facility_signal.facility IS 'Number of the facility in the run.';
COMMENT ON COLUMN harmony_internal.facility_signal.value IS 'Its value of all time, in the unit of the metric; NULL: it has none.';
COMMENT ON COLUMN harmony_internal.facility_signal.z IS 'Among the facilities'' values, (x - mean)/SD; NULL: too few peers.';
COMMENT ON COLUMN harmony_internal.facility_signal.robust_z IS 'As z by median and MAD; NULL: too few peers.';
COMMENT ON COLUMN harmony_internal.facility_signal.percentile IS 'Mid-rank percentile among the facilities, 0 to 100; NULL: too few peers.';
COMMENT ON COLUMN harmony_internal.facility_signal.mean_z IS 'Of the monthly z; months with too few peers do not count.';
COMMENT ON COLUMN harmony_internal.facility_signal.sd_z IS
'Standard deviation of the monthly z, divisor n; NULL: under two months with enough peers.';
COMMENT ON COLUMN harmony_internal.facility_signal.max_abs_z IS 'Largest absolute monthly z; NULL: no month has enough peers.';
COMMENT ON COLUMN harmony_internal.facility_signal.slope IS
'Of the line through the months, in units of the metric a month; NULL: too few months.';
COMMENT ON COLUMN harmony_internal.facility_signal.slope_percentile IS 'Among the slopes of the metric, mid-rank; 100 is the worst.';
COMMENT ON COLUMN harmony_internal.facility_signal.acceleration IS
'Slope of the later half of the months less that of the earlier; NULL: too few months.';
COMMENT ON COLUMN harmony_internal.facility_signal.periods IS 'Observed months.';
COMMENT ON COLUMN harmony_internal.facility_signal.suppressed IS 'Whether there are too few peers to compare with.';
COMMENT ON COLUMN harmony_internal.facility_signal.p_value IS 'Of the slope, two-sided.';
COMMENT ON COLUMN harmony_internal.facility_signal.q_value IS 'p_value adjusted for all facilities of the metric (Benjamini and Hochberg).';
COMMENT ON COLUMN harmony_internal.facility_signal.magnitude_tier IS 'By the percentile from the bad end; NULL without one.';
COMMENT ON COLUMN harmony_internal.facility_signal.trajectory_tier IS
'rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving.';
COMMENT ON COLUMN harmony_internal.facility_signal.consistency_tier IS 'persistent, variable or transient.';
COMMENT ON COLUMN harmony_internal.facility_signal.signal_type IS 'As harmony.signal_classification.type.';
COMMENT ON COLUMN harmony_internal.facility_signal.severity IS '0 to 100.';
COMMENT ON COLUMN harmony_internal.facility_signal."position" IS 'As harmony.signal_classification.position.';
COMMENT ON COLUMN harmony_internal.facility_signal.trend IS 'As harmony.signal_classification.trend.';
COMMENT ON COLUMN harmony_internal.facility_signal.momentum IS 'As harmony.signal_classification.momentum.';
COMMENT ON COLUMN harmony_internal.facility_signal.consistency IS 'As harmony.signal_classification.consistency.';
COMMENT ON COLUMN harmony_internal.facility_signal.spike IS 'Whether one month stands out from a mean that does not.';

CREATE TYPE harmony.chart_point AS (
  value        float8,
  centre       float8,
  lower        float8,
  upper        float8,
  sigma        float8,
  moving_range float8,
  mr_upper     float8,
  rules        text[]
);
COMMENT ON TYPE harmony.chart_point IS 'A point of a control chart.';
COMMENT ON COLUMN harmony.chart_point.value IS 'As given; of counts x/n.';
COMMENT ON COLUMN harmony.chart_point.centre IS 'Centre line, in the unit of the value.';
COMMENT ON COLUMN harmony.chart_point.lower IS 'Of counts not below 0; NULL where one value alone tells nothing of the spread.';
COMMENT ON COLUMN harmony.chart_point.upper IS 'Of proportions not above 1.';
COMMENT ON COLUMN harmony.chart_point.sigma IS 'A third of the distance to uncut limits, which the rules use.';
COMMENT ON COLUMN harmony.chart_point.moving_range IS 'Distance from the value before; NULL for the first, and of counts.';
COMMENT ON COLUMN harmony.chart_point.mr_upper IS 'Limit of moving ranges; NULL of counts.';
COMMENT ON COLUMN harmony.chart_point.rules IS 'Names of the rules that the point is part of, in order.';

CREATE TYPE harmony.runs_result AS (
  n_useful        bigint,
  longest_run     bigint,
  longest_run_max float8,
  crossings       bigint,
  crossings_min   bigint,
  signal          boolean
);
COMMENT ON TYPE harmony.runs_result IS 'Runs about a centre.';
COMMENT ON COLUMN harmony.runs_result.n_useful IS 'Values that are not on the centre.';
COMMENT ON COLUMN harmony.runs_result.longest_run IS 'Values on one side of the centre, in the longest run.';
COMMENT ON COLUMN harmony.runs_result.longest_run_max IS 'round(log2(n_useful)) + 3; NULL for none.';
COMMENT ON COLUMN harmony.runs_result.crossings IS 'How often the values change sides.';
COMMENT ON COLUMN harmony.runs_result.crossings_min IS 'The 5 % quantile of binomial(n_useful - 1, 1/2).';
COMMENT ON COLUMN harmony.runs_result.signal IS 'A longer run, or fewer crossings.';

CREATE TYPE harmony.funnel_point AS (
  value       float8,
  z           float8,
  z_adjusted  float8,
  lower_95    float8,
  upper_95    float8,
  lower_998   float8,
  upper_998   float8,
  p_value     float8,
  q_value     float8,
  reliability float8,
  shrunken    float8
);
COMMENT ON TYPE harmony.funnel_point IS 'A site in a funnel plot.';
COMMENT ON COLUMN harmony.funnel_point.value IS 'observed/size.';
COMMENT ON COLUMN harmony.funnel_point.z IS 'By chance alone.';
COMMENT ON COLUMN harmony.funnel_point.z_adjusted IS 'With the variance between sites.';
COMMENT ON COLUMN harmony.funnel_point.lower_95 IS 'Of the target at this size, with the variance between sites; so the other limits.';
COMMENT ON COLUMN harmony.funnel_point.upper_95 IS 'Upper 95 % limit, as lower_95.';
COMMENT ON COLUMN harmony.funnel_point.lower_998 IS 'Lower 99.8 % limit, as lower_95.';
COMMENT ON COLUMN harmony.funnel_point.upper_998 IS 'Upper 99.8 % limit, as lower_95.';
COMMENT ON COLUMN harmony.funnel_point.p_value IS 'Of z_adjusted, two-sided.';
COMMENT ON COLUMN harmony.funnel_point.q_value IS 'p_value adjusted for all sites (Benjamini and Hochberg).';
COMMENT ON COLUMN harmony.funnel_point.reliability IS 'tau2/(tau2 + variance of the site): the share that is not chance.';
COMMENT ON COLUMN harmony.funnel_point.shrunken IS 'The value, shrunk to the mean of all sites by its reliability.';

CREATE TYPE harmony.funnel_result AS (
  target float8,
  phi    float8,
  tau2   float8,
  points harmony.funnel_point[]
);
COMMENT ON TYPE harmony.funnel_result IS 'A funnel plot.';
COMMENT ON COLUMN harmony.funnel_result.target IS
'What all sites are held against: as given, else 1 of ratios, of others the sum of observed over that of sizes.';
COMMENT ON COLUMN harmony.funnel_result.phi IS 'Mean square of the winsorised z: above 1 sites differ by more than chance.';
COMMENT ON COLUMN harmony.funnel_result.tau2 IS 'Variance between sites, on the scale of asin(sqrt(value)) or sqrt(value).';
COMMENT ON COLUMN harmony.funnel_result.points IS 'In the order given; NULL for a site without observed or size, or of size 0.';

CREATE TYPE harmony.contribution AS (
  share             float8,
  excess            float8,
  percent_of_parent float8,
  direction         text,
  rank              integer,
  cumulative        float8
);
COMMENT ON TYPE harmony.contribution IS 'What a part adds to the difference of the whole.';
COMMENT ON COLUMN harmony.contribution.share IS 'Of all weights; NULL, with all else, where these are 0.';
COMMENT ON COLUMN harmony.contribution.excess IS 'share (child - parent).';
COMMENT ON COLUMN harmony.contribution.percent_of_parent IS '100 excess/parent; NULL for a parent of 0.';
COMMENT ON COLUMN harmony.contribution.direction IS 'up, down, or neutral for an excess of 0.';
COMMENT ON COLUMN harmony.contribution.rank IS 'By the size of the excess, 1 the largest; ties in the order given.';
COMMENT ON COLUMN harmony.contribution.cumulative IS 'Share of all excess of this sign down to this rank; NULL for an excess of 0.';

CREATE TYPE harmony.star_rating AS (
  facility text,
  groups   integer,
  summary  float8,
  stars    integer
);
COMMENT ON TYPE harmony.star_rating IS 'The stars of a facility.';
COMMENT ON COLUMN harmony.star_rating.facility IS 'Name of the facility.';
COMMENT ON COLUMN harmony.star_rating.groups IS 'Groups with at least three measures.';
COMMENT ON COLUMN harmony.star_rating.summary IS 'Weighted mean of the standardised groups; NULL under three groups.';
COMMENT ON COLUMN harmony.star_rating.stars IS '1 to 5, 5 the best; NULL where it is not rated.';

CREATE TYPE harmony_internal.facility_month AS (
  facility integer,
  period   integer,
  value    float8,
  z        float8
);
COMMENT ON TYPE harmony_internal.facility_month IS 'A month of a facility, and where it stands among the facilities of the month.';
COMMENT ON COLUMN harmony_internal.facility_month.facility IS 'Number of the facility in the run.';
COMMENT ON COLUMN harmony_internal.facility_month.period IS 'The month, YYYYMM.';
COMMENT ON COLUMN harmony_internal.facility_month.value IS 'As measured.';
COMMENT ON COLUMN harmony_internal.facility_month.z IS 'High is bad; NULL where the month has too few facilities.';
