-- Reports on pairs. What a report shows is what view matches shows, and how much of it is known to be true.

CREATE OR REPLACE FUNCTION affinity.match_parts(name text, shown jsonb, liked jsonb, language text) RETURNS xml[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ARRAY[
    platform.report_lead(ARRAY[format('%s: %s', platform.word('pair_score', match_parts.language),
      coalesce(match_parts.shown ->> 'score', platform.word('not_measured', match_parts.language)))]),
    platform.report_facts(jsonb_build_array(jsonb_build_array('you_and', match_parts.name),
        jsonb_build_array('scored_on', left(match_parts.shown ->> 'computed_at', 10)))
      || platform.report_words(jsonb_build_object('missing_phases', match_parts.shown -> 'missing'), '{missing_phases}',
                               match_parts.language), match_parts.language),
    platform.report_figures('pair_figures', (
      SELECT jsonb_agg(jsonb_build_object('name', f.name, 'low', f.low, 'high', f.high, 'is_scale', true)
        || CASE WHEN jsonb_typeof(f.value) = 'number' THEN jsonb_build_object('value', f.value)
           ELSE jsonb_build_object('text', coalesce(nullif(f.value, 'null'), '"not_measured"')) END ORDER BY f.n)
      FROM (VALUES (1, 'pair_score', match_parts.shown -> 'score', NULL, NULL),
                   (2, 'your_taste', match_parts.liked -> 'score', match_parts.liked -> 'low', match_parts.liked -> 'high'),
                   (3, 'alike', match_parts.shown -> 'personality', NULL, NULL),
                   (4, 'different_hla', match_parts.shown -> 'biological', NULL, NULL)) f (n, name, value, low, high)),
      match_parts.language)];
END;
COMMENT ON FUNCTION affinity.match_parts(text, jsonb, jsonb, text) IS
'A row of affinity.shown_matches, and what affinity.visual_score answers, as parts of a report on paper: finding, about, figures; name: of
the other.';

CREATE OR REPLACE FUNCTION affinity.match_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                               OUT organization uuid)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
  chosen CONSTANT bigint := platform.subject_number(subject, 'match');
  shown jsonb;
BEGIN
  -- Until the end of the transaction neither withdraws nor blocks: whoever does waits, and takes the report along.
  PERFORM affinity.share_consents(ARRAY[p.person_a, p.person_b]) FROM affinity.pair p
  WHERE p.id = chosen AND asker IN (p.person_a, p.person_b);
  shown := (SELECT to_jsonb(m) FROM affinity.shown_matches() m WHERE m.id = chosen);
  IF shown IS NULL THEN
    RAISE EXCEPTION 'match % is not one of yours', chosen USING ERRCODE = 'PT404';
  END IF;
  person := (shown ->> 'person')::uuid;
  title := format('%s %s', platform.word('you_and', language), affinity.display_name(person));
  body := platform.report_body(kind, language, shown ->> 'model', '{finding,about,figures}', affinity.match_parts(
    affinity.display_name(person), shown, CASE WHEN affinity.is_complete(asker, 1) THEN affinity.visual_score(person) END, language));
END
$$;
COMMENT ON FUNCTION affinity.match_page(text, jsonb, text) IS
'The report on a pair, {match}, as a page: what affinity.shown_matches and visual_score answer, and what is known of such figures
(platform.report_kind, parts as affinity.match_parts). Neither of the two withdraws or blocks until the end of the transaction.

Errors: 42501 no consent of kind visual; PT404 not one of the own matches; 22023 the subject.';

CREATE OR REPLACE FUNCTION affinity.match_report(match bigint, format text DEFAULT 'html') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  page record;
  answer jsonb;
BEGIN
  PERFORM affinity.require_asker('visual');
  IF format IN ('html', 'pdf', 'docx') IS NOT TRUE THEN
    RAISE EXCEPTION 'reports are not made as "%"', left(coalesce(format, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Formats: docx, html, pdf.';
  ELSIF format = 'html' THEN
    SELECT p.title, p.body INTO page FROM affinity.match_page('match', jsonb_build_object('match', match), 'en') p;
    PERFORM platform.add_header('Cache-Control', 'no-store');
    RETURN jsonb_build_object('html', platform.report_document(page.title, page.body, 'en'));
  END IF;
  answer := platform.make_report('match', jsonb_build_object('match', match), format);
  IF answer ? 'job' THEN
    PERFORM platform.set_status(202);
  END IF;
  RETURN answer;
END
$$;
COMMENT ON FUNCTION affinity.match_report(bigint, text) IS
'The report on a pair of the account of this request (affinity.match_page): format html {html}; pdf, docx: 202 {job}, as
platform.make_report, with its refusals.

Errors: 42501 no consent of kind visual; PT404 not one of the own matches; 22023 another format.';
