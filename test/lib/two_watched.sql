-- Two organisations, A and B, with members (a1, a2, b1), one of both, an administrator and a stranger; of each two models with predictions:
-- one of two classes, one of numbers about people. What is A's has an A in its name, what is B's a B. id('…') names everybody.
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony oversight test ' || name)::uuid;

INSERT INTO platform.account (id, email, full_name)
  SELECT id(name), name || '@oversight.example.org', 'Name of ' || name FROM unnest('{admin,a1,a2,b1,both,left,stranger}'::text[]) name;
INSERT INTO platform.account_role VALUES (id('admin'), 'admin');
INSERT INTO platform.organization (id, name) VALUES (id('A'), 'Organisation A'), (id('B'), 'Organisation B');
INSERT INTO platform.membership (account_id, organization_id) VALUES (id('a1'), id('A')), (id('a2'), id('A')), (id('b1'), id('B')),
  (id('both'), id('A')), (id('both'), id('B')), (id('left'), id('A'));

-- Prediction n of 200 was made n hours before now: up to 100 in these five days, the others in the five before. Input x rises by 100 in
-- these days, y does not; c changes its categories. The probability is (n % 10 + 0.5)/10, the outcome 1 for n % 10 above 5, and 3; of the
-- last 20 it is not known.
CREATE FUNCTION public.watch(who text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  model CONSTANT integer := oversight.register_model(id(who), who || ' late', 'two_classes');
  people CONSTANT integer := oversight.register_model(id(who), who || ' people', 'number', about_people => true);
BEGIN
  WITH p AS (
    INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, confidence, outcome, created_at, validated_at)
    SELECT id(who), model, CASE WHEN n <= 50 THEN who || ' v2' ELSE who || ' v1' END, (n % 10 + 0.5) / 10, 0.8,
      CASE WHEN n > 20 THEN (n % 10 IN (3, 6, 7, 8, 9))::integer END, now() - n * interval '1 hour', CASE WHEN n > 20 THEN now() END
    FROM generate_series(1, 200) n ORDER BY n RETURNING id, created_at)
  INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
  SELECT p.id, id(who), model, jsonb_build_object('x', n * 7 % 100 + CASE WHEN n <= 100 THEN 100 ELSE 0 END, 'y', n % 7,
    'c', who || CASE WHEN n <= 100 THEN ' new' ELSE ' old' END)
  FROM p, LATERAL (SELECT round(extract(epoch FROM now() - p.created_at) / 3600)::integer AS n) s;
  WITH p AS (
    INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, created_at, validated_at)
    SELECT id(who), people, who || ' p1', 50 + n, 50 + n + CASE WHEN n % 2 = 0 THEN 4.26 ELSE -2.26 END,
      date_trunc('year', now(), 'UTC') - n * interval '1 day', date_trunc('year', now(), 'UTC') - n * interval '1 day'
    FROM generate_series(1, 12) n RETURNING id)
  INSERT INTO oversight.prediction_input (prediction_id, organization_id, model_id, input)
  SELECT p.id, id(who), people, jsonb_build_object('secret', who || ' secret') FROM p;
  INSERT INTO oversight.metric (organization_id, model, name) VALUES (id(who), who || ' late', who || ' series');
  INSERT INTO oversight.metric_value (metric_id, at, organization_id, value)
  SELECT m.id, date_trunc('hour', now()) - n * interval '1 hour', m.organization_id, CASE WHEN n = 1 THEN 60 ELSE 10 + n % 3 END
  FROM oversight.metric m, generate_series(1, 40) n WHERE m.organization_id = id(who);
  INSERT INTO platform.day_count VALUES (id(who), 'oversight_predictions', platform.today(), 24);
  INSERT INTO oversight.sql_policy (organization_id, name, options, description) VALUES (id(who), 'own', '{}', who || ' policy');
  INSERT INTO oversight.sql_check (organization_id, policy, is_ok, rules, fingerprint)
  VALUES (id(who), 'own', false, '{tenant}', who || ' print');
  INSERT INTO oversight.learning_memory (organization_id, pattern, error_class, sqlstate, intent, statement, correction, successes)
  VALUES (id(who), sha256(''), '42', '42703', who || ' intent', 'SELECT ' || who || ' $1', 'SELECT ' || who || '.no $1', 1);
  INSERT INTO oversight.search_text (organization_id, kind, key, title, embedding)
  VALUES (id(who), 'vessel', who || ' key', who || ' title', harmony.text_embedding(who || ' title')::float4[]);
END $$;
SELECT watch(who) FROM unnest('{A,B}'::text[]) who \g /dev/null
SELECT oversight.find_anomalies() \g /dev/null

-- prediction(name): A late 5 is the prediction of five hours ago; anomaly(name): that of A or B.
CREATE FUNCTION public.prediction(who text, model text, n integer) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT p.id FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id
  WHERE m.organization_id = id(who) AND m.name = who || ' ' || model ORDER BY p.created_at DESC OFFSET n - 1 LIMIT 1 $$;
CREATE FUNCTION public.anomaly(who text) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT a.id FROM oversight.anomaly a WHERE a.organization_id = id(who) ORDER BY a.id LIMIT 1 $$;
