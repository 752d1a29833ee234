-- Reports on paper: who may ask for which, what stands in them and what cannot, the job, its limits, and what is kept for how long.
-- harmonyd's side is played here; with the real one: test/cluster/worker/reports.sh.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
UPDATE platform.account SET full_name = initcap(full_name) WHERE full_name LIKE 'candidate%';
SELECT crew.decide(id('campaign1'), id('candidate1'), 'hired', 'x') IS NOT NULL AS decided \gset
SELECT crew.rebuild_stale() IS NOT NULL AS rebuilt \gset

-- asked(kind, subject, more): the call of make_report.
CREATE FUNCTION pg_temp.asked(kind text, subject jsonb, more text DEFAULT '') RETURNS text LANGUAGE sql
  RETURN format('SELECT platform.make_report(%L, %L%s)', kind, subject, more);
-- page(who, kind, subject, more): the page that was made of it, as XML; the job stays.
CREATE FUNCTION pg_temp.page(who text, kind text, subject jsonb, more text DEFAULT '') RETURNS xml LANGUAGE plpgsql AS $$
DECLARE answer text := pg_temp.does(who, pg_temp.asked(kind, subject, more));
BEGIN
  DELETE FROM platform.rate_bucket;
  IF answer !~ '^\{"job": [0-9]+\}$' THEN RAISE EXCEPTION 'make_report: %', answer; END IF;
  RETURN (SELECT xmlparse(document r.page) FROM platform.report_page r WHERE r.job_id = (answer::jsonb ->> 'job')::bigint);
END $$;
-- said(page, path): the texts there, joined.
CREATE FUNCTION pg_temp.said(page xml, path text DEFAULT '//text()[not(ancestor::h:style)]') RETURNS text LANGUAGE sql
  RETURN array_to_string(xpath(path, page, '{{h,http://www.w3.org/1999/xhtml}}')::text[], '|');

-- ---- who ----

CREATE TEMP TABLE expected (kind text, subject jsonb, call text, c6 text, c1 text, m1 text, cl1 text, cl2 text, adm text);
INSERT INTO expected VALUES
  ('candidate', jsonb_build_object('person', id('candidate6')), format('report(%L, ''candidate'')', id('candidate6')),
   'ok', '42501', '42501', '42501', '42501', 'ok'),
  ('candidate', jsonb_build_object('person', id('candidate6'), 'campaign', id('campaign1')),
   format('report(%L, ''candidate'', %L)', id('candidate6'), id('campaign1')), 'ok', '42501', '42501', '42501', '42501', 'ok'),
  ('recruiter', jsonb_build_object('person', id('candidate2'), 'campaign', id('campaign1')),
   format('report(%L, ''recruiter'', %L)', id('candidate2'), id('campaign1')), '42501', '42501', '42501', 'ok', '42501', 'ok'),
  ('onboarding', jsonb_build_object('person', id('candidate1')), format('report(%L, ''onboarding'')', id('candidate1')),
   '42501', '42501', '42501', 'ok', '42501', 'ok'),
  ('manager', jsonb_build_object('person', id('member2'), 'campaign', NULL), format('report(%L, ''manager'')', id('member2')),
   '42501', '42501', '42501', 'ok', '42501', 'ok'),
  ('vessel', jsonb_build_object('vessel', id('vessel1')), format('dashboard(%L)', id('vessel1')),
   '42501', '42501', '42501', 'ok', '42501', 'ok'),
  ('fleet', jsonb_build_object('organization', id('employer1')), format('fleet(%L)', id('employer1')),
   '42501', '42501', '42501', 'ok', '42501', 'ok'),
  ('vessel', jsonb_build_object('vessel', id('nothing')), format('dashboard(%L)', id('nothing')),
   '42501', '42501', '42501', '42501', '42501', '22023');
SELECT is(ARRAY(
    SELECT CASE WHEN pg_temp.tries(w, pg_temp.asked(kind, subject)) LIKE '{"job": %' THEN 'ok' ELSE pg_temp.tries(w, pg_temp.asked(kind,
      subject)) END
    FROM unnest('{candidate6,candidate1,member1,client1,client2,admin}'::text[]) WITH ORDINALITY u (w, n) ORDER BY n),
  ARRAY[c6, c1, m1, cl1, cl2, adm], format('%s %s: who may ask for it', kind, subject)) FROM expected;
