-- Documents: names, types and sizes, uploads and their states, who reads them, what becomes of them. harmonyd's side is played here; with
-- the real one: test/cluster/worker/documents.sh.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
\ir ../../lib/secrets.sql

-- What a person is answered, and it stays; of begin_upload the status or the error alone, and the document as :d.
CREATE FUNCTION pg_temp.asks(who text, call text) RETURNS text LANGUAGE sql RETURN pg_temp.answers(who, 'api.' || call, true);
CREATE FUNCTION pg_temp.begins(who text, file_name text, media_type text, size bigint, more text DEFAULT '') RETURNS text LANGUAGE sql
  RETURN pg_temp.answers(who,
    format('api.begin_upload(title => ''A title'', kind => ''cv'', file_name => %L, media_type => %L, size => %s%s)',
    file_name, media_type, size, more), true);
CREATE FUNCTION pg_temp.newest() RETURNS uuid LANGUAGE sql
  RETURN (SELECT id FROM platform.document WHERE status = 'planned' ORDER BY ctid DESC LIMIT 1);
CREATE FUNCTION pg_temp.sends(who text, document uuid, part text, bytes bytea) RETURNS text LANGUAGE sql
  RETURN pg_temp.answers(who, format('(SELECT api.upload_part(%L) FROM set_config(''request.headers'', %L, true) s)', bytes,
    json_build_object('document', document, 'part', part)), true);
CREATE FUNCTION pg_temp.status(of_id uuid) RETURNS text LANGUAGE sql
  RETURN (SELECT concat_ws(': ', status, problem) FROM platform.document WHERE id = of_id);
-- uploaded(who, file, type, bytes): of one part, all of it.
CREATE FUNCTION pg_temp.uploaded(who text, file_name text, media_type text, bytes bytea, more text DEFAULT '') RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  answer text := pg_temp.begins(who, file_name, media_type, length(bytes), more);
  document uuid;
BEGIN
  IF answer !~ '201$' THEN RAISE EXCEPTION 'begin_upload: %', answer; END IF;
  document := (left(answer, -4)::jsonb ->> 'document')::uuid;
  PERFORM pg_temp.sends(who, document, '1', bytes), pg_temp.asks(who, format('complete_upload(%L)', document));
  RETURN document;
END $$;

-- ---- names and types ----

SELECT matches(pg_temp.begins('candidate1', 'a.pdf', 'application/pdf', 10), ' 201$', 'begin_upload');
SELECT is(pg_temp.begins('candidate1', n, 'application/pdf', 10), '22023', 'no file name: ' || coalesce(to_json(n)::text, 'null'))
FROM unnest(ARRAY['', ' ', '../a.pdf', '..\a.pdf', 'a/b.pdf', 'a\b.pdf', '/etc/a.pdf', 'a..pdf', E'a\nb.pdf', E'a\x01.pdf',
  E'a\u202efdp.exe.pdf',
  E'a\u200b.pdf', '.pdf ', '.a.pdf', 'a.pdf.', 'pdf', 'a.exe', 'a.pdf.exe', 'a.pdf/', repeat('x', 252) || '.pdf', NULL]) n;
SELECT matches(pg_temp.begins('candidate1', n, 'application/pdf', 10), ' 201$', 'a file name: ' || left(n, 20))
FROM unnest(ARRAY['A B (1).PDF', 'Zeugnis Überführung.pdf', '履歴書.pdf', repeat('x', 251) || '.pdf', 'a.b.pdf',
  'it''s "it" <b>&%.pdf']) n;
SELECT is(pg_temp.begins('candidate1', n, t, 10), '22023', 'not taken: ' || t || ' as ' || n)
FROM (VALUES ('a.svg', 'image/svg+xml'), ('a.xml', 'application/xml'), ('a.xml', 'text/xml'), ('a.html', 'text/html'),
  ('a.zip', 'application/zip'), ('a.png', 'image/jpeg'), ('a.jpg', 'image/png'), ('a.pdf', 'application/PDF'), ('a.docx',
    'application/msword'),
  ('a.pdf', ''), ('a.js', 'text/javascript')) v (n, t);
SELECT is(pg_temp.asks('candidate1', format('begin_upload(%L, %L, ''a.pdf'', ''application/pdf'', %s, %L, NULL, %L)', t, k, s, h, p)), e, w)
FROM (VALUES ('', 'cv', 10, NULL, NULL, '22023', 'no title'), (repeat('x', 201), 'cv', 10, NULL, NULL, '22023', 'a long title'),
  ('T', 'report', 10, NULL, NULL, '22023', 'a kind that nobody uploads'), ('T', 'x', 10, NULL, NULL, '22023', 'no kind'),
  ('T', 'cv', 0, NULL, NULL, '22023', 'nothing'), ('T', 'cv', -1, NULL, NULL, '22023', 'less than nothing'),
  ('T', 'cv', 10, 'ab', NULL, '22023', 'no SHA-256'), ('T', 'cv', 10, NULL, 'tape', '22023', 'no storage'),
  ('T', 'cv', 10, NULL, 's3', '22023', 'S3 where there is none'), ('T', 'cv', 10485761, NULL, NULL, '54000', 'over 10 MiB'),
  ('T', 'cv', 10485760, NULL, NULL, '', '')) v (t, k, s, h, p, e, w) WHERE e <> '';
