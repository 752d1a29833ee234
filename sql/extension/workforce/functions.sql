-- Workforce: what automation does to work, by simulation. Model, layout and sources: docs/reference/workforce.md.

CREATE FUNCTION harmony.default_workloads() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_default_workloads';
COMMENT ON FUNCTION harmony.default_workloads() IS
'What the roles Engineer, HR and Marketing do, as examples to start from: {role: [[name, automatable, skill, time], ...]}.

skill (0 to 1) is what is to be learnt before the task is automated, time its share of the role''s time; the times of a role sum to 1.';

CREATE FUNCTION harmony_internal.workforce_version() RETURNS text
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_workforce_version';
COMMENT ON FUNCTION harmony_internal.workforce_version() IS
'The version of the model, which changes when the same input gives another answer.';

CREATE FUNCTION harmony_internal.workforce_ranges() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_workforce_ranges';
COMMENT ON FUNCTION harmony_internal.workforce_ranges() IS
'What the numbers of a configuration of harmony.simulate_workforce may be: {key: {low, high, whole}}.';

CREATE FUNCTION harmony.simulate_workforce(config jsonb, workloads jsonb DEFAULT harmony.default_workloads()) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_simulate_workforce';
COMMENT ON FUNCTION harmony.simulate_workforce(jsonb, jsonb) IS
'What automation does to the work of some roles, month by month, over many iterations: a what-if of assumptions, not a forecast.

config: n_iterations (1 to 10000), automation_factor (0 to 1), roles [{role, count, salary a year}]; optional model (v2, or classic),
n_steps (months, 48, at most 600), learning_probability, reduction_probability (classic), seed (0 to 2^63 - 1), workloads, company,
target_half_width {metric, role, width}, new_tasks (posts a year); v2 also policy (none, natural_attrition, moderate, active, rapid),
annual_attrition, adoption_rate, adoption_midpoint, decision_delay, reskilling_share, discount_rate and money {licence_month, training,
severance_months, reskilling, hiring}. workloads: what roles do that config.workloads leaves out.
The answer: {model, version, seed, n_iterations, n_steps, input, steps [{step, total, roles}], yearly, explanations, money, context,
assumptions}; each metric with mean, min, max, sd (n - 1), p05, p50, p95 (type 7) and the 95 % t interval of the mean. The same input
gives the same bytes on every machine: draws are Philox4x32-10 (Salmon et al. 2011) by agent, month, iteration and purpose.
O(iterations agents steps); 10 bytes an agent. Errors: 22023 naming the key for what is missing, unknown, of another type or out of
range, a role twice or without workload, a name that is too long (role 200, task and company 500 characters), times below 1e-9 but above 0
or that do not sum to 1 within 1e-6; 54000 for more than 10^6 agents, 1000 roles, 1000 tasks a role, 10^9 agents times steps times
iterations, 1 GB of numbers before they are summed up, or an answer that jsonb might not hold (250 MB: 1000 roles in 50 steps).';

CREATE FUNCTION harmony.workforce_input(config jsonb, workloads jsonb DEFAULT harmony.default_workloads()) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_workforce_input';
COMMENT ON FUNCTION harmony.workforce_input(jsonb, jsonb) IS
'A configuration of harmony.simulate_workforce, checked, with every default and every workload written out.

The same for all configurations that ask the same; simulating it gives the same answer. learning_probability and reduction_probability are
left out where they are not given: they follow automation_factor, also where a what-if changes it. The limits are those of a job: 10^11
agents times steps times iterations. Errors as harmony.simulate_workforce.';

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
this configuration and model version, and for numbers that no simulation makes; 22023 where iterations are missing or come twice; 22004 for
a NULL.';

