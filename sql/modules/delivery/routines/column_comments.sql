-- What the columns of the module's tables and composite types hold, where the statement that made them does not say so.

COMMENT ON COLUMN delivery.load_result.loaded IS 'Documents that were new.';
COMMENT ON COLUMN delivery.load_result.updated IS 'Documents that changed one that was there.';
COMMENT ON COLUMN delivery.load_result.rejected IS 'Documents that were not loaded: rows of delivery.load_reject.';

COMMENT ON COLUMN delivery.transformed_record.record IS 'The record: delivery.raw_record.id.';
COMMENT ON COLUMN delivery.transformed_record.kind IS 'A kind of delivery.load; NULL where it tells none.';
COMMENT ON COLUMN delivery.transformed_record.document IS 'The document of that kind; NULL where it tells none.';
COMMENT ON COLUMN delivery.transformed_record.reason IS 'Why it tells none; NULL where it does.';

COMMENT ON COLUMN delivery.repository_row.project IS 'Code of the project: delivery.project.code.';
COMMENT ON COLUMN delivery.repository_row.commits IS 'Commits written in the window.';
COMMENT ON COLUMN delivery.repository_row.authors IS 'Who wrote them, names of one author together, no bots; NULL: too few to be told.';
COMMENT ON COLUMN delivery.repository_row.bus_factor IS
'The fewest authors who wrote at least half of the commits; NULL: too few to be told.';
COMMENT ON COLUMN delivery.repository_row.elephant_factor IS
'The fewest affiliations that made at least half of the commits; NULL: too few to be told, or none is known.';
COMMENT ON COLUMN delivery.repository_row.pull_requests IS 'Pull requests that were opened in the window.';
COMMENT ON COLUMN delivery.repository_row.merge_rate IS 'Share merged of those that are closed, 0 to 1; NULL: none is.';
COMMENT ON COLUMN delivery.repository_row.last_commit_at IS 'When the newest of the commits was committed; NULL: there is none.';

COMMENT ON COLUMN delivery.team.id IS 'Identifies the team.';
COMMENT ON COLUMN delivery.team.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.team.name IS 'Its name, unique in the organisation.';

COMMENT ON COLUMN delivery.project.id IS 'Identifies the project.';
COMMENT ON COLUMN delivery.project.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.project.code IS 'By which loads and figures name it, unique in the organisation.';
COMMENT ON COLUMN delivery.project.name IS 'As people call it; the code until somebody gives another.';
COMMENT ON COLUMN delivery.project.created_at IS 'When it was made.';

COMMENT ON COLUMN delivery.author.id IS 'Identifies the author.';
COMMENT ON COLUMN delivery.author.organization_id IS 'Where the author is known: platform.organization.id.';
COMMENT ON COLUMN delivery.author.name IS 'The name that figures show, 1 to 500 characters.';

COMMENT ON COLUMN delivery.author_alias.id IS 'Identifies the name; commits, pull requests and reviews refer to it.';
COMMENT ON COLUMN delivery.author_alias.organization_id IS 'Where the name is known: platform.organization.id.';
COMMENT ON COLUMN delivery.author_alias.alias IS 'The name as documents have it, 1 to 500 characters.';

COMMENT ON COLUMN delivery.integration.id IS 'Identifies the integration.';
COMMENT ON COLUMN delivery.integration.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.integration.kind IS 'The tool: github and jira are fetched by harmonyd, others are extracted by the site.';
COMMENT ON COLUMN delivery.integration.name IS 'As people call it, unique in the organisation.';
COMMENT ON COLUMN delivery.integration.is_active IS 'Whether harmonyd fetches from it.';
COMMENT ON COLUMN delivery.integration.last_run_at IS 'When it was fetched, or its records were transformed, last; NULL: never.';
COMMENT ON COLUMN delivery.integration.last_error IS 'Why nothing came at the last try; NULL: all is well.';

COMMENT ON COLUMN delivery.status.organization_id IS 'Whose integration it is: platform.organization.id.';
COMMENT ON COLUMN delivery.status.integration_id IS 'Of which tool: delivery.integration.id.';
COMMENT ON COLUMN delivery.status.status IS 'The status in the tool''s word.';
COMMENT ON COLUMN delivery.status.category IS 'todo, in_progress or done.';

COMMENT ON COLUMN delivery.raw_record.id IS 'Number of the record, in the order in which they came.';
COMMENT ON COLUMN delivery.raw_record.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.raw_record.integration_id IS 'Where it comes from: delivery.integration.id.';
COMMENT ON COLUMN delivery.raw_record.project IS 'Code of the project that it is for: delivery.project.code.';
COMMENT ON COLUMN delivery.raw_record.document IS 'The record as it came.';
COMMENT ON COLUMN delivery.raw_record.received_at IS 'When it came.';
COMMENT ON COLUMN delivery.raw_record.status IS 'waiting, loaded or rejected.';

