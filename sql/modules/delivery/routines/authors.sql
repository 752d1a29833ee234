-- Figures about the people who write: never of one, but the own.

CREATE OR REPLACE FUNCTION delivery.authored_commits(projects integer[], start timestamptz, "end" timestamptz)
RETURNS TABLE (project_id integer, month timestamp, author integer, affiliation text, n bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT c.project_id, c.month, coalesce(a.author_id, -a.id) AS author, max(o.affiliation), sum(c.n)::bigint
  FROM (SELECT c.project_id, date_trunc('month', c.authored_at AT TIME ZONE 'UTC') AS month, c.author_id, count(*) AS n
        FROM delivery.commit c
        WHERE c.project_id = ANY (projects) AND c.authored_at >= start AND c.authored_at < "end" AND c.author_id IS NOT NULL
        GROUP BY c.project_id, month, c.author_id) c
  JOIN delivery.author_alias a ON a.id = c.author_id LEFT JOIN delivery.author o ON o.id = a.author_id
  WHERE NOT delivery.is_bot(a.alias, a.is_bot)
  GROUP BY c.project_id, c.month, coalesce(a.author_id, -a.id);
END
$$;
COMMENT ON FUNCTION delivery.authored_commits(integer[], timestamptz, timestamptz) IS
'How many commits each author of each project wrote in each month (UTC) of a window, by the names mapped to one (delivery.author_alias),
without bots. author: a number of delivery.author, or, negative, of a name that is not mapped.';

CREATE OR REPLACE FUNCTION delivery.counted_authors(projects integer[], start timestamptz, "end" timestamptz)
RETURNS TABLE (author integer, n bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 50 SET search_path = pg_catalog, pg_temp
AS $$
  SELECT m.author, sum(m.n)::bigint
  FROM (SELECT a.author, sum(a.n) AS n, count(*) OVER (PARTITION BY a.month) AS together
        FROM delivery.authored_commits(projects, start, "end") a GROUP BY a.month, a.author) m
  WHERE m.together >= 5 GROUP BY m.author
$$;
COMMENT ON FUNCTION delivery.counted_authors(integer[], timestamptz, timestamptz) IS
'Who wrote in projects taken together, and how many commits: of the months in which at least five did, so that whatever two windows differ
by is the work of at least five.';

CREATE OR REPLACE FUNCTION delivery.whole_months(start timestamptz, "end" timestamptz, OUT first timestamptz, OUT after timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  first := date_trunc('month', start AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  IF first < start THEN
    first := ((first AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
  END IF;
  after := date_trunc('month', delivery.known_until("end") AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
END
$$;
COMMENT ON FUNCTION delivery.whole_months(timestamptz, timestamptz) IS
'The whole months (UTC) inside a window that are over: from first up to before after. Figures about people are of these alone, so that no
two windows differ by a day''s work.';

CREATE OR REPLACE FUNCTION delivery.group_is_large_enough(inside bigint, whole bigint) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN inside >= 5 AND (whole = inside OR whole - inside >= 5);
COMMENT ON FUNCTION delivery.group_is_large_enough(bigint, bigint) IS
'Whether figures about so many people of so many may be shown: at least five, and besides nobody or at least five.';

CREATE OR REPLACE FUNCTION delivery.own_figures(projects integer[], first timestamptz, after timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  account CONSTANT uuid := platform.active_account();
  -- All names of whoever asks: those of the account, and those mapped to the same author.
  names CONSTANT integer[] := ARRAY (
    SELECT a.id FROM delivery.author_alias a JOIN delivery.author_alias o
      ON o.account_id = account AND o.organization_id = a.organization_id AND coalesce(o.author_id, -o.id) = coalesce(a.author_id, -a.id)
    WHERE a.organization_id IN (SELECT p.organization_id FROM delivery.project p WHERE p.id = ANY (projects)));
BEGIN
  IF account IS NULL OR names = '{}' THEN
    RETURN NULL;
  END IF;
  RETURN jsonb_build_object(
    'commits', (SELECT count(*) FROM delivery.commit c WHERE c.project_id = ANY (projects) AND c.author_id = ANY (names)
                  AND c.authored_at >= first AND c.authored_at < after),
    'pull_requests', (SELECT count(*) FROM delivery.pull_request p WHERE p.project_id = ANY (projects) AND p.author_id = ANY (names)
                        AND p.created_at >= first AND p.created_at < after),
    'reviews', (SELECT count(*) FROM delivery.review r WHERE r.project_id = ANY (projects) AND r.reviewer_id = ANY (names)
                  AND r.submitted_at >= first AND r.submitted_at < after));
END
$$;
COMMENT ON FUNCTION delivery.own_figures(integer[], timestamptz, timestamptz) IS
'What the account of this request has done, by the names that are mapped to it: {commits, pull_requests, reviews}; NULL where there are
none.';

CREATE OR REPLACE FUNCTION delivery.contributors(organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL,
                                                 options jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked CONSTANT record := delivery.read_options(options);
  projects integer[];
  months record;
  inside bigint;
  whole bigint;
  figures jsonb;
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  projects := delivery.projects_of(organization, project, asked.team);
  months := delivery.whole_months(start, "end");
  inside := (SELECT count(*) FROM delivery.counted_authors(projects, months.first, months.after));
  whole := (SELECT count(*) FROM delivery.counted_authors(delivery.projects_of(organization, NULL), months.first, months.after));
  IF delivery.group_is_large_enough(inside, whole) AND NOT EXISTS (
    SELECT FROM unnest(projects) p
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM delivery.counted_authors(ARRAY[p], months.first, months.after)) o
    WHERE asked.team IS NOT NULL AND o.n >= 5 AND NOT delivery.group_is_large_enough(o.n, inside))
  THEN
    SELECT jsonb_build_object(
      'authors', inside, 'bus_factor', harmony.bus_factor(array_agg(w.n)), 'gini', round(harmony.gini(array_agg(w.n::float8))::numeric, 2),
      'commits', CASE WHEN inside >= 20 THEN (SELECT jsonb_build_object('quartiles', jsonb_agg(round(q.q::numeric) ORDER BY q.o))
                  FROM unnest(percentile_cont('{0.25,0.5,0.75}'::float8[]) WITHIN GROUP (ORDER BY w.n)) WITH ORDINALITY q (q, o)) END)
    INTO figures
    FROM delivery.counted_authors(projects, months.first, months.after) w;
  ELSE
    figures := '{"authors": null, "bus_factor": null, "gini": null, "commits": null,
                 "reason": "figures about authors are of at least five, and of at least five besides"}';
  END IF;
  RETURN figures || jsonb_build_object('own', delivery.own_figures(projects, months.first, months.after), 'unmapped', (
    SELECT coalesce(jsonb_agg(u.alias ORDER BY u.alias), '[]')
    FROM (SELECT a.alias FROM delivery.author_alias a
          WHERE a.organization_id = organization AND a.author_id IS NULL AND NOT delivery.is_bot(a.alias, a.is_bot)
          ORDER BY a.alias LIMIT 1000) u));
END
$$;
COMMENT ON FUNCTION delivery.contributors(uuid, timestamptz, timestamptz, text, jsonb) IS
'Who writes, as a group: {authors, bus_factor, gini, commits {quartiles}, unmapped, own}, of the commits of the whole months (UTC) in a
window that are over, by the names mapped to one author, without bots.

bus_factor: the fewest authors of at least half of the commits (harmony.bus_factor); gini: how unequal their shares are (harmony.gini).
quartiles: of at least twenty authors, else NULL: of five they would be the counts of three. Months in which fewer than five wrote do not
count. Of fewer than five authors, and where a filter leaves fewer than five besides, in the organisation or in a project of the team,
these are NULL, with a reason. own: what the account of this request has done, by the names that are its own. unmapped: names that no
author is known of, up to 1,000. options: as delivery.dora; service, zone and year change nothing here.
For members of the organisation, administrators and the owner''s own work. Errors: as delivery.dora.';

CREATE OR REPLACE FUNCTION delivery.repositories(organization uuid, start timestamptz, "end" timestamptz, project text DEFAULT NULL,
                                                 options jsonb DEFAULT '{}')
RETURNS SETOF delivery.repository_row
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asked CONSTANT record := delivery.read_options(options);
  projects integer[];
  months record;
BEGIN
  PERFORM delivery.require_organization(organization), delivery.require_window(start, "end");
  projects := delivery.projects_of(organization, repositories.project, asked.team);
  months := delivery.whole_months(start, "end");
  RETURN QUERY
  WITH author AS MATERIALIZED (
    SELECT c.project_id, c.author, max(c.affiliation) AS affiliation, sum(c.n)::bigint AS n
    FROM (SELECT a.*, count(*) OVER (PARTITION BY a.project_id, a.month) AS together
          FROM delivery.authored_commits(projects, months.first, months.after) a) c
    WHERE c.together >= 5 GROUP BY c.project_id, c.author
  ), whole AS (
    SELECT count(*) AS n FROM delivery.counted_authors(delivery.projects_of(organization, NULL), months.first, months.after)
  ), written AS (
    SELECT a.project_id, count(*) AS n, harmony.bus_factor(array_agg(a.n)) AS bus_factor FROM author a GROUP BY a.project_id
  ), employed AS (
    SELECT e.project_id, harmony.bus_factor(array_agg(e.n)) AS elephant_factor
    FROM (SELECT a.project_id, sum(a.n)::bigint AS n FROM author a WHERE a.affiliation IS NOT NULL
          GROUP BY a.project_id, a.affiliation) e GROUP BY e.project_id
  )
  SELECT p.code::text, c.n, CASE WHEN g.is_shown THEN w.n END, CASE WHEN g.is_shown THEN w.bus_factor END,
         CASE WHEN g.is_shown THEN e.elephant_factor END, r.n, r.merged::float8 / nullif(r.closed, 0), c.last_commit_at
  FROM delivery.project p
  LEFT JOIN written w ON w.project_id = p.id LEFT JOIN employed e ON e.project_id = p.id CROSS JOIN whole h
  CROSS JOIN LATERAL (SELECT delivery.group_is_large_enough(coalesce(w.n, 0), h.n) AS is_shown) g
  CROSS JOIN LATERAL (
    SELECT count(*) AS n, max(c.committed_at) AS last_commit_at FROM delivery.commit c
    WHERE c.project_id = p.id AND c.authored_at >= start AND c.authored_at < "end") c
  CROSS JOIN LATERAL (
    SELECT count(*) AS n, count(r.merged_at) AS merged, count(coalesce(r.merged_at, r.closed_at)) AS closed FROM delivery.pull_request r
    WHERE r.project_id = p.id AND r.created_at >= start AND r.created_at < "end") r
  WHERE p.id = ANY (projects) ORDER BY p.code;
END
$$;
COMMENT ON FUNCTION delivery.repositories(uuid, timestamptz, timestamptz, text, jsonb) IS
'The projects'' repositories in a window: commits written in it; authors, bus_factor and elephant_factor (the fewest authors, and the fewest
of those whom they work for, of at least half of the commits: CHAOSS); pull requests opened in it, and merge_rate, the share merged of those
that are closed; the last commit.

What is about authors is of the whole months (UTC) that are over and in which at least five wrote, without bots, and NULL for fewer than
five of them, and where fewer than five others wrote in other projects. The counts of commits and pull requests are of the project, whoever
made them: in a project of one person that is that person''s work. options: as delivery.dora; service, zone and year change nothing here.
For members of the organisation, administrators and the owner''s own work. Errors: as delivery.dora.';

CREATE OR REPLACE FUNCTION delivery.map_author(organization uuid, alias text, author text, account uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  number integer;
BEGIN
  PERFORM platform.require_admin();
  PERFORM delivery.require_organization(organization);
  PERFORM platform.require_text('alias', alias, 500);
  IF author IS NOT NULL THEN
    PERFORM platform.require_text('author', author, 500);
    INSERT INTO delivery.author (organization_id, name) VALUES (organization, map_author.author) ON CONFLICT DO NOTHING;
    SELECT a.id INTO number FROM delivery.author a WHERE a.organization_id = organization AND a.name = map_author.author;
  END IF;
  IF account IS NOT NULL AND NOT EXISTS (SELECT FROM platform.account a WHERE a.id = map_author.account) THEN
    RAISE EXCEPTION 'account % does not exist', account USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO delivery.author_alias AS a (organization_id, alias, author_id, account_id)
  VALUES (organization, map_author.alias, number, map_author.account)
  ON CONFLICT (organization_id, alias) DO UPDATE SET author_id = excluded.author_id, account_id = excluded.account_id
  WHERE (a.author_id, a.account_id) IS DISTINCT FROM (excluded.author_id, excluded.account_id);
  PERFORM platform.audit('delivery.mapped', 'delivery.author_alias/' || map_author.alias, jsonb_build_object('organization', organization));
END
$$;
COMMENT ON FUNCTION delivery.map_author(uuid, text, text, uuid) IS
'Says whose a name in the tools is: of this author, made where there is none, and of this account, to which its own figures are shown; NULL:
of nobody. For administrators and the owner''s own work (42501). Errors: 22023 a name that is blank or too long, no such account.';
