-- What the tests of imports share: the instruments of the shared data, and one case run and compared with what it expects.
CREATE FUNCTION public.add_instruments(document jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO assessment.trait (code, family, label)
  SELECT t.key, t.value, t.key FROM jsonb_array_elements(document) i, jsonb_each_text(i -> 'traits') t;
  INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max)
  SELECT i ->> 'code', i ->> 'code', i ->> 'kind', (i ->> 'scale_min')::smallint, (i ->> 'scale_max')::smallint
  FROM jsonb_array_elements(document) i;
  INSERT INTO assessment.item (instrument_id, position, code, text, trait, keyed, correct_option)
  SELECT n.id, m.n, m.value ->> 'code', m.value ->> 'text', m.value ->> 'trait', (m.value ->> 'keyed')::smallint,
         (m.value ->> 'correct')::smallint
  FROM jsonb_array_elements(document) i JOIN assessment.instrument n ON n.code = i ->> 'code',
       jsonb_array_elements(i -> 'items') WITH ORDINALITY m (value, n);
  INSERT INTO assessment.answer_label SELECT n.id, l ->> 'language', l ->> 'label', (l ->> 'value')::smallint
  FROM jsonb_array_elements(document) i JOIN assessment.instrument n ON n.code = i ->> 'code', jsonb_array_elements(i -> 'labels') l;
$$;