SELECT matches(pg_temp.begins('candidate1', 'a.pdf', 'application/pdf', 10485760), ' 201$', '10 MiB');
SELECT is(pg_temp.answers('anonymous', $$api.begin_upload('T', 'cv', 'a.pdf', 'application/pdf', 10)$$), '42501', 'not without a person');

-- ---- parts ----

SELECT pg_temp.begins('candidate1', 'a.pdf', 'application/pdf', 5242880 + 3) AS answer \gset
SELECT left(:'answer', -4)::jsonb AS begun \gset
SELECT :'begun'::jsonb ->> 'document' AS d \gset
SELECT is(:'begun'::jsonb - '{document,expires_at}'::text[],
  '{"method": "database", "part_size": 5242880, "parts": [{"number": 1, "url": "rpc/upload_part"},
    {"number": 2, "url": "rpc/upload_part"}]}',
  'what is to be sent where');
SELECT is((:'begun'::jsonb ->> 'expires_at')::timestamptz, now() + interval '24 hours', 'and until when');
SELECT is(pg_temp.status(:'d'), 'planned', 'planned');
SELECT is(pg_temp.sends('candidate1', :'d', p, b), e, w) FROM (VALUES
  ('1', '\x00'::bytea, '22023', 'a part too short'), ('2', '\x00000000', '54000', 'a part too large'), ('3', '\x00', '22023',
    'no such part'),
  ('0', '\x00', '22023', 'no part 0'), ('-1', '\x00', '22023', 'no part -1'), ('x', '\x00', '22023', 'no number'),
  ('99999999999', '\x00', '22023', 'no such number'), (NULL, '\x00', '22023', 'no header')) v (p, b, e, w);
SELECT is(pg_temp.sends('candidate2', :'d', '2', '\x000000'), 'PT404', 'not to somebody else''s');
SELECT is(pg_temp.sends('client1', :'d', '2', '\x000000'), 'PT404', 'nor as an employer');
SELECT is(pg_temp.sends('candidate1', gen_random_uuid(), '2', '\x000000'), 'PT404', 'nor to what does not exist');
SELECT is(pg_temp.asks('candidate1', format('complete_upload(%L)', :'d')), 'PT409', 'not complete without parts');
SELECT is(pg_temp.sends('candidate1', :'d', '2', '\x000001'), '{"part": 2, "received": [2]}', 'part 2');
SELECT is(pg_temp.status(:'d'), 'uploading', 'uploading');
SELECT is(pg_temp.asks('candidate1', format('complete_upload(%L)', :'d')), 'PT409', 'not complete with one of two');
SELECT is(pg_temp.asks('candidate1', format('upload_parts(%L, ''{1}'')', :'d')),
  '{"parts": [{"url": "rpc/upload_part", "number": 1}], "received": [2]}', 'what is there and what is missing');
SELECT is(pg_temp.asks('candidate2', format('upload_parts(%L)', :'d')), 'PT404', 'not told to others');
SELECT is(pg_temp.sends('candidate1', :'d', '1', convert_to('%PDF-' || repeat('x', 5242875), 'UTF8')), '{"part": 1, "received": [1, 2]}',
  'part 1');
SELECT is(pg_temp.sends('candidate1', :'d', '2', '\x61620a'), '{"part": 2, "received": [1, 2]}', 'the same part again');
SELECT is(pg_temp.asks('candidate1', format('document_data(%L)', :'d')), 'PT409', 'not served before it is complete');
SELECT is(pg_temp.asks('candidate2', format('complete_upload(%L)', :'d')), 'PT404', 'others do not complete it');
SELECT is(pg_temp.asks('candidate1', format('complete_upload(%L)', :'d'))::jsonb, jsonb_build_object('document', :'d', 'status', 'ready'),
  'complete');
SELECT is(pg_temp.asks('candidate1', format('complete_upload(%L)', :'d'))::jsonb, jsonb_build_object('document', :'d', 'status', 'ready'),
  'a second call answers the same');
SELECT is(pg_temp.sends('candidate1', :'d', '2', '\x61620a'), 'PT409', 'no part after that');
SELECT is(pg_temp.asks('candidate1', format('abort_upload(%L)', :'d')), 'PT409', 'nor is it aborted');
SELECT is((SELECT sha256 FROM platform.document WHERE id = :'d'),
  sha256(convert_to('%PDF-' || repeat('x', 5242875), 'UTF8') || '\x61620a'::bytea), 'its SHA-256, with the part that replaced the other');