SELECT is(ARRAY(SELECT CASE WHEN a LIKE '{%' OR a = '-' THEN 'ok' ELSE a END
    FROM unnest('{candidate6,candidate1,member1,client1,client2,admin}'::text[]) WITH ORDINALITY u (w, n),
      pg_temp.tries(w, 'SELECT crew.' || call) a ORDER BY n),
  ARRAY[c6, c1, m1, cl1, cl2, adm], format('as crew.%s', call)) FROM expected WHERE subject ->> 'vessel' IS DISTINCT
    FROM id('nothing')::text;
SELECT is(pg_temp.attempt('', pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1'))), 'harmony_anon'), '42501',
  'nobody who is not signed in');
SELECT is(pg_temp.attempt('', pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1')))), '42501', 'whatever the role');
SELECT throws_ok(pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1'))), '42501', 'reports are for who is signed in',
  'nor the owner: whose would it be');

-- ---- what is asked for ----

SELECT is(pg_temp.tries('client1', q), wanted, why) FROM (VALUES
  (pg_temp.asked('none', '{}'), '22023', 'no such kind'), (pg_temp.asked('vessel', '{}'), '22023', 'no subject'),
  (pg_temp.asked('vessel', '{"vessel": null}'), '22023', 'null'), (pg_temp.asked('vessel', '{"vessel": ["a"]}'), '22023', 'a list'),
  (pg_temp.asked('vessel', '{"vessel": "a"}'), '22P02', 'no uuid'), (pg_temp.asked('vessel', '[]'), '22023', 'no object'),
  ('SELECT platform.make_report(NULL, NULL)', '22023', 'nothing'),
  (pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1')), ', ''html'''), '22023', 'a format that is none'),
  (pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1')), ', NULL'), '22023', 'no format'),
  (pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1')), ', ''pdf'', ''en"><script>'''), '22023', 'a language that is none'),
  (pg_temp.asked('recruiter', jsonb_build_object('person', id('candidate2'))), '22004', 'a recruiter''s without a campaign')) t (q,
    wanted, why);
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'platform.report'), 0::bigint, 'what is refused leaves no job');

-- ---- what stands in it ----

CREATE TEMP TABLE made AS SELECT e.kind, pg_temp.page('client1', e.kind, e.subject) AS page FROM expected e WHERE e.cl1 = 'ok';
INSERT INTO made SELECT 'candidate', pg_temp.page('candidate6', 'candidate', jsonb_build_object('person', id('candidate6'), 'campaign',
  id('campaign1')));
SELECT is(pg_temp.said(page, '//h:h1//text()'), wanted, kind || ': the title') FROM made JOIN (VALUES
  ('recruiter', 'Candidate report: Candidate2'), ('onboarding', 'Onboarding report: Candidate1'), ('manager',
    'Report for the leader: member2'),
  ('vessel', 'Vessel report: Vessel 1'), ('fleet', 'Fleet report: Employer 1'), ('candidate', 'Your profile: Candidate6')) t (kind, wanted)
  USING (kind);
SELECT is(pg_temp.said(page, '//h:title/text()'), pg_temp.said(page, '//h:h1//text()'), kind || ': title and heading agree') FROM made;
SELECT is(pg_temp.said(page, '/h:html/@lang'), 'en', kind || ': its language') FROM made;
SELECT matches(pg_temp.said(page), platform.today()::text, kind || ': its date') FROM made;
SELECT matches(pg_temp.said(page), 'estimate', kind || ': how far it can be trusted') FROM made;
-- Everything of the document that is said in words or numbers is on the paper.
CREATE FUNCTION pg_temp.missing(page xml, document jsonb) RETURNS text LANGUAGE sql
  RETURN (SELECT string_agg(t.text, '; ') FROM jsonb_path_query(document, '$.**.text') v, LATERAL (
    SELECT v.v #>> '{}' WHERE jsonb_typeof(v.v) = 'string'
    UNION ALL SELECT e FROM jsonb_array_elements_text(CASE jsonb_typeof(v.v) WHEN 'array' THEN v.v ELSE '[]' END) e) t (text)
    WHERE position(platform.word(t.text, 'en') IN pg_temp.said(page)) = 0 AND position(t.text IN pg_temp.said(page)) = 0);
