-- What tests of reports share: pages, what is said in them, and texts that are no markup. Wants attack.sql, and id() of some people.

-- page(who, kind, subject, language): the page that was made of it, as XML; the job stays.
CREATE FUNCTION pg_temp.page_of(who text, kind text, subject jsonb, language text DEFAULT 'en') RETURNS xml LANGUAGE plpgsql AS $$
DECLARE answer text := pg_temp.does(who, format('SELECT platform.make_report(%L, %L, ''pdf'', %L)', kind, subject, language));
BEGIN
  DELETE FROM platform.rate_bucket;
  IF answer !~ '^\{"job": [0-9]+\}$' THEN RAISE EXCEPTION 'make_report: %', answer; END IF;
  RETURN (SELECT xmlparse(document r.page) FROM platform.report_page r WHERE r.job_id = (answer::jsonb ->> 'job')::bigint);
END $$;
-- asked_by(who, kind, subject): ok, or the SQLSTATE.
CREATE FUNCTION pg_temp.asked_by(who text, kind text, subject jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text := pg_temp.tries(who, format('SELECT platform.make_report(%L, %L)', kind, subject));
BEGIN
  DELETE FROM platform.rate_bucket;
  RETURN CASE WHEN answer ~ '^\{"job": [0-9]+\}$' THEN 'ok' ELSE answer END;
END $$;
-- found(page, path): what is there, joined. said(page): its texts.
CREATE FUNCTION pg_temp.found(page xml, path text) RETURNS text LANGUAGE sql
  RETURN array_to_string(xpath(path, page, '{{h,http://www.w3.org/1999/xhtml},{s,http://www.w3.org/2000/svg}}')::text[], '|');
CREATE FUNCTION pg_temp.said_in(page xml) RETURNS text LANGUAGE sql RETURN pg_temp.found(page, '/h:html/h:body//text()');
-- shape(page): what stands below the body, sections by how many there are.
CREATE FUNCTION pg_temp.shape(page xml) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(concat_ws('.', substring(x::text FROM '^<([a-z0-9]+)'), substring(x::text FROM '^<[^>]*class="([a-z]+)"')), ' '
    ORDER BY n)
  FROM unnest(xpath('/h:html/h:body/*', page, '{{h,http://www.w3.org/1999/xhtml}}')) WITH ORDINALITY e (x, n) $$;

-- payload: texts that would be markup, styles, addresses or SQL if they were not kept as text; those of fuzzdb where they are at hand.
\set payloads `cat "$HARMONY_DATA/sql/fuzzdb_sqli.csv" 2>/dev/null`
CREATE TEMP TABLE payload AS
  SELECT n, 'fuzzdb' AS source, substring(line FROM '^[0-9]+,[^,]*,(.+)$') AS text
  FROM regexp_split_to_table(:'payloads', '[\r\n]+') WITH ORDINALITY t (line, n) WHERE line ~ '^[0-9]+,[^,]*,.+$'
  UNION ALL
  SELECT 100000 + row_number() OVER (ORDER BY b.n, w.n), 'markup', w.before || b.text || w.after
  FROM unnest(ARRAY['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<iframe src="file:///etc/passwd"/>',
    '<link rel="attachment" href="file:///etc/passwd"/>', '<![CDATA[x]]>', '<!-- x', '&lt;&amp;&#1;&xxe;',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '</td></tr></table><h1>', '{{name}}', '\url(file:x)',
    '''; DROP TABLE x; --', '<?php ?>', '</style><style>@import url(file:///etc/passwd)</style>', '<svg onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>', '<object data="file:///etc/passwd"></object>', '<math><mtext></math>', '%(name)s $x$ `id`',
    '[x](file:///etc/passwd) ![x](file:///etc/passwd)', '*bold* _x_ ~~y~~ ^z^', '$\input{/etc/passwd}$', '<base href="file:///">',
    '<bdi dir="rtl">Zoë 日本</bdi>', '<table><caption><p>'])
    WITH ORDINALITY b (text, n)
  CROSS JOIN (VALUES (1, '', ''), (2, '">', '<"'), (3, '</bdi>', '<bdi>'), (4, ']]>', '-->')) w (n, before, after);
