-- Simulations of work, for members of the organisation; what is written, for those with the role planner.

CREATE OR REPLACE VIEW api.workloads WITH (security_invoker = true) AS
  SELECT w.id, w.organization_id, w.role::text AS role, w.position, w.name, w.automatable, w.skill, w."time" FROM workforce.workload w;
COMMENT ON VIEW api.workloads IS
'What roles do: tasks in their order, those of one''s own organisations, and the defaults, which have none.

For members; POST, PATCH and DELETE of one''s own for planners. A role''s times must sum to 1 when a simulation starts. Errors: 400 a
  skill or
time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.';
COMMENT ON COLUMN api.workloads.id IS 'Identifies the task.';
COMMENT ON COLUMN api.workloads.organization_id IS 'Whose it is: id of organizations; null: a default of all.';
COMMENT ON COLUMN api.workloads.role IS 'The role that does it.';
COMMENT ON COLUMN api.workloads."position" IS 'Place of the task in its role, 1 to 1000.';
COMMENT ON COLUMN api.workloads.name IS 'The task in words.';
COMMENT ON COLUMN api.workloads.automatable IS 'Whether it can be automated at all.';
COMMENT ON COLUMN api.workloads.skill IS '0 to 1: what is to be learnt before the task is automated.';
COMMENT ON COLUMN api.workloads."time" IS 'Share of the role''s time, 0 to 1.';
CREATE OR REPLACE TRIGGER write INSTEAD OF INSERT OR UPDATE OR DELETE ON api.workloads
  FOR EACH ROW EXECUTE FUNCTION workforce.workload_written();

CREATE OR REPLACE VIEW api.simulations WITH (security_invoker = true) AS
  SELECT s.id, s.organization_id, s.name, workforce.shown_status(s.status, j.status) AS status, s.done::float8 / s.parts AS progress,
         s.kind AS model, s.job, j.error, s.created_by, s.created_at, s.started_at, s.finished_at
  FROM workforce.simulation s LEFT JOIN LATERAL workforce.job_states(s.id) j ON true;
COMMENT ON VIEW api.simulations IS
'Simulations and sensitivity analyses of one''s own organisations.

For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
  cancelled; progress: 0 to 1; job: one of its
jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.';
COMMENT ON COLUMN api.simulations.id IS 'Identifies the simulation.';
COMMENT ON COLUMN api.simulations.organization_id IS 'Whose it is: id of organizations.';
COMMENT ON COLUMN api.simulations.name IS 'As people call it; null: it has no name.';
COMMENT ON COLUMN api.simulations.status IS 'created, running, completed, failed or cancelled.';
COMMENT ON COLUMN api.simulations.progress IS 'Share of iterations or samples that are done, 0 to 1.';
COMMENT ON COLUMN api.simulations.model IS 'simulation or sensitivity.';
COMMENT ON COLUMN api.simulations.job IS 'One of its jobs: id of jobs; null: none yet.';
COMMENT ON COLUMN api.simulations.error IS 'Why a part failed, if one did.';
COMMENT ON COLUMN api.simulations.created_by IS 'Who asked for it: an account; null: not by a request, or the account is gone.';
COMMENT ON COLUMN api.simulations.created_at IS 'When it was asked for.';
COMMENT ON COLUMN api.simulations.started_at IS 'When its first part began; null: not yet.';
COMMENT ON COLUMN api.simulations.finished_at IS 'When it was completed; null: not yet.';
CREATE OR REPLACE TRIGGER write INSTEAD OF UPDATE OR DELETE ON api.simulations FOR EACH ROW EXECUTE FUNCTION workforce.simulation_written();
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT ON api.simulations FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('workforce.simulation_defaults(uuid)',
'What a form starts from: {config, ranges, workloads, assumptions}.

For members. organization: whose workloads; by default that of who belongs to one. Errors: 403.'),
  platform.expose('workforce.start_simulation(jsonb, uuid, text)',
'Has a simulation of work run: a what-if of assumptions, not a forecast; no run may be used to pick who leaves.

For planners. config: as harmony.simulate_workforce, workloads by default the organization''s; organization: by default that for which one
plans; name: a label, of 1 to 500 characters. 202 {simulation, job, cached}: the same within an hour is not run again. Errors: 400 naming
the key, also for a role named "other", which small roles are shown as; 403; 413 too large, or too much is kept; 429 too many in a day.'),
  platform.expose('workforce.simulation_document(uuid, boolean)',
'A simulation: {id, status, progress, result}, result null until it is completed.

For members; roles with fewer than five posts are joined as "other" for those who do not plan, and of fewer than five posts in all they have
no result. wide: the steps as flat objects. Errors: 404.',
  as_name => 'simulation'),
  platform.expose('workforce.compare_simulations(uuid[])',
'Simulations compared draw by draw, the first the base: {runs, differences, variance_ratio}.

For members; who does not plan is told no differences of a run in which other small roles are joined than in the first. ids: 1 to 20, of
simulations with the same seed, iterations and steps. Errors: 400 others; 404; 409 one is not completed; 413 too many or too large.'),
  platform.expose('workforce.simulation_tornado(jsonb, jsonb, text, uuid)',
'What each input by itself does to a metric: {metric, base, bars: [{input, low, high, at_low, at_high}]}.

For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; organization: by default
that for which one plans. Errors: 400; 403; 413 more than 10^9 agents times steps times iterations in all.'),
  platform.expose('workforce.seek_simulation(jsonb, text, text, float8, float8, float8, uuid)',
'The value of an input at which a metric reaches a goal: {value, outcome, reached, evaluations}.

For planners. config: as in start_simulation; low, high: where it is sought; organization: by default that for which one plans. Errors: 400;
403; 413 more than 10^9 agents times steps times iterations in all.'),
  platform.expose('workforce.start_sensitivity(jsonb, jsonb, text, integer, uuid)',
'Has first-order and total Sobol indices of inputs computed.

For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; samples: 8 to 65536;
organization: by default that for which one plans. 202 {simulation, job}; its result: {indices: [{input, first, first_low, first_high,
total, total_low, total_high}]}. Errors: 400; 403; 413 too large, or too much is kept; 429 too many in a day.'),
  platform.expose('workforce.task_scores(text)',
'The tasks of an occupation, and how far they could be automated, 0 to 100, as the organization''s raters say.

For members; a row a task. soc: a code of O*NET. Errors: 403; 404.'),
  platform.expose('workforce.role_adjacency(text, integer)',
'The occupations whose tasks are worded most like those of one: soc, title, similarity, most alike first.

For members. soc: a code of O*NET; top: 1 to 100. Errors: 400; 403; 404; 409 the occupations have not been indexed.'),
  platform.secure_api();
