-- The mapping of an import: what may stand in it, and what follows from it and the headings. The plan is in temporary tables of the
-- import, so that cells meet it in joins.

CREATE OR REPLACE FUNCTION assessment.normalized(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN harmony_internal.normalized_text(value);
COMMENT ON FUNCTION assessment.normalized(text) IS
'A heading, label or code as imports compare it: NFC, blanks of all kinds as one space, none at the ends, nothing without width, straight
quotes, lower case.';

CREATE OR REPLACE FUNCTION assessment.missing_words() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{"",na,n/a,nan,"null",none,.,-,-9,-77,-88,-99,-999,99,999,9999}'::text[];
COMMENT ON FUNCTION assessment.missing_words() IS 'Texts by which exports say that something was not answered, normalised.';

CREATE OR REPLACE FUNCTION assessment.mapping_keys() RETURNS TABLE (key text, shape text, kind text, allowed text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 40
BEGIN ATOMIC
  SELECT k.key, k.shape, k.kind, k.allowed FROM (VALUES
    ('preset', NULL, 'text', NULL::text[]), ('header', NULL, 'number', NULL), ('skip', NULL, 'number', NULL),
    ('person', NULL, 'column', NULL), ('person_by', NULL, 'word', '{email,external,id}'), ('source', NULL, 'text', NULL),
    ('create_persons', NULL, 'boolean', NULL), ('name', NULL, 'column', NULL), ('response', NULL, 'column', NULL),
    ('wave', NULL, 'column', NULL), ('submitted_at', NULL, 'column', NULL), ('started_at', NULL, 'column', NULL),
    ('time_format', NULL, 'texts', NULL), ('time_zone', NULL, 'text', NULL), ('items', NULL, 'object', NULL),
    ('item_pattern', NULL, 'pattern', NULL), ('item', 'long', 'column', NULL), ('answer', 'long', 'column', NULL),
    ('response_ms', 'long', 'column', NULL), ('times', 'wide', 'object', NULL), ('times_pattern', 'wide', 'pattern', NULL),
    ('time_unit', NULL, 'word', '{ms,s}'), ('labels', NULL, 'object', NULL), ('language', NULL, 'text', NULL),
    ('answer_pattern', NULL, 'pattern', NULL), ('shift', NULL, 'number', NULL), ('missing', NULL, 'texts', NULL),
    ('already_reversed', NULL, 'list', NULL), ('keep', NULL, 'list', NULL), ('partial', NULL, 'boolean', NULL),
    ('duplicates', NULL, 'word', '{newest,first,fullest,all,refuse}'), ('existing', NULL, 'word', '{refuse,replace}'),
    ('on_bad_answer', NULL, 'word', '{null,row}'), ('mode', NULL, 'word', '{rows,all}'), ('max_bad', NULL, 'share', NULL))
    k (key, shape, kind, allowed);
END;
COMMENT ON FUNCTION assessment.mapping_keys() IS
'The keys of a mapping, the shape that each is of (NULL: both), what its value is, and the words that it may be.';

-- Whether a value of a mapping is of its kind.
CREATE OR REPLACE FUNCTION assessment.is_mapping_value(value jsonb, kind text, allowed text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE kind
    WHEN 'word' THEN jsonb_typeof(value) = 'string' AND value #>> '{}' = ANY (allowed)
    WHEN 'boolean' THEN jsonb_typeof(value) = 'boolean'
    WHEN 'object' THEN jsonb_typeof(value) = 'object'
    WHEN 'list' THEN jsonb_typeof(value) IN ('array', 'boolean')
    WHEN 'number' THEN jsonb_typeof(value) = 'number' AND value #>> '{}' ~ '^-?[0-9]{1,6}$'
    WHEN 'share' THEN jsonb_typeof(value) = 'number' AND (value #>> '{}')::numeric BETWEEN 0 AND 1
    WHEN 'texts' THEN jsonb_typeof(value) = 'string'
      OR jsonb_typeof(value) = 'array' AND NOT jsonb_path_exists(value, 'strict $[*] ? (@.type() != "string")')
    ELSE jsonb_typeof(value) = 'string' AND length(value #>> '{}') <= 1000 END;
END;
COMMENT ON FUNCTION assessment.is_mapping_value(jsonb, text, text[]) IS
  'Whether a value of a mapping is of its kind (assessment.mapping_keys).';

CREATE OR REPLACE FUNCTION assessment.require_mapping(mapping jsonb, shape text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wrong record;
BEGIN
  SELECT e.key, k.key IS NULL AS is_unknown, k.kind, k.allowed INTO wrong
  FROM jsonb_each(mapping) e
  LEFT JOIN assessment.mapping_keys() k ON k.key = e.key AND coalesce(k.shape, require_mapping.shape) = require_mapping.shape
  WHERE assessment.is_mapping_value(e.value, k.kind, k.allowed) IS NOT TRUE OR k.key IS NULL ORDER BY k.key IS NOT NULL, e.key LIMIT 1;
  IF NOT FOUND THEN
    RETURN;
  ELSIF wrong.is_unknown THEN
    RAISE EXCEPTION 'mapping has an unknown key "%"', left(wrong.key, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = format('Keys are %s.', (
        SELECT string_agg(k.key, ', ' ORDER BY k.key) FROM assessment.mapping_keys() k WHERE coalesce(k.shape, require_mapping.shape) =
          require_mapping.shape));
  END IF;
  RAISE EXCEPTION 'mapping has a value for "%" that it cannot be', wrong.key USING ERRCODE = 'invalid_parameter_value',
    HINT = CASE wrong.kind
      WHEN 'word' THEN 'It is one of ' || array_to_string(wrong.allowed, ', ') || '.'
      WHEN 'boolean' THEN 'It is true or false.'
      WHEN 'object' THEN 'It is an object.'
      WHEN 'list' THEN 'It is an array' || CASE wrong.key WHEN 'keep' THEN ' of {column, in or not_in}.' ELSE ' or true.' END
      WHEN 'number' THEN 'It is a whole number.'
      WHEN 'share' THEN 'It is a number from 0 to 1.'
      WHEN 'texts' THEN 'It is a text or an array of texts.'
      WHEN 'column' THEN 'It is a heading, #7 for the seventh column, or =text for all rows.'
      ELSE 'It is a text of at most 1000 characters.' END;
END
$$;
COMMENT ON FUNCTION assessment.require_mapping(jsonb, text) IS
'Passes for an object whose keys are those of the shape and whose values are of their kinds, else an error 22023 whose HINT is what is
allowed.';

CREATE OR REPLACE FUNCTION assessment.require_pattern(pattern text, key text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM regexp_match('', pattern);
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'mapping has a % that is no regular expression', key USING ERRCODE = 'invalid_parameter_value', DETAIL = SQLERRM || '.';
END
$$;
COMMENT ON FUNCTION assessment.require_pattern(text, text) IS 'Passes for a regular expression, else an error 22023.';

-- What the words of a mapping mean beyond their kinds.
CREATE OR REPLACE FUNCTION assessment.require_sense(mapping jsonb, shape text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  needed text;
  formats CONSTANT text[] := assessment.mapping_texts(mapping -> 'time_format');
BEGIN
  SELECT k INTO needed FROM unnest(CASE shape WHEN 'long' THEN '{person,item,answer}' ELSE '{person}' END::text[]) k
  WHERE NOT mapping ? k LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'mapping lacks "%"', needed USING ERRCODE = 'invalid_parameter_value', HINT = 'It names a column of the source.';
  ELSIF (mapping ->> 'header')::integer < 1 OR (mapping ->> 'skip')::integer < 0 OR abs((mapping ->> 'shift')::integer) > 32767
    OR jsonb_typeof(mapping -> 'keep') = 'boolean'
    OR length(mapping ->> 'source') > 200 THEN
    RAISE EXCEPTION 'mapping has a value out of range' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'header is 1 or more, skip 0 or more, shift from -32767 to 32767, source at most 200 characters, keep an array.';
  ELSIF mapping ->> 'duplicates' = 'all' AND NOT (mapping ? 'response' OR mapping ? 'submitted_at') THEN
    RAISE EXCEPTION 'duplicates "all" needs response or submitted_at' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Without either the same response is not known again.';
  ELSIF mapping ->> 'time_zone' <> 'UTC' AND NOT EXISTS (
    SELECT FROM pg_timezone_names z WHERE z.name = mapping ->> 'time_zone') THEN
    RAISE EXCEPTION 'time zone is not known' USING ERRCODE = 'invalid_parameter_value', HINT = 'It is a name such as Europe/Berlin.';
  END IF;
  IF formats IS NOT NULL THEN
    PERFORM harmony_internal.read_time('', formats);
  END IF;
  PERFORM assessment.require_pattern(mapping ->> k, k) FROM unnest('{item_pattern,times_pattern,answer_pattern}'::text[]) k
  WHERE mapping ? k;
END
$$;
COMMENT ON FUNCTION assessment.require_sense(jsonb, text) IS
'Passes for a mapping that names what it has to and whose values are in their ranges, else an error 22023.';

CREATE OR REPLACE FUNCTION assessment.mapping_texts(value jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE jsonb_typeof(value) WHEN 'string' THEN ARRAY[value #>> '{}']
    WHEN 'array' THEN ARRAY (SELECT t FROM jsonb_array_elements_text(value) t) END;
END;
COMMENT ON FUNCTION assessment.mapping_texts(jsonb) IS 'A text or an array of texts of a mapping; NULL where it is not there.';

CREATE OR REPLACE FUNCTION assessment.whole_mapping(mapping jsonb, shape text) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  preset jsonb := '{}';
  whole jsonb;
BEGIN
  IF mapping IS NULL OR jsonb_typeof(mapping) <> 'object' THEN
    RAISE EXCEPTION 'mapping is not an object' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM assessment.require_mapping(jsonb_strip_nulls(mapping), shape);
  IF mapping ->> 'preset' IS NOT NULL THEN
    SELECT p.mapping INTO preset FROM assessment.import_preset p WHERE p.code = whole_mapping.mapping ->> 'preset'
      AND p.shape = whole_mapping.shape;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'preset is not known for % data', shape USING ERRCODE = 'invalid_parameter_value', HINT = format('Presets are %s.', (
        SELECT string_agg(p.code, ', ' ORDER BY p.code) FROM assessment.import_preset p WHERE p.shape = whole_mapping.shape));
    END IF;
    PERFORM assessment.require_mapping(preset, shape);
  END IF;
  whole := jsonb_strip_nulls(preset || mapping);
  PERFORM assessment.require_sense(whole, shape);
  -- What the preset alone says may name columns that are not there.
  RETURN '{"header": 1, "skip": 0, "person_by": "email", "source": "", "create_persons": false, "time_zone": "UTC", "time_unit": "ms",
    "shift": 0, "partial": false, "duplicates": "newest", "existing": "refuse", "on_bad_answer": "null", "mode": "rows", "max_bad": 0.5}'
    || whole || jsonb_build_object('of_preset', ARRAY (SELECT k FROM jsonb_object_keys(preset) k WHERE NOT mapping ? k));
END
$$;
COMMENT ON FUNCTION assessment.whole_mapping(jsonb, text) IS
'A mapping with what its preset says and the defaults; of_preset: the keys that the preset alone gave.

Errors: 22023.';
