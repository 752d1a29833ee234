-- Runs of the night: all people in batches, each in a transaction of its own.

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
  LOCK TABLE affinity.run IN SHARE ROW EXCLUSIVE MODE;  -- one at a time; who only reads does not wait
  INSERT INTO affinity.run AS r (model, noon, persons, finished_at, is_superseded)
  SELECT m.version, begin_run.noon, CASE WHEN newer.is_there THEN 0 ELSE cardinality(affinity.scorable()) END,
         CASE WHEN newer.is_there THEN clock_timestamp() END, newer.is_there
  FROM affinity.model m CROSS JOIN (SELECT EXISTS (SELECT FROM affinity.run o WHERE o.noon > begin_run.noon)) newer (is_there)
  WHERE m.is_active
  ON CONFLICT DO NOTHING;
  UPDATE affinity.run r SET finished_at = clock_timestamp(), is_superseded = true
  WHERE r.finished_at IS NULL AND r.noon < begin_run.noon;
  SELECT r.* INTO begun FROM affinity.run r WHERE r.noon = begin_run.noon;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no model is active' USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'affinity.use_model chooses one.';
  END IF;
  RETURN begun;
END
$$;
COMMENT ON FUNCTION affinity.begin_run(timestamptz) IS
'The run of what lay there at this noon, which is begun where there is none. Until the end of the transaction there is no other. Those of
earlier noons end with it (is_superseded), and one of an earlier noon does nothing. Errors: 55000 no model is active; 22023.';

CREATE OR REPLACE FUNCTION affinity.go_on(run affinity.run) RETURNS affinity.run
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  batch uuid[];
  n bigint := 0;
  changed affinity.run;
BEGIN
  LOCK TABLE affinity.run IN SHARE ROW EXCLUSIVE MODE;
  SELECT r.* INTO changed FROM affinity.run r WHERE r.id = (run).id;
  IF changed.finished_at IS NOT NULL THEN
    RETURN changed;
  END IF;
  batch := affinity.scorable(changed.last_person, platform.setting('affinity_batch')::integer);
  IF batch <> '{}' THEN
    n := affinity.score_batch(changed, batch);
  ELSE
    PERFORM FROM affinity.pair p WHERE p.run_id <> (run).id ORDER BY p.person_a, p.person_b FOR UPDATE;
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
kept of days a month ago, and the run is finished. Of one that is finished nothing is done. Returns the run.';

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
goes on; one that is finished is not done again, and none of an earlier noon than another. The job affinity.score does the same in a
transaction for each batch.

For the owner of the modules. Errors: 55000 no model is active; 22023.';

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
    'skipped', run.skipped, 'superseded', run.is_superseded,
    'progress', CASE WHEN run.finished_at IS NULL THEN round(least(run.done::numeric / nullif(run.persons, 0), 0.99), 3) ELSE 1 END);
END
$$;
COMMENT ON FUNCTION affinity.score_job(jsonb) IS
'A job: the next batch of affinity.score(noon), and a job for the batch after it until the run is finished; returns {run, persons, done,
pairs, skipped, superseded, progress}; skipped: how many faults were noted (affinity.note_faults).';
