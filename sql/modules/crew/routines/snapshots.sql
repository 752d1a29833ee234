-- What dashboards show, as documents on vessel and fleet_snapshot: computed here, marked as stale by triggers/stale.sql.

CREATE OR REPLACE FUNCTION crew.shown_crew(vessel uuid, model jsonb, weather jsonb) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN harmony_internal.least_measured(c.profiles) >= crew.least_crew() THEN jsonb_build_object(
    'harmony', crew.shown_metrics(to_jsonb(c.metrics)),
    'f_team', crew.shown_metrics(to_jsonb(c.fit) || jsonb_build_object('flags_former', harmony_internal.former_team_flags((c.fit).flags))),
    'diagnosis', crew.shown_metrics(to_jsonb(harmony.team_diagnosis(to_jsonb(c.metrics) || coalesce(weather, '{}'), model)))) END
  FROM (SELECT p.profiles, harmony.harmony_metrics(p.profiles, model) AS metrics, harmony.f_team(p.profiles, model -> 'f_team') AS fit
        FROM (SELECT crew.crew_profiles(vessel, false) AS profiles OFFSET 0) p
        OFFSET 0) c;
END;
COMMENT ON FUNCTION crew.shown_crew(uuid, jsonb, jsonb) IS
'Harmony metrics, team fit and diagnosis of a vessel''s crew as employers see them: of profiles as crew.profile_as_read has them, by
crew.shown_metrics; NULL for a crew of fewer than crew.least_crew() people whose traits were measured.';

CREATE OR REPLACE FUNCTION crew.vessel_snapshots(vessels uuid[]) RETURNS TABLE (vessel_id uuid, snapshot jsonb)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
  WITH setting AS MATERIALIZED (
    SELECT m.model, platform.today() AS today FROM (SELECT crew.active_model() AS model OFFSET 0) m
  ), told AS MATERIALIZED (
    SELECT DISTINCT ON (f.subject_id) f.subject_id AS vessel_id, f.figures AS weather
    FROM platform.newest_figures('weather', vessels, crew.oldest_shown_week()) f ORDER BY f.subject_id, f.period DESC
  )
  SELECT v.id, jsonb_build_object(
    'version', 1, 'as_of', s.today, 'crew_count', c.n, 'measured', c.measured,
    'harmony', platform.rounded(to_jsonb(c.metrics)),
    'f_team', platform.rounded(to_jsonb(c.fit))
              || jsonb_build_object('flags_former', harmony_internal.former_team_flags((c.fit).flags)),
    'weather', w.weather,
    'diagnosis', platform.rounded(to_jsonb(harmony.team_diagnosis(to_jsonb(c.metrics) || coalesce(w.weather - 'week', '{}'), s.model))),
    'environment', v.environment, 'leadership', crew.leadership(v.id),
    'shown', crew.shown_crew(v.id, s.model, w.weather - 'week'))
  FROM setting s CROSS JOIN crew.vessel v
  CROSS JOIN LATERAL (
    SELECT cardinality(p.profiles) AS n, harmony_internal.least_measured(p.profiles) AS measured,
           harmony.harmony_metrics(p.profiles, s.model) AS metrics,
           harmony.f_team(p.profiles, s.model -> 'f_team') AS fit
    FROM (SELECT crew.crew_profiles(v.id) AS profiles OFFSET 0) p
    OFFSET 0
  ) c
  LEFT JOIN told w ON w.vessel_id = v.id
  WHERE v.id = ANY (vessels);
END;
COMMENT ON FUNCTION crew.vessel_snapshots(uuid[]) IS
'The snapshots of these vessels, computed from crew, profiles, the published weather and the active model, without storing anything:
crew_count, measured (of how many at least the metrics are), harmony (metrics), f_team, weather, diagnosis, environment, leadership, as of
today (UTC), and shown, what employers see of harmony, f_team and diagnosis (crew.shown_crew).

Numbers are rounded to 2 decimals.

weather is what was last published (crew.publish_figures), with its week; null, and not in the diagnosis, where nothing was in four weeks.';

