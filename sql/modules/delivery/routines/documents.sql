-- What a document must be, before anything of it is written.

CREATE OR REPLACE FUNCTION delivery.document_fields() RETURNS TABLE (kind text, field text, type text, is_required boolean)
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  VALUES
    ('commit', 'id', 'text', true), ('commit', 'parents', 'texts', false), ('commit', 'authored_at', 'time', true),
    ('commit', 'committed_at', 'time', false), ('commit', 'author', 'text', false),
    ('deployment', 'id', 'text', true), ('deployment', 'service', 'text', false), ('deployment', 'environment', 'text', false),
    ('deployment', 'result', 'text', false), ('deployment', 'started_at', 'time', false), ('deployment', 'finished_at', 'time', false),
    ('deployment', 'commits', 'texts', false), ('deployment', 'is_rollback', 'boolean', false),
    ('deployment', 'unplanned', 'boolean', false),
    ('incident', 'id', 'text', true), ('incident', 'service', 'text', false), ('incident', 'created_at', 'time', true),
    ('incident', 'resolved_at', 'time', false), ('incident', 'cause', 'text', false), ('incident', 'fixed_by', 'text', false),
    ('pull_request', 'id', 'text', true), ('pull_request', 'author', 'text', false), ('pull_request', 'created_at', 'time', true),
    ('pull_request', 'merged_at', 'time', false), ('pull_request', 'closed_at', 'time', false),
    ('pull_request', 'merge_commit', 'text', false), ('pull_request', 'additions', 'count', false),
    ('pull_request', 'deletions', 'count', false), ('pull_request', 'commits', 'commits', false),
    ('review', 'id', 'text', true), ('review', 'pull_request', 'text', true), ('review', 'reviewer', 'text', false),
    ('review', 'submitted_at', 'time', true), ('review', 'state', 'text', false),
    ('work_item', 'id', 'text', true), ('work_item', 'type', 'text', false), ('work_item', 'team', 'text', false),
    ('work_item', 'title', 'text', false), ('work_item', 'points', 'amount', false), ('work_item', 'created_at', 'time', true),
    ('status_change', 'id', 'text', true), ('status_change', 'work_item', 'text', true), ('status_change', 'category', 'category', true),
    ('status_change', 'at', 'time', true),
    ('sprint', 'id', 'text', true), ('sprint', 'team', 'text', false), ('sprint', 'started_at', 'time', true),
    ('sprint', 'ended_at', 'time', true), ('sprint', 'items', 'items', false);
END;
COMMENT ON FUNCTION delivery.document_fields() IS
'The fields of the documents of each kind that delivery.load takes; for each type there is a function is_<type>(jsonb) here. What a
document has besides is ignored, and null is absent.';

