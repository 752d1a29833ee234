-- A request sees its own rows, while the consent that they rest on is live; administrators see what has no person in it. Scores of pairs,
-- typings and embeddings are shown to nobody: functions tell what may be told of them.
SELECT platform.secure('affinity');
-- What refuses a change stays when the extension goes, and what takes data along with their consent; with all that policies and these call.
SELECT platform.drop_with_extension('affinity', platform.routines_for_everybody('affinity') || ARRAY[
  'affinity.has_consent(uuid,text)', 'affinity.is_complete(uuid,integer)', 'affinity.require_open(uuid,integer)',
  'affinity.refuse_without_consent(text)', 'affinity.hold_consent(uuid,text)', 'affinity.submissions_begun()',
  'affinity.require_questionnaires_open(uuid[],integer[])', 'affinity.photo_document_begun()',
  'affinity.model_changed()', 'affinity.consent_ended()', 'affinity.forget(uuid,text)', 'affinity.forget_visual(uuid)',
  'affinity.forget_personality(uuid)', 'affinity.forget_genetic(uuid)', 'affinity.forget_reports(uuid,uuid)',
  'affinity.forget_kept_answers(uuid,uuid)', 'affinity.forget_answered(uuid,integer)', 'affinity.hold_person(uuid)',
  'affinity.hold_consents(uuid)', 'affinity.hold_shared_rows(uuid)',
  'affinity.account_ends()', 'affinity.api_rights()', 'affinity.count_turn(uuid,text)',
  'affinity.with_missing(text[],text)', 'affinity.settle_phases(uuid)', 'affinity.has_completed(uuid,integer)', 'affinity.active_model()',
  'affinity.photo_document_ended()', 'affinity.refuse_open_instrument()', 'affinity.refuse_calibration_owner()']::regprocedure[]);

CREATE POLICY own_rows ON affinity.consent FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON affinity.phase_completion FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON affinity.filter FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON affinity.block FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON affinity.answer FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON affinity.declared_group FOR SELECT USING (person_id = (SELECT platform.active_account()));
CREATE POLICY own_rows ON affinity.photo FOR SELECT
  USING (person_id = (SELECT platform.active_account()) AND (SELECT affinity.agrees('visual')));
CREATE POLICY own_rows ON affinity.rating FOR SELECT
  USING (person_id = (SELECT platform.active_account()) AND (SELECT affinity.agrees('visual')));
CREATE POLICY logged_in ON affinity.consent_kind FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON affinity.consent_translation FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON affinity.model FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON affinity.questionnaire FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY logged_in ON affinity.embedding_model FOR SELECT USING ((SELECT platform.active_account()) IS NOT NULL);
CREATE POLICY researchers ON affinity.group_difference FOR SELECT
  USING ((SELECT platform.has_role('researcher')) OR (SELECT platform.is_admin()));
CREATE POLICY researchers ON affinity.answer_model FOR SELECT
  USING ((SELECT platform.has_role('researcher')) OR (SELECT platform.is_admin()));
CREATE POLICY admin_reads ON affinity.run FOR SELECT USING ((SELECT platform.is_admin()));

-- Not before phase 1 is complete, and not without consent: for everybody but the owner and administrators, besides the policies that open
-- the table.
CREATE POLICY phase_2 ON assessment.item AS RESTRICTIVE FOR SELECT
  USING (instrument_id <> ALL ((SELECT affinity.closed_questionnaires())::integer[]));
