-- Reports on delivery on paper (platform.report_kind): what delivery.executive, flow and dora_document answer, with their rights.

CREATE OR REPLACE FUNCTION delivery.shown_figure(figure jsonb, language text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT platform.report_range((shown_figure.figure ->> 'value')::float8 * u.factor, (shown_figure.figure ->> 'low')::float8 * u.factor,
           (shown_figure.figure ->> 'high')::float8 * u.factor, 1, shown_figure.language) || coalesce(' ' || u.unit, '')
  FROM (SELECT CASE shown_figure.figure ->> 'name' WHEN 'lead_time' THEN 1 / 86400.0 WHEN 'time_to_restore' THEN 1 / 3600.0
               WHEN 'deployment_frequency' THEN 1 ELSE 100 END::float8,
               CASE shown_figure.figure ->> 'name' WHEN 'lead_time' THEN platform.word('days', shown_figure.language)
               WHEN 'time_to_restore' THEN platform.word('hours', shown_figure.language) WHEN 'deployment_frequency' THEN NULL
               ELSE '%' END) u (factor, unit);
END;
COMMENT ON FUNCTION delivery.shown_figure(jsonb, text) IS
'A figure of delivery.executive in words: lead time in days, time to restore in hours, shares in percent, with the interval.';

CREATE OR REPLACE FUNCTION delivery.week_chart(trend jsonb, start timestamptz, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH unit AS (
    SELECT CASE week_chart.trend ->> 'name' WHEN 'lead_time' THEN 86400 ELSE 1 END::float8 AS size,
           date_trunc('week', week_chart.start AT TIME ZONE 'UTC' + interval '7 days' - interval '1 microsecond') AS first
  ), week AS (
    SELECT jsonb_build_object('label', to_char(u.first + (p.n - 1) * interval '7 days', 'YYYY-MM-DD'),
             'value', (p.point ->> 'value')::float8 / u.size, 'low', greatest((p.point ->> 'lower')::float8, 0) / u.size,
             'high', (p.point ->> 'upper')::float8 / u.size, 'is_marked', m.is_marked) AS point, m.is_marked, p.n
    FROM unit u CROSS JOIN LATERAL jsonb_array_elements(week_chart.trend -> 'points') WITH ORDINALITY p (point, n)
    CROSS JOIN LATERAL (SELECT jsonb_array_length(coalesce(nullif(p.point -> 'rules', 'null'), '[]')) > 0) m (is_marked))
  SELECT platform.report_figure(
    format('%s: %s %s', platform.word(week_chart.trend ->> 'name', week_chart.language), count(*) FILTER (WHERE w.is_marked),
           platform.word('weeks_beyond', week_chart.language)),
    platform.word('week_chart', week_chart.language), count(*),
    CASE week_chart.trend ->> 'name' WHEN 'lead_time' THEN platform.word('days', week_chart.language) END,
    jsonb_agg(w.point ORDER BY w.n), week_chart.language, true)
  FROM week w HAVING count(*) > 0;
END;
COMMENT ON FUNCTION delivery.week_chart(jsonb, timestamptz, text) IS
'A trend of delivery.executive as a chart of a report; its weeks begin with the first Monday (UTC) at or after start.';

CREATE OR REPLACE FUNCTION delivery.flow_figures(flow jsonb, language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT platform.report_figures('flow', jsonb_agg(jsonb_build_object('name', f.name, 'value', f.value, 'low', f.low, 'high', f.high,
    'unit', f.unit) ORDER BY f.n), flow_figures.language)
  FROM (SELECT flow_figures.flow -> 'cycle' AS cycle, flow_figures.flow -> 'lead' AS lead,
               platform.word('days', flow_figures.language) AS days) d
  CROSS JOIN LATERAL (VALUES
    (1, 'items_done', (flow_figures.flow ->> 'n')::float8, NULL::float8, NULL::float8, NULL),
    (2, 'cycle_median', (d.cycle ->> 'median')::float8 / 86400, (d.cycle ->> 'low')::float8 / 86400,
     (d.cycle ->> 'high')::float8 / 86400, d.days),
    (3, 'cycle_p85', (d.cycle ->> 'p85')::float8 / 86400, NULL, NULL, d.days),
    (4, 'lead_median_items', (d.lead ->> 'median')::float8 / 86400, (d.lead ->> 'low')::float8 / 86400,
     (d.lead ->> 'high')::float8 / 86400, d.days),
    (5, 'lead_p85', (d.lead ->> 'p85')::float8 / 86400, NULL, NULL, d.days),
    (6, 'efficiency', (flow_figures.flow ->> 'efficiency')::float8 * 100, NULL, NULL, '%'),
    (7, 'rework_items', (flow_figures.flow ->> 'rework')::float8 * 100, NULL, NULL, '%'),
    (8, 'service_level', (flow_figures.flow ->> 'service_level')::float8 * 100, NULL, NULL, '%')) f (n, name, value, low, high, unit);
END;
COMMENT ON FUNCTION delivery.flow_figures(jsonb, text) IS
'What delivery.flow answers, as a table of a report: times in days, shares in percent.';

CREATE OR REPLACE FUNCTION delivery.delivery_parts(executive jsonb, flow jsonb, dora jsonb, start timestamptz, language text) RETURNS xml[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ARRAY[
    CASE WHEN (delivery_parts.dora ->> 'deployments')::bigint = 0 THEN
           platform.report_lead(ARRAY[platform.word('nothing_deployed', delivery_parts.language)])
         WHEN jsonb_array_length(delivery_parts.executive -> 'risks') = 0 THEN
           platform.report_lead(ARRAY[platform.word('no_risk', delivery_parts.language)]) END,
    platform.report_texts((SELECT jsonb_agg(jsonb_build_object('text', r.risk -> 'text', 'language', 'en') ORDER BY r.n)
                           FROM jsonb_array_elements(delivery_parts.executive -> 'risks') WITH ORDINALITY r (risk, n)),
                          delivery_parts.language),
    platform.report_table('key_figures_delivery', '{figure,value,tier,n}', (
      SELECT jsonb_agg(jsonb_build_array(platform.word(k.kpi ->> 'name', delivery_parts.language),
        delivery.shown_figure(k.kpi, delivery_parts.language), platform.word(k.kpi ->> 'tier', delivery_parts.language),
        platform.report_number((k.kpi ->> 'n')::float8, 0, delivery_parts.language)) ORDER BY k.n)
      FROM jsonb_array_elements(delivery_parts.executive -> 'kpis') WITH ORDINALITY k (kpi, n)), delivery_parts.language),
    (SELECT xmlagg(delivery.week_chart(t.trend, delivery_parts.start, delivery_parts.language) ORDER BY t.n)
     FROM jsonb_array_elements(delivery_parts.executive -> 'trends') WITH ORDINALITY t (trend, n)),
    delivery.flow_figures(delivery_parts.flow, delivery_parts.language),
    platform.report_facts(platform.report_words(delivery_parts.dora || jsonb_build_object(
        'deployments_failed', delivery_parts.dora -> 'failed'),
      '{deployments,deployment_days,deployments_failed,seeds,incidents_open,restored}', delivery_parts.language), delivery_parts.language)];
END;
COMMENT ON FUNCTION delivery.delivery_parts(jsonb, jsonb, jsonb, timestamptz, text) IS
'What delivery.executive, flow and dora_document answer, as parts of a report on paper: finding, risks, keys, trends, flow, counts.';

CREATE OR REPLACE FUNCTION delivery.delivery_page(kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid,
                                                  OUT organization uuid)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  until CONSTANT timestamptz := coalesce((subject ->> 'end')::timestamptz, now());
  since CONSTANT timestamptz := coalesce((subject ->> 'start')::timestamptz, until - interval '90 days');
  name text;
BEGIN
  organization := platform.subject_id(subject, 'organization');
  body := platform.report_body(kind, language, NULL, '{finding,risks,keys,trends,flow,counts,about}',
    delivery.delivery_parts(delivery.executive(organization, since, until), delivery.flow(organization, since, until),
                            delivery.dora_document(organization, NULL, since, until), since, language)
    || platform.report_facts(jsonb_build_array(
         jsonb_build_array('organization', (SELECT o.name FROM platform.organization o WHERE o.id = organization)),
         jsonb_build_array('starts_at', to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')),
         jsonb_build_array('ends_at', to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'))), language));
  name := (SELECT o.name FROM platform.organization o WHERE o.id = organization);
  title := format('%s: %s', platform.word(kind, language), name);
END
$$;
COMMENT ON FUNCTION delivery.delivery_page(text, jsonb, text) IS
'How an organisation delivers, {organization, start, end}, as a page: what delivery.executive, flow and dora_document answer, with their
rights and errors (platform.report_kind); without end until now, without start of 90 days. Parts: those of delivery.delivery_parts, and
about.

Errors: 22007, 22008 times that are none.';
