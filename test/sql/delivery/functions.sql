-- Functions of delivery: what they give, and what they refuse.
\pset format unaligned
\pset null NULL

-- What went live with which deployment: an older head brings nothing, a repeat neither; unknown and missing ones are passed over.
SELECT * FROM harmony.first_containing('{1,2,3,4,5}', '{NULL,1,2,3,4}', '{3,2,77,NULL,3,5}') ORDER BY 1;
SELECT * FROM harmony.first_containing('{1,2,3}', '{3,1,2}', '{2}') ORDER BY 1;
SELECT * FROM harmony.first_containing('{-9223372036854775808,9223372036854775807}', '{9223372036854775807,0}', '{-9223372036854775808}')
  ORDER BY 1;
SELECT count(*) FROM harmony.first_containing('{}', '{}', '{}');
SELECT count(*) FROM harmony.first_containing('{1}', NULL, '{1}');
-- A chain of a million, from its end; a merge of a thousand; both with numbers far apart as well.
SELECT count(*), count(DISTINCT head), max(head)
FROM (SELECT array_agg(i) AS c, array_agg(i - 1) AS p FROM generate_series(1, 1000000) i) s, harmony.first_containing(c, p, '{1000000}');
SELECT count(*), count(DISTINCT head), max(head)
FROM (SELECT array_agg(hashint8extended(i, 1)) AS c, array_agg(hashint8extended(i - 1, 1)) AS p FROM generate_series(1, 1000000) i) s,
  harmony.first_containing(c, p, ARRAY[hashint8extended(7, 1), hashint8extended(1000000, 1)]);
SELECT head, count(*) FROM (SELECT array_agg(0) || array_agg(i) AS c, array_agg(i) || array_agg(NULL::bigint) AS p
                            FROM generate_series(1, 1000) i) s, harmony.first_containing(c, p, '{7,0}') GROUP BY 1 ORDER BY 1;
SELECT harmony.first_containing('{1,2}', '{1}', '{1}');
SELECT harmony.first_containing('{1,NULL}', '{1,1}', '{1}');
SELECT harmony.first_containing('{{1,2},{3,4}}', '{1,1,1,1}', '{1}');

-- How few authors, how uneven.
SELECT harmony.bus_factor('{40,30,20,10}') AS half, harmony.bus_factor('{40,30,20,10}', 1) AS whole,
  harmony.bus_factor('{NULL,5}') AS one, harmony.bus_factor('{0,0}') AS none, harmony.bus_factor('{}') AS nobody;
SELECT harmony.bus_factor('{1,-1}');
SELECT harmony.bus_factor('{1}', 0);
SELECT harmony.bus_factor('{1}', 'NaN');
SELECT harmony.gini('{1,1,NULL}') AS alike, harmony.gini('{0,0,0,1}') AS one, harmony.gini('{0}') AS nothing, harmony.gini('{}') AS none;
SELECT harmony.gini('{-1}');
SELECT harmony.gini('{Infinity}');

-- Medians and shares with their intervals.
SELECT * FROM harmony.median_interval('{6,NULL,1,5,2,4,3}');
SELECT * FROM harmony.median_interval('{1,2,3,4,5}');
SELECT * FROM harmony.median_interval('{}');
SELECT harmony.median_interval('{NaN}');
SELECT harmony.median_interval('{1}', 1);
SELECT harmony.median_interval('{{1,2}}');
SELECT round(low::numeric, 12) AS low, round(high::numeric, 12) AS high FROM harmony.wilson_interval(3, 20);
SELECT * FROM harmony.wilson_interval(0, 0);
SELECT harmony.wilson_interval(3, 2);
SELECT harmony.wilson_interval(1, 2, 'NaN');

-- Durations: negative ones are counted, and in no other figure; quantiles are those of percentile_cont.
SELECT (harmony.duration_summary(x)).* FROM unnest('{3,1,NULL,2,-1,4,10,6}'::float8[]) x;
SELECT percentile_cont('{.5,.75,.85,.9,.95}'::float8[]) WITHIN GROUP (ORDER BY x) FROM unnest('{3,1,2,4,10,6}'::float8[]) x;
SELECT (harmony.duration_summary(s, e)).* FROM (VALUES ('2026-01-01Z'::timestamptz, '2026-01-01 00:00:01.5Z'::timestamptz),
  ('2026-01-02Z', '2026-01-01Z'), (NULL, '2026-01-01Z')) v (s, e);
