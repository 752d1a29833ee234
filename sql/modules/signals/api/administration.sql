-- What administrators have done by jobs.

SELECT platform.expose('signals.queue_load(uuid, text)',
'Has the artifacts of a run loaded, by a job.

For administrators. organization: whose they are; path: the run''s folder, inside the server''s folder of artifacts. 202 {job}: the one that
waits or runs where it is asked twice. Errors: 400 no such organisation, a path outside or to no folder; 403.',
as_name => 'load_artifacts'),
  platform.expose('signals.queue_refresh(uuid, text, boolean)',
'Has the layers of a run built and published, by a job.

For administrators. organization, run_id: of runs; full: all runs are built anew. 202 {job}: the one that waits or runs where it is asked
twice. Errors: 400 no such organisation; 403; 404 no such run.', as_name => 'refresh_layers'),
  platform.expose('signals.queue_hydrate(uuid, text)',
'Has a published run taken over into the signals that people work on, by a job.

For administrators. organization, run_id: of runs. 202 {job}: the one that waits or runs where it is asked twice. Errors: 400 no such
organisation; 403; 404 no such run; 409 it is not published.', as_name => 'hydrate_signals'),
  platform.secure_api();