SELECT is(pg_temp.asks('candidate1', format('document_url(%L)', :'d'))::jsonb,
  jsonb_build_object('url', 'rpc/document_data?document=' || :'d', 'expires_in', NULL), 'where its bytes are');

-- ---- real bytes ----

SELECT is(pg_temp.status(pg_temp.uploaded('candidate2', n, t, b)), 'ready', 'ready: ' || w)
FROM (VALUES ('a.jpeg', 'image/jpeg', '\xffd8ffe000'::bytea, 'jpeg'), ('a.JPG', 'image/jpeg', '\xffd8ffe100', 'JPG'),
  ('a.png', 'image/png', '\x89504e470d0a1a0a00', 'png'), ('a.gif', 'image/gif', 'GIF89a', 'gif'),
  ('a.csv', 'text/csv', convert_to('a;b' || E'\r\n' || '1;ü', 'UTF8'), 'csv'), ('a.txt', 'text/plain', 'a < b', 'text'),
  ('a.json', 'application/json', '{"a": [1, "ü"]}', 'json'), ('a.doc', 'application/msword', '\xd0cf11e0a1b11ae100', 'doc'),
  ('a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
   '\x504b0304'::bytea || '[Content_Types].xml' || 'word/document.xml', 'docx'),
  ('a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
   '\x504b0304'::bytea || convert_to(repeat('x', 100000), 'UTF8') || 'xl/workbook.xml[Content_Types].xml', 'xlsx, told at the end')) v (n,
     t, b, w);
SELECT is(pg_temp.status(pg_temp.uploaded('candidate2', n, t, b)), 'quarantined: ' || e, 'quarantine: ' || w)
FROM (VALUES ('a.jpg', 'image/jpeg', '\x89504e470d0a1a0a00'::bytea, 'it does not begin like its media type', 'png as jpeg'),
  ('a.pdf', 'application/pdf', 'x%PDF-1.4', 'it does not begin like its media type', 'not from the first byte'),
  ('a.gif', 'image/gif', '<svg/>', 'it does not begin like its media type', 'SVG as gif'),
  ('a.txt', 'text/plain', '\xff61', 'it is not valid as the text that it is said to be', 'text in Latin 1'),
  ('a.txt', 'text/plain', '\x6100', 'it is not valid as the text that it is said to be', 'NUL'),
  ('a.csv', 'text/csv', '\x89504e470d0a1a0a00', 'it is not valid as the text that it is said to be', 'png as csv'),
  ('a.json', 'application/json', '{"a":', 'it is not valid as the text that it is said to be', 'half of a JSON'),
  ('a.txt', 'text/plain', '<!doctype html>', 'it is markup', 'HTML as text'),
  ('a.csv', 'text/csv', '\xefbbbf0a203c3f786d6c'::bytea, 'it is markup', 'XML as csv, after a byte order mark'),
  ('a.txt', 'text/plain', ' <svg onload=alert(1)>', 'it is markup', 'SVG as text'),
  ('a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '\x504b0304'::bytea || 'word/a',
   'it lacks what its media type has', 'a ZIP as docx'),
  ('a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
   '\x504b0304'::bytea || '[Content_Types].xml' || 'word/a', 'it lacks what its media type has', 'docx as xlsx')) v (n, t, b, e, w);
SELECT is(pg_temp.status(pg_temp.uploaded('candidate3', 'a.txt', 'text/plain', 'abc', format(', sha256 => %L', h))), e, w) FROM (VALUES
  (encode(sha256('abc'), 'hex'), 'ready', 'with its SHA-256'), (upper(encode(sha256('abc'), 'hex')), 'ready', 'in capitals'),
  (encode(sha256('abd'), 'hex'), 'quarantined: its SHA-256 is another', 'with another')) v (h, e, w);

-- ---- who reads ----

SELECT pg_temp.uploaded('candidate1', 'naïve "cv".txt', 'text/plain', 'my life') AS cv \gset
SELECT pg_temp.uploaded('candidate1', 'id.txt', 'text/plain', 'my id') AS passport \gset
UPDATE platform.document SET kind = 'identity' WHERE id = :'passport';
SELECT pg_temp.uploaded('candidate1', 'bad.pdf', 'application/pdf', 'my life') AS bad \gset
SELECT platform.store_document(id('client1'), 'report', 'On candidate 1', 'r.pdf', 'application/pdf', '%PDF-1.7', id('employer1'),
  id('candidate1')) AS report \gset
CREATE FUNCTION pg_temp.sees(who text, document uuid) RETURNS text LANGUAGE sql RETURN concat_ws(' ',
  pg_temp.answers(who, format('(SELECT count(*) FROM api.documents WHERE id = %L)', document)),
  pg_temp.answers(who, format('convert_from(api.document_data(%L), ''UTF8'')', document)),
  left(pg_temp.answers(who, format('api.document_url(%L)', document)), 5));
