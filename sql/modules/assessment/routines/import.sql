-- Imports of answers from other programs' exports, and what undoes them.

CREATE OR REPLACE FUNCTION assessment.require_instrument(name text) RETURNS assessment.instrument
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen assessment.instrument;
BEGIN
  SELECT i.* INTO chosen FROM assessment.instrument i
  WHERE i.code = require_instrument.name AND i.is_active OR i.code || '@' || i.version = require_instrument.name
  ORDER BY i.code = require_instrument.name DESC, i.version DESC LIMIT 1;
  IF chosen.id IS NULL THEN
    RAISE EXCEPTION 'instrument "%" is not there', left(name, 200) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Name an active instrument by its code, or a version of one as code@version.';
  ELSIF NOT EXISTS (SELECT FROM assessment.scoring_key k WHERE k.instrument_id = chosen.id) THEN
    RAISE EXCEPTION 'instrument "%" has no items', left(name, 200) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Add its items to assessment.item first.';
  END IF;
  RETURN chosen;
END
$$;
COMMENT ON FUNCTION assessment.require_instrument(text) IS
'The newest active version of the instrument with this code, or one version as code@version; 22023 where there is none, or no item.';

-- Accounts and keys for those people of whom something is stored and who have none.
CREATE OR REPLACE FUNCTION assessment.make_people(mapping jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  CREATE TEMP TABLE import_new ON COMMIT DROP AS
    SELECT n.number, n.key, gen_random_uuid() AS id, left(regexp_replace(n.name, '[\x01-\x1f\x7f]', ' ', 'g'), 200) AS full_name
    FROM (SELECT DISTINCT ON (r.number) r.number, p.key, harmony_internal.trimmed_text(coalesce(r.name, '')) AS name
          FROM pg_temp.import_response r JOIN pg_temp.import_person p ON p.number = r.number
          WHERE r.reason IS NULL AND r.person_id IS NULL ORDER BY r.number, r.submitted_at DESC, r.ord DESC) n;
  INSERT INTO platform.account AS a (id, email, full_name)
  SELECT n.id, CASE mapping ->> 'person_by' WHEN 'email' THEN n.key ELSE n.id || '@import.invalid' END, n.full_name
    FROM pg_temp.import_new n
  ON CONFLICT ((lower(email))) DO NOTHING;
  IF mapping ->> 'person_by' = 'external' THEN
    INSERT INTO assessment.person_key (source, key, person_id) SELECT mapping ->> 'source', n.key, n.id FROM pg_temp.import_new n;
  END IF;
  PERFORM assessment.find_people(mapping);
  UPDATE pg_temp.import_response r SET person_id = p.person_id, made_person = n.id IS NOT NULL
  FROM pg_temp.import_person p LEFT JOIN pg_temp.import_new n ON n.id = p.person_id
  WHERE p.number = r.number AND r.person_id IS NULL AND p.person_id IS NOT NULL;
  UPDATE pg_temp.import_bad b SET person_id = p.person_id FROM pg_temp.import_person p
  WHERE b.person_id IS NULL AND p.person = b.person AND p.person_id IS NOT NULL;
  DROP TABLE pg_temp.import_new;
END
$$;
COMMENT ON FUNCTION assessment.make_people(jsonb) IS
'Makes the accounts that an import needs, without password and mail: with the e-mail of the source, or <id>@import.invalid and a key.';

CREATE OR REPLACE FUNCTION assessment.store_responses(batch bigint, instrument integer, at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Without a time of the file: just before the import's, in the order of the rows.
  CREATE TEMP TABLE import_stored ON COMMIT DROP AS
    SELECT r.ord, r."row", r.person_id, coalesce(r.former_id, nextval('assessment.submission_id_seq')) AS id,
      r.former_id IS NOT NULL AS is_known,
           r.response, r.wave, r.submitted_at AS file_time, r.started_at, r.answers, r.response_ms, r.fingerprint, r.made_person,
           coalesce(r.submitted_at, at - make_interval(secs => (count(*) OVER () - row_number() OVER (ORDER BY r."row", r.ord)) / 1e6))
             AS submitted_at
    FROM pg_temp.import_response r WHERE r.reason IS NULL;
  INSERT INTO assessment.import_row (batch, "row", person_id, submission_id, response, wave, submitted_at, fingerprint, former, made_person)
  SELECT store_responses.batch, t."row", t.person_id, t.id, t.response, t.wave, t.file_time, t.fingerprint,
         jsonb_build_object('started_at', s.started_at, 'submitted_at', s.submitted_at, 'answers', s.answers, 'response_ms', s.response_ms),
           coalesce(t.made_person, false)
  FROM pg_temp.import_stored t JOIN assessment.submission s ON s.person_id = t.person_id AND s.id = t.id WHERE t.is_known;
  UPDATE assessment.submission s
  SET started_at = t.started_at, submitted_at = t.submitted_at, answers = t.answers, response_ms = t.response_ms
  FROM pg_temp.import_stored t WHERE t.is_known AND s.person_id = t.person_id AND s.id = t.id;
  INSERT INTO assessment.submission (person_id, id, instrument_id, started_at, submitted_at, answers, response_ms)
  SELECT t.person_id, t.id, instrument, t.started_at, t.submitted_at, t.answers, t.response_ms
  FROM pg_temp.import_stored t WHERE NOT t.is_known;
  INSERT INTO assessment.import_row (batch, "row", person_id, submission_id, response, wave, submitted_at, fingerprint, made_person)
  SELECT store_responses.batch, t."row", t.person_id, t.id, t.response, t.wave, t.file_time, t.fingerprint, coalesce(t.made_person, false)
  FROM pg_temp.import_stored t WHERE NOT t.is_known;
  DROP TABLE pg_temp.import_stored;
END
$$;
COMMENT ON FUNCTION assessment.store_responses(bigint, integer, timestamptz) IS
'Stores the responses of an import that are acceptable as submissions, over former ones where they replace them, and notes from which row
each came.';

CREATE OR REPLACE FUNCTION assessment.import_report(
  batch bigint, dry_run boolean, instrument assessment.instrument, mapping jsonb, n_rows bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  rejects CONSTANT jsonb := coalesce((
    SELECT jsonb_object_agg(e.reason, e.n) FROM (SELECT b.reason, count(*) AS n FROM pg_temp.import_bad b GROUP BY b.reason) e), '{}');
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'batch', batch, 'status', CASE WHEN dry_run THEN 'checked' ELSE 'applied' END, 'instrument',
        instrument.code || '@' || instrument.version,
      'rows', n_rows, 'stored', count(*) FILTER (WHERE r.former_id IS NULL), 'replaced', count(r.former_id),
      'persons', count(DISTINCT r.number), 'persons_created', count(DISTINCT r.number) FILTER (WHERE r.person_id IS NULL),
      'answers', coalesce(sum(r.n_given), 0), 'missing', coalesce(sum(cardinality(r.answers) - r.n_given), 0), 'rejects', rejects,
      'time_zone', mapping ->> 'time_zone',
      'columns', coalesce((SELECT jsonb_object_agg(i.position, i.heading) FROM pg_temp.import_item i WHERE i.n IS NOT NULL), '{}'),
      'unused_columns', coalesce((
        SELECT jsonb_agg(h.heading ORDER BY h.n) FROM pg_temp.import_heading h WHERE h.name <> '' AND h.n NOT IN (
          SELECT u.n FROM (SELECT f.n FROM pg_temp.import_field f UNION ALL SELECT i.n FROM pg_temp.import_item i
                           UNION ALL SELECT i.time_n FROM pg_temp.import_item i UNION ALL SELECT k.n FROM pg_temp.import_keep k) u
          WHERE u.n IS NOT NULL)), '[]'),
      'hints', assessment.import_hints(mapping, rejects, instrument.scale_min, instrument.scale_max))
    FROM pg_temp.import_response r WHERE r.reason IS NULL);
END
$$;
COMMENT ON FUNCTION assessment.import_report(bigint, boolean, assessment.instrument, jsonb, bigint) IS
'The report of an import from its temporary tables: figures and headings, neither people nor cells.';

CREATE OR REPLACE FUNCTION assessment.import_responses(source regclass, instrument text, mapping jsonb, dry_run boolean, shape text)
RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET jit = off SET work_mem = '128MB'
AS $$
DECLARE
  chosen CONSTANT assessment.instrument := assessment.require_instrument(instrument);
  whole CONSTANT jsonb := assessment.whole_mapping(mapping, shape);
  at CONSTANT timestamptz := clock_timestamp();
  reversal CONSTANT integer := chosen.scale_min + chosen.scale_max;
  last_row bigint;
  n_rows bigint;
  number bigint;
  told jsonb;
BEGIN
  IF dry_run IS NULL THEN
    RAISE EXCEPTION 'dry_run must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF NOT chosen.is_active THEN
    RAISE EXCEPTION 'instrument "%" version % is not active', chosen.code, chosen.version USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM assessment.make_import_tables();
  last_row := assessment.read_headings(source, whole);
  PERFORM assessment.plan_import(chosen.id, whole, shape);
  IF NOT dry_run THEN  -- one after the other: the same file twice at a time would be stored twice
    PERFORM pg_advisory_xact_lock(hashtextextended('assessment.import', 0));
  END IF;
  n_rows := assessment.read_lines(source, shape, last_row);
  PERFORM assessment.read_people(whole), assessment.read_times(whole);
  IF shape = 'wide' THEN
    PERFORM assessment.read_wide_rows(whole, at);
    PERFORM assessment.read_wide_texts(whole, chosen.scale_min, chosen.scale_max);
    PERFORM assessment.read_wide_cells(reversal);
  ELSE
    PERFORM assessment.read_long_rows(whole);
    PERFORM assessment.read_long_texts(whole, chosen.scale_min, chosen.scale_max, reversal);
    PERFORM assessment.gather_long_rows(whole, at);
    PERFORM assessment.read_long_cells(whole);
  END IF;
  PERFORM assessment.judge_sheets(whole);
  PERFORM assessment.judge_duplicates(whole);
  PERFORM assessment.judge_known(chosen.id, whole);
  INSERT INTO pg_temp.import_bad
  SELECT r."row", r.line, r.person, r.person_id, r.ord, r."column", NULL, r.value, r.reason FROM pg_temp.import_response r
  WHERE r.reason IS NOT NULL;
  INSERT INTO assessment.import_batch AS b (instrument_id, shape, source, mapping, status, created_at, created_by)
  VALUES (chosen.id, shape, whole ->> 'source', whole - 'of_preset', CASE WHEN dry_run THEN 'checked' ELSE 'applied' END, at,
          platform.current_account()) RETURNING b.id INTO number;
  told := assessment.import_report(number, dry_run, chosen, whole, n_rows);
  IF NOT dry_run THEN
    PERFORM assessment.require_good_import(whole, n_rows);
    PERFORM assessment.make_people(whole);
    PERFORM assessment.store_responses(number, chosen.id, at);
    PERFORM platform.audit('import.applied', 'assessment.import_batch/' || number, jsonb_build_object('instrument', chosen.id));
  END IF;
  INSERT INTO assessment.import_reject (batch, "row", line, person, person_id, "column", item, value, reason)
  SELECT number, b."row", b.line, left(b.person, 200), b.person_id, b."column", b.item, left(b.value, 200), b.reason
  FROM pg_temp.import_bad b ORDER BY b."row", b.item, b.reason;
  UPDATE assessment.import_batch b SET report = told WHERE b.id = number;
  RETURN told;
END
$$;
COMMENT ON FUNCTION assessment.import_responses(regclass, text, jsonb, boolean, text) IS
'An import of wide or long data: assessment.import_wide, assessment.import_long.';

CREATE OR REPLACE FUNCTION assessment.import_wide(source regclass, instrument text, mapping jsonb DEFAULT '{}',
  dry_run boolean DEFAULT true)
RETURNS jsonb
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
  RETURN assessment.import_responses(source, instrument, mapping, dry_run, 'wide');
CREATE OR REPLACE FUNCTION assessment.import_long(source regclass, instrument text, mapping jsonb DEFAULT '{}',
  dry_run boolean DEFAULT true)
RETURNS jsonb
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
  RETURN assessment.import_responses(source, instrument, mapping, dry_run, 'long');
COMMENT ON FUNCTION assessment.import_wide(regclass, text, jsonb, boolean) IS
'Imports answers of which each row of the source holds one response, an item a column; returns a report.

source: a table or view with a column cells text[], as harmony.read_csv gives it, or with a column for each column of the file, which are
read as text. instrument: code (the newest active version) or code@version. mapping: what is where (docs/reference/import.md); dry_run:
nothing is stored but the report and the rejects, with the figures of the run itself. The report: {batch, status, instrument, rows, stored,
replaced, persons, persons_created, answers, missing, rejects, columns, unused_columns, time_zone, hints}; rows = stored + replaced +
rejected rows. What was not taken is in assessment.import_reject, each with its reason. Nothing is clamped, rounded or guessed, and no
setting of the session changes an answer. Errors, with nothing stored: 22023 a mapping that cannot be, an instrument that is not there, more
bad than max_bad; 42701 a heading or item that is there twice; 42703 a column that is not there; 22000 mode all and an error.';
COMMENT ON FUNCTION assessment.import_long(regclass, text, jsonb, boolean) IS
'Imports answers of which each row of the source holds one; otherwise as assessment.import_wide.

Rows with the same person, wave and response are one response, submitted at the latest of their times. Of several answers to an item the
newest counts, or the first (duplicates first), or the response is refused (refuse); an empty one does not compete.';
