-- From records of Jira to documents.

CREATE OR REPLACE FUNCTION delivery.jira_category(key text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE key WHEN 'new' THEN 'todo' WHEN 'undefined' THEN 'todo' WHEN 'indeterminate' THEN 'in_progress' WHEN 'done' THEN 'done' END;
COMMENT ON FUNCTION delivery.jira_category(text) IS 'The category that a statusCategory of Jira stands for; NULL for another text.';

CREATE OR REPLACE FUNCTION delivery.jira_statuses(integration integer, batch bigint[]) RETURNS TABLE (status text, category text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT DISTINCT ON (s.status) s.status, s.category
  FROM (SELECT m.status::text, m.category, 1, 0::bigint FROM delivery.status m WHERE m.integration_id = integration
        UNION ALL
        SELECT r.document ->> 'name', delivery.jira_category(r.document #>> '{statusCategory,key}'), 2, r.id
        FROM delivery.raw_record r WHERE r.integration_id = integration AND r.kind = 'jira.statuses'
        UNION ALL
        SELECT r.document #>> '{fields,status,name}', delivery.jira_category(r.document #>> '{fields,status,statusCategory,key}'), 3, r.id
        FROM delivery.raw_record r WHERE r.id = ANY (batch) AND r.kind = 'jira.issues') s (status, category, source, id)
  WHERE s.category IS NOT NULL ORDER BY s.status, s.source, s.id DESC;
END
$$;
COMMENT ON FUNCTION delivery.jira_statuses(integer, bigint[]) IS
'What statuses stand for: as delivery.status says, else as Jira tells, in its list of statuses or with an issue of the batch.';

CREATE OR REPLACE FUNCTION delivery.jira_field(document jsonb, field text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE jsonb_typeof(document #> ARRAY['fields', field])
    WHEN 'object' THEN coalesce(document #>> ARRAY['fields', field, 'name'], document #>> ARRAY['fields', field, 'value'])
    WHEN 'string' THEN document #>> ARRAY['fields', field] END;
COMMENT ON FUNCTION delivery.jira_field(jsonb, text) IS 'A field of an issue as text: the name or value of what has one.';

CREATE OR REPLACE FUNCTION delivery.jira_changes(batch bigint[], field text)
RETURNS TABLE (record bigint, issue text, id text, at timestamptz, was text, becomes text, was_ids text, becomes_ids text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT r.id, r.document ->> 'key', format('%s/%s/%s', r.document ->> 'key', h.history ->> 'id', i.n),
         CASE WHEN delivery.is_time(h.history -> 'created') THEN (h.history ->> 'created')::timestamptz END,
         i.item ->> 'fromString', i.item ->> 'toString', i.item ->> 'from', i.item ->> 'to'
  FROM delivery.raw_record r
  CROSS JOIN LATERAL jsonb_array_elements(delivery.list_of(r.document #> '{changelog,histories}')) h (history)
  CROSS JOIN LATERAL jsonb_array_elements(delivery.list_of(h.history -> 'items')) WITH ORDINALITY i (item, n)
  WHERE r.id = ANY (batch) AND r.kind = 'jira.issues' AND lower(i.item ->> 'field') = lower(jira_changes.field);
END
$$;
COMMENT ON FUNCTION delivery.jira_changes(bigint[], text) IS 'The changes of a field in the changelogs of issues.';

CREATE OR REPLACE FUNCTION delivery.jira_issues(integration delivery.integration, project text, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_nestloop = off SET jit = off  -- nobody knows how many changes there are
AS $$
DECLARE
  points_field CONSTANT text := coalesce(integration.settings ->> 'points_field', 'customfield_10016');
  -- Of an issue that came several times the newest record counts.
  newest CONSTANT bigint[] := ARRAY (
    SELECT max(r.id) FROM delivery.raw_record r
    WHERE r.id = ANY (batch) AND r.kind = 'jira.issues' AND r.external_id IS NOT NULL GROUP BY r.external_id);
BEGIN
  RETURN QUERY
  SELECT r.id, 'work_item', jsonb_build_object(
           'id', r.document -> 'key', 'type', delivery.jira_field(r.document, 'issuetype'),
           'title', left(r.document #>> '{fields,summary}', 500), 'created_at', r.document #> '{fields,created}',
           'points', CASE jsonb_typeof(r.document #> ARRAY['fields', points_field]) WHEN 'number' THEN
             r.document #> ARRAY['fields', points_field] END,
           'team', delivery.jira_field(r.document, integration.settings ->> 'team_field')), NULL
  FROM delivery.raw_record r WHERE r.id = ANY (newest);
  RETURN QUERY
  WITH category AS MATERIALIZED (
    SELECT s.status, s.category FROM delivery.jira_statuses(integration.id, batch) s
  ), change AS MATERIALIZED (
    SELECT c.*, row_number() OVER (PARTITION BY c.record ORDER BY c.at NULLS FIRST, c.id COLLATE "C") AS n
    FROM delivery.jira_changes(newest, 'status') c
  ), step AS (
    -- As what an issue was made, then what each change made of it.
    SELECT r.id AS record, r.document ->> 'key' AS issue, (r.document ->> 'key') || '/created' AS id, 0 AS n,
           r.document #> '{fields,created}' AS at, coalesce(c.was, r.document #>> '{fields,status,name}') AS status
    FROM delivery.raw_record r LEFT JOIN change c ON c.record = r.id AND c.n = 1 WHERE r.id = ANY (newest)
    UNION ALL
    SELECT c.record, c.issue, c.id, c.n, to_jsonb(c.at), c.becomes FROM change c
  ), known AS (
    SELECT s.*, k.category, lag(k.category, 1, 'todo') OVER (PARTITION BY s.record ORDER BY s.n) AS former
    FROM step s JOIN category k ON k.status = s.status
  )
  SELECT k.record, 'status_change', jsonb_build_object('id', k.id, 'work_item', k.issue, 'category', k.category, 'at', k.at), NULL
  FROM known k WHERE k.category <> k.former
  UNION ALL
  SELECT DISTINCT s.record, NULL, NULL::jsonb, format('status "%s" has no category', left(coalesce(s.status, 'null'), 200))
  FROM step s WHERE NOT EXISTS (SELECT FROM category k WHERE k.status = s.status);
END
$$;
COMMENT ON FUNCTION delivery.jira_issues(delivery.integration, text, bigint[]) IS
'Work items of which records of a batch tell, and how they went from category to category.';

CREATE OR REPLACE FUNCTION delivery.jira_sprint_ids(document jsonb, field text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY (
    SELECT s ->> 'id' FROM jsonb_array_elements(
      jsonb_build_array(document #> '{fields,sprint}') || delivery.list_of(document #> '{fields,closedSprints}')
      || delivery.list_of(document #> ARRAY['fields', field])) s WHERE s ->> 'id' IS NOT NULL);
COMMENT ON FUNCTION delivery.jira_sprint_ids(jsonb, text) IS 'The sprints that an issue is said to be, or have been, in.';

CREATE OR REPLACE FUNCTION delivery.board_names(integration integer, project text) RETURNS TABLE (board text, name text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY
  SELECT DISTINCT ON (r.external_id) r.external_id::text, left(r.document ->> 'name', 500) FROM delivery.raw_record r
  WHERE r.integration_id = board_names.integration AND r.project = board_names.project AND r.kind = 'jira.boards'
  ORDER BY r.external_id, r.id DESC;
END
$$;
COMMENT ON FUNCTION delivery.board_names(integer, text) IS 'How boards of Jira are called.';

CREATE OR REPLACE FUNCTION delivery.newest_issues(integration integer, project text) RETURNS bigint[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (
    SELECT max(r.id) FROM delivery.raw_record r
    WHERE r.integration_id = integration AND r.project = newest_issues.project AND r.kind = 'jira.issues' AND r.external_id IS NOT NULL
    GROUP BY r.external_id);
END
$$;
COMMENT ON FUNCTION delivery.newest_issues(integer, text) IS 'The newest record of each issue of Jira.';

CREATE OR REPLACE FUNCTION delivery.jira_sprints(integration delivery.integration, project text, batch bigint[])
RETURNS SETOF delivery.transformed_record
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET enable_nestloop = off SET jit = off  -- nobody knows how many changes there are
AS $$
#variable_conflict use_column
DECLARE
  points_field CONSTANT text := coalesce(integration.settings ->> 'points_field', 'customfield_10016');
  project_number CONSTANT integer := (
    SELECT p.id FROM delivery.project p WHERE p.organization_id = integration.organization_id AND p.code = jira_sprints.project);
  issues CONSTANT bigint[] := delivery.newest_issues(integration.id, jira_sprints.project);
BEGIN
  RETURN QUERY
  WITH change AS MATERIALIZED (
    SELECT c.record, c.at, regexp_split_to_array(coalesce(c.was_ids, ''), '\s*,\s*') AS was,
           regexp_split_to_array(coalesce(c.becomes_ids, ''), '\s*,\s*') AS becomes,
           row_number() OVER (PARTITION BY c.record ORDER BY c.at, c.id COLLATE "C") AS n
    FROM delivery.jira_changes(issues, 'Sprint') c WHERE c.at IS NOT NULL
  ), issue AS MATERIALIZED (
    SELECT r.id AS record, r.document ->> 'key' AS key, coalesce(c.was, i.ids) AS at_first,
           CASE WHEN delivery.is_amount(r.document #> ARRAY['fields', points_field]) THEN r.document #> ARRAY['fields', points_field]
                ELSE '0' END AS points, i.ids
    FROM delivery.raw_record r CROSS JOIN LATERAL (SELECT delivery.jira_sprint_ids(r.document, 'customfield_10020')) i (ids)
    LEFT JOIN change c ON c.record = r.id AND c.n = 1 WHERE r.id = ANY (issues) AND r.document ->> 'key' IS NOT NULL
  ), mention AS MATERIALIZED (
    SELECT i.record, u.id FROM issue i CROSS JOIN LATERAL unnest(i.ids || i.at_first) u (id)
    UNION SELECT c.record, u.id FROM change c CROSS JOIN LATERAL unnest(c.was || c.becomes) u (id)
  ), sprint AS MATERIALIZED (
    SELECT DISTINCT ON (r.external_id) r.id AS record, r.external_id AS id, r.document,
           (r.document ->> 'startDate')::timestamptz AS started_at,
           coalesce(r.document ->> 'completeDate', r.document ->> 'endDate')::timestamptz AS ended_at
    FROM delivery.raw_record r
    WHERE r.integration_id = integration.id AND r.project = jira_sprints.project AND r.kind = 'jira.sprints'
      AND (r.external_id IN (SELECT b.external_id FROM delivery.raw_record b WHERE b.id = ANY (batch) AND b.kind = 'jira.sprints')
           OR r.external_id IN (SELECT m.id FROM mention m WHERE m.record = ANY (batch)))
      -- One that has no dates has not begun.
      AND delivery.is_time(r.document -> 'startDate')
      AND delivery.is_time(coalesce(nullif(r.document -> 'completeDate', 'null'), r.document -> 'endDate'))
    ORDER BY r.external_id, r.id DESC
  ), member AS (
    SELECT s.id, i.record, i.key, i.points, s.ended_at,
           coalesce((array_agg(s.id = ANY (c.becomes) ORDER BY c.n DESC) FILTER (WHERE c.at <= s.started_at))[1],
                    s.id = ANY (i.at_first)) AS at_start,
           coalesce((array_agg(s.id = ANY (c.becomes) ORDER BY c.n DESC) FILTER (WHERE c.at <= s.ended_at))[1],
                    s.id = ANY (i.at_first)) AS at_end,
           coalesce(bool_or(s.id = ANY (c.becomes)) FILTER (WHERE c.at > s.started_at AND c.at <= s.ended_at), false) AS is_between
    FROM sprint s JOIN mention m ON m.id = s.id JOIN issue i ON i.record = m.record LEFT JOIN change c ON c.record = i.record
    GROUP BY s.id, s.started_at, s.ended_at, i.record, i.key, i.points, i.at_first
  ), item AS MATERIALIZED (
    SELECT e.id, jsonb_agg(jsonb_build_object('work_item', e.key, 'points', e.points, 'added', NOT e.at_start, 'removed', NOT e.at_end,
             'completed', e.at_end AND coalesce((
               SELECT h.category = 'done' FROM delivery.status_change h
               WHERE h.project_id = project_number AND h.work_item = e.key AND h.at <= e.ended_at
               ORDER BY h.at DESC, h.external_id DESC LIMIT 1), false)) ORDER BY e.key) AS items
    FROM member e WHERE e.at_start OR e.is_between GROUP BY e.id
  )
  SELECT coalesce((SELECT max(b) FROM unnest(batch) b WHERE b = s.record), (SELECT max(b) FROM unnest(batch) b)), 'sprint',
         jsonb_build_object(
           'id', s.id, 'started_at', s.document -> 'startDate', 'ended_at', to_jsonb(s.ended_at),
           'team', b.name,
           'items', coalesce(i.items, '[]')), NULL
  FROM sprint s LEFT JOIN item i ON i.id = s.id
  LEFT JOIN delivery.board_names(integration.id, jira_sprints.project) b ON b.board = s.document ->> 'originBoardId';
END
$$;
COMMENT ON FUNCTION delivery.jira_sprints(delivery.integration, text, bigint[]) IS
'Sprints of which records of a batch tell, or in which issues of it were, with their work. After the changes of status are loaded.';
