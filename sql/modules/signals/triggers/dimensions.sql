CREATE OR REPLACE TRIGGER one_at_a_time BEFORE INSERT OR UPDATE OF organization_id, metric_id, valid_from, valid_to ON signals.dim_metric
  FOR EACH ROW EXECUTE FUNCTION signals.check_metric();
CREATE OR REPLACE TRIGGER is_cutoff BEFORE INSERT OR UPDATE OF document ON signals.cutoff
  FOR EACH ROW EXECUTE FUNCTION signals.check_cutoff();
CREATE OR REPLACE TRIGGER can_be_asked BEFORE INSERT OR UPDATE OF kind, columns, arguments ON signals.quality_check
  FOR EACH ROW EXECUTE FUNCTION signals.check_check();
