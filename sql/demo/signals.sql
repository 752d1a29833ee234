-- Signals of many sites, from the temporary tables `site` and `metric` (hospitals.sql or sites.sql). The values of all time are those of
-- the table. Nobody has published months, so that twelve are made up for each site: its own rate and a little chance; one site in forty
-- gets worse from month to month, one in forty better. Seeded: the same every time. Expects module signals and nobody's runs.
\pset footer off
\pset null '-'
INSERT INTO platform.organization (id, name) VALUES (md5('quality')::uuid, 'Quality of care') ON CONFLICT DO NOTHING;
SELECT md5('quality')::uuid AS organization, '20130101000000' AS run \gset

SELECT setseed(0.42) IS NULL AS seeded \gset
CREATE TEMP TABLE month AS
  SELECT s.facility_id, s.metric_id, 201200 + m AS period,
         round(greatest(0, least(100, s.value * (1 + CASE WHEN d.kind < 0.025 THEN 0.02 WHEN d.kind > 0.975 THEN -0.02
           ELSE 0 END * (m - 6.5))
           + 100 * sqrt(greatest(s.value / 100 * (1 - s.value / 100), 0) / (4 * greatest(s.n, 25)))
             * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())))::numeric, 3)::float8 AS value
  FROM (SELECT f.facility_id, random() AS kind FROM (SELECT DISTINCT facility_id FROM site ORDER BY 1) f) d
  JOIN site s USING (facility_id) CROSS JOIN generate_series(1, 12) m;

-- As an analytics engine would write them: two files a metric, a line an entity.
CREATE TEMP TABLE artifact AS
  SELECT m.metric_id || '/all_time.jsonl' AS artifact, jsonb_build_object('type', 'node_metadata', 'canonical_node_id', m.metric_id,
           'metric_id', m.metric_id, 'metric', '{"polarity": "lower_is_better"}'::jsonb, 'canonical_parent_node_ids', '[]'::jsonb,
           'canonical_child_node_ids', jsonb_build_array(jsonb_build_object('canonical_child_node_id', m.metric_id || ' by month',
                                                                             'edge_type', 'trends_to')))::text
         || E'\n' || string_agg(jsonb_build_object(
           'entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', s.facility_id)),
           'metric', jsonb_build_array(jsonb_build_object('metadata', jsonb_build_object('metric_id', m.metric_id), 'values', s.value)),
           'metadata', jsonb_build_object('facility', s.facility, 'systemName', s.system_name, 'encounters', s.n))::text, E'\n') AS content
  FROM metric m JOIN site s USING (metric_id) GROUP BY m.metric_id
  UNION ALL
  SELECT m.metric_id || '/by_month.jsonl', jsonb_build_object('type', 'node_metadata', 'canonical_node_id', m.metric_id || ' by month',
           'metric_id', m.metric_id, 'metric', '{"polarity": "lower_is_better"}'::jsonb, 'canonical_child_node_ids', '[]'::jsonb,
           'canonical_parent_node_ids', jsonb_build_array(jsonb_build_object('canonical_parent_node_id', m.metric_id,
                                                                              'edge_type', 'trends_to')))::text
         || E'\n' || string_agg(s.line, E'\n')
  FROM metric m JOIN (
    SELECT s.metric_id, jsonb_build_object(
             'entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', s.facility_id)),
             'metric', jsonb_build_array(jsonb_build_object('metadata', jsonb_build_object('metric_id', s.metric_id), 'values',
               jsonb_build_object('timeline', jsonb_agg(jsonb_build_object('period', o.period, 'value', o.value) ORDER BY o.period)))),
             'metadata', jsonb_build_object('facility', s.facility, 'systemName', s.system_name, 'encounters', s.n))::text AS line
    FROM site s JOIN month o USING (facility_id, metric_id)
    GROUP BY s.metric_id, s.facility_id, s.facility, s.system_name, s.n) s USING (metric_id)
  GROUP BY m.metric_id;

