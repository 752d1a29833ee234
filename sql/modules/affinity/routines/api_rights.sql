-- What applications may do in schema api, of what this module makes there.
CREATE OR REPLACE FUNCTION affinity.api_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL::text[] FROM (VALUES
    ('consents'), ('phases'), ('photos'), ('filters'), ('matches'), ('calibration'), ('answers'), ('blocks')) v (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL FROM (VALUES
    ('consent'), ('consent_texts'), ('photo_put'), ('calibration_set'), ('calibrate'), ('visual_score'), ('set_filters'), ('discover'),
    ('want_to_meet'), ('block'), ('hla_put'), ('hla_match'), ('export_typing'), ('match'), ('match_top'),
    ('match_report'), ('calibration_summary'), ('affinity_validation')) f (name);
END;
COMMENT ON FUNCTION affinity.api_rights() IS 'The part of affinity.application_rights() that is about schema api.';
