-- What applications and analysts may do here. Nothing that tells the right answer of a test: no key, no parameters, no norm of answers;
-- of a result not what follows the single answers (raw, standard_error).
CREATE OR REPLACE FUNCTION assessment.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT 'everybody', 'EXECUTE', 'assessment.is_taking_test', NULL::text[]  -- policies call it
  UNION ALL
  SELECT a.audience, 'USAGE', 'assessment', NULL FROM (VALUES ('user'), ('analyst')) a (audience)
  UNION ALL
  SELECT 'user', 'SELECT', 'assessment.' || t.name, t.columns FROM (VALUES
    ('trait', NULL::text[]),
    ('instrument', '{id,code,version,name,kind,scale_min,scale_max,language,instructions,is_active,requires_times,time_limit}'),
    ('item', '{instrument_id,position,text,options,right_text}'),
    ('submission', NULL),
    ('result', '{person_id,submission_id,measured_at,score,instrument_id,n_items,n_answered,reliable,trait,family,instrument,flags,t_score,'
               'percentile,sem}'),
    ('profile', '{person_id,psychometric_snapshot,snapshot_updated_at,snapshot_version}'),
    ('norm', '{population,instrument_id,trait,n,mean,sd,reliability}'),  -- a policy keeps them for administrators and researchers
    ('attempt', NULL), ('current_score', NULL), ('import_batch', NULL), ('import_reject', NULL)) t (name, columns)
  UNION ALL
  SELECT 'user', 'INSERT', 'assessment.submission', '{person_id,instrument_id,started_at,answers,response_ms}'
  UNION ALL
  SELECT 'user', 'EXECUTE', 'assessment.' || f.name, NULL
  FROM (VALUES ('begin_test'), ('next_item'), ('grant_attempt'), ('shown_attempts'), ('request_import'), ('request_undo')) f (name)
  UNION ALL
  SELECT 'user', 'SELECT', 'api.' || v.name, NULL
  FROM (VALUES ('instruments'), ('items'), ('submissions'), ('results'), ('profile'), ('norms'), ('import_batches'),
    ('import_rejects')) v (name)
  UNION ALL
  SELECT 'user', 'EXECUTE', 'api.' || f.name, NULL
  FROM (VALUES ('submit'), ('begin_test'), ('next_item'), ('grant_attempt'), ('import_answers'), ('undo_import')) f (name)
  UNION ALL
  SELECT 'analyst', 'SELECT', 'assessment.' || t.name, t.columns FROM (VALUES
    ('trait', NULL::text[]), ('norm', NULL),
    ('instrument', '{id,code,version,name,kind,scale_min,scale_max,language,instructions,is_active,origin,norm_population,requires_times}'),
    ('item', '{instrument_id,position,text,trait,options,right_text,right_trait}'),
    ('research_results', NULL), ('research_usage', NULL)) t (name, columns);
END;
COMMENT ON FUNCTION assessment.application_rights() IS
'What applications may do in module assessment; platform.grant_application grants it.';
