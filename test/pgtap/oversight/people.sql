-- Models about people: what members are told of them, which is what was published, and what is taken over from module crew.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_watched.sql
\ir ../../lib/attack.sql

-- ---- before anything is published ----

SELECT is(pg_temp.tries('a1', $$SELECT p FROM api.model_performance('A people', days => 365) p$$), '{"n": null, "drift": [], "years": [], '
  '"window": null, "expected": null, "reference": null, "by_version": [], "performance": null}', 'a member is told nothing');
SELECT isnt(pg_temp.tries('admin', $$SELECT p -> 'performance' ->> 'n' FROM api.model_performance('A people', days => 365) p$$), '-',
  'an administrator everything');
SELECT is(pg_temp.tries('a1', $$SELECT count(*) FROM api.predictions WHERE model = 'A people' AND input IS NULL$$), '12',
  'members see what they sent, without inputs');
SELECT is(pg_temp.tries('admin', $$SELECT count(*) FROM api.predictions WHERE model = 'A people' AND input ->> 'secret' = 'A secret'$$),
  '12',
  'administrators with them');
SELECT is(pg_temp.tries('a1', $$SELECT i FROM oversight.prediction_input i WHERE i.model_id IN (SELECT m.id FROM oversight.model m
  WHERE m.about_people)$$), '-', 'nor in the table');
SELECT is(pg_temp.tries('a1', 'SELECT subject FROM oversight.prediction'), '42501', 'nor whom it is about');
SELECT is(pg_temp.tries('a1', $$SELECT oversight.register_model(id('A'), 'A people')$$), '42501', 'nor says a member that it is not');
SELECT is(pg_temp.tries('a1', $$SELECT oversight.performance_document(ARRAY(SELECT id FROM oversight.model), NULL, 365, now())$$), '42501',
  'nor asks below');
SELECT oversight.watch_job('{}') \g /dev/null
SELECT is_empty($$SELECT FROM oversight.metric WHERE model LIKE '%people'$$, 'no series of a day, which may be one person''s');
SELECT is(pg_temp.tries('a1', $$SELECT d FROM oversight.drift d JOIN oversight.model m ON m.id = d.model_id WHERE m.about_people$$), '-',
  'nor drift');

-- ---- published once ----

SELECT is((SELECT count(*) FROM platform.published_figure f WHERE f.kind = 'model_performance'), 2::bigint, 'a row an employer and year');
SELECT throws_ok($$SELECT oversight.publish_performance(now() + interval '1 second')$$, '22023', NULL, 'not before the end of a year');
\set told $$(SELECT p -> 'years' - 'year' FROM api.model_performance('A people') p)$$
SELECT is(pg_temp.tries('a1', $$SELECT p -> 'performance' FROM api.model_performance('A people') p$$),
  '{"mae": 3.3, "bias": -1, "rmse": 3.4, "r_squared": 0.5}', 'rounded, means alone');
SELECT is(pg_temp.tries('a1', $$SELECT p ->> 'n' FROM api.model_performance('A people') p$$), '10', 'of 12, in fives');
SELECT is(pg_temp.tries('b1', $$SELECT p FROM api.model_performance('A people') p$$), '22023', 'to nobody else');
SELECT is(pg_temp.tries('stranger', $$SELECT p FROM api.model_performance('A people') p$$), '22023', 'to no stranger');
INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, created_at, validated_at)
SELECT id('A'), m.id, 'late', 1, 100, date_trunc('year', now(), 'UTC') - interval '1 day', date_trunc('year', now(), 'UTC') - interval
  '1 day'
FROM oversight.model m WHERE m.name = 'A people';
SELECT is((oversight.publish_performance()).published, 0::bigint, 'a year is told once');
DELETE FROM oversight.prediction WHERE version = 'A p1' AND id = (SELECT min(id) FROM oversight.prediction WHERE version = 'A p1');
SELECT is(pg_temp.tries('a1', $$SELECT p ->> 'n' FROM api.model_performance('A people') p$$), '10', 'and never computed again');