CREATE FUNCTION pg_temp.as_client1(query text) RETURNS jsonb LANGUAGE sql RETURN pg_temp.does('client1', 'SELECT ' || query)::jsonb;
SELECT is(pg_temp.missing(page, document - 'context'), NULL, kind || ': all of its words')
FROM made JOIN expected USING (kind) CROSS JOIN LATERAL pg_temp.as_client1('crew.' || call) document WHERE cl1 = 'ok'
  AND kind NOT IN ('fleet');
SELECT matches(pg_temp.said(page), 'Predicted success with this team\|' || (y #>> '{}') || ' \(' || (l #>> '{}') || ' to ' || (h #>> '{}')
  || '\)',
  'a figure with its interval')
FROM made CROSS JOIN LATERAL (SELECT pg_temp.as_client1('crew.' || call) FROM expected WHERE kind = 'recruiter') d (document)
CROSS JOIN LATERAL jsonb_path_query(document, '$.items[*] ? (@.item == "y_success").score') y
CROSS JOIN LATERAL jsonb_path_query(document, '$.items[*] ? (@.item == "y_low").score') l
CROSS JOIN LATERAL jsonb_path_query(document, '$.items[*] ? (@.item == "y_high").score') h WHERE kind = 'recruiter';
SELECT matches(pg_temp.said(page), 'Model version default\. Template (recruiter|vessel), en, 1\.', kind ||
  ': the model and the template') FROM made WHERE kind IN ('recruiter', 'vessel');
SELECT matches(pg_temp.said(page), 'Vessel 1\|6\|', 'the vessels of a fleet') FROM made WHERE kind = 'fleet';
SELECT doesnt_match(pg_temp.said(page), 'Predicted|Fit to the position', 'no scores but for the recruiter: ' || kind) FROM made
WHERE kind IN ('candidate', 'manager', 'onboarding');
SELECT doesnt_match(pg_temp.said(page), 'member[0-9]', kind || ': no names of the crew') FROM made WHERE kind IN ('vessel', 'fleet');
-- From the heading to how to object, in this order.
SELECT is((SELECT string_agg(x, ' ') FROM unnest(xpath('/h:html/h:body/*', page, '{{h,http://www.w3.org/1999/xhtml}}')) WITH ORDINALITY
  e (x1, n),
    LATERAL (SELECT substring(x1::text FROM '^<([a-z0-9]+)') || coalesce('.' || substring(x1::text FROM '^<[^>]*class="([a-z]+)"'),
      '')) t (x)
    WHERE x NOT LIKE 'section'),
  'h1 p.made div.finding section.note section.note', kind || ': heading, when it was made, finding, what it cannot tell, how to object')
FROM made;
SELECT is((xpath('count(//h:table/h:caption)', page, '{{h,http://www.w3.org/1999/xhtml}}'))[1]::text,
  (xpath('count(//h:table[h:thead])', page, '{{h,http://www.w3.org/1999/xhtml}}'))[1]::text, kind || ': tables have a caption') FROM made;
-- In German.
SELECT is(pg_temp.said(p, '//h:h2/text()'), wanted, kind || ' in German: its sections') FROM (VALUES
  ('vessel', 'Worum es geht|Die Crew|Diagnose|Führung an Bord|Anforderungen und Mittel|Was dies nicht sagen kann|Wie Sie widersprechen',
   jsonb_build_object('vessel', id('vessel1'))),
  ('fleet', 'Die Flotte|Risiko|Schiffe|Was zu tun ist|Was dies nicht sagen kann|Wie Sie widersprechen',
   jsonb_build_object('organization', id('employer1')))) t (kind, wanted, subject)
CROSS JOIN LATERAL pg_temp.page('client1', kind, subject, ', ''pdf'', ''de-AT''') p;

-- A crew that is too small.
UPDATE crew.assignment SET status = 'ended', ended_on = platform.today() WHERE vessel_id = id('vessel1') AND person_id IN (id('member5'),
  id('member6'));
SELECT crew.rebuild_stale() IS NOT NULL AS rebuilt \gset
SELECT matches(pg_temp.said(p), 'five|5', 'a crew that is too small is told so') FROM pg_temp.page('client1', 'vessel',
  jsonb_build_object('vessel', id('vessel1'))) p;
SELECT doesnt_match(pg_temp.said(p), 'Hidden conflict', 'and is not described') FROM pg_temp.page('client1', 'vessel',
  jsonb_build_object('vessel', id('vessel1'))) p;
-- Other languages, where a site has words.
INSERT INTO platform.report_word VALUES ('vessel', 'fr', 'Un navire');
SELECT is(pg_temp.said(p, '//h:h1//text()') || pg_temp.said(p, '/h:html/@lang'), 'Un navire: Vessel 1fr', 'another language')
FROM pg_temp.page('client1', 'vessel', jsonb_build_object('vessel', id('vessel1')), ', ''pdf'', ''fr''') p;
-- ---- what cannot stand in it ----

-- Payloads of fuzzdb where they are at hand, others in any case.
\set payloads `cat "$HARMONY_DATA/sql/fuzzdb_sqli.csv" 2>/dev/null`
CREATE TEMP TABLE payload AS
  SELECT n, substring(line FROM '^[0-9]+,[^,]*,(.+)$') AS text FROM regexp_split_to_table(:'payloads', '[\r\n]+') WITH ORDINALITY t (line,
    n)
  WHERE line ~ '^[0-9]+,[^,]*,.+$'
  UNION ALL SELECT 100000 + n, text FROM unnest(ARRAY['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>',
    '<iframe src="file:///etc/passwd"/>',
    '<link rel="attachment" href="file:///etc/passwd"/>', ']]>', '<![CDATA[x]]>', '<!-- x', '--><b>', '&lt;&amp;&#1;&xxe;',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '</bdi></td></tr></table><h1>', '{{name}}', '\', '''; DROP TABLE x; --', U&'\202Eabc\202D', '<?php ?>',
      '</style><style>@import url(file:///etc/passwd)</style>',
    U&'\200B', 'Zoë 日本 😀', '  two  spaces  ']) WITH ORDINALITY t (text, n);
SELECT CASE WHEN count(*) > 600 THEN pass('payloads of fuzzdb') ELSE skip('no payloads of fuzzdb in $HARMONY_DATA', 1) END FROM payload;
SELECT xmlparse(document platform.report_document('A title', xmlconcat(
  platform.report_facts(jsonb_agg(jsonb_build_array('name', text) ORDER BY n), 'en'), platform.report_texts(jsonb_agg(text ORDER BY n),
    'en')), 'en')) AS page
FROM payload \gset
SELECT is((SELECT count(*) FROM unnest(xpath('//h:td/h:bdi', :'page'::xml, '{{h,http://www.w3.org/1999/xhtml}}')) t WHERE t IS NOT NULL),
  (SELECT count(*) FROM payload), 'every payload is one cell');
SELECT is((SELECT array_agg(DISTINCT e) FROM unnest(xpath('//h:table//*', :'page'::xml, '{{h,http://www.w3.org/1999/xhtml}}')) x,
    LATERAL substring(x::text FROM '^<([a-z]+)') e), '{bdi,tbody,td,th,tr}', 'of the elements that the table has');
SELECT is_empty($$SELECT text FROM payload p WHERE xmlserialize(content xmlelement(name bdi, p.text) AS text) <> ALL (
    SELECT replace(x::text, ' xmlns="http://www.w3.org/1999/xhtml"', '') FROM unnest(xpath('//h:td/h:bdi',
      current_setting('test.page')::xml,
      '{{h,http://www.w3.org/1999/xhtml}}')) x)$$, 'as it was')
FROM set_config('test.page', :'page', true) s;

-- As names, through the whole of it.
CREATE FUNCTION pg_temp.named(name text) RETURNS xml LANGUAGE plpgsql AS $$
BEGIN
  UPDATE platform.account SET full_name = name WHERE id = id('candidate2');
  RETURN pg_temp.page('client1', 'recruiter', jsonb_build_object('person', id('candidate2'), 'campaign', id('campaign1')));
END $$;
SELECT is(pg_temp.said(pg_temp.named(n), '//h:h1//text() | //h:h1//*[not(self::h:bdi)] | //h:script | //h:iframe | //h:link | //h:img'),
  replace(replace(replace('Candidate report: ' || n, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), 'a name is a text: ' || n)
FROM unnest(ARRAY['<script>alert(1)</script>', '<link rel="attachment" href="file:///etc/passwd"/>',
  '</bdi></h1><iframe src="file:///etc/passwd"/>',
  ']]>&#1;&xxe;']) n;
UPDATE platform.account SET full_name = 'Candidate2' WHERE id = id('candidate2');
-- Characters that no XML has.
SELECT is(pg_temp.said(xmlparse(document platform.report_document(c.t, xmlelement(name p, c.t), 'en')), '//h:p/text()'),
  'a' || U&'\FFFD' || 'b', 'no XML character: ' || c.n) FROM (
  SELECT n, 'a' || chr(n) || 'b' FROM unnest(ARRAY(SELECT generate_series(1, 31)) || ARRAY(SELECT generate_series(127, 159))
    || '{64976,65534,65535}') n
  WHERE n NOT IN (9, 10, 13, 133)) c (n, t);
SELECT is(pg_temp.said(xmlparse(document platform.report_document('x', xmlelement(name p, t), 'en')), '//h:p/text()'), t,
  'what is one stays')
FROM (VALUES (E'a\tb'), (E'a\nb'), ('a' || chr(133) || 'b'), (U&'\D7FF\E000\FFFD'), (U&'\+010000\+10FFFD'), ('é日本😀')) t (t);

-- ---- bars ----

SELECT is(crew.scale_figures('{"a": "low", "b": "medium", "c": "high"}') -> n, jsonb_build_object('name', name, 'text', level, 'low', low,
  'high', high, 'is_scale', true), 'the bar of a level is where its scores are: ' || level)
FROM crew.setting s CROSS JOIN LATERAL (VALUES (0, 'a', 'low', 0, s.level_medium_above), (1, 'b', 'medium', s.level_medium_above,
  s.level_high_above), (2, 'c', 'high', s.level_high_above, 100)) v (n, name, level, low, high);

-- ---- the audit trail ----

SELECT results_eq($$SELECT DISTINCT actor_id, object, details ->> 'context' FROM platform.audit_event WHERE action = 'report.read'
    AND actor_id <> split_part(object, '/', 2)::uuid AND object LIKE '%' || id('candidate1') $$,
  format($$VALUES (%L::uuid, %L, 'onboarding')$$, id('client1'), 'platform.account/' || id('candidate1')),
    'an employer''s report is in the audit trail');
SELECT is_empty(format($$SELECT * FROM platform.audit_event WHERE action = 'report.read' AND object LIKE '%%%s'$$, id('candidate6')),
  'one''s own is not');

-- ---- who sees what waits ----

SELECT is(pg_temp.tries(w, 'SELECT count(*) FROM platform.report_page'), '42501', w || ' reads no pages')
FROM unnest('{candidate6,client1,admin}'::text[]) w;
SELECT is(pg_temp.tries(w, 'SELECT payload FROM platform.job'), '42501', w || ' nor payloads') FROM unnest('{client1,admin}'::text[]) w;
SELECT is(pg_temp.attempt('', 'SELECT count(*) FROM platform.report_page', 'harmony_worker'), '42501', 'harmonyd by its function alone');
SELECT is((SELECT array_agg(DISTINCT payload) FROM platform.job WHERE kind = 'platform.report'), '{"{}"}', 'the payload holds nothing');
SELECT is(pg_temp.tries('client1', format('SELECT count(*) FROM platform.job WHERE kind = ''platform.report'' AND owner_id <> %L',
  id('client1'))), '0',
  'one''s own jobs');
SELECT is(pg_temp.tries(w, q), '42501', 'harmonyd''s: ' || q) FROM unnest('{client1,admin}'::text[]) w,
  unnest(ARRAY['SELECT platform.report_work(1, 1)', $$SELECT platform.report_made(1, 1, '')$$]) q;
SELECT is(pg_temp.tries('candidate6', q), '42501', 'the owner''s: ' || q) FROM unnest(ARRAY['SELECT platform.clean_reports()',
  $$SELECT platform.report_document('a', 'b', 'en')$$, 'SELECT crew.person_parts(NULL, NULL)']) q;
SELECT is(pg_temp.tries('client1', 'SELECT platform.export_my_data() ? ''platform.report_page'''), 'false', 'nobody exports pages');

-- ---- the job ----

DELETE FROM platform.report_page;
DELETE FROM platform.job WHERE kind = 'platform.report';
CREATE FUNCTION pg_temp.works(query text) RETURNS text LANGUAGE sql RETURN pg_temp.attempt('', 'SELECT ' || query, 'harmony_worker', true);
CREATE FUNCTION pg_temp.job(format text DEFAULT 'pdf') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE answer text := pg_temp.does('client1', pg_temp.asked('recruiter', jsonb_build_object('person', id('candidate2'), 'campaign',
  id('campaign1')),
  format(', %L', format)));
BEGIN
  DELETE FROM platform.rate_bucket;
  RETURN (answer::jsonb ->> 'job')::bigint;
END $$;
SELECT pg_temp.job() AS job \gset
SELECT is(pg_temp.works(format('platform.report_work(%s, 1)', :job)), '-', 'nothing before it is claimed');
SELECT is(pg_temp.works($$id FROM platform.claim_jobs('me', '{platform.report}', 9)$$), :'job', 'claimed');
SELECT is(pg_temp.works(format('platform.report_work(%s, 1) ->> ''format''', :job)), 'pdf', 'the work');
SELECT is(pg_temp.works(format('platform.report_work(%s, 1) - ''{format,page}''::text[]', :job)), '{}', 'and no more than that');
SELECT is(pg_temp.works(format('platform.report_work(%s, 2)', :job)), '-', 'of another attempt');
SELECT is(pg_temp.works(format('platform.report_made(%s, 2, ''%%PDF-1.7'')', :job)), '-', 'an older attempt changes nothing');
SELECT is(pg_temp.works(format('platform.report_made(%s, 1, ''no PDF'')', :job)), '22023', 'a file that is not of its format');
SELECT is(pg_temp.works(format('platform.report_made(%s, 1, '''')', :job)), '22023', 'none');
SELECT is((SELECT count(*) FROM platform.document), 0::bigint, 'no document yet');
SELECT is(pg_temp.works(format('platform.report_made(%s, 1, ''%%PDF-1.7'')', :job)), 'done', 'made');
SELECT is(pg_temp.works(format('platform.report_made(%s, 1, ''%%PDF-1.7'')', :job)), '-', 'once');
SELECT results_eq('SELECT owner_id, subject_id, organization_id, kind, title, file_name, status FROM platform.document',
  format($$VALUES (%L::uuid, %L::uuid, %L::uuid, 'report', 'Candidate report: Candidate2', 'recruiter-%s.pdf', 'ready')$$, id('client1'),
    id('candidate2'),
    id('employer1'), to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')), 'one document, of who asked, about the person');
SELECT is((SELECT result FROM platform.job WHERE id = :job), (SELECT jsonb_build_object('document', id) FROM platform.document),
  'the result');
SELECT is((SELECT count(*) FROM platform.report_page), 0::bigint, 'the page is gone');
SELECT is(pg_temp.tries(w, 'SELECT count(*) FROM platform.document'), n, w || ' reads so many documents')
FROM (VALUES ('client1', '1'), ('client2', '0'), ('candidate2', '0'), ('admin', '1')) t (w, n);
-- Cancelled while it is made: nothing is kept.
SELECT pg_temp.job('docx') AS job \gset
SELECT is(pg_temp.works($$id FROM platform.claim_jobs('me', '{platform.report}', 9)$$), :'job', 'another');
SELECT is(pg_temp.tries('client2', format('SELECT platform.cancel_job(%s)', :job)), '42501', 'nobody else cancels it');
SELECT is(pg_temp.does('client1', format('SELECT platform.cancel_job(%s)', :job)), 'running', 'to be cancelled');
SELECT is(pg_temp.works(format('platform.report_made(%s, 1, ''x'')', :job)), 'cancelled', 'made too late');
SELECT is((SELECT count(*) FROM platform.document), 1::bigint, 'no document of it');
SELECT is((SELECT count(*) FROM platform.report_page), 0::bigint, 'nor its page');
SELECT is((SELECT status FROM platform.job WHERE id = :job), 'cancelled', 'nor is it done');
-- What is cleaned.
SELECT pg_temp.job() AS cancelled, pg_temp.job() AS failed, pg_temp.job() AS waits \gset
SELECT is(pg_temp.does('client1', format('SELECT platform.cancel_job(%s)', :cancelled)), 'cancelled', 'cancelled at once');
UPDATE platform.job SET status = 'failed', finished_at = now() - interval '23 hours' WHERE id = :failed;
SELECT is(platform.clean_reports(), '{"removed": 1}', 'cleaned');
SELECT results_eq('SELECT job_id FROM platform.report_page ORDER BY 1', ARRAY[:failed, :waits]::bigint[], 'what was cancelled goes');
UPDATE platform.job SET finished_at = now() - interval '25 hours' WHERE id = :failed;
SELECT is(platform.clean_reports(), '{"removed": 1}', 'what failed a day later');
SELECT is((SELECT count(*) FROM platform.schedule WHERE kind = 'platform.clean_reports'), 1::bigint, 'by a schedule');
-- Erased with whom it is about, and with who asked.
SELECT is((SELECT count(*) FROM platform.report_page), 1::bigint, 'one waits');
DELETE FROM platform.account WHERE id = id('candidate2');
SELECT is((SELECT count(*) FROM platform.report_page), 0::bigint, 'its page goes with the person');
SELECT is((SELECT count(*) FROM platform.document), 0::bigint, 'and so do documents about the person');

-- ---- how many ----

SELECT is((SELECT array_agg(pg_temp.does('client1', pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1')))) LIKE '{"job": %')
           FROM generate_series(1, 10)), array_fill(true, '{10}'), 'ten at once');
SELECT is(pg_temp.does('client1', pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1'))))::jsonb ->> 'code', 'PT429',
  'not eleven');
SELECT is((SELECT count(*) FROM platform.report_page), 10::bigint, 'which leaves no job');
SAVEPOINT asked;
SELECT platform.erase_account(id('client1'));
SELECT is((SELECT count(*) FROM platform.report_page), 0::bigint, 'they go with who asked for them, whomever they are about');
ROLLBACK TO asked;
SELECT is(pg_temp.tries('client1', format($$SELECT platform.queue_report('vessel', 'pdf', 'en', 'x', 'y', NULL, NULL) ->> 'code'$$)),
  'PT429',
  'whichever way');
SELECT matches(pg_temp.does('admin', pg_temp.asked('vessel', jsonb_build_object('vessel', id('vessel1')))), 'job', 'others as many');

-- ---- kinds of a site ----

CREATE FUNCTION public.my_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
  OUT organization uuid)
LANGUAGE sql STABLE BEGIN ATOMIC SELECT 'Accounts', (SELECT xmlelement(name ul, xmlagg(xmlelement(name li, xmlelement(name bdi,
  a.email)))) FROM platform.account a),
  NULL::uuid, NULL::uuid; END;
INSERT INTO platform.report_kind VALUES ('accounts', 'public.my_page', 'All accounts that one sees.');
SELECT is(pg_temp.said(pg_temp.page('client2', 'accounts', '{}'), '//h:li//text()'), 'client2@crew.example.org',
  'a kind of a site, with the rights of who asks');
CREATE FUNCTION public.odd_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
  OUT organization uuid)
LANGUAGE sql STABLE BEGIN ATOMIC SELECT E'A\x01B\nC' || repeat('x', 300), xmlelement(name p, E'A\x01B'), NULL::uuid, NULL::uuid; END;
INSERT INTO platform.report_kind VALUES ('odd', 'public.odd_page', 'x');
SELECT is(pg_temp.said(p), 'A B C' || repeat('x', 195) || '|A B C' || repeat('x', 195) || '|A' || U&'\FFFD' || 'B',
  'odd characters, a title that is too long')
FROM pg_temp.page('client2', 'odd', '{}') p;
INSERT INTO platform.report_kind VALUES ('gone', 'public.no_such', 'x');
SELECT is(pg_temp.tries('client2', pg_temp.asked('gone', '{}')), '42883', 'a routine that is not there');
SELECT throws_ok($$INSERT INTO platform.report_kind VALUES ('bad', 'f(); DROP TABLE x; --', 'x')$$, '23514', NULL,
  'a routine that is no name');
CREATE FUNCTION public.long_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
  OUT organization uuid)
LANGUAGE sql STABLE BEGIN ATOMIC SELECT 'Long', xmlelement(name p, repeat('x', 5000000)), NULL::uuid, NULL::uuid; END;
INSERT INTO platform.report_kind VALUES ('long', 'public.long_page', 'x');
SELECT is(pg_temp.tries('client2', pg_temp.asked('long', '{}')), '54000', 'a page that is too large');

SELECT finish();
ROLLBACK;