SELECT harmony.duration_summary(NULL::float8) IS NULL AS none;
SELECT harmony.duration_summary('NaN'::float8);
SELECT harmony.duration_summary('infinity'::timestamptz, now());

-- Survival: one worker or several, in any order, the same curve.
SELECT n, n_skipped, events, median, median_low, median_high
FROM (SELECT (harmony.kaplan_meier(t, e)).*
  FROM (VALUES (9, true), (13, true), (13, false), (18, true), (23, true), (28, false), (31, true), (34, true),
    (45, false), (48, true), (161, false), (NULL, true)) v (t, e)) s;
SELECT time, at_risk, events, censored, survival, round(std_error::numeric, 12) AS std_error, round(low::numeric, 12) AS low,
  round(high::numeric, 12) AS high
FROM (SELECT harmony.kaplan_meier(t, e) AS s FROM (VALUES (2, true), (1, true), (1, false), (3, true)) v (t, e)) k, unnest((s).curve);
SELECT harmony.kaplan_meier(t, true) IS NULL AS none FROM unnest('{}'::float8[]) t;
SELECT (harmony.kaplan_meier(NULL, true)).n_skipped;
SELECT harmony.kaplan_meier(-1, true);
SELECT harmony.kaplan_meier('Infinity', false);
CREATE TEMP TABLE seen AS SELECT (i * 7919 % 1009)::float8 AS t, i % 3 > 0 AS e, i % 50 AS g FROM generate_series(1, 20000) i;
CREATE TEMP TABLE one AS SELECT (harmony.kaplan_meier(t, e)).*, harmony.duration_summary(t) AS d FROM seen;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
CREATE TABLE seen_too AS SELECT * FROM seen ORDER BY md5(t::text || g);
ANALYZE seen_too;
EXPLAIN (COSTS OFF) SELECT harmony.kaplan_meier(t, e), harmony.duration_summary(t) FROM seen_too;
SELECT (k.n, k.events, k.median, k.median_low, k.median_high, k.curve) = (one.n, one.events, one.median, one.median_low, one.median_high,
    one.curve) AS same_curve, k.d = one.d AS same_durations
FROM one, (SELECT (harmony.kaplan_meier(t, e)).*, harmony.duration_summary(t) AS d FROM seen_too) k;
RESET ALL;
DROP TABLE seen_too;

-- How often: weeks and months of the zone, empty ones too.
SELECT * FROM harmony.deployment_frequency('{2026-01-05 23:30Z,2026-01-06 10:00Z,NULL,infinity}', '2026-01-01Z', '2026-03-01Z');
SELECT * FROM harmony.deployment_frequency('{2026-01-05 23:30Z,2026-01-06 10:00Z}', '2026-01-01Z', '2026-03-01Z', 'Europe/Berlin');
SELECT * FROM harmony.deployment_frequency('{2026-01-05Z}', '2026-01-01Z', '2026-01-01Z');
SELECT deployments, weeks > 15600000 AS weeks, months > 3500000 AS months, median_days_per_week
FROM harmony.deployment_frequency('{2026-01-05Z}', '4713-01-01Z BC', '294276-12-31 23:59:59Z', 'America/New_York');
SELECT harmony.deployment_frequency('{}', '-infinity', now());
SELECT harmony.deployment_frequency('{}', '2026-01-01Z', '2026-02-01Z', 'Europe/Nowhere');
SELECT harmony.deployment_frequency('{}', '2026-01-01Z', '2026-02-01Z', repeat('x', 300));

-- Work through its states.
SELECT * FROM harmony.flow('{in_progress,todo,in_progress,done}', '{2026-01-02Z,2026-01-03Z,2026-01-05Z,2026-01-06Z}', '2026-01-01Z',
  '2026-01-10Z') \gx
SELECT todo_seconds, age_seconds FROM harmony.flow('{in_progress,done}', '{2026-01-02Z,2026-02-01Z}', '2026-01-01Z', '2026-01-03Z');
SELECT harmony.flow('{started}', '{2026-01-02Z}', '2026-01-01Z', '2026-01-03Z');
SELECT harmony.flow('{todo}', '{}', '2026-01-01Z', '2026-01-03Z');
SELECT harmony.flow('{NULL}', '{2026-01-02Z}', '2026-01-01Z', '2026-01-03Z');
SELECT harmony.flow('{todo}', '{NULL}', '2026-01-01Z', '2026-01-03Z');
SELECT harmony.flow('{todo}', '{infinity}', '2026-01-01Z', '2026-01-03Z');

