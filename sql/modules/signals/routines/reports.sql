-- Reports on signals on paper (platform.report_kind): what signals.signal_detail answers, with its rights.

CREATE OR REPLACE FUNCTION signals.month_chart(detail jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH month AS (
    SELECT jsonb_build_object('label', format('%s-%s', left(p.point ->> 'period', 4), right(p.point ->> 'period', 2)),
             'value', p.point -> 'value', 'low', p.point -> 'lower', 'high', p.point -> 'upper', 'is_marked', m.is_marked) AS point,
           m.is_marked, p.n
    FROM jsonb_array_elements(month_chart.detail -> 'chart') WITH ORDINALITY p (point, n)
    CROSS JOIN LATERAL (SELECT jsonb_array_length(coalesce(nullif(p.point -> 'rules', 'null'), '[]')) > 0) m (is_marked))
  SELECT platform.report_figure(
    format('%s, %s: %s %s', month_chart.detail #>> '{signal,metric}', month_chart.detail #>> '{signal,facility}',
           count(*) FILTER (WHERE m.is_marked), platform.word('months_beyond', month_chart.language)),
    platform.word('month_chart', month_chart.language), count(*), month_chart.detail #>> '{signal,metric}',
    jsonb_agg(m.point ORDER BY m.n), month_chart.language)
  FROM month m HAVING count(*) > 0;
END;
COMMENT ON FUNCTION signals.month_chart(jsonb, text) IS
'The control chart of signals.signal_detail as a chart of a report; NULL: there are no months.';

CREATE OR REPLACE FUNCTION signals.signal_peers(detail jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(
    platform.report_figures('peers', jsonb_build_array(
        jsonb_build_object('name', 'here', 'value', signal_peers.detail #> '{signal,value}', 'digits', 3),
        jsonb_build_object('name', 'peers_median', 'value', signal_peers.detail #> '{peers,median}', 'digits', 3),
        jsonb_build_object('name', 'peers_mean', 'value', signal_peers.detail #> '{peers,mean}', 'digits', 3),
        jsonb_build_object('name', 'peers_sd', 'value', signal_peers.detail #> '{peers,sd}', 'digits', 3),
        jsonb_build_object('name', 'peers_n', 'value', signal_peers.detail #> '{peers,n}'),
        jsonb_build_object('name', 'percentile', 'value', signal_peers.detail #> '{signal,percentile}', 'is_scale', true)),
      signal_peers.language),
    (SELECT platform.report_figures('funnel', jsonb_build_array(
        jsonb_build_object('name', 'funnel_95', 'value', p.point -> 'value', 'low', p.point -> 'lower_95', 'high', p.point -> 'upper_95',
                           'digits', 4),
        jsonb_build_object('name', 'funnel_998', 'value', p.point -> 'value', 'low', p.point -> 'lower_998', 'high', p.point -> 'upper_998',
                           'digits', 4),
        jsonb_build_object('name', 'shrunken', 'value', p.point -> 'shrunken', 'digits', 4),
        jsonb_build_object('name', 'encounters', 'value', p.point -> 'size')), signal_peers.language)
     FROM jsonb_array_elements(signal_peers.detail #> '{funnel,points}') p (point)
     WHERE p.point ->> 'facility_id' = signal_peers.detail #>> '{signal,facility_id}' LIMIT 1));
END;
COMMENT ON FUNCTION signals.signal_peers(jsonb, text) IS
'Where a site stands among the others, and in the funnel, of signals.signal_detail, as tables of a report.';

CREATE OR REPLACE FUNCTION signals.signal_data_quality(detail jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(
    platform.report_facts(jsonb_build_array(jsonb_build_array('checks_passed',
      format('%s / %s', count(*) FILTER (WHERE (c.value ->> 'passed')::boolean), count(*)))), signal_data_quality.language),
    platform.report_table('checks_failed', '{layer,kind,columns,severity,n_failed}', jsonb_agg(jsonb_build_array(c.value -> 'layer',
      c.value -> 'kind', (SELECT string_agg(k, ', ') FROM jsonb_array_elements_text(c.value -> 'columns') k), c.value -> 'severity',
      c.value -> 'n_failed') ORDER BY c.n) FILTER (WHERE NOT (c.value ->> 'passed')::boolean), signal_data_quality.language))
  FROM jsonb_array_elements(signal_data_quality.detail -> 'checks') WITH ORDINALITY c (value, n) HAVING count(*) > 0;
END;
COMMENT ON FUNCTION signals.signal_data_quality(jsonb, text) IS
'How many checks of the run have passed, and which have not, of signals.signal_detail, for a report.';

CREATE OR REPLACE FUNCTION signals.signal_parts(detail jsonb, language text) RETURNS xml[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH told AS (SELECT signal_parts.detail -> 'signal' AS signal, signal_parts.detail -> 'indicators' AS indicators)
  SELECT ARRAY[
    xmlconcat(
      platform.report_lead(ARRAY[format('%s, %s: %s. %s: %s. %s: %s.', t.signal ->> 'metric', t.signal ->> 'facility',
        platform.report_number((t.signal ->> 'value')::float8, 3, signal_parts.language),
        platform.word('severity', signal_parts.language), t.signal ->> 'severity', platform.word('signal_type', signal_parts.language),
        platform.word(t.signal ->> 'signal_type', signal_parts.language))]),
      platform.report_lead(ARRAY[signal_parts.detail ->> 'reason'], 'en')),
    platform.report_facts(
      jsonb_build_array(jsonb_build_array('facility', t.signal -> 'facility'), jsonb_build_array('metric', t.signal -> 'metric'))
      || platform.report_words(t.signal, '{status,days_open}', signal_parts.language)
      || jsonb_build_array(jsonb_build_array('run_id', t.signal -> 'run_id'),
           jsonb_build_array('since_run', signal_parts.detail #> '{since,run_id}'),
           jsonb_build_array('description', t.signal -> 'description'), jsonb_build_array('why_it_matters', t.signal -> 'why_it_matters')),
      signal_parts.language),
    signals.month_chart(signal_parts.detail, signal_parts.language), signals.signal_peers(signal_parts.detail, signal_parts.language),
    platform.report_facts(
      platform.report_words(signal_parts.detail -> 'statistics', '{z,mean_z,slope,std_error,p_value,q_value,periods,encounters}',
                            signal_parts.language)
      || platform.report_words(jsonb_build_object('indicator_position', t.indicators -> 'position',
           'indicator_trend', t.indicators -> 'trend', 'indicator_momentum', t.indicators -> 'momentum',
           'indicator_consistency', t.indicators -> 'consistency'),
           '{indicator_position,indicator_trend,indicator_momentum,indicator_consistency}', signal_parts.language), signal_parts.language),
    platform.report_texts((
      SELECT jsonb_agg(format('%s, %s: %s', coalesce(c.value ->> 'author_name', '-'), left(c.value ->> 'created_at', 10),
                              c.value ->> 'comment') ORDER BY c.n)
      FROM jsonb_array_elements(signal_parts.detail -> 'comments') WITH ORDINALITY c (value, n)), signal_parts.language),
    signals.signal_data_quality(signal_parts.detail, signal_parts.language)]
  FROM told t;
END;
COMMENT ON FUNCTION signals.signal_parts(jsonb, text) IS
'What signals.signal_detail answers, as parts of a report on paper: finding, about, chart, peers, statistics, comments, checks.';

CREATE OR REPLACE FUNCTION signals.signal_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                               OUT organization uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  detail CONSTANT jsonb := signals.signal_detail(platform.subject_number(subject, 'signal'));
BEGIN
  organization := detail #>> '{signal,organization_id}';
  title := format('%s: %s, %s', platform.word(kind, language), detail #>> '{signal,facility}', detail #>> '{signal,metric}');
  body := platform.report_body(kind, language, NULL, '{finding,about,chart,peers,statistics,comments,checks}',
                               signals.signal_parts(detail, language));
END
$$;
COMMENT ON FUNCTION signals.signal_page(text, jsonb, text) IS
'All that is known of a signal, {signal}, as a page: what signals.signal_detail answers, with its rights and errors (platform.report_kind).
Parts: those of signals.signal_parts.';
