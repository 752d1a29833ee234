-- A model under watch: 80 days of predictions of whether a delivery comes late, made up and always the same. Twenty days ago a carrier
-- changed its routes: distances grew, and what came late went by what the model does not see. Expects module oversight, and nothing of the
-- organisation yet.
\pset footer off
\pset null '-'
INSERT INTO platform.organization (id, name) VALUES (md5('watched')::uuid, 'Town deliveries') ON CONFLICT DO NOTHING;
SELECT oversight.register_model(md5('watched')::uuid, 'late delivery', 'two_classes') AS model \gset
CREATE FUNCTION pg_temp.share(what text, seed integer) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN ((hashtextextended(what, seed) & 4294967295) + 0.5) / 4294967296.0::float8;
CREATE TEMP TABLE made AS
  SELECT s.n, s.at, s.distance, s.changed, CASE WHEN pg_temp.share(s.key, 2) < .4 THEN 'north' ELSE 'south' END AS carrier,
         1 / (1 + exp(3 - s.distance / 60)) AS risk, pg_temp.share(s.key, 3) AS luck
  FROM (SELECT k.n, k.key, c.changed, platform.today() - k.day + k.place * interval '36 minutes' AS at,
               20 + 300 * pg_temp.share(k.key, 1) ^ 1.5 + CASE WHEN c.changed THEN 60 ELSE 0 END AS distance
        FROM (SELECT d * 40 + p AS n, d || ' ' || p AS key, d AS day, p AS place
              FROM generate_series(1, 80) d CROSS JOIN generate_series(1, 39) p) k
        CROSS JOIN LATERAL (SELECT k.day <= 20) c (changed)) s;
INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, created_at, validated_at)
  SELECT md5('watched')::uuid, :model, 'v1', m.risk,
         CASE WHEN o.is_known THEN (m.luck < CASE WHEN m.changed THEN .35 ELSE m.risk END)::integer END, m.at,
         CASE WHEN o.is_known THEN m.at + interval '3 days' END
  FROM made m CROSS JOIN LATERAL (SELECT m.at < now() - interval '4 days') o (is_known) ORDER BY m.at;
INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
  SELECT p.id, p.organization_id, p.model_id, jsonb_build_object('distance', round(m.distance::numeric, 1), 'carrier', m.carrier)
  FROM oversight.prediction p JOIN made m ON m.at = p.created_at WHERE p.model_id = :model;
ANALYZE oversight.prediction, oversight.prediction_input;

-- What every night does, for the last 80 days.
SELECT oversight.measure_day(platform.today() - d) FROM generate_series(80, 1, -1) d \g /dev/null
SELECT oversight.judge_drift(platform.today() - 1), oversight.find_anomalies() \g /dev/null

\echo
\echo 'A model under watch, the last 30 days and the 30 before; auc: .5 is chance, calibration: 1 is right. Of those without an outcome it'
\echo 'is only expected how well they are:'
SELECT f.n AS predictions, f.performance ->> 'n' AS with_outcome, f.window,
       round((f.performance ->> 'auc')::numeric, 2) AS auc, round((f.performance ->> 'accuracy')::numeric, 2) AS accuracy,
       round((f.performance ->> 'calibration_slope')::numeric, 2) AS calibration, round((f.expected ->> 'accuracy')::numeric, 2) AS expected
FROM oversight.model_performance('late delivery') p
CROSS JOIN LATERAL (VALUES
  (1, 'last 30 days', p ->> 'n', p -> 'performance', p -> 'expected'),
  (2, '30 before', p #>> '{reference,n}', p #> '{reference,performance}', NULL)) f (place, "window", n, performance, expected)
ORDER BY f.place;
\echo 'What has drifted, and how surely (p, of all that was judged):'
SELECT d.part, d.input, d.level, CASE WHEN d.p_adjusted < .0001 THEN '< .0001' ELSE round(d.p_adjusted::numeric, 4)::text END AS p
FROM oversight.drift d WHERE d.model_id = :model ORDER BY d.p_adjusted, d.part, d.input;
\echo 'What stood out in its series, day by day:'
SELECT a.metric, a.at::date AS day, round(a.value::numeric, 3) AS value, round(a.expected::numeric, 3) AS expected, a.severity
FROM oversight.anomaly a WHERE a.model = 'late delivery' ORDER BY a.metric;
