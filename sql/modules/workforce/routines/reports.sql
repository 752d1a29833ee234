-- Reports on simulations on paper (platform.report_kind): what workforce.simulation_document answers, with its rights and its joined roles.

CREATE OR REPLACE FUNCTION workforce.outcome_figures(metrics jsonb, names text[], digits integer DEFAULT 0, factor float8 DEFAULT 1,
                                                     unit text DEFAULT NULL) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name,
           'value', (outcome_figures.metrics -> n.name ->> 'mean')::float8 * outcome_figures.factor,
           'low', (outcome_figures.metrics -> n.name ->> 'p05')::float8 * outcome_figures.factor,
           'high', (outcome_figures.metrics -> n.name ->> 'p95')::float8 * outcome_figures.factor,
           'digits', outcome_figures.digits, 'unit', outcome_figures.unit) ORDER BY n.place), '[]')
  FROM unnest(outcome_figures.names) WITH ORDINALITY n (name, place);
END;
COMMENT ON FUNCTION workforce.outcome_figures(jsonb, text[], integer, float8, text) IS
'Metrics of a step as figures of a report (platform.report_figures): the mean of the runs, and where nine of ten are (5 to 95 %).';

CREATE OR REPLACE FUNCTION workforce.run_chart(result jsonb, metric text, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH month AS (
    SELECT s.step #> ARRAY['total', run_chart.metric] AS figures, s.step ->> 'step' AS step, s.n
    FROM jsonb_array_elements(run_chart.result -> 'steps') WITH ORDINALITY s (step, n)
  ), line AS (
    SELECT jsonb_agg(jsonb_build_object('label', m.step, 'value', m.figures -> 'mean', 'low', m.figures -> 'p05',
                                        'high', m.figures -> 'p95') ORDER BY m.n) AS points,
           (array_agg(m.figures ORDER BY m.n DESC))[1] AS last, (array_agg(m.step ORDER BY m.n DESC))[1] AS last_step
    FROM month m)
  SELECT platform.report_figure(
    format('%s, %s %s: %s', platform.word(run_chart.metric, run_chart.language), platform.word('month', run_chart.language), l.last_step,
      platform.report_range((l.last ->> 'mean')::float8, (l.last ->> 'p05')::float8, (l.last ->> 'p95')::float8, 0, run_chart.language)),
    platform.word('run_chart', run_chart.language), (run_chart.result ->> 'n_iterations')::bigint, NULL, l.points, run_chart.language, true)
  FROM line l;
END;
COMMENT ON FUNCTION workforce.run_chart(jsonb, text, text) IS
'How a metric of all roles runs over the months, as a chart of a report: the mean, and a band of nine of ten runs.';

CREATE OR REPLACE FUNCTION workforce.role_figures(result jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT platform.report_figures('roles', jsonb_agg(jsonb_build_object(
    'label', CASE WHEN r.role -> 'salary' = 'null' AND r.role ->> 'role' = 'other' THEN platform.word('other_roles', role_figures.language)
             ELSE r.role ->> 'role' END,
    'value', (c.figures ->> 'mean')::float8, 'low', (c.figures ->> 'p05')::float8, 'high', (c.figures ->> 'p95')::float8,
    'unit', '/ ' || platform.report_number((r.role ->> 'count')::float8, 0, role_figures.language), 'highest', r.role -> 'count')
    ORDER BY r.n), role_figures.language)
  FROM jsonb_array_elements(role_figures.result #> '{input,roles}') WITH ORDINALITY r (role, n)
  CROSS JOIN LATERAL (SELECT role_figures.result -> 'steps' -> -1 -> 'roles' -> (r.role ->> 'role') -> 'count') c (figures);
END;
COMMENT ON FUNCTION workforce.role_figures(jsonb, text) IS
'How many posts of each role are left after the last month, as a table of a report.';

CREATE OR REPLACE FUNCTION workforce.simulation_finding(result jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH last AS (SELECT simulation_finding.result -> 'steps' -> -1 AS step, simulation_finding.result -> 'money' AS money)
  SELECT platform.report_lead(ARRAY[
    CASE WHEN simulation_finding.result IS NULL THEN platform.word('too_few_posts', simulation_finding.language) END,
    format('%s, %s %s: %s.', platform.word('employees', simulation_finding.language), platform.word('month', simulation_finding.language),
           l.step ->> 'step', platform.report_range((l.step #>> '{total,employees,mean}')::float8,
             (l.step #>> '{total,employees,p05}')::float8, (l.step #>> '{total,employees,p95}')::float8, 0, simulation_finding.language)),
    format('%s: %s.', platform.word('npv', simulation_finding.language), platform.report_range((l.money #>> '{npv,mean}')::float8,
             (l.money #>> '{npv,p05}')::float8, (l.money #>> '{npv,p95}')::float8, 0, simulation_finding.language))])
  FROM last l WHERE simulation_finding.result IS NOT NULL
  UNION ALL
  SELECT platform.report_lead(ARRAY[platform.word('too_few_posts', simulation_finding.language)])
  WHERE simulation_finding.result IS NULL;
END;
COMMENT ON FUNCTION workforce.simulation_finding(jsonb, text) IS
'What a report says first: posts after the last month and the net present value, or why nothing is shown.';

CREATE OR REPLACE FUNCTION workforce.simulation_parts(result jsonb, language text) RETURNS xml[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH last AS (SELECT simulation_parts.result -> 'steps' -> -1 -> 'total' AS total, simulation_parts.result -> 'money' AS money)
  SELECT ARRAY[workforce.simulation_finding(simulation_parts.result, simulation_parts.language),
    platform.report_figures('outcome',
      workforce.outcome_figures(l.money, '{npv}')
      || jsonb_build_array(jsonb_build_object('name', 'payback_month_median', 'value', l.money -> 'payback_month_median', 'digits', 0),
           jsonb_build_object('name', 'paid_back_share', 'value', 100 * (l.money ->> 'paid_back_share')::float8, 'unit', '%', 'digits', 0))
      || workforce.outcome_figures(l.total, '{employees,headcount_savings,salary,cost_savings}')
      || workforce.outcome_figures(l.total, '{automation_rate,unused_capacity}', 1, 100, '%'), simulation_parts.language),
    xmlconcat(workforce.run_chart(simulation_parts.result, 'employees', simulation_parts.language),
              workforce.run_chart(simulation_parts.result, 'cost_savings', simulation_parts.language)),
    workforce.role_figures(simulation_parts.result, simulation_parts.language),
    platform.report_texts((
      SELECT jsonb_agg(jsonb_build_object('language', 'en', 'text', format('%s: %s', e.key, (
               SELECT string_agg(t.value, ' ' ORDER BY t.n)
               FROM jsonb_array_elements_text(e.value -> 'text') WITH ORDINALITY t (value, n)))) ORDER BY e.key)
      FROM jsonb_each(simulation_parts.result -> 'explanations') e), simulation_parts.language),
    platform.report_texts((
      SELECT jsonb_agg(jsonb_build_object('language', 'en', 'text', a.value) ORDER BY a.n)
      FROM jsonb_array_elements(simulation_parts.result -> 'assumptions') WITH ORDINALITY a (value, n)), simulation_parts.language)]
  FROM last l;
END;
COMMENT ON FUNCTION workforce.simulation_parts(jsonb, text) IS
'The result of a simulation as parts of a report on paper: finding, outcome, charts, roles, explanations, assumptions.';

CREATE OR REPLACE FUNCTION workforce.simulation_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                                     OUT organization uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  simulation CONSTANT uuid := platform.subject_id(subject, 'simulation');
  document CONSTANT jsonb := workforce.simulation_document(simulation);
  result CONSTANT jsonb := nullif(document -> 'result', 'null');
  input CONSTANT jsonb := result -> 'input';
  stored record;
BEGIN
  SELECT s.name, s.kind, s.organization_id INTO stored FROM workforce.simulation s WHERE s.id = simulation;
  IF document ->> 'status' <> 'completed' OR stored.kind <> 'simulation' THEN
    RAISE EXCEPTION 'a report is made of a simulation that is completed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  organization := stored.organization_id;
  title := format('%s: %s', platform.word(kind, language), coalesce(stored.name, left(simulation::text, 8)));
  body := platform.report_body(kind, language, result ->> 'version',
    '{about,finding,outcome,charts,roles,explanations,assumptions}',
    platform.report_facts(jsonb_build_array(jsonb_build_array('scenario', stored.name),
        jsonb_build_array('organization', (SELECT o.name FROM platform.organization o WHERE o.id = organization)),
        jsonb_build_array('policy', platform.word('policy_' || (input ->> 'policy'), language)))
      || platform.report_words(input, '{n_steps,n_iterations,automation_factor,annual_attrition,adoption_midpoint,discount_rate}', language)
      || jsonb_build_array(jsonb_build_array('seed', result ->> 'seed')), language)
    || workforce.simulation_parts(result, language));
END
$$;
COMMENT ON FUNCTION workforce.simulation_page(text, jsonb, text) IS
'What a simulation has shown, {simulation}, as a page: the result of workforce.simulation_document, with its rights, errors and joined roles
(platform.report_kind). Parts: about, and those of workforce.simulation_parts.

Errors: PT404 as from there; 55000 it is not completed, or a sensitivity analysis.';
