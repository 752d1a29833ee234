-- What the columns of the module's tables and composite types hold, where the statement that made them does not say so.

COMMENT ON COLUMN workforce.adjacent_role.soc IS 'The other occupation: workforce.onet_task.onet_soc_code.';
COMMENT ON COLUMN workforce.adjacent_role.title IS 'Its title.';
COMMENT ON COLUMN workforce.adjacent_role.similarity IS 'Cosine of both occupations'' texts, -1 to 1.';

COMMENT ON COLUMN workforce.workload.id IS 'Identifies the task.';
COMMENT ON COLUMN workforce.workload.organization_id IS 'Whose it is: platform.organization.id; NULL: a default of all.';
COMMENT ON COLUMN workforce.workload.role IS 'The role that does it.';
COMMENT ON COLUMN workforce.workload."position" IS 'Place of the task in its role, 1 to 1000.';
COMMENT ON COLUMN workforce.workload.name IS 'The task in words.';
COMMENT ON COLUMN workforce.workload.automatable IS 'Whether it can be automated at all.';

COMMENT ON COLUMN workforce.simulation.id IS 'Identifies the simulation, also to clients; its jobs have it as batch_id.';
COMMENT ON COLUMN workforce.simulation.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN workforce.simulation.name IS 'As people call it; NULL: it has no name.';
COMMENT ON COLUMN workforce.simulation.kind IS 'simulation or sensitivity.';
COMMENT ON COLUMN workforce.simulation.status IS 'created, running or completed.';
COMMENT ON COLUMN workforce.simulation.parts IS 'Iterations or samples in all.';
COMMENT ON COLUMN workforce.simulation.result IS 'The answer, once it is completed; NULL: not yet.';
COMMENT ON COLUMN workforce.simulation.created_by IS
'Who asked for it: platform.account.id; NULL: the owner''s own work, or the account is gone.';
COMMENT ON COLUMN workforce.simulation.created_at IS 'When it was asked for.';
COMMENT ON COLUMN workforce.simulation.started_at IS 'When its first part began; NULL: not yet.';
COMMENT ON COLUMN workforce.simulation.finished_at IS 'When it was completed; NULL: not yet.';

COMMENT ON COLUMN workforce.chunk.organization_id IS 'Whose simulation it is: platform.organization.id.';
COMMENT ON COLUMN workforce.chunk.simulation_id IS 'The simulation: workforce.simulation.id.';
COMMENT ON COLUMN workforce.chunk.first IS 'The first iteration or sample of the part, from 0.';
COMMENT ON COLUMN workforce.chunk.last IS 'The one behind its last.';
COMMENT ON COLUMN workforce.chunk.bytes IS
'Of a simulation its iterations, as harmony.workforce_chunk makes them; NULL: a sensitivity analysis.';
COMMENT ON COLUMN workforce.chunk.outcomes IS 'Of a sensitivity analysis the metric of each sample; NULL: a simulation.';

COMMENT ON COLUMN workforce.step.organization_id IS 'Whose simulation it is: platform.organization.id.';
COMMENT ON COLUMN workforce.step.run IS 'The simulation: workforce.simulation.id.';
COMMENT ON COLUMN workforce.step.step IS 'Step of the simulation, from 0, the start.';
COMMENT ON COLUMN workforce.step.metric IS 'What is measured, such as automation_rate, salary or count.';
COMMENT ON COLUMN workforce.step.mean IS 'Mean over the iterations, in the unit of the metric.';
COMMENT ON COLUMN workforce.step.min IS 'Smallest of the iterations.';
COMMENT ON COLUMN workforce.step.max IS 'Largest of the iterations.';
COMMENT ON COLUMN workforce.step.sd IS 'Standard deviation over the iterations (n - 1); NULL: of one iteration.';
COMMENT ON COLUMN workforce.step.p05 IS '5 % quantile of the iterations.';
COMMENT ON COLUMN workforce.step.p50 IS 'Median of the iterations.';
COMMENT ON COLUMN workforce.step.p95 IS '95 % quantile of the iterations.';
COMMENT ON COLUMN workforce.step.ci_low IS 'Lower end of the 95 % t interval of the mean; NULL: of one iteration.';
COMMENT ON COLUMN workforce.step.ci_high IS 'Upper end of the 95 % t interval of the mean; NULL: of one iteration.';

