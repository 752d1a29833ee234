-- Reports on paper, what all kinds share: templates and their versions, words, numbers, charts, and texts that stay texts. The kinds:
-- reports.sql
-- of each module.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony reports test ' || name)::uuid;
GRANT EXECUTE ON FUNCTION public.id(text) TO harmony_user;
INSERT INTO platform.account (id, email, full_name) VALUES (id('ann'), 'ann@reports.example.org', 'Ann <b>O''Neill</b>'),
  (id('nameless'), 'nameless@reports.example.org', '');
\ir ../../lib/attack.sql
\ir ../../lib/reports.sql
SELECT is((SELECT count(*) FROM payload WHERE source = 'markup'), 100::bigint, 'a hundred texts that look like markup');
SELECT CASE WHEN count(*) > 600 THEN pass('and those of fuzzdb') ELSE skip('no payloads of fuzzdb in $HARMONY_DATA', 1) END FROM payload;

-- ---- templates ----

CREATE FUNCTION public.shown_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
  OUT organization uuid)
LANGUAGE sql STABLE SECURITY DEFINER BEGIN ATOMIC
  SELECT subject ->> 'title', platform.report_body(kind, language, subject ->> 'model', '{finding,figures,empty}', ARRAY[
    platform.report_lead(ARRAY[subject ->> 'finding']),
    platform.report_figures('key_figures', subject -> 'figures', language), NULL]), NULL::uuid, NULL::uuid;
END;
INSERT INTO platform.report_kind VALUES ('shown', 'public.shown_page', 'x');
\set subject '{"title": "A title", "finding": "Found.", "figures": [{"name": "g_fit", "value": 1234.56, "low": 1000, "high": 2000}]}'
SELECT unnest(ARRAY[is(pg_temp.shape(p), 'h1 p.made div.finding section', 'without a template: each part in its order'),
  is(pg_temp.found(p, '//h:h2/text()'), 'Figures', 'under the word for it'),
  is(pg_temp.found(p, '//h:p[@class="made"]//text()'),
     'Made on ' || platform.today() || ' for |Ann &lt;b&gt;O''Neill&lt;/b&gt;|.', 'when, and for whom')])
FROM pg_temp.page_of('ann', 'shown', :'subject') p;
SELECT matches(pg_temp.found(p, '//h:p[@class="made"]//text()'), ' for \|nameless@reports.example.org\|', 'who has no name has an address')
FROM pg_temp.page_of('nameless', 'shown', :'subject') p;
INSERT INTO platform.report_template (kind, language, version, sections) VALUES
  ('shown', 'en', 1, '[{"part": "finding"}, {"part": "figures"}]'),
  ('shown', 'en', 2, '[{"part": "limits", "text": "One.\n\nTwo."}, {"part": "empty", "text": "x"}, {"part": "figures", "title": "A <b>",
    "text": "Read <i>this</i>."}, {"part": "mine", "title": "Ours", "text": "y"}, {"part": "none"}, {"part": "finding", "text":
      "First."}]'),
  ('shown', 'de', 1, '[{"part": "figures"}]');
SELECT unnest(ARRAY[is(pg_temp.shape(p), 'h1 p.made section.note section section.note div.finding', 'the newest version, in its order'),
  is(pg_temp.found(p, '//h:section/*[self::h:h2 or self::h:p]/text()'),
     'What this cannot tell|One.|Two.|A &lt;b&gt;|Read &lt;i&gt;this&lt;/i&gt;.|Ours|y', 'titles, words for parts, paragraphs, as text'),
  is(pg_temp.found(p, '//h:div[@class="finding"]//text()'), 'First.|Found.', 'a text above'),
  matches(pg_temp.found(p, '//h:p[@class="made"]//text()'), 'Model version m1\. Template shown, en, 2\.', 'which made it')])
FROM pg_temp.page_of('ann', 'shown', :'subject'::jsonb || '{"model": "m1"}') p;
SELECT is(pg_temp.found(pg_temp.page_of('ann', 'shown', :'subject', l), '//h:p[@class="made"]/text()[last()]'), '. ' || wanted || '.',
  'language ' || l)
FROM (VALUES ('de', 'Vorlage shown, de, 1'), ('de-AT', 'Vorlage shown, de, 1'), ('fr', 'Template shown, en, 2')) t (l, wanted);
SELECT matches(pg_temp.said_in(pg_temp.page_of('ann', 'shown', :'subject', l)), wanted, 'numbers and words: ' || l) FROM (VALUES
  ('en', '1,234\.6 \(1,000 to 2,000\)'), ('de', '1\.234,6 \(1\.000 bis 2\.000\)')) t (l, wanted);