SELECT is(pg_temp.sees(who, d), e, format('%s: %s', w, who)) FROM (VALUES
  ('candidate1', :'cv'::uuid, '1 my life {"url', 'an own one'), ('client1', :'cv', '1 my life {"url', 'a candidate''s cv'),
  ('admin', :'cv', '1 my life {"url', 'anybody''s'), ('candidate2', :'cv', '0 PT404 PT404', 'another candidate''s'),
  ('client2', :'cv', '0 PT404 PT404', 'no candidate of theirs'), ('anonymous', :'cv', '42501 42501 42501', 'nobody'),
  ('candidate1', :'passport', '1 my id {"url', 'the own identity'), ('client1', :'passport', '0 PT404 PT404',
    'not of a kind for employers'),
  ('admin', :'passport', '1 my id {"url', 'identity'), ('candidate1', :'bad', '1 PT409 PT409', 'quarantine'),
  ('client1', :'bad', '0 PT404 PT404', 'quarantine'), ('admin', :'bad', '1 PT409 PT409', 'quarantine'),
  ('client1', :'report', '1 %PDF-1.7 {"url', 'an own report'), ('candidate1', :'report', '0 PT404 PT404', 'a report on oneself'),
  ('client2', :'report', '0 PT404 PT404', 'another employer''s report')) v (who, d, e, w);
