-- The night: what lay there at noon is scored, in batches, each in a transaction of its own. Nothing is scored at a question: who may hand
-- in again and again and read the answer would find out about the other.

CREATE OR REPLACE FUNCTION affinity.last_noon() RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN date_trunc('day', now() - interval '12 hours', 'UTC') + interval '12 hours';
COMMENT ON FUNCTION affinity.last_noon() IS 'The last time that it was noon in UTC.';

CREATE OR REPLACE FUNCTION affinity.scorable(after uuid DEFAULT NULL, most integer DEFAULT NULL) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN ARRAY (
    SELECT t.person_id FROM affinity.taste t
    JOIN affinity.embedding_model m ON m.id = t.model_id AND m.is_active
    JOIN affinity.phase_completion c ON c.person_id = t.person_id AND c.phase = 1
    WHERE t.is_complete AND (after IS NULL OR t.person_id > after) AND affinity.has_consent(t.person_id, 'visual')
      AND NOT EXISTS (SELECT FROM platform.erasure e WHERE e.account_id = t.person_id)
    ORDER BY t.person_id LIMIT most);
END
$$;
COMMENT ON FUNCTION affinity.scorable(uuid, integer) IS
'Who can be scored: has completed phase 1, with a taste of the active embedding model, and no erasure is pending. By person, up to most
after this one.';

CREATE OR REPLACE FUNCTION affinity.model_of(run affinity.run) RETURNS affinity.model
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT m FROM affinity.model m WHERE m.version = (run).model);
END
$$;
COMMENT ON FUNCTION affinity.model_of(affinity.run) IS 'The constants that a run scores by.';

