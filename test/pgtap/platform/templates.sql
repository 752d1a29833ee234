-- What messages say: every template that a module writes is there and takes what is written with it; nothing in a parameter is more than
-- text.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
INSERT INTO platform.template (code, language, version, subject, text, html) VALUES
  ('test.hello', 'en', 1, 'Old {{name}}', 'Old', NULL),
  ('test.hello', 'en', 2, 'Hello {{name}}', 'Dear {{name}}, {{n}} of {{list}}; {{yes}}{{nothing}}. {{ not_one }} {{Name}}',
   '<b title="{{name}}">{{name}}</b> {{list}}'),
  ('test.hello', 'de', 1, 'Hallo {{name}}', 'Liebe {{name}}', NULL), ('test.plain', 'en', 1, 'Plain', 'Plain', NULL);
CREATE TEMP TABLE given AS SELECT
  '{"name": "Ann & <Bo> \"C\" ''d'' {{n}}", "n": 3.50, "list": ["a", 1, null, "<"], "yes": true, "nothing": null}'::jsonb AS p;
SELECT is(platform.render('test.hello', p), jsonb_build_object('subject', 'Hello Ann & <Bo> "C" ''d'' {{n}}',
  'text', 'Dear Ann & <Bo> "C" ''d'' {{n}}, 3.50 of a, 1, , <; true. {{ not_one }} {{Name}}',
  'html', '<b title="Ann &amp; &lt;Bo&gt; &quot;C&quot; &#39;d&#39; {{n}}">Ann &amp; &lt;Bo&gt; &quot;C&quot; &#39;d&#39; {{n}}</b> '
    'a, 1, , &lt;'), 'filled once, escaped in HTML; the newest version') FROM given;
SELECT is(platform.render('test.hello', '{"name": "Eva"}', 'de') ->> 'subject', 'Hallo Eva', 'in the language');
SELECT is(platform.render('test.hello', '{"name": "Eva"}', 'de-AT') ->> 'text', 'Liebe Eva', 'of the region');
SELECT is(platform.render('test.hello', p, 'fr') ->> 'subject' LIKE 'Hello%', true, 'else in English') FROM given;
SELECT is(platform.render('test.hello', '{"name": "Eva"}', 'de') -> 'html', 'null', 'none where there is none');
SELECT is(platform.render('test.plain', NULL), '{"subject": "Plain", "text": "Plain", "html": null}', 'without parameters');
SELECT throws_ok($$SELECT platform.render('test.none', '{}')$$, '22023', 'template "test.none" does not exist');
SELECT throws_ok($$SELECT platform.render('test.hello', '{"name": "Eva"}')$$, '22023', NULL, 'an unknown name');
SELECT throws_ok($$SELECT platform.render('test.hello', '{"name": {"a": 1}}', 'de')$$, '22023', 'an object cannot stand in a message');
SELECT throws_ok(format('SELECT platform.render(''test.hello'', jsonb_build_object(''name'', %L), ''de'')',
  'Eva' || c || 'Bcc: x@example.org'),
  '22023', 'the subject has a line break or another control character') FROM unnest(ARRAY[E'\n', E'\r', E'\r\n', E'\u2028', E'\x7f',
  E'\u0085']) c;
SELECT throws_ok($$INSERT INTO platform.template (code, subject, text) VALUES ('test.x', E'a\nb', 'x')$$, '23514', NULL,
  'nor in a template');
SELECT is(platform.fill('{{a}}{{b}}{{a}}', '{"a": "{{b}}", "b": "\\1 & \\& $1"}'), '{{b}}\1 & \& $1{{b}}', 'nothing in a value counts');
SELECT is(platform.fill('', '{}'), '', 'nothing stays nothing');
-- 1,000 payloads at once: what comes out as HTML has none of their marks.
SELECT is_empty($$SELECT c FROM generate_series(1, 1000) n, LATERAL (SELECT repeat(chr(32 + n % 90), 3) || '<script>"''&' || n AS c) v
  WHERE replace(replace(replace(replace(replace(platform.fill('{{x}}', jsonb_build_object('x', c), true),
    '&lt;', ''), '&gt;', ''), '&quot;', ''), '&#39;', ''), '&amp;', '') ~ '[<>"''&]'$$, 'no mark of HTML comes through');

-- What modules write. Their functions' sources name the codes; crew.decide and crew.mail_token make two each of them up.
CREATE TEMP TABLE written AS
  SELECT DISTINCT m[1] AS code FROM pg_proc p CROSS JOIN LATERAL regexp_matches(
    concat(p.prosrc, pg_get_function_sqlbody(p.oid)), '''((?:platform|assessment|crew)\.[a-z_]+)''', 'g') m
  WHERE p.pronamespace IN (SELECT to_regnamespace(module) FROM harmony.migration)
    AND concat(p.prosrc, pg_get_function_sqlbody(p.oid)) ~ '(INSERT INTO platform\.outbox|tell_employer\(|mail_account\(|platform\.send\()'
    AND m[1] IN (SELECT DISTINCT regexp_replace(m[1], '''', '', 'g')) AND to_regproc(m[1]) IS NULL
    AND p.proname NOT IN ('send', 'message_content')
  UNION VALUES ('crew.hired'), ('crew.rejected'), ('crew.invite'), ('crew.boarding');
-- A code may be the name of a function too.
INSERT INTO written SELECT t.code FROM platform.template t WHERE to_regproc(t.code) IS NOT NULL;
SELECT is_empty($$SELECT code FROM written EXCEPT SELECT code FROM platform.template$$, 'every code that is written has a template');
SELECT is_empty($$SELECT code FROM platform.template WHERE code !~ '^test\.' EXCEPT SELECT code FROM written$$, 'and no template is idle');
SELECT is_empty($$SELECT code, language FROM platform.template WHERE code !~ '^test\.' AND (html IS NULL OR language <> 'en'
  AND NOT EXISTS (
  SELECT FROM platform.template e WHERE e.code = template.code AND e.language = 'en'))$$, 'each in English, with HTML');

-- As they are written: each message of a season is rendered.
SELECT count(crew.open_survey(id('vessel1'), 'post_season'));
SELECT count(crew.decide(id('campaign1'), id('candidate1'), 'hired', 'x'));
SELECT count(crew.accept_offer(id('campaign1'), id('candidate1')));
SELECT count(crew.decide(id('campaign1'), id('candidate2'), 'rejected', 'x'));
SELECT count(crew.withdraw(id('campaign1'), id('candidate3')));
SELECT count(crew.request_review(id('campaign1'), 'please', id('candidate2')));
SELECT count(crew.answer_review(id('campaign1'), id('candidate2'), 'looked at'));
SELECT count(crew.tell_of_model(r)) FROM (SELECT (jsonb_populate_record(NULL::crew.retraining,
  '{"id": 1, "version": "v2", "n": 40, "activated": false, "reasons": ["few", "<unequal>"]}')).*) r;
SELECT is((SELECT count(DISTINCT template) FROM platform.outbox), 8::bigint, 'all eight have been written');
SELECT lives_ok(format('SELECT platform.render(%L, %L)', template, parameters), template || ' ' || recipient_id) FROM platform.outbox;
SELECT is((SELECT count(*) FROM platform.claim_messages('w', 1000)), (SELECT count(*) FROM platform.outbox), 'and handed out');
SELECT is_empty($$SELECT template, error FROM platform.outbox WHERE status <> 'sending'$$, 'none is refused');
SELECT * FROM finish();
ROLLBACK;
