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
  RETURN CASE WHEN value = '' OR assessment.normalized(value) = ANY (absent) THEN '' ELSE harmony_internal.trimmed_text(value) END;
COMMENT ON FUNCTION assessment.given_name(text, text[]) IS 'The id of a response, or an occasion, as a source gives it; empty where it gives none.';

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
  has_times CONSTANT boolean := EXISTS (SELECT FROM pg_temp.import_item i WHERE i.time_n IS NOT NULL);
BEGIN
  INSERT INTO pg_temp.import_sheet
  SELECT l.ord, array_agg(CASE WHEN i.is_reversed THEN (reversal - a.value)::smallint ELSE a.value END ORDER BY i.position),
         CASE WHEN has_times THEN nullif(array_agg(m.ms ORDER BY i.position), array_fill(NULL::integer, ARRAY[count(*)::integer])) END,
         count(a.value), count(a.reason) > 0
  FROM pg_temp.import_line l
  JOIN pg_temp.import_response r ON r.ord = l.ord AND r.reason IS NULL
  CROSS JOIN pg_temp.import_item i
  LEFT JOIN pg_temp.import_answer a ON a.text = coalesce(l.cells[i.n], '') AND i.n IS NOT NULL
  LEFT JOIN pg_temp.import_ms m ON m.text = coalesce(l.cells[i.time_n], '') AND i.time_n IS NOT NULL
  GROUP BY l.ord;
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
END
$$;
COMMENT ON FUNCTION assessment.read_wide_cells(integer) IS
'Puts the answers of each acceptable row of wide data in the order of the items, and notes the cells that are none.';

