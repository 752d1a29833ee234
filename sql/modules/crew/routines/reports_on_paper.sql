-- Reports on paper (platform.report_kind): pages of what crew.report, crew.dashboard and crew.fleet answer, which ask for the rights.
-- Besides their answers nothing is shown but the names of what was asked for.

CREATE OR REPLACE FUNCTION crew.word(name text, language text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(
    (SELECT w.text FROM crew.wording w WHERE w.code = 'WORD_' || upper(word.name) AND w.language IN (word.language, 'en')
     ORDER BY w.language <> word.language LIMIT 1),
    upper(left(word.name, 1)) || replace(lower(substr(word.name, 2)), '_', ' '));
END;
COMMENT ON FUNCTION crew.word(text, text) IS
'What a name that documents use, such as g_fit or HIGH_RISK, is called on paper: WORD_<NAME> of crew.wording in a language, else in English,
else the name itself in small letters.';

CREATE OR REPLACE FUNCTION crew.page_facts(facts jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name table, xmlattributes('facts' AS class), xmlelement(name tbody, xmlagg(xmlelement(name tr,
           xmlelement(name th, xmlattributes('row' AS scope), crew.word(f.fact ->> 0, page_facts.language)),
           xmlelement(name td, xmlelement(name bdi, f.fact ->> 1))) ORDER BY f.n)))
  FROM jsonb_array_elements(page_facts.facts) WITH ORDINALITY f (fact, n) WHERE f.fact ->> 1 <> '' HAVING count(*) > 0;
END;
COMMENT ON FUNCTION crew.page_facts(jsonb, text) IS 'A table of facts, [[name, text]], for a report; what has no text is left out.';

CREATE OR REPLACE FUNCTION crew.page_words(document jsonb, names text[], language text) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_array(w.name, CASE
    WHEN jsonb_typeof(w.value) = 'array' THEN
      (SELECT string_agg(crew.word(e.value, page_words.language), ', ') FROM jsonb_array_elements_text(w.value) e)
    WHEN jsonb_typeof(w.value) = 'string' AND w.value #>> '{}' !~ '^[0-9]{4}-' OR jsonb_typeof(w.value) = 'boolean' THEN
      crew.word(w.value #>> '{}', page_words.language)
    ELSE w.value #>> '{}' END) ORDER BY w.n), '[]')
  FROM (SELECT u.name, u.n, page_words.document -> u.name FROM unnest(page_words.names) WITH ORDINALITY u (name, n)) w (name, n, value);
END;
COMMENT ON FUNCTION crew.page_words(jsonb, text[], text) IS
'Members of a document as facts (crew.page_facts): their names, and their values in words (crew.word); numbers and dates as they are.';

CREATE OR REPLACE FUNCTION crew.page_figures(heading text, figures jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(xmlelement(name h2, crew.word(page_figures.heading, page_figures.language)),
    xmlelement(name table, xmlattributes('figures' AS class), xmlelement(name tbody, xmlagg(xmlelement(name tr,
      xmlelement(name th, xmlattributes('row' AS scope), crew.word(f.figure ->> 'name', page_figures.language)),
      xmlelement(name td, xmlattributes('number' AS class), coalesce(crew.word(f.figure ->> 'text', page_figures.language),
        (f.figure ->> 'value') || coalesce(' (' || (f.figure ->> 'low') || ' to ' || (f.figure ->> 'high') || ')', ''))),
      xmlelement(name td, CASE WHEN (f.figure ->> 'is_scale')::boolean THEN platform.report_bar(
        CASE WHEN f.figure ->> 'text' IS NULL THEN (f.figure ->> 'value')::float8 END, (f.figure ->> 'low')::float8,
        (f.figure ->> 'high')::float8) END)) ORDER BY f.n))))
  FROM jsonb_array_elements(page_figures.figures) WITH ORDINALITY f (figure, n)
  WHERE coalesce(f.figure ->> 'value', f.figure ->> 'text') IS NOT NULL HAVING count(*) > 0;
END;
COMMENT ON FUNCTION crew.page_figures(text, jsonb, text) IS
'A heading and a table of figures for a report, of [{name, value or text, low, high, is_scale}]: is_scale, from 0 to 100, has a bar. NULL
where none has a value.';

CREATE OR REPLACE FUNCTION crew.scale_figures(document jsonb, names text[] DEFAULT NULL) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'is_scale', true) || CASE
      WHEN jsonb_typeof(f.value) = 'number' THEN jsonb_build_object('value', trim_scale(round(f.value::text::numeric, 1)))
      WHEN f.value #>> '{}' IN ('low', 'medium', 'high') THEN jsonb_build_object('text', f.value,
        'low', CASE f.value #>> '{}' WHEN 'low' THEN 0 WHEN 'medium' THEN s.level_medium_above ELSE s.level_high_above END,
        'high', CASE f.value #>> '{}' WHEN 'low' THEN s.level_medium_above WHEN 'medium' THEN s.level_high_above ELSE 100 END)
      ELSE '{}' END ORDER BY f.n, f.name), '[]')
  FROM (VALUES (1)) one LEFT JOIN crew.setting s ON true
  CROSS JOIN LATERAL (SELECT e.key, e.value, array_position(scale_figures.names, e.key)
        FROM jsonb_each(CASE jsonb_typeof(scale_figures.document) WHEN 'object' THEN scale_figures.document END) e) f (name, value, n)
  WHERE scale_figures.names IS NULL OR f.n IS NOT NULL;
END;
COMMENT ON FUNCTION crew.scale_figures(jsonb, text[]) IS
'Members of a document that are scores from 0 to 100, or the levels low, medium and high, as figures (crew.page_figures), in this order. The
bar of a level is where its scores are, by the cut-offs of crew.setting.';

CREATE OR REPLACE FUNCTION crew.page_texts(heading text, texts jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(xmlelement(name h2, crew.word(page_texts.heading, page_texts.language)),
    xmlelement(name ul, xmlagg(xmlelement(name li, xmlattributes(t.value ->> 'language' AS lang),
      CASE WHEN t.value ->> 'trait' IS NOT NULL THEN xmlelement(name strong, format('%s, %s: ',
        crew.word(t.value ->> 'trait', page_texts.language), lower(crew.word(t.value ->> 'level', page_texts.language)))) END,
      xmlelement(name bdi, coalesce(t.value ->> 'text', t.value #>> '{}'))) ORDER BY t.n)))
  FROM jsonb_array_elements(CASE jsonb_typeof(page_texts.texts) WHEN 'array' THEN page_texts.texts END) WITH ORDINALITY t (value, n)
  HAVING count(*) > 0;
END;
COMMENT ON FUNCTION crew.page_texts(text, jsonb, text) IS
'A heading and a list of texts for a report: of strings, or of objects as crew.statement and the advice of crew.report have them.';

CREATE OR REPLACE FUNCTION crew.page_note(code text, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(xmlelement(name h2, crew.word('About_these_figures', page_note.language)),
    xmlelement(name p, xmlattributes('note' AS class, s.statement ->> 'language' AS lang), s.statement ->> 'text'))
  FROM (SELECT crew.statement(page_note.code, '{}', page_note.language)) s (statement);
END;
COMMENT ON FUNCTION crew.page_note(text, text) IS 'What a report says about how far its figures can be trusted (crew.wording).';

CREATE OR REPLACE FUNCTION crew.person_body(report jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH item AS (
    SELECT i.item ->> 'item' AS name, i.item -> 'score' AS score, i.item -> 'level' AS level, i.item -> 'text' AS text, i.n
    FROM jsonb_array_elements(person_body.report -> 'items') WITH ORDINALITY i (item, n)
  ), bound AS (SELECT * FROM (VALUES ('g_fit', 'g_fit_low', 'g_fit_high'), ('y_success', 'y_low', 'y_high')) b (name, low, high))
  SELECT xmlconcat(
    crew.page_facts((
      SELECT crew.page_words(jsonb_object_agg(i.name, i.text), array_agg(i.name ORDER BY i.n), person_body.language)
      FROM item i WHERE i.text IS NOT NULL AND i.name NOT IN ('explanation', 'sentence')), person_body.language),
    crew.page_figures('Key_figures', (
      SELECT jsonb_agg(jsonb_build_object('name', i.name, 'value', i.score, 'low', l.score, 'high', h.score,
                                          'is_scale', i.name NOT IN ('tied_with', 'team_delta')) ORDER BY i.n)
      FROM item i LEFT JOIN bound b ON b.name = i.name LEFT JOIN item l ON l.name = b.low LEFT JOIN item h ON h.name = b.high
      WHERE jsonb_typeof(i.score) = 'number' AND NOT EXISTS (SELECT FROM bound o WHERE i.name IN (o.low, o.high))), person_body.language),
    (SELECT xmlagg(crew.page_figures(i.name, crew.scale_figures(i.score), person_body.language) ORDER BY i.n)
     FROM item i WHERE jsonb_typeof(i.score) = 'object'),
    crew.page_figures('levels', (
      SELECT crew.scale_figures(jsonb_object_agg(i.name, i.level), array_agg(i.name ORDER BY i.n)) FROM item i WHERE i.level IS NOT NULL),
      person_body.language),
    crew.page_texts('explanation', (
      SELECT coalesce((SELECT i.text FROM item i WHERE i.name = 'explanation'),
                      (SELECT jsonb_build_array(i.text) FROM item i WHERE i.name = 'sentence'))), person_body.language),
    crew.page_texts('advice', person_body.report -> 'advice', person_body.language),
    crew.page_texts('statements', person_body.report -> 'statements', person_body.language),
    crew.page_note('REPORT_PERSON', person_body.language));
END;
COMMENT ON FUNCTION crew.person_body(jsonb, text) IS 'What crew.report answers, as the content of a report on paper.';

CREATE OR REPLACE FUNCTION crew.person_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                            OUT organization uuid)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  campaign CONSTANT uuid := platform.subject_id(subject, 'campaign', true);
  report jsonb;
  asked record;
BEGIN
  person := platform.subject_id(subject, 'person');
  report := crew.report(person, kind, campaign, language);
  SELECT a.full_name, c.title, c.position, c.organization_id, v.name AS vessel, m.version INTO asked
  FROM platform.account a LEFT JOIN crew.campaign c ON c.id = campaign LEFT JOIN crew.vessel v ON v.id = c.vessel_id
  LEFT JOIN crew.model_version m ON m.is_active AND kind = 'recruiter' WHERE a.id = person;
  organization := asked.organization_id;
  title := format('%s: %s', crew.word(kind, language), asked.full_name);
  body := xmlconcat(
    crew.page_facts(jsonb_build_array(
      jsonb_build_array('person', asked.full_name), jsonb_build_array('campaign', asked.title),
      jsonb_build_array('position', asked.position), jsonb_build_array('vessel_name', asked.vessel),
      jsonb_build_array('made_on', platform.today()), jsonb_build_array('model_version', asked.version)), language),
    crew.person_body(report, language));
END
$$;
COMMENT ON FUNCTION crew.person_page(text, jsonb, text) IS
'The report on a person, {person, campaign}, for a viewer context as a page: what crew.report answers, with its rights, errors and entry in
the audit trail (platform.report_kind).';

CREATE OR REPLACE FUNCTION crew.percentages(document jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_object_agg(e.key, CASE jsonb_typeof(e.value) WHEN 'number' THEN to_jsonb(100 * e.value::text::numeric) ELSE e.value END)
  FROM jsonb_each(CASE jsonb_typeof(percentages.document) WHEN 'object' THEN percentages.document END) e;
END;
COMMENT ON FUNCTION crew.percentages(jsonb) IS 'A document whose numbers from 0 to 1 are from 0 to 100.';

CREATE OR REPLACE FUNCTION crew.vessel_body(dashboard jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH part AS (
    SELECT vessel_body.dashboard -> 'diagnosis' AS diagnosis, vessel_body.dashboard -> 'weather' AS weather,
           vessel_body.dashboard -> 'harmony' AS harmony, vessel_body.dashboard -> 'f_team' AS f_team)
  SELECT xmlconcat(
    CASE WHEN vessel_body.dashboard ->> 'action' <> '' THEN
      xmlelement(name p, xmlattributes('lead' AS class, vessel_body.dashboard #>> '{statement,language}' AS lang),
        vessel_body.dashboard ->> 'action') END,
    CASE WHEN vessel_body.dashboard ->> 'reason' <> '' THEN
      xmlelement(name p, xmlattributes('lead' AS class), vessel_body.dashboard ->> 'reason') END,
    crew.page_figures('The_crew', CASE WHEN jsonb_typeof(p.f_team) = 'object' THEN
      jsonb_build_array(jsonb_build_object('name', 'f_team', 'value', p.f_team -> 'score', 'is_scale', true)) ELSE '[]' END
      || crew.scale_figures(p.harmony, '{performance,cohesion}')
      || crew.scale_figures(p.diagnosis, '{hidden_conflict,team_volatility}')
      || crew.scale_figures(p.harmony, '{mean_gca,mean_emotional_stability,min_emotional_stability,min_agreeableness,sd_conscientiousness}')
      || CASE WHEN jsonb_typeof(p.harmony -> 'data_quality') = 'number' THEN jsonb_build_array(jsonb_build_object(
           'name', 'data_quality', 'value', round(100 * (p.harmony ->> 'data_quality')::numeric) || ' %')) ELSE '[]' END,
      vessel_body.language),
    CASE WHEN jsonb_typeof(p.diagnosis) = 'object' THEN xmlconcat(xmlelement(name h2, crew.word('diagnosis', vessel_body.language)),
      crew.page_facts(crew.page_words(p.diagnosis, '{crew_type,risk,risk_signal,cell,performance_level,cohesion_level}',
                                      vessel_body.language)
                      || crew.page_words(p.f_team, '{flags}', vessel_body.language), vessel_body.language)) END,
    CASE WHEN jsonb_typeof(p.weather) = 'object' THEN xmlconcat(xmlelement(name h2, crew.word('weather', vessel_body.language)),
      crew.page_facts(crew.page_words(p.weather, '{status,week,mean,rmssd,n_pulses,n_people}', vessel_body.language)
        || jsonb_build_array(
          jsonb_build_array('trend', (p.weather ->> 'trend')
            || coalesce(' (' || (p.weather ->> 'slope_low') || ' to ' || (p.weather ->> 'slope_high') || ')', '')),
          jsonb_build_array('outlook', (p.weather ->> 'outlook')
            || coalesce(' (' || (p.weather ->> 'outlook_low') || ' to ' || (p.weather ->> 'outlook_high') || ')', ''))),
        vessel_body.language)) END,
    crew.page_figures('leadership', crew.scale_figures(crew.percentages(vessel_body.dashboard -> 'leadership')), vessel_body.language),
    crew.page_figures('environment', crew.scale_figures(crew.percentages(vessel_body.dashboard -> 'environment')), vessel_body.language),
    crew.page_note('REPORT_CREW', vessel_body.language))
  FROM part p;
END;
COMMENT ON FUNCTION crew.vessel_body(jsonb, text) IS 'What crew.dashboard answers, as the content of a report on paper.';

CREATE OR REPLACE FUNCTION crew.vessel_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                            OUT organization uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  vessel CONSTANT uuid := platform.subject_id(subject, 'vessel');
  dashboard CONSTANT jsonb := crew.dashboard(vessel, language);
BEGIN
  organization := (SELECT v.organization_id FROM crew.vessel v WHERE v.id = vessel);
  title := format('%s: %s', crew.word(kind, language), dashboard ->> 'name');
  body := xmlconcat(
    crew.page_facts(jsonb_build_array(
        jsonb_build_array('vessel_name', dashboard ->> 'name'), jsonb_build_array('made_on', platform.today()))
      || crew.page_words(dashboard, '{as_of,crew_count,measured,toxicity_flag}', language)
      || jsonb_build_array(jsonb_build_array('model_version', dashboard #>> '{diagnosis,model_version}')), language),
    crew.vessel_body(dashboard, language));
END
$$;
COMMENT ON FUNCTION crew.vessel_page(text, jsonb, text) IS
'The dashboard of a vessel, {vessel}, as a page: what crew.dashboard answers, with its rights and errors (platform.report_kind).';

CREATE OR REPLACE FUNCTION crew.fleet_vessels(fleet jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH head AS (SELECT '{name,crew_count,f_team,weather,crew_type,risk,toxicity_flag}'::text[] AS names)
  SELECT xmlconcat(xmlelement(name h2, crew.word('vessel_count', fleet_vessels.language)),
    xmlelement(name table, xmlelement(name thead, xmlelement(name tr, (
        SELECT xmlagg(xmlelement(name th, xmlattributes('col' AS scope), crew.word(c.name, fleet_vessels.language)) ORDER BY c.n)
        FROM head h CROSS JOIN LATERAL unnest(h.names) WITH ORDINALITY c (name, n)))),
      xmlelement(name tbody, xmlagg(xmlelement(name tr, (
        SELECT xmlagg(xmlelement(name td, xmlelement(name bdi,
          CASE WHEN c.name = 'name' THEN v.vessel ->> 'name'
               ELSE coalesce(crew.page_words(v.vessel, ARRAY[c.name], fleet_vessels.language) #>> '{0,1}', '-') END)) ORDER BY c.n)
        FROM head h CROSS JOIN LATERAL unnest(h.names) WITH ORDINALITY c (name, n))) ORDER BY v.n))))
  FROM jsonb_array_elements(fleet_vessels.fleet -> 'vessels') WITH ORDINALITY v (vessel, n) HAVING count(*) > 0;
END;
COMMENT ON FUNCTION crew.fleet_vessels(jsonb, text) IS 'The vessels of crew.fleet as a table of a report on paper.';

CREATE OR REPLACE FUNCTION crew.fleet_actions(fleet jsonb, language text) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_agg(jsonb_build_object('text', (v.vessel ->> 'name') || ': ' || a.action, 'language', a.language) ORDER BY v.n)
  FROM jsonb_array_elements(fleet_actions.fleet -> 'vessels') WITH ORDINALITY v (vessel, n)
  CROSS JOIN LATERAL crew.action_for(v.vessel ->> 'crew_type', v.vessel ->> 'risk', fleet_actions.language) a
  WHERE a.action IS NOT NULL;
END;
COMMENT ON FUNCTION crew.fleet_actions(jsonb, text) IS 'What to do aboard each vessel of crew.fleet, in words (crew.recommended_action).';

CREATE OR REPLACE FUNCTION crew.fleet_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                           OUT organization uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  fleet jsonb;
  name text;
BEGIN
  organization := platform.subject_id(subject, 'organization');
  fleet := coalesce(crew.fleet(organization), '{}');
  name := (SELECT o.name FROM platform.organization o WHERE o.id = organization);
  title := format('%s: %s', crew.word(kind, language), name);
  body := xmlconcat(
    crew.page_facts(jsonb_build_array(
        jsonb_build_array('employer', name), jsonb_build_array('made_on', platform.today()))
      || crew.page_words(fleet, '{vessel_count,crew_count,toxic}', language), language),
    crew.page_figures('Means_of_the_vessels', crew.scale_figures(fleet, '{performance,cohesion}'), language),
    crew.page_figures('risk_counts', (
      SELECT jsonb_agg(jsonb_build_object('name', r.risk, 'value', fleet -> 'risk' -> r.risk) ORDER BY r.n)
      FROM unnest('{low,medium,high,critical}'::text[]) WITH ORDINALITY r (risk, n)), language),
    crew.fleet_vessels(fleet, language), crew.page_texts('action', crew.fleet_actions(fleet, language), language),
    crew.page_note('REPORT_CREW', language));
END
$$;
COMMENT ON FUNCTION crew.fleet_page(text, jsonb, text) IS
'The dashboard of an employer, {organization}, as a page: what crew.fleet answers, with its rights and errors (platform.report_kind).';
