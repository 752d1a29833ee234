CREATE OR REPLACE TRIGGER named BEFORE INSERT ON delivery.raw_record FOR EACH ROW EXECUTE FUNCTION delivery.record_named();
CREATE OR REPLACE TRIGGER schedule AFTER INSERT OR DELETE OR UPDATE OF kind, settings, is_active ON delivery.integration
  FOR EACH ROW EXECUTE FUNCTION delivery.schedule_fetch();