-- The source of a step: what read_csv gives, or a table of the step's columns into which the file is put.
CREATE FUNCTION public.make_source(step jsonb, content bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  line record;
BEGIN
  DROP TABLE IF EXISTS public.raw;
  IF step ? 'table' THEN
    EXECUTE (SELECT format('CREATE TABLE public.raw (%s)', string_agg(format('%I %s', c ->> 0, c ->> 1), ', '))
             FROM jsonb_array_elements(step -> 'table') c);
    FOR line IN SELECT r.cells FROM harmony.read_csv(content) r ORDER BY r.row OFFSET 1 LOOP
      EXECUTE (SELECT format('INSERT INTO public.raw VALUES (%s)', string_agg(quote_nullable(nullif(c, '')), ', '))
               FROM unnest(line.cells) c);
    END LOOP;
  ELSE
    CREATE TABLE public.raw AS SELECT * FROM harmony.read_csv(content, step ->> 'encoding', step ->> 'delimiter');
  END IF;
END $$;

-- What an import stored, as cases tell it.
CREATE FUNCTION public.stored_submissions(batch_id bigint, times boolean, starts boolean) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(jsonb_agg(s ORDER BY s::text), '[]') FROM (
    SELECT jsonb_build_object('person', coalesce((SELECT k.key FROM assessment.person_key k WHERE k.person_id = s.person_id
        AND k.source = b.source AND b.mapping ->> 'person_by' = 'external'), lower(a.email)), 'wave', r.wave,
      'submitted_at', CASE WHEN times THEN to_char(s.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END,
      'started_at', CASE WHEN starts THEN to_char(s.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END,
      'answers', to_jsonb(s.answers), 'response_ms', to_jsonb(s.response_ms),
      'scores', coalesce((SELECT jsonb_object_agg(t.trait, trim_scale(round(t.score::numeric, 10)))
        FROM assessment.result t WHERE t.person_id = s.person_id AND t.submission_id = s.id), '{}')) AS s
    FROM assessment.import_row r JOIN assessment.import_batch b ON b.id = r.batch
    JOIN assessment.submission s ON s.person_id = r.person_id AND s.id = r.submission_id JOIN platform.account a ON a.id = s.person_id
    WHERE r.batch = batch_id) x (s) $$;

CREATE FUNCTION public.told_rejects(batch_id bigint) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(jsonb_agg(r ORDER BY r::text), '[]') FROM (
    SELECT jsonb_build_object('row', r.row, 'person', r.person, 'reason', r.reason, 'item', r.item)
      || CASE WHEN r.item IS NOT NULL OR r.reason = 'unknown_item' THEN jsonb_build_object('column', r.column, 'value', r.value)
         ELSE '{}' END AS r
    FROM assessment.import_reject r WHERE r.batch = batch_id) x $$;

-- The expected ones in the same form and order.
CREATE FUNCTION public.wanted(list jsonb, kind text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(jsonb_agg(r ORDER BY r::text), '[]') FROM (
    SELECT CASE kind
      WHEN 'submissions' THEN jsonb_set(e, '{scores}', coalesce((
        SELECT jsonb_object_agg(s.key, trim_scale(round(s.value::numeric, 10))) FROM jsonb_each_text(e -> 'scores') s), '{}'))
      WHEN 'rejects' THEN CASE WHEN e -> 'item' <> 'null' OR e ->> 'reason' = 'unknown_item'
        THEN e || jsonb_build_object('value', left(e ->> 'value', 200)) ELSE e - '{column,value}'::text[] END END AS r
    FROM jsonb_array_elements(list) e) x $$;

CREATE FUNCTION public.run_import(shape text, code text, mapping jsonb, dry_run boolean) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE shape WHEN 'long' THEN assessment.import_long('public.raw', code, mapping, dry_run)
                    ELSE assessment.import_wide('public.raw', code, mapping, dry_run) END;
END $$;

CREATE FUNCTION public.stored_counts() RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', (SELECT count(*) FROM assessment.submission), (SELECT count(*) FROM platform.account),
    (SELECT count(*) FROM assessment.person_key), (SELECT count(*) FROM assessment.import_row)) $$;

-- One line a comparison.
CREATE FUNCTION public.check_case(c jsonb, contents jsonb) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  step jsonb;
  i bigint;
  code CONSTANT text := coalesce(c ->> 'instrument', 'mini-6p');
  before text;
  dry jsonb;
  got jsonb;
  want jsonb;
  state text;
  batches bigint[];
  figures CONSTANT text[] := '{rows,stored,replaced,persons,persons_created,answers,missing,rejects}';
  content bytea; what text;
BEGIN
  INSERT INTO platform.account (email) SELECT e FROM jsonb_array_elements_text(c -> 'accounts') e;
  FOR step, i IN SELECT s.value, s.n FROM jsonb_array_elements(c -> 'steps') WITH ORDINALITY s (value, n) LOOP
    want := step -> 'expect';
    what := format('%s, step %s: ', c ->> 'id', i);
    state := NULL;
    IF step ? 'undo' THEN
      BEGIN
        got := assessment.undo_import(batches[(step ->> 'undo')::integer + 1]);
      EXCEPTION WHEN OTHERS THEN state := SQLSTATE;
      END;
      RETURN NEXT is(coalesce(to_jsonb(state), got), coalesce(want -> 'error', want), what || 'undone');
      CONTINUE;
    END IF;
    content := decode(coalesce(contents ->> (step ->> 'file'), step ->> 'base64'), 'base64');
    BEGIN
      PERFORM make_source(step, content);
      before := stored_counts();
      IF want ? 'report' THEN
        dry := run_import(step ->> 'shape', coalesce(step ->> 'instrument', code), step -> 'mapping', true);
        RETURN NEXT is(stored_counts(), before,what || 'a dry run stores nothing');
      END IF;
      got := run_import(step ->> 'shape', coalesce(step ->> 'instrument', code), step -> 'mapping', false);
      batches[i] := (got ->> 'batch')::bigint;
    EXCEPTION WHEN OTHERS THEN
      state := SQLSTATE;
      IF NOT want ? 'error' THEN
        RETURN NEXT fail(what || SQLSTATE || ' ' || SQLERRM);
        CONTINUE;
      END IF;
    END;
    IF want ? 'error' THEN
      IF starts_with(c ->> 'id', 'm') AND c ->> 'why' = 'mutated' THEN
        RETURN NEXT ok(coalesce(state IN ('22021', '22P04', '22023', '42701', '42703', '54000'), false),
          format('%s: refused with %s', c ->> 'id', state));
      ELSE
        RETURN NEXT is(state, want ->> 'error', what || 'refused');
      END IF;
      CONTINUE;
    END IF;
    RETURN NEXT is((SELECT jsonb_object_agg(f, got -> f) FROM unnest(figures) f), want -> 'report', what || 'figures');
    RETURN NEXT is((SELECT jsonb_object_agg(f, dry -> f) FROM unnest(figures) f), want -> 'report', what || 'dry run');
    RETURN NEXT is(stored_submissions(batches[i], jsonb_path_exists(want, '$.submissions[*].submitted_at ? (@ != null)'),
      jsonb_path_exists(want, '$.submissions[*].started_at ? (@ != null)')), wanted(want -> 'submissions', 'submissions'),
      what || 'stored');
    RETURN NEXT is(told_rejects(batches[i]), wanted(want -> 'rejects', 'rejects'), what || 'rejects');
    RETURN NEXT is(told_rejects((dry ->> 'batch')::bigint), wanted(want -> 'rejects', 'rejects'), what || 'rejects of the dry run');
  END LOOP;
END $$;

-- Nothing of one case is there in the next.
CREATE FUNCTION public.forget_case() RETURNS void LANGUAGE sql AS $$
  DELETE FROM assessment.submission;
  DELETE FROM assessment.import_batch;
  DELETE FROM platform.account;
$$;