SELECT throws_ok(q, '55000', 'rows of platform.report_template are never changed or removed', q) FROM unnest(ARRAY[
  'UPDATE platform.report_template SET version = 3', 'DELETE FROM platform.report_template', 'TRUNCATE platform.report_template']) q;
SELECT throws_ok(format('INSERT INTO platform.report_template VALUES (''shown'', ''en'', 9, %L)', s), '23514', NULL, 'no sections: ' || s)
FROM unnest(ARRAY['{}', '"a"', '[1]', '["finding"]', '[{}]', '[{"part": 1}]', '[{"part": "a", "title": 1}]', '[{"part": "a", "text": []}]',
  '[{"part": "a"}, {"text": "b"}]']) s;
SELECT lives_ok(format('INSERT INTO platform.report_template VALUES (''shown'', ''en'', %s, %L)', 10 + n, s), 'sections: ' || s)
FROM unnest(ARRAY['[]', '[{"part": "a", "mine": 1}]']) WITH ORDINALITY u (s, n);
SELECT throws_ok($$INSERT INTO platform.report_template VALUES ('none', 'en', 1, '[]')$$, '23503', NULL, 'of a kind that there is');
SELECT is_empty($$SELECT k.kind, l FROM platform.report_kind k, unnest('{en,de}'::text[]) l WHERE k.kind <> 'shown' AND NOT EXISTS (
  SELECT FROM platform.report_template t WHERE t.kind = k.kind AND t.language = l AND t.version = 1
    AND t.sections @> '[{"part": "finding"}, {"part": "limits"}, {"part": "objection"}]')$$,
  'every kind has a template in English and in German, which says what it cannot tell and how to object');
SELECT is_empty($$SELECT name FROM platform.report_word WHERE language = 'de' AND name NOT IN (
    SELECT name FROM platform.report_word WHERE language = 'en') AND name !~ '^[a-z0-9_]+$'$$, 'words have names');
SELECT is_empty($$SELECT w.name FROM platform.report_word w WHERE w.language = 'en'
    AND NOT EXISTS (SELECT FROM platform.report_word d WHERE d.name = w.name AND d.language = 'de')$$, 'what has a word has one in German');
SELECT is(pg_temp.tries('ann', 'SELECT count(*) FROM platform.' || t), '42501', 'read by the owner alone: ' || t)
FROM unnest('{report_template,report_word}'::text[]) t;

-- ---- words and numbers ----

SELECT is(platform.word(n, l), wanted, format('word %s, %s', n, l)) FROM (VALUES ('true', 'en', 'Yes'), ('TRUE', 'de', 'Ja'),
  ('true', 'de-CH', 'Ja'), ('true', 'fr', 'Yes'), ('no_such_WORD', 'de', 'No such word'), ('<b>', 'en', '<b>'), ('', 'en', ''),
  (NULL, 'en', NULL)) t (n, l, wanted);
SELECT is(platform.report_number(v, d, l), wanted, format('number %s, %s, %s', v, d, l)) FROM (VALUES (0::float8, 1, 'en', '0'),
  (-0.04, 1, 'en', '0'), (62, 1, 'en', '62'), (62.25, 1, 'de', '62,3'), (-1234567.891, 2, 'en', '-1,234,567.89'),
  (-1234567.891, 2, 'de', '-1.234.567,89'), (999999999999999, 0, 'en', '999,999,999,999,999'), (1e15, 1, 'en', '1e+15'),
  (5e-324, 6, 'en', '0'), (1.7e308, 1, 'en', '1.7e+308'), ('NaN', 1, 'en', 'NaN'), ('-Infinity', 1, 'en', '-Infinity'),
  (NULL, 1, 'en', NULL)) t (v, d, l, wanted);
SELECT is(platform.report_range(v, l, h, 1, 'en'), wanted, format('range %s %s %s', v, l, h)) FROM (VALUES
  (62::float8, 48::float8, 75::float8, '62 (48 to 75)'), (62, NULL, 75, '62'), (62, 48, NULL, '62'), (NULL, 48, 75, NULL)) t (v, l, h,
    wanted);

-- ---- bars and charts ----

