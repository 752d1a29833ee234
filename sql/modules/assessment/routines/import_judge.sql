-- Which responses are stored: those with answers, the one that counts of several, those that are not there already.

CREATE OR REPLACE FUNCTION assessment.judge_sheets(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  ANALYZE pg_temp.import_sheet;
  UPDATE pg_temp.import_response r
  SET answers = s.answers, response_ms = s.response_ms, n_given = s.n_given,
      reason = CASE WHEN s.is_refused AND mapping ->> 'on_bad_answer' = 'row' THEN 'bad_answer' WHEN s.n_given = 0 THEN 'empty' END,
      fingerprint = sha256(convert_to(ROW(s.answers, s.response_ms, r.submitted_at, r.started_at)::text, 'UTF8'))
  FROM pg_temp.import_sheet s WHERE s.sheet = r.ord AND r.reason IS NULL;
END
$$;
COMMENT ON FUNCTION assessment.judge_sheets(jsonb) IS
  'Gives the responses their answers; those without one, or with a bad one, are not acceptable.';

-- Only acceptable responses compete: of a person and wave, and of one id.
CREATE OR REPLACE FUNCTION assessment.judge_duplicates(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  policy CONSTANT text := mapping ->> 'duplicates';
  direction CONSTANT integer := CASE policy WHEN 'first' THEN -1 ELSE 1 END;
BEGIN
  UPDATE pg_temp.import_response r SET reason = 'duplicate'
  FROM (
    SELECT o.ord, row_number() OVER w AS place, count(*) OVER (PARTITION BY o.number, o.wave, o.same) AS rivals
    FROM (SELECT a.*, CASE WHEN policy = 'fullest' THEN a.n_given END AS fuller, extract(epoch FROM a.submitted_at) * direction AS newer,
                 CASE WHEN policy = 'all' THEN CASE a.response WHEN '' THEN extract(epoch FROM a.submitted_at)::text
                   ELSE 'response ' || a.response END END AS same
          FROM pg_temp.import_response a WHERE a.reason IS NULL) o
    WINDOW w AS (PARTITION BY o.number, o.wave, o.same
                 ORDER BY o.fuller DESC, o.newer DESC, o."row" * direction DESC, o.ord * direction DESC)) d
  WHERE d.ord = r.ord AND (d.place > 1 OR policy = 'refuse' AND d.rivals > 1);
  -- The newest of several with one id, whoever they are of.
  UPDATE pg_temp.import_response r SET reason = 'duplicate'
  FROM (SELECT a.ord, row_number() OVER (PARTITION BY a.response ORDER BY a.submitted_at DESC, a."row" DESC, a.ord DESC) AS place
        FROM pg_temp.import_response a WHERE a.reason IS NULL AND a.response <> '') d
  WHERE d.ord = r.ord AND d.place > 1;
  UPDATE pg_temp.import_response r SET reason = 'duplicate'
  WHERE r.reason IS NULL AND policy = 'refuse' AND EXISTS (SELECT FROM pg_temp.import_sheet s WHERE s.sheet = r.ord AND s.has_rivals);
END
$$;
COMMENT ON FUNCTION assessment.judge_duplicates(jsonb) IS
'Leaves of several responses of one person and wave the one that the mapping''s duplicates asks for, and of several with one id the
newest.';

CREATE OR REPLACE FUNCTION assessment.judge_known(instrument integer, mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE pg_temp.import_response r
  SET reason = CASE WHEN k.fingerprint = r.fingerprint AND k.person_id = r.person_id THEN 'already_imported'
                    WHEN judge_known.mapping ->> 'existing' = 'refuse' OR k.person_id IS DISTINCT FROM r.person_id THEN 'changed' END,
      former_id = k.submission_id
  FROM (
    SELECT DISTINCT ON (u.ord) u.* FROM (
      SELECT a.ord, true AS by_id, i.* FROM pg_temp.import_response a
      JOIN assessment.import_row i ON hashtextextended(i.response, 0) = hashtextextended(a.response, 0) AND i.response = a.response
      JOIN assessment.import_batch b ON b.id = i.batch AND b.source = judge_known.mapping ->> 'source' AND b.instrument_id = instrument
      WHERE a.reason IS NULL AND a.response <> '' AND i.response <> ''
      UNION ALL
      SELECT a.ord, false, i.* FROM pg_temp.import_response a
      JOIN assessment.import_row i ON i.person_id = a.person_id AND i.wave = a.wave AND i.submitted_at IS NOT DISTINCT FROM a.submitted_at
        AND (i.response = '' OR a.response = '')
      JOIN assessment.import_batch b ON b.id = i.batch AND b.instrument_id = instrument
      WHERE a.reason IS NULL) u
    ORDER BY u.ord, u.by_id DESC, u.batch DESC) k
  WHERE k.ord = r.ord;
END
$$;
COMMENT ON FUNCTION assessment.judge_known(integer, jsonb) IS
'Finds responses that an import stored before: the same are passed over, others refused or replaced. The same are those with the source''s
id of the response, else with person, wave and the file''s time.';

-- What keeps a real run from storing anything.
CREATE OR REPLACE FUNCTION assessment.require_good_import(mapping jsonb, n_rows bigint) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  most CONSTANT numeric := mapping ->> 'max_bad';
  n_errors bigint;
  told text;
  bad_answers bigint;
  bad_rows bigint;
  given numeric;
BEGIN
  SELECT count(*), string_agg(format('Row %s%s: %s.', e."row", ', ' || left(e.person, 200), e.reason), ' ' ORDER BY e."row", e.reason)
      FILTER (WHERE e.place <= 10),
    count(*) FILTER (WHERE e.reason IN ('unknown_label', 'not_integer', 'out_of_scale')),
    count(*) FILTER (WHERE e.reason IN ('ragged', 'bad_person', 'bad_time', 'bad_answer', 'future'))
  INTO n_errors, told, bad_answers, bad_rows
  FROM (SELECT f.*, row_number() OVER (ORDER BY f."row", f.reason) AS place
        FROM pg_temp.import_bad f WHERE f.reason NOT IN ('filtered', 'duplicate', 'already_imported')) e;
  IF n_errors > 0 AND mapping ->> 'mode' = 'all' THEN
    RAISE EXCEPTION 'the import has % errors', n_errors USING ERRCODE = 'data_exception', DETAIL = told;
  END IF;
  given := bad_answers + (SELECT coalesce(sum(s.n_given), 0) FROM pg_temp.import_sheet s);
  IF bad_answers > most * given OR bad_rows > most * n_rows THEN
    RAISE EXCEPTION 'too much of the import is bad' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('Of %s answers %s are none, and of %s rows %s cannot be used.', given, bad_answers, n_rows, bad_rows),
      HINT = 'Look at a dry run''s rejects; max_bad of the mapping says how much an import may bear.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.require_good_import(jsonb, bigint) IS
'Passes where a real run may store what it has found: in mode all only without errors (22000, DETAIL the first ten), else where no larger
share of answers and rows is bad than max_bad (22023).';

-- Of figures, never of people or answers.
CREATE OR REPLACE FUNCTION assessment.import_hints(mapping jsonb, rejects jsonb, scale_min integer, scale_max integer) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  added CONSTANT integer := mapping ->> 'shift';
  least numeric;
  greatest numeric;
BEGIN
  SELECT min(n.number), max(n.number) INTO least, greatest
  FROM pg_temp.import_answer a CROSS JOIN LATERAL (SELECT assessment.read_number(assessment.normalized(a.text)) AS number) n
  WHERE n.number = trunc(n.number) AND (a.reason = 'out_of_scale' OR a.value IS NOT NULL);
  RETURN to_jsonb(array_remove(ARRAY[
    CASE WHEN rejects ? 'out_of_scale' AND greatest - least <= scale_max - scale_min AND least <> 'Infinity'
      THEN format('all numbers are in the scale with shift %s',
        CASE WHEN least + added < scale_min THEN scale_min - least ELSE scale_max - greatest END) END,
    CASE WHEN rejects ? 'unknown_label' THEN 'labels, or rows of assessment.answer_label, say what texts stand for' END,
    CASE WHEN rejects ? 'unknown_person' AND mapping ->> 'person_by' <> 'id'
      THEN 'create_persons makes accounts for people who have none' END,
    CASE WHEN rejects ? 'bad_time' THEN 'time_format says how times are written' END,
    CASE WHEN rejects ? 'changed' THEN 'existing "replace" takes changed responses' END], NULL));
END
$$;
COMMENT ON FUNCTION assessment.import_hints(jsonb, jsonb, integer, integer) IS
  'What of the mapping the rejects speak for, as a list of texts.';
