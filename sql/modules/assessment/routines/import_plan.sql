-- From a mapping and the headings of a source to columns: in temporary tables, which the statements of an import join with.

-- Every name here is pg_temp's: nothing that a caller has made of these names is used.
CREATE OR REPLACE FUNCTION assessment.make_import_tables() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET client_min_messages = warning
AS $$
BEGIN
  DROP TABLE IF EXISTS pg_temp.import_heading, pg_temp.import_field, pg_temp.import_item, pg_temp.import_keep, pg_temp.import_label,
    pg_temp.import_line, pg_temp.import_person, pg_temp.import_time, pg_temp.import_answer, pg_temp.import_ms, pg_temp.import_place,
    pg_temp.import_response, pg_temp.import_sheet, pg_temp.import_bad;
  CREATE TEMP TABLE import_heading (n integer, heading text, name text) ON COMMIT DROP;
  CREATE TEMP TABLE import_field (key text, n integer, heading text, constant text) ON COMMIT DROP;
  CREATE TEMP TABLE import_item (position integer, name text, code text, text text, n integer, heading text, time_n integer,
                                 is_reversed boolean) ON COMMIT DROP;
  CREATE TEMP TABLE import_keep (n integer, is_in boolean, texts text[]) ON COMMIT DROP;
  CREATE TEMP TABLE import_label (label text, value smallint) ON COMMIT DROP;
  CREATE TEMP TABLE import_line (ord bigint GENERATED ALWAYS AS IDENTITY (CACHE 1000), "row" bigint, line bigint, is_ragged boolean,
    is_kept boolean, person text, submitted text, item text, answer text, ms text, started text, response text, wave text, name text,
    cells text[]) ON COMMIT DROP;
  CREATE TEMP TABLE import_person (text text, person text, key text, number bigint, person_id uuid, reason text) ON COMMIT DROP;
  CREATE TEMP TABLE import_time (text text, at timestamptz, is_bad boolean) ON COMMIT DROP;
  CREATE TEMP TABLE import_answer (text text, value smallint, reason text) ON COMMIT DROP;
  CREATE TEMP TABLE import_ms (text text, ms integer, is_bad boolean) ON COMMIT DROP;
  CREATE TEMP TABLE import_place (text text, position integer, reversal integer) ON COMMIT DROP;
  CREATE TEMP TABLE import_response (ord bigint, "row" bigint, line bigint, person text, name text, number bigint, person_id uuid,
    response text, wave text, submitted_at timestamptz, started_at timestamptz, reason text, "column" text, value text,
    answers smallint[], response_ms integer[], n_given bigint, submission_id bigint, fingerprint bytea, former_id bigint,
      made_person boolean)
    ON COMMIT DROP;
  CREATE TEMP TABLE import_sheet (sheet bigint, answers smallint[], response_ms integer[], n_given bigint, is_refused boolean,
    has_rivals boolean) ON COMMIT DROP;
  CREATE TEMP TABLE import_bad ("row" bigint, line bigint, person text, person_id uuid, sheet bigint, "column" text, item text, value text,
    reason text) ON COMMIT DROP;
END
$$;
COMMENT ON FUNCTION assessment.make_import_tables() IS 'Makes the temporary tables of an import anew; they go with the transaction.';

