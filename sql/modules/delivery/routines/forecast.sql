-- What will be done by when, from what was done a unit of time.

CREATE OR REPLACE FUNCTION delivery.throughput(organization uuid, project text, team text, zone text, start timestamptz, "end" timestamptz,
                                               unit text) RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  until CONSTANT timestamp := delivery.known_until("end") AT TIME ZONE zone;
  began CONSTANT timestamp := start AT TIME ZONE zone;
  step CONSTANT interval := '1 ' || unit;
BEGIN
  PERFORM delivery.require_window(start, "end");
  RETURN ARRAY (
    WITH item AS MATERIALIZED (
      SELECT f.created_at, f.done_at FROM delivery.item_flows(organization, project, team, delivery.known_until("end")) f
    ), done AS (
      SELECT date_trunc(unit, i.done_at AT TIME ZONE zone) AS first FROM item i WHERE i.done_at >= start AND i.done_at < "end"
    ), known AS (
      SELECT min(least(i.created_at, i.done_at)) AT TIME ZONE zone AS since FROM item i
    )
    SELECT count(d.first)::integer
    FROM generate_series(date_trunc(unit, began), until, step) p (first) JOIN known k ON p.first + step > k.since
    LEFT JOIN done d ON d.first = p.first
    WHERE p.first >= began AND p.first + step <= until GROUP BY p.first ORDER BY p.first);
END
$$;
COMMENT ON FUNCTION delivery.throughput(uuid, text, text, text, timestamptz, timestamptz, text) IS
'How many items were done in each whole day, week from Monday, or month of a zone inside a window, up to now; empty ones
included, but those that ended before the first item was there: nothing is known of them.';

CREATE OR REPLACE FUNCTION delivery.forecast(
  organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL, options jsonb DEFAULT '{}',
  items integer DEFAULT NULL, periods integer DEFAULT NULL, unit text DEFAULT 'week', probability float8[] DEFAULT '{0.5,0.85,0.95}')
RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked CONSTANT record := delivery.read_options(options);
  throughput integer[];
  model harmony.linear_model;
  next record;
  backtest record;
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  IF unit IS NULL OR unit NOT IN ('day', 'week', 'month') THEN
    RAISE EXCEPTION 'unit "%" does not exist', left(coalesce(unit, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'day, week, month.';
  ELSIF probability IS NULL THEN
    RAISE EXCEPTION 'probability must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF cardinality(probability) > 100 THEN
    RAISE EXCEPTION 'at most 100 probabilities may be asked for' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  throughput := delivery.throughput(organization, project, asked.team, asked.zone, start, "end", unit);
  model := (SELECT harmony.ols(harmony.linear_state(t.n::float8, t.o::float8)) FROM unnest(throughput) WITH ORDINALITY t (n, o));
  SELECT p.fit, p.low, p.high INTO next FROM harmony.predict_interval(model, 0.95, ARRAY[cardinality(throughput) + 1]::float8[]) p
  WHERE cardinality(throughput) >= 3;
  IF periods >= 1 THEN
    SELECT b.n, b.inside INTO backtest FROM harmony.forecast_backtest(throughput, periods, probability) b;
  ELSE
    SELECT b.n, b.inside INTO backtest FROM harmony.forecast_backtest(throughput, 1, probability) b;
  END IF;
  RETURN jsonb_build_object(
    'throughput', throughput, 'probability', probability,
    'backtest', jsonb_build_object('n', backtest.n, 'inside', backtest.inside),
    'trend', jsonb_build_object('slope', model.coefficients[2], 'low', model.ci_low[2], 'high', model.ci_high[2],
                                'next', jsonb_build_object('value', next.fit, 'low', next.low, 'high', next.high)))
    || CASE WHEN periods IS NULL THEN '{}' ELSE jsonb_build_object('items', harmony.forecast_items(throughput, periods, probability)) END
    || CASE WHEN items IS NULL THEN '{}' ELSE jsonb_build_object('periods', harmony.forecast_periods(throughput, items, probability)) END;
END
$$;
COMMENT ON FUNCTION delivery.forecast(uuid, timestamptz, timestamptz, text, jsonb, integer, integer, text, float8[]) IS
'What will be done, from what was done in each whole unit of time of a window: {throughput, probability, items, periods, backtest {n,
inside}, trend {slope, low, high, next {value, low, high}}}. Units that ended before the first item was there are none
(delivery.throughput).

items: how many at least in so many periods, with each probability (harmony.forecast_items); there where periods are asked for. periods:
after how many units so many items are done (harmony.forecast_periods); there where items are. backtest: harmony.forecast_backtest of so
many periods, 1 where none are asked for. trend: the straight line through the throughput, a unit, with the 95 % interval of its slope, and
the next unit''s value with its prediction interval. unit: day, week (from Monday) or month of the zone. options: as delivery.dora; service
and year change nothing here.
For members of the organisation, administrators and the owner''s own work. Errors: 22023 another unit, and as harmony.forecast_items; as
delivery.dora.';
