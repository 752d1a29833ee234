-- harmonyd listens, and looks by itself every few seconds.
CREATE OR REPLACE TRIGGER notify_jobs AFTER INSERT ON platform.job FOR EACH STATEMENT EXECUTE FUNCTION platform.notify_jobs();
CREATE OR REPLACE TRIGGER notify_jobs AFTER INSERT ON platform.outbox FOR EACH STATEMENT EXECUTE FUNCTION platform.notify_jobs();
-- A column that is generated would not be replicated.
CREATE OR REPLACE TRIGGER set_sort_at BEFORE INSERT OR UPDATE OF run_at, priority ON platform.job
  FOR EACH ROW EXECUTE FUNCTION platform.set_sort_at();
