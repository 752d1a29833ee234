-- Reports on signals on paper: who may ask for one, and that what signals.signal_detail answers stands in it, texts as texts.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/two_organizations.sql
\ir ../../lib/attack.sql
\ir ../../lib/reports.sql
SELECT signal('AF01') AS one, signal('BF01') AS others \gset

SELECT is(pg_temp.asked_by(who, 'signal', jsonb_build_object('signal', :one)), wanted, who || ' asks for a report on a signal of A')
FROM (VALUES ('a1', 'ok'), ('a2', 'ok'), ('b1', 'PT404'), ('stranger', 'PT404'), ('admin', 'ok')) t (who, wanted);
SELECT is(pg_temp.attempt('', format('SELECT platform.make_report(''signal'', ''{"signal": %s}'')', :one), role), '42501', 'nor has '
  || role)
FROM unnest('{harmony_anon,harmony_user}'::text[]) role;
SELECT is(pg_temp.asked_by('a1', 'signal', s::jsonb), wanted, 'subject ' || s) FROM (VALUES ('{}', '22023'), ('{"signal": null}', '22023'),
  ('{"signal": "x"}', '22023'), ('{"signal": -1}', '22023'), ('{"signal": 1.5}', '22023'), ('{"signal": "1; DROP"}', '22023'),
  ('{"signal": 999999999999999999}', 'PT404'), ('{"signal": 9999999999999999999}', '22023'), (format('{"signal": "%s"}', :one), 'ok'))
  t (s, wanted);

CREATE TEMP TABLE made AS SELECT l, pg_temp.page_of('a1', 'signal', jsonb_build_object('signal', :one), l) AS page
FROM unnest('{en,de}'::text[]) l;
SELECT is(pg_temp.shape(page), 'h1 p.made div.finding section section section section section section.note section.note', l ||
  ': its shape')
FROM made;
CREATE TEMP TABLE detail AS SELECT pg_temp.does('a1', format('SELECT signals.signal_detail(%s)', :one))::jsonb AS d;
SELECT is(pg_temp.found(page, '//h:h1//text()'), format('Signal: %s, %s', d #>> '{signal,facility}', d #>> '{signal,metric}'), l ||
  ': its title')
FROM made, detail;
SELECT ok(position(d ->> 'reason' IN pg_temp.said_in(page)) > 0, l || ': why it is called so') FROM made, detail;
SELECT is((pg_temp.found(page, 'count(//s:svg[@role="img"]//s:circle | //s:svg[@role="img"]//s:path[@fill="#b34700"])'))::integer,
  jsonb_array_length(d -> 'chart'), l || ': each month is a point of the chart') FROM made, detail;
SELECT is((pg_temp.found(page, 'count(//s:path[@fill="#b34700"])'))::integer,
  (SELECT count(*)::integer FROM jsonb_array_elements(d -> 'chart') c WHERE jsonb_array_length(c -> 'rules') > 0), l ||
    ': special ones triangles')
FROM made, detail;
SELECT matches(pg_temp.found(page, '//h:figcaption//text()'), 'n = ' || jsonb_array_length(d -> 'chart'), l || ': n in the caption')
FROM made, detail;
SELECT ok(position(platform.report_number((d #>> '{peers,median}')::float8, 3, l) IN pg_temp.said_in(page)) > 0, l || ': the median of all')
FROM made, detail;
SELECT doesnt_match(pg_temp.said_in(page), 'Organisation B|BF0', l || ': nothing of B') FROM made;
SELECT matches(pg_temp.said_in(page), 'Was dies nicht sagen kann', 'in German') FROM made WHERE l = 'de';

-- Comments, and names of sites, people and metrics, are texts.
UPDATE platform.account SET full_name = '<b>A1</b>' WHERE id = id('a1');
INSERT INTO signals.signal_comment (signal_id, organization_id, author_id, comment)
  SELECT :one, id('A'), id('a1'), left(text, 500) FROM payload WHERE source = 'markup';
SELECT is((SELECT count(*) FROM payload p JOIN unnest(xpath('//h:li/h:bdi/text()', page, '{{h,http://www.w3.org/1999/xhtml}}')) t
    ON t::text LIKE '&lt;b&gt;A1&lt;/b&gt;, ____-__-__: %' AND substr(t::text, 36) = replace(replace(replace(left(p.text, 500), '&',
      '&amp;'),
      '<', '&lt;'), '>', '&gt;') WHERE p.source = 'markup'), 100::bigint, 'comments are texts, with the name of who wrote them')
FROM pg_temp.page_of('a1', 'signal', jsonb_build_object('signal', :one)) page;
SELECT * FROM finish();
ROLLBACK;