-- Working time, over the two nights in which the clock of Berlin changes, and of windows that begin in them.
SELECT day, harmony.working_seconds(day, day + interval '24 hours', 'Europe/Berlin', '00:00', '24:00', '{1,2,3,4,5,6,7}', '{}') AS whole,
  harmony.working_seconds(day, day + interval '24 hours', 'Europe/Berlin', '02:30', '05:00', '{7}', '{}') AS night
FROM unnest('{2024-03-30 23:00Z,2024-10-26 22:00Z}'::timestamptz[]) day;
SELECT harmony.working_seconds('2024-12-23Z', '2024-12-28Z', 'UTC', '09:00', '17:00', '{1,2,3,4,5}', '{2024-12-25,2024-12-26,infinity}');
SELECT harmony.working_seconds('2024-12-28Z', '2024-12-23Z', 'UTC', '09:00', '17:00', '{1,2,3,4,5}', '{}');
SELECT harmony.working_seconds('2024-12-28Z', '2024-12-29Z', 'UTC', '17:00', '09:00', '{1}', '{}');
SELECT harmony.working_seconds('2024-12-28Z', '2024-12-29Z', 'UTC', '09:00', '17:00', '{0}', '{}');
SELECT harmony.working_seconds('2024-12-28Z', '2024-12-29Z', 'UTC', '09:00', '17:00', '{NULL}', '{}');
SELECT harmony.working_seconds('2024-12-28Z', 'infinity', 'UTC', '09:00', '17:00', '{1}', '{}');

-- Forecasts.
SELECT harmony.forecast_items('{0,1,2,3}', 3, '{.5,.85,.95}') AS items,
  harmony.forecast_periods('{0,1,2,3}', 10, '{.5,.85,.95}') AS periods,
  harmony.forecast_items('{}', 3, '{.5}') AS unknown, harmony.forecast_periods('{0,0}', 1, '{.5}') AS never,
  harmony.forecast_periods('{0,0}', 0, '{.5}') AS nothing_to_do, harmony.forecast_items('{1}', 3, '{}') AS not_asked;
SELECT harmony.forecast_items('{1,NULL}', 3, '{.5}');
SELECT harmony.forecast_items('{1}', 3, '{NULL}');
SELECT harmony.forecast_items('{-1}', 3, '{.5}');
SELECT harmony.forecast_items('{1}', 10001, '{.5}');
SELECT harmony.forecast_items('{1}', 3, '{0}');
SELECT harmony.forecast_items('{2147483647}', 3, '{.5}');
SELECT harmony.forecast_items('{0,1,2147483647}', 3, '{.5}');
SELECT * FROM harmony.forecast_backtest('{5,5,5,5,5,0,5}', 1, '{.5,.95}');
SELECT * FROM harmony.forecast_backtest('{5}', 1, '{.5,.95}');
SELECT harmony.forecast_backtest('{5}', 0, '{.5}');

-- Holt and Winters, beside R 4.2: HoltWinters(ts(x, frequency = 5)) gives .3179, 0, .6612, 5.7556 and 9.685, 12.269, 14.929.
SELECT round(alpha::numeric, 4) AS alpha, round(beta::numeric, 4) AS beta, round(gamma::numeric, 4) AS gamma, round(sse::numeric, 4) AS sse,
  (SELECT array_agg(round(f::numeric, 3)) FROM unnest(forecast) f) AS forecast, rolling_error > 0 AS rolling
FROM harmony.holt_winters('{5,7,9,4,3,6,8,11,5,4,7,9,12,6,4,8,10,12,7,5,8,11,14,8,6}', 5, 3);
SELECT * FROM harmony.holt_winters('{1,2,3,4}', horizon => 2);
SELECT * FROM harmony.holt_winters('{1,2}');
SELECT harmony.holt_winters('{1,NULL,3}');
SELECT harmony.holt_winters('{1,NaN,3}');
SELECT harmony.holt_winters('{1,2,3}', 0);
SELECT harmony.holt_winters('{-1e308,1e308,-1e308,1e308}');

-- Half-years, which a tier is told by.
SELECT harmony_internal.median_days_per_half_year('{2026-01-05Z,2026-02-05Z,2026-08-01Z}', s::timestamptz, e::timestamptz, 'UTC')
FROM (VALUES ('2026-01-01Z', '2027-01-01Z'), ('2026-01-02Z', '2027-01-01Z'), ('2026-01-02Z', '2026-12-31Z')) v (s, e);