COMMENT ON COLUMN delivery.etl_job.id IS 'Number of the run.';
COMMENT ON COLUMN delivery.etl_job.organization_id IS 'Whose integration it is: platform.organization.id.';
COMMENT ON COLUMN delivery.etl_job.integration_id IS 'For which integration: delivery.integration.id.';
COMMENT ON COLUMN delivery.etl_job.step IS 'fetch or transform.';
COMMENT ON COLUMN delivery.etl_job.cause IS 'hand, asked for by somebody, or schedule.';
COMMENT ON COLUMN delivery.etl_job.started_at IS 'When it began.';
COMMENT ON COLUMN delivery.etl_job.finished_at IS 'When it ended; NULL: it runs.';
COMMENT ON COLUMN delivery.etl_job.pages IS 'Pages of lists that a fetch has read.';
COMMENT ON COLUMN delivery.etl_job.loaded IS 'Documents of a transformation that were new.';
COMMENT ON COLUMN delivery.etl_job.updated IS 'Documents of a transformation that changed one that was there.';
COMMENT ON COLUMN delivery.etl_job.rejected IS 'Records that a transformation could not load.';
COMMENT ON COLUMN delivery.etl_job.error IS 'Why it failed; NULL: it did not.';

COMMENT ON COLUMN delivery.load_reject.id IS 'Number of the reject.';
COMMENT ON COLUMN delivery.load_reject.organization_id IS 'Whose document it is: platform.organization.id.';
COMMENT ON COLUMN delivery.load_reject.project_id IS 'For which project: delivery.project.id.';
COMMENT ON COLUMN delivery.load_reject.kind IS 'The kind of delivery.load that it was to be.';
COMMENT ON COLUMN delivery.load_reject.external_id IS 'Its id, as far as it has one; NULL: none.';
COMMENT ON COLUMN delivery.load_reject.reason IS 'Why it was not loaded, in words.';
COMMENT ON COLUMN delivery.load_reject.document IS 'The document as it came.';
COMMENT ON COLUMN delivery.load_reject.rejected_at IS 'When it came first.';

COMMENT ON COLUMN delivery.commit.committed_at IS 'When it was committed; NULL: not told, or only its name is known.';
COMMENT ON COLUMN delivery.commit.organization_id IS 'Whose commit it is: platform.organization.id.';
COMMENT ON COLUMN delivery.commit.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.commit.external_id IS 'Its id in the repository, such as the hash.';

COMMENT ON COLUMN delivery.commit_parent.child IS 'The commit: delivery.commit.id.';
COMMENT ON COLUMN delivery.commit_parent.parent IS 'The one that it follows: delivery.commit.id.';
COMMENT ON COLUMN delivery.commit_parent.organization_id IS 'Whose commits they are: platform.organization.id.';
COMMENT ON COLUMN delivery.commit_parent.project_id IS 'In which project: delivery.project.id.';

COMMENT ON COLUMN delivery.deployment.id IS 'Identifies the deployment.';
COMMENT ON COLUMN delivery.deployment.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.deployment.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.deployment.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.deployment.service IS 'What was deployed; NULL: not told.';
COMMENT ON COLUMN delivery.deployment.environment IS 'Where to; production counts; NULL: not told.';
COMMENT ON COLUMN delivery.deployment.result IS 'How it ended; success counts; NULL: not told.';
COMMENT ON COLUMN delivery.deployment.started_at IS 'When it began; NULL: not told.';
COMMENT ON COLUMN delivery.deployment.finished_at IS 'When it ended; NULL: not yet, or not told.';
COMMENT ON COLUMN delivery.deployment.is_rollback IS 'Whether it takes an earlier one back.';
COMMENT ON COLUMN delivery.deployment.unplanned IS 'Whether it was not planned, such as a hot fix: it counts as rework.';

COMMENT ON COLUMN delivery.deployment_commit.deployment_id IS 'The deployment: delivery.deployment.id.';
COMMENT ON COLUMN delivery.deployment_commit.commit_id IS 'The commit that it puts live: delivery.commit.id.';
COMMENT ON COLUMN delivery.deployment_commit.organization_id IS 'Whose they are: platform.organization.id.';
COMMENT ON COLUMN delivery.deployment_commit.project_id IS 'In which project: delivery.project.id.';

COMMENT ON COLUMN delivery.incident.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.incident.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.incident.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.incident.service IS 'What was disturbed; NULL: not told.';
COMMENT ON COLUMN delivery.incident.created_at IS 'When it began.';
COMMENT ON COLUMN delivery.incident.resolved_at IS 'When it was over; NULL: not yet.';
COMMENT ON COLUMN delivery.incident.cause IS 'The deployment that caused it: delivery.deployment.external_id; NULL: none is known.';
COMMENT ON COLUMN delivery.incident.fixed_by IS 'The deployment that ended it: delivery.deployment.external_id; NULL: none is known.';