-- Fewer than five people, counted by whom it is about; of two classes five of both.
CREATE FUNCTION pg_temp.told(name text, kind text, n integer, people integer, positives integer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE model CONSTANT integer := oversight.register_model(id('A'), name, kind, about_people => true);
BEGIN
  INSERT INTO oversight.prediction (organization_id, model_id, version, prediction, outcome, validated_at, subject)
  SELECT id('A'), model, 'v', i / 100.0, (i <= positives)::integer, now(), sha256(convert_to((i % people)::text, 'UTF8'))
  FROM generate_series(1, n) i;
  RETURN oversight.year_performance(model, extract(year FROM now() AT TIME ZONE 'UTC')::integer) ->> 'people';
END $$;
SELECT is(pg_temp.told(name, kind, n, people, positives), want, name) FROM (VALUES ('four people', 'number', 20, 4, 3, NULL),
  ('five people', 'number', 20, 5, 3, '5'), ('four of one class', 'two_classes', 20, 20, 4, NULL),
  ('five of each', 'two_classes', 10, 10, 5, '10'), ('five rows of four people', 'two_classes', 10, 4, 5, NULL)) v
  (name, kind, n, people, positives, want);

-- ---- module crew's hiring events ----

-- Nobody takes the name before there are any.
SELECT is(pg_temp.tries(who, $$SELECT oversight.add_prediction(id('A'), 'crew y_success', 'v', '{}', 1)$$), '22023', who ||
  ' takes no name')
FROM unnest('{a1,admin}'::text[]) who;
SELECT throws_ok($$SELECT oversight.register_model(id('A'), 'crew y_success')$$, '22023', 'the name "crew y_success" is reserved',
  'nor does who registers');
SELECT throws_ok($$INSERT INTO oversight.model (organization_id, name) VALUES (id('A'), 'crew y_success')$$, '23514', NULL,
  'nor the owner, by mistake');

INSERT INTO platform.account (id, email, full_name) SELECT md5('hired ' || n)::uuid, n || '@hired.example.org', 'x' FROM
  generate_series(1, 6) n;
INSERT INTO crew.vessel (id, organization_id, name) VALUES (md5('vessel')::uuid, id('A'), 'V');
INSERT INTO crew.campaign (id, organization_id, vessel_id, "position", title)
SELECT md5('campaign')::uuid, id('A'), md5('vessel')::uuid, p.name, 'T' FROM crew."position" p LIMIT 1;
ALTER TABLE crew.hiring_event DISABLE TRIGGER USER;
INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, decided_at, y_success, p_ind, betas,
  model_version)
SELECT md5('hired ' || n)::uuid, md5('campaign')::uuid, md5('vessel')::uuid, (SELECT name FROM crew."position" LIMIT 1),
  CASE WHEN n < 6 THEN 'hired' ELSE 'rejected' END, 'r', now() - n * interval '1 day', 50 + n, 60, '{}', v.version
FROM generate_series(1, 6) n, (SELECT version FROM crew.model_version LIMIT 1) v;
SELECT is((oversight.collect_hiring_events()).collected, 5::bigint, 'decisions to hire are taken over');
SELECT is((oversight.collect_hiring_events()).collected, 0::bigint, 'once');
UPDATE crew.hiring_event SET y_actual = 70 WHERE person_id = md5('hired 2')::uuid;
SELECT is((oversight.collect_hiring_events()).collected, 0::bigint, 'no new one');
SELECT is((SELECT string_agg(concat_ws(' ', p.prediction, p.outcome), ', ' ORDER BY p.prediction) FROM oversight.prediction p
  JOIN oversight.model m ON m.id = p.model_id WHERE m.name = 'crew y_success'), '51, 52 70, 53, 54, 55',
  'with outcomes as they become known');
SELECT is(pg_temp.tries('a1', $$SELECT p FROM api.predictions p WHERE model = 'crew y_success'$$), '-', 'a member sees none of them');
SELECT is(pg_temp.tries('a1', $$SELECT p FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id WHERE m.source = 'crew'$$),
  '42501', 'nor all of a row');
SELECT is(pg_temp.tries('a1', $$SELECT p.prediction FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id
  WHERE m.source = 'crew'$$), '-', 'nor a part');
SELECT is(pg_temp.tries('admin', $$SELECT count(*) FROM api.predictions p WHERE model = 'crew y_success' AND input ->> 'p_ind' = '60'$$),
  '5',
  'administrators all');
SELECT is(pg_temp.tries('a1', $$SELECT p -> 'performance' FROM api.model_performance('crew y_success') p$$), 'null',
  'nothing before it is published');
SELECT is(pg_temp.tries('a1', format($$UPDATE api.predictions SET outcome = 1 WHERE id = %s$$, p.id)), '-', 'nobody adds outcomes')
FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id WHERE m.source = 'crew' AND p.outcome IS NULL LIMIT 1;
SELECT is(pg_temp.tries('a1', format($$SELECT oversight.set_outcome(%s, 1)$$, p.id)), 'PT404', 'nor below')
FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id WHERE m.source = 'crew' AND p.outcome IS NULL LIMIT 1;
SELECT is(pg_temp.tries('a1', $$SELECT oversight.add_prediction(id('A'), 'crew y_success', 'v', '{}', 1)$$), '55000', 'nor predictions');
SELECT is(pg_temp.tries('a1', $$SELECT s ->> 'models' FROM api.oversight_stats(organization => id('A')) s$$), '7',
  'nor counts a member any: the two and five above');
-- The model is known by its source, whatever it is called.
UPDATE oversight.model SET name = 'hired' WHERE source = 'crew';
UPDATE crew.hiring_event SET decision = 'hired' WHERE decision = 'rejected';
SELECT is((oversight.collect_hiring_events()).collected, 1::bigint, 'one more decision');
SELECT is((SELECT string_agg(m.name, ', ') FROM oversight.model m WHERE m.source = 'crew'), 'hired', 'of the same model');
SELECT * FROM finish();
ROLLBACK;
