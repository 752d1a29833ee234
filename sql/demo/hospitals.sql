-- The sites of the demo: American hospitals, 2012, six measures each (Centers for Medicare & Medicaid Services, US government work), from
-- the file in variable hospitals. What was not published has no row.
CREATE TEMP TABLE given (facility_id text, state text, measure_id text, score float8, lower float8, upper float8, n_patients float8,
                         comparison text);
\set copy '\\copy given FROM ' :'hospitals' ' CSV HEADER'
:copy
CREATE TEMP TABLE site AS
  SELECT g.facility_id, 'Hospital ' || g.facility_id AS facility, g.state AS system_name, g.measure_id AS metric_id, g.score AS value,
         g.n_patients AS n
  FROM given g WHERE g.score IS NOT NULL AND g.n_patients IS NOT NULL;
CREATE TEMP TABLE metric (metric_id text, name text, domain text);
INSERT INTO metric VALUES
  ('MORT_30_AMI', 'Deaths within 30 days of a heart attack, percent', 'mortality'),
  ('MORT_30_HF', 'Deaths within 30 days, heart failure, percent', 'mortality'),
  ('MORT_30_PN', 'Deaths within 30 days, pneumonia, percent', 'mortality'),
  ('READM_30_AMI', 'Back within 30 days, heart attack, percent', 'readmission'),
  ('READM_30_HF', 'Back within 30 days, heart failure, percent', 'readmission'),
  ('READM_30_PN', 'Back within 30 days, pneumonia, percent', 'readmission');
