-- Publishing what is told about groups of people: what is due, when it is due, once. No employer chooses when.

CREATE OR REPLACE FUNCTION crew.require_time(at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF at IS NULL OR at NOT BETWEEN '1900-01-01 00:00:00+00' AND '9999-01-01 00:00:00+00' THEN
    RAISE EXCEPTION 'the time is %', at USING ERRCODE = 'datetime_field_overflow', HINT = 'It is a time from the year 1900 to now.';
  ELSIF at > now() THEN
    RAISE EXCEPTION 'the time is still to come' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('It is %s, and now is %s. What is published is never changed, nor published again.', at, now()),
      HINT = 'Leave it out, which is the present.';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_time(timestamptz) IS
'Passes for a time from the year 1900 to now, else an error: 22008 for NULL and what no calendar has, 22023 for a time to come.

A week or year that is published before its end stays as it was told, and what comes until then is in no figure.';

CREATE OR REPLACE FUNCTION crew.publish_weather(at timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  week CONSTANT date := crew.last_week(at);
  monday CONSTANT text := to_char(week, 'YYYY-MM-DD');
  model CONSTANT jsonb := crew.active_model();
  n bigint;
BEGIN
  WITH answer AS (
    -- Only this week's pulses: no two figures have an answer in common.
    SELECT p.vessel_id, p.person_id, p.day, p.score
    FROM crew.vessel v CROSS JOIN LATERAL crew.counting_people(v.id, week::timestamp AT TIME ZONE 'UTC', 'weather') c (person_id)
    JOIN crew.pulse p ON p.person_id = c.person_id AND p.vessel_id = v.id AND p.day BETWEEN week AND week + 6
    WHERE NOT EXISTS (SELECT FROM platform.published_figure f
                      WHERE f.kind = 'weather' AND f.subject_id = v.id AND f.period = monday)
  ), observed AS (
    SELECT a.vessel_id, harmony.weather(a.person_id, a.day, a.score, week + 6, model) AS weather FROM answer a GROUP BY a.vessel_id
  ), people AS (
    -- Of how many people figures are that are not of everybody: the differences of those who answered twice, the trend of each day's mean.
    SELECT s.vessel_id, s.twice, d.a_day
    FROM (SELECT p.vessel_id, count(*) FILTER (WHERE p.n > 1) AS twice
          FROM (SELECT a.vessel_id, count(*) AS n FROM answer a GROUP BY a.vessel_id, a.person_id) p GROUP BY p.vessel_id) s
    JOIN (SELECT p.vessel_id, min(p.n) AS a_day
          FROM (SELECT a.vessel_id, count(*) AS n FROM answer a GROUP BY a.vessel_id, a.day) p GROUP BY p.vessel_id) d USING (vessel_id)
  ), added AS (
    INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, contributors, published_at)
    SELECT (SELECT v.organization_id FROM crew.vessel v WHERE v.id = o.vessel_id), 'weather', o.vessel_id, monday,
           platform.rounded(to_jsonb(o.weather) - '{slope,slope_low,slope_high}'::text[], 1)
             || platform.rounded(jsonb_build_object('slope', (o.weather).slope, 'slope_low', (o.weather).slope_low,
                                                    'slope_high', (o.weather).slope_high))
             || CASE WHEN p.twice < d.least_people THEN '{"rmssd": null, "n_differences": null}' ELSE '{}'::jsonb END
             || CASE WHEN p.a_day < d.least_people THEN '{"trend_days": null, "slope": null, "slope_low": null, "slope_high": null,
                  "trend": null, "outlook": null, "outlook_low": null, "outlook_high": null, "outlook_status": null}' ELSE '{}'::jsonb END
             || jsonb_build_object('week', monday), (o.weather).n_people, at
    FROM observed o JOIN people p ON p.vessel_id = o.vessel_id JOIN crew.disclosure d ON d.what = 'weather'
    WHERE (o.weather).n_pulses >= d.least_responses AND (o.weather).n_people >= d.least_people
    RETURNING subject_id
  )
  INSERT INTO platform.stale_mark (kind, key) SELECT 'crew.vessel', a.subject_id FROM added a;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.publish_weather(timestamptz) IS
'Publishes the weather of the last complete week (harmony.weather, with the active model, of that week''s pulses alone) of every vessel
where five people who count gave pulses in it (crew.disclosure, crew.counting_people), once; returns of how many. One decimal, slopes two.

What is of fewer people is NULL: rmssd and n_differences where not five of them answered on two days; trend_days, slope, trend and outlook
where one of the days with answers has not five. The days left alone would tell what the few of the others said.';

CREATE OR REPLACE FUNCTION crew.publish_due(at timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  LOCK TABLE platform.published_figure IN SHARE ROW EXCLUSIVE MODE;  -- one run at a time
  n := crew.publish_surveys(at) + crew.publish_agreement(at) + crew.publish_weather(at) + crew.publish_fairness(at);
  RETURN n + coalesce((SELECT sum(crew.publish_toxicity(o.id, at)) FROM platform.organization o), 0);
END
$$;
COMMENT ON FUNCTION crew.publish_due(timestamptz) IS
'Publishes what is due at any time, also one to come: what crew.publish_figures does, without its checks. For the owner alone.';

-- Without jit: compiling its queries took 4 seconds where they run in 50 milliseconds.
CREATE OR REPLACE FUNCTION crew.publish_figures(at timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET jit = off
AS $$
BEGIN
  PERFORM platform.require_admin(), crew.require_time(at);
  RETURN crew.publish_due(at);
END
$$;
COMMENT ON FUNCTION crew.publish_figures(timestamptz) IS
'Publishes what is due of survey results, agreement, weather, toxicity and fairness (platform.published_figure) and returns how many figures
that is; snapshots show it when they are rebuilt (crew.rebuild_stale). To be called once a day; more often does no harm.

Surveys and agreement: when five more people who count have answered, once a week at most. Weather and toxicity: of the last complete ISO
week (UTC), once. Fairness: of each calendar year (UTC) after its end, once. Only people who count are in it (crew.counting_people).
at stands for the present; a time to come is refused (22023, crew.require_time). For the owner''s own work and administrators (42501). It
waits 5 seconds for a lock at most (55P03): another transaction cannot hold it up.';