CREATE FUNCTION harmony_internal.workforce_joined_roles(config jsonb, chunks bytea[], roles text[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_workforce_joined_roles';
COMMENT ON FUNCTION harmony_internal.workforce_joined_roles(jsonb, bytea[], text[]) IS
'Some roles as if they were one, from the chunks of a simulation: for each step {metric: figures}, metrics and figures as those of a role
in harmony.simulate_workforce.

Posts, payroll and what is saved are sums, the rates means over the agents of all of them. Errors as harmony.merge_workforce_chunks; 22023
for a role that is not there, or twice, and for none.';

CREATE FUNCTION harmony_internal.workforce_target_values(config jsonb, chunk bytea) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_workforce_target_values';
COMMENT ON FUNCTION harmony_internal.workforce_target_values(jsonb, bytea) IS
'What each iteration of a chunk makes of the metric of target_half_width at the last step; empty without a target. Errors as
harmony.merge_workforce_chunks.';

CREATE FUNCTION harmony_internal.workforce_target_reached(config jsonb, "values" float8[], checked integer) RETURNS boolean
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_workforce_target_reached';
COMMENT ON FUNCTION harmony_internal.workforce_target_reached(jsonb, float8[], integer) IS
'Whether the first 50, 100, ... values, as many as are above checked, reach target_half_width before n_iterations; without a target false.

values: harmony_internal.workforce_target_values from iteration 0 on. Errors as harmony.workforce_input; 22004 for a NULL, 22023 for NaN
and infinity in values.';

-- What if.
CREATE FUNCTION harmony.compare_workforce(configs jsonb[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_compare_workforce';
COMMENT ON FUNCTION harmony.compare_workforce(jsonb[]) IS
'Simulations compared draw by draw: the differences of each configuration from the first one, over the same iterations.

{runs, differences: [{config, step, metric, mean, sd, ci_low, ci_high}], variance_ratio}: runs are the answers of
harmony.simulate_workforce; differences are of the metrics of all roles together that both have, at each 12th and the last step, config
counting from 0, the first. A draw belongs to an agent, a month, an iteration and a purpose, so the configurations share their
randomness. variance_ratio is the variance of the paired differences over what independent seeds would give, var(x) + var(y): the mean of
these ratios over the last step''s metrics that vary; null where none does. Errors: 22023 unless all have the same seed, n_iterations and
n_steps, and no target_half_width; 22004 for a NULL; 54000 for more than 20, and where all together are more than 10^9 agents times steps
times iterations, 250 MB of numbers before they are summed up, or an answer of 250 MB.';

CREATE FUNCTION harmony_internal.workforce_comparable(configs jsonb[]) RETURNS boolean
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_workforce_comparable';
COMMENT ON FUNCTION harmony_internal.workforce_comparable(jsonb[]) IS
'True for configurations that harmony.compare_workforce_chunks takes, else its errors.';

CREATE FUNCTION harmony.compare_workforce_chunks(configs jsonb[], chunks bytea[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_compare_workforce_chunks';
COMMENT ON FUNCTION harmony.compare_workforce_chunks(jsonb[], bytea[]) IS
'harmony.compare_workforce from the chunks of all configurations, in any order: harmony.workforce_chunk.

A chunk belongs to the configuration that it was simulated of. Errors as harmony.compare_workforce and harmony.merge_workforce_chunks.';

CREATE FUNCTION harmony.seek_workforce(config jsonb, input text, metric text, goal float8, low float8, high float8) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_seek_workforce';
COMMENT ON FUNCTION harmony.seek_workforce(jsonb, text, text, float8, float8, float8) IS
'The value of one input at which a metric reaches a goal: {value, outcome, reached, evaluations}.

metric is one of all roles together, its mean at the last step, or npv. input is a number of the configuration other than n_iterations
and n_steps, or money.hiring and so on. Bisection between low and high under the same draws, down to 1e-6 of the bracket or 60
evaluations; low and high of an input that is a whole number are rounded. value is the end of the last bracket whose outcome is nearer to
the goal. reached is false where the goal is not between the outcomes at low and high: value is then the nearer end. Errors: 22023 for an
unknown input or metric and unless low < high, both in the input''s range; 54000 where 60 runs are more than 10^9 agents times steps times
iterations; else as harmony.simulate_workforce.';

CREATE FUNCTION harmony.workforce_tornado(config jsonb, spans jsonb, metric text) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_workforce_tornado';
COMMENT ON FUNCTION harmony.workforce_tornado(jsonb, jsonb, text) IS
'What each input by itself does to a metric: {metric, base, bars: [{input, low, high, at_low, at_high}]}, the widest bar first.

spans: {input: span}, up to 16; each input goes from its value less the span to its value more the span, cut at its permitted range and
rounded where it is a whole number; the others stay, and the draws are the same. Inputs and metrics as harmony.seek_workforce. Errors:
22023 for an unknown input or metric and a span that is not above 0; 54000 where all runs together are more than 10^9 agents times steps
times iterations.';

CREATE FUNCTION harmony.workforce_sensitivity_chunk(config jsonb, spans jsonb, metric text, samples integer, first integer, last integer)
  RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000000 AS 'MODULE_PATHNAME', 'harmony_workforce_sensitivity_chunk';
COMMENT ON FUNCTION harmony.workforce_sensitivity_chunk(jsonb, jsonb, text, integer, integer, integer) IS
'The outcomes of the samples from first up to last, which is not among them, for harmony.workforce_sensitivity: inputs + 2 a sample.

The points are the halves A and B of Sobol''s sequence in twice as many dimensions as there are inputs, without its first point; the
outcomes of a sample are those at A, at B, and at A with one input after the other from B. Errors: 22023 as harmony.workforce_tornado, for
samples out of 8 to 65536 and unless 0 <= first < last <= samples; 54000 where samples (inputs + 2) runs are more than 10^11 agents times
steps times iterations.';

CREATE FUNCTION harmony_internal.workforce_sensitivity_outcomes(config jsonb, spans jsonb, metric text, samples integer) RETURNS integer
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_workforce_sensitivity_outcomes';
COMMENT ON FUNCTION harmony_internal.workforce_sensitivity_outcomes(jsonb, jsonb, text, integer) IS
'How many outcomes there are of what harmony.workforce_sensitivity_chunk is asked, samples (inputs + 2), or its errors.';

CREATE FUNCTION harmony.workforce_sensitivity(config jsonb, spans jsonb, metric text, samples integer, outcomes float8[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100000 AS 'MODULE_PATHNAME', 'harmony_workforce_sensitivity';
COMMENT ON FUNCTION harmony.workforce_sensitivity(jsonb, jsonb, text, integer, float8[]) IS
'How much of a metric''s variance comes from each input: first-order and total Sobol indices (Saltelli et al. 2010).

{indices: [{input, first, first_low, first_high, total, total_low, total_high}]}. Inputs are independent and uniform over their spans as
of harmony.workforce_tornado; outcomes are the chunks of harmony.workforce_sensitivity_chunk in their order. first = mean(f(B) (f(AB) -
f(A)))/V, total = mean((f(A) - f(AB))^2)/(2 V); the intervals are of 95 %, by 400 bootstrap samples. NULL where the metric does not vary.
Errors: 22023 as there, for a number of outcomes that does not fit, and for one out of -1e100 to 1e100.';
