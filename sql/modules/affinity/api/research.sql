-- What researchers are told: pseudonyms, and figures of at least five people.

CREATE OR REPLACE VIEW api.calibration WITH (security_invoker = true) AS
  SELECT c.pseudonym, c.n, c.loo_rmse, c.calibration_complete, c.model, c.month FROM affinity.shown_calibration() c;
COMMENT ON VIEW api.calibration IS
'How well the tastes of people could be learnt.

For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
at least five. Month and model of fewer than five people, or of all but fewer than five, are null.';
COMMENT ON COLUMN api.calibration.pseudonym IS 'Random name of the person.';
COMMENT ON COLUMN api.calibration.n IS 'Rated photos that the taste is learnt from.';
COMMENT ON COLUMN api.calibration.loo_rmse IS
'How far off a rating is that is foretold from the others, in units of a rating; null: no taste could be learnt.';
COMMENT ON COLUMN api.calibration.calibration_complete IS 'Whether the taste could be learnt.';
COMMENT ON COLUMN api.calibration.model IS 'Name and version of the net that made the embeddings; null: too few people.';
COMMENT ON COLUMN api.calibration.month IS 'First day of the month (UTC) in which it was learnt last; null: too few people.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.calibration
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('affinity.calibration_summary()',
'How well tastes could be learnt, over all rows of view calibration.

For administrators and accounts with role researcher (else 403). people, and of how many of them a taste was learnt; best, median and worst:
of their errors loo_rmse, in points of 1 to 5.'),
  platform.expose('affinity.affinity_validation(text)',
'How well the scores have foretold whom people want to meet.

For administrators and accounts with role researcher; a row a phase. model: a version, null the active one. Of the answers of people with
consent of kind research; of fewer than five people null. auc with its 95 % interval, brier, slope of the calibration, and R squared over
the phases before. Errors: 400 no such model; 403.'),
  platform.secure_api();
