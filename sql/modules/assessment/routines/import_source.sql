-- What stands in a source, row by row, and who is meant by it and when.

CREATE OR REPLACE FUNCTION assessment.source_query(source regclass) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  relation CONSTANT text := (
    SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid = source AND c.relkind IN ('r', 'p', 'v', 'm', 'f'));
  cells text;
  has_row boolean;
  has_line boolean;
BEGIN
  SELECT CASE WHEN bool_or(a.attname = 'cells' AND a.atttypid = 'text[]'::regtype) THEN 's.cells'
              ELSE format('ARRAY[%s]::text[]', string_agg(format('s.%I::text', a.attname), ', ' ORDER BY a.attnum)) END,
         bool_or(a.attname = 'row' AND a.atttypid IN ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype)),
         bool_or(a.attname = 'line' AND a.atttypid IN ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype))
  INTO cells, has_row, has_line
  FROM pg_attribute a WHERE a.attrelid = source AND a.attnum > 0 AND NOT a.attisdropped;
  IF relation IS NULL OR cells IS NULL THEN
    RAISE EXCEPTION 'source is not a table or view with columns' USING ERRCODE = 'wrong_object_type';
  END IF;
  RETURN format('SELECT %s AS "row", %s AS line, %s AS cells FROM %s s',
    CASE WHEN has_row THEN 'coalesce(s."row"::bigint, 9223372036854775807)' ELSE 'row_number() OVER ()' END,
    CASE WHEN has_line AND cells = 's.cells' THEN 's.line::bigint' ELSE 'NULL::bigint' END, cells, relation);
END
$$;
COMMENT ON FUNCTION assessment.source_query(regclass) IS
'The query that reads a source as rows of texts: row, line, cells. Every name in it is from the catalog. 42809 for what is no table or
view.';

-- Where the headings of a source are, and behind which record its rows begin.
CREATE OR REPLACE FUNCTION assessment.read_headings(source regclass, mapping jsonb) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  has_cells CONSTANT boolean := EXISTS (
    SELECT FROM pg_attribute a WHERE a.attrelid = source AND a.attname = 'cells' AND a.atttypid = 'text[]'::regtype AND NOT a.attisdropped);
  header CONSTANT integer := CASE WHEN has_cells THEN (mapping ->> 'header')::integer ELSE 0 END;
  before CONSTANT integer := header + (mapping ->> 'skip')::integer;
  headings text[];
  last_row bigint;
BEGIN
  EXECUTE format($query$
    WITH s AS MATERIALIZED (SELECT * FROM (%s) q ORDER BY q."row" LIMIT $2)
    SELECT (SELECT s.cells FROM s ORDER BY s."row" OFFSET greatest($1 - 1, 0) LIMIT 1), (SELECT max(s."row") FROM s)$query$,
    assessment.source_query(source))
  INTO headings, last_row USING header, before;
  IF NOT has_cells THEN
    headings := ARRAY (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = source AND a.attnum > 0
      AND NOT a.attisdropped ORDER BY a.attnum);
  END IF;
  IF headings IS NULL THEN
    RAISE EXCEPTION 'source has no record with headings' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'header says which record has them.';
  END IF;
  INSERT INTO pg_temp.import_heading
  SELECT h.n, harmony_internal.trimmed_text(coalesce(h.heading, '')), assessment.normalized(coalesce(h.heading, ''))
  FROM unnest(headings) WITH ORDINALITY h (heading, n);
  RETURN last_row;
END
$$;
COMMENT ON FUNCTION assessment.read_headings(regclass, jsonb) IS
'Notes the headings of a source, of cells the record that header says, else the names of its columns; returns the number of the last
record before the rows, NULL where there is none. A source without headings: 22023.';

