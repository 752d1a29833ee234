-- Learning from statements that failed: what helped, how often, and what that suggests for the next one.

CREATE OR REPLACE FUNCTION oversight.pattern_of(error_class text, intent text, statement text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to(concat_ws(E'\n', error_class, intent, statement), 'UTF8'));
COMMENT ON FUNCTION oversight.pattern_of(text, text, text) IS
'What counts as the same failure: SHA-256 of error class, sorted phrases of the intent, and the masked statement. It is not judged for this:
what somebody wrote is analysed with that person''s rights alone.';

CREATE OR REPLACE FUNCTION oversight.kept_intent(intent text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT coalesce(left(string_agg(p.phrase, ', ' ORDER BY p.phrase COLLATE "C"), 2000), '')
          FROM unnest(harmony_internal.intent_phrases(coalesce(intent, ''), oversight.lexicon_options())) p (phrase));
END
$$;
COMMENT ON FUNCTION oversight.kept_intent(text) IS 'Of a question what is kept: the phrases of the lexicon, sorted.';

CREATE OR REPLACE FUNCTION oversight.require_feedback(sql text, intent text, helpful boolean, correction text, sqlstate text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF helpful IS NULL THEN
    RAISE EXCEPTION 'helpful must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF sqlstate !~ '^[0-9A-Z]{5}$' THEN
    RAISE EXCEPTION 'this is no SQLSTATE: "%"', left(sqlstate, 20) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Five digits or capital letters, such as 42703.';
  ELSIF length(intent) > 10000 THEN
    RAISE EXCEPTION 'the intent is too long' USING ERRCODE = 'program_limit_exceeded';
  ELSIF length(correction) > 10000 OR length(sql) > 10000 THEN
    RAISE EXCEPTION 'the statement is too long' USING ERRCODE = 'program_limit_exceeded', DETAIL = 'It may have 10000 characters.';
  END IF;
  PERFORM platform.require_text('statement', sql, 10000);
  IF correction IS NOT NULL THEN
    PERFORM platform.require_text('correction', correction, 10000);
  END IF;
END
$$;
COMMENT ON FUNCTION oversight.require_feedback(text, text, boolean, text, text) IS
'Passes for what oversight.record_feedback takes, else an error 22004, 22023 or 54000.';

CREATE OR REPLACE FUNCTION oversight.record_feedback(sql text, intent text, helpful boolean, correction text DEFAULT NULL,
                                                     sqlstate text DEFAULT NULL, organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asking CONSTANT uuid := oversight.asking_organization(organization);
  state CONSTANT text := coalesce(record_feedback.sqlstate, '00000');
  statement text;
  better text;
  phrases CONSTANT text := oversight.kept_intent(intent);
  learnt oversight.learning_memory;
BEGIN
  PERFORM oversight.require_feedback(sql, intent, helpful, correction, record_feedback.sqlstate),
    platform.take_turn('feedback_recorded', ARRAY[asking]), platform.require_limit('feedback_recorded', (
      SELECT 1 + count(*) FROM oversight.learning_memory m WHERE m.organization_id = asking
        AND m.created_at > platform.limit_start('feedback_recorded')));
  statement := harmony_internal.masked_sql(sql, ARRAY[asking::text]);
  better := harmony_internal.masked_sql(correction, ARRAY[asking::text]);
  PERFORM platform.require_text('statement', statement, 20000);
  INSERT INTO oversight.learning_memory AS m (organization_id, pattern, error_class, sqlstate, intent, statement, correction, successes,
    failures)
  VALUES (asking, oversight.pattern_of(left(state, 2), phrases, statement), left(state, 2), state,
          phrases, statement, better, helpful::integer, (NOT helpful)::integer)
  ON CONFLICT (organization_id, pattern, md5(coalesce(correction, ''))) DO UPDATE SET last_seen_at = now(),
    successes = m.successes + excluded.successes, failures = m.failures + excluded.failures
  RETURNING m.* INTO learnt;
  PERFORM platform.set_status(201);
  RETURN jsonb_build_object('id', learnt.id, 'successes', learnt.successes, 'failures', learnt.failures, 'confidence', learnt.confidence);
END
$$;
COMMENT ON FUNCTION oversight.record_feedback(text, text, boolean, text, text, uuid) IS
'Keeps that a statement, or what was written in its place, helped or did not: 201 {id, successes, failures, confidence}.

sql: the statement; intent: the question that it was to answer; correction: what was written in its place; sqlstate: how it failed, NULL: it
did not. Constants are masked, and of the question the phrases of the lexicon are kept. The same failure with the same correction is counted
in one row. For members of an organisation (42501). Errors: 22004, 22023, 54000 too long; PT429 too often (platform.limit
feedback_recorded).';

CREATE OR REPLACE FUNCTION oversight.suggest_fix(sql text, intent text DEFAULT NULL, sqlstate text DEFAULT NULL,
                                                 policy text DEFAULT 'default', organization uuid DEFAULT NULL)
RETURNS SETOF oversight.suggestion
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 3 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asking CONSTANT uuid := oversight.asking_organization(organization);
  chosen CONSTANT oversight.sql_policy := oversight.policy_named(policy, asking);
  failed text;
  phrases text;
  candidate record;
  shown integer := 0;
BEGIN
  PERFORM oversight.require_feedback(sql, intent, true, NULL, suggest_fix.sqlstate);
  failed := harmony_internal.masked_sql(sql, ARRAY[asking::text]);
  phrases := oversight.kept_intent(intent);
  FOR candidate IN
    SELECT m.correction, m.confidence, m.successes, m.failures, m.sqlstate = suggest_fix.sqlstate AS is_same, s.similarity
    FROM (SELECT l.* FROM oversight.learning_memory l WHERE l.organization_id = asking AND l.correction IS NOT NULL
          ORDER BY l.last_seen_at DESC, l.id DESC LIMIT 1000) m
    CROSS JOIN LATERAL (SELECT harmony_internal.trigram_similarity(m.statement, failed)) s (similarity)
    WHERE m.correction <> failed AND s.similarity >= 0.3
      AND (suggest_fix.intent IS NULL OR m.intent = phrases OR s.similarity >= 0.5)
    ORDER BY (m.sqlstate = suggest_fix.sqlstate) IS TRUE DESC, m.confidence * s.similarity DESC, m.id LIMIT 50
  LOOP
    -- What was right for one policy and one day need not be so for another: judged anew before it is shown.
    CONTINUE WHEN (oversight.judge(candidate.correction, chosen, asking) ->> 'ok')::boolean IS NOT TRUE;
    RETURN NEXT (candidate.correction, candidate.confidence, format('helped %s of %s times with a statement %s %% alike%s',
      candidate.successes, candidate.successes + candidate.failures, round((100 * candidate.similarity)::numeric),
      CASE WHEN candidate.is_same THEN ', which failed in the same way' ELSE '' END))::oversight.suggestion;
    shown := shown + 1;
    EXIT WHEN shown = 3;
  END LOOP;
END
$$;
COMMENT ON FUNCTION oversight.suggest_fix(text, text, text, text, uuid) IS
'What helped where statements like this one failed, at most three: sql, with $1, $2, ... for constants, its confidence, and why.

By confidence times how alike the statements are (trigrams), those that failed with the same SQLSTATE first; each passes the guard by the
policy now. Of what was learnt the 1,000 that were of use last are looked at. For members of an organisation (42501). Errors: 22004, 22023,
54000.';
