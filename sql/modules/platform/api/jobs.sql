-- Jobs, what comes round, and messages over HTTP. Views ask with the rights of who asks.

CREATE OR REPLACE VIEW api.jobs WITH (security_invoker = true) AS
SELECT j.id, j.kind, j.status, j.priority, j.progress, j.message, j.result, j.error, j.batch_id,
       j.attempt - j.attempts_before AS attempt, j.run_at, j.created_at,
       j.started_at, j.finished_at
FROM platform.job j
UNION ALL
SELECT h.id, h.kind, h.status, h.priority, h.progress, h.message, h.result, h.error, h.batch_id, h.attempt, h.run_at, h.created_at,
       h.started_at, h.finished_at
FROM platform.job_history h;
COMMENT ON VIEW api.jobs IS
'Jobs that one has asked for, with those that have ended; for administrators all of them.

status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
failed. Read it by pages: order=id.desc&id=lt.N.';
COMMENT ON COLUMN api.jobs.id IS 'Number of the job.';
COMMENT ON COLUMN api.jobs.kind IS 'What is to be done, such as platform.report.';
COMMENT ON COLUMN api.jobs.status IS 'queued, running, done, failed or cancelled.';
COMMENT ON COLUMN api.jobs.priority IS '0 to 9; each step counts like a minute of waiting.';
COMMENT ON COLUMN api.jobs.progress IS 'How far it is, 0 to 1; null: not told.';
COMMENT ON COLUMN api.jobs.message IS 'What is said of its progress, in words; null: nothing.';
COMMENT ON COLUMN api.jobs.result IS 'What a job that is done gave; null: nothing, or not done.';
COMMENT ON COLUMN api.jobs.error IS 'Why the last attempt failed; null: none has.';
COMMENT ON COLUMN api.jobs.batch_id IS 'What was asked for together; null: it was asked for alone.';
COMMENT ON COLUMN api.jobs.attempt IS 'Number of attempts, those before a retry not counted.';
COMMENT ON COLUMN api.jobs.run_at IS 'Not before this it runs.';
COMMENT ON COLUMN api.jobs.created_at IS 'When it was asked for.';
COMMENT ON COLUMN api.jobs.started_at IS 'When its newest attempt began; null: none has.';
COMMENT ON COLUMN api.jobs.finished_at IS 'When it ended; null: not yet.';

-- Nobody may; without it a union is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.jobs
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.schedules WITH (security_invoker = true) AS
SELECT s.name, s.kind, s.every, s.next_run_at, s.is_active FROM platform.schedule s;
COMMENT ON VIEW api.schedules IS
'Jobs that come round, for administrators; every and is_active can be changed.

every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these.';
COMMENT ON COLUMN api.schedules.name IS 'Its name, which run_now takes.';
COMMENT ON COLUMN api.schedules.kind IS 'The job that is queued.';
COMMENT ON COLUMN api.schedules.every IS 'The time from one to the next, 1 second to 366 days.';
COMMENT ON COLUMN api.schedules.next_run_at IS 'When the next job is queued.';
COMMENT ON COLUMN api.schedules.is_active IS 'Whether it comes round.';

CREATE OR REPLACE VIEW api.notifications WITH (security_invoker = true) AS
SELECT o.id, o.recipient_id, o.template, CASE WHEN o.recipient_id = (SELECT platform.active_account()) THEN o.parameters END AS parameters,
       o.status, o.attempts, o.error, o.created_at, o.sent_at
FROM platform.outbox o;
COMMENT ON VIEW api.notifications IS
'Messages to oneself, and what has become of them; for administrators all messages, but of others without what they say.

status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N.';
COMMENT ON COLUMN api.notifications.id IS 'Number of the message.';
COMMENT ON COLUMN api.notifications.recipient_id IS 'To whom it goes: an account; null: to an address without one.';
COMMENT ON COLUMN api.notifications.template IS 'What it says, by its code, such as crew.hired.';
COMMENT ON COLUMN api.notifications.parameters IS 'What stands for names in it; null: a message to somebody else.';
COMMENT ON COLUMN api.notifications.status IS 'queued, sending, sent, failed or cancelled.';
COMMENT ON COLUMN api.notifications.attempts IS 'How often sending was tried.';
COMMENT ON COLUMN api.notifications.error IS 'Why the last attempt failed; null: none has.';
COMMENT ON COLUMN api.notifications.created_at IS 'When it was written.';
COMMENT ON COLUMN api.notifications.sent_at IS 'When it was sent; null: not sent.';

SELECT platform.expose('platform.cancel_job(bigint)',
  'Cancels a job that waits, and asks for the end of one that runs; answers its state, cancelled or running.

With it go those of its kind and batch, also where it has ended itself. For whose job it is and administrators. 403; 409 all have ended.'),
  platform.expose('platform.retry_job(bigint)',
  'Queues a job that failed or was cancelled again, as if it had never been tried.

For administrators. 204; 400 no such job; 403; 409 a job in another state, or another one of its key waits or runs.'),
  platform.expose('platform.run_now(text)',
  'Queues the job of a schedule now, besides its times.

For administrators. 202 {job}: the one that waits or runs where it is asked twice; 400 no such schedule; 403.'),
  platform.secure_api();
