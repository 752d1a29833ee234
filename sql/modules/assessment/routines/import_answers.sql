-- What answers and response times say: every text that occurs is judged once.

CREATE OR REPLACE FUNCTION assessment.read_number(value text) RETURNS numeric
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN value ~ '^[+-]?[0-9]+([.,][0-9]+)?$' THEN
    CASE WHEN length(value) <= 1000 THEN translate(value, ',+', '.')::numeric ELSE 'Infinity'::numeric END END;
COMMENT ON FUNCTION assessment.read_number(text) IS
'A number in digits with a decimal point or comma, NULL for any other text; one of more than 1000 characters counts as infinite.';

CREATE OR REPLACE FUNCTION assessment.judge_answers(texts text[], mapping jsonb, scale_min integer, scale_max integer)
RETURNS TABLE (text text, value smallint, reason text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  words CONSTANT text[] := assessment.missing_words();
  pattern CONSTANT text := mapping ->> 'answer_pattern';
  added CONSTANT integer := mapping ->> 'shift';
BEGIN
  RETURN QUERY
  SELECT d.text, CASE WHEN j.reason IS NULL AND NOT j.is_missing THEN j.number::smallint END, j.reason
  FROM unnest(texts) d (text)
  CROSS JOIN LATERAL (SELECT assessment.normalized(d.text) AS plain) p
  LEFT JOIN pg_temp.import_label l ON l.label = p.plain
  CROSS JOIN LATERAL (
    SELECT assessment.read_number(p.plain) + added AS plain_number,
           CASE WHEN l.label IS NOT NULL THEN l.value ELSE assessment.read_number(coalesce(
             assessment.normalized((regexp_match(harmony_internal.trimmed_text(d.text), pattern))[1]), p.plain)) + added END AS number) n
  CROSS JOIN LATERAL (
    SELECT n.number, m.is_missing, CASE
      WHEN m.is_missing THEN NULL
      WHEN n.number IS NULL THEN 'unknown_label'
      WHEN n.number <> trunc(n.number) THEN 'not_integer'
      WHEN n.number NOT BETWEEN scale_min AND scale_max THEN 'out_of_scale' END AS reason
    FROM (SELECT p.plain = ANY (absent) OR l.label IS NULL AND p.plain = ANY (words)
            AND (n.plain_number BETWEEN scale_min AND scale_max) IS NOT TRUE AS is_missing) m) j;
END
$$;
COMMENT ON FUNCTION assessment.judge_answers(text[], jsonb, integer, integer) IS
'What texts say as answers: a value, before reversal; nothing, where they were not answered; or the reason why they are none.

In this order: nothing and the mapping''s missing; a label; the usual words for missing, but for numbers inside the scale; the group of
answer_pattern; a number. The shift is added to numbers, not labels. Nothing is clamped or rounded.';

CREATE OR REPLACE FUNCTION assessment.judge_times(texts text[], mapping jsonb) RETURNS TABLE (text text, ms integer, is_bad boolean)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  absent CONSTANT text[] := assessment.missing_texts(mapping);
  words CONSTANT text[] := assessment.missing_words();
  factor CONSTANT integer := CASE mapping ->> 'time_unit' WHEN 's' THEN 1000 ELSE 1 END;
BEGIN
  RETURN QUERY
  SELECT d.text, CASE WHEN j.is_time THEN round(n.ms)::integer END, NOT j.is_time AND p.plain <> ALL (absent || words)
  FROM unnest(texts) d (text)
  CROSS JOIN LATERAL (SELECT assessment.normalized(d.text) AS plain) p
  CROSS JOIN LATERAL (SELECT CASE WHEN p.plain <> ALL (absent) THEN assessment.read_number(p.plain) * factor END AS ms) n
  CROSS JOIN LATERAL (SELECT (n.ms >= 0 AND n.ms < 2147483647.5) IS TRUE AS is_time) j;
END
$$;
COMMENT ON FUNCTION assessment.judge_times(text[], jsonb) IS
'What texts say as response times: milliseconds, rounded half up; nothing; or bad. 0 to 2147483647 ms.';

CREATE OR REPLACE FUNCTION assessment.read_wide_texts(mapping jsonb, scale_min integer, scale_max integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO pg_temp.import_answer
  SELECT j.* FROM assessment.judge_answers(ARRAY (
    SELECT DISTINCT coalesce(l.cells[i.n], '') FROM pg_temp.import_line l JOIN pg_temp.import_response r ON r.ord = l.ord
      AND r.reason IS NULL
    CROSS JOIN pg_temp.import_item i WHERE i.n IS NOT NULL), mapping, scale_min, scale_max) j;
  INSERT INTO pg_temp.import_ms
  SELECT j.* FROM assessment.judge_times(ARRAY (
    SELECT DISTINCT coalesce(l.cells[i.time_n], '') FROM pg_temp.import_line l
    JOIN pg_temp.import_response r ON r.ord = l.ord AND r.reason IS NULL
    CROSS JOIN pg_temp.import_item i WHERE i.time_n IS NOT NULL), mapping) j;
  ANALYZE pg_temp.import_answer, pg_temp.import_ms;
END
$$;
COMMENT ON FUNCTION assessment.read_wide_texts(jsonb, integer, integer) IS
'Judges every text of answers and response times in those rows of wide data that are acceptable so far.';

CREATE OR REPLACE FUNCTION assessment.read_long_texts(mapping jsonb, scale_min integer, scale_max integer, reversal integer)
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO pg_temp.import_answer
  SELECT j.* FROM assessment.judge_answers(ARRAY (SELECT DISTINCT l.answer FROM pg_temp.import_line l WHERE NOT l.is_ragged AND l.is_kept),
    mapping, scale_min, scale_max) j;
  INSERT INTO pg_temp.import_ms
  SELECT j.* FROM assessment.judge_times(ARRAY (
    SELECT DISTINCT l.ms FROM pg_temp.import_line l WHERE mapping ? 'response_ms' AND NOT l.is_ragged AND l.is_kept), mapping) j;
  -- What names an item: what is mapped to it, else the group of the pattern, else itself: a code, or else a text.
  PERFORM assessment.require_items(ARRAY (SELECT k FROM jsonb_object_keys(coalesce(mapping -> 'items', '{}')) k), 'items');
  INSERT INTO pg_temp.import_place (text, position)
  SELECT d.item, coalesce(
    (SELECT assessment.item_named(g.key) FROM jsonb_each_text(coalesce(mapping -> 'items', '{}')) g
     WHERE assessment.normalized(g.value) = assessment.normalized(d.item) LIMIT 1),
    (SELECT i.position FROM pg_temp.import_item i WHERE n.name IN (i.code, i.text) ORDER BY i.code = n.name DESC, i.position LIMIT 1))
  FROM (SELECT DISTINCT l.item FROM pg_temp.import_line l WHERE NOT l.is_ragged AND l.is_kept) d
  CROSS JOIN LATERAL (
    SELECT assessment.normalized(coalesce((regexp_match(harmony_internal.trimmed_text(d.item), mapping ->> 'item_pattern'))[1],
      d.item)) AS name) n;
  UPDATE pg_temp.import_place p SET reversal = read_long_texts.reversal FROM pg_temp.import_item i
  WHERE i.position = p.position AND i.is_reversed;
  ANALYZE pg_temp.import_answer, pg_temp.import_ms, pg_temp.import_place;
END
$$;
COMMENT ON FUNCTION assessment.read_long_texts(jsonb, integer, integer, integer) IS
'Judges every text of answers, response times and items of long data.';
