-- Reports on paper (platform.report_kind): pages of what crew.report, crew.dashboard and crew.fleet answer, which ask for the rights.
-- Besides their answers nothing is shown but the names of what was asked for.

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
'Members of a document that are scores from 0 to 100, or the levels low, medium and high, as figures (platform.report_figures), in this
order. The bar of a level is where its scores are, by the cut-offs of crew.setting.';

CREATE OR REPLACE FUNCTION crew.person_finding(report jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH item AS (SELECT i.item ->> 'item' AS name, i.item ->> 'level' AS level, i.item ->> 'text' AS text, i.n
                FROM jsonb_array_elements(person_finding.report -> 'items') WITH ORDINALITY i (item, n))
  SELECT coalesce(
    (SELECT platform.report_lead(ARRAY[i.text], 'en') FROM item i WHERE i.name = 'sentence'),
    (SELECT platform.report_lead(array_agg(l.said ORDER BY array_position('{high,medium,low}', l.level)))
     FROM (SELECT i.level, format('%s: %s.', platform.word(i.level, person_finding.language),
                    string_agg(platform.word(i.name, person_finding.language), ', ' ORDER BY i.n)) AS said
           FROM item i WHERE i.level IS NOT NULL GROUP BY i.level) l),
    platform.report_lead(ARRAY[platform.word('not_measured', person_finding.language)]));
END;
COMMENT ON FUNCTION crew.person_finding(jsonb, text) IS
'What crew.report says first: the sentence of crew.impact where there is one, which is English, else what is high, medium and low.';

CREATE OR REPLACE FUNCTION crew.person_parts(report jsonb, language text) RETURNS xml[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH item AS (
    SELECT i.item ->> 'item' AS name, i.item -> 'score' AS score, i.item -> 'level' AS level, i.item -> 'text' AS text, i.n
    FROM jsonb_array_elements(person_parts.report -> 'items') WITH ORDINALITY i (item, n)
  ), bound AS (SELECT * FROM (VALUES ('g_fit', 'g_fit_low', 'g_fit_high'), ('y_success', 'y_low', 'y_high')) b (name, low, high))
  SELECT ARRAY[crew.person_finding(person_parts.report, person_parts.language),
    xmlconcat(
      platform.report_figures('Key_figures', (
        SELECT jsonb_agg(jsonb_build_object('name', i.name, 'value', i.score, 'low', l.score, 'high', h.score,
                                            'is_scale', i.name NOT IN ('tied_with', 'team_delta')) ORDER BY i.n)
        FROM item i LEFT JOIN bound b ON b.name = i.name LEFT JOIN item l ON l.name = b.low LEFT JOIN item h ON h.name = b.high
        WHERE jsonb_typeof(i.score) = 'number' AND NOT EXISTS (SELECT FROM bound o WHERE i.name IN (o.low, o.high))),
        person_parts.language),
      platform.report_facts((
        SELECT platform.report_words(jsonb_object_agg(i.name, i.text), array_agg(i.name ORDER BY i.n), person_parts.language)
        FROM item i WHERE i.text IS NOT NULL AND i.name NOT IN ('explanation', 'sentence')), person_parts.language)),
    (SELECT xmlagg(platform.report_figures(i.name, crew.scale_figures(i.score), person_parts.language) ORDER BY i.n)
     FROM item i WHERE jsonb_typeof(i.score) = 'object'),
    platform.report_figures('levels', (
      SELECT crew.scale_figures(jsonb_object_agg(i.name, i.level), array_agg(i.name ORDER BY i.n)) FROM item i WHERE i.level IS NOT NULL),
      person_parts.language),
    platform.report_texts((SELECT i.text FROM item i WHERE i.name = 'explanation'), person_parts.language),
    platform.report_texts(person_parts.report -> 'advice', person_parts.language),
    platform.report_texts(person_parts.report -> 'statements', person_parts.language)];
END;
COMMENT ON FUNCTION crew.person_parts(jsonb, text) IS
'What crew.report answers, as parts of a report on paper: finding, figures, components, levels, explanation, advice, statements.';

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
  title := format('%s: %s', platform.word(kind, language), asked.full_name);
  body := platform.report_body(kind, language, asked.version,
    '{about,finding,figures,components,levels,explanation,advice,statements}',
    platform.report_facts(jsonb_build_array(
      jsonb_build_array('person', asked.full_name), jsonb_build_array('campaign', asked.title),
      jsonb_build_array('position', asked.position), jsonb_build_array('vessel_name', asked.vessel)), language)
    || crew.person_parts(report, language));
END
$$;
COMMENT ON FUNCTION crew.person_page(text, jsonb, text) IS
'The report on a person, {person, campaign}, for a viewer context as a page: what crew.report answers, with its rights, errors and entry in
the audit trail (platform.report_kind). Parts: about, and those of crew.person_parts.';

CREATE OR REPLACE FUNCTION crew.percentages(document jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_object_agg(e.key, CASE jsonb_typeof(e.value) WHEN 'number' THEN to_jsonb(100 * e.value::text::numeric) ELSE e.value END)
  FROM jsonb_each(CASE jsonb_typeof(percentages.document) WHEN 'object' THEN percentages.document END) e;
END;
COMMENT ON FUNCTION crew.percentages(jsonb) IS 'A document whose numbers from 0 to 1 are from 0 to 100.';

CREATE OR REPLACE FUNCTION crew.vessel_finding(dashboard jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(
    platform.report_lead(ARRAY[(
      SELECT string_agg(format('%s: %s.', f.fact ->> 0, f.fact ->> 1), ' ' ORDER BY f.n)
      FROM (SELECT jsonb_build_array(platform.word(w.value ->> 0, vessel_finding.language), w.value ->> 1) AS fact, w.n
            FROM jsonb_array_elements(platform.report_words(vessel_finding.dashboard -> 'diagnosis', '{crew_type,risk}',
                                                            vessel_finding.language)) WITH ORDINALITY w (value, n)) f
      WHERE f.fact ->> 1 <> '')]),
    platform.report_lead(ARRAY[vessel_finding.dashboard ->> 'action'], vessel_finding.dashboard #>> '{statement,language}'),
    platform.report_lead(ARRAY[vessel_finding.dashboard ->> 'reason'], 'en'));
END;
COMMENT ON FUNCTION crew.vessel_finding(jsonb, text) IS
'What crew.dashboard says first: type and risk of the crew and what to do, or why nothing is shown.';

CREATE OR REPLACE FUNCTION crew.vessel_parts(dashboard jsonb, language text) RETURNS xml[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH part AS (
    SELECT vessel_parts.dashboard -> 'diagnosis' AS diagnosis, vessel_parts.dashboard -> 'weather' AS weather,
           vessel_parts.dashboard -> 'harmony' AS harmony, vessel_parts.dashboard -> 'f_team' AS f_team)
  SELECT ARRAY[crew.vessel_finding(vessel_parts.dashboard, vessel_parts.language),
    platform.report_figures('The_crew', CASE WHEN jsonb_typeof(p.f_team) = 'object' THEN
      jsonb_build_array(jsonb_build_object('name', 'f_team', 'value', p.f_team -> 'score', 'is_scale', true)) ELSE '[]' END
      || crew.scale_figures(p.harmony, '{performance,cohesion}')
      || crew.scale_figures(p.diagnosis, '{hidden_conflict,team_volatility}')
      || crew.scale_figures(p.harmony, '{mean_gca,mean_emotional_stability,min_emotional_stability,min_agreeableness,sd_conscientiousness}')
      || CASE WHEN jsonb_typeof(p.harmony -> 'data_quality') = 'number' THEN jsonb_build_array(jsonb_build_object(
           'name', 'data_quality', 'value', round(100 * (p.harmony ->> 'data_quality')::numeric), 'unit', '%')) ELSE '[]' END,
      vessel_parts.language),
    platform.report_facts(platform.report_words(p.diagnosis, '{crew_type,risk,risk_signal,cell,performance_level,cohesion_level}',
                                                vessel_parts.language)
      || platform.report_words(p.f_team, '{flags}', vessel_parts.language), vessel_parts.language),
    platform.report_facts(platform.report_words(p.weather, '{status,week,mean,rmssd,n_pulses,n_people}', vessel_parts.language)
        || jsonb_build_array(
          jsonb_build_array('trend', platform.report_range((p.weather ->> 'trend')::float8, (p.weather ->> 'slope_low')::float8,
                                                           (p.weather ->> 'slope_high')::float8, 2, vessel_parts.language)),
          jsonb_build_array('outlook', platform.report_range((p.weather ->> 'outlook')::float8, (p.weather ->> 'outlook_low')::float8,
                                                             (p.weather ->> 'outlook_high')::float8, 2, vessel_parts.language))),
      vessel_parts.language),
    platform.report_figures('leadership', crew.scale_figures(crew.percentages(vessel_parts.dashboard -> 'leadership')),
                            vessel_parts.language),
    platform.report_figures('environment', crew.scale_figures(crew.percentages(vessel_parts.dashboard -> 'environment')),
                            vessel_parts.language)]
  FROM part p;
END;
COMMENT ON FUNCTION crew.vessel_parts(jsonb, text) IS
'What crew.dashboard answers, as parts of a report on paper: finding, figures, diagnosis, weather, leadership, environment.';

CREATE OR REPLACE FUNCTION crew.vessel_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                            OUT organization uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  vessel CONSTANT uuid := platform.subject_id(subject, 'vessel');
  dashboard CONSTANT jsonb := crew.dashboard(vessel, language);
BEGIN
  organization := (SELECT v.organization_id FROM crew.vessel v WHERE v.id = vessel);
  title := format('%s: %s', platform.word(kind, language), dashboard ->> 'name');
  body := platform.report_body(kind, language, dashboard #>> '{diagnosis,model_version}',
    '{about,finding,figures,diagnosis,weather,leadership,environment}',
    platform.report_facts(jsonb_build_array(jsonb_build_array('vessel_name', dashboard ->> 'name'))
      || platform.report_words(dashboard, '{as_of,crew_count,measured,toxicity_flag}', language), language)
    || crew.vessel_parts(dashboard, language));
END
$$;
COMMENT ON FUNCTION crew.vessel_page(text, jsonb, text) IS
'The dashboard of a vessel, {vessel}, as a page: what crew.dashboard answers, with its rights and errors (platform.report_kind). Parts:
about, and those of crew.vessel_parts.';

CREATE OR REPLACE FUNCTION crew.fleet_vessels(fleet jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT platform.report_table('vessels', '{vessel_name,crew_count,f_team,weather,crew_type,risk,toxicity_flag}', jsonb_agg(
    jsonb_build_array(v.vessel ->> 'name') || (
      SELECT jsonb_agg(w.value -> 1 ORDER BY w.n)
      FROM jsonb_array_elements(platform.report_words(v.vessel, '{crew_count,f_team,weather,crew_type,risk,toxicity_flag}',
                                                      fleet_vessels.language)) WITH ORDINALITY w (value, n))
    ORDER BY v.n), fleet_vessels.language)
  FROM jsonb_array_elements(fleet_vessels.fleet -> 'vessels') WITH ORDINALITY v (vessel, n);
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

CREATE OR REPLACE FUNCTION crew.fleet_finding(fleet jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT platform.report_lead(ARRAY[
    (SELECT string_agg(format('%s: %s', f.name, f.value), ', ' ORDER BY f.n)
     FROM (SELECT platform.word(w.value ->> 0, fleet_finding.language), w.value ->> 1, w.n
           FROM jsonb_array_elements(platform.report_words(fleet_finding.fleet, '{vessel_count,crew_count,toxic}', fleet_finding.language))
             WITH ORDINALITY w (value, n)) f (name, value, n) WHERE f.value <> ''),
    (SELECT format('%s: %s', platform.word('risk_counts', fleet_finding.language), string_agg(format('%s %s', r.n,
              lower(platform.word(r.risk, fleet_finding.language))), ', ' ORDER BY r.place))
     FROM (SELECT u.risk, (fleet_finding.fleet #>> ARRAY['risk', u.risk])::integer AS n, u.place
           FROM unnest('{critical,high,medium,low}'::text[]) WITH ORDINALITY u (risk, place)) r WHERE r.n > 0 HAVING count(*) > 0)]);
END;
COMMENT ON FUNCTION crew.fleet_finding(jsonb, text) IS 'What crew.fleet says first: how many vessels and people, and at which risk.';

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
  title := format('%s: %s', platform.word(kind, language), name);
  body := platform.report_body(kind, language, NULL, '{about,finding,means,risks,vessels,actions}', ARRAY[
    platform.report_facts(jsonb_build_array(jsonb_build_array('employer', name))
      || platform.report_words(fleet, '{vessel_count,crew_count,toxic}', language), language),
    crew.fleet_finding(fleet, language),
    platform.report_figures('Means_of_the_vessels', crew.scale_figures(fleet, '{performance,cohesion}'), language),
    platform.report_figures('risk_counts', (
      SELECT jsonb_agg(jsonb_build_object('name', r.risk, 'value', fleet -> 'risk' -> r.risk, 'highest', fleet -> 'vessel_count')
                       ORDER BY r.n)
      FROM unnest('{low,medium,high,critical}'::text[]) WITH ORDINALITY r (risk, n)), language),
    crew.fleet_vessels(fleet, language), platform.report_texts(crew.fleet_actions(fleet, language), language)]);
END
$$;
COMMENT ON FUNCTION crew.fleet_page(text, jsonb, text) IS
'The dashboard of an employer, {organization}, as a page: what crew.fleet answers, with its rights and errors (platform.report_kind). Parts:
about, finding, means, risks, vessels, actions.';
