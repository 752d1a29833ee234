-- A questionnaire of phase 2 is private and not adaptive, and stays so.
CREATE OR REPLACE TRIGGER questionnaire_is_private AFTER INSERT OR UPDATE ON affinity.questionnaire
  FOR EACH STATEMENT EXECUTE FUNCTION affinity.refuse_open_instrument();
CREATE OR REPLACE TRIGGER questionnaire_stays_private AFTER UPDATE OF is_private, target_se ON assessment.instrument
  FOR EACH STATEMENT EXECUTE FUNCTION affinity.refuse_open_instrument();