CREATE OR REPLACE FUNCTION crew.fleet_snapshots(organizations uuid[]) RETURNS TABLE (organization_id uuid, snapshot jsonb)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
  WITH vessel AS (  -- what is told of a crew: nothing of one that is too small
    SELECT w.id, w.organization_id, w.name, w.toxicity_flag, w.toxicity_evidence IS NOT NULL AS is_judged,
           w.vessel_snapshot -> 'crew_count' AS crew_count, w.vessel_snapshot #> '{weather,status}' AS weather,
           CASE WHEN (w.vessel_snapshot ->> 'measured')::integer >= l.people THEN w.vessel_snapshot -> 'shown' END AS vessel_snapshot
    FROM crew.vessel w, (SELECT crew.least_crew() AS people OFFSET 0) l WHERE w.organization_id = ANY (organizations) AND w.is_active
  )
  SELECT o.id, jsonb_build_object('version', 1,
    'vessel_count', count(v.id), 'crew_count', coalesce(sum(v.crew_count::integer), 0),
    'performance', round(avg((v.vessel_snapshot #>> '{harmony,performance}')::numeric), 2),
    'cohesion', round(avg((v.vessel_snapshot #>> '{harmony,cohesion}')::numeric), 2),
    'toxic', count(*) FILTER (WHERE v.toxicity_flag),
    'risk', jsonb_build_object(
      'low', count(*) FILTER (WHERE v.vessel_snapshot #>> '{diagnosis,risk}' = 'low'),
      'medium', count(*) FILTER (WHERE v.vessel_snapshot #>> '{diagnosis,risk}' = 'medium'),
      'high', count(*) FILTER (WHERE v.vessel_snapshot #>> '{diagnosis,risk}' = 'high'),
      'critical', count(*) FILTER (WHERE v.vessel_snapshot #>> '{diagnosis,risk}' = 'critical')),
    'vessels', coalesce(jsonb_agg(jsonb_build_object(
      'id', v.id, 'name', v.name, 'crew_count', v.crew_count, 'toxicity_flag', v.toxicity_flag,
      'mood_judged', v.is_judged, 'f_team', v.vessel_snapshot #> '{f_team,score}', 'weather', v.weather,
      'crew_type', v.vessel_snapshot #> '{diagnosis,crew_type}', 'risk', v.vessel_snapshot #> '{diagnosis,risk}',
      'action', v.vessel_snapshot #> '{diagnosis,action}') ORDER BY v.name, v.id) FILTER (WHERE v.id IS NOT NULL), '[]'))
  FROM unnest(organizations) o (id) LEFT JOIN vessel v ON v.organization_id = o.id
  GROUP BY o.id;
END;
COMMENT ON FUNCTION crew.fleet_snapshots(uuid[]) IS
'The fleet snapshots of these employers, computed from their active vessels'' snapshots, without storing anything.

A crew of fewer than crew.least_crew() people whose traits were measured counts in no mean and no risk, and its f_team, crew_type, risk and
action are null. mood_judged: whether the vessel was in what was last published of toxicity, as its dashboard tells by the evidence.';

CREATE OR REPLACE FUNCTION crew.refresh_snapshots(vessels uuid[], organizations uuid[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
  n_fleets bigint;
BEGIN
  -- Materialized, or a join could compute all of them for each row.
  WITH computed AS MATERIALIZED (SELECT s.vessel_id, s.snapshot FROM crew.vessel_snapshots(vessels) s)
  UPDATE crew.vessel v SET vessel_snapshot = s.snapshot, snapshot_updated_at = now(),
                           toxicity_flag = t.flagged, toxicity_evidence = t.evidence
  FROM computed s JOIN crew.published_toxicity(vessels) t ON t.vessel_id = s.vessel_id WHERE v.id = s.vessel_id;
  GET DIAGNOSTICS n = ROW_COUNT;
  WITH computed AS MATERIALIZED (SELECT s.organization_id, s.snapshot FROM crew.fleet_snapshots(organizations) s)
  UPDATE crew.fleet_snapshot f SET snapshot = s.snapshot, snapshot_updated_at = now()
  FROM computed s WHERE f.organization_id = s.organization_id;
  GET DIAGNOSTICS n_fleets = ROW_COUNT;
  RETURN n + n_fleets;
END
$$;
COMMENT ON FUNCTION crew.refresh_snapshots(uuid[], uuid[]) IS
'Writes the snapshots of these vessels, with what was published of their toxicity, and of these fleets, whose rows the caller has locked;
returns how many.';

CREATE OR REPLACE FUNCTION crew.expand_marks() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  WITH taken AS (
    DELETE FROM platform.stale_mark d
    USING (SELECT m.id FROM platform.stale_mark m
           WHERE m.kind = 'crew.person' OR m.kind = 'crew.vessel' AND m.key IS NULL FOR UPDATE SKIP LOCKED) m
    WHERE d.id = m.id RETURNING d.key
  )
  INSERT INTO platform.stale_mark (kind, key)
  SELECT 'crew.vessel', a.vessel_id FROM taken t JOIN crew.assignment a ON a.person_id = t.key AND a.status = 'active'
  UNION
  SELECT 'crew.vessel', v.id FROM taken t JOIN crew.vessel v ON v.leader_id = t.key
  UNION
  SELECT 'crew.vessel', v.id FROM crew.vessel v WHERE EXISTS (SELECT FROM taken t WHERE t.key IS NULL);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.expand_marks() IS
'Turns marks of people whose profile was written into marks of the vessels on which they serve or which they lead, and a mark of all
vessels into one of each; returns how many marks of vessels there are for it.

Whoever joins, leaves or leads later marks the vessel by that, and so does a new vessel. Marks that another session holds are left
to it.';

-- The order matters: lock, then take the marks, then compute. A mark that is visible when it is taken belongs to a change
-- that is visible to the statements after it; a change that commits later leaves its mark for the next round.
CREATE OR REPLACE FUNCTION crew.rebuild_stale(most integer DEFAULT 1000) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  vessels uuid[];
  organizations uuid[];
  n bigint;
BEGIN
  PERFORM platform.require_admin();
  IF most IS NULL OR most < 1 THEN
    RAISE EXCEPTION 'most is %', most
      USING ERRCODE = 'invalid_parameter_value', HINT = 'It is the number of vessels to rebuild at most, from 1.';
  END IF;
  PERFORM crew.expand_marks();
  vessels := ARRAY (
    SELECT v.id FROM crew.vessel v
    WHERE v.snapshot_updated_at IS NULL OR v.snapshot_updated_at < platform.today()::timestamp AT TIME ZONE 'UTC'
       OR EXISTS (SELECT FROM platform.stale_mark m WHERE m.kind = 'crew.vessel' AND m.key = v.id)
    ORDER BY v.id LIMIT most FOR NO KEY UPDATE SKIP LOCKED);
  DELETE FROM platform.stale_mark m WHERE m.kind = 'crew.vessel' AND m.key = ANY (vessels);
  n := crew.refresh_snapshots(vessels, '{}');
  INSERT INTO platform.stale_mark (kind, key)
  SELECT DISTINCT 'crew.fleet', v.organization_id FROM crew.vessel v WHERE v.id = ANY (vessels);
  organizations := ARRAY (
    SELECT f.organization_id FROM crew.fleet_snapshot f
    WHERE EXISTS (SELECT FROM platform.stale_mark m WHERE m.kind = 'crew.fleet' AND m.key = f.organization_id)
    ORDER BY f.organization_id FOR NO KEY UPDATE SKIP LOCKED);
  DELETE FROM platform.stale_mark m WHERE m.kind = 'crew.fleet' AND m.key = ANY (organizations);
  n := n + crew.refresh_snapshots('{}', organizations);
  -- Marks of what has gone.
  DELETE FROM platform.stale_mark m
  WHERE m.kind = 'crew.vessel' AND NOT EXISTS (SELECT FROM crew.vessel v WHERE v.id = m.key)
     OR m.kind = 'crew.fleet' AND NOT EXISTS (SELECT FROM crew.fleet_snapshot f WHERE f.organization_id = m.key);
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.rebuild_stale(integer) IS
'Rebuilds the snapshots of vessels that are marked as stale or older than today (UTC), at most so many, and of their fleets; returns
the number of snapshots written, 0 when there is nothing to do.

Any number of sessions may call it at once: each takes vessels that no other holds (SKIP LOCKED).';

CREATE OR REPLACE FUNCTION crew.rebuild_snapshots(vessels uuid[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s'
AS $$
DECLARE
  chosen uuid[];
  organizations uuid[];
  n bigint;
BEGIN
  PERFORM platform.require_admin(), platform.audit('snapshots.rebuilt', 'crew.vessel', jsonb_build_object('vessels', vessels));
  PERFORM crew.expand_marks();
  chosen := ARRAY (SELECT v.id FROM crew.vessel v WHERE vessels IS NULL OR v.id = ANY (vessels) ORDER BY v.id FOR NO KEY UPDATE);
  DELETE FROM platform.stale_mark m WHERE m.kind = 'crew.vessel' AND m.key = ANY (chosen);
  n := crew.refresh_snapshots(chosen, '{}');
  organizations := ARRAY (
    SELECT f.organization_id FROM crew.fleet_snapshot f
    WHERE vessels IS NULL OR f.organization_id IN (SELECT v.organization_id FROM crew.vessel v WHERE v.id = ANY (chosen))
    ORDER BY f.organization_id FOR NO KEY UPDATE);
  DELETE FROM platform.stale_mark m WHERE m.kind = 'crew.fleet' AND m.key = ANY (organizations);
  RETURN n + crew.refresh_snapshots('{}', organizations);
END
$$;
COMMENT ON FUNCTION crew.rebuild_snapshots(uuid[]) IS
'Writes the snapshots of these vessels, or of all, and of their fleets anew; returns how many.

Calling it again changes nothing but snapshot_updated_at.';

CREATE OR REPLACE FUNCTION crew.verify_snapshots() RETURNS TABLE (kind text, key uuid, stored jsonb, recomputed jsonb)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  RETURN QUERY
  WITH computed AS MATERIALIZED (SELECT c.vessel_id, c.snapshot FROM crew.vessel_snapshots(ARRAY (SELECT id FROM crew.vessel)) c)
  SELECT 'vessel', v.id, v.vessel_snapshot, s.snapshot
  FROM computed s JOIN crew.vessel v ON v.id = s.vessel_id
  WHERE v.vessel_snapshot IS DISTINCT FROM s.snapshot
  UNION ALL
  SELECT 'toxicity', v.id, jsonb_build_object('flagged', v.toxicity_flag, 'evidence', v.toxicity_evidence),
         jsonb_build_object('flagged', t.flagged, 'evidence', t.evidence)
  FROM crew.published_toxicity(ARRAY (SELECT id FROM crew.vessel)) t JOIN crew.vessel v ON v.id = t.vessel_id
  WHERE (v.toxicity_flag, v.toxicity_evidence) IS DISTINCT FROM (t.flagged, t.evidence)
  UNION ALL
  SELECT 'fleet', f.organization_id, f.snapshot, s.snapshot
  FROM crew.fleet_snapshots(ARRAY (SELECT organization_id FROM crew.fleet_snapshot)) s JOIN crew.fleet_snapshot f USING (organization_id)
  WHERE f.snapshot IS DISTINCT FROM s.snapshot;
END
$$;
COMMENT ON FUNCTION crew.verify_snapshots() IS
'Recomputes every vessel and fleet snapshot and returns a row for each that differs from what is stored, and for each vessel (kind toxicity)
whose flag or evidence is not what was judged; no row means that all is true. Published figures themselves are not computed again.

Changes that wait for crew.rebuild_stale() differ.';

CREATE OR REPLACE FUNCTION crew.employers_snapshot(snapshot jsonb, is_led_by_profile boolean) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT employers_snapshot.snapshot - 'shown' || CASE
    WHEN (employers_snapshot.snapshot ->> 'measured')::integer >= crew.least_crew()
      AND jsonb_typeof(employers_snapshot.snapshot -> 'shown') = 'object'
    THEN employers_snapshot.snapshot -> 'shown'
    ELSE jsonb_build_object('harmony', NULL, 'f_team', NULL, 'diagnosis', NULL, 'reason', crew.under_least()) END
  || CASE WHEN employers_snapshot.is_led_by_profile THEN jsonb_build_object('leadership', (
       SELECT jsonb_object_agg(p.key, crew.level(harmony_internal.trait_percent(p.key, p.value::text::float8)))
       FROM jsonb_each(CASE jsonb_typeof(employers_snapshot.snapshot -> 'leadership')
                       WHEN 'object' THEN employers_snapshot.snapshot -> 'leadership' END) p))
     ELSE '{}' END;
END;
COMMENT ON FUNCTION crew.employers_snapshot(jsonb, boolean) IS
'A vessel snapshot as employers see it: harmony metrics, team fit and diagnosis as crew.shown_crew has them, and none of them, with a
reason, for a crew of fewer than crew.least_crew() people whose traits were measured. Preferences that are the leader''s own, by profile,
are levels.';

CREATE OR REPLACE FUNCTION crew.shown_snapshot(snapshot jsonb, is_led_by_profile boolean) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN crew.sees_everything() OR shown_snapshot.snapshot IS NULL THEN coalesce(shown_snapshot.snapshot, '{}')
              ELSE crew.employers_snapshot(shown_snapshot.snapshot, shown_snapshot.is_led_by_profile) END;
COMMENT ON FUNCTION crew.shown_snapshot(jsonb, boolean) IS
'A vessel snapshot as this request sees it: the owner''s own work and administrators as it is, employers as
crew.employers_snapshot has it.';

CREATE OR REPLACE FUNCTION crew.dashboard(vessel uuid, language text DEFAULT 'en') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_vessel(vessel);
  RETURN (
    SELECT d.shown || jsonb_build_object(
      'vessel', v.id, 'name', v.name,
      'updated_at', CASE WHEN crew.sees_everything() THEN v.snapshot_updated_at ELSE v.shown_at END, 'toxicity_flag', v.toxicity_flag,
      'toxicity_evidence',
      CASE WHEN crew.sees_everything() THEN v.toxicity_evidence ELSE crew.shown_toxicity(v.toxicity_evidence) END,
      'action', a.action,
      'statement', CASE WHEN a.action IS NOT NULL THEN jsonb_build_object(
        'code', d.shown #> '{diagnosis,action}', 'parameters', jsonb_build_object('crew_type', a.crew_type, 'risk', a.risk),
        'language', a.language, 'text', a.action) END)
    FROM crew.vessel v
    CROSS JOIN LATERAL (SELECT crew.shown_snapshot(v.vessel_snapshot, v.leadership IS NULL) AS shown OFFSET 0) d
    CROSS JOIN LATERAL crew.action_for(d.shown #>> '{diagnosis,crew_type}', d.shown #>> '{diagnosis,risk}', dashboard.language) a
    WHERE v.id = vessel);
END
$$;
COMMENT ON FUNCTION crew.dashboard(uuid, text) IS
'A vessel''s dashboard from its snapshot: crew, harmony metrics, team fit, weather, diagnosis with the action in words, environment,
toxicity.

An employer sees it as crew.shown_snapshot has it. action is the text, statement the same with code, parameters and language: the one
asked for, English where there is none.';

CREATE OR REPLACE FUNCTION crew.fleet(organization uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_organization(organization);
  RETURN (SELECT CASE WHEN crew.sees_everything() THEN f.snapshot || jsonb_build_object('updated_at', f.snapshot_updated_at)
                      ELSE crew.whole(f.snapshot) || jsonb_build_object('updated_at', f.shown_at) END
          FROM crew.fleet_snapshot f WHERE f.organization_id = organization);
END
$$;
COMMENT ON FUNCTION crew.fleet(uuid) IS
'An employer''s dashboard from its fleet snapshot, for the employer in whole numbers; NULL before the first is built.';

-- Rows are known by what nobody can reckon back from: the transaction that wrote one and its place. What an employer is answered is known
-- not by its row, which is written anew whenever somebody aboard has answered, but by when what employers see of it changed.
CREATE OR REPLACE FUNCTION crew.dashboard_version(vessel uuid, language text DEFAULT 'en') RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_vessel(vessel);
  RETURN (
    SELECT concat_ws(' ', 'dashboard', v.id, left(language, 100), CASE WHEN crew.sees_everything() THEN concat('all', v.xmin, v.ctid)
                     ELSE concat(v.name, v.toxicity_flag, v.leadership IS NULL, v.shown_at - timestamptz 'epoch') END,
      (SELECT concat(s.xmin, s.ctid) FROM crew.setting s), (SELECT concat(d.xmin, d.ctid) FROM crew.disclosure d WHERE d.what = 'crew'),
      (SELECT string_agg(concat(w.xmin, w.ctid), ' ' ORDER BY w.ctid) FROM crew.recommended_action w), harmony.version())
    FROM crew.vessel v WHERE v.id = vessel);
END
$$;
COMMENT ON FUNCTION crew.dashboard_version(uuid, text) IS
'A text that changes whenever the answer of crew.dashboard(vessel, language) to whoever asks would: with the vessel''s row, for employers
with what they see of it, the cut-offs and the least crew that figures are shown by, and the texts of actions. Nothing else changes it, and
no figure is in it. Errors as crew.dashboard.';

CREATE OR REPLACE FUNCTION crew.fleet_version(organization uuid) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_organization(organization);
  RETURN (
    SELECT concat_ws(' ', 'fleet', f.organization_id, CASE WHEN crew.sees_everything() THEN concat('all', f.xmin, f.ctid)
                     ELSE concat(f.shown_at - timestamptz 'epoch') END, harmony.version())
    FROM crew.fleet_snapshot f WHERE f.organization_id = organization AND f.snapshot IS NOT NULL);
END
$$;
COMMENT ON FUNCTION crew.fleet_version(uuid) IS
'A text that changes whenever the answer of crew.fleet(organization) to whoever asks would; NULL before the first is built. Errors as
crew.fleet.';
