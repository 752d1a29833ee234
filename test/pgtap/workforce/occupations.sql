-- The reference tables take the published files as they are; every occupation with tasks gives a workload that can be simulated.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/workforce 2>&- && [ -r onet_tasks.csv ] && echo true || echo false`
\if :present
\copy workforce.onet_task FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/workforce/onet_tasks.csv"' CSV HEADER
\copy workforce.occupation_exposure FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/workforce/gpt_exposure_occ.csv"' CSV HEADER
\copy workforce.occupation_pay FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/workforce/bls_oews_may2021_national.csv"' CSV HEADER
\copy workforce.soc_crosswalk FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/workforce/soc2010_to_soc2018.csv"' CSV HEADER
ANALYZE workforce.onet_task;
CREATE TEMP TABLE made AS SELECT soc, workforce.workload_from_occupation(soc) AS w
FROM (SELECT DISTINCT onet_soc_code AS soc FROM workforce.onet_task) s;
SELECT cmp_ok((SELECT count(*) FROM made), '>', 800::bigint, 'there are many occupations');
SELECT is_empty($$SELECT soc FROM made WHERE NOT coalesce((SELECT abs(sum((t ->> 3)::float8) - 1) < 1e-9
  FROM jsonb_array_elements(w -> 'workload') t), false)$$, 'times sum to 1');
-- The time of automatable tasks reaches the exposure, and without the last of them it does not.
SELECT is_empty($$SELECT soc FROM made, LATERAL (SELECT coalesce(sum((t ->> 3)::float8), 0) AS time, max((t ->> 3)::float8) AS most
  FROM jsonb_array_elements(w -> 'workload') t WHERE (t ->> 1)::boolean) a
  WHERE w ->> 'exposure' IS NOT NULL AND NOT (a.time > (w ->> 'exposure')::float8 - 1e-6
    AND (a.time < (w ->> 'exposure')::float8 + coalesce(a.most, 0) + 1e-6))$$, 'what can be automated is the exposure');
SELECT cmp_ok((SELECT count(*) FROM made WHERE (w ->> 'salary')::float8 > 0 AND (w ->> 'headcount')::float8 > 0), '>', 600::bigint,
  'most have pay and headcount');
SELECT is((SELECT w -> 'salary' FROM made WHERE soc = '11-1011.00'), (SELECT to_jsonb(replace(a_mean, ',', '')::float8)
  FROM workforce.occupation_pay WHERE occ_code = '11-1011'), 'the mean pay');
SELECT is((SELECT count(harmony.workforce_input(jsonb_build_object('n_iterations', 1, 'automation_factor', 1, 'roles', jsonb_build_array(
    jsonb_build_object('role', w ->> 'role', 'count', 5, 'salary', coalesce((w ->> 'salary')::float8, 0))),
    'workloads', jsonb_build_object(w ->> 'role', w -> 'workload')))) FROM made), (SELECT count(*) FROM made), 'each can be simulated');
SELECT is(workforce.index_occupations(), (SELECT count(DISTINCT onet_soc_code) FROM workforce.onet_task), 'each can be compared');
SELECT is((SELECT r.soc FROM workforce.role_adjacency('15-1252.00', 1) r), '15-1299.08', 'software developers: systems engineers');
SELECT is((SELECT r.similarity FROM workforce.role_adjacency('15-1252.00', 1) r), (SELECT r.similarity
  FROM workforce.role_adjacency('15-1299.08', 100) r WHERE r.soc = '15-1252.00'), 'as like one way as the other');
\else
SELECT skip('no workforce data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
