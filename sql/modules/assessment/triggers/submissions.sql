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
  n_written bigint;
BEGIN
  -- The fast path, taken by an application that submits for one person: one valid row.
  SELECT s.person_id, s.id, s.instrument_id, s.submitted_at, k.instrument,
         harmony_internal.score_submission(k, s.answers, s.response_ms, s.submitted_at, s.mode = 'adaptive', r.item_mean, r.item_covariance)
           AS scored
  INTO one FROM new_rows s JOIN assessment.scoring_key k USING (instrument_id) LEFT JOIN assessment.response_norm r USING (instrument_id)
  WHERE NOT EXISTS (SELECT FROM new_rows OFFSET 1) AND k.is_active AND s.submitted_at <= clock_timestamp();
  IF FOUND THEN
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
  FROM new_rows s CROSS JOIN LATERAL assessment.score(s.instrument_id, s.answers, s.response_ms, s.mode) t;
  -- In the order of person_id, so that writers of several people cannot deadlock. Only the results of the new rows are read: an
  -- older one may be about to be deleted by a concurrent statement.
  INSERT INTO assessment.profile AS p (person_id, psychometric_snapshot, snapshot_state, snapshot_version)
  SELECT n.person_id, m.snapshot, m.state, harmony_internal.snapshot_version()
  FROM (SELECT s.person_id, array_agg(s.id) AS ids FROM new_rows s GROUP BY s.person_id ORDER BY s.person_id) n
  CROSS JOIN LATERAL (
    SELECT harmony.snapshot(r.trait, r.family, r.score, r.reliable, r.measured_at, r.instrument, r.flags) AS snapshot,
           harmony_internal.snapshot_state(r.trait, r.family, r.score, r.reliable, r.measured_at, r.instrument, r.flags) AS state
    FROM assessment.result r WHERE r.person_id = n.person_id AND r.submission_id = ANY (n.ids)) m
  ON CONFLICT (person_id) DO UPDATE
  SET (psychometric_snapshot, snapshot_state) = (
        SELECT (m.merged).snapshot, (m.merged).state
        FROM (SELECT harmony_internal.merge_snapshots(p.snapshot_state, excluded.snapshot_state) AS merged OFFSET 0) m),
      snapshot_updated_at = now()
  WHERE p.snapshot_state IS NOT NULL AND p.snapshot_version = harmony_internal.snapshot_version();
  GET DIAGNOSTICS n_written = ROW_COUNT;
  IF n_written < (SELECT count(DISTINCT s.person_id) FROM new_rows s) THEN
    PERFORM assessment.rebuild_snapshots(array_agg(DISTINCT s.person_id)) FROM new_rows s;
  END IF;
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
  DELETE FROM assessment.result r USING old_rows o WHERE r.person_id = o.person_id AND r.submission_id = o.id;
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
  DELETE FROM assessment.result r USING old_rows o WHERE r.person_id = o.person_id AND r.submission_id = o.id;
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