SELECT is(pg_temp.answers('candidate1',
  format('(SELECT current_setting(''response.headers'') FROM set_config(''response.headers'', '''', true) s, '
  'api.document_data(%L) d WHERE s = '''' AND d IS NOT NULL)',
  :'cv'))::jsonb,
    '[{"Content-Disposition": "attachment; filename*=UTF-8''''na%C3%AFve%20%22cv%22.txt"}, {"X-Content-Type-Options": "nosniff"}]',
  'it is saved under its name, never shown');
-- Candidates who were rejected, and campaigns that are archived, are an employer's no more.
UPDATE crew.candidacy SET status = 'rejected' WHERE person_id = id('candidate1') AND campaign_id = id('campaign1');
SELECT is(pg_temp.sees('client1', :'cv'), '0 PT404 PT404', 'a rejected candidate''s cv');
SELECT pg_temp.uploaded('member1', 'm.txt', 'text/plain', 'crew') AS m \gset
SELECT is(pg_temp.sees('client1', :'m'), '1 crew {"url', 'one of the crew');
UPDATE platform.document_kind SET for_clients = false WHERE kind = 'cv';
SELECT is(pg_temp.sees('client1', :'m'), '0 PT404 PT404', 'unless the kind is not for employers');
UPDATE platform.document_kind SET for_clients = true WHERE kind = 'cv';
SELECT is(pg_temp.tries(who, q), '42501', format('%s: %s', who, q)) FROM unnest('{candidate1,client1,admin}'::text[]) who
  CROSS JOIN unnest(ARRAY[
  'SELECT count(*) FROM platform.document_part', 'SELECT object_key FROM platform.document', 'SELECT upload_id FROM platform.document',
  'SELECT platform.document_bytes(gen_random_uuid())', 'SELECT platform.document_work(1, 1)', $$SELECT platform.document_checked(1, 1,
    '{}')$$,
  $$SELECT platform.end_document(gen_random_uuid(), 'deleted')$$, 'DELETE FROM api.documents',
    $$UPDATE api.documents SET status = 'ready'$$,
  'UPDATE api.documents SET legal_hold = false', 'UPDATE api.documents SET owner_id = owner_id']) q;

-- ---- what the owner changes ----

SELECT is(pg_temp.does('candidate1', format($$UPDATE api.documents SET title = 'New', expires_on = '2030-01-01' WHERE id = %L$$, :'cv')),
  '-', 'PATCH');
SELECT is((SELECT concat_ws(' ', title, expires_on) FROM platform.document WHERE id = :'cv'), 'New 2030-01-01', 'title and expires_on');
SELECT is(pg_temp.does('client1', format($$UPDATE api.documents SET title = 'X' WHERE id = %L$$, :'m')), '-', 'an employer''s PATCH');
SELECT is((SELECT title FROM platform.document WHERE id = :'m'), 'A title', 'changes nothing');
SELECT is(pg_temp.tries('candidate1', format('UPDATE api.documents SET title = %L WHERE id = %L', t, :'cv')), '23514', 'no title')
FROM unnest(ARRAY['', ' ', E'a\nb', repeat('x', 201)]) t;

-- ---- verified ----

SELECT is(pg_temp.asks('admin', format('verify_document(%L, true, ''seen'')', :'passport')), '', 'verify_document');
SELECT isnt((SELECT verified_at FROM platform.document WHERE id = :'passport'), NULL, 'is noted');
SELECT is((SELECT is_verified FROM platform.account WHERE id = id('candidate1')), true, 'of kind identity also of the account');
SELECT is((SELECT details ->> 'note' FROM platform.audit_event WHERE action = 'document.verified'), 'seen',
  'with the note in the audit trail');
SELECT is(pg_temp.asks(w, format('verify_document(%L, true)', :'passport')), '42501', 'not by ' || w)
  FROM unnest('{candidate1,client1}'::text[]) w;
SELECT is(pg_temp.asks('admin', format('verify_document(%L, true)', :'bad')), 'PT409', 'not what is in quarantine');
SELECT is(pg_temp.asks('admin', format('verify_document(%L, true)', gen_random_uuid())), 'PT404', 'nor what is not there');
SELECT is(pg_temp.does('candidate1', format($$UPDATE api.documents SET expires_on = '2040-01-01' WHERE id = %L$$, :'passport')), '-',
  'changed');
SELECT is((SELECT verified_at FROM platform.document WHERE id = :'passport'), NULL, 'what was verified was another end');
SELECT is(pg_temp.asks('admin', format('verify_document(%L, false)', :'passport')), '', 'taken back');
SELECT is((SELECT is_verified FROM platform.account WHERE id = id('candidate1')), false, 'of the account too');
SELECT is(pg_temp.asks('admin', format('verify_document(%L, true)', :'cv')), '', 'of another kind');
SELECT is((SELECT is_verified FROM platform.account WHERE id = id('candidate1')), false, 'the account is not verified by it');

-- ---- deleted, held, aborted ----

SELECT is(pg_temp.asks('client1', format('delete_document(%L)', :'m')), 'PT404', 'an employer deletes nothing');
SELECT is(pg_temp.does('candidate1', format('SELECT platform.hold_document(%L, true)', :'cv')), '42501', 'holding is for administrators');
SELECT is(pg_temp.does('admin', format('SELECT platform.hold_document(%L, true, ''case 7'')', :'cv')), '', 'legal hold');
SELECT is(pg_temp.asks(w, format('delete_document(%L)', :'cv')), 'PT409', 'stops ' || w) FROM unnest('{candidate1,admin}'::text[]) w;
SELECT is(platform.erasure_obstacle(id('candidate1')), 'A document is under legal hold.', 'and the erasure of the account');
SELECT is(platform.erasure_obstacle(id('candidate2')), NULL, 'nobody else''s');
SELECT throws_ok(format('UPDATE platform.document SET status = ''deleted'' WHERE id = %L', :'cv'), '23514', NULL, 'and whoever else');
SELECT is(pg_temp.tries('candidate1', format('UPDATE api.documents SET %s WHERE id = %L', c, :'cv')), '23514', 'or changes: ' || c)
  FROM unnest('{title = ''x'',expires_on = NULL}'::text[]) c WHERE c <> 'expires_on = NULL' OR (
    SELECT d.expires_on IS NOT NULL FROM platform.document d WHERE d.id = :'cv');
SELECT is(pg_temp.tries('candidate1', format('UPDATE api.documents SET expires_on = %L WHERE id = %L', e, :'passport')), '22023',
  'a document does not end at ' || e) FROM unnest('{infinity,-infinity,5874897-12-31,4713-01-01 BC,10000-01-01}'::text[]) e;
-- What no job checks any more does not wait for ever.
INSERT INTO platform.document (owner_id, kind, title, file_name, media_type, size, storage, part_size, object_key, status, touched_at)
  VALUES (id('candidate2'), 'cv', 'stuck', 'a.txt', 'text/plain', 3, 'database', 5242880, 'k', 'checking', now() - interval '25 hours');
SELECT is(platform.clean_documents() -> 'deleted', '0', 'nothing is deleted yet');
SELECT is((SELECT status || ': ' || problem FROM platform.document WHERE title = 'stuck'), 'quarantined: it could not be checked',
  'a check that nobody does any more');
SELECT is(pg_temp.asks('admin', format('complete_upload(%L)', :'cv')), 'PT404',
  'nobody else, no administrator either, completes an upload');
UPDATE platform.document_kind SET keep = '1 day' WHERE kind = 'cv';
UPDATE platform.document SET created_at = now() - interval '2 days', expires_on = NULL WHERE id IN (:'cv', :'m', :'passport');
SELECT is(platform.clean_documents() - 'aborted', '{"deleted": 1}', 'retention');
SELECT is(pg_temp.status(:'cv'), 'ready', 'passes what is held by');
SELECT is(pg_temp.status(:'m'), 'deleted', 'takes what has been kept long enough');
SELECT is(pg_temp.status(:'passport'), 'ready', 'and nothing of a kind that is kept');
UPDATE platform.document SET expires_on = platform.today() WHERE id = :'cv';
SELECT is(pg_temp.does('admin', format('SELECT platform.hold_document(%L, false)', :'cv')), '', 'released');
SELECT is(platform.clean_documents() ->> 'deleted', '0', 'the time counts from when it expires');
UPDATE platform.document_kind SET keep = NULL WHERE kind = 'cv';
SELECT is(platform.erasure_obstacle(id('candidate1')), NULL, 'nothing stops the erasure any more');
SELECT is(pg_temp.asks('candidate1', format('delete_document(%L)', :'cv')), '', 'delete_document');
SELECT is(pg_temp.asks('candidate1', format('delete_document(%L)', :'cv')), '', 'again');
SELECT is((SELECT concat_ws(' ', status, (SELECT count(*) FROM platform.document_part p WHERE p.document_id = d.id))
  FROM platform.document d
  WHERE id = :'cv'), 'deleted 0', 'the bytes are gone and the row stays');
SELECT is(pg_temp.sees('candidate1', :'cv'), '1 PT409 PT409', 'it is not served');
SELECT is(pg_temp.asks('admin', format('verify_document(%L, true)', :'cv')), 'PT409', 'nor verified');
SELECT is(pg_temp.asks('candidate1', format('complete_upload(%L)', :'cv')), 'PT409', 'nor completed');
SELECT is(pg_temp.does('candidate1', format($$UPDATE api.documents SET title = 'X' WHERE id = %L$$, :'cv')), '-', 'nor changed');
SELECT is((SELECT title FROM platform.document WHERE id = :'cv'), 'New', 'by its owner');

SELECT pg_temp.begins('candidate4', 'a.txt', 'text/plain', 3) AS begun \gset
SELECT left(:'begun', -4)::jsonb ->> 'document' AS u \gset
SELECT is(pg_temp.asks('candidate4', format('delete_document(%L)', :'u')), 'PT409', 'an upload is not deleted');
SELECT is(pg_temp.does('admin', format('SELECT platform.hold_document(%L, true)', :'u')), '55000', 'nor held');
SELECT is(pg_temp.asks('candidate5', format('abort_upload(%L)', :'u')), 'PT404', 'others do not abort it');
SELECT pg_temp.sends('candidate4', :'u', '1', 'abc') AS sent \gset
SELECT is(pg_temp.asks('candidate4', format('abort_upload(%L)', :'u')), '', 'abort_upload');
SELECT is(pg_temp.asks('candidate4', format('abort_upload(%L)', :'u')), '', 'again');
SELECT is((SELECT count(*) FROM platform.document_part p WHERE p.document_id = :'u'), 0::bigint, 'what was received is gone');
SELECT is(pg_temp.asks('candidate4', format('complete_upload(%L)', :'u')), 'PT409', 'it is over');
SELECT is(pg_temp.sends('candidate4', :'u', '1', 'abc'), 'PT409', 'and takes no part');
SELECT pg_temp.begins('candidate4', n || '.txt', 'text/plain', 3) AS begun FROM unnest('{old,new}'::text[]) n \g /dev/null
UPDATE platform.document SET touched_at = now() - CASE file_name WHEN 'old.txt' THEN interval '25 hours' ELSE interval '23 hours' END
WHERE owner_id = id('candidate4') AND status = 'planned';
SELECT is(platform.clean_documents() ->> 'aborted', '1', 'after 24 hours');
SELECT results_eq($$SELECT status FROM platform.document WHERE file_name IN ('old.txt', 'new.txt') ORDER BY file_name DESC$$,
  '{aborted,planned}'::text[], 'nobody waits for a part');
UPDATE platform.document SET touched_at = now() - interval '31 days' WHERE id = :'bad';
SELECT is(platform.clean_documents() ->> 'deleted', '1', 'quarantine ends after 30 days');
SELECT is((SELECT every FROM platform.schedule WHERE kind = 'platform.clean_documents'), '1 hour', 'it comes round');

-- ---- limits ----

INSERT INTO platform.limit VALUES ('documents_of_a_person', 2) ON CONFLICT (what) DO UPDATE SET most = excluded.most;
SELECT matches(pg_temp.begins('candidate4', 'second.txt', 'text/plain', 3), ' 201$', 'a second document');
SELECT is(pg_temp.begins('candidate4', 'third.txt', 'text/plain', 3), '54000', 'a third is one too many');
UPDATE platform.limit SET most = 1000 WHERE what = 'documents_of_a_person';
SELECT is((SELECT count(*) FROM generate_series(1, 70) n, LATERAL (SELECT pg_temp.begins('candidate8', n || '.txt', 'text/plain',
  3)) b (answer)
  WHERE b.answer ~ ' 201$') BETWEEN 60 AND 62, true, '60 at once');
SELECT matches(pg_temp.begins('candidate8', 'x.txt', 'text/plain', 3), ' 429$', 'then 429');
SELECT matches(pg_temp.begins('candidate7', 'x.txt', 'text/plain', 3), ' 201$', 'for each person');

-- ---- S3, harmonyd's side played ----

SELECT pg_temp.put_secret('harmony.s3_credentials_file', jsonb_build_object('endpoint', 'https://s3.example.org',
  'region', 'r', 'access_key', 'AKIDEXAMPLE', 'secret_key', 'secretsecretsecret')::text) AS file \gset
UPDATE platform.setting SET value = 'docs' WHERE name = 'document_bucket';
CREATE FUNCTION pg_temp.claims(wanted text, OUT job bigint, OUT attempt integer) LANGUAGE sql AS $$
  SELECT c.id, c.attempt FROM platform.claim_jobs('test', ARRAY[wanted], 1) c $$;
SELECT pg_temp.begins('candidate5', 'big.pdf', 'application/pdf', 40000000) AS answer \gset
SELECT left(:'answer', -4)::jsonb AS begun \gset
SELECT :'begun'::jsonb ->> 'document' AS d \gset
SELECT is(:'begun'::jsonb - '{document,expires_at}'::text[], '{"method": "multipart", "part_size": 16777216, "parts": []}',
  'what is too large for the database goes to S3, without links yet');
SELECT is((SELECT concat_ws(' ', storage, bucket, object_key) FROM platform.document WHERE id = :'d'),
  's3 docs harmony/' || :'d' || '/big.pdf',
  'the key of the object');
SELECT is(pg_temp.asks('candidate5', format('complete_upload(%L, ''[]'')', :'d')), 'PT409', 'nothing is complete yet');
SELECT is(pg_temp.sends('candidate5', :'d', '1', 'abc'), 'PT409', 'no part goes into the database');
SELECT * FROM pg_temp.claims('document.upload') \gset
SELECT matches(platform.document_work(:job, :attempt) ->> 'create',
  '^https://docs\.s3\.example\.org/harmony/' || :'d' || '/big\.pdf\?.*uploads=.*X-Amz-Signature=',
    'harmonyd gets a link to open the upload');
SELECT is(platform.document_work(:job, :attempt + 1), NULL, 'not in another attempt');
SELECT is(platform.document_opened(:job, :attempt + 1, 'U9'), NULL, 'nor says another attempt anything');
SELECT is(platform.document_opened(:job, :attempt, 'U1'), 'done', 'it is open');
SELECT is((SELECT upload_id FROM platform.document WHERE id = :'d'), 'U1', 'under this name');
SELECT is(platform.document_opened(:job, :attempt, 'U2'), NULL, 'once');
SELECT pg_temp.asks('candidate5', format('upload_parts(%L)', :'d')) AS parts \gset
SELECT is(jsonb_array_length(:'parts'::jsonb -> 'parts'), 3, 'three parts');
SELECT matches(:'parts'::jsonb #>> '{parts,2,url}', 'partNumber=3&uploadId=U1', 'a link for each');
SELECT is(pg_temp.asks('candidate5', format('complete_upload(%L, %L)', :'d', e)), '22023', 'no etags: ' || coalesce(e, 'null'))
FROM unnest(ARRAY[NULL, '{}', '[1]', '[{"number": 1, "etag": "a"}]', '[{"number": 1}, {"number": 2}, {"number": 3}]',
  '[{"number": 1, "etag": "a"}, {"number": 2, "etag": "b"}, {"number": 2, "etag": "c"}]',
  '[{"number": 1, "etag": "</ETag>"}, {"number": 2, "etag": "b"}, {"number": 3, "etag": "c"}]']) e;
SELECT is((pg_temp.asks('candidate5', format('complete_upload(%L, %L)', :'d',
  '[{"number": 1, "etag": "\"a\""}, {"number": 3, "etag": "c"}, {"number": 2, "etag": "b"}]')))::jsonb ->> 'status', 'checking', n)
FROM unnest('{complete,"a second call"}'::text[]) n;
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'document.check'), 1::bigint, 'one job');
SELECT is(pg_temp.asks('candidate5', format('document_url(%L)', :'d')), 'PT409', 'no link while it is checked');
SELECT * FROM pg_temp.claims('document.check') \gset
SELECT platform.document_work(:job, :attempt) AS work \gset
SELECT is(:'work'::jsonb ->> 'body',
  '<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Part><PartNumber>1</PartNumber>'
  '<ETag>"a"</ETag></Part><Part><PartNumber>2</PartNumber><ETag>"b"</ETag></Part><Part><PartNumber>3</PartNumber><ETag>"c"</ETag></Part>'
  '</CompleteMultipartUpload>', 'what S3 is told, in order');
SELECT is(platform.document_checked(:job, :attempt - 1, '{}'), NULL, 'an older attempt changes nothing');
SELECT is(pg_temp.status(:'d'), 'checking', 'not even the state');
SAVEPOINT checking;
SELECT is(platform.document_checked(:job, :attempt, jsonb_build_object('size', 40000000, 'sha256', repeat('ab', 32), 'head',
  encode('%PDF-1.7', 'hex'), 'tail', '', 'is_text', false) || more) || coalesce(': ' || problem, ''), e, w)
FROM (VALUES ('{"size": 40000001}'::jsonb, 'quarantined', 'another size')) v (more, e, w), platform.document WHERE id = :'d';
SELECT is(pg_temp.status(:'d'), 'quarantined: its size is another', 'as said');
ROLLBACK TO checking;
SELECT is(platform.document_checked(:job, :attempt, jsonb_build_object('size', 40000000, 'sha256', repeat('ab', 32), 'head',
  encode('<html>', 'hex'), 'tail', '', 'is_text', true)), 'quarantined', 'other bytes');
ROLLBACK TO checking;
SELECT is(platform.document_checked(:job, :attempt, jsonb_build_object('size', 40000000, 'sha256', repeat('ab', 32), 'head',
  encode('%PDF-1.7', 'hex'), 'tail', '', 'is_text', false, 'problem', 'it has a virus')), 'quarantined', 'what the scan says');
SELECT is(pg_temp.status(:'d'), 'quarantined: it has a virus', 'is kept');
ROLLBACK TO checking;
SELECT is(platform.document_checked(:job, :attempt, jsonb_build_object('size', 40000000, 'sha256', repeat('ab', 32), 'head',
  encode('%PDF-1.7', 'hex'), 'tail', '', 'is_text', false)), 'ready', 'what it is said to be');
SELECT is(platform.document_checked(:job, :attempt, '{}'), NULL, 'once');
SELECT is((SELECT status FROM platform.job WHERE id = :job), 'done', 'the job is done');
SELECT matches(pg_temp.asks('candidate5', format('document_url(%L)', :'d')),
  '"https://docs.s3.example.org/.*X-Amz-Expires=300.*response-content-disposition=attachment.*octet-stream', 'a link to save it by');
SELECT is(pg_temp.asks('candidate5', format('document_data(%L)', :'d')), 'PT409', 'its bytes are not here');
SELECT is(pg_temp.asks('candidate5', format('delete_document(%L)', :'d')), '', 'deleted');
SELECT * FROM pg_temp.claims('document.remove') \gset
SELECT matches(platform.document_work(:job, :attempt) ->> 'delete', '^https://docs\.s3\.example\.org/harmony/' || :'d' || '/big',
  'harmonyd removes it');

-- An upload that is aborted before S3 has opened it, and the objects of somebody who is erased.
SELECT left(pg_temp.begins('candidate5', 'b.pdf', 'application/pdf', 40000000), -4)::jsonb ->> 'document' AS d \gset
SELECT * FROM pg_temp.claims('document.upload') \gset
SELECT is(pg_temp.asks('candidate5', format('abort_upload(%L)', :'d')), '', 'aborted meanwhile');
SELECT is(platform.document_opened(:job, :attempt, 'U3'), NULL, 'then nobody waits for it');
SELECT is((SELECT upload_id FROM platform.document WHERE id = :'d'), NULL, 'and it is not kept');
SELECT left(pg_temp.begins('candidate6', 'c.pdf', 'application/pdf', 3, ', storage => ''s3'''), -4)::jsonb ->> 'document' AS d \gset
SELECT platform.erase_account(id('candidate6')) AS erased \gset
SELECT is((SELECT count(*) FROM platform.document WHERE id = :'d'), 0::bigint, 'erased with its owner');
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'document.remove' AND payload ->> 'key' LIKE '%' || :'d' || '%'), 1::bigint,
  'and its object is removed');
