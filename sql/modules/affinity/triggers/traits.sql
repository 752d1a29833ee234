-- A statement at a time, in the order of their names: before the answers are scored it is asked whether they may be, after it what follows.
CREATE OR REPLACE TRIGGER affinity_begun AFTER INSERT ON assessment.submission
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.submissions_begun();
CREATE OR REPLACE TRIGGER take_traits_inserted AFTER INSERT ON assessment.submission
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.submissions_ended();
CREATE OR REPLACE TRIGGER take_traits_updated AFTER UPDATE ON assessment.submission
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.submissions_ended();
CREATE OR REPLACE TRIGGER take_traits_deleted AFTER DELETE ON assessment.submission
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION affinity.submissions_ended();