-- The scoring key is kept in step with its items; both are fixed once there are answers to them.
CREATE OR REPLACE FUNCTION assessment.items_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  touched integer[];
  instrument text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    touched := ARRAY (SELECT DISTINCT n.instrument_id FROM new_rows n);
  ELSIF TG_OP = 'UPDATE' THEN
    touched := ARRAY (SELECT o.instrument_id FROM old_rows o UNION SELECT n.instrument_id FROM new_rows n);
  ELSE
    touched := ARRAY (SELECT DISTINCT o.instrument_id FROM old_rows o);
  END IF;
  SELECT format('%s version %s', i.code, i.version) INTO instrument
  FROM assessment.instrument i
  WHERE i.id = ANY (touched) AND EXISTS (SELECT FROM assessment.submission s WHERE s.instrument_id = i.id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'cannot change the items of instrument %, which has been answered', instrument
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new version of the instrument.';
  END IF;
  DELETE FROM assessment.response_norm r WHERE r.instrument_id = ANY (touched);
  PERFORM assessment.build_scoring_keys(touched);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.items_changed() IS
'Rebuilds the scoring keys of the instruments touched, and drops the norms of the answers to the former items; refuses where there are
submissions.';

CREATE OR REPLACE FUNCTION assessment.copy_parameters(instruments integer[]) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  UPDATE assessment.scoring_key k SET discriminations = p.a, difficulties = p.b
  FROM (
    SELECT m.instrument_id, CASE WHEN count(q.position) > 0 THEN array_agg(q.discrimination ORDER BY m.position) END AS a,
           CASE WHEN count(q.position) > 0 THEN array_agg(q.difficulty ORDER BY m.position) END AS b
    FROM assessment.item m
    LEFT JOIN assessment.item_parameter q ON q.instrument_id = m.instrument_id AND q.position = m.position
    WHERE m.instrument_id = ANY (instruments) GROUP BY m.instrument_id) p
  WHERE k.instrument_id = p.instrument_id AND (k.discriminations, k.difficulties) IS DISTINCT FROM (p.a, p.b);
END;
COMMENT ON FUNCTION assessment.copy_parameters(integer[]) IS 'Copies the item parameters of these instruments into their scoring keys.';

CREATE OR REPLACE FUNCTION assessment.copy_norms(instruments integer[]) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  UPDATE assessment.scoring_key k
  SET (norm_mean, norm_sd, norm_reliability, norm_quantiles) = (
    SELECT CASE WHEN count(n.trait) > 0 THEN array_agg(n.mean ORDER BY o.k) END,
           CASE WHEN count(n.trait) > 0 THEN array_agg(n.sd ORDER BY o.k) END,
           CASE WHEN count(n.trait) > 0 THEN array_agg(n.reliability ORDER BY o.k) END,
           CASE WHEN count(n.trait) > 0 THEN array_agg(coalesce(n.quantiles, array_fill(NULL::float8, ARRAY[99])) ORDER BY o.k) END
    FROM (SELECT u.trait, min(u.k) AS k FROM unnest(coalesce(k.trait_order, k.traits)) WITH ORDINALITY u (trait, k) GROUP BY u.trait) o
    LEFT JOIN assessment.norm n ON n.population = k.norm_population AND n.instrument_id = k.instrument_id AND n.trait = o.trait)
  WHERE k.instrument_id = ANY (instruments);
END;
COMMENT ON FUNCTION assessment.copy_norms(integer[]) IS
'Copies the norms that these instruments are read against into their scoring keys.';

CREATE OR REPLACE FUNCTION assessment.build_scoring_keys(instruments integer[]) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  DELETE FROM assessment.scoring_key k WHERE k.instrument_id = ANY (instruments);
  INSERT INTO assessment.scoring_key
    (instrument_id, instrument, is_active, norm_population, kind, scale_min, scale_max, keyed, traits, families, correct, n_options, metric,
     right_traits, left_loadings, right_loadings, left_intercepts, right_intercepts, trait_order, trait_correlation,
     equated_mean, equated_sd, theta_mean, theta_sd, target_se, max_items)
  SELECT i.id, i.code || '@' || i.version, i.is_active, i.norm_population, i.kind, i.scale_min, i.scale_max,
         t.keyed, t.traits, f.families, t.correct, CASE WHEN i.guessing THEN t.n_options ELSE 0 END,
         CASE WHEN i.kind = 'cognitive' THEN 'percent_right' WHEN i.kind = 'likert' OR i.theta_sd IS NOT NULL THEN 'pomp' END,
         p.right_traits, p.left_loadings, p.right_loadings, p.left_intercepts, p.right_intercepts, i.trait_order, i.trait_correlation,
         i.equated_mean, i.equated_sd, i.theta_mean, i.theta_sd, i.target_se, i.max_items
  FROM assessment.instrument i
  CROSS JOIN LATERAL (
    SELECT array_agg(m.keyed ORDER BY m.position) AS keyed, array_agg(m.trait ORDER BY m.position) AS traits,
           array_agg(coalesce(m.correct_option, 0)::smallint ORDER BY m.position) AS correct,
           max(jsonb_array_length(m.options)) AS n_options
    FROM assessment.item m WHERE m.instrument_id = i.id) t
  CROSS JOIN LATERAL (
    SELECT array_agg(m.right_trait ORDER BY m.position) AS right_traits,
           array_agg(m.loading ORDER BY m.position) AS left_loadings, array_agg(m.right_loading ORDER BY m.position) AS right_loadings,
           array_agg(m.intercept ORDER BY m.position) AS left_intercepts,
           array_agg(m.right_intercept ORDER BY m.position) AS right_intercepts
    FROM assessment.item m WHERE m.instrument_id = i.id AND i.kind = 'forced_choice') p
  CROSS JOIN LATERAL (
    SELECT array_agg(o.family ORDER BY u.n) AS families
    FROM (SELECT v.trait, min(v.n) AS n FROM unnest(coalesce(i.trait_order, t.traits)) WITH ORDINALITY v (trait, n) GROUP BY v.trait) u
    JOIN assessment.trait o ON o.code = u.trait) f
  WHERE i.id = ANY (instruments) AND t.traits IS NOT NULL;
  SELECT assessment.copy_parameters(instruments);
  SELECT assessment.copy_norms(instruments);
END;
COMMENT ON FUNCTION assessment.build_scoring_keys(integer[]) IS 'Writes the scoring keys of these instruments anew from their items.';

CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.item
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.items_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.item
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.items_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.item
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.items_changed();

CREATE OR REPLACE FUNCTION assessment.norms_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wrong record;
BEGIN
  IF TG_OP <> 'DELETE' THEN
    SELECT n.population, n.metric, k.instrument, k.metric AS wanted INTO wrong
    FROM new_rows n JOIN assessment.scoring_key k ON k.instrument_id = n.instrument_id
    WHERE n.metric IS DISTINCT FROM k.metric LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'norm "%" of instrument % is on another metric than its scores', wrong.population, wrong.instrument
        USING ERRCODE = 'invalid_parameter_value',
              DETAIL = format('The norm''s metric is %s, that of the scores is %s.', wrong.metric, coalesce(wrong.wanted, 'not known'));
    END IF;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    PERFORM assessment.copy_norms(ARRAY (SELECT DISTINCT o.instrument_id FROM old_rows o));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM assessment.copy_norms(ARRAY (SELECT DISTINCT n.instrument_id FROM new_rows n));
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.norms_changed() IS
'Copies changed norms into the scoring keys of their instruments; refuses a norm on another metric than the instrument''s scores.';

CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.norm
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.norms_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.norm
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.norms_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.norm
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.norms_changed();

-- Item parameters may be calibrated anew as long as no adaptive session was scored by them. The person fit of full sheets stays as it was
-- judged until assessment.rescore().
CREATE OR REPLACE FUNCTION assessment.parameters_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  touched integer[];
  instrument text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    touched := ARRAY (SELECT DISTINCT n.instrument_id FROM new_rows n);
  ELSIF TG_OP = 'UPDATE' THEN
    touched := ARRAY (SELECT o.instrument_id FROM old_rows o UNION SELECT n.instrument_id FROM new_rows n);
  ELSE
    touched := ARRAY (SELECT DISTINCT o.instrument_id FROM old_rows o);
  END IF;
  SELECT format('%s version %s', i.code, i.version) INTO instrument
  FROM assessment.instrument i
  WHERE i.id = ANY (touched) AND EXISTS (
    SELECT FROM assessment.submission s WHERE s.instrument_id = i.id AND s.mode = 'adaptive') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'cannot change the item parameters of instrument %, which has been answered adaptively', instrument
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new version of the instrument.';
  END IF;
  PERFORM assessment.copy_parameters(touched);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.parameters_changed() IS
'Copies changed item parameters into the scoring keys of the instruments touched; refuses where there are adaptive sessions.';

CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.item_parameter
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.parameters_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.item_parameter
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.parameters_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.item_parameter
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.parameters_changed();

-- What scoring reads of the instrument itself and of its traits; names, texts and activity may change at any time.
CREATE OR REPLACE FUNCTION assessment.instrument_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM assessment.submission s WHERE s.instrument_id = NEW.id) THEN
    RAISE EXCEPTION 'cannot change the scoring of instrument % version %, which has been answered', OLD.code, OLD.version
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new version of the instrument.';
  END IF;
  IF (OLD.kind, OLD.scale_min, OLD.scale_max) IS DISTINCT FROM (NEW.kind, NEW.scale_min, NEW.scale_max) THEN
    DELETE FROM assessment.response_norm r WHERE r.instrument_id = NEW.id;
  END IF;
  PERFORM assessment.build_scoring_keys(ARRAY[NEW.id]);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.instrument_changed() IS
