-- Simulations of automation at work: layout, what-ifs, chunks, and what is refused. The numbers: test/unit/workforce, pgtap/workforce.
\pset format unaligned
\pset null NULL

CREATE FUNCTION pg_temp.config(changes jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"n_iterations": 4, "n_steps": 24, "automation_factor": 0.9, "seed": 7, "adoption_midpoint": 2,
           "roles": [{"role": "HR", "count": 12, "salary": 65000}, {"role": "Engineer", "count": 9, "salary":
    120000}]}'::jsonb || changes $$;

-- The layout.
SELECT jsonb_object_agg(k, jsonb_typeof(v)) FROM jsonb_each(harmony.simulate_workforce(pg_temp.config())) e (k, v);
SELECT array_agg(k ORDER BY k) AS total FROM jsonb_object_keys(harmony.simulate_workforce(pg_temp.config()) #> '{steps,0,total}') k;
SELECT array_agg(k ORDER BY k) AS role FROM jsonb_object_keys(harmony.simulate_workforce(pg_temp.config()) #> '{steps,24,roles,HR}') k;
SELECT array_agg(k ORDER BY k) AS classic FROM jsonb_object_keys(harmony.simulate_workforce(
  pg_temp.config('{"model": "classic"}') - 'adoption_midpoint') #> '{steps,24,total}') k;
SELECT jsonb_pretty(harmony.simulate_workforce(pg_temp.config()) #> '{steps,24,total,employees}');
SELECT jsonb_pretty(harmony.simulate_workforce(pg_temp.config()) -> 'money');
SELECT jsonb_pretty(harmony.simulate_workforce(pg_temp.config()) -> 'explanations' -> 'HR');
SELECT jsonb_array_elements_text(harmony.simulate_workforce(pg_temp.config()) -> 'assumptions');
SELECT jsonb_array_elements_text(harmony.simulate_workforce(pg_temp.config('{"model": "classic"}') - 'adoption_midpoint') -> 'assumptions');
SELECT harmony.simulate_workforce(pg_temp.config()) #> '{yearly,1,total,employees}' AS yearly,
  (harmony.simulate_workforce(pg_temp.config()) #>> '{steps,24,total,employees,mean}')::float8
    - (harmony.simulate_workforce(pg_temp.config()) #>> '{steps,12,total,employees,mean}')::float8 AS difference;
-- One iteration has no interval; roles without pay keep a salary_fraction of 1.
SELECT harmony.simulate_workforce('{"n_iterations": 1, "n_steps": 1, "automation_factor": 0, "roles": [{"role": "HR", "count": 1,
  "salary": 0}]}')
  #> '{steps,1,total,salary_fraction}' AS one;
-- What a role does: the configuration's tasks, then the argument's, then the default ones.
SELECT harmony.workforce_input(pg_temp.config('{"workloads": {"HR": [["Talk", false, 1, 1]]}}')) -> 'workloads' AS own;
SELECT harmony.workforce_input(pg_temp.config(), '{"HR": [["A", true, 0, 0.5], ["B", true, 1, 0.5]], "Engineer": [["C", false, 0, 1]]}')
  -> 'workloads' AS given;
SELECT harmony.default_workloads();
-- The normal form is its own, asks the same, and keeps all digits of the seed.
SELECT n = harmony.workforce_input(n) AS same, harmony.simulate_workforce(n) = harmony.simulate_workforce(c) AS alike, n -> 'seed' AS seed
FROM pg_temp.config('{"seed": 9223372036854775807, "target_half_width": {"metric": "count", "role": "HR", "width": 2}, "new_tasks": 1,
  "company": "x"}') c, harmony.workforce_input(c) n;
-- Numbers come out as PostgreSQL writes and stores them.
SELECT count(*), count(*) FILTER (WHERE j::text <> j::text::jsonb::text), count(*) FILTER (WHERE pg_column_size(j) <>
  pg_column_size(j::text::jsonb)),
  count(*) FILTER (WHERE j #>> '{money,hiring}' <> x::text::numeric::text)
FROM (SELECT s.x, harmony.workforce_input(pg_temp.config(jsonb_build_object('money', jsonb_build_object('hiring', s.x::text::numeric))))
  AS j
  FROM (SELECT (1 + 9 * sin(i) ^ 2) * 10::float8 ^ (i % 70 - 60) FROM generate_series(1, 3000) i
    UNION ALL SELECT i * 10::float8 ^ (i % 9) FROM generate_series(0, 999) i UNION ALL SELECT 2::float8 ^ (-i) FROM generate_series(0,
    180) i
    UNION ALL SELECT i / 1000.0::float8 FROM generate_series(0, 999) i) s (x)) s;

-- In chunks, and with a half-width.
SELECT harmony.merge_workforce_chunks(pg_temp.config(), ARRAY[harmony.workforce_chunk(pg_temp.config(), 3, 4),
  harmony.workforce_chunk(pg_temp.config(), 0, 1), harmony.workforce_chunk(pg_temp.config(), 1, 3)])::text
  = harmony.simulate_workforce(pg_temp.config())::text AS whole;
SELECT r ->> 'n_iterations' AS ran, harmony.merge_workforce_chunks(c, ARRAY[harmony.workforce_chunk(c, 50, 100),
  harmony.workforce_chunk(c, 0, 50),
  harmony.workforce_chunk(c, 100, 1000)]) = r AS same
FROM pg_temp.config('{"n_iterations": 1000, "target_half_width": {"metric": "employees", "width": 0.15}}') c,
  harmony.simulate_workforce(c) r;
SELECT harmony.merge_workforce_chunks(pg_temp.config(), ARRAY[harmony.workforce_chunk(pg_temp.config(), 0, 3)]);
SELECT harmony.merge_workforce_chunks(c, ARRAY[harmony.workforce_chunk(c, 0, 60)])
FROM pg_temp.config('{"n_iterations": 1000, "target_half_width": {"metric": "employees", "width": 1e-9}}') c;
SELECT pg_temp.config('{"n_iterations": 1000, "target_half_width": {"metric": "employees", "width": 0.15}}') AS c \gset
SELECT harmony_internal.workforce_target_reached(:'c', v, 0) AS reached, harmony_internal.workforce_target_reached(:'c', v, 50) AS above_50,
  harmony_internal.workforce_target_reached(:'c', v, 250) AS above_250, cardinality(v) AS n
FROM harmony_internal.workforce_target_values(:'c', harmony.workforce_chunk(:'c', 0, 260)) v;
SELECT harmony_internal.workforce_target_reached(:'c', '{NULL}', 0);
SELECT harmony_internal.workforce_target_reached(:'c', '{NaN}', 0);
SELECT harmony_internal.workforce_target_values(pg_temp.config(), harmony.workforce_chunk(pg_temp.config(), 0, 4)) AS without_a_target,
  harmony_internal.workforce_target_reached(pg_temp.config(), '{1,1}', 0) AS never;
SELECT jsonb_array_length(j) AS steps, j -> 0 -> 'count' AS count FROM harmony_internal.workforce_joined_roles(pg_temp.config(),
  ARRAY[harmony.workforce_chunk(pg_temp.config(), 0, 4)], ARRAY[pg_temp.config() #>> '{roles,0,role}']) j;
SELECT harmony.merge_workforce_chunks(pg_temp.config('{"seed": 8}'), ARRAY[harmony.workforce_chunk(pg_temp.config(), 0, 4)]);
SELECT harmony.merge_workforce_chunks(pg_temp.config(), ARRAY['\x01'::bytea]);
SELECT harmony.merge_workforce_chunks(pg_temp.config(), ARRAY[NULL::bytea]);
-- Made by hand: 1.8e308 as its last number, the net benefit of a month.
SELECT harmony.merge_workforce_chunks(pg_temp.config(), ARRAY[overlay(c PLACING b FROM length(c) - 7)])
FROM harmony.workforce_chunk(pg_temp.config(), 0, 4) c, (VALUES ('\xffffffffffffef7f'::bytea)) v (b);
SELECT harmony.workforce_sensitivity(pg_temp.config(), '{"automation_factor": 0.1}', 'employees', 8,
  array_fill(1.7e308::float8, ARRAY[24]));
SELECT harmony.workforce_chunk(pg_temp.config(), 2, 2);
SELECT harmony.workforce_chunk(pg_temp.config(), 0, 5);

-- What if.
SELECT d FROM jsonb_array_elements(harmony.compare_workforce(ARRAY[pg_temp.config(), pg_temp.config('{"automation_factor": 0.7}')]) ->
  'differences') d
WHERE d ->> 'metric' = 'employees';
SELECT (r ->> 'variance_ratio')::float8 BETWEEN 0.01 AND 0.9 AS paired, jsonb_array_length(r -> 'runs') AS runs,
  harmony.compare_workforce_chunks(
  ARRAY[a, b], ARRAY[harmony.workforce_chunk(b, 0, 50), harmony.workforce_chunk(a, 20, 50), harmony.workforce_chunk(a, 0, 20)]) = r AS same
FROM pg_temp.config('{"n_iterations": 50}') a, pg_temp.config('{"n_iterations": 50, "policy": "rapid"}') b,
  harmony.compare_workforce(ARRAY[a, b]) r;
SELECT harmony.compare_workforce(ARRAY[pg_temp.config(), pg_temp.config('{"seed": 8}')]);
SELECT harmony.compare_workforce(ARRAY[pg_temp.config(), pg_temp.config('{"n_iterations": 5}')]);
SELECT harmony.compare_workforce(ARRAY[pg_temp.config(), pg_temp.config('{"n_steps": 5}')]);
SELECT harmony.compare_workforce(ARRAY[pg_temp.config(), NULL]);
SELECT harmony.compare_workforce('{}');
SELECT harmony.seek_workforce(pg_temp.config(), 'automation_factor', 'headcount_savings', 4, 0, 1) - 'value';
SELECT harmony.seek_workforce(pg_temp.config(), 'automation_factor', 'headcount_savings', 40, 0, 1);
-- Inputs that are whole numbers stay so; what follows another input is written out.
SELECT r -> 'value' AS value
FROM harmony.seek_workforce(pg_temp.config('{"policy": "rapid"}'), 'decision_delay', 'employees', 12, 0.6, 20.4) r;
SELECT b -> 'low' AS low, b -> 'high' AS high
FROM jsonb_array_elements(harmony.workforce_tornado(pg_temp.config(), '{"decision_delay": 1.6}', 'employees') -> 'bars') b;
SELECT harmony.simulate_workforce(pg_temp.config()) #> '{input,learning_probability}' AS learning,
  harmony.workforce_input(pg_temp.config()) -> 'learning_probability' AS follows;
SELECT harmony_internal.workforce_comparable(array_fill(pg_temp.config(), ARRAY[20])) AS twenty;
SELECT harmony_internal.workforce_comparable(array_fill(pg_temp.config(), ARRAY[21]));
SELECT harmony_internal.workforce_sensitivity_outcomes(pg_temp.config(), '{"automation_factor": 0.1}', 'employees', 16) AS outcomes;
SELECT harmony_internal.workforce_sensitivity_outcomes(pg_temp.config(), '{"automation_factor": 0.1}', 'employees', 40000000);
SELECT harmony.seek_workforce(pg_temp.config(), 'n_steps', 'headcount_savings', 40, 0, 1);
SELECT harmony.seek_workforce(pg_temp.config(), 'automation_factor', 'count', 40, 0, 1);
SELECT harmony.seek_workforce(pg_temp.config(), 'automation_factor', 'employees', 40, 0.5, 0.5);
SELECT harmony.seek_workforce(pg_temp.config(), 'automation_factor', 'employees', 'NaN', 0, 1);
SELECT harmony.seek_workforce(pg_temp.config('{"n_iterations": 10000, "n_steps": 600}'), 'automation_factor', 'employees', 40, 0, 1);
SELECT bar ->> 'input' AS input, bar -> 'low' AS low, bar -> 'high' AS high
FROM jsonb_array_elements(harmony.workforce_tornado(pg_temp.config('{"money": {"hiring": 1000}}'),
  '{"annual_attrition": 0.2, "automation_factor": 0.3, "money.hiring": 100}', 'npv') -> 'bars') bar;
SELECT harmony.workforce_tornado(pg_temp.config(), '{"annual_attrition": 0}', 'npv');
SELECT harmony.workforce_tornado(pg_temp.config(), '{"annual_attrition": "x"}', 'npv');
SELECT harmony.workforce_tornado(pg_temp.config(), '{"seed": 1}', 'npv');
SELECT i ->> 'input' AS input, (i ->> 'total')::float8 >= 0 AS total, (i ->> 'first_low')::float8 <= (i ->> 'first_high')::float8 AS
  interval
FROM jsonb_array_elements(harmony.workforce_sensitivity(pg_temp.config(), '{"automation_factor": 0.1, "annual_attrition": 0.1}',
  'employees', 16,
  harmony.workforce_sensitivity_chunk(pg_temp.config(), '{"automation_factor": 0.1, "annual_attrition": 0.1}', 'employees', 16, 0, 5)
  || harmony.workforce_sensitivity_chunk(pg_temp.config(), '{"automation_factor": 0.1, "annual_attrition": 0.1}', 'employees', 16, 5, 16))
    -> 'indices') i;
SELECT harmony.workforce_sensitivity(pg_temp.config(), '{"automation_factor": 0.1}', 'employees', 16, '{1,2}');
SELECT harmony.workforce_sensitivity(pg_temp.config(), '{}', 'employees', 16, '{1,2}');