-- Long data: what holds of a row, then one response of the rows that are left.
CREATE OR REPLACE FUNCTION assessment.read_long_rows(mapping jsonb, run_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  submitted_column CONSTANT text := assessment.mapped_heading('submitted_at');
  started_column CONSTANT text := assessment.mapped_heading('started_at');
  person_column CONSTANT text := nullif(assessment.mapped_heading('person'), '');
BEGIN
  INSERT INTO pg_temp.import_bad
  SELECT l."row", l.line, p.person, p.person_id, NULL,
    CASE j.reason WHEN 'bad_person' THEN person_column WHEN 'bad_time' THEN nullif(CASE WHEN s.is_bad THEN submitted_column ELSE started_column END, '') END, NULL,
    CASE j.reason WHEN 'bad_person' THEN p.person WHEN 'bad_time' THEN CASE WHEN s.is_bad THEN l.submitted ELSE l.started END END, j.reason
  FROM pg_temp.import_line l
  LEFT JOIN pg_temp.import_person p ON p.text = l.person AND NOT l.is_ragged
  LEFT JOIN pg_temp.import_time s ON s.text = l.submitted AND submitted_column IS NOT NULL
  LEFT JOIN pg_temp.import_time b ON b.text = l.started AND started_column IS NOT NULL
  CROSS JOIN LATERAL (SELECT CASE
    WHEN l.is_ragged THEN 'ragged' WHEN NOT l.is_kept THEN 'filtered' WHEN p.reason IS NOT NULL THEN p.reason
    WHEN s.is_bad OR b.is_bad OR b.at > s.at THEN 'bad_time' END AS reason) j
  WHERE j.reason IS NOT NULL;
  INSERT INTO pg_temp.import_response
    (ord, "row", line, person, name, number, person_id, response, wave, submitted_at, started_at, reason, "column", value)
  SELECT g.ord, f."row", f.line, q.person, f.name, g.number, q.person_id, g.response, g.wave, g.submitted_at, g.started_at, j.reason,
    CASE WHEN j.reason IN ('no_time', 'future') OR j.reason = 'bad_time' THEN nullif(submitted_column, '') END, NULL
  FROM (
    SELECT min(l.ord) AS ord, p.number, assessment.given_name(l.response, absent) AS response, assessment.given_name(l.wave, absent) AS wave,
           max(s.at) AS submitted_at, min(b.at) AS started_at
    FROM pg_temp.import_line l JOIN pg_temp.import_person p ON p.text = l.person AND p.reason IS NULL
    LEFT JOIN pg_temp.import_time s ON s.text = l.submitted AND submitted_column IS NOT NULL
    LEFT JOIN pg_temp.import_time b ON b.text = l.started AND started_column IS NOT NULL
    WHERE NOT l.is_ragged AND l.is_kept AND (s.is_bad OR b.is_bad OR b.at > s.at) IS NOT TRUE
    GROUP BY p.number, 3, 4) g
  JOIN pg_temp.import_line f ON f.ord = g.ord
  JOIN pg_temp.import_person q ON q.text = f.person
  CROSS JOIN LATERAL (SELECT CASE
    WHEN submitted_column IS NOT NULL AND g.submitted_at IS NULL THEN 'no_time'
    WHEN g.started_at > g.submitted_at THEN 'bad_time'
    WHEN g.submitted_at > run_at OR g.submitted_at IS NULL AND g.started_at > run_at - interval '1 minute' THEN 'future' END AS reason) j;
  ANALYZE pg_temp.import_response;
END
$$;
COMMENT ON FUNCTION assessment.read_long_rows(jsonb, timestamptz) IS
'Makes a response of each person, wave and response id of long data, submitted at its latest time and started at its earliest, and notes the
rows that belong to none.';

CREATE OR REPLACE FUNCTION assessment.read_long_cells(mapping jsonb, reversal integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  submitted_column CONSTANT text := assessment.mapped_heading('submitted_at');
  started_column CONSTANT text := assessment.mapped_heading('started_at');
  answer_column CONSTANT text := nullif(assessment.mapped_heading('answer'), '');
  direction CONSTANT integer := CASE mapping ->> 'duplicates' WHEN 'first' THEN -1 ELSE 1 END;
BEGIN
  CREATE TEMP TABLE import_long ON COMMIT DROP AS
  SELECT l.ord, l."row", l.line, l.person, l.item, l.answer, l.ms AS time, r.ord AS sheet, c.position,
         CASE WHEN i.is_reversed THEN (reversal - a.value)::smallint ELSE a.value END AS value, a.reason, m.ms, m.is_bad, s.at
  FROM pg_temp.import_line l JOIN pg_temp.import_person p ON p.text = l.person AND p.reason IS NULL
  LEFT JOIN pg_temp.import_time s ON s.text = l.submitted AND submitted_column IS NOT NULL
  LEFT JOIN pg_temp.import_time b ON b.text = l.started AND started_column IS NOT NULL
  JOIN pg_temp.import_response r ON r.reason IS NULL AND r.number = p.number AND r.response = assessment.given_name(l.response, absent)
    AND r.wave = assessment.given_name(l.wave, absent)
  LEFT JOIN pg_temp.import_place c ON c.text = l.item
  LEFT JOIN pg_temp.import_item i ON i.position = c.position
  LEFT JOIN pg_temp.import_answer a ON a.text = l.answer
  LEFT JOIN pg_temp.import_ms m ON m.text = l.ms
  WHERE NOT l.is_ragged AND l.is_kept AND (s.is_bad OR b.is_bad OR b.at > s.at) IS NOT TRUE;
  -- Given answers to one item compete.
  INSERT INTO pg_temp.import_cell
  SELECT o.ord, o."row", o.line, o.sheet, o.position, o.value, o.ms,
         row_number() OVER w, count(*) OVER (PARTITION BY o.sheet, o.position)
  FROM (SELECT g.*, coalesce(extract(epoch FROM g.at), 0) * direction AS newer FROM pg_temp.import_long g WHERE g.value IS NOT NULL
        AND g.position IS NOT NULL) o
  WINDOW w AS (PARTITION BY o.sheet, o.position ORDER BY o.newer DESC, o.ord * direction DESC);
  ANALYZE pg_temp.import_cell;
  INSERT INTO pg_temp.import_bad
  SELECT g."row", g.line, p.person, p.person_id, g.sheet, CASE WHEN g.position IS NULL THEN assessment.mapped_heading('item') ELSE answer_column END,
         i.name, CASE WHEN g.position IS NULL THEN g.item ELSE g.answer END, coalesce(k.reason, g.reason)
  FROM (SELECT l.*, CASE WHEN l.position IS NULL THEN 'unknown_item' END AS unknown FROM pg_temp.import_long l) g
  JOIN pg_temp.import_person p ON p.text = g.person
  LEFT JOIN pg_temp.import_item i ON i.position = g.position
  CROSS JOIN LATERAL (SELECT g.unknown AS reason) k
  WHERE g.unknown IS NOT NULL OR g.reason IS NOT NULL
  UNION ALL
  SELECT g."row", g.line, p.person, p.person_id, g.sheet, answer_column, i.name, g.answer, 'duplicate'
  FROM pg_temp.import_cell c JOIN pg_temp.import_long g ON g.ord = c.ord JOIN pg_temp.import_person p ON p.text = g.person
  JOIN pg_temp.import_item i ON i.position = c.position
  WHERE c.place > 1 AND mapping ->> 'duplicates' <> 'refuse'
  UNION ALL
  SELECT g."row", g.line, p.person, p.person_id, g.sheet, assessment.mapped_heading('response_ms'), i.name, g.time, 'bad_response_time'
  FROM pg_temp.import_long g JOIN pg_temp.import_person p ON p.text = g.person LEFT JOIN pg_temp.import_item i ON i.position = g.position
  WHERE g.is_bad;
  DROP TABLE pg_temp.import_long;
END
$$;
COMMENT ON FUNCTION assessment.read_long_cells(jsonb, integer) IS
'Finds the answer to each item that counts, and notes the cells that are none, of no item, or lost to another answer.';

CREATE OR REPLACE FUNCTION assessment.join_long_cells() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  has_times CONSTANT boolean := assessment.mapped_heading('response_ms') IS NOT NULL;
BEGIN
  INSERT INTO pg_temp.import_sheet
  SELECT r.ord, array_agg(c.value ORDER BY i.position),
         CASE WHEN has_times THEN nullif(array_agg(c.ms ORDER BY i.position), array_fill(NULL::integer, ARRAY[count(*)::integer])) END,
         count(c.value), false
  FROM pg_temp.import_response r CROSS JOIN pg_temp.import_item i
  LEFT JOIN pg_temp.import_cell c ON c.sheet = r.ord AND c.position = i.position AND c.place = 1
  WHERE r.reason IS NULL GROUP BY r.ord;
  UPDATE pg_temp.import_sheet s SET is_refused = true
  WHERE EXISTS (SELECT FROM pg_temp.import_bad b WHERE b.sheet = s.sheet AND b.reason IN ('unknown_label', 'not_integer', 'out_of_scale'));
END
$$;
COMMENT ON FUNCTION assessment.join_long_cells() IS 'Puts the answers of each response of long data in the order of the items.';
