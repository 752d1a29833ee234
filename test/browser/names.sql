-- After the demo data: names, titles and scenarios that are markup, script, SQL or confusing to show. Expects the table payload
-- (id, file, text), which may hold more of them.
INSERT INTO payload VALUES
  (10001, '', '<script>document.title = "taken"</script>'), (10002, '', '<img src=x onerror="document.title=''taken''">'),
  (10003, '', '"><svg onload=document.title=1>'), (10004, '', 'a, "b" \c (d) & {e} [f] ''g'''), (10005, '', '<b>bold</b> &amp; {name} {n}'),
  (10006, '', U&'\202Egnp.exe'), (10007, '', 'javascript:alert(1)'), (10008, '', '=HYPERLINK("http://example.invalid")'),
  (10009, '', repeat('Wide', 40)), (10010, '', U&'\0623\062D\0645\062F and others');
-- A hundred of markup: ten things that act, each where it may stand in a page.
INSERT INTO payload SELECT 20000 + 10 * w.n + a.n, 'markup', format(w.text, a.text)
  FROM unnest(ARRAY['<script>%s</script>', '<img src=x onerror="%s">', '"><svg onload="%s">', '''><body onpageshow="%s">',
    '<iframe srcdoc="<script>%s</script>">', '</title><style>*{background:url(javascript:%s)}</style>', '<a href="javascript:%s">go</a>',
    '</textarea><details open ontoggle="%s">', '<!--[if IE]>%s<![endif]--><math><mtext>%1$s',
    '{{constructor.constructor("%s")()}} ${%1$s}'])
    WITH ORDINALITY AS w(text, n),
  unnest(ARRAY['alert(1)', 'document.title=1', 'fetch(`/api/`)', 'localStorage.clear()', 'location=1', 'eval(name)', 'top.x=1',
    'import(`data:`)', 'open()', 'document.body.remove()']) WITH ORDINALITY AS a(text, n);
-- Titles, so old that they do not count against what an employer may make.
INSERT INTO crew.campaign (organization_id, vessel_id, position, title, created_at)
  SELECT md5('employer 1')::uuid, md5('vessel 1')::uuid, 'Deckhand', left(p.payload, 150), now() - interval '40 days'
  FROM payload p WHERE p.payload ~ '[[:graph:]]';
UPDATE platform.account a SET full_name = p.payload
  FROM (SELECT payload, row_number() OVER (ORDER BY id) AS n FROM payload WHERE id > 10000) p
  WHERE a.email = 'person' || 27 + p.n || '@sample.invalid' AND p.n <= 8;
UPDATE workforce.simulation SET name = '<img src=x onerror=alert(1)> & "quoted", {name}' WHERE name = 'Slower';
-- The same as names of accounts, and as what jobs failed of, among ten thousand of them.
INSERT INTO platform.account (email, full_name)
  SELECT 'payload' || row_number() OVER (ORDER BY id) || '@sample.invalid', left(regexp_replace(payload, '[\x01-\x1f\x7f]', ' ', 'g'), 150)
  FROM payload
  WHERE payload ~ '[[:graph:]]' ON CONFLICT DO NOTHING;
INSERT INTO platform.job_history (id, kind, status, priority, attempt, error, run_at, created_at, started_at, finished_at)
  SELECT -n, 'payload.shown', 'failed', 0, 1, coalesce(p.payload, 'no reason ' || n), t, t, t, t
  FROM generate_series(1, 10000) n
  LEFT JOIN (SELECT payload, row_number() OVER (ORDER BY id) AS n FROM payload WHERE payload ~ '[[:graph:]]') p USING (n),
  LATERAL (SELECT now() - n * interval '1 minute' AS t) AS times ON CONFLICT DO NOTHING;
-- A survey that nobody has answered; figures that are due, and what dashboards show of them.
INSERT INTO crew.survey (id, vessel_id, kind, opens_at)
  VALUES (md5('a survey of the walk')::uuid, md5('vessel 1')::uuid, 'conflict_event', now()) ON CONFLICT DO NOTHING;
-- A crew of two, of whom nothing is shown.
INSERT INTO crew.vessel (id, organization_id, name)
  VALUES (md5('a small vessel')::uuid, md5('employer 1')::uuid, '<b>Small</b> & {n}') ON CONFLICT DO NOTHING;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on)
  SELECT a.id, md5('a small vessel')::uuid, 'Deckhand', platform.today() - 60 FROM platform.account a
  WHERE a.email IN ('person36@sample.invalid', 'person37@sample.invalid')
    AND NOT EXISTS (SELECT FROM crew.assignment o WHERE o.person_id = a.id AND o.status = 'active');
SELECT crew.publish_figures();
SELECT crew.rebuild_snapshots();
