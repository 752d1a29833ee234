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
    ORDER BY t.person_id LIMIT most);
END
$$;
COMMENT ON FUNCTION affinity.scorable(uuid, integer) IS
'Who can be scored: has completed phase 1, with a taste of the active embedding model. By person, up to most after this one.';

CREATE OR REPLACE FUNCTION affinity.measured(persons uuid[], noon timestamptz)
RETURNS TABLE (person_id uuid, fit jsonb, traits float8[], sealed bytea, loci text[], fresh_1 boolean, fresh_2 boolean, fresh_3 boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.person_id, t.fit, s.scores, g.sealed, g.loci, t.learnt_at <= noon, coalesce(s.measured_at <= noon, false),
         coalesce(g.typed_at <= noon, false)
  FROM affinity.taste t
  LEFT JOIN affinity.trait_score s ON s.person_id = t.person_id
    AND affinity.has_consent(t.person_id, 'personality') AND affinity.is_complete(t.person_id, 2)
  LEFT JOIN affinity.hla_typing g ON g.person_id = t.person_id
    AND affinity.has_consent(t.person_id, 'genetic') AND affinity.is_complete(t.person_id, 3)
  WHERE t.person_id = ANY (persons);
END
$$;
COMMENT ON FUNCTION affinity.measured(uuid[], timestamptz) IS
'What these persons are scored by: of each phase that is complete and agreed to, else NULL; and whether it lay there at noon.';

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

CREATE OR REPLACE FUNCTION affinity.missing_phases(visual_ab float8, visual_ba float8, personality float8, biological float8) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY[CASE WHEN num_nulls(visual_ab, visual_ba) > 0 THEN 'visual' END,
    CASE WHEN personality IS NULL THEN 'personality' END, CASE WHEN biological IS NULL THEN 'biological' END], NULL);
COMMENT ON FUNCTION affinity.missing_phases(float8, float8, float8, float8) IS
'Which phases of a pair were not measured; the visual one is, where both directions were. As harmony.willingness names them, which is NULL
where there is no score.';

