-- From artifacts to raw rows: harmony_internal.artifact_lines reads, this keeps.

CREATE OR REPLACE FUNCTION signals.artifact_is_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM signals.raw_entity_result r USING old_rows o WHERE r.artifact_id = o.id;
  DELETE FROM signals.raw_line r USING old_rows o WHERE r.artifact_id = o.id;
  DELETE FROM signals.ingest_reject r USING old_rows o WHERE r.artifact_id = o.id;
  DELETE FROM signals.ingest_warning r USING old_rows o WHERE r.artifact_id = o.id;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION signals.artifact_is_gone() IS 'The lines of an artifact, and what was said of them, go with it.';

CREATE OR REPLACE FUNCTION signals.check_load(organization uuid, run_id text, artifact text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF organization IS NULL OR run_id IS NULL OR artifact IS NULL THEN
    RAISE EXCEPTION 'organization, run_id and artifact must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF octet_length(run_id) NOT BETWEEN 1 AND 100 OR run_id ~ '[[:cntrl:]/]' THEN
    RAISE EXCEPTION 'run_id is no name of a run' USING ERRCODE = 'invalid_parameter_value',
      HINT = '1 to 100 bytes, no "/" among them: 20260101000000.';
  ELSIF octet_length(artifact) NOT BETWEEN 1 AND 1000 OR artifact ~ '[[:cntrl:]]' THEN
    RAISE EXCEPTION 'artifact is no name of an artifact' USING ERRCODE = 'invalid_parameter_value',
      HINT = '1 to 1,000 bytes: its path in the run''s folder.';
  ELSIF NOT EXISTS (SELECT FROM platform.organization o WHERE o.id = organization) THEN
    RAISE EXCEPTION 'organization % does not exist', organization USING ERRCODE = 'PT404';
  END IF;
END
$$;
COMMENT ON FUNCTION signals.check_load(uuid, text, text) IS
'Refuses what cannot be the place of an artifact. Errors: 22004 null; 22023 no name; PT404 no such organisation.';

CREATE OR REPLACE FUNCTION signals.keep_lines(kept signals.artifact, content text, file text,
                                              OUT kind text, OUT loaded bigint, OUT rejected bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Entities are most of what there is: they are gone through once. An excerpt marks one that may have been there before; few may, and
  -- these alone are looked up.
  WITH lines AS MATERIALIZED (
    SELECT l.* FROM harmony_internal.artifact_lines(content, file) l
  ), others AS MATERIALIZED (
    SELECT l.* FROM lines l WHERE l.what <> 'entity' OR l.excerpt IS NOT NULL
  ), again AS MATERIALIZED (
    SELECT s.line, s.excerpt FROM others s
    WHERE s.what = 'entity' AND EXISTS (
      SELECT FROM lines e WHERE e.what = 'entity' AND e.name = s.name AND e.document = s.document AND e.line < s.line)
  ), node AS (
    INSERT INTO signals.raw_node_result (organization_id, run_id, artifact_id, node_id, metric_id, polarity, range_low, range_high, parents,
                                         children, document)
    SELECT kept.organization_id, kept.run_id, kept.id, o.name, o.metric_id, o.polarity, o.range_low, o.range_high,
           coalesce(o.document -> 'canonical_parent_node_ids', '[]'), coalesce(o.document -> 'canonical_child_node_ids', '[]'), o.document
    FROM others o WHERE o.what = 'node'
  ), entities AS (
    INSERT INTO signals.raw_entity_result (organization_id, run_id, artifact_id, line, facility_id, dimensions, facility, system_name,
                                           encounters, value, periods, "values")
    SELECT kept.organization_id, kept.run_id, kept.id, l.line, l.name, l.document, l.facility, l.system_name, l.encounters, l.value,
           l.periods, l."values"
    FROM lines l WHERE l.what = 'entity' AND l.line NOT IN (SELECT a.line FROM again a)
  ), documents AS (
    INSERT INTO signals.raw_line (organization_id, run_id, artifact_id, line, kind, document)
    SELECT kept.organization_id, kept.run_id, kept.id, o.line, (SELECT k.name FROM others k WHERE k.what = 'kind'), o.document
    FROM others o WHERE o.what = 'document'
  ), rejects AS (
    INSERT INTO signals.ingest_reject (organization_id, artifact_id, line, reason, excerpt)
    SELECT kept.organization_id, kept.id, o.line, o.name, o.excerpt FROM others o WHERE o.what = 'refused'
    UNION ALL SELECT kept.organization_id, kept.id, a.line, 'an entity again', a.excerpt FROM again a
  ), stated AS (
    INSERT INTO signals.ingest_warning (organization_id, artifact_id, line, statistic, stated, computed)
    SELECT kept.organization_id, kept.id, o.line, o.name, o.value, o.computed
    FROM others o WHERE o.what = 'statistic' AND o.line NOT IN (SELECT a.line FROM again a)
  )
  SELECT (SELECT k.name FROM others k WHERE k.what = 'kind'), o.value - a.n, o.computed + a.n
  INTO keep_lines.kind, keep_lines.loaded, keep_lines.rejected
  FROM others o CROSS JOIN (SELECT count(*) AS n FROM again) a WHERE o.what = 'end';
END
$$;
COMMENT ON FUNCTION signals.keep_lines(signals.artifact, text, text) IS
'Reads an artifact and keeps its lines: as raw rows, the others with the reason. Of lines of one entity the first is loaded.';

CREATE OR REPLACE FUNCTION signals.judge_statistics(kept signals.artifact) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM signals.ingest_warning w WHERE w.artifact_id = kept.id) THEN
    RETURN;
  END IF;
  UPDATE signals.ingest_warning w SET computed = kept.n_lines
  WHERE w.artifact_id = kept.id AND w.statistic = 'entity_results_count';
  IF EXISTS (SELECT FROM signals.ingest_warning w WHERE w.artifact_id = kept.id AND w.computed IS NULL
             AND w.statistic IN ('mean', 'sd', 'median')) THEN
    UPDATE signals.ingest_warning w SET computed = CASE w.statistic WHEN 'mean' THEN c.mean WHEN 'sd' THEN c.sd ELSE c.median END
    FROM (SELECT avg(e.value) AS mean, stddev_pop(e.value) AS sd, percentile_cont(0.5) WITHIN GROUP (ORDER BY e.value) AS median
          FROM signals.raw_entity_result e WHERE e.artifact_id = kept.id) c
    WHERE w.artifact_id = kept.id AND w.computed IS NULL AND w.statistic IN ('mean', 'sd', 'median');
  END IF;
  IF EXISTS (SELECT FROM signals.ingest_warning w WHERE w.artifact_id = kept.id AND w.statistic IN ('z', 'robust_z', 'percentile')) THEN
    UPDATE signals.ingest_warning w
    SET computed = CASE w.statistic WHEN 'z' THEN p.z WHEN 'robust_z' THEN p.robust_z ELSE p.percentile END
    FROM (SELECT u.line, u.z, u.robust_z, u.percentile
          FROM (SELECT array_agg(e.line ORDER BY e.line) AS lines, harmony.peer_scores(array_agg(e.value ORDER BY e.line)) AS scores
                FROM signals.raw_entity_result e WHERE e.artifact_id = kept.id AND e.periods IS NULL GROUP BY e.dimensions) g
          CROSS JOIN LATERAL ROWS FROM (unnest(g.lines), unnest(g.scores)) u (line, z, robust_z, percentile)) p
    WHERE w.artifact_id = kept.id AND w.line = p.line AND w.statistic IN ('z', 'robust_z', 'percentile');
  END IF;
  DELETE FROM signals.ingest_warning w
  WHERE w.artifact_id = kept.id AND (abs(w.stated - w.computed) > 1e-9) IS NOT TRUE;
END
$$;
COMMENT ON FUNCTION signals.judge_statistics(signals.artifact) IS
'Computes again what an artifact states, and keeps as warnings what differs by more than 1e-9.';

CREATE OR REPLACE FUNCTION signals.load_artifact(organization uuid, run_id text, artifact text, content text, file text,
                                                 OUT loaded bigint, OUT rejected bigint, OUT replaced bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  digest CONSTANT bytea := harmony_internal.artifact_digest(content, file);
  former signals.artifact;
  kept signals.artifact;
  read record;
BEGIN
  SELECT a.* INTO former FROM signals.artifact a
  WHERE a.organization_id = organization AND a.run_id = load_artifact.run_id AND a.artifact = load_artifact.artifact;
  IF former.digest = digest THEN
    loaded := former.n_lines; rejected := former.rejected; replaced := 0;
    RETURN;
  END IF;
  DELETE FROM signals.artifact a WHERE a.id = former.id;
  INSERT INTO signals.run (organization_id, run_id) VALUES (organization, load_artifact.run_id) ON CONFLICT DO NOTHING;
  INSERT INTO signals.artifact (organization_id, run_id, artifact, digest)
  VALUES (organization, load_artifact.run_id, load_artifact.artifact, digest) RETURNING * INTO kept;
  SELECT * INTO read FROM signals.keep_lines(kept, content, file);
  UPDATE signals.artifact a SET kind = read.kind, n_lines = read.loaded, rejected = read.rejected
  WHERE a.id = kept.id RETURNING * INTO kept;
  PERFORM signals.judge_statistics(kept);
  INSERT INTO signals.dim_metric (organization_id, metric_id, name)
  SELECT n.organization_id, n.metric_id, left(n.metric_id, 200) FROM signals.raw_node_result n
  WHERE n.artifact_id = kept.id AND NOT EXISTS (
    SELECT FROM signals.dim_metric d WHERE d.organization_id = n.organization_id AND d.metric_id = n.metric_id);
  UPDATE signals.run r SET n_lines = s.n_lines, rejected = s.rejected, loaded_at = now(), status = 'loaded'
  FROM (SELECT sum(a.n_lines) AS n_lines, sum(a.rejected) AS rejected FROM signals.artifact a
        WHERE a.organization_id = organization AND a.run_id = load_artifact.run_id) s
  WHERE r.organization_id = organization AND r.run_id = load_artifact.run_id;
  loaded := read.loaded; rejected := read.rejected; replaced := coalesce(former.n_lines, 0);
END
$$;
COMMENT ON FUNCTION signals.load_artifact(uuid, text, text, text, text) IS
'Loads an artifact, a text or a file, in place of the one of that name; the same content again changes nothing.';

CREATE OR REPLACE FUNCTION signals.ingest(organization uuid, run_id text, artifact text, content text,
                                          OUT loaded bigint, OUT rejected bigint, OUT replaced bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  PERFORM signals.check_load(organization, run_id, artifact);
  IF content IS NULL THEN
    RAISE EXCEPTION 'content must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM signals.lock_organization(organization);
  SELECT l.* INTO loaded, rejected, replaced FROM signals.load_artifact(organization, run_id, artifact, content, NULL) l;
END
$$;
COMMENT ON FUNCTION signals.ingest(uuid, text, text, text) IS
'Loads one artifact of a run, JSON a line. loaded: entities of a node, rows of the other kinds; rejected: lines that were not, each with its
reason in signals.ingest_reject, and never an error; replaced: lines of the artifact of that name that these take the place of. The same
content again changes nothing (replaced 0). The run is then to be built (signals.build).

For the owner''s own work and administrators (42501). Errors: 22004 null; 22023 no name of a run or an artifact; PT404 no such organisation.
Kinds, fields and reasons: docs/reference/signals_module.md.';

CREATE OR REPLACE FUNCTION signals.ingest_directory(organization uuid, path text)
RETURNS TABLE (artifact text, loaded bigint, rejected bigint, replaced bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found record;
BEGIN
  PERFORM platform.require_admin();
  IF path IS NULL THEN
    RAISE EXCEPTION 'path must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM signals.lock_organization(organization);
  FOR found IN SELECT f.run_id, f.artifact, f.file FROM harmony_internal.artifact_files(path) f LOOP
    PERFORM signals.check_load(organization, found.run_id, found.artifact);
    RETURN QUERY SELECT found.artifact, l.loaded, l.rejected, l.replaced
                 FROM signals.load_artifact(organization, found.run_id, found.artifact, NULL, found.file) l;
  END LOOP;
END
$$;
COMMENT ON FUNCTION signals.ingest_directory(uuid, text) IS
'Loads all files *.jsonl in a run''s folder and below it, as signals.ingest does, read in pieces; the folder''s name is the run. The path is
absolute or from harmony.artifact_directory, which a superuser sets, and lies below it. What an earlier load brought and is no longer there
stays.

For the owner''s own work and administrators (42501). Errors: 22004 null; 22023 a path that leaves the folder, a link or anything else that
is neither folder nor file on the way, no file; 58030 what the server''s user cannot read; PT404 no such organisation.';
