-- From the rows of a source to responses: one a row of wide data; of long data one a person, wave and response.

-- Whether something is mapped, and its heading.
CREATE OR REPLACE FUNCTION assessment.mapped_heading(key text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT coalesce(f.heading, '') FROM pg_temp.import_field f WHERE f.key = mapped_heading.key);
END
$$;
COMMENT ON FUNCTION assessment.mapped_heading(text) IS
'The heading of the column that a key of the mapping names; empty for a constant, NULL where the key names none.';

-- A text that names something: trimmed, else as it stands.
CREATE OR REPLACE FUNCTION assessment.given_name(value text, absent text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN value IS NULL OR value = '' OR assessment.normalized(value) = ANY (absent) THEN ''
    ELSE harmony_internal.trimmed_text(value) END;
COMMENT ON FUNCTION assessment.given_name(text, text[]) IS
  'The id of a response, or an occasion, as a source gives it; empty where it gives none.';

CREATE OR REPLACE FUNCTION assessment.read_wide_rows(mapping jsonb, run_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  submitted_column CONSTANT text := assessment.mapped_heading('submitted_at');
  started_column CONSTANT text := assessment.mapped_heading('started_at');
  person_column CONSTANT text := nullif(assessment.mapped_heading('person'), '');
BEGIN
  INSERT INTO pg_temp.import_response
    (ord, "row", line, person, name, number, person_id, response, wave, submitted_at, started_at, reason, "column", value)
  SELECT l.ord, l."row", l.line, p.person, l.name, p.number, p.person_id, assessment.given_name(l.response, absent),
    assessment.given_name(l.wave, absent), s.at, b.at, j.reason,
    CASE WHEN j.reason IN ('bad_person') THEN person_column WHEN j.reason IN ('no_time', 'future') OR j.reason = 'bad_time' AND s.is_bad
      THEN nullif(submitted_column, '') WHEN j.reason = 'bad_time' THEN nullif(started_column, '') END,
    CASE WHEN j.reason IN ('bad_person') THEN p.person WHEN j.reason = 'future' OR j.reason = 'bad_time' AND s.is_bad THEN l.submitted
      WHEN j.reason = 'bad_time' THEN l.started END
  FROM pg_temp.import_line l
  LEFT JOIN pg_temp.import_person p ON p.text = l.person AND NOT l.is_ragged
  LEFT JOIN pg_temp.import_time s ON s.text = l.submitted AND submitted_column IS NOT NULL
  LEFT JOIN pg_temp.import_time b ON b.text = l.started AND started_column IS NOT NULL
  CROSS JOIN LATERAL (SELECT CASE
    WHEN l.is_ragged THEN 'ragged' WHEN NOT l.is_kept THEN 'filtered' WHEN p.reason IS NOT NULL THEN p.reason
    WHEN submitted_column IS NOT NULL AND s.at IS NULL AND NOT s.is_bad THEN 'no_time'
    WHEN s.is_bad OR b.is_bad OR b.at > s.at THEN 'bad_time'
    WHEN s.at > run_at OR s.at IS NULL AND b.at > run_at - interval '1 minute' THEN 'future' END AS reason) j;
  ANALYZE pg_temp.import_response;
END
$$;
COMMENT ON FUNCTION assessment.read_wide_rows(jsonb, timestamptz) IS
'Makes a response of every row of wide data, with the first reason that holds up to its answers, if one does.';

CREATE OR REPLACE FUNCTION assessment.read_wide_cells(reversal integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  places CONSTANT integer[] := ARRAY (SELECT i.n FROM pg_temp.import_item i ORDER BY i.position);
  turned CONSTANT integer[] := ARRAY (SELECT CASE WHEN i.is_reversed THEN i.n END FROM pg_temp.import_item i ORDER BY i.position);
  time_places CONSTANT integer[] := ARRAY (SELECT i.time_n FROM pg_temp.import_item i ORDER BY i.position);
  texts CONSTANT text[] := ARRAY (SELECT a.text FROM pg_temp.import_answer a WHERE a.value IS NOT NULL ORDER BY a.text);
  given CONSTANT integer[] := ARRAY (SELECT a.value FROM pg_temp.import_answer a WHERE a.value IS NOT NULL ORDER BY a.text);
  times CONSTANT text[] := ARRAY (SELECT m.text FROM pg_temp.import_ms m WHERE m.ms IS NOT NULL ORDER BY m.text);
  taken CONSTANT integer[] := ARRAY (SELECT m.ms FROM pg_temp.import_ms m WHERE m.ms IS NOT NULL ORDER BY m.text);
  nothing CONSTANT integer[] := array_fill(NULL::integer, ARRAY[cardinality(places)]);
  straight CONSTANT integer[] := CASE WHEN turned = nothing THEN places
    ELSE ARRAY (SELECT CASE WHEN NOT i.is_reversed THEN i.n END FROM pg_temp.import_item i ORDER BY i.position) END;
BEGIN
  INSERT INTO pg_temp.import_sheet
  SELECT s.ord, s.answers, s.response_ms, cardinality(s.answers) - cardinality(array_positions(s.answers, NULL)), false, false
  FROM (
    SELECT l.ord, CASE WHEN turned = nothing THEN harmony_internal.cell_values(l.cells, straight, texts, given)
                       ELSE assessment.joined_answers(harmony_internal.cell_values(l.cells, straight, texts, given),
                         harmony_internal.cell_values(l.cells, turned, texts, given), reversal) END::smallint[] AS answers,
           CASE WHEN times <> '{}' THEN nullif(harmony_internal.cell_values(l.cells, time_places, times, taken), nothing) END AS response_ms
    FROM pg_temp.import_line l JOIN pg_temp.import_response r ON r.ord = l.ord AND r.reason IS NULL OFFSET 0) s;
  INSERT INTO pg_temp.import_bad
  SELECT r."row", r.line, r.person, r.person_id, r.ord, i.heading, i.name, l.cells[i.n], a.reason
  FROM pg_temp.import_answer a
  JOIN (pg_temp.import_line l JOIN pg_temp.import_response r ON r.ord = l.ord AND r.reason IS NULL
        JOIN pg_temp.import_item i ON i.n IS NOT NULL) ON coalesce(l.cells[i.n], '') = a.text
  WHERE a.reason IS NOT NULL
  UNION ALL
  SELECT r."row", r.line, r.person, r.person_id, r.ord, h.heading, i.name, l.cells[i.time_n], 'bad_response_time'
  FROM pg_temp.import_ms m
  JOIN (pg_temp.import_line l JOIN pg_temp.import_response r ON r.ord = l.ord AND r.reason IS NULL
        JOIN pg_temp.import_item i ON i.time_n IS NOT NULL JOIN pg_temp.import_heading h ON h.n = i.time_n)
    ON coalesce(l.cells[i.time_n], '') = m.text
  WHERE m.is_bad;
  PERFORM assessment.mark_refused();
END
$$;
COMMENT ON FUNCTION assessment.read_wide_cells(integer) IS
'Puts the answers of each acceptable row of wide data in the order of the items, and notes the cells that are none.';

CREATE OR REPLACE FUNCTION assessment.joined_answers(straight integer[], turned integer[], reversal integer) RETURNS integer[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY (SELECT coalesce(u.s, reversal - u.t) FROM unnest(straight, turned) WITH ORDINALITY u (s, t, i) ORDER BY u.i);
COMMENT ON FUNCTION assessment.joined_answers(integer[], integer[], integer) IS
'Answers of which some are stored as reversal - answer: those that the source has reversed already.';

CREATE OR REPLACE FUNCTION assessment.mark_refused() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE pg_temp.import_sheet s SET is_refused = true
  FROM (SELECT DISTINCT b.sheet FROM pg_temp.import_bad b WHERE b.reason IN ('unknown_label', 'not_integer', 'out_of_scale')) b
  WHERE b.sheet = s.sheet;
END
$$;
COMMENT ON FUNCTION assessment.mark_refused() IS 'Marks the responses with an answer that is none.';

-- Long data: the rows that belong to no response.
CREATE OR REPLACE FUNCTION assessment.read_long_rows(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  submitted_column CONSTANT text := assessment.mapped_heading('submitted_at');
  started_column CONSTANT text := assessment.mapped_heading('started_at');
  person_column CONSTANT text := nullif(assessment.mapped_heading('person'), '');
BEGIN
  IF NOT (mapping ? 'started_at' OR EXISTS (SELECT FROM pg_temp.import_person p WHERE p.reason IS NOT NULL)
          OR EXISTS (SELECT FROM pg_temp.import_time t WHERE t.is_bad)
          OR EXISTS (SELECT FROM pg_temp.import_line l WHERE l.is_ragged OR NOT l.is_kept)) THEN
    RETURN;  -- as it should be: every row is one of a response
  END IF;
  CREATE TEMP TABLE import_refused ON COMMIT DROP AS
  SELECT l.ord, l."row", l.line, p.person, p.person_id, CASE j.reason WHEN 'bad_person' THEN person_column WHEN 'bad_time'
      THEN nullif(CASE WHEN s.is_bad THEN submitted_column ELSE started_column END, '') END AS heading,
    CASE j.reason WHEN 'bad_person' THEN p.person WHEN 'bad_time' THEN CASE WHEN s.is_bad THEN l.submitted ELSE l.started END END AS value,
    j.reason
  FROM pg_temp.import_line l
  LEFT JOIN pg_temp.import_person p ON p.text = l.person AND NOT l.is_ragged
  LEFT JOIN pg_temp.import_time s ON s.text = l.submitted AND submitted_column IS NOT NULL
  LEFT JOIN pg_temp.import_time b ON b.text = l.started AND started_column IS NOT NULL
  CROSS JOIN LATERAL (SELECT CASE
    WHEN l.is_ragged THEN 'ragged' WHEN NOT l.is_kept THEN 'filtered' WHEN p.reason IS NOT NULL THEN p.reason
    WHEN s.is_bad OR b.is_bad OR b.at > s.at THEN 'bad_time' END AS reason) j
  WHERE j.reason IS NOT NULL;
  INSERT INTO pg_temp.import_bad
  SELECT f."row", f.line, f.person, f.person_id, NULL, f.heading, NULL, f.value, f.reason FROM pg_temp.import_refused f;
  DELETE FROM pg_temp.import_line l USING pg_temp.import_refused f WHERE f.ord = l.ord;
  DROP TABLE pg_temp.import_refused;
END
$$;
COMMENT ON FUNCTION assessment.read_long_rows(jsonb) IS 'Notes the rows of long data that belong to no response, and leaves the others.';

CREATE OR REPLACE FUNCTION assessment.gather_long_rows(mapping jsonb, run_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  submitted_column CONSTANT text := assessment.mapped_heading('submitted_at');
  items CONSTANT integer := (SELECT max(i.position) FROM pg_temp.import_item i);
  nothing CONSTANT integer[] := array_fill(NULL::integer, ARRAY[items]);
  is_first CONSTANT boolean := mapping ->> 'duplicates' = 'first';
  has_names CONSTANT boolean := mapping ?| '{response,wave}';
  has_starts CONSTANT boolean := mapping ? 'started_at';
BEGIN
  CREATE TEMP TABLE import_gathered ON COMMIT DROP AS
  SELECT min(l.ord) AS ord, p.number, CASE WHEN has_names THEN assessment.given_name(l.response, absent) ELSE '' END AS response,
    CASE WHEN has_names THEN assessment.given_name(l.wave, absent) ELSE '' END AS wave, max(s.at) AS submitted_at, min(b.at) AS started_at,
    harmony_internal.gather_answers(items, c.position, CASE WHEN c.reversal IS NULL THEN a.value ELSE c.reversal - a.value END, s.at, l.ord,
      is_first) AS answers,
    harmony_internal.gather_answers(items, c.position, CASE WHEN a.value IS NOT NULL THEN coalesce(m.ms, -1) END, s.at, l.ord, is_first)
      FILTER (WHERE m.text IS NOT NULL) AS response_ms,
    count(a.value) FILTER (WHERE c.position IS NOT NULL) AS n_valid
  FROM pg_temp.import_line l JOIN pg_temp.import_person p ON p.text = l.person
  LEFT JOIN pg_temp.import_time s ON s.text = l.submitted
  LEFT JOIN pg_temp.import_time b ON has_starts AND b.text = l.started
  LEFT JOIN pg_temp.import_place c ON c.text = l.item
  LEFT JOIN pg_temp.import_answer a ON a.text = l.answer
  LEFT JOIN pg_temp.import_ms m ON m.text = l.ms
  GROUP BY 2, 3, 4;
  ANALYZE pg_temp.import_gathered;
  INSERT INTO pg_temp.import_response
    (ord, "row", line, person, name, number, person_id, response, wave, submitted_at, started_at, reason, "column", value)
  SELECT g.ord, f."row", f.line, q.person, f.name, g.number, q.person_id, g.response, g.wave, g.submitted_at, g.started_at, j.reason,
    CASE WHEN j.reason IS NOT NULL THEN nullif(submitted_column, '') END, NULL
  FROM pg_temp.import_gathered g JOIN pg_temp.import_line f ON f.ord = g.ord JOIN pg_temp.import_person q ON q.text = f.person
  CROSS JOIN LATERAL (SELECT CASE
    WHEN submitted_column IS NOT NULL AND g.submitted_at IS NULL THEN 'no_time'
    WHEN g.started_at > g.submitted_at THEN 'bad_time'
    WHEN g.submitted_at > run_at OR g.submitted_at IS NULL AND g.started_at > run_at - interval '1 minute' THEN 'future' END AS reason) j;
  INSERT INTO pg_temp.import_sheet
  SELECT s.ord, s.answers, s.response_ms, s.n_given, false, s.n_given < s.n_valid
  FROM (SELECT g.ord, g.answers::smallint[] AS answers, nullif(array_replace(g.response_ms, -1, NULL), nothing) AS response_ms,
               cardinality(g.answers) - cardinality(array_positions(g.answers, NULL)) AS n_given, g.n_valid
        FROM pg_temp.import_gathered g JOIN pg_temp.import_response r ON r.ord = g.ord AND r.reason IS NULL) s;
  DROP TABLE pg_temp.import_gathered;
  ANALYZE pg_temp.import_response, pg_temp.import_sheet;
END
$$;
COMMENT ON FUNCTION assessment.gather_long_rows(jsonb, timestamptz) IS
'Makes a response of each person, wave and response id of long data, submitted at its latest time and started at its earliest, with the
answer to each item that counts.';

CREATE OR REPLACE FUNCTION assessment.read_long_cells(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  item_column CONSTANT text := nullif(assessment.mapped_heading('item'), '');
  answer_column CONSTANT text := nullif(assessment.mapped_heading('answer'), '');
  time_column CONSTANT text := nullif(assessment.mapped_heading('response_ms'), '');
  direction CONSTANT integer := CASE mapping ->> 'duplicates' WHEN 'first' THEN -1 ELSE 1 END;
BEGIN
  CREATE TEMP TABLE import_suspect ON COMMIT DROP AS
    SELECT l.ord, 'unknown_item' AS reason FROM pg_temp.import_place c JOIN pg_temp.import_line l ON l.item = c.text
      WHERE c.position IS NULL
    UNION ALL
    SELECT l.ord, a.reason FROM pg_temp.import_answer a JOIN pg_temp.import_line l ON l.answer = a.text
    JOIN pg_temp.import_place c ON c.text = l.item AND c.position IS NOT NULL WHERE a.reason IS NOT NULL
    UNION ALL
    SELECT l.ord, 'bad_response_time' FROM pg_temp.import_ms m JOIN pg_temp.import_line l ON l.ms = m.text
    JOIN pg_temp.import_place c ON c.text = l.item AND c.position IS NOT NULL WHERE m.is_bad
    UNION ALL  -- of answers to one item those that do not count
    SELECT d.ord, 'duplicate' FROM (
      SELECT l.ord, row_number() OVER (PARTITION BY r.ord, c.position ORDER BY coalesce(extract(epoch FROM t.at)::float8,
        '-Infinity') * direction DESC,
               l.ord * direction DESC) AS place
      FROM pg_temp.import_sheet s JOIN pg_temp.import_response r ON r.ord = s.sheet
      JOIN pg_temp.import_person p ON p.number = r.number JOIN pg_temp.import_line l ON l.person = p.text
        AND assessment.given_name(l.response, absent) = r.response AND assessment.given_name(l.wave, absent) = r.wave
      JOIN pg_temp.import_place c ON c.text = l.item AND c.position IS NOT NULL
      JOIN pg_temp.import_answer a ON a.text = l.answer AND a.value IS NOT NULL
      LEFT JOIN pg_temp.import_time t ON t.text = l.submitted
      WHERE s.has_rivals AND mapping ->> 'duplicates' <> 'refuse') d
    WHERE d.place > 1;
  INSERT INTO pg_temp.import_bad
  SELECT l."row", l.line, p.person, p.person_id, r.ord,
    CASE t.reason WHEN 'unknown_item' THEN item_column WHEN 'bad_response_time' THEN time_column ELSE answer_column END, i.name,
    CASE t.reason WHEN 'unknown_item' THEN l.item WHEN 'bad_response_time' THEN l.ms ELSE l.answer END, t.reason
  FROM pg_temp.import_suspect t JOIN pg_temp.import_line l ON l.ord = t.ord JOIN pg_temp.import_person p ON p.text = l.person
  JOIN pg_temp.import_response r ON r.number = p.number AND r.reason IS NULL AND r.response = assessment.given_name(l.response, absent)
    AND r.wave = assessment.given_name(l.wave, absent)
  LEFT JOIN pg_temp.import_place c ON c.text = l.item LEFT JOIN pg_temp.import_item i ON i.position = c.position;
  DROP TABLE pg_temp.import_suspect;
  PERFORM assessment.mark_refused();
END
$$;
COMMENT ON FUNCTION assessment.read_long_cells(jsonb) IS
'Notes the cells of long data that are none, are of no item, or lost to another answer.';