CREATE OR REPLACE FUNCTION affinity.score_pairs(run affinity.run, firsts uuid[], seconds uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET enable_nestloop = off SET jit = off
AS $$
DECLARE
  constants CONSTANT affinity.model := (SELECT m FROM affinity.model m WHERE m.version = (run).model);
  people CONSTANT uuid[] := ARRAY (SELECT unnest(firsts) UNION SELECT unnest(seconds));
  n bigint;
BEGIN
  PERFORM affinity.note_unsealing(array_agg(u.id), 'score', run.id::text) FROM (
    SELECT unnest(ARRAY[c.a, c.b]) FROM unnest(firsts, seconds) c (a, b)
    JOIN affinity.measured(people, run.noon) x ON x.person_id = c.a AND x.fresh_3
    JOIN affinity.measured(people, run.noon) y ON y.person_id = c.b AND y.fresh_3) u (id) HAVING count(*) > 0;
  WITH side AS MATERIALIZED (
    SELECT m.* FROM affinity.measured(people, run.noon) m
  ), ab AS MATERIALIZED (
    SELECT l.* FROM affinity.liked(firsts, seconds, run.noon) l
  ), ba AS MATERIALIZED (
    SELECT l.* FROM affinity.liked(seconds, firsts, run.noon) l
  ), phase AS MATERIALIZED (  -- what came after noon waits: until then the score stays as it was
    SELECT c.a, c.b,
           CASE WHEN ab.score IS NULL THEN o.visual_ab ELSE ab.score END AS visual_ab,
           CASE WHEN ab.score IS NULL THEN o.visual_ab_low ELSE ab.low END AS visual_ab_low,
           CASE WHEN ab.score IS NULL THEN o.visual_ab_high ELSE ab.high END AS visual_ab_high,
           CASE WHEN ba.score IS NULL THEN o.visual_ba ELSE ba.score END AS visual_ba,
           CASE WHEN ba.score IS NULL THEN o.visual_ba_low ELSE ba.low END AS visual_ba_low,
           CASE WHEN ba.score IS NULL THEN o.visual_ba_high ELSE ba.high END AS visual_ba_high,
           CASE WHEN x.traits IS NULL OR y.traits IS NULL THEN NULL
                WHEN x.fresh_2 AND y.fresh_2 THEN harmony.trait_similarity(x.traits, y.traits) ELSE o.personality END AS personality,
           CASE WHEN x.sealed IS NULL OR y.sealed IS NULL THEN NULL
                WHEN x.fresh_3 AND y.fresh_3 THEN harmony.hla_sealed_dissimilarity(x.sealed, c.a, y.sealed, c.b, constants.hla_method,
                                                                                   constants.hla_loci)
                ELSE o.biological END AS biological,
           CASE WHEN x.fresh_3 AND y.fresh_3 THEN ARRAY (SELECT l FROM unnest(x.loci) l WHERE l = ANY (y.loci))
                WHEN x.sealed IS NOT NULL AND y.sealed IS NOT NULL THEN o.loci END AS loci
    FROM unnest(firsts, seconds) c (a, b) JOIN side x ON x.person_id = c.a JOIN side y ON y.person_id = c.b
    LEFT JOIN ab ON ab.rater = c.a AND ab.face = c.b LEFT JOIN ba ON ba.rater = c.b AND ba.face = c.a
    LEFT JOIN affinity.pair o ON o.person_a = c.a AND o.person_b = c.b
  )
  INSERT INTO affinity.pair AS p (person_a, person_b, visual_ab, visual_ab_low, visual_ab_high, visual_ba, visual_ba_low, visual_ba_high,
    personality, biological, loci, a_to_b, b_to_a, score, missing, model, run_id, computed_at)
  SELECT s.a, s.b, s.visual_ab, s.visual_ab_low, s.visual_ab_high, s.visual_ba, s.visual_ba_low, s.visual_ba_high, s.personality,
         s.biological, s.loci, (w.said ->> 'a_to_b')::float8, (w.said ->> 'b_to_a')::float8, (w.said ->> 'score')::float8,
         affinity.missing_phases(s.visual_ab, s.visual_ba, s.personality, s.biological), constants.version, run.id, now()
  FROM phase s CROSS JOIN LATERAL (
    SELECT harmony.willingness(s.visual_ab, s.visual_ba, s.personality, s.biological, constants.weights, constants.mean) OFFSET 0) w (said)
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
COMMENT ON FUNCTION affinity.score_pairs(affinity.run, uuid[], uuid[]) IS
'Scores pairs, firsts and seconds pairwise, the first the smaller id, and keeps the scores; returns how many. Each phase from its own data
alone; a phase of which data came after the noon of the run keeps the score that it had. That typings were opened stands in the audit trail,
once a person and run.';

CREATE OR REPLACE FUNCTION affinity.score_batch(run affinity.run, persons uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  others CONSTANT uuid[] := affinity.scorable();  -- once, not for every row of who takes part
  chosen record;
BEGIN
  SELECT array_agg(c.a) AS a, array_agg(c.b) AS b INTO chosen FROM (
    SELECT DISTINCT least(e.person_id, e.other_id) AS a, greatest(e.person_id, e.other_id) AS b
    FROM affinity.eligible(persons, others) e) c
  WHERE NOT EXISTS (SELECT FROM affinity.pair p WHERE p.person_a = c.a AND p.person_b = c.b AND p.run_id = (run).id);
  RETURN CASE WHEN chosen.a IS NULL THEN 0 ELSE affinity.score_pairs(run, chosen.a, chosen.b) END;
END
$$;
COMMENT ON FUNCTION affinity.score_batch(affinity.run, uuid[]) IS
'Scores these persons with everybody whom they may meet, but for pairs that this run has scored already; returns how many pairs.';

CREATE OR REPLACE FUNCTION affinity.begin_run(noon timestamptz) RETURNS affinity.run
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  begun affinity.run;
BEGIN
  IF isfinite(noon) IS NOT TRUE THEN
    RAISE EXCEPTION 'noon is no time' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO affinity.run AS r (model, noon, persons)
  SELECT m.version, begin_run.noon, cardinality(affinity.scorable()) FROM affinity.model m WHERE m.is_active
  ON CONFLICT DO NOTHING;
  SELECT r.* INTO begun FROM affinity.run r WHERE r.noon = begin_run.noon FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no model is active' USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'affinity.use_model chooses one.';
  END IF;
  RETURN begun;
END
$$;
COMMENT ON FUNCTION affinity.begin_run(timestamptz) IS
'The run of what lay there at this noon, which is begun where there is none, locked until the end of the transaction. Errors: 55000 no model
is active; 22023.';

CREATE OR REPLACE FUNCTION affinity.go_on(run affinity.run) RETURNS affinity.run
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  batch CONSTANT uuid[] := affinity.scorable(run.last_person, platform.setting('affinity_batch')::integer);
  n CONSTANT bigint := CASE WHEN batch <> '{}' THEN affinity.score_batch(run, batch) ELSE 0 END;
  changed affinity.run;
BEGIN
  IF batch = '{}' THEN
    DELETE FROM affinity.pair p WHERE p.run_id <> (run).id;
    DELETE FROM affinity.day d WHERE d.day < platform.today() - 30;
    DELETE FROM affinity.top_list l WHERE l.day < platform.today() - 30;
    DELETE FROM affinity.exposure x WHERE x.day < platform.today() - 30;
  END IF;
  UPDATE affinity.run r SET done = r.done + cardinality(batch), pairs = r.pairs + n,
    last_person = coalesce(batch[cardinality(batch)], r.last_person), finished_at = CASE WHEN batch = '{}' THEN clock_timestamp() END
  WHERE r.id = (run).id RETURNING r.* INTO changed;
  RETURN changed;
END
$$;
COMMENT ON FUNCTION affinity.go_on(affinity.run) IS
'The next batch of a run (platform.setting affinity_batch); when nobody is left, pairs that may not meet any more are deleted, and what is
kept of days a month ago, and the run is finished. Returns the run.';

CREATE OR REPLACE FUNCTION affinity.score(noon timestamptz DEFAULT affinity.last_noon()) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  run affinity.run := affinity.begin_run(noon);
BEGIN
  WHILE run.finished_at IS NULL LOOP
    run := affinity.go_on(run);
  END LOOP;
  RETURN run.pairs;
END
$$;
COMMENT ON FUNCTION affinity.score(timestamptz) IS
'Scores all pairs by what lay there at noon, by default the last one in UTC, in one transaction; returns how many. One that was broken off
goes on; one that is finished is not done again. The job affinity.score does the same in a transaction for each batch.

For the owner of the modules. Errors: 55000 no model is active; 22023; those of harmony.hla_sealed_dissimilarity.';

CREATE OR REPLACE FUNCTION affinity.score_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  run affinity.run := affinity.begin_run(coalesce((payload ->> 'noon')::timestamptz, affinity.last_noon()));
BEGIN
  IF run.finished_at IS NULL THEN
    run := affinity.go_on(run);
  END IF;
  IF run.finished_at IS NULL THEN
    PERFORM platform.add_job('affinity.score', jsonb_build_object('noon', run.noon),
                             dedup_key => format('%s/%s', run.id, run.last_person));
  END IF;
  RETURN jsonb_build_object('run', run.id, 'persons', run.persons, 'done', run.done, 'pairs', run.pairs,
    'progress', CASE WHEN run.finished_at IS NULL THEN round(least(run.done::numeric / nullif(run.persons, 0), 0.99), 3) ELSE 1 END);
END
$$;
COMMENT ON FUNCTION affinity.score_job(jsonb) IS
'A job: the next batch of affinity.score(noon), and a job for the batch after it until the run is finished; returns {run, persons, done,
pairs, progress}.';
