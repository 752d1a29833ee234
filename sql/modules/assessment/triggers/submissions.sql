-- Statement-level triggers: one pass over the transition table, one new snapshot a person and statement. They run as the
-- owner, since a person who submits answers may not write results. Plans are kept for a session, so one that was made for
-- many rows, or while the tables were small, must suit every other statement too: enable_seqscan = off makes them find rows
-- through an index. A table that is still empty has no cheaper way than to be read; its plan then has a cost of 1e10, at which
-- the server would compile it: hence jit = off.

-- New results are merged into the state that a profile keeps, and no earlier result is read. A concurrent writer of the same
-- profile is waited for by the statement that changes it, which then continues from the state that it left. A profile without
-- a state is built anew from all results.
CREATE OR REPLACE FUNCTION assessment.submission_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
DECLARE
  one record;
  is_fast boolean;
BEGIN
  -- The fast path, taken by an application that submits for one person: one valid row.
  SELECT (k.kind <> 'cognitive' AND (NOT k.requires_times OR cardinality(s.response_ms) >= cardinality(s.answers)
                                     AND array_position(s.response_ms, NULL) IS NULL)) IS TRUE AS is_admitted,
         s.person_id, s.id, s.instrument_id, s.submitted_at, k.instrument,
         harmony_internal.score_submission(k, s.answers, s.response_ms, s.submitted_at, s.mode = 'adaptive', r.item_mean, r.item_covariance,
                                           s.person_id) AS scored
  INTO one FROM new_rows s JOIN assessment.scoring_key k USING (instrument_id) LEFT JOIN assessment.response_norm r USING (instrument_id)
  WHERE NOT EXISTS (SELECT FROM new_rows OFFSET 1) AND k.is_active AND s.submitted_at <= clock_timestamp();
  is_fast := FOUND;
  -- A person's own request. An adaptive submission is its session's, which has used the attempt.
  IF NOT (is_fast AND one.is_admitted) AND platform.current_account() IS NOT NULL THEN
    PERFORM assessment.admit_submissions(array_agg(s.person_id), array_agg(s.instrument_id),
      array_agg(k.kind = 'cognitive' AND s.mode = 'full'),
      array_agg(k.requires_times AND s.mode = 'full' AND EXISTS (
        SELECT FROM unnest(s.answers, s.response_ms) a (answer, ms) WHERE a.answer IS NOT NULL AND a.ms IS NULL)))
    FROM new_rows s JOIN assessment.scoring_key k USING (instrument_id);
  END IF;
  IF is_fast THEN
    WITH stored AS (
      INSERT INTO assessment.result
        (person_id, submission_id, trait, family, instrument_id, instrument, measured_at, raw, n_items, n_answered, score, reliable, flags,
         t_score, percentile, sem, standard_error)
      SELECT one.person_id, one.id, t.trait, t.family, one.instrument_id, one.instrument, one.submitted_at, t.raw, t.n_items,
             t.n_answered, t.score, t.reliable, t.flags, t.t_score, t.percentile, t.sem, t.standard_error
      FROM unnest((one.scored).scores) t)
    UPDATE assessment.profile p
    SET (psychometric_snapshot, snapshot_state) = (
          SELECT (m.merged).snapshot, (m.merged).state
          FROM (SELECT harmony_internal.merge_snapshots(p.snapshot_state, (one.scored).state) AS merged OFFSET 0) m),  -- called once
        snapshot_updated_at = now()
    WHERE p.person_id = one.person_id AND p.snapshot_state IS NOT NULL AND p.snapshot_version = harmony_internal.snapshot_version();
    IF NOT FOUND THEN PERFORM assessment.rebuild_snapshots(ARRAY[one.person_id]); END IF;  -- no profile, or one without a state
    RETURN NULL;
  END IF;

  -- The general path writes what assessment.store_results and assessment.snapshots_of write, but from the rows at hand: scoring the
  -- stored rows, found again by their keys, made a statement of 2,000 rows slower by 4 to 20 percent, and snapshots_of reads earlier
  -- results too.
  PERFORM assessment.require_valid_submissions(true, array_agg(s.person_id), array_agg(s.instrument_id), array_agg(s.submitted_at))
  FROM new_rows s;
  INSERT INTO assessment.result
    (person_id, submission_id, trait, family, instrument_id, instrument, measured_at, raw, n_items, n_answered, score, reliable, flags,
     t_score, percentile, sem, standard_error)
  SELECT s.person_id, s.id, t.trait, t.family, s.instrument_id, t.instrument, s.submitted_at, t.raw, t.n_items, t.n_answered, t.score,
         t.reliable, t.flags, t.t_score, t.percentile, t.sem, t.standard_error
  FROM new_rows s CROSS JOIN LATERAL assessment.score(s.instrument_id, s.answers, s.response_ms, s.mode, s.person_id) t;
  PERFORM assessment.merge_results(array_agg(s.person_id), array_agg(s.id)) FROM new_rows s;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.submission_inserted() IS
'Scores the new rows of a statement and merges the results into the snapshots of everybody who submitted them.';

CREATE OR REPLACE FUNCTION assessment.submission_updated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET jit = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
  persons uuid[] := ARRAY (SELECT o.person_id FROM old_rows o UNION SELECT n.person_id FROM new_rows n);
BEGIN
  PERFORM assessment.require_valid_submissions(false, array_agg(n.person_id), array_agg(n.instrument_id), array_agg(n.submitted_at))
  FROM new_rows n;
  PERFORM assessment.lock_profiles(persons);
  PERFORM assessment.drop_results(array_agg(o.person_id), array_agg(o.id)) FROM old_rows o;
  PERFORM assessment.store_results(array_agg(n.person_id), array_agg(n.id)) FROM new_rows n;
  PERFORM assessment.refresh_snapshots(persons);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.submission_updated() IS
'Scores the changed rows of a statement anew and rebuilds the snapshots of all persons concerned.';

CREATE OR REPLACE FUNCTION assessment.submission_deleted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET jit = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
  persons uuid[] := ARRAY (SELECT DISTINCT o.person_id FROM old_rows o);
BEGIN
  -- A profile that is deleted with its account is not created again.
  PERFORM FROM assessment.profile p WHERE p.person_id = ANY (persons) ORDER BY p.person_id FOR UPDATE;
  PERFORM assessment.drop_results(array_agg(o.person_id), array_agg(o.id)) FROM old_rows o;
  PERFORM assessment.refresh_snapshots(persons);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.submission_deleted() IS
'Drops the results of deleted submissions and rebuilds the snapshots of the people who remain.';

CREATE OR REPLACE TRIGGER score_inserted AFTER INSERT ON assessment.submission
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.submission_inserted();
CREATE OR REPLACE TRIGGER score_updated AFTER UPDATE ON assessment.submission
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.submission_updated();
CREATE OR REPLACE TRIGGER score_deleted AFTER DELETE ON assessment.submission
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.submission_deleted();

CREATE OR REPLACE FUNCTION assessment.submission_truncated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  TRUNCATE assessment.result;
  PERFORM assessment.rebuild_snapshots();
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.submission_truncated() IS 'Removes all results and empties all snapshots.';

CREATE OR REPLACE TRIGGER score_truncated AFTER TRUNCATE ON assessment.submission
  FOR EACH STATEMENT EXECUTE FUNCTION assessment.submission_truncated();