CREATE OR REPLACE FUNCTION delivery.is_text(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_typeof(value) = 'string' AND length(value #>> '{}') BETWEEN 1 AND 500 AND octet_length(value #>> '{}') <= 1000;
COMMENT ON FUNCTION delivery.is_text(jsonb) IS 'A string of 1 to 500 characters, at most 1,000 bytes: a key holds two.';

CREATE OR REPLACE FUNCTION delivery.is_boolean(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN jsonb_typeof(value) = 'boolean';
COMMENT ON FUNCTION delivery.is_boolean(jsonb) IS 'true or false.';

CREATE OR REPLACE FUNCTION delivery.is_count(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'number'
              THEN value::numeric BETWEEN 0 AND 2147483647 AND value::numeric = trunc(value::numeric) ELSE false END;
COMMENT ON FUNCTION delivery.is_count(jsonb) IS 'A whole number from 0 to 2,147,483,647.';

CREATE OR REPLACE FUNCTION delivery.is_amount(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'number'
              THEN value::numeric BETWEEN 0 AND 1e15 AND (value::numeric = 0 OR value::numeric > 1e-15) ELSE false END;
COMMENT ON FUNCTION delivery.is_amount(jsonb) IS 'A number from 0 to 1e15, and not so small that float8 loses it.';

-- A cast would be an error of the whole call, and a subtransaction a value costs more than all else.
CREATE OR REPLACE FUNCTION delivery.is_time(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'string' AND value #>> '{}' ~
    ('^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?'
     ' ?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)?)?$')
  THEN substr(value #>> '{}', 9, 2) <= '28' OR substr(value #>> '{}', 9, 2)::integer <= extract(day FROM
    make_date(substr(value #>> '{}', 1, 4)::integer, substr(value #>> '{}', 6, 2)::integer, 1) + interval '1 month - 1 day')
  ELSE false END;
COMMENT ON FUNCTION delivery.is_time(jsonb) IS
'A time as ISO 8601 writes it, of the years 1 to 9999: 2026-01-01T12:00:00Z, with or without fractions, also with an offset; without one
it is UTC.';

CREATE OR REPLACE FUNCTION delivery.is_category(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN jsonb_typeof(value) = 'string' AND value #>> '{}' IN ('todo', 'in_progress', 'done');
COMMENT ON FUNCTION delivery.is_category(jsonb) IS 'todo, in_progress or done.';

CREATE OR REPLACE FUNCTION delivery.is_texts(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'array'
              THEN NOT EXISTS (SELECT FROM jsonb_array_elements(value) e (item) WHERE NOT delivery.is_text(e.item)) ELSE false END;
COMMENT ON FUNCTION delivery.is_texts(jsonb) IS 'A list of texts.';

CREATE OR REPLACE FUNCTION delivery.is_commits(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN NOT EXISTS (
    SELECT FROM jsonb_array_elements(value) e (item)
    WHERE (jsonb_typeof(e.item) = 'object' AND delivery.is_text(e.item -> 'id')
           AND (coalesce(jsonb_typeof(e.item -> 'authored_at'), 'null') = 'null' OR delivery.is_time(e.item -> 'authored_at')))
          IS NOT TRUE) ELSE false END;
COMMENT ON FUNCTION delivery.is_commits(jsonb) IS 'A list of {id, authored_at}, of which the time may be absent.';

CREATE OR REPLACE FUNCTION delivery.is_items(value jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN NOT EXISTS (
    SELECT FROM jsonb_array_elements(value) e (item)
    WHERE (jsonb_typeof(e.item) = 'object' AND delivery.is_text(e.item -> 'work_item') AND delivery.is_amount(e.item -> 'points')
           AND coalesce(jsonb_typeof(e.item -> 'added'), 'null') IN ('null', 'boolean')
           AND coalesce(jsonb_typeof(e.item -> 'removed'), 'null') IN ('null', 'boolean')
           AND coalesce(jsonb_typeof(e.item -> 'completed'), 'null') IN ('null', 'boolean')) IS NOT TRUE) ELSE false END;
COMMENT ON FUNCTION delivery.is_items(jsonb) IS
'A list of {work_item, points, added, removed, completed}, of which the last three may be absent.';

CREATE OR REPLACE FUNCTION delivery.list_of(value jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END;
COMMENT ON FUNCTION delivery.list_of(jsonb) IS 'A list as it is; an empty one for whatever else.';

CREATE OR REPLACE FUNCTION delivery.check_documents(kind text, documents jsonb)
RETURNS TABLE (n bigint, id text, document jsonb, reason text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  -- Of every field one or two cases, in the order of the list; the types are names of this schema's functions.
  cases CONSTANT text := (
    SELECT string_agg(
      CASE WHEN f.is_required THEN format('WHEN coalesce(jsonb_typeof(e.document -> %1$L), ''null'') = ''null'' THEN %2$L ',
                                          f.field, format('"%s" is missing', f.field)) ELSE '' END
      || format('WHEN jsonb_typeof(e.document -> %1$L) <> ''null'' AND NOT delivery.%2$I(e.document -> %1$L) THEN %3$L',
                f.field, 'is_' || f.type, format('"%s" is no %s', f.field, CASE f.type
                  WHEN 'text' THEN 'text of 1 to 500 characters' WHEN 'texts' THEN 'list of texts of 1 to 500 characters'
                  WHEN 'count' THEN 'whole number from 0 on' WHEN 'amount' THEN 'number from 0 on'
                  WHEN 'commits' THEN 'list of {id, authored_at}' WHEN 'items' THEN 'list of {work_item, points}'
                  WHEN 'category' THEN 'category: todo, in_progress, done' ELSE f.type END)), E'\n' ORDER BY f.o)
    FROM (SELECT *, row_number() OVER () AS o FROM delivery.document_fields()) f WHERE f.kind = check_documents.kind);
  beyond CONSTANT text := CASE kind
    WHEN 'incident' THEN
      $case$WHEN (e.document ->> 'resolved_at')::timestamptz < (e.document ->> 'created_at')::timestamptz THEN
        'it was resolved before it was created'$case$
    WHEN 'sprint' THEN
      $case$WHEN (e.document ->> 'ended_at')::timestamptz < (e.document ->> 'started_at')::timestamptz THEN
        'it ended before it started'$case$
    ELSE '' END;
BEGIN
  RETURN QUERY EXECUTE format($query$
    SELECT e.n, CASE WHEN jsonb_typeof(e.document -> 'id') = 'string' THEN left(e.document ->> 'id', 500) END, e.document,
           CASE WHEN jsonb_typeof(e.document) <> 'object' THEN 'it is no object'
                %s
                %s END
    FROM jsonb_array_elements($1) WITH ORDINALITY e (document, n) $query$, cases, beyond) USING documents;
END
$$;
COMMENT ON FUNCTION delivery.check_documents(text, jsonb) IS
'The documents of a list, each with its place, its id, and the reason why it cannot be loaded; NULL: it can.';
