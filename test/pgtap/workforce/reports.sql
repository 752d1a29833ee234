-- Reports on simulations on paper: who may ask for one, that small roles are joined there too, and that the figures are those of the
-- result.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/workforce.sql
\ir ../../lib/attack.sql
\ir ../../lib/reports.sql
CREATE TEMP TABLE run (name text, id uuid);
INSERT INTO run SELECT name, (pg_temp.start('pa', changes)::jsonb ->> 'simulation')::uuid FROM (VALUES ('base', '{}'::jsonb),
  ('four', '{"roles": [{"role": "HR", "count": 4, "salary": 1000}]}'),
  ('markup', jsonb_build_object('roles', (SELECT jsonb_agg(jsonb_build_object('role', left(text, 100), 'count', 5, 'salary', 1000))
    FROM (SELECT DISTINCT ON (left(text, 100)) text FROM payload WHERE source = 'markup' ORDER BY left(text, 100) LIMIT 20) p),
    'workloads', (SELECT jsonb_object_agg(left(text, 100), '[["a", true, 0.5, 1]]'::jsonb) FROM payload WHERE source = 'markup')))) t
      (name, changes);
INSERT INTO run SELECT 'sensitivity', (pg_temp.as_role('pa',
  format('api.start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'',
  8)', pg_temp.config()))::jsonb ->> 'simulation')::uuid;
INSERT INTO run VALUES ('none', id('none'));
SELECT is(pg_temp.asked_by('pa', 'simulation', jsonb_build_object('simulation', id)), '55000', 'not completed') FROM run WHERE name =
  'base';
SELECT platform.run_jobs() \g /dev/null
UPDATE workforce.simulation s SET name = 'Plan <b>' FROM run r WHERE r.id = s.id AND r.name = 'base';

SELECT is(pg_temp.asked_by(who, 'simulation', jsonb_build_object('simulation', id)), wanted, format('%s asks for a report on %s', who,
  name))
FROM run JOIN (VALUES ('base', 'pa', 'ok'), ('base', 'ca', 'ok'), ('base', 'pb', 'PT404'), ('base', 'stranger', 'PT404'), ('base',
  'pab', 'ok'),
  ('four', 'ca', 'ok'), ('sensitivity', 'pa', '55000'), ('none', 'pa', 'PT404'), ('markup', 'pa', 'ok')) t (name, who, wanted) USING (name);
SELECT is(pg_temp.attempt('', format('SELECT platform.make_report(''simulation'', ''{"simulation": "%s"}'')', id), 'harmony_anon'), '42501',
  'nobody in particular') FROM run WHERE name = 'base';
SELECT is(pg_temp.asked_by('pa', 'simulation', s), wanted, 'subject ' || s::text) FROM (VALUES ('{}'::jsonb, '22023'),
  ('{"simulation": 1}', '22023'),
  ('{"simulation": "x"}', '22P02')) t (s, wanted);

CREATE TEMP TABLE made AS SELECT name, who, l, pg_temp.page_of(who, 'simulation', jsonb_build_object('simulation', id), l) AS page
FROM run JOIN (VALUES ('base', 'pa', 'en'), ('base', 'ca', 'en'), ('base', 'pa', 'de'), ('four', 'ca', 'en'), ('markup', 'pa', 'en'))
  t (name, who, l) USING (name);
SELECT is(pg_temp.found(page, '//h:h1//text()'), wanted || ': Plan &lt;b&gt;', l || ': its title') FROM made JOIN (VALUES ('en',
  'Scenario'),
  ('de', 'Szenario')) t (l, wanted) USING (l) WHERE name = 'base';
SELECT is(pg_temp.shape(page), 'h1 p.made div.finding section section section section section section section.note section.note', l ||
  ': its shape')
FROM made WHERE name = 'base';
SELECT ok(position(platform.report_range((f ->> 'mean')::float8, (f ->> 'p05')::float8, (f ->> 'p95')::float8, 0, 'en')
    IN pg_temp.found(page, '//h:div[@class="finding"]//text()')) > 0, who || ': posts after the last month, with their interval')
FROM made JOIN run USING (name) CROSS JOIN LATERAL (
  SELECT pg_temp.as_role(who, format('api.simulation(%L)', id))::jsonb #> '{result,steps,-1,total,employees}') t (f) WHERE name =
    'base' AND l = 'en';
SELECT is(pg_temp.found(page, '//h:tbody/h:tr[h:td[contains(., "/ ")]]/h:th//text()'), wanted, who || ': the roles')
FROM made JOIN (VALUES ('pa', 'Engineer|HR|Marketing'), ('ca', 'Engineer|Other roles, joined')) t (who, wanted) USING (who)
WHERE name = 'base' AND l = 'en';
SELECT doesnt_match(pg_temp.said_in(page), '\mHR\M|Marketing', 'nothing of small roles for who does not plan') FROM made WHERE who = 'ca';
SELECT unnest(ARRAY[is(pg_temp.found(page, '//h:h2/text()'), 'What this is about|What this cannot tell|How to object',
  'of four posts nothing'),
  matches(pg_temp.said_in(page), 'Not shown: fewer than five posts', 'and why')]) FROM made WHERE name = 'four';
SELECT is(pg_temp.found(page, 'count(//h:figure/s:svg[@aria-label])'), '2', who || ' ' || l || ': two charts, labelled') FROM made
  WHERE name = 'base';
SELECT is((SELECT array_agg(t::text ORDER BY t::text COLLATE "C") FROM
  unnest(xpath('//h:tbody/h:tr[h:td[contains(., "/ 5")]]/h:th/h:bdi/text()', page,
    '{{h,http://www.w3.org/1999/xhtml}}')) t),
  (SELECT array_agg(t ORDER BY t COLLATE "C") FROM run r JOIN workforce.simulation s ON s.id = r.id, jsonb_array_elements(s.input ->
    'roles') o,
    LATERAL replace(replace(replace(o ->> 'role', '&', '&amp;'), '<', '&lt;'), '>', '&gt;') t WHERE r.name = 'markup'),
  'names of roles are texts') FROM made WHERE name = 'markup';
SELECT * FROM finish();
ROLLBACK;
