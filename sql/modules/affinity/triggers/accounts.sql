-- The photos that everybody rates are somebody's documents.
CREATE OR REPLACE TRIGGER owner_of_calibration BEFORE DELETE ON platform.account
  FOR EACH ROW EXECUTE FUNCTION affinity.refuse_calibration_owner();
