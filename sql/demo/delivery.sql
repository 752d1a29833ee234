-- How well software is delivered: the histories of the temporary table history (histories.sql), where it is there, and a team's half a
-- year, which is made up (history.sql). Expects module delivery, and nothing of the organisation yet.
\pset footer off
\pset null '-'
INSERT INTO platform.organization (id, name) VALUES (md5('delivery')::uuid, 'Software delivery') ON CONFLICT DO NOTHING;
SELECT md5('delivery')::uuid AS organization, to_regclass('pg_temp.history') IS NOT NULL AS given \gset

\echo
\echo 'Loaded, the first deployment of each commit found:'
\if :given
SELECT h.project, i.loaded, i.rejected
FROM history h CROSS JOIN LATERAL delivery.import_git(:'organization', h.project, h.commits, h.releases) i;
\endif
SELECT 'web shop, made up' AS project, sum(l.loaded) AS loaded, sum(l.rejected) AS rejected
FROM document d CROSS JOIN LATERAL delivery.load(:'organization', 'web shop', d.kind, d.documents) l;
INSERT INTO delivery.service_level (organization_id, type, days) VALUES (:'organization', NULL, 10) ON CONFLICT DO NOTHING;
ANALYZE;

CREATE TEMP TABLE figures AS
  SELECT p.code, w.start, w."end", d.*, delivery.dora_document(:'organization', p.code, w.start, w."end") -> 'tiers' AS tiers
  FROM delivery.project p
  CROSS JOIN LATERAL (
    SELECT min(c.finished_at) AS start, max(c.finished_at) + interval '1 day' AS "end"
    FROM delivery.counted_deployment c WHERE c.project_id = p.id) w
  CROSS JOIN LATERAL delivery.dora(:'organization', p.code, w.start, w."end") d
  WHERE p.organization_id = :'organization';
\echo 'How often (medians of the days with a deployment in whole weeks and months), and the days from a commit to its deployment:'
SELECT code AS project, to_char(start, 'YYYY-MM') AS "from", to_char("end", 'YYYY-MM') AS "to", deployments,
       median_days_per_week AS a_week, median_days_per_month AS a_month, frequency_tier AS tier, lead_n AS commits,
       round((lead_median / 86400)::numeric, 1) AS days, round((lead_low / 86400)::numeric, 1) AS low,
       round((lead_high / 86400)::numeric, 1) AS high, lead_tier AS tier
FROM figures ORDER BY code;
\echo 'How often it goes wrong, and hours until it works again. Of a project without incidents nobody knows; with a * a border between two'
\echo 'tiers lies within the interval:'
SELECT f.code AS project, f.failed, f.deployments AS of, round((100 * f.change_failure_rate)::numeric, 1) AS percent,
       round((100 * f.cfr_low)::numeric, 1) AS low, round((100 * f.cfr_high)::numeric, 1) AS high,
       f.cfr_tier || CASE WHEN (t.tiers -> 'change_failure_rate' -> 'crosses')::boolean THEN ' *' ELSE '' END AS tier, f.restored,
       round((f.restore_median / 3600)::numeric, 1) AS hours, f.incidents_open AS open,
       f.restore_tier || CASE WHEN (t.tiers -> 'restore' -> 'crosses')::boolean THEN ' *' ELSE '' END AS tier,
       round((100 * f.rework_rate)::numeric, 1) AS rework
FROM figures f CROSS JOIN LATERAL (SELECT f.tiers -> '2023' AS tiers) t
WHERE EXISTS (SELECT FROM delivery.incident i JOIN delivery.project p ON p.id = i.project_id AND p.code = f.code)
ORDER BY f.code;

SELECT date_trunc('week', now()) AS monday \gset
SELECT delivery.flow(:'organization', :'monday'::timestamptz - interval '182 days', :'monday', 'web shop') AS flow,
       delivery.forecast(:'organization', :'monday'::timestamptz - interval '84 days', :'monday', 'web shop', items => 40, periods => 4)
         AS forecast \gset
\echo 'How work flows at the made-up team, days (85: of what was done, 85 % took no longer; promised: the share within ten days):'
SELECT f ->> 'n' AS done, round((f #>> '{cycle,median}')::numeric / 86400, 1) AS cycle, round((f #>> '{cycle,p85}')::numeric / 86400, 1)
         AS "85", round((f #>> '{lead,median}')::numeric / 86400, 1) AS lead, round((f ->> 'efficiency')::numeric, 2) AS efficiency,
       round((f ->> 'rework')::numeric, 2) AS rework, round((f ->> 'service_level')::numeric, 2) AS promised,
       jsonb_array_length(f -> 'ageing') AS in_progress, round((f #>> '{little,ratio}')::numeric, 2) AS little
FROM (SELECT :'flow'::jsonb) v (f);
\echo 'The oldest work in progress, and the line of finished work that it is beyond:'
SELECT a.work_item, a.type, round(a.age::numeric / 86400, 1) AS days, a.line
FROM jsonb_to_recordset(:'flow'::jsonb -> 'ageing') a (work_item text, type text, age float8, line integer)
ORDER BY a.age DESC LIMIT 5;
\echo 'What the next four weeks will bring at least, and how many weeks 40 items will take at most (no dice: exact probabilities):'
SELECT round(100 * p.probability::numeric) AS percent, f -> 'items' ->> (p.o - 1)::integer AS items, f -> 'periods' ->> (p.o - 1)::integer
  AS weeks
FROM (SELECT :'forecast'::jsonb) v (f)
CROSS JOIN LATERAL jsonb_array_elements_text(f -> 'probability') WITH ORDINALITY p (probability, o) ORDER BY p.o;
\if :given
\echo 'The same from real releases: how many at least in twelve months, from those of each month of the last three years. inside: the share'
\echo 'of past twelve months that brought as many as was forecast; far less than 50, 85, 95 % where a project has become slower since:'
SELECT t.code AS project, harmony.forecast_items(t.n, 12, '{.5,.85,.95}') AS "50, 85, 95 %", b.n AS tried,
       ARRAY (SELECT round(i::numeric, 2) FROM unnest(b.inside) i) AS inside
FROM (SELECT m.code, array_agg(m.n ORDER BY m.first) AS n
      FROM (SELECT f.code, g.first, (SELECT count(*)::integer FROM delivery.counted_deployment d JOIN delivery.project p
                     ON p.id = d.project_id AND p.code = f.code
                     WHERE d.finished_at >= g.first AND d.finished_at < g.first + interval '1 month') AS n
            FROM figures f CROSS JOIN LATERAL generate_series(date_trunc('month', f."end") - interval '36 months',
              date_trunc('month', f."end") - interval '1 month', interval '1 month') g (first)
            WHERE f.code <> 'web shop') m GROUP BY m.code) t
CROSS JOIN LATERAL harmony.forecast_backtest(t.n, 12, '{.5,.85,.95}') b ORDER BY t.code;
\endif