SELECT platform.erase_account(id('candidate1')) AS erased \gset
SELECT is((SELECT count(*) FROM platform.document WHERE id = :'report'), 0::bigint, 'what was made of a person by others is erased too');

-- Scanned: in the database too nothing is ready before.
UPDATE platform.setting SET value = 'on' WHERE name IN ('document_scan', 'document_ocr');
SELECT pg_temp.uploaded('candidate7', 's.png', 'image/png', '\x89504e470d0a1a0a00', ', storage => ''database''') AS d \gset
SELECT is(pg_temp.status(:'d'), 'checking', 'to be scanned');
SELECT * FROM pg_temp.claims('document.check') \gset
SELECT is(platform.document_work(:job, :attempt) - 'document',
  '{"size": 9, "media_type": "image/png", "file_name": "s.png", "is_text": false,
  "scan": true}', 'what harmonyd is told');
SELECT is(platform.document_bytes(:'d'), '\x89504e470d0a1a0a00', 'and the bytes');
SELECT is(platform.document_checked(:job, :attempt, jsonb_build_object('size', 9, 'sha256', encode(sha256('\x89504e470d0a1a0a00'), 'hex'),
  'head', '89504e470d0a1a0a00', 'tail', '')), 'ready', 'clean');
SELECT * FROM pg_temp.claims('document.ocr') \gset
SELECT is(platform.document_read(:job, :attempt, '{"text": "T", "fields": {}, "confidence": 0.9}'), 'done', 'read');
SELECT is((SELECT extracted ->> 'text' FROM platform.document WHERE id = :'d'), 'T', 'what was read');
SELECT is(platform.document_read(:job, :attempt, '{}'), NULL, 'once');

SELECT * FROM finish();
ROLLBACK;
