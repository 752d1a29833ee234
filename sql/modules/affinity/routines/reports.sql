-- Reports on pairs. What a report shows is what view matches shows, and how much of it is known to be true.

CREATE OR REPLACE FUNCTION affinity.honest_notes() RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(xmlelement(name h2, 'What is known, and what is not'), xmlelement(name p, xmlattributes('note' AS class),
    'Reviews found no significant effect of differing MHC (HLA) genes on choice, satisfaction or liking of scents (Havlicek, Winternitz '
    'and Roberts 2020). A low band can mean kinship or shared descent. Over 313 studies being alike went with attraction with r = .47 and '
    'seeming alike with .39; before two people meet or just after, both counted, in existing relationships only seeming alike did (Montoya '
    'et al. 2008); in speed dating, likewise (Tidwell et al. 2013). From more than 100 self-report measures models explained 4 to 18 % of '
    'the variance in how much somebody likes others, 7 to 27 % in being liked, and none in who likes whom in particular (Joel et al. '
    '2017).'),
  xmlelement(name p, xmlattributes('note' AS class),
    'A score is no probability; its weights were chosen, not estimated. So take the figures as a reason to meet, not as a judgement: what '
    'two people make of it, no score knows. Faces are used for taste alone: never to recognise anybody, nor to guess origin, health or '
    'orientation.'));
END;
COMMENT ON FUNCTION affinity.honest_notes() IS 'What every report says about how far its figures can be trusted.';

CREATE OR REPLACE FUNCTION affinity.report_figure(name text, value integer, low integer DEFAULT NULL, high integer DEFAULT NULL) RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name tr, xmlelement(name th, xmlattributes('row' AS scope), report_figure.name),
    xmlelement(name td, xmlattributes('number' AS class),
      coalesce(report_figure.value || coalesce(' (' || report_figure.low || ' to ' || report_figure.high || ')', ''), 'not measured')),
    xmlelement(name td, CASE WHEN report_figure.value IS NOT NULL THEN
      platform.report_bar(report_figure.value, report_figure.low, report_figure.high) END));
END;
COMMENT ON FUNCTION affinity.report_figure(text, integer, integer, integer) IS
'A row of a table of figures: a name, a whole number from 0 to 100 with its limits, and a bar.';

CREATE OR REPLACE FUNCTION affinity.match_body(name text, shown jsonb, liked jsonb) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(
    xmlelement(name table, xmlattributes('facts' AS class), xmlelement(name tbody, (
      SELECT xmlagg(xmlelement(name tr, xmlelement(name th, xmlattributes('row' AS scope), f.name),
                               xmlelement(name td, xmlelement(name bdi, f.value))) ORDER BY f.n)
      FROM (VALUES (1, 'You and', match_body.name), (2, 'Made on', platform.today()::text),
                   (3, 'Scored by model', match_body.shown ->> 'model'),
                   (4, 'Scored on', left(match_body.shown ->> 'computed_at', 10)),
                   (5, 'Not measured', (SELECT string_agg(m, ', ') FROM jsonb_array_elements_text(match_body.shown -> 'missing') m)))
        f (n, name, value) WHERE f.value <> ''))),
    xmlelement(name h2, 'Figures'),
    xmlelement(name table, xmlattributes('figures' AS class), xmlelement(name tbody,
      affinity.report_figure('Score of the pair', (match_body.shown ->> 'score')::integer),
      affinity.report_figure('Your taste', (match_body.liked ->> 'score')::integer, (match_body.liked ->> 'low')::integer,
                             (match_body.liked ->> 'high')::integer),
      affinity.report_figure('Alike in seven traits', (match_body.shown ->> 'personality')::integer),
      xmlelement(name tr, xmlelement(name th, xmlattributes('row' AS scope), 'Different in HLA'),
        xmlelement(name td, xmlattributes('number' AS class), coalesce(match_body.shown ->> 'biological', 'not measured')),
        xmlelement(name td)))),
    affinity.honest_notes());
END;
COMMENT ON FUNCTION affinity.match_body(text, jsonb, jsonb) IS
'The content of a report: the name of the other, a row of affinity.shown_matches, and what affinity.visual_score answers.';

CREATE OR REPLACE FUNCTION affinity.match_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                               OUT organization uuid)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
  shown jsonb;
BEGIN
  IF subject ->> 'match' ~ '^[0-9]{1,18}$' IS NOT TRUE THEN
    RAISE EXCEPTION 'the subject names no match' USING ERRCODE = 'invalid_parameter_value', HINT = 'It is {"match": <id>}.';
  END IF;
  -- Until the end of the transaction neither withdraws nor blocks: whoever does waits, and takes the report along.
  PERFORM affinity.share_consents(ARRAY[p.person_a, p.person_b]) FROM affinity.pair p
  WHERE p.id = (subject ->> 'match')::bigint AND asker IN (p.person_a, p.person_b);
  shown := (SELECT to_jsonb(m) FROM affinity.shown_matches() m WHERE m.id = (subject ->> 'match')::bigint);
  IF shown IS NULL THEN
    RAISE EXCEPTION 'match % is not one of yours', subject ->> 'match' USING ERRCODE = 'PT404';
  END IF;
  person := (shown ->> 'person')::uuid;
  title := format('You and %s', affinity.display_name(person));
  body := affinity.match_body(affinity.display_name(person), shown,
                              CASE WHEN affinity.is_complete(asker, 1) THEN affinity.visual_score(person) END);
END
$$;
COMMENT ON FUNCTION affinity.match_page(text, jsonb, text) IS
'The report on a pair, {match}, as a page in English: what affinity.shown_matches and visual_score answer, and what is known of such figures
(platform.report_kind). Neither of the two withdraws or blocks until the end of the transaction.

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