'Rebuilds the scoring key of an instrument, and drops the norm of answers on another scale; refuses where there are submissions.';

CREATE OR REPLACE TRIGGER key_of_changed_instrument
  AFTER UPDATE OF id, code, version, kind, scale_min, scale_max, guessing, trait_order, trait_correlation,
    equated_mean, equated_sd, theta_mean, theta_sd, target_se, max_items ON assessment.instrument
  FOR EACH ROW EXECUTE FUNCTION assessment.instrument_changed();

CREATE OR REPLACE FUNCTION assessment.instrument_switched() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE assessment.scoring_key k SET is_active = NEW.is_active, norm_population = NEW.norm_population WHERE k.instrument_id = NEW.id;
  IF NEW.norm_population IS DISTINCT FROM OLD.norm_population THEN
    PERFORM assessment.copy_norms(ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.instrument_switched() IS
'Copies is_active, norm_population and the norms of an instrument into its scoring key.';

CREATE OR REPLACE TRIGGER key_of_switched_instrument AFTER UPDATE OF is_active, norm_population ON assessment.instrument
  FOR EACH ROW EXECUTE FUNCTION assessment.instrument_switched();

CREATE OR REPLACE FUNCTION assessment.trait_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  touched integer[] := ARRAY (SELECT DISTINCT t.instrument_id FROM assessment.item t WHERE NEW.code IN (t.trait, t.right_trait));
BEGIN
  IF EXISTS (SELECT FROM assessment.submission s WHERE s.instrument_id = ANY (touched)) THEN
    RAISE EXCEPTION 'cannot change the family of trait "%", which has been measured', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new trait.';
  END IF;
  PERFORM assessment.build_scoring_keys(touched);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.trait_changed() IS
'Rebuilds the scoring keys of the instruments that measure a trait whose family changed; refuses where there are submissions.';

CREATE OR REPLACE TRIGGER key_of_changed_trait AFTER UPDATE OF family ON assessment.trait
  FOR EACH ROW WHEN (OLD.family <> NEW.family) EXECUTE FUNCTION assessment.trait_changed();

-- Content that was inserted before the triggers existed, and instruments of an earlier installation.
SELECT assessment.build_scoring_keys(ARRAY (
  SELECT i.id FROM assessment.instrument i
  WHERE NOT EXISTS (SELECT FROM assessment.scoring_key k WHERE k.instrument_id = i.id)));