\echo
\echo 'Loaded, computed and published, taken over into signals:'
SELECT sum(i.loaded) AS loaded, sum(i.rejected) AS rejected
FROM artifact a CROSS JOIN LATERAL signals.ingest(:'organization', :'run', a.artifact, a.content) i;
UPDATE signals.dim_metric d SET name = m.name, domain = m.domain, min_size = 11
  FROM metric m WHERE d.organization_id = :'organization' AND d.metric_id = m.metric_id;
SELECT b.step, b.n_rows, round(b.ms) AS ms, b.failed_checks FROM signals.build(:'organization', :'run') b WHERE b.kind <> 'view';
SELECT * FROM signals.hydrate(:'organization', :'run');
ANALYZE;

CREATE TEMP VIEW worst AS
  SELECT f.*, d.name AS facility, m.name AS metric
  FROM signals.signal s
  JOIN signals.fct_signal f ON f.organization_id = s.organization_id AND f.run_id = s.run_id AND f.node_id = s.node_id
    AND f.facility_id = s.facility_id AND f.dimensions = s.dimensions
  JOIN signals.dim_facility d ON d.organization_id = f.organization_id AND d.facility_id = f.facility_id AND d.valid_to IS NULL
  JOIN signals.dim_metric m ON m.organization_id = f.organization_id AND m.metric_id = f.metric_id
  WHERE s.organization_id = md5('quality')::uuid
  ORDER BY f.severity DESC, f.q_value, f.z DESC, f.node_id, f.facility_id;
\echo
\echo 'The ten sites that need attention first, the surest of the most severe (z: beside all sites; slope: a month; q: by chance):'
SELECT w.facility, w.metric, w.signal_type AS signal, w.severity, w.value, round(w.z::numeric, 2) AS z, round(w.percentile::numeric, 1)
  AS centile,
       round(w.slope::numeric, 2) AS slope, round(w.q_value::numeric, 3) AS q
FROM worst w LIMIT 10;

SELECT w.metric_id AS metric, w.facility_id AS facility, w.facility AS name, w.metric AS metric_name FROM worst w LIMIT 1 \gset
\echo 'Why the first is first:' :name, :metric_name
SELECT c.reason FROM worst w CROSS JOIN LATERAL harmony.classify_signal(w.mean_z, w.slope_percentile, w.acceleration, w.sd_z, w.max_abs_z,
  w.suppressed, w.periods) c LIMIT 1;
\echo 'Its months on a control chart (XmR):'
SELECT o.period, round(c.value::numeric, 1) AS value, round(c.centre::numeric, 1) AS centre, round(c.lower::numeric, 1) AS lower,
       round(c.upper::numeric, 1) AS upper, array_to_string(c.rules, ', ') AS rules
FROM (SELECT array_agg(o.period ORDER BY o.period) AS periods, array_agg(o.value ORDER BY o.period) AS "values"
      FROM signals.stg_observation o
      WHERE o.organization_id = :'organization' AND o.run_id = :'run' AND o.metric_id = :'metric' AND o.facility_id = :'facility'
        AND o.period IS NOT NULL) m
CROSS JOIN LATERAL unnest(harmony.control_chart('xmr', m."values", NULL, NULL))
  WITH ORDINALITY c (value, centre, lower, upper, sigma, moving_range, mr_upper, rules, place)
CROSS JOIN LATERAL (SELECT m.periods[c.place] AS period) o ORDER BY c.place;
\echo 'All sites in that metric on a funnel, over-dispersion allowed for: how many lie where. (Rates that are adjusted for risk and'
\echo 'drawn in towards the mean, as those of Medicare are, spread less than by chance: then hardly any lies outside.)'
SELECT CASE WHEN p.value > p.upper_998 THEN 'above 99.8 %' WHEN p.value > p.upper_95 THEN 'above 95 %'
            WHEN p.value < p.lower_998 THEN 'below 99.8 %' WHEN p.value < p.lower_95 THEN 'below 95 %' ELSE 'within' END AS place, count(*)
              AS sites
FROM (SELECT harmony.funnel('proportion', array_agg(round(s.value * s.n / 100)), array_agg(s.n)) AS funnel FROM site s
      WHERE s.metric_id = :'metric' AND s.n >= 11) f CROSS JOIN LATERAL unnest((f.funnel).points) p
GROUP BY 1 ORDER BY min(p.z_adjusted) DESC;
