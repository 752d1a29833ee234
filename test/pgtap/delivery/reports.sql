-- Reports on delivery on paper: who may ask for one, and that the figures of delivery.executive, flow and dora_document stand in it.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/two_deliveries.sql
GRANT EXECUTE ON FUNCTION public.id(text) TO harmony_user;
\ir ../../lib/attack.sql
\ir ../../lib/reports.sql
CREATE TEMP TABLE subject AS SELECT jsonb_build_object('organization', id('A'), 'start', '2026-01-01T00:00:00Z', 'end',
  '2026-02-01T00:00:00Z') AS s;

SELECT is(pg_temp.asked_by(who, 'delivery', s), wanted, who || ' asks for a report on A') FROM subject, (VALUES ('a1', 'ok'), ('both',
  'ok'),
  ('b1', '42501'), ('stranger', '42501'), ('admin', 'ok')) t (who, wanted);
SELECT is(pg_temp.attempt('', format('SELECT platform.make_report(''delivery'', %L)', s), 'harmony_anon'), '42501', 'nobody in particular')
FROM subject;
SELECT is(pg_temp.asked_by('a1', 'delivery', s || m::jsonb), wanted, 'with ' || m) FROM subject, (VALUES ('{}', 'ok'),
  ('{"start": null, "end": null}', 'ok'), ('{"end": null}', 'ok'), ('{"start": "x"}', '22007'), ('{"start": "2026-02-30"}', '22008'),
  ('{"start": "-infinity"}', '22023'), ('{"start": 1e400}', '22007'), ('{"start": "2027-01-01"}', 'ok'), ('{"organization": null}',
    '22023'),
  ('{"organization": "x"}', '22P02'), ('{"organization": ["x"]}', '22023')) t (m, wanted);

CREATE TEMP TABLE made AS SELECT l, pg_temp.page_of('a1', 'delivery', s, l) AS page FROM subject, unnest('{en,de}'::text[]) l;
CREATE TEMP TABLE told AS SELECT
  pg_temp.does('a1', format('SELECT delivery.executive(%L, %L, %L)', id('A'), s ->> 'start', s ->> 'end'))::jsonb AS e,
  pg_temp.does('a1', format('SELECT delivery.flow(%L, %L, %L)', id('A'), s ->> 'start', s ->> 'end'))::jsonb AS f FROM subject;
SELECT is(pg_temp.found(page, '//h:h1//text()'), wanted || ': Organisation A', l || ': its title') FROM made JOIN (VALUES ('en',
  'Delivery'),
  ('de', 'Auslieferung')) t (l, wanted) USING (l);
SELECT is(pg_temp.found(page, '//h:section[h:table/h:caption[contains(., "95")]]//h:tbody/h:tr/h:td[4]//text()'),
  (SELECT string_agg(k ->> 'n', '|' ORDER BY o) FROM jsonb_array_elements(e -> 'kpis') WITH ORDINALITY u (k, o)), l || ': n of each figure')
FROM made, told;
SELECT is(pg_temp.found(page, '//h:tr[h:td[1]//text()="Lead time of changes"]/h:td[2]//text()'),
  platform.report_range((k ->> 'value')::float8 / 86400, (k ->> 'low')::float8 / 86400, (k ->> 'high')::float8 / 86400, 1, 'en') || ' days',
  'lead time in days') FROM made, told, jsonb_array_elements(e -> 'kpis') k WHERE l = 'en' AND k ->> 'name' = 'lead_time';
SELECT is(pg_temp.found(page, '//h:tr[h:td[1]//text()="Changes that failed"]/h:td[2]//text()'),
  platform.report_range(100 * (k ->> 'value')::float8, 100 * (k ->> 'low')::float8, 100 * (k ->> 'high')::float8, 1, 'en') || ' %',
  'shares in percent') FROM made, told, jsonb_array_elements(e -> 'kpis') k WHERE l = 'en' AND k ->> 'name' = 'change_failure_rate';
SELECT is(pg_temp.found(page, '//h:tr[h:th//text()="Cycle time, median"]/h:td//text()'),
  platform.report_range((f #>> '{cycle,median}')::float8 / 86400, (f #>> '{cycle,low}')::float8 / 86400,
    (f #>> '{cycle,high}')::float8 / 86400, 1, 'en') || ' days', 'cycle time') FROM made, told WHERE l = 'en';
SELECT is(pg_temp.found(page, 'count(//h:figure)'), (SELECT count(*)::text FROM jsonb_array_elements(e -> 'trends') t
    WHERE EXISTS (SELECT FROM jsonb_array_elements(t -> 'points') p WHERE p -> 'value' <> 'null')), l || ': a chart for each trend')
      FROM made, told;
SELECT is(pg_temp.found(page, '(//h:figure)[1]//s:text[@y="193"][1]/text()'), '2026-01-05', l || ': weeks begin with the first Monday')
  FROM made;
SELECT is(pg_temp.found(page, '//h:li/h:bdi/text()'), (SELECT string_agg(r ->> 'text', '|' ORDER BY o)
  FROM jsonb_array_elements(e -> 'risks') WITH ORDINALITY u (r, o)), l || ': what is at risk') FROM made, told;
SELECT doesnt_match(pg_temp.said_in(page), 'author [0-9]|Name of [^a]|B (shop|service|team|item)', l || ': no names, nothing of B')
  FROM made;
SELECT matches(pg_temp.said_in(pg_temp.page_of('a1', 'delivery', s || '{"start": "2020-01-01", "end": "2020-02-01"}')),
  'Nothing was deployed',
  'a time in which nothing happened') FROM subject;
UPDATE platform.organization SET name = '<script>A</script>' WHERE id = id('A');
SELECT is(pg_temp.found(pg_temp.page_of('a1', 'delivery', s), '//h:h1//text()'), 'Delivery: &lt;script&gt;A&lt;/script&gt;',
  'a name is a text')
FROM subject;
SELECT * FROM finish();
ROLLBACK;
