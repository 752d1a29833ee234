-- A history of git from plain tables. What reads them has the rights of whoever asks, and names of columns are quoted.

CREATE OR REPLACE FUNCTION delivery.column_named(relation regclass, names text[], is_needed boolean, OUT name text, OUT type regtype)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  SELECT format('t.%I', a.attname), a.atttypid::regtype INTO name, type FROM pg_attribute a
  WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped AND a.attname::text = ANY (names)
  ORDER BY array_position(names, a.attname::text) LIMIT 1;
  IF NOT FOUND AND is_needed THEN
    RAISE EXCEPTION 'table % has no column "%"', relation, names[1] USING ERRCODE = 'undefined_column',
      HINT = 'Commits have commit (or id, commit_id), parents, authored_at, committed_at and author (or developer_id); releases have '
             'release (or id), commit (or commit_id) and released_at.';
  END IF;
END
$$;
COMMENT ON FUNCTION delivery.column_named(regclass, text[], boolean) IS
'The first of these columns that a table has, quoted, of table t, with its type; where none is there NULL, or an error 42703.';

CREATE OR REPLACE FUNCTION delivery.time_expression(relation regclass, names text[], is_needed boolean) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  "column" CONSTANT record := delivery.column_named(relation, names, is_needed);
BEGIN
  RETURN CASE
    WHEN "column".name IS NULL THEN 'NULL'
    WHEN "column".type IN ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype) THEN
      format('to_jsonb((%s)::timestamptz)', "column".name)
    ELSE format($x$CASE WHEN (%1$s)::text ~ '^-?\d{1,11}(\.\d{1,6})?$' THEN to_jsonb(to_timestamp((%1$s)::text::float8))
                        ELSE to_jsonb((%1$s)::text) END$x$, "column".name) END;
END
$$;
COMMENT ON FUNCTION delivery.time_expression(regclass, text[], boolean) IS
'An expression of a column of table t that is a time: one of PostgreSQL''s types, ISO 8601, or seconds since 1970.';

CREATE OR REPLACE FUNCTION delivery.import_git(organization uuid, project text, commits regclass, releases regclass,
                                               OUT loaded bigint, OUT updated bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  parents record;
  documents jsonb;
  step record;
BEGIN
  IF commits IS NULL THEN
    RAISE EXCEPTION 'commits must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  loaded := 0; updated := 0; rejected := 0;
  parents := delivery.column_named(commits, '{parents}', true);
  -- In pieces, since no jsonb may have more than 256 MB; the graph is walked when there are deployments, so once.
  FOR documents IN EXECUTE format($query$
    SELECT jsonb_agg(d.document) FROM (
      SELECT jsonb_build_object('id', (%s)::text, 'parents', %s, 'authored_at', %s, 'committed_at', %s, 'author', (%s)::text) AS document,
             (row_number() OVER () - 1) / 100000 AS piece
      FROM %s t) d GROUP BY d.piece ORDER BY d.piece $query$,
    (delivery.column_named(commits, '{commit,id,commit_id}', true)).name,
    format(CASE WHEN parents.type::text LIKE '%[]' THEN $x$to_jsonb(coalesce((%s)::text[], '{}'))$x$
                ELSE $x$to_jsonb(array_remove(regexp_split_to_array(coalesce((%s)::text, ''), '[\s,;]+'), ''))$x$ END, parents.name),
    delivery.time_expression(commits, '{authored_at}', true), delivery.time_expression(commits, '{committed_at}', false),
    coalesce((delivery.column_named(commits, '{author,developer_id}', false)).name, 'NULL'), commits)
  LOOP
    step := delivery.load(organization, project, 'commit', documents);
    loaded := loaded + step.loaded; updated := updated + step.updated; rejected := rejected + step.rejected;
  END LOOP;
  IF releases IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format($query$
    SELECT jsonb_agg(jsonb_build_object('id', (%s)::text, 'commits', jsonb_build_array((%s)::text), 'environment', 'production',
                                        'result', 'success', 'finished_at', %s))
    FROM %s t $query$, (delivery.column_named(releases, '{release,id}', true)).name,
    (delivery.column_named(releases, '{commit,commit_id}', true)).name,
    delivery.time_expression(releases, '{released_at}', true), releases) INTO documents;
  step := delivery.load(organization, project, 'deployment', coalesce(documents, '[]'));
  loaded := loaded + step.loaded; updated := updated + step.updated; rejected := rejected + step.rejected;
END
$$;
COMMENT ON FUNCTION delivery.import_git(uuid, text, regclass, regclass) IS
'Loads a history of git into a project: commits, and releases as deployments to production that succeeded; the sums of what delivery.load
answers.

commits: a table or view with commit (or id, commit_id), parents (an array, or text with blanks, commas or semicolons between), authored_at,
and as far as there are committed_at and author (or developer_id). releases: release (or id), commit (or commit_id) and released_at; NULL:
none. Times are of PostgreSQL''s types, ISO 8601, or seconds since 1970. The tables are read with the rights of whoever asks.
For whom delivery.load is for. Errors: 42703 a column is missing; 42501 a table that one may not read; as delivery.load.';