CREATE OR REPLACE FUNCTION assessment.read_lines(source regclass, shape text, first_row bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  last CONSTANT integer := (
    SELECT max(u.n) FROM (SELECT h.n FROM pg_temp.import_heading h WHERE h.name <> '' UNION ALL SELECT f.n FROM pg_temp.import_field f
      UNION ALL SELECT i.n FROM pg_temp.import_item i UNION ALL SELECT i.time_n FROM pg_temp.import_item i) u (n));
  -- A text that is mapped is in a column or $1.
  keys CONSTANT text[] := '{person,submitted_at,item,answer,response_ms,started_at,response,wave,name}';
  constants CONSTANT text[] := ARRAY (
    SELECT f.constant FROM unnest(keys) WITH ORDINALITY k (key, i) LEFT JOIN pg_temp.import_field f USING (key) ORDER BY k.i);
  read CONSTANT text := (
    SELECT string_agg(CASE WHEN f.n IS NOT NULL THEN format('coalesce(s.cells[%s], '''')', f.n)
                           WHEN f.constant IS NOT NULL THEN format('$1[%s]', k.i) ELSE 'NULL' END, ', ' ORDER BY k.i)
    FROM unnest(keys) WITH ORDINALITY k (key, i) LEFT JOIN pg_temp.import_field f USING (key));
  kept CONSTANT text := CASE WHEN EXISTS (SELECT FROM pg_temp.import_keep) THEN $keep$
      NOT EXISTS (SELECT FROM pg_temp.import_keep k
                  WHERE (assessment.normalized(coalesce(s.cells[k.n], '')) = ANY (k.texts)) <> k.is_in)$keep$ ELSE 'true' END;
  n_lines bigint;
BEGIN
  EXECUTE format($query$
    INSERT INTO pg_temp.import_line ("row", line, is_ragged, is_kept, person, submitted, item, answer, ms, started, response, wave, name,
      cells)
    SELECT s."row", s.line,
      cardinality(s.cells) < $2
        OR cardinality(s.cells) > $2 AND harmony_internal.trimmed_text(array_to_string(s.cells[$2 + 1:], '')) <> '',
      %s, %s, CASE WHEN $3 THEN s.cells END
    FROM (SELECT q."row", q.line, q.cells[:] AS cells FROM (%s) q OFFSET 0) s  -- unpacked once for all of its cells
    WHERE $4 IS NULL OR s."row" > $4$query$, kept, read, assessment.source_query(source))
  USING constants, last, shape = 'wide', first_row;
  GET DIAGNOSTICS n_lines = ROW_COUNT;
  ANALYZE pg_temp.import_line;
  RETURN n_lines;
END
$$;
COMMENT ON FUNCTION assessment.read_lines(regclass, text, bigint) IS
'Reads the rows of a source, each text once, and returns how many there are; of long data the cells themselves are not kept.';

CREATE OR REPLACE FUNCTION assessment.missing_texts(mapping jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY (SELECT assessment.normalized(t) FROM unnest('{""}'::text[] || assessment.mapping_texts(mapping -> 'missing')) t);
COMMENT ON FUNCTION assessment.missing_texts(jsonb) IS 'Nothing, and the texts that a mapping calls missing, normalised.';

-- Each way in which somebody is written once.
CREATE OR REPLACE FUNCTION assessment.read_people(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  named_by CONSTANT text := mapping ->> 'person_by';
  absent CONSTANT text[] := assessment.missing_texts(mapping);
BEGIN
  INSERT INTO pg_temp.import_person (text, person, key, reason)
  SELECT d.text, nullif(d.person, ''), CASE WHEN named_by = 'external' THEN d.person ELSE lower(d.person) END,
    CASE WHEN p.plain = ANY (absent) THEN 'no_person'
         WHEN CASE named_by WHEN 'email' THEN d.person !~ '^[^@]+@[^@]+$' OR p.plain LIKE '% %' OR length(d.person) > 254
                      WHEN 'id' THEN d.person !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                      ELSE length(d.person) > 200 END THEN 'bad_person' END
  FROM (SELECT l.person AS text, harmony_internal.trimmed_text(l.person) AS person FROM pg_temp.import_line l WHERE NOT l.is_ragged
        GROUP BY l.person) d
  CROSS JOIN LATERAL (SELECT assessment.normalized(d.person) AS plain) p;
  UPDATE pg_temp.import_person p SET number = n.number
  FROM (SELECT q.key, row_number() OVER () AS number FROM pg_temp.import_person q WHERE q.reason IS NULL GROUP BY q.key) n
  WHERE n.key = p.key AND p.reason IS NULL;
  ANALYZE pg_temp.import_person;
  PERFORM assessment.find_people(mapping);
  UPDATE pg_temp.import_person p SET reason = 'unknown_person'
  WHERE p.reason IS NULL AND p.person_id IS NULL AND (named_by = 'id' OR NOT (mapping ->> 'create_persons')::boolean);
END
$$;
COMMENT ON FUNCTION assessment.read_people(jsonb) IS
'Who is meant by the texts of a source: one number a person, the account where there is one, or the reason why it is nobody.';

CREATE OR REPLACE FUNCTION assessment.find_people(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  CASE mapping ->> 'person_by'
    WHEN 'email' THEN
      UPDATE pg_temp.import_person p SET person_id = a.id FROM platform.account a
      WHERE p.reason IS NULL AND p.person_id IS NULL AND lower(a.email) = p.key;
    WHEN 'external' THEN
      UPDATE pg_temp.import_person p SET person_id = k.person_id FROM assessment.person_key k
      WHERE p.reason IS NULL AND p.person_id IS NULL AND k.source = mapping ->> 'source' AND k.key = p.key;
    ELSE
      UPDATE pg_temp.import_person p SET person_id = a.id FROM platform.account a
      WHERE p.reason IS NULL AND p.person_id IS NULL AND a.id = p.key::uuid AND a.deleted_at IS NULL;
  END CASE;
END
$$;
COMMENT ON FUNCTION assessment.find_people(jsonb) IS 'Notes the accounts of those people of an import who have one and are not found yet.';

CREATE OR REPLACE FUNCTION assessment.read_times(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  formats CONSTANT text[] := assessment.mapping_texts(mapping -> 'time_format');
  zone CONSTANT text := mapping ->> 'time_zone';
  absent CONSTANT text[] := assessment.missing_texts(mapping) || assessment.missing_words();
BEGIN
  INSERT INTO pg_temp.import_time
  SELECT r.text, CASE WHEN (r.read).ahead IS NULL THEN (r.read).clock AT TIME ZONE zone
                      ELSE ((r.read).clock - make_interval(secs => (r.read).ahead)) AT TIME ZONE 'UTC' END,
         r.read IS NULL AND NOT r.is_absent
  FROM (
    SELECT d.text, p.plain = ANY (absent) AS is_absent,
           CASE WHEN p.plain <> ALL (absent) THEN harmony_internal.read_time(p.plain, formats) END AS read
    FROM (SELECT l.submitted AS text FROM pg_temp.import_line l WHERE mapping ? 'submitted_at' AND NOT l.is_ragged AND l.is_kept
          GROUP BY l.submitted
          UNION SELECT l.started FROM pg_temp.import_line l WHERE mapping ? 'started_at' AND NOT l.is_ragged AND l.is_kept
          GROUP BY l.started) d
    CROSS JOIN LATERAL (SELECT assessment.normalized(d.text) AS plain) p OFFSET 0) r;
  ANALYZE pg_temp.import_time;
END
$$;
COMMENT ON FUNCTION assessment.read_times(jsonb) IS 'Reads every text of a time once: the time, none, or a bad one.';