CREATE FUNCTION pg_temp.drawn(bar xml) RETURNS text LANGUAGE sql RETURN btrim(pg_temp.found(bar, '//s:rect[2]/@width') || ' '
  || pg_temp.found(bar, '//s:path/@d'));
SELECT is(pg_temp.drawn(platform.report_bar(v, l, h)), wanted, format('bar %s %s %s', v, l, h)) FROM (VALUES
  (46.55::float8, 36.2::float8, 57.1::float8, '93.1 M72.7 6H114.1M72.7 2V10M114.1 2V10'),
  (-5, -10, 120, '0.0 M1.0 6H199.0M1.0 2V10M199.0 2V10'), (NULL, NULL, NULL, ''), (50, NULL, NULL, '100.0'), ('NaN', 60, 40, '200.0'),
  ('Infinity', '-Infinity', 'Infinity', '200.0 M1.0 6H199.0M1.0 2V10M199.0 2V10')) t (v, l, h, wanted);
SELECT is(platform.report_ticks(l, h)::text, wanted, format('ticks %s to %s', l, h)) FROM (VALUES (0::float8, 100::float8, '{0,50,100}'),
  (0, 8, '{0,2,4,6,8}'), (3, 17, '{0,5,10,15,20}'), (0.1, 0.35, '{0.1,0.2,0.3,0.4}'), (-3, 2, '{-4,-2,0,2}'), (5, 5, '{2,4,6,8}'),
  (0, 0, '{-0.5,0,0.5}'), (NULL, NULL, '{0,0.5,1}')) t (l, h, wanted);
SELECT ok(t[1] <= l AND t[cardinality(t)] >= h AND cardinality(t) BETWEEN 2 AND 8, format('ticks around %s to %s: %s', l, h, t))
FROM (VALUES (1e-300::float8, 2e-300::float8), (5e-324, 1e-323), (-1e140, 1e140), (1, 1.0000001), (1e9, 1e9 + 1), (0.30000000000000004,
  0.9))
  v (l, h) CROSS JOIN LATERAL platform.report_ticks(l, h) t;
SELECT isnt(platform.report_ticks(l, h), NULL, format('ticks of %s to %s', l, h)) FROM (VALUES ('-Infinity'::float8, 'Infinity'::float8),
  ('NaN', 'NaN'), (-1.7e308, 1.7e308), (3, 1)) v (l, h);
SELECT unnest(ARRAY[is(pg_temp.found(c, '//s:path[@fill="none"]/@d'), 'M70.0 175.0L243.3 95.0M590.0 15.0', 'a line with a gap: begun anew'),
  is(pg_temp.found(c, '//s:polygon/@points'), '70.0,175.0 243.3,135.0 243.3,55.0 70.0,135.0|590.0,95.0 590.0,15.0', 'and a band in two'),
  is(pg_temp.found(c, 'count(//s:path[@fill="#b34700"])'), '1', 'what is marked is a triangle'),
  is(pg_temp.found(c, 'count(//s:circle)'), '2', 'the others are points'),
  is(pg_temp.found(c, '//s:text/text()'), '0|1|2|3|4|a|b|d', 'ticks, and labels of the first, a middle and the last'),
  is(pg_temp.found(c, '/s:svg/@aria-label') || pg_temp.found(c, '/s:svg/@role') || pg_temp.found(c, '/s:svg/s:title/text()'),
     'Up &amp; downimgUp &amp; down', 'what it says')])
FROM platform.report_chart('Up & down', '[{"label": "a", "value": 0, "low": 0, "high": 1}, {"label": "b", "value": 2, "low": 1, "high": 3},
  {"label": "c", "value": null}, {"label": "d", "value": 4, "low": 2, "high": 4, "is_marked": true}]', 'en') c;
SELECT is(platform.report_chart('x', p, 'en')::text, NULL, 'no chart of ' || p::text) FROM
  unnest('{[],"[{}]","[{\"value\": null}]"}'::jsonb[]) p;