COMMENT ON COLUMN delivery.pull_request.id IS 'Number of the pull request here.';
COMMENT ON COLUMN delivery.pull_request.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.pull_request.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.pull_request.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.pull_request.created_at IS 'When it was opened.';
COMMENT ON COLUMN delivery.pull_request.merged_at IS 'When it was merged; NULL: it was not.';
COMMENT ON COLUMN delivery.pull_request.closed_at IS 'When it was closed, merged or not; NULL: it is open, or not told.';
COMMENT ON COLUMN delivery.pull_request.merge_commit IS
'The commit by which it was merged: delivery.commit.external_id; NULL: none is known.';
COMMENT ON COLUMN delivery.pull_request.additions IS 'Lines added; NULL: not told.';
COMMENT ON COLUMN delivery.pull_request.deletions IS 'Lines taken away; NULL: not told.';

COMMENT ON COLUMN delivery.pull_request_commit.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.pull_request_commit.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.pull_request_commit.pull_request IS 'The pull request: delivery.pull_request.external_id.';
COMMENT ON COLUMN delivery.pull_request_commit.commit IS 'The commit''s id, as the pull request says it.';
COMMENT ON COLUMN delivery.pull_request_commit.authored_at IS 'When it was written; NULL: not told.';

COMMENT ON COLUMN delivery.review.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.review.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.review.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.review.pull_request IS 'What was reviewed: delivery.pull_request.external_id.';
COMMENT ON COLUMN delivery.review.submitted_at IS 'When it was handed in.';
COMMENT ON COLUMN delivery.review.state IS 'What it says, in the tool''s word, such as approved; NULL: not told.';

COMMENT ON COLUMN delivery.stale.project_id IS 'The project: delivery.project.id.';
COMMENT ON COLUMN delivery.stale.organization_id IS 'Whose it is: platform.organization.id.';

COMMENT ON COLUMN delivery.work_item.id IS 'Number of the work item here.';
COMMENT ON COLUMN delivery.work_item.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.work_item.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.work_item.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.work_item.type IS 'story, defect, task or another word of the tool; NULL: not told.';
COMMENT ON COLUMN delivery.work_item.team_id IS 'Who does it: delivery.team.id; NULL: not told.';
COMMENT ON COLUMN delivery.work_item.title IS 'What it is, in words; NULL: not told.';
COMMENT ON COLUMN delivery.work_item.points IS 'How large it is, 0 or more, in the team''s own points; NULL: not estimated.';
COMMENT ON COLUMN delivery.work_item.created_at IS 'When it was created in the tool.';

COMMENT ON COLUMN delivery.status_change.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.status_change.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.status_change.external_id IS 'Its id in the tool; of one that was made here given by the database.';
COMMENT ON COLUMN delivery.status_change.work_item IS 'What changed: delivery.work_item.external_id.';
COMMENT ON COLUMN delivery.status_change.category IS 'What it became: todo, in_progress or done.';
COMMENT ON COLUMN delivery.status_change.at IS 'When.';

COMMENT ON COLUMN delivery.sprint.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.sprint.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.sprint.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.sprint.team_id IS 'Who works in it: delivery.team.id; NULL: not told.';
COMMENT ON COLUMN delivery.sprint.started_at IS 'When it began.';
COMMENT ON COLUMN delivery.sprint.ended_at IS 'When it ended, or is to end.';

COMMENT ON COLUMN delivery.sprint_item.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.sprint_item.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.sprint_item.sprint IS 'The sprint: delivery.sprint.external_id.';
COMMENT ON COLUMN delivery.sprint_item.work_item IS 'The work: delivery.work_item.external_id.';
COMMENT ON COLUMN delivery.sprint_item.is_added IS 'Whether it was added after the start.';
COMMENT ON COLUMN delivery.sprint_item.is_removed IS 'Whether it was taken out before the end.';
COMMENT ON COLUMN delivery.sprint_item.is_completed IS 'Whether it was done at the end.';

COMMENT ON COLUMN delivery.benchmark.id IS 'Identifies the border.';
COMMENT ON COLUMN delivery.benchmark.year IS 'The year of the report that it is from.';
COMMENT ON COLUMN delivery.benchmark.figure IS 'frequency, lead, cfr (change failure rate) or restore.';
COMMENT ON COLUMN delivery.benchmark.tier IS 'elite, high, medium or low.';
COMMENT ON COLUMN delivery.benchmark.measure IS 'The column of delivery.dora that is held against the border.';

COMMENT ON COLUMN delivery.health_weight.id IS 'Identifies the weight.';
COMMENT ON COLUMN delivery.health_weight.part IS 'predictability, carry_over, scope_change or service_level.';
COMMENT ON COLUMN delivery.health_weight.weight IS 'What the part counts beside the others, 0 or more.';

COMMENT ON COLUMN delivery.service_level.id IS 'Identifies the promise.';
COMMENT ON COLUMN delivery.service_level.organization_id IS 'Who promises: platform.organization.id.';
COMMENT ON COLUMN delivery.service_level.days IS 'Days of cycle time, above 0.';