COMMENT ON COLUMN workforce.onet_task.onet_soc_code IS 'Code of the occupation, such as 11-1011.00.';
COMMENT ON COLUMN workforce.onet_task.task_id IS 'O*NET''s number of the task.';
COMMENT ON COLUMN workforce.onet_task.task IS 'The task in words.';
COMMENT ON COLUMN workforce.onet_task.task_type IS 'Core or Supplemental; NULL: not told.';
COMMENT ON COLUMN workforce.onet_task.title IS 'Title of the occupation.';
COMMENT ON COLUMN workforce.onet_task.equalweight IS 'Weight of the task where all count the same; NULL: not told.';

COMMENT ON COLUMN workforce.occupation_exposure.onet_soc_code IS 'Code of the occupation, such as 11-1011.00.';
COMMENT ON COLUMN workforce.occupation_exposure.title IS 'Its title.';
COMMENT ON COLUMN workforce.occupation_exposure.dv_rating_alpha IS
'Share of its tasks exposed directly (E1), 0 to 1, as a language model rated; NULL: not rated.';
COMMENT ON COLUMN workforce.occupation_exposure.dv_rating_beta IS 'E1 + E2/2, 0 to 1, as a language model rated; NULL: not rated.';
COMMENT ON COLUMN workforce.occupation_exposure.dv_rating_gamma IS 'E1 + E2, 0 to 1, as a language model rated; NULL: not rated.';
COMMENT ON COLUMN workforce.occupation_exposure.human_rating_alpha IS
'Share of its tasks exposed directly (E1), 0 to 1, as people rated; NULL: not rated.';
COMMENT ON COLUMN workforce.occupation_exposure.human_rating_gamma IS 'E1 + E2, 0 to 1, as people rated; NULL: not rated.';

COMMENT ON COLUMN workforce.occupation_pay.occ_code IS 'Code of the occupation in SOC 2018, such as 11-1011.';
COMMENT ON COLUMN workforce.occupation_pay.occ_title IS 'Its title.';
COMMENT ON COLUMN workforce.occupation_pay.o_group IS 'How wide it is: total, major, minor, broad or detailed.';
COMMENT ON COLUMN workforce.occupation_pay.tot_emp IS 'Posts, as text: a mark stands for what is not told. NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.emp_prse IS 'Relative standard error of tot_emp in per cent, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.h_mean IS 'Mean pay an hour in US dollars, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.a_mean IS 'Mean pay a year in US dollars, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.mean_prse IS 'Relative standard error of the mean pay in per cent, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.a_pct10 IS '10th percentile of the pay a year in US dollars, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.a_pct25 IS '25th percentile of the pay a year in US dollars, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.a_median IS 'Median of the pay a year in US dollars, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.a_pct75 IS '75th percentile of the pay a year in US dollars, as text; NULL: nothing.';
COMMENT ON COLUMN workforce.occupation_pay.a_pct90 IS '90th percentile of the pay a year in US dollars, as text; NULL: nothing.';

COMMENT ON COLUMN workforce.soc_crosswalk.soc_2010 IS 'Code of an occupation in SOC 2010, such as 11-1011.';
COMMENT ON COLUMN workforce.soc_crosswalk.title_2010 IS 'Its title there; NULL: not told.';
COMMENT ON COLUMN workforce.soc_crosswalk.soc_2018 IS 'Code of what became of it in SOC 2018, or of a part of it.';
COMMENT ON COLUMN workforce.soc_crosswalk.title_2018 IS 'The title there; NULL: not told.';

COMMENT ON COLUMN workforce.task_rating.organization_id IS 'Whose rating it is: platform.organization.id.';
COMMENT ON COLUMN workforce.task_rating.onet_soc_code IS 'Code of the occupation: workforce.onet_task.onet_soc_code.';
COMMENT ON COLUMN workforce.task_rating.task_id IS 'The task: workforce.onet_task.task_id.';
COMMENT ON COLUMN workforce.task_rating.rater IS 'Who rated, a person or a model, by the operator''s own name.';
COMMENT ON COLUMN workforce.task_rating.rating IS 'How far the task could be automated, 0 not at all to 100 wholly.';

COMMENT ON COLUMN workforce.occupation_text.id IS 'Number of the occupation, by which the search names it.';
COMMENT ON COLUMN workforce.occupation_text.onet_soc_code IS 'Code of the occupation: workforce.onet_task.onet_soc_code.';
COMMENT ON COLUMN workforce.occupation_text.title IS 'Its title.';
COMMENT ON COLUMN workforce.occupation_text.embedding IS '256 numbers, of length 1.';
