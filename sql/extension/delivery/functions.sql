-- Delivery: pure functions. Rules and sources: docs/reference/delivery.md.

-- The graph of commits.
CREATE FUNCTION harmony.first_containing(child bigint[], parent bigint[], heads bigint[]) RETURNS TABLE (commit_id bigint, head integer)
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10000 AS 'MODULE_PATHNAME', 'harmony_first_containing';
COMMENT ON FUNCTION harmony.first_containing(bigint[], bigint[], bigint[]) IS
'For each commit of a graph the first of several heads that contains it: what went live with which deployment.

child and parent are the edges; a parent NULL names a commit without one. heads come in their order, head counts them from 1, and each
takes what no earlier one took: itself, its parents, theirs and so on. So a rollback or a repeat takes nothing, and what follows it is not
counted twice. Commits of no head are not in the result, whose order means nothing. Heads that are NULL or in no edge take nothing;
edges that come again change nothing; a cycle ends. O(commits + edges + heads), without recursion. Errors: 22004 for a NULL child; 22023
for arrays of different lengths; 2202E for several dimensions.';

CREATE FUNCTION harmony.bus_factor(commits bigint[], share float8 DEFAULT 0.5) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_bus_factor';
COMMENT ON FUNCTION harmony.bus_factor(bigint[], float8) IS
'The fewest authors who made at least that share of the commits together (CHAOSS); of organizations it is the elephant factor.

commits holds a number an author; NULLs are skipped. NULL where there are no commits. A share that is met to a relative 1e-12 counts as
met. Errors: 22023 for a negative number and unless 0 < share <= 1; 2202E for several dimensions.';

-- How often, how long.
CREATE FUNCTION harmony.deployment_frequency(at timestamptz[], start timestamptz, "end" timestamptz, zone text DEFAULT 'UTC')
  RETURNS harmony.deployment_rate
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_deployment_frequency';
COMMENT ON FUNCTION harmony.deployment_frequency(timestamptz[], timestamptz, timestamptz, text) IS
'How often something was deployed in the window [start, end), by day, week and month of a time zone.

Days, weeks from Monday and months are those of the zone''s calendar; medians are over the whole weeks and months inside the window, those
without a deployment included, and NULL without one. Times that are NULL or outside do not count. With end <= start there is nothing of
anything, and per_day is NULL. zone is a name of the server''s zone data, or a POSIX zone. Errors: 22023 for an infinite start or end and
an unknown zone; 2202E for several dimensions.';

CREATE FUNCTION harmony_internal.median_days_per_half_year(at timestamptz[], start timestamptz, "end" timestamptz, zone text)
  RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_median_days_per_half_year';
COMMENT ON FUNCTION harmony_internal.median_days_per_half_year(timestamptz[], timestamptz, timestamptz, text) IS
'The median of the days with a deployment over the whole half-years, from January and from July, inside the window [start, end), those
without a deployment included; NULL without one. Otherwise as harmony.deployment_frequency.';

CREATE FUNCTION harmony.flow(category text[], at timestamptz[], created timestamptz, as_of timestamptz) RETURNS harmony.flow_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_flow';
COMMENT ON FUNCTION harmony.flow(text[], timestamptz[], timestamptz, timestamptz) IS
'How a piece of work went through its states: cycle, lead and waiting times, returns, rework, age, as known at an instant.

category and at are its changes of state (todo, in_progress, done) in any order; those of one instant keep theirs, and those after as_of
are not known yet. Until the first change it is todo. Each figure: type harmony.flow_result. Errors: 22023 for an unknown category, an
infinite time and arrays of different lengths; 22004 for a NULL in one; 2202E for several dimensions.';

CREATE FUNCTION harmony.working_seconds(start timestamptz, "end" timestamptz, zone text, day_start time, day_end time, workdays integer[],
    holidays date[]) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_working_seconds';
COMMENT ON FUNCTION harmony.working_seconds(timestamptz, timestamptz, text, time, time, integer[], date[]) IS
'How many seconds between two times are working time: inside the windows from day_start to day_end of a time zone''s clock.

workdays are 1 (Monday) to 7; holidays do not count. Each end of a window is one instant: of a time that the clock shows twice the first, of
one that it skips the instant at which it skips. NULL where end lies before start. zone is a name of the server''s zone data, or a POSIX
zone. Errors: 22023 for an infinite time, an unknown zone, other workdays, and unless day_start < day_end; 22004 for a NULL in an array;
2202E for several dimensions.';

-- What will be done by then.
CREATE FUNCTION harmony.forecast_items(throughput integer[], periods integer, probability float8[]) RETURNS integer[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_forecast_items';
COMMENT ON FUNCTION harmony.forecast_items(integer[], integer, float8[]) IS
'How many items will be done at least in so many periods, with each probability: exactly, without drawing.

Each past period''s throughput is equally likely in each period to come, and independent; P(sum = k) is the convolution of their counts.
The result is the most k with P(sum >= k) >= p; a probability within 1e-12 of p counts as reached. NULL without throughput. Errors: 22023
for a negative throughput, periods outside 0 to 10000, and unless 0 < p <= 1; 22003 for a k beyond integer; 22004 for a NULL in an array;
54000 where more than 2^24 different sums are possible, or periods, sums and throughputs are too many together (a second of work);
2202E.';

CREATE FUNCTION harmony.forecast_periods(throughput integer[], items integer, probability float8[]) RETURNS integer[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_forecast_periods';
COMMENT ON FUNCTION harmony.forecast_periods(integer[], integer, float8[]) IS
'After how many periods so many items will be done, with each probability: exactly, without drawing.

The least t with P(sum of t periods >= items) >= p, periods as of harmony.forecast_items: 0 for items <= 0; NULL where no throughput is
above 0, and past 10000 periods. Errors as there.';

CREATE FUNCTION harmony.forecast_backtest(throughput integer[], periods integer, probability float8[]) RETURNS harmony.backtest_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_forecast_backtest';
COMMENT ON FUNCTION harmony.forecast_backtest(integer[], integer, float8[]) IS
'How often forecasts of the past came true: the share of past outcomes inside each forecast of harmony.forecast_items.

From each period that has at least as many before it as are forecast, and at least 4, the items of the next periods are forecast from
those before alone, and compared with what was done; the last 200 of these. Good forecasts are inside about as often as p says. Errors as
of harmony.forecast_items; 22023 for periods < 1.';

CREATE FUNCTION harmony.holt_winters(value float8[], season integer DEFAULT 1, horizon integer DEFAULT 12)
  RETURNS harmony.holt_winters_result
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_holt_winters';
COMMENT ON FUNCTION harmony.holt_winters(float8[], integer, integer) IS
'A series smoothed exponentially with a trend, and where season > 1 with an additive season, and carried on (Holt 1957, Winters 1960).

Start values as R''s HoltWinters: without a season level x2 and trend x2 - x1; else the line through the moving average of the first two
seasons, and their seasonal means. alpha, beta and gamma, from 0 to 1, make the sum of squared errors one step ahead least. rolling_error
is the mean absolute error one step ahead of up to 20 fits that knew what came before alone, begun at the parameters of the whole. All
NULL and no forecast for fewer than 3 values, with a season for fewer than two of them and one. Errors: 22023 for a value that is not
finite, season outside 1 to 10000, horizon outside 0 to 10000; 22004 for a NULL value; 22003 where the values lie too far apart; 54000
for more than 100000 values; 2202E.';