-- One column of the source for each (what, column) of what is mapped. A heading has to be there once.
CREATE OR REPLACE FUNCTION assessment.find_columns(whats text[], columns text[], constants boolean, optional text[])
RETURNS TABLE (what text, n integer, heading text, constant text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  n_headings CONSTANT integer := (SELECT count(*) FROM pg_temp.import_heading);
  wrong record;
BEGIN
  SELECT u.what, count(h.n) AS times INTO wrong
  FROM unnest(whats, columns) u (what, col)
  LEFT JOIN pg_temp.import_heading h
    ON CASE WHEN u.col ~ '^#[0-9]{1,6}$' THEN h.n = substr(u.col, 2)::integer ELSE h.name = assessment.normalized(u.col) END
  WHERE NOT (constants AND starts_with(u.col, '=')) GROUP BY u.what
  HAVING count(h.n) > 1 OR count(h.n) = 0 AND NOT u.what = ANY (optional) ORDER BY 2, 1 LIMIT 1;
  IF wrong.times > 1 THEN
    RAISE EXCEPTION 'heading of "%" is there % times', wrong.what, wrong.times USING ERRCODE = 'duplicate_column',
      HINT = 'Name the column by its number, as #7.';
  ELSIF wrong.times = 0 THEN
    RAISE EXCEPTION 'column of "%" is not in the source', wrong.what USING ERRCODE = 'undefined_column',
      DETAIL = format('The source has %s columns.', n_headings);
  END IF;
  RETURN QUERY SELECT u.what, h.n, coalesce(nullif(h.heading, ''), '#' || h.n), NULL::text
    FROM unnest(whats, columns) u (what, col)
    JOIN pg_temp.import_heading h
      ON CASE WHEN u.col ~ '^#[0-9]{1,6}$' THEN h.n = substr(u.col, 2)::integer ELSE h.name = assessment.normalized(u.col) END
    WHERE NOT (constants AND starts_with(u.col, '='))
    UNION ALL SELECT u.what, NULL, NULL, substr(u.col, 2) FROM unnest(whats, columns) u (what, col)
    WHERE constants AND starts_with(u.col, '=');
END
$$;
COMMENT ON FUNCTION assessment.find_columns(text[], text[], boolean, text[]) IS
'The column of the source that each of several parts of a mapping names: by its heading, as #7, or where there may be constants as =text.

Errors: 42701 a heading that is there several times; 42703 one that is not there, but for optional ones.';

-- Names of items: their codes, else positions, and where a mapping''s text leads neither way their texts.
CREATE OR REPLACE FUNCTION assessment.require_items(names text[], key text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  unknown text;
BEGIN
  SELECT g.name INTO unknown FROM unnest(names) g (name)
  WHERE NOT EXISTS (SELECT FROM pg_temp.import_item i WHERE assessment.normalized(g.name) IN (i.code, i.position::text)) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% names an item "%" that the instrument does not have', key, left(unknown, 100)
      USING ERRCODE = 'invalid_parameter_value', HINT = 'Items are named by code or position.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.require_items(text[], text) IS
'Passes for names of items of the instrument, codes or positions, else an error 22023.';

CREATE OR REPLACE FUNCTION assessment.item_named(name text) RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT i.position FROM pg_temp.import_item i WHERE assessment.normalized(item_named.name) IN (i.code, i.position::text)
          ORDER BY i.code = assessment.normalized(item_named.name) DESC LIMIT 1);
END
$$;
COMMENT ON FUNCTION assessment.item_named(text) IS 'The position of the item that a mapping names by code or position.';

-- The columns of the items, or of their response times: those that are mapped, else by what the headings say.
CREATE OR REPLACE FUNCTION assessment.find_item_columns(mapped jsonb, pattern text, by_heading boolean, key text)
RETURNS TABLE ("position" integer, n integer, heading text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  names CONSTANT text[] := ARRAY (SELECT k FROM jsonb_object_keys(coalesce(mapped, '{}')) k);
  found record;
BEGIN
  PERFORM assessment.require_items(names, key);
  RETURN QUERY WITH given AS (
    SELECT assessment.item_named(c.what) AS position, c.n, c.heading
    FROM assessment.find_columns(names, ARRAY (SELECT mapped ->> k FROM unnest(names) k), false, '{}') c
  ), read AS (  -- the heading's group, else where headings count the heading
    SELECT h.n, h.heading, assessment.normalized(coalesce((regexp_match(harmony_internal.trimmed_text(h.heading), pattern))[1],
      CASE WHEN by_heading THEN h.heading END)) AS name
    FROM pg_temp.import_heading h WHERE h.n NOT IN (SELECT g.n FROM given g)
  ), matched AS (
    SELECT r.n, r.heading, i.position, rank() OVER (PARTITION BY r.n ORDER BY (r.name IS DISTINCT FROM i.code)) AS place
    FROM read r JOIN pg_temp.import_item i ON r.name IN (i.code, i.text)
  )
  SELECT g.position, g.n, g.heading FROM given g
  UNION ALL
  SELECT m.position, m.n, coalesce(nullif(m.heading, ''), '#' || m.n) FROM matched m
  WHERE m.place = 1 AND m.position NOT IN (SELECT g.position FROM given g);
END
$$;
COMMENT ON FUNCTION assessment.find_item_columns(jsonb, text, boolean, text) IS
'The columns of items: what is mapped (code or position to column), else headings whose group by the pattern, or which themselves, are an
item''s code, or else its text. One item may come with several columns and the other way round.';

CREATE OR REPLACE FUNCTION assessment.plan_item_columns(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  what text;
  lacking text;
BEGIN
  CREATE TEMP TABLE import_found ON COMMIT DROP AS
    SELECT 'items' AS kind, f.* FROM assessment.find_item_columns(mapping -> 'items', mapping ->> 'item_pattern', true, 'items') f
    UNION ALL SELECT 'times', f.* FROM assessment.find_item_columns(mapping -> 'times', mapping ->> 'times_pattern', false, 'times') f;
  SELECT f.kind INTO what FROM (
    SELECT g.kind FROM pg_temp.import_found g GROUP BY g.kind, g.position HAVING count(*) > 1
    UNION ALL SELECT g.kind FROM pg_temp.import_found g GROUP BY g.kind, g.n HAVING count(*) > 1) f LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% have two columns for one item, or one for two', what USING ERRCODE = 'duplicate_column',
      HINT = 'Name their columns in the mapping, by number where headings are alike.';
  END IF;
  UPDATE pg_temp.import_item i SET n = f.n, heading = f.heading FROM pg_temp.import_found f WHERE f.kind = 'items'
    AND f.position = i.position;
  UPDATE pg_temp.import_item i SET time_n = f.n FROM pg_temp.import_found f WHERE f.kind = 'times' AND f.position = i.position;
  DROP TABLE pg_temp.import_found;
  IF NOT EXISTS (SELECT FROM pg_temp.import_item i WHERE i.n IS NOT NULL) THEN
    RAISE EXCEPTION 'no item of the instrument has a column' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Headings are codes or texts of items, hold one by item_pattern, or stand in items.';
  END IF;
  SELECT string_agg(i.name, ', ' ORDER BY i.position) INTO lacking FROM pg_temp.import_item i WHERE i.n IS NULL;
  IF lacking IS NOT NULL AND NOT (mapping ->> 'partial')::boolean THEN
    RAISE EXCEPTION 'items have no column: %', left(lacking, 500) USING ERRCODE = 'undefined_column',
      HINT = 'Name their columns in items; with partial they count as not answered.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.plan_item_columns(jsonb) IS
'Which columns of wide data hold the answers and the response times of the items.

Errors: 42701 two columns for one item or one for two; 42703 items without a column, but for partial; 22023 none at all.';

CREATE OR REPLACE FUNCTION assessment.plan_labels(instrument integer, mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_path_exists(coalesce(mapping -> 'labels', '{}'),
    'strict $.* ? (@.type() != "number" || @ < -32768 || @ > 32767 || @ != @.floor())')
  THEN
    RAISE EXCEPTION 'labels stand for whole numbers' USING ERRCODE = 'invalid_parameter_value', HINT = 'labels is {label: number}.';
  END IF;
  INSERT INTO pg_temp.import_label
  WITH given AS (SELECT assessment.normalized(l.key) AS label, (l.value #>> '{}')::numeric::smallint AS value
                 FROM jsonb_each(coalesce(mapping -> 'labels', '{}')) l),
  stored AS (SELECT assessment.normalized(l.label) AS label, l.value FROM assessment.answer_label l
             WHERE l.instrument_id = instrument AND l.language = coalesce(mapping ->> 'language', l.language))
  SELECT g.label, g.value FROM given g
  UNION SELECT s.label, s.value FROM stored s WHERE s.label NOT IN (SELECT g.label FROM given g);
  IF EXISTS (SELECT FROM pg_temp.import_label l GROUP BY l.label HAVING count(*) > 1) THEN
    RAISE EXCEPTION 'a label stands for two numbers' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Name the language, or say in labels what it stands for.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.plan_labels(integer, jsonb) IS
'The labels of an import: those of the mapping over those that are stored for the instrument, in one language or all. 22023 where they are
at odds.';

CREATE OR REPLACE FUNCTION assessment.plan_import(instrument integer, mapping jsonb, shape text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  of_preset CONSTANT text[] := assessment.mapping_texts(mapping -> 'of_preset');
  fields CONSTANT text[] := ARRAY (SELECT k.key FROM assessment.mapping_keys() k WHERE k.kind = 'column' AND mapping ? k.key);
  reversed CONSTANT jsonb := coalesce(mapping -> 'already_reversed', 'false');
BEGIN
  INSERT INTO pg_temp.import_field
  SELECT c.what, c.n, c.heading, c.constant
  FROM assessment.find_columns(fields, ARRAY (SELECT mapping ->> f FROM unnest(fields) f), true, ARRAY (
    SELECT f FROM unnest(fields) f WHERE f = ANY (of_preset) AND f NOT IN ('person', 'submitted_at', 'item', 'answer'))) c;
  INSERT INTO pg_temp.import_item (position, name, code, text)
  SELECT t.position, coalesce(t.code, t.position::text), assessment.normalized(coalesce(t.code, t.position::text)),
         nullif(assessment.normalized(t.text), '')
  FROM assessment.item t WHERE t.instrument_id = plan_import.instrument;
  IF jsonb_typeof(reversed) = 'array' THEN
    PERFORM assessment.require_items(assessment.mapping_texts(reversed), 'already_reversed');
  END IF;
  UPDATE pg_temp.import_item i SET is_reversed = CASE jsonb_typeof(reversed) WHEN 'boolean' THEN reversed::boolean AND t.keyed < 0
    ELSE i.position IN (SELECT assessment.item_named(r) FROM jsonb_array_elements_text(reversed) r) END
  FROM assessment.item t WHERE t.instrument_id = plan_import.instrument AND t.position = i.position;
  IF shape = 'wide' THEN
    PERFORM assessment.plan_item_columns(mapping);
  END IF;
  PERFORM assessment.plan_labels(instrument, mapping);
  PERFORM assessment.plan_keep(mapping -> 'keep', 'keep' = ANY (of_preset));
END
$$;
COMMENT ON FUNCTION assessment.plan_import(integer, jsonb, text) IS
'Writes what an import reads where into its temporary tables: columns, items, labels, filters.';

CREATE OR REPLACE FUNCTION assessment.plan_keep(keep jsonb, is_optional boolean) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF jsonb_path_exists(coalesce(keep, '[]'), 'strict $[*] ? (@.type() != "object")')
    OR EXISTS (SELECT FROM jsonb_array_elements(coalesce(keep, '[]')) k
               WHERE jsonb_typeof(k -> 'column') IS DISTINCT FROM 'string' OR (k ? 'in') = (k ? 'not_in')
                 OR NOT assessment.is_mapping_value(coalesce(k -> 'in', k -> 'not_in'), 'texts', NULL)
                 OR k - '{column,in,not_in}'::text[] <> '{}') THEN
    RAISE EXCEPTION 'keep is not an array of filters' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Each is {"column": heading, "in": [texts]} or {"column": heading, "not_in": [texts]}.';
  END IF;
  INSERT INTO pg_temp.import_keep
  SELECT c.n, k.value ? 'in', ARRAY (
    SELECT assessment.normalized(t) FROM unnest(assessment.mapping_texts(coalesce(k.value -> 'in', k.value -> 'not_in'))) t)
  FROM jsonb_array_elements(coalesce(keep, '[]')) WITH ORDINALITY k (value, i)
  CROSS JOIN LATERAL assessment.find_columns(ARRAY['keep ' || k.i], ARRAY[k.value ->> 'column'], false,
    CASE WHEN is_optional THEN ARRAY['keep ' || k.i] ELSE '{}' END) c;
END
$$;
COMMENT ON FUNCTION assessment.plan_keep(jsonb, boolean) IS
'Which rows an import looks at. A preset''s filter on a column that is not there is passed over. Errors: 22023, 42701, 42703.';
