-- Workforce: what automation does to work, by simulation. Model, layout and sources: docs/reference/workforce.md.

CREATE FUNCTION harmony.default_workloads() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_default_workloads';
COMMENT ON FUNCTION harmony.default_workloads() IS
'What the roles Engineer, HR and Marketing do, as examples to start from: {role: [[name, automatable, skill, time], ...]}.

skill (0 to 1) is what is to be learnt before the task is automated, time its share of the role''s time; the times of a role sum to 1.';

CREATE FUNCTION harmony.simulate_workforce(config jsonb, workloads jsonb DEFAULT harmony.default_workloads()) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_simulate_workforce';
COMMENT ON FUNCTION harmony.simulate_workforce(jsonb, jsonb) IS
'What automation does to the work of some roles, month by month, over many iterations: a what-if of assumptions, not a forecast.

config: n_iterations (1 to 10000), automation_factor (0 to 1), roles [{role, count, salary a year}]; optional model (v2, or classic),
n_steps (months, 48, at most 600), learning_probability, reduction_probability (classic), seed (0 to 2^63 - 1), workloads, company,
target_half_width {metric, role, width}, new_tasks (posts a year); v2 also policy (none, natural_attrition, moderate, active, rapid),
annual_attrition, adoption_rate, adoption_midpoint, decision_delay, reskilling_share, discount_rate and money {licence_month, training,
severance_months, reskilling, hiring}. workloads: what roles do that config.workloads leaves out.
The answer: {model, version, seed, n_iterations, n_steps, input, steps [{step, total, roles}], yearly, explanations, money, context};
each metric with mean, min, max, sd (n - 1), p05, p50, p95 (type 7) and the 95 % t interval of the mean. The same input gives the same
bytes on every machine: draws are Philox4x32-10 (Salmon et al. 2011) by agent, month, iteration and purpose.
O(iterations agents steps); 10 bytes an agent. Errors: 22023 naming the key for what is missing, unknown, of another type or out of
range, a role twice or without workload, times that do not sum to 1 within 1e-6; 54000 for more than 10^6 agents, 1000 roles, 1000 tasks
a role, 10^9 agents times steps times iterations, or 256 MB of numbers before they are summed up.';

CREATE FUNCTION harmony.workforce_input(config jsonb, workloads jsonb DEFAULT harmony.default_workloads()) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_workforce_input';
COMMENT ON FUNCTION harmony.workforce_input(jsonb, jsonb) IS
'A configuration of harmony.simulate_workforce, checked, with every default and every workload written out.

The same for all configurations that ask the same; simulating it gives the same answer. The limits are those of a job: 10^11 agents times
steps times iterations, 1 GB of numbers. Errors as harmony.simulate_workforce.';

CREATE FUNCTION harmony.workforce_chunk(config jsonb, first integer, last integer, workloads jsonb DEFAULT harmony.default_workloads())
  RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_workforce_chunk';
COMMENT ON FUNCTION harmony.workforce_chunk(jsonb, integer, integer, jsonb) IS
'The iterations from first up to last, which is not among them, of a simulation, before they are summed up.

For harmony.merge_workforce_chunks: chunks may be simulated in any order, anywhere, and again. Limits of a job, as
harmony.workforce_input. Errors as there, and 22023 unless 0 <= first < last <= n_iterations.';

CREATE FUNCTION harmony.merge_workforce_chunks(config jsonb, chunks bytea[], workloads jsonb DEFAULT harmony.default_workloads())
  RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_merge_workforce_chunks';
COMMENT ON FUNCTION harmony.merge_workforce_chunks(jsonb, bytea[], jsonb) IS
'The answer of harmony.simulate_workforce from its chunks, bit for bit, in any order and however the iterations were divided.

With target_half_width the chunks may end where it is reached. Errors as harmony.workforce_input; 22P03 for bytes that are no chunk of
this configuration and model version; 22023 where iterations are missing or come twice; 22004 for a NULL.';
