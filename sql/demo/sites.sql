-- The sites of the demo, made up: 400 of them, two rates each. Seeded: the same every time.
SELECT setseed(0.5) IS NULL AS seeded \gset
CREATE TEMP TABLE site AS
  SELECT 'S' || lpad(s::text, 4, '0') AS facility_id, 'Site ' || s AS facility, 'Region ' || s % 8 AS system_name, m.metric_id,
         round((m.mean * exp(0.25 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())))::numeric, 1)::float8 AS value,
         floor(100 + 900 * random()) AS n
  FROM generate_series(1, 400) s CROSS JOIN (VALUES ('falls', 6.0::float8), ('returns', 18.0)) m (metric_id, mean);
CREATE TEMP TABLE metric (metric_id text, name text, domain text);
INSERT INTO metric VALUES ('falls', 'Falls, percent of stays', 'safety'), ('returns', 'Back within 30 days, percent', 'readmission');
