-- What the sites' values are made of, for make serve: the wards of each, made up so that their mean is the site's value, and of the thirty
-- most severe signals' sites a narrative of it. Seeded: the same every time. Expects signals.sql, and its run.
SELECT md5('quality')::uuid AS organization, '20130101000000' AS run \gset
SELECT setseed(0.7) IS NULL AS seeded \gset
CREATE TEMP TABLE ward AS
  SELECT w.metric_id, w.facility_id, w.site_value, w.name, w.weight,
         round((w.site_value + w.difference - sum(w.weight * w.difference) OVER s / sum(w.weight) OVER s)::numeric, 3)::float8 AS value,
         w.weight / sum(w.weight) OVER s AS share
  FROM (SELECT s.metric_id, s.facility_id, s.value AS site_value, d.name, ceil(s.n * d.share) AS weight,
               s.value * 0.3 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) AS difference
        FROM site s CROSS JOIN (VALUES ('Medicine', 0.30), ('Surgery', 0.24), ('Emergency', 0.16), ('Orthopaedics', 0.12),
          ('Geriatrics', 0.08), ('Cardiology', 0.06), ('Intensive care', 0.04)) d (name, share)) w
  WINDOW s AS (PARTITION BY w.metric_id, w.facility_id);
SELECT i.loaded, i.rejected FROM signals.ingest(:'organization', :'run', 'wards.jsonl', (
  SELECT string_agg(jsonb_build_object('type', 'contribution', 'node_id', w.metric_id, 'metric_id', w.metric_id, 'facility_id',
    w.facility_id, 'child', w.metric_id || '/' || w.name, 'name', w.name, 'value', w.value, 'weight', w.weight)::text, E'\n')
  FROM ward w)) i;

CREATE TEMP TABLE told AS
  SELECT DISTINCT ON (s.facility_id) s.facility_id, s.metric_id
  FROM (SELECT g.* FROM signals.signal g WHERE g.organization_id = :'organization' ORDER BY g.severity DESC, g.id LIMIT 30) s
  ORDER BY s.facility_id, s.severity DESC;
SELECT i.loaded, i.rejected FROM signals.ingest(:'organization', :'run', 'narratives.jsonl', (
  SELECT string_agg(jsonb_build_object('type', 'narrative', 'facility', t.facility_id, 'metric', m.name, 'value', p.site_value,
    'generated_at', '2013-01-01T00:00:00Z', 'segments', p.n, 'facility_segments', p.n, 'peers', '[]'::jsonb, 'up', p.up, 'down', p.down,
    'hierarchy', '[]'::jsonb)::text, E'\n')
  FROM told t JOIN metric m USING (metric_id)
  CROSS JOIN LATERAL (
    SELECT min(w.site_value) AS site_value, count(*) AS n,
           coalesce(jsonb_agg(d.part ORDER BY d.excess DESC) FILTER (WHERE d.excess > 0), '[]') AS up,
           coalesce(jsonb_agg(d.part ORDER BY d.excess) FILTER (WHERE d.excess < 0), '[]') AS down
    FROM ward w CROSS JOIN LATERAL (
      SELECT round((w.share * (w.value - w.site_value))::numeric, 4) AS excess) e
    CROSS JOIN LATERAL (
      SELECT e.excess, jsonb_build_object('dimension', 'Ward', 'segment', w.name, 'value', w.value,
        'weight', round((100 * w.share)::numeric, 1), 'excess', e.excess, 'trend', NULL, 'slope_percentile', NULL,
        'mean_z', NULL, 'z', 0, 'label', 'normal', 'multi_kpi', NULL,
        'cumulative', 0) AS part) d
    WHERE w.metric_id = t.metric_id AND w.facility_id = t.facility_id) p)) i;
-- Shares of stays: they have a funnel.
UPDATE signals.dim_metric d SET unit = '%' WHERE d.organization_id = :'organization';
SELECT b.step, b.n_rows FROM signals.build(:'organization', :'run') b WHERE b.step = 'signals.fct_contribution';
SELECT * FROM signals.hydrate(:'organization', :'run');
