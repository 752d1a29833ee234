-- A request sees its own person, and of the content what everybody who has logged in may see; right answers and scoring keys are for
-- those who hold the columns' rights. What employers and administrators may see comes with their roles.
SELECT platform.secure('assessment');
-- What refuses a change stays when the extension goes, and what policies call: rights stay too. It calls the extension only where that is
-- there (has_extension): else somebody could put functions of these names into a schema of that name.
SELECT platform.drop_with_extension('assessment', ARRAY['assessment.is_taking_test()', 'assessment.key_source_changed()',
  'assessment.instrument_changed()', 'assessment.instrument_switched()', 'assessment.trait_changed()',
  'assessment.require_unanswered(integer[],text,text)',
  'assessment.with_translations(integer[])', 'assessment.require_valid_scales(integer[])', 'assessment.require_valid_norms(integer[])',
  'assessment.require_valid_response_norms(integer[])',
  'assessment.build_scoring_keys(integer[])', 'assessment.copy_parameters(integer[])', 'assessment.copy_norms(integer[])']::regprocedure[]);

CREATE POLICY own_rows ON assessment.submission FOR SELECT USING (person_id = (SELECT platform.active_account()));
-- Not in the transaction of a test's answers, which could look at their score and take them back.
CREATE POLICY own_rows ON assessment.result FOR SELECT
  USING (person_id = (SELECT platform.active_account()) AND NOT (SELECT assessment.is_taking_test()));
CREATE POLICY own_rows ON assessment.profile FOR SELECT
  USING (person_id = (SELECT platform.active_account()) AND NOT (SELECT assessment.is_taking_test()));
-- An adaptive one is written by its session. Without the extension nothing would count attempts: then nobody hands in.
CREATE POLICY own_submission ON assessment.submission FOR INSERT
  WITH CHECK (person_id = (SELECT platform.active_account()) AND mode = 'full' AND (SELECT platform.has_extension()));
CREATE POLICY own_rows ON assessment.attempt FOR SELECT USING (person_id = (SELECT platform.active_account()));

CREATE POLICY logged_in ON assessment.trait FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.instrument FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.item FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.item_trait FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.item_parameter FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.scoring_key FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.response_norm FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON assessment.norm FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);

-- Analysts: what holds no person.
CREATE POLICY analysts ON assessment.trait FOR SELECT USING ((SELECT platform.is_analyst()));
CREATE POLICY analysts ON assessment.instrument FOR SELECT USING ((SELECT platform.is_analyst()));
CREATE POLICY analysts ON assessment.item FOR SELECT USING ((SELECT platform.is_analyst()));
CREATE POLICY analysts ON assessment.norm FOR SELECT USING ((SELECT platform.is_analyst()));

-- Imports, for administrators; what they read and who is who is the owner's alone.
CREATE POLICY admin_reads ON assessment.import_batch FOR SELECT USING ((SELECT platform.is_admin()));
CREATE POLICY admin_reads ON assessment.import_reject FOR SELECT USING ((SELECT platform.is_admin()));
