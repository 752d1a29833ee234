-- harmonyd listens, and looks by itself every few seconds.
CREATE OR REPLACE TRIGGER notify_jobs AFTER INSERT ON platform.job FOR EACH STATEMENT EXECUTE FUNCTION platform.notify_jobs();
CREATE OR REPLACE TRIGGER notify_jobs AFTER INSERT ON platform.outbox FOR EACH STATEMENT EXECUTE FUNCTION platform.notify_jobs();
