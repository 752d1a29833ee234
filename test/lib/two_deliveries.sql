-- Two organisations, A and B, with members (a1, a2, b1), an administrator and a stranger; of each a project with commits of six authors,
-- deployments, an incident, a pull request, work items, a sprint and an integration. What is A's has an A in its name, what is B's a B.
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony delivery test ' || name)::uuid;

INSERT INTO platform.account (id, email, full_name)
  SELECT id(name), name || '@delivery.example.org', 'Name of ' || name FROM unnest('{admin,a1,a2,b1,both,stranger}'::text[]) name;
INSERT INTO platform.account_role VALUES (id('admin'), 'admin');
INSERT INTO platform.organization (id, name) VALUES (id('A'), 'Organisation A'), (id('B'), 'Organisation B');
INSERT INTO platform.membership (account_id, organization_id) VALUES (id('a1'), id('A')), (id('a2'), id('A')), (id('b1'), id('B')),
  (id('both'), id('A')), (id('both'), id('B'));

-- bring(organization, kind, documents): loads them; 'loaded updated rejected'.
CREATE FUNCTION public.bring(who text, kind text, documents jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', l.loaded, l.updated, l.rejected) FROM delivery.load(id(who), who || ' shop', kind, documents) l $$;
-- Commit n of 12 is written on day n of January 2026 by one of six, and goes live at noon of the next even day; the first deployment is a
-- seed. Deployment 4 has an incident of three hours. Item n of 8 is begun on day n and done three days later, the last two are not done.
CREATE FUNCTION public.fill(who text) RETURNS void LANGUAGE sql AS $$
  SELECT bring(who, 'commit', (SELECT jsonb_agg(jsonb_build_object('id', who || 'c' || n, 'author', who || ' author ' || n % 6,
    'authored_at', make_timestamptz(2026, 1, n, 0, 0, 0, 'UTC'), 'parents', CASE WHEN n > 1 THEN ARRAY[who || 'c' || n - 1] ELSE '{}' END))
    FROM generate_series(1, 12) n));
  SELECT bring(who, 'deployment', (SELECT jsonb_agg(jsonb_build_object('id', who || 'd' || n, 'service', who || ' service',
    'environment', 'production', 'result', 'success', 'finished_at', make_timestamptz(2026, 1, n, 12, 0, 0, 'UTC'),
    'commits', ARRAY[who || 'c' || n])) FROM generate_series(2, 12, 2) n));
  SELECT bring(who, 'incident', jsonb_build_array(jsonb_build_object('id', who || 'i', 'created_at', '2026-01-04T13:00:00Z',
    'resolved_at', '2026-01-04T16:00:00Z')));
  SELECT bring(who, 'pull_request', jsonb_build_array(
    jsonb_build_object('id', who || 'p', 'author', who || ' author 1', 'created_at', '2026-01-03T12:00:00Z', 'additions', 10, 'deletions',
      5,
      'merged_at', '2026-01-03T18:00:00Z', 'closed_at', '2026-01-03T18:00:00Z', 'merge_commit', who || 'c3', 'commits',
      jsonb_build_array(jsonb_build_object('id', who || 'c3', 'authored_at', '2026-01-03T00:00:00Z'))),
    jsonb_build_object('id', who || 'q', 'author', who || '[bot]', 'created_at', '2026-01-05T00:00:00Z')));
  SELECT bring(who, 'review', jsonb_build_array(jsonb_build_object('id', who || 'r', 'pull_request', who || 'p', 'reviewer',
    who || ' author 2', 'submitted_at', '2026-01-03T15:00:00Z', 'state', 'approved')));
  SELECT bring(who, 'work_item', (SELECT jsonb_agg(jsonb_build_object('id', who || 'w' || n, 'type', who || ' story', 'team', who ||
    ' team',
    'title', who || ' item ' || n, 'points', n, 'created_at', make_timestamptz(2026, 1, n, 0, 0, 0, 'UTC'))) FROM generate_series(1, 8) n));
  SELECT bring(who, 'status_change', (SELECT jsonb_agg(jsonb_build_object('id', who || 's' || n || c.category, 'work_item', who || 'w' || n,
    'category', c.category, 'at', make_timestamptz(2026, 1, n + c.days, 6, 0, 0, 'UTC')))
    FROM generate_series(1, 8) n, (VALUES ('in_progress', 0), ('done', 3)) c (category, days) WHERE n < 7 OR c.days = 0));
  SELECT bring(who, 'sprint', jsonb_build_array(jsonb_build_object('id', who || 'sprint', 'started_at', '2026-01-05', 'ended_at',
    '2026-01-09',
    'items', jsonb_build_array(jsonb_build_object('work_item', who || 'w3', 'points', 3, 'completed', true)))));
  INSERT INTO delivery.integration (organization_id, kind, name) VALUES (id(who), 'jira', who || ' tracker');
  INSERT INTO delivery.status SELECT id(who), i.id, who || ' doing', 'in_progress' FROM delivery.integration i WHERE i.organization_id =
    id(who);
  SELECT delivery.import_jira(id(who), who || ' shop', 'issues', '[{"id": "1", "key": 5}]') $$;
SELECT fill(who) FROM unnest('{A,B}'::text[]) who;

-- integration(organization), item(name): numbers.
CREATE FUNCTION public.integration(who text) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER RETURN (
  SELECT i.id FROM delivery.integration i WHERE i.organization_id = id(who) AND i.name = who || ' tracker');
CREATE FUNCTION public.item(name text) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER RETURN (
  SELECT w.id FROM delivery.work_item w WHERE w.external_id = name);