SELECT is(pg_temp.found(platform.report_figure('A', 'B', 5, 'days', '[{"label": "a", "value": 1}]', 'en'), '//h:figcaption//text()
  | //figcaption//text()'), 'A|.| |B, n = 5; days.', 'its caption: what is seen, how many, the unit');
SELECT is(platform.report_figure('A', 'B', 5, 'days', '[]', 'en')::text, NULL, 'no caption without a chart');

-- ---- texts stay texts ----

INSERT INTO platform.report_template VALUES ('shown', 'en', 20, '[{"part": "finding"}, {"part": "figures"}]');
CREATE TEMP TABLE made AS SELECT p.n, p.text, pg_temp.page_of('ann', 'shown', jsonb_build_object('title', p.text, 'finding', p.text,
  'model', p.text, 'figures', jsonb_build_array(jsonb_build_object('label', p.text, 'value', 1, 'unit', p.text)))) AS page
FROM payload p WHERE p.source = 'markup' OR p.n % 13 = 0;
-- as_text(text): as it stands in the page, and as a title does.
CREATE FUNCTION pg_temp.as_text(plain text) RETURNS text LANGUAGE sql
  RETURN replace(replace(replace(plain, '&', '&amp;'), '<', '&lt;'), '>', '&gt;');
SELECT is(count(*) FILTER (WHERE pg_temp.found(page, '//h:h1/h:bdi/text()') = pg_temp.as_text(left(text, 200))), count(*), 'titles')
FROM made;
SELECT is(count(*) FILTER (WHERE pg_temp.found(page, '//h:p[@class="lead"]/h:bdi/text()') = pg_temp.as_text(text)), count(*), 'findings')
FROM made;
SELECT is(count(*) FILTER (WHERE pg_temp.found(page, '//h:tbody//h:th/h:bdi/text()') = pg_temp.as_text(text)), count(*), 'labels') FROM
  made;
SELECT is((SELECT string_agg(DISTINCT e, ' ' ORDER BY e) FROM made m CROSS JOIN LATERAL unnest(xpath('//*', m.page)) x,
  LATERAL substring(x::text FROM '^<([a-zA-Z0-9]+)') e),
    'bdi body caption div h1 h2 head html p section style table tbody td th thead title tr',
  'no element of theirs');
-- All of them at once in each kind of part, as they were.
SELECT xmlparse(document platform.report_document('A title', xmlconcat(
  platform.report_facts(jsonb_agg(jsonb_build_array('name', text) ORDER BY n), 'en'), platform.report_texts(jsonb_agg(text ORDER BY n),
    'en'),
  platform.report_table('x', '{a}', jsonb_agg(jsonb_build_array(text) ORDER BY n), 'en'), platform.report_lead(array_agg(text ORDER BY n)),
  platform.report_figures('x', jsonb_agg(jsonb_build_object('label', text, 'value', 1) ORDER BY n), 'en'),
  platform.report_figure(string_agg(text, ' ' ORDER BY n), 'c', 1, NULL, jsonb_agg(jsonb_build_object('label', text, 'value', 1)), 'en')),
  'en')) AS page FROM payload \gset
SELECT results_eq(format('SELECT x::text FROM unnest(xpath(%L, %L::xml, %L)) WITH ORDINALITY u (x, o) ORDER BY o', path, :'page',
    '{{h,http://www.w3.org/1999/xhtml}}'),
  'SELECT pg_temp.as_text(text) FROM payload ORDER BY n', 'each as it was: ' || what)
FROM (VALUES ('//h:table[@class="facts"]//h:td/h:bdi/text()', 'facts'), ('//h:li/h:bdi/text()', 'lists'),
  ('//h:table[not(@class)]//h:td/h:bdi/text()', 'tables'), ('//h:p[@class="lead"]/h:bdi/text()', 'findings'),
  ('//h:table[starts-with(@class, "figures")]/h:tbody//h:th/h:bdi/text()', 'figures')) t (path, what);
SELECT is(pg_temp.found(:'page', '//h:figcaption/h:strong/h:bdi/text()'), (SELECT pg_temp.as_text(string_agg(text, ' ' ORDER BY n))
  FROM payload),
  'and labels of charts');
SELECT is(pg_temp.found(xmlparse(document platform.report_document(c.t, xmlconcat(platform.report_lead(ARRAY[c.t]),
    platform.report_figure(c.t, c.t, 1, c.t, jsonb_build_array(jsonb_build_object('label', c.t, 'value', 1)), 'en')), 'en')),
  '//h:p/h:bdi/text() | //s:svg/@aria-label'), U&'a\FFFDb|a\FFFDb', 'no XML character: ' || c.n)
FROM (SELECT n, 'a' || chr(n) || 'b' FROM unnest('{1,8,11,12,14,31,65534,65535}'::integer[]) n) c (n, t);

SELECT * FROM finish();
ROLLBACK;
