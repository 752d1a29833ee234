-- What applications may do here. Functions check for themselves who asks. Nothing is granted on tables with rows of people: a policy hides
-- these, and EXPLAIN ANALYZE tells how many of them a condition has removed.
CREATE OR REPLACE FUNCTION affinity.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'everybody', 'EXECUTE', 'affinity.' || f.name, NULL::text[] FROM (VALUES  -- policies call them
    ('agrees'), ('closed_questionnaires')) f (name)
  UNION ALL
  SELECT a.audience, 'USAGE', 'affinity', NULL FROM (VALUES ('user'), ('worker')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'affinity.' || t.name, NULL FROM (VALUES
    ('consent_kind'), ('consent_translation'), ('model'), ('questionnaire'), ('group_difference'), ('answer_model')) t (name)
  UNION ALL
  SELECT 'user', 'SELECT', 'affinity.run', '{id,model,noon,started_at,finished_at,persons,done,pairs}'::text[]
  UNION ALL
  SELECT 'user', 'EXECUTE', 'affinity.' || f.name, NULL FROM (VALUES
    ('consent'), ('consent_texts'), ('shown_consents'), ('shown_phases'), ('shown_filters'), ('set_filters'), ('declare_group'),
    -- phase 1
    ('photo_put'), ('shown_photos'), ('calibration_set'), ('calibrate'), ('visual_score'),
    -- phase 3
    ('hla_put'), ('hla_match'), ('export_typing'),
    -- people and pairs
    ('discover'), ('want_to_meet'), ('block'), ('shown_answers'), ('shown_blocks'), ('shown_matches'), ('match'), ('match_top'),
    ('match_report'), ('match_page'),
    -- a researcher's, and an administrator's
    ('shown_calibration'), ('calibration_summary'), ('affinity_validation'), ('match_sides'), ('match_all')) f (name)
  UNION ALL
  SELECT 'worker', 'EXECUTE', 'affinity.face_found', NULL
  UNION ALL SELECT r.audience, r.privilege, r.object, r.columns FROM affinity.api_rights() r;
END;
COMMENT ON FUNCTION affinity.application_rights() IS
'What applications may do in module affinity; platform.grant_application grants it.';
