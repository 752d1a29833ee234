-- Two models under watch, of the organisation of the demo's deliveries: whether a piece of work will be late, and how many days it takes.
-- Made up, the same on every machine but for the days, which end yesterday. In the last 30 days pieces are larger and a new team has come;
-- on one day everything was predicted to be late. Expects modules delivery and oversight.
CREATE FUNCTION pg_temp.share(what text, seed int) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN ((hashtextextended(what, seed) & 4294967295) + 0.5) / 4294967296.0::float8;
CREATE FUNCTION pg_temp.deviate(what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN sqrt(-2 * ln(pg_temp.share(what, 1))) * cos(2 * pi() * pg_temp.share(what, 2));

SELECT oversight.register_model(md5('delivery')::uuid, 'late delivery', 'two_classes'),
       oversight.register_model(md5('delivery')::uuid, 'days to deliver', 'number') \g /dev/null

CREATE TEMP TABLE piece AS
  SELECT d.day, d.n, d.at, d.size, CASE WHEN d.day > -20 AND pg_temp.share(d.key, 3) < .2 THEN 'team D'
           ELSE (ARRAY['team A', 'team B', 'team C'])[1 + floor(3 * pg_temp.share(d.key, 4))::int] END AS team,
         1 / (1 + exp(-(-1.2 + .9 * ln(d.size / 5) + .9 * pg_temp.deviate(d.key || ' risk')))) AS risk, d.key
  FROM (SELECT day, n, day || ' ' || n AS key,
               (platform.today() + day)::timestamp AT TIME ZONE 'UTC' + interval '8 hours' + n * interval '20 minutes' AS at,
               exp(1.5 + .6 * pg_temp.deviate(day || ' ' || n || ' size') + CASE WHEN day > -30 THEN .5 ELSE 0 END) AS size
        FROM generate_series(-75, -1) day CROSS JOIN LATERAL generate_series(1, 20 + abs(hashint4(day)) % 6) n) d;

-- Late by the risk; the model says it a little too boldly. Outcomes are known after ten days.
WITH told AS (
  INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, confidence, outcome, created_at, validated_at,
                                    external_id)
    SELECT m.organization_id, m.id, CASE WHEN p.day < -40 THEN '1.0' ELSE '1.1' END,
           CASE WHEN p.day = -3 THEN .85 + .1 * pg_temp.share(p.key, 6)
                ELSE 1 / (1 + exp(-1.3 * (ln(p.risk / (1 - p.risk)) + .4 * pg_temp.deviate(p.key || ' error')))) END,
           .5 + .4 * pg_temp.share(p.key, 7), CASE WHEN p.day < -10 THEN (pg_temp.share(p.key, 5) < p.risk)::int END, p.at,
           CASE WHEN p.day < -10 THEN p.at + interval '10 days' END, p.key
    FROM piece p JOIN oversight.model m ON m.name = 'late delivery' RETURNING id, organization_id, model_id, external_id)
INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
  SELECT t.id, t.organization_id, t.model_id, jsonb_build_object('size', round(p.size::numeric, 1), 'team', p.team,
           'reviewers', 1 + floor(3 * pg_temp.share(p.key, 8)))
  FROM told t JOIN piece p ON p.key = t.external_id;
INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, created_at, validated_at)
  SELECT m.organization_id, m.id, '1.0', p.size * 1.2, CASE WHEN p.day < -10 THEN p.size * exp(.4 * pg_temp.deviate(p.key || ' took')) END,
         p.at, CASE WHEN p.day < -10 THEN p.at + interval '10 days' END
  FROM piece p JOIN oversight.model m ON m.name = 'days to deliver' WHERE p.n <= 8;

SELECT count(oversight.measure_day(platform.today() + d)) FROM generate_series(-74, -1) d \g /dev/null
SELECT oversight.judge_drift(platform.today() - 1), oversight.find_anomalies() \g /dev/null
-- What was learnt from statements that failed.
SELECT set_config('request.jwt.claims', json_build_object('sub', a.id)::text, false)
FROM platform.account a WHERE a.email = 'person2@sample.invalid' \g /dev/null
SELECT oversight.record_feedback('SELECT titel FROM api.campaigns LIMIT 10', 'list of titles', true,
  'SELECT title FROM api.campaigns LIMIT 10', '42703', md5('employer 1')::uuid) \g /dev/null