CREATE OR REPLACE FUNCTION affinity.measured(persons uuid[], run affinity.run)
RETURNS TABLE (person_id uuid, fit jsonb, traits float8[], sealed bytea, loci text[], fresh_1 boolean, fresh_2 boolean, fresh_3 boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  constants CONSTANT affinity.model := affinity.model_of(run);
  compares CONSTANT boolean := (constants.weights ->> 'biological')::float8 = 0 IS NOT TRUE;
BEGIN
  RETURN QUERY
  SELECT t.person_id, t.fit, s.scores, g.sealed, ARRAY (SELECT l FROM unnest(g.loci) l WHERE l = ANY (constants.hla_loci)),
         t.learnt_at <= (run).noon, coalesce(s.measured_at <= (run).noon, false), coalesce(g.typed_at <= (run).noon, false)
  FROM affinity.taste t
  LEFT JOIN affinity.trait_score s ON s.person_id = t.person_id
    AND affinity.has_consent(t.person_id, 'personality') AND affinity.is_complete(t.person_id, 2)
  LEFT JOIN affinity.hla_typing g ON g.person_id = t.person_id AND compares
    AND affinity.has_consent(t.person_id, 'genetic') AND affinity.is_complete(t.person_id, 3)
  WHERE t.person_id = ANY (persons) AND affinity.has_consent(t.person_id, 'visual') AND affinity.is_complete(t.person_id, 1);
END
$$;
COMMENT ON FUNCTION affinity.measured(uuid[], affinity.run) IS
'What these persons are scored by in a run, those of them who agree to phase 1 and have completed it: of each phase that is complete and
agreed to, else NULL; and whether it lay there at noon. Of typings nothing where they have no weight: nobody opens them then. loci: those
that the model compares.';

CREATE OR REPLACE FUNCTION affinity.faults(persons uuid[], run affinity.run) RETURNS TABLE (person_id uuid, phase integer, error text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 1 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  net CONSTANT integer := (SELECT m.id FROM affinity.embedding_model m WHERE m.is_active);
  one record;
BEGIN
  FOR one IN SELECT m.person_id, m.fit, m.traits, m.sealed FROM affinity.measured(persons, run) m ORDER BY 1 LOOP
    person_id := one.person_id;
    FOR phase IN 1..3 LOOP
      faults.phase := phase;
      BEGIN
        CASE phase
          WHEN 1 THEN
            PERFORM harmony.visual_score(jsonb_populate_record(NULL::harmony.preference, one.fit), e.embedding::float8[])
            FROM affinity.embedding e WHERE e.person_id = one.person_id AND e.model_id = net;
          WHEN 2 THEN
            PERFORM harmony.trait_similarity(one.traits, array_fill(score, '{7}')) FROM unnest('{0,100}'::float8[]) score;
          ELSE
            PERFORM harmony.hla_sealed_dissimilarity(one.sealed, one.person_id, one.sealed, one.person_id);
        END CASE;
      EXCEPTION WHEN data_exception OR io_error OR feature_not_supported OR program_limit_exceeded THEN
        error := SQLSTATE;
        RETURN NEXT;
      END;
    END LOOP;
  END LOOP;
END
$$;
COMMENT ON FUNCTION affinity.faults(uuid[], affinity.run) IS
'Whose rows of which phase cannot be scored, with the SQLSTATE of why: a taste or face, traits or a sealed typing that was changed. 58030:
the key or the file of keys is not there, and nothing is wrong with the row. Each person is compared with itself, or with a fixed one.';

CREATE OR REPLACE FUNCTION affinity.note_once(persons uuid[], action text, details jsonb, since timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off  -- look up each person, never the whole trail
AS $$
DECLARE
  n bigint;
BEGIN
  PERFORM platform.audit(note_once.action, 'platform.account/' || u.id, note_once.details)
  FROM (SELECT DISTINCT p.id FROM unnest(persons) p (id) ORDER BY 1) u
  WHERE NOT EXISTS (
    SELECT FROM platform.audit_event e
    WHERE e.object = 'platform.account/' || u.id AND e.happened_at >= since AND e.action = note_once.action
      AND e.details @> note_once.details);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.note_once(uuid[], text, jsonb, timestamptz) IS
'Notes something of these persons in the audit trail, of each that has not been noted with these details since then; returns of how many.';

CREATE OR REPLACE FUNCTION affinity.liked(raters uuid[], faces uuid[], noon timestamptz)
RETURNS TABLE (rater uuid, face uuid, score float8, low float8, high float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH net AS (SELECT m.id FROM affinity.embedding_model m WHERE m.is_active),
  taste AS MATERIALIZED (
    SELECT t.person_id, jsonb_populate_record(NULL::harmony.preference, t.fit) AS fit
    FROM affinity.taste t
    WHERE t.is_complete AND t.learnt_at <= noon AND t.model_id = (SELECT n.id FROM net n)
      AND t.person_id = ANY (ARRAY (SELECT DISTINCT unnest(raters)))
  ), photo AS MATERIALIZED (
    SELECT e.person_id, e.photo_id, e.embedding::float8[] AS embedding
    FROM affinity.embedding e
    WHERE e.model_id = (SELECT n.id FROM net n) AND e.created_at <= noon
      AND e.person_id = ANY (ARRAY (SELECT DISTINCT unnest(faces)))
  )
  SELECT s.rater, s.face, avg(s.score), avg(s.low), avg(s.high) FROM (  -- tastes and faces are wide: nothing of them is sorted
    SELECT p.rater, p.face, (v.said ->> 'score')::float8 AS score, (v.said ->> 'low')::float8 AS low, (v.said ->> 'high')::float8 AS high
    FROM unnest(raters, faces) p (rater, face) JOIN taste t ON t.person_id = p.rater JOIN photo f ON f.person_id = p.face
    CROSS JOIN LATERAL (SELECT harmony.visual_score(t.fit, f.embedding) OFFSET 0) v (said) OFFSET 0) s
  GROUP BY s.rater, s.face;
END
$$;
COMMENT ON FUNCTION affinity.liked(uuid[], uuid[], timestamptz) IS
'How much each of these people, pairwise with the others, likes their photos (harmony.visual_score), the mean where there are several: by
tastes and photos that lay there at noon, of the active embedding model.';

CREATE OR REPLACE FUNCTION affinity.faulty_tastes(raters uuid[], faces uuid[], noon timestamptz) RETURNS TABLE (person_id uuid, error text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 1 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  people CONSTANT uuid[] := ARRAY (SELECT DISTINCT unnest(raters) ORDER BY 1);
  middle CONSTANT uuid := people[1 + cardinality(people) / 2];
  half record;
BEGIN
  BEGIN
    PERFORM FROM affinity.liked(raters, faces, noon) OFFSET 0;
    RETURN;
  EXCEPTION WHEN data_exception THEN
    IF cardinality(people) = 1 THEN
      RETURN QUERY SELECT people[1], SQLSTATE;
      RETURN;
    END IF;
  END;
  FOR half IN
    SELECT array_agg(p.rater) AS raters, array_agg(p.face) AS faces FROM unnest(raters, faces) p (rater, face)
    GROUP BY p.rater < middle ORDER BY p.rater < middle DESC
  LOOP
    RETURN QUERY SELECT f.person_id, f.error FROM affinity.faulty_tastes(half.raters, half.faces, noon) f;
  END LOOP;
END
$$;
COMMENT ON FUNCTION affinity.faulty_tastes(uuid[], uuid[], timestamptz) IS
'Whose taste of these raters fails at one of the faces, pairwise, with the SQLSTATE, as one that was changed so that it leaves the range of
numbers at other faces than the own, which affinity.faults tries. Halves are tried until one rater is left.';

CREATE OR REPLACE FUNCTION affinity.pair_phases(run affinity.run, firsts uuid[], seconds uuid[], faulty_1 uuid[], faulty_2 uuid[],
                                                faulty_3 uuid[], locked_3 uuid[])
RETURNS TABLE (a uuid, b uuid, visual_ab float8, visual_ab_low float8, visual_ab_high float8, visual_ba float8, visual_ba_low float8,
               visual_ba_high float8, personality float8, biological float8, loci text[])
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 1000 SET search_path = pg_catalog, pg_temp SET enable_nestloop = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  constants CONSTANT affinity.model := affinity.model_of(run);
  seen record;
BEGIN
  SELECT array_agg(c.a) AS a, array_agg(c.b) AS b INTO seen FROM unnest(firsts, seconds) c (a, b)
  WHERE c.a <> ALL (faulty_1) AND c.b <> ALL (faulty_1);
  RETURN QUERY
  WITH side AS MATERIALIZED (
    SELECT m.person_id, m.person_id <> ALL (faulty_1) AS seen,
           CASE WHEN m.person_id <> ALL (faulty_2) THEN harmony_internal.traits_in_steps(m.traits, constants.trait_step) END AS traits,
           m.fresh_2,
           CASE WHEN m.person_id <> ALL (faulty_3) THEN m.sealed END AS sealed, m.loci,
           m.fresh_3 AND m.person_id <> ALL (faulty_3 || locked_3) AS fresh_3
    FROM affinity.measured(firsts || seconds, run) m
  ), ab AS MATERIALIZED (
    SELECT l.* FROM affinity.liked(seen.a, seen.b, run.noon) l
  ), ba AS MATERIALIZED (
    SELECT l.* FROM affinity.liked(seen.b, seen.a, run.noon) l
  )  -- what came after noon, or cannot be opened now, waits: until then the score stays as it was
  SELECT c.a, c.b,
         CASE WHEN ab.score IS NOT NULL THEN ab.score WHEN x.seen AND y.seen THEN o.visual_ab END,
         CASE WHEN ab.score IS NOT NULL THEN ab.low WHEN x.seen AND y.seen THEN o.visual_ab_low END,
         CASE WHEN ab.score IS NOT NULL THEN ab.high WHEN x.seen AND y.seen THEN o.visual_ab_high END,
         CASE WHEN ba.score IS NOT NULL THEN ba.score WHEN x.seen AND y.seen THEN o.visual_ba END,
         CASE WHEN ba.score IS NOT NULL THEN ba.low WHEN x.seen AND y.seen THEN o.visual_ba_low END,
         CASE WHEN ba.score IS NOT NULL THEN ba.high WHEN x.seen AND y.seen THEN o.visual_ba_high END,
         CASE WHEN x.traits IS NULL OR y.traits IS NULL THEN NULL
              WHEN x.fresh_2 AND y.fresh_2 THEN harmony.trait_similarity(x.traits, y.traits) ELSE o.personality END,
         CASE WHEN x.sealed IS NULL OR y.sealed IS NULL THEN NULL
              WHEN x.fresh_3 AND y.fresh_3 THEN
                CASE WHEN cardinality(both_3.loci) >= constants.least_loci THEN
                  harmony_internal.biological_as_told(
                    harmony.hla_sealed_dissimilarity(x.sealed, c.a, y.sealed, c.b, constants.hla_method, constants.hla_loci),
                    constants.band_middle, constants.band_high) END
              ELSE o.biological END,
         CASE WHEN x.fresh_3 AND y.fresh_3 THEN both_3.loci
              WHEN x.sealed IS NOT NULL AND y.sealed IS NOT NULL THEN o.loci END
  FROM unnest(firsts, seconds) c (a, b) JOIN side x ON x.person_id = c.a JOIN side y ON y.person_id = c.b
  CROSS JOIN LATERAL (SELECT ARRAY (SELECT l FROM unnest(x.loci) l WHERE l = ANY (y.loci)) AS loci) both_3
  LEFT JOIN ab ON ab.rater = c.a AND ab.face = c.b LEFT JOIN ba ON ba.rater = c.b AND ba.face = c.a
  LEFT JOIN affinity.pair o ON o.person_a = c.a AND o.person_b = c.b;
END
$$;
COMMENT ON FUNCTION affinity.pair_phases(affinity.run, uuid[], uuid[], uuid[], uuid[], uuid[], uuid[]) IS
'What these pairs score in each phase: in personality by traits in steps, in phase 3 the middle of the band, where enough loci are compared
(affinity.model). Of whose rows of phase 1, 2 or 3 are faulty that phase is NULL, and of whose typing is locked, for
want of a key, the score of phase 3 stays as it was. Who does not agree, or has not completed phase 1, is left out.';

CREATE OR REPLACE FUNCTION affinity.note_faults(run affinity.run, persons uuid[], phases integer[], errors text[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n CONSTANT bigint := (
    SELECT sum(affinity.note_once(f.persons, 'score.skipped', jsonb_build_object('run', (run).id, 'phase', f.phase, 'error', f.error),
                                  (run).started_at))
    FROM (SELECT array_agg(u.person) AS persons, u.phase, u.error FROM unnest(persons, phases, errors) u (person, phase, error)
          GROUP BY u.phase, u.error ORDER BY u.phase, u.error OFFSET 0) f);
BEGIN
  UPDATE affinity.run r SET skipped = r.skipped + n WHERE r.id = (run).id AND n > 0;
END
$$;
COMMENT ON FUNCTION affinity.note_faults(affinity.run, uuid[], integer[], text[]) IS
'Notes in the audit trail, once a run, of whom which phase could not be scored and why (affinity.faults, pairwise), and counts them.';

CREATE OR REPLACE FUNCTION affinity.keep_pairs(run affinity.run, firsts uuid[], seconds uuid[], faulty_1 uuid[], faulty_2 uuid[],
                                              faulty_3 uuid[], locked_3 uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
DECLARE
  constants CONSTANT affinity.model := affinity.model_of(run);
  n bigint;
BEGIN
  WITH phase AS MATERIALIZED (
    SELECT p.* FROM affinity.pair_phases(run, firsts, seconds, faulty_1, faulty_2, faulty_3, locked_3) p
  )
  INSERT INTO affinity.pair AS p (person_a, person_b, visual_ab, visual_ab_low, visual_ab_high, visual_ba, visual_ba_low, visual_ba_high,
    personality, biological, loci, a_to_b, b_to_a, score, missing, model, run_id, computed_at)
  SELECT s.a, s.b, s.visual_ab, s.visual_ab_low, s.visual_ab_high, s.visual_ba, s.visual_ba_low, s.visual_ba_high, s.personality,
         s.biological, s.loci, w.a_to_b, w.b_to_a, w.score, w.missing, constants.version, run.id, now()
  FROM phase s CROSS JOIN LATERAL harmony_internal.pair_score(s.visual_ab, s.visual_ba, s.personality, s.biological, constants.weights,
    constants.mean, constants.visual_step, constants.band_middle, constants.band_high) w
  ORDER BY s.a, s.b
  ON CONFLICT (person_a, person_b) DO UPDATE SET visual_ab = excluded.visual_ab, visual_ab_low = excluded.visual_ab_low,
    visual_ab_high = excluded.visual_ab_high, visual_ba = excluded.visual_ba, visual_ba_low = excluded.visual_ba_low,
    visual_ba_high = excluded.visual_ba_high, personality = excluded.personality, biological = excluded.biological, loci = excluded.loci,
    a_to_b = excluded.a_to_b, b_to_a = excluded.b_to_a, score = excluded.score, missing = excluded.missing, model = excluded.model,
    run_id = excluded.run_id, computed_at = excluded.computed_at;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.keep_pairs(affinity.run, uuid[], uuid[], uuid[], uuid[], uuid[], uuid[]) IS
'Keeps what affinity.pair_phases computes of these pairs, with the scores that follow from it; returns how many.';

CREATE OR REPLACE FUNCTION affinity.note_faulty_tastes(run affinity.run, firsts uuid[], seconds uuid[], faulty_1 uuid[]) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
DECLARE
  seen record;
  found record;
BEGIN
  SELECT array_agg(c.a) AS a, array_agg(c.b) AS b INTO seen FROM unnest(firsts, seconds) c (a, b)
  WHERE c.a <> ALL (faulty_1) AND c.b <> ALL (faulty_1);
  SELECT array_agg(f.person_id) AS persons, array_agg(1) AS phases, array_agg(f.error) AS errors INTO found
  FROM affinity.faulty_tastes(seen.a || seen.b, seen.b || seen.a, run.noon) f;
  PERFORM affinity.note_faults(run, found.persons, found.phases, found.errors) WHERE found.persons <> '{}';
  RETURN faulty_1 || found.persons;
END
$$;
COMMENT ON FUNCTION affinity.note_faulty_tastes(affinity.run, uuid[], uuid[], uuid[]) IS
'Notes whose taste fails at a face of these pairs (affinity.faulty_tastes) besides those that are known, and returns all of them.';

CREATE OR REPLACE FUNCTION affinity.score_pairs(run affinity.run, firsts uuid[], seconds uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
DECLARE
  people CONSTANT uuid[] := ARRAY (SELECT unnest(firsts) UNION SELECT unnest(seconds));
  fault record;
  n bigint;
BEGIN
  PERFORM affinity.share_consents(people);  -- and what is computed is read by statements after this one
  SELECT coalesce(array_agg(f.person_id), '{}') AS persons, array_agg(f.phase) AS phases, array_agg(f.error) AS errors,
         coalesce(array_agg(f.person_id) FILTER (WHERE f.phase = 1), '{}') AS in_1,
         coalesce(array_agg(f.person_id) FILTER (WHERE f.phase = 2), '{}') AS in_2,
         coalesce(array_agg(f.person_id) FILTER (WHERE f.phase = 3 AND f.error <> '58030'), '{}') AS in_3,
         coalesce(array_agg(f.person_id) FILTER (WHERE f.phase = 3 AND f.error = '58030'), '{}') AS locked
  INTO fault FROM affinity.faults(people, run) f;
  IF fault.persons <> '{}' THEN
    PERFORM affinity.note_faults(run, fault.persons, fault.phases, fault.errors);
  END IF;
  -- Typings that were opened, for comparing or to see whether they can be.
  PERFORM affinity.note_once(array_agg(m.person_id), 'typing.unsealed', jsonb_build_object('purpose', 'score', 'run', run.id::text),
                             run.started_at)
  FROM affinity.measured(people, run) m WHERE m.sealed IS NOT NULL AND m.person_id <> ALL (fault.in_3 || fault.locked)
  HAVING count(*) > 0;
  BEGIN
    n := affinity.keep_pairs(run, firsts, seconds, fault.in_1, fault.in_2, fault.in_3, fault.locked);
  EXCEPTION WHEN data_exception THEN  -- where no taste is at fault, it comes again
    n := affinity.keep_pairs(run, firsts, seconds, affinity.note_faulty_tastes(run, firsts, seconds, fault.in_1), fault.in_2, fault.in_3,
                             fault.locked);
  END;
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.score_pairs(affinity.run, uuid[], uuid[]) IS
'Scores pairs, firsts and seconds pairwise, the first the smaller id, and keeps the scores; returns how many. Each phase from its own data
alone; a phase of which data came after the noon of the run keeps the score that it had. Nobody who agreed before can withdraw or be erased
meanwhile (affinity.share_consents), and who has by now is left out. Rows that cannot be scored stop nobody else (affinity.faults,
affinity.faulty_tastes). That typings were opened stands in the audit trail, once a person and run.';
