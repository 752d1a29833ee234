-- Narratives from jsonb and back, by SQL: hostile names, digits, levels; what is refused.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE FUNCTION pg_temp.back(document jsonb) RETURNS jsonb LANGUAGE sql
  AS 'SELECT harmony.narrative_parse(harmony.narrative_text(document))';
SELECT is(pg_temp.back(d), d, d::text) FROM unnest(ARRAY['{}', '{"": ""}', '{"facility": null}', '{"facility": 7, "value": 1.50}',
  '{"a": []}', '{"a": [{}]}', '{"a": [{}, {"b": null}, {"": true}]}', '{"a": [{"children": []}]}',
  '{"a": [{"children": [{"children": [{"x": "|"}]}, {"x": 1}]}, {"y": 2}]}', '{"n": 123456789012345678901234567890.12345678901234567890}',
  '{"n": -0.000000000000000000001, "s": "-0.1", "t": "null", "b": true, "w": "true"}',
  '{"facility": "</td>| # *x*\n\t", "#": [{"#": "#"}]}',
  '{"facility": "Köln – Süd", "peers": [{"children": []}, {"metric": "a\\|b"}]}']::jsonb[]) d;
SELECT is(pg_temp.back(d), d, 'a name of ' || n || ' letters')
FROM unnest('{1,1000,1000000}'::int[]) n, LATERAL (SELECT jsonb_build_object('facility', repeat('|', n)) AS d) s;
SELECT is(harmony.narrative_text('{"facility": "A | B", "value": 1.50, "up": [{"segment": "x_y", "value": null}, {"segment": "50 %"}]}'),
  E'# A \\| B\n\n- value: 1.50\n\n## up\n\n| segment | value |\n|---|---|\n| x_y | null |\n| 50 % | |\n', 'as Markdown');
SELECT is(harmony.narrative_parse(NULL), NULL, 'NULL');
SELECT throws_ok(format('SELECT harmony.narrative_text(%L)', d), '22023', m) FROM (VALUES
  ('[]', 'narrative must be a JSON object'), ('"a"', 'narrative must be a JSON object'), ('{"a": {}}', NULL),
  ('{"a": [1]}', '"a" of a narrative must be an array of objects'),
  ('{"a": [{"b": []}]}', '"b" of a narrative must be a string, a number, true, false or null'),
  ('{"a": [{"children": 1}]}', '"children" of a narrative must be an array of objects')) v (d, m);
SELECT throws_ok(format('SELECT harmony.narrative_text((repeat(%L, 5000) || %L || repeat(%L, 5000))::jsonb)', '{"children":[', '', ']}'),
  '22023', NULL, '5,000 levels');
SELECT lives_ok(format('SELECT harmony.narrative_text((repeat(%L, 64) || %L || repeat(%L, 64))::jsonb)', '{"children":[', '', ']}'),
  '64 levels');
SELECT throws_ok(format('SELECT harmony.narrative_parse(%L)', t), '22023', m) FROM (VALUES
  ('hello', 'line 1 of text is no part of a narrative'), (E'# a\n\n- b: *c*', 'line 3 of text is no part of a narrative'),
  (E'## a\n| b |\n', NULL), (E'- a: 1\n- a: 2', 'line 2 of text is no part of a narrative')) v (t, m);
SELECT * FROM finish();
ROLLBACK;
