-- Scoring and snapshots, set-based. The arithmetic is harmony_internal.score_submission and harmony.snapshot; here is only which rows they
-- are given and where the results are stored.

-- The results of one submission. Inlined into its callers: the trigger on new rows and rescore() on stored ones.
CREATE OR REPLACE FUNCTION assessment.score(instrument_id integer, answers smallint[], response_ms integer[], mode text DEFAULT 'full',
                                            person uuid DEFAULT NULL)
RETURNS TABLE (trait text, family text, instrument text, raw float8, n_items integer, n_answered integer, score float8, reliable boolean,
               flags text[], t_score float8, percentile float8, sem float8, standard_error float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  SELECT t.trait, t.family, k.instrument, t.raw, t.n_items, t.n_answered, t.score, t.reliable, t.flags,
         t.t_score, t.percentile, t.sem, t.standard_error
  FROM (
    -- OFFSET 0 keeps the planner from scoring first and joining afterwards: the answers of one instrument are no input
    -- for the key of another.
    SELECT key.instrument,
           harmony_internal.score_submission(key, score.answers, score.response_ms, NULL, score.mode = 'adaptive', n.item_mean,
                                             n.item_covariance, score.person) AS scored
    FROM assessment.scoring_key key LEFT JOIN assessment.response_norm n ON n.instrument_id = key.instrument_id
    WHERE key.instrument_id = score.instrument_id OFFSET 0
  ) k
  CROSS JOIN LATERAL unnest((k.scored).scores) t;
END;
COMMENT ON FUNCTION assessment.score(integer, smallint[], integer[], text, uuid) IS
'Scores of one submission by trait, with the response quality''s verdict and where they stand in the norms that the instrument is read
against.

Traits with fewer than half of their items answered give no row; so does an adaptive session that has not ended. person: whose answers
they are, for errors.';

-- New submissions need an active instrument; stored ones may be corrected after it was switched off.
CREATE OR REPLACE FUNCTION assessment.require_valid_submissions(is_new boolean, persons uuid[], instruments integer[],
                                                                submitted_at timestamptz[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  refused record;
BEGIN
  SELECT s.person_id, s.at, i.code, i.version, k.instrument_id IS NULL AS is_keyless,
         coalesce((SELECT format('It has no item at position %s.', min(p.n))
                   FROM (SELECT m.position, row_number() OVER (ORDER BY m.position) AS n
                         FROM assessment.item m WHERE m.instrument_id = i.id) p
                   WHERE p.position <> p.n HAVING count(*) > 0), 'It has no items.') AS gap INTO refused
  FROM unnest(persons, instruments, submitted_at) s (person_id, instrument_id, at)
  JOIN assessment.instrument i ON i.id = s.instrument_id
  LEFT JOIN assessment.scoring_key k ON k.instrument_id = s.instrument_id
  WHERE k.instrument_id IS NULL OR s.at > clock_timestamp() OR (is_new AND NOT i.is_active) LIMIT 1;
  IF NOT FOUND THEN
    RETURN;
  ELSIF refused.is_keyless THEN
    RAISE EXCEPTION 'instrument "%" version % has no scoring key', refused.code, refused.version
      USING ERRCODE = 'invalid_parameter_value', DETAIL = refused.gap, HINT = 'Add its items to assessment.item first.';
  ELSIF refused.at > clock_timestamp() THEN
    RAISE EXCEPTION 'submission of person % lies in the future', refused.person_id
      USING ERRCODE = 'datetime_field_overflow', DETAIL = format('Its submitted_at is %s.', refused.at);
  END IF;
  RAISE EXCEPTION 'instrument "%" version % is not active', refused.code, refused.version USING ERRCODE = 'invalid_parameter_value';
END
$$;
COMMENT ON FUNCTION assessment.require_valid_submissions(boolean, uuid[], integer[], timestamptz[]) IS
'Passes for submissions that can be scored, else an error: one has an instrument without scoring key (22023), lies in the future
(22008) or, where they are new, has an inactive instrument (22023).';

-- Locks the persons' profiles in a fixed order and creates missing ones: from then on there is one writer a person. Their accounts first:
-- whoever is being erased is waited for, and then left out.
CREATE OR REPLACE FUNCTION assessment.lock_profiles(persons uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  present CONSTANT uuid[] := ARRAY (
    SELECT a.id FROM platform.account a WHERE a.id = ANY (persons) ORDER BY a.id FOR KEY SHARE);
BEGIN
  -- One pass, so that those to lock and those to create come in one order. Where the condition is false, the row is locked
  -- and stays as it is.
  INSERT INTO assessment.profile AS p (person_id)
  SELECT u.person_id FROM unnest(present) u (person_id) ORDER BY u.person_id
  ON CONFLICT (person_id) DO UPDATE SET snapshot_version = p.snapshot_version WHERE false;
END
$$;
COMMENT ON FUNCTION assessment.lock_profiles(uuid[]) IS
'Takes the row lock of each person''s profile, in the order of person_id, so that concurrent writers of one person wait for each
other instead of losing results. Whoever has no account any more is left out.';

-- Each person's snapshot as it follows from the results, and what it was made from.
CREATE OR REPLACE FUNCTION assessment.snapshots_of(persons uuid[])
RETURNS TABLE (person_id uuid, snapshot jsonb, state bytea)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT p.person_id, s.snapshot, s.state
  FROM unnest(persons) p (person_id) CROSS JOIN LATERAL (
    SELECT harmony.snapshot(r.trait, r.family, r.score, r.reliable, r.measured_at, r.instrument, r.flags) AS snapshot,
           harmony_internal.snapshot_state(r.trait, r.family, r.score, r.reliable, r.measured_at, r.instrument, r.flags) AS state
    FROM assessment.result r WHERE r.person_id = p.person_id) s;
END;
COMMENT ON FUNCTION assessment.snapshots_of(uuid[]) IS
'The profile documents of these persons, computed from their results, and their states (harmony_internal.snapshot_state); a person
without results gets an empty one.';

CREATE OR REPLACE FUNCTION assessment.refresh_snapshots(persons uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off
AS $$
DECLARE
  n bigint;
BEGIN
  UPDATE assessment.profile p
  SET psychometric_snapshot = s.snapshot, snapshot_state = s.state, snapshot_updated_at = now(),
      snapshot_version = harmony_internal.snapshot_version()
  FROM assessment.snapshots_of(persons) s
  WHERE p.person_id = s.person_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION assessment.refresh_snapshots(uuid[]) IS 'Writes the snapshots of these persons, whose profiles the caller has locked.';

CREATE OR REPLACE FUNCTION assessment.all_persons() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT array_agg(person_id ORDER BY person_id)
  FROM (SELECT person_id FROM assessment.profile UNION SELECT person_id FROM assessment.submission) p;
END;
COMMENT ON FUNCTION assessment.all_persons() IS 'Everybody who has answers or a profile.';

CREATE OR REPLACE FUNCTION assessment.rebuild_snapshots(persons uuid[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  persons := coalesce(persons, assessment.all_persons(), '{}');
  PERFORM assessment.lock_profiles(persons);
  RETURN assessment.refresh_snapshots(persons);
END
$$;
COMMENT ON FUNCTION assessment.rebuild_snapshots(uuid[]) IS
'Writes the snapshots of these persons, or of everybody, anew from their results; returns how many. Whoever has no account, or is erased
meanwhile, is left out.

Calling it again changes nothing but snapshot_updated_at.';

-- Stored submissions, named by person and number; their results must be gone already.
CREATE OR REPLACE FUNCTION assessment.store_results(persons uuid[], submissions bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO assessment.result
    (person_id, submission_id, trait, family, instrument_id, instrument, measured_at, raw, n_items, n_answered, score, reliable, flags,
     t_score, percentile, sem, standard_error)
  SELECT s.person_id, s.id, t.trait, t.family, s.instrument_id, t.instrument, s.submitted_at, t.raw, t.n_items, t.n_answered, t.score,
         t.reliable, t.flags, t.t_score, t.percentile, t.sem, t.standard_error
  FROM unnest(persons, submissions) u (person_id, id)
  -- By key, one after the other: of a table that was empty when it was analyzed the server would read all rows for each.
  CROSS JOIN LATERAL (SELECT b.* FROM assessment.submission b WHERE b.person_id = u.person_id AND b.id = u.id OFFSET 0) s
  CROSS JOIN LATERAL assessment.score(s.instrument_id, s.answers, s.response_ms, s.mode, s.person_id) t;
END
$$;
COMMENT ON FUNCTION assessment.store_results(uuid[], bigint[]) IS 'Scores these submissions and stores the results.';

CREATE OR REPLACE FUNCTION assessment.merge_results(persons uuid[], submissions bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n_written bigint;
BEGIN
  -- In the order of person_id, so that writers of several people cannot deadlock. Only the results of the new rows are read: an
  -- older one may be about to be deleted by a concurrent statement.
  INSERT INTO assessment.profile AS p (person_id, psychometric_snapshot, snapshot_state, snapshot_version)
  SELECT n.person_id, m.snapshot, m.state, harmony_internal.snapshot_version()
  FROM (SELECT u.person_id, array_agg(u.id) AS ids FROM unnest(persons, submissions) u (person_id, id)
        GROUP BY u.person_id ORDER BY u.person_id) n
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
  IF n_written < (SELECT count(DISTINCT u.id) FROM unnest(persons) u (id)) THEN
    PERFORM assessment.rebuild_snapshots(ARRAY (SELECT DISTINCT u.id FROM unnest(persons) u (id)));
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.merge_results(uuid[], bigint[]) IS
'Merges the results of these new submissions into the states that the profiles of their persons keep.';

CREATE OR REPLACE FUNCTION assessment.drop_results(persons uuid[], submissions bigint[]) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  -- By key as well, then by place: the rows are safe from concurrent changes, as the profiles of their persons are locked.
  DELETE FROM assessment.result d WHERE d.ctid = ANY (ARRAY (
    SELECT r.ctid FROM unnest(persons, submissions) u (person_id, id)
    CROSS JOIN LATERAL (SELECT b.ctid FROM assessment.result b WHERE b.person_id = u.person_id AND b.submission_id = u.id OFFSET 0) r));
END;
COMMENT ON FUNCTION assessment.drop_results(uuid[], bigint[]) IS
'Removes the results of these submissions, once the profiles of their persons are locked.';

CREATE OR REPLACE FUNCTION assessment.rescore(persons uuid[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  persons := coalesce(persons, assessment.all_persons(), '{}');
  PERFORM assessment.lock_profiles(persons);
  DELETE FROM assessment.result r WHERE r.person_id = ANY (persons);
  PERFORM assessment.store_results(array_agg(s.person_id), array_agg(s.id))
  FROM assessment.submission s WHERE s.person_id = ANY (persons);
  RETURN assessment.refresh_snapshots(persons);
END
$$;
COMMENT ON FUNCTION assessment.rescore(uuid[]) IS
'Scores the stored submissions of these persons, or of everybody, anew and rebuilds their snapshots: after answers were loaded with
triggers off, or after norms were built.

Returns how many persons.';

CREATE OR REPLACE FUNCTION assessment.verify_snapshots(persons uuid[] DEFAULT NULL)
RETURNS TABLE (person_id uuid, what text, stored jsonb, recomputed jsonb)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  WITH chosen AS (SELECT coalesce(persons, assessment.all_persons(), '{}') AS ids),
  rescored AS (
    SELECT s.person_id, s.id AS submission_id, t.trait, t.family, s.instrument_id, t.instrument, s.submitted_at AS measured_at,
           t.raw, t.n_items, t.n_answered, t.score, t.reliable, t.flags, t.t_score, t.percentile, t.sem, t.standard_error
    FROM assessment.submission s
    CROSS JOIN LATERAL assessment.score(s.instrument_id, s.answers, s.response_ms, s.mode, s.person_id) t
    WHERE s.person_id = ANY (SELECT unnest(c.ids) FROM chosen c)
  ), kept AS (
    SELECT r.person_id, r.submission_id, r.trait, r.family, r.instrument_id, r.instrument, r.measured_at,
           r.raw, r.n_items, r.n_answered, r.score, r.reliable, r.flags, r.t_score, r.percentile, r.sem, r.standard_error
    FROM assessment.result r
    WHERE r.person_id = ANY (SELECT unnest(c.ids) FROM chosen c)
  ), rebuilt AS (
    SELECT o.person_id, o.snapshot, o.state FROM chosen c CROSS JOIN LATERAL assessment.snapshots_of(c.ids) o
  )
  SELECT coalesce(k.person_id, r.person_id), 'result', to_jsonb(k), to_jsonb(r)
  FROM kept k FULL JOIN rescored r USING (person_id, submission_id, trait)
  WHERE k IS DISTINCT FROM r
  UNION ALL
  SELECT s.person_id, 'snapshot', p.psychometric_snapshot, s.snapshot
  FROM rebuilt s LEFT JOIN assessment.profile p ON p.person_id = s.person_id
  WHERE p.psychometric_snapshot IS DISTINCT FROM s.snapshot
  UNION ALL
  SELECT s.person_id, 'state', to_jsonb(encode(p.snapshot_state, 'hex')), to_jsonb(encode(s.state, 'hex'))
  FROM rebuilt s JOIN assessment.profile p ON p.person_id = s.person_id
  WHERE p.snapshot_state <> s.state;
END;
COMMENT ON FUNCTION assessment.verify_snapshots(uuid[]) IS
'Recomputes the results, the snapshots and their states of these persons, or of everybody, and returns a row for each difference from
what is stored; no row: none differs.';

CREATE OR REPLACE FUNCTION assessment.build_response_norm(instrument_id integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE STRICT PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  n_complete bigint;
  n_items integer;
BEGIN
  LOCK TABLE assessment.submission IN SHARE ROW EXCLUSIVE MODE;  -- a concurrent submission would be judged by the old norm
  SELECT cardinality(k.keyed), (
      SELECT count(DISTINCT s.person_id) FROM assessment.submission s
      WHERE s.instrument_id = k.instrument_id AND array_position(s.answers, NULL) IS NULL)
  INTO n_items, n_complete
  FROM assessment.scoring_key k WHERE k.instrument_id = build_response_norm.instrument_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'instrument % has no scoring key', build_response_norm.instrument_id USING ERRCODE = 'invalid_parameter_value';
  ELSIF n_complete <= greatest(n_items, 29) THEN
    RAISE EXCEPTION 'too few complete submissions to instrument %', build_response_norm.instrument_id
      USING ERRCODE = 'invalid_parameter_value',
            DETAIL = format('There are %s people with complete answers to its %s items; there must be more than items, and 30 at least.',
                            n_complete, n_items);
  END IF;
  INSERT INTO assessment.response_norm AS r (instrument_id, n, item_mean, item_covariance)
  SELECT build_response_norm.instrument_id, n_complete, harmony.column_means(a.state), harmony.covariance_matrix(a.state)
  FROM (
    SELECT harmony.linear_state(c.answers[1]::float8, c.answers[2:]::float8[]) AS state
    FROM (SELECT DISTINCT ON (s.person_id) s.answers
          FROM assessment.submission s
          WHERE s.instrument_id = build_response_norm.instrument_id AND array_position(s.answers, NULL) IS NULL
          ORDER BY s.person_id, s.submitted_at DESC, s.id DESC) c
  ) a
  ON CONFLICT ON CONSTRAINT response_norm_pkey DO UPDATE
  SET n = excluded.n, item_mean = excluded.item_mean, item_covariance = excluded.item_covariance;
  PERFORM assessment.rescore(ARRAY (
    SELECT DISTINCT s.person_id FROM assessment.submission s WHERE s.instrument_id = build_response_norm.instrument_id));
  RETURN n_complete;
END
$$;
COMMENT ON FUNCTION assessment.build_response_norm(integer) IS
'Learns from the newest complete answers of each person what answers to an instrument look like (mean and covariance of the items),
judges every submission to it anew by that, and returns the number of people. It takes the place of a shipped norm.

Submissions wait meanwhile. Repeat it when the population has changed.';
