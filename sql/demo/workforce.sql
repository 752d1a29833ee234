-- A company made of five occupations (occupations.sql or occupations_sample.sql): what automation may do to its posts in five years, with
-- bands over what chance alone does, and which assumption moves the answer most. Expects module workforce, and nothing of the
-- organisation yet.
\pset footer off
\pset null '-'
INSERT INTO platform.organization (id, name) VALUES (md5('company')::uuid, 'Town works') ON CONFLICT DO NOTHING;
SELECT md5('company')::uuid AS organization \gset
CREATE TEMP TABLE company AS
  SELECT c.place, c.posts, o.role, o.workload, o.exposure, round(o.salary) AS salary
  FROM (VALUES (1, '15-1252.00', 60), (2, '43-4051.00', 120), (3, '43-3031.00', 40), (4, '13-1071.00', 15), (5, '53-7062.00', 65))
    c (place, soc, posts)
  CROSS JOIN LATERAL jsonb_to_record(workforce.workload_from_occupation(c.soc))
    o (role text, workload jsonb, exposure float8, salary float8);
INSERT INTO workforce.workload (organization_id, role, position, name, automatable, skill, "time")
  SELECT :'organization', c.role, t.position, t.task ->> 0, (t.task ->> 1)::boolean, (t.task ->> 2)::float8, (t.task ->> 3)::float8
  FROM company c CROSS JOIN LATERAL jsonb_array_elements(c.workload) WITH ORDINALITY t (task, position);
CREATE TEMP TABLE asked AS
  SELECT jsonb_build_object('n_iterations', 400, 'n_steps', 60, 'automation_factor', 0.5, 'seed', 2026,
           'money', '{"licence_month": 60, "training": 300, "severance_months": 3, "hiring": 4000}'::jsonb,
           'roles', (SELECT jsonb_agg(jsonb_build_object('role', c.role, 'count', c.posts, 'salary', c.salary) ORDER BY c.place)
                     FROM company c)) AS config;

\echo
\echo 'A company of five occupations; automatable: the share of time in tasks that are taken to be so, by the exposure that people rated:'
SELECT c.role AS occupation, c.posts, c.salary, count(*) AS tasks, round(c.exposure::numeric, 2) AS exposure,
       round(sum(w."time") FILTER (WHERE w.automatable)::numeric, 2) AS automatable
FROM company c JOIN workforce.workload w ON w.role = c.role AND w.organization_id = :'organization'
GROUP BY c.place, c.role, c.posts, c.salary, c.exposure ORDER BY c.place;

SELECT workforce.start_simulation(a.config, :'organization', 'Five years') ->> 'simulation' AS simulation FROM asked a \gset
SELECT platform.run_jobs(1000) \g /dev/null
\echo 'Five years, simulated 400 times by jobs: a what-if of assumptions, not a forecast. Of all posts, 90 of 100 runs lie in the band:'
SELECT e.step / 12 AS year, round(e.p05) AS posts_low, round(e.p50) AS posts, round(e.p95) AS posts_high,
       round((y.p05 / 1e6)::numeric, 1) AS payroll_low, round((y.p50 / 1e6)::numeric, 1) AS payroll,
       round((y.p95 / 1e6)::numeric, 1) AS payroll_high,
       round((100 * r.p50)::numeric) AS tasks_automated_percent
FROM workforce.step e JOIN workforce.step y USING (run, step, role) JOIN workforce.step r USING (run, step, role)
WHERE e.run = :'simulation' AND e.role = '' AND e.step % 12 = 0 AND e.metric = 'employees' AND y.metric = 'salary'
  AND r.metric = 'automation_rate' ORDER BY e.step;
SELECT e.role AS occupation, b.mean AS posts_today, round(e.p05) AS posts_low, round(e.p50) AS posts_in_5_years, round(e.p95) AS posts_high
FROM workforce.step e JOIN workforce.step b USING (run, role, metric) JOIN company c USING (role)
WHERE e.run = :'simulation' AND e.metric = 'count' AND e.step = 60 AND b.step = 0 ORDER BY c.place;

\echo 'Which assumption moves the answer most: the posts after five years, mean of 100 runs, with one of them lower and higher:'
SELECT b.input AS assumption, round(b.low::numeric, 2) AS low, round(b.high::numeric, 2) AS high,
       round(b.at_low::numeric, 1) AS posts_at_low, round(b.at_high::numeric, 1) AS posts_at_high,
       repeat('#', round(abs(b.at_high - b.at_low) / 2)::integer) AS moves
FROM asked a CROSS JOIN LATERAL harmony.workforce_tornado(
       harmony.workforce_input(a.config || '{"n_iterations": 100}', workforce.workloads_of(:'organization')),
       '{"automation_factor": 0.2, "adoption_midpoint": 6, "adoption_rate": 0.1, "annual_attrition": 0.05, "decision_delay": 3}',
       'employees') t
CROSS JOIN LATERAL jsonb_array_elements(t -> 'bars') WITH ORDINALITY o (bar, place)
CROSS JOIN LATERAL jsonb_to_record(o.bar) b (input text, low float8, high float8, at_low float8, at_high float8) ORDER BY o.place;
