-- The photos that everybody rates are somebody's documents.
CREATE OR REPLACE TRIGGER owner_of_calibration BEFORE DELETE ON platform.account
  FOR EACH ROW EXECUTE FUNCTION affinity.refuse_calibration_owner();
-- In the order of names after it: what is of two people.
CREATE OR REPLACE TRIGGER take_affinity_along BEFORE DELETE ON platform.account
  FOR EACH ROW EXECUTE FUNCTION affinity.account_ends();
