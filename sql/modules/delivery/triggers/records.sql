CREATE OR REPLACE TRIGGER named BEFORE INSERT ON delivery.raw_record FOR EACH ROW EXECUTE FUNCTION delivery.record_named();
