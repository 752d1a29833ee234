-- From what a run says to what people work on.

CREATE OR REPLACE FUNCTION signals.change_of(old_type text, old_severity integer, new_type text, new_severity integer) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN old_type IS NULL THEN 'new_signal'
              WHEN new_severity > old_severity THEN 'regression'
              WHEN new_severity < old_severity THEN 'improvement'
              WHEN new_type <> old_type THEN 'regression' END;
COMMENT ON FUNCTION signals.change_of(text, integer, text, integer) IS
'What the feed calls a change: new_signal; regression where the severity rose, or the type changed and it did not fall; improvement where it
fell; NULL: no change.';

CREATE OR REPLACE FUNCTION signals.hydrate_batch(organization uuid, run_id text, rows signals.fct_signal[],
                                                 OUT created integer, OUT updated integer, OUT unchanged integer)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- An older run than the one that a signal stands for adds to its history and changes nothing else.
  WITH given AS (
    SELECT f.node_id, f.metric_id, f.facility_id, f.dimensions, f.signal_type, f.severity, md5(f.dimensions::text) AS hash
    FROM unnest(rows) f
  ), old AS (
    SELECT s.id, s.run_id, s.signal_type, s.severity, s.node_id, s.metric_id, s.facility_id, md5(s.dimensions::text) AS hash
    FROM given g JOIN signals.signal s ON s.organization_id = organization AND s.node_id = g.node_id AND s.metric_id = g.metric_id
      AND s.facility_id = g.facility_id AND md5(s.dimensions::text) = g.hash
  ), added AS (
    INSERT INTO signals.signal (organization_id, node_id, metric_id, facility_id, dimensions, run_id, first_run_id, signal_type, severity)
    SELECT organization, g.node_id, g.metric_id, g.facility_id, g.dimensions, hydrate_batch.run_id, hydrate_batch.run_id, g.signal_type,
           g.severity
    FROM given g WHERE NOT EXISTS (
      SELECT FROM old o WHERE (o.node_id, o.metric_id, o.facility_id, o.hash) = (g.node_id, g.metric_id, g.facility_id, g.hash))
    RETURNING id, signal_type, severity
  ), changed AS (
    UPDATE signals.signal s SET run_id = hydrate_batch.run_id, signal_type = g.signal_type, severity = g.severity
    FROM old o JOIN given g ON (o.node_id, o.metric_id, o.facility_id, o.hash) = (g.node_id, g.metric_id, g.facility_id, g.hash)
    WHERE s.id = o.id AND o.run_id <= hydrate_batch.run_id
      AND (o.run_id, o.signal_type, o.severity) IS DISTINCT FROM (hydrate_batch.run_id, g.signal_type, g.severity)
    RETURNING s.id, o.signal_type AS old_type, o.severity AS old_severity, s.signal_type, s.severity
  ), history AS (
    INSERT INTO signals.signal_history (organization_id, signal_id, run_id, signal_type, severity)
    SELECT organization, o.id, hydrate_batch.run_id, g.signal_type, g.severity
    FROM given g JOIN old o ON (o.node_id, o.metric_id, o.facility_id, o.hash) = (g.node_id, g.metric_id, g.facility_id, g.hash)
    UNION ALL SELECT organization, a.id, hydrate_batch.run_id, a.signal_type, a.severity FROM added a
    ON CONFLICT ON CONSTRAINT signal_history_pkey DO UPDATE SET signal_type = excluded.signal_type, severity = excluded.severity
      WHERE (signal_history.signal_type, signal_history.severity) IS DISTINCT FROM (excluded.signal_type, excluded.severity)
  ), told AS (
    INSERT INTO signals.activity_event (organization_id, kind, signal_id, details)
    SELECT organization, signals.change_of(e.old_type, e.old_severity, e.signal_type, e.severity), e.id,
           jsonb_strip_nulls(jsonb_build_object('run_id', hydrate_batch.run_id, 'from_type', e.old_type, 'from_severity', e.old_severity,
                                                'type', e.signal_type, 'severity', e.severity))
    FROM (SELECT c.id, c.old_type, c.old_severity, c.signal_type, c.severity FROM changed c
          UNION ALL SELECT a.id, NULL, NULL, a.signal_type, a.severity FROM added a) e
    WHERE signals.change_of(e.old_type, e.old_severity, e.signal_type, e.severity) IS NOT NULL
    ORDER BY e.severity DESC, e.id
  )
  SELECT (SELECT count(*) FROM added), (SELECT count(*) FROM changed), cardinality(rows) INTO created, updated, unchanged;
  unchanged := unchanged - created - updated;
END
$$;
COMMENT ON FUNCTION signals.hydrate_batch(uuid, text, signals.fct_signal[]) IS
'Takes over rows of a run: a signal each, its history, and an event where it is new, or its type or severity changed.';

CREATE OR REPLACE FUNCTION signals.take_back(organization uuid, run_id text) RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n integer;
BEGIN
  -- What the run said before it was restated, and says no more.
  DELETE FROM signals.signal_history h USING signals.signal s
  WHERE s.organization_id = organization AND h.signal_id = s.id AND h.run_id = take_back.run_id AND NOT EXISTS (
    SELECT FROM signals.fct_signal f
    WHERE f.organization_id = organization AND f.run_id = take_back.run_id AND f.node_id = s.node_id AND f.facility_id = s.facility_id
      AND f.metric_id = s.metric_id AND f.dimensions = s.dimensions);
  GET DIAGNOSTICS n = ROW_COUNT;
  IF n > 0 THEN
    UPDATE signals.signal s SET run_id = h.run_id, signal_type = h.signal_type, severity = h.severity
    FROM (SELECT DISTINCT ON (o.signal_id) o.signal_id, o.run_id, o.signal_type, o.severity FROM signals.signal_history o
          WHERE o.organization_id = organization ORDER BY o.signal_id, o.run_id DESC) h
    WHERE s.organization_id = organization AND s.run_id = take_back.run_id AND h.signal_id = s.id AND h.run_id <> s.run_id;
    DELETE FROM signals.signal s
    WHERE s.organization_id = organization AND s.run_id = take_back.run_id AND s.description IS NULL AND s.why_it_matters IS NULL
      AND NOT EXISTS (SELECT FROM signals.signal_history h WHERE h.signal_id = s.id)
      AND NOT EXISTS (SELECT FROM signals.assignment a WHERE a.signal_id = s.id);
  END IF;
  RETURN n;
END
$$;
COMMENT ON FUNCTION signals.take_back(uuid, text) IS
'Takes back what a run said of signals that it has no row of any more; returns how many. Such a signal is as the newest other run says;
that of no other run is gone, unless somebody has acted on it or written about it: then it stays as it was.';

CREATE OR REPLACE FUNCTION signals.hydrate(organization uuid, run_id text, OUT created integer, OUT updated integer, OUT unchanged integer,
                                           OUT skipped integer)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  batch signals.fct_signal[];
  one signals.fct_signal;
  done record;
BEGIN
  PERFORM platform.require_admin();
  PERFORM signals.lock_run(organization, run_id);
  PERFORM signals.require_published(organization, run_id);
  DELETE FROM signals.hydrate_reject r WHERE r.organization_id = organization AND r.run_id = hydrate.run_id;
  created := 0; updated := signals.take_back(organization, run_id); unchanged := 0; skipped := 0;
  FOR batch IN
    SELECT array_agg(f.row ORDER BY f.place)
    FROM (SELECT s AS row, row_number() OVER (ORDER BY s.node_id, s.facility_id, s.dimensions) AS place FROM signals.fct_signal s
          WHERE s.organization_id = organization AND s.run_id = hydrate.run_id) f
    GROUP BY (f.place - 1) / 1000 ORDER BY (f.place - 1) / 1000
  LOOP
    BEGIN
      done := signals.hydrate_batch(organization, run_id, batch);
      created := created + done.created; updated := updated + done.updated; unchanged := unchanged + done.unchanged;
    EXCEPTION WHEN data_exception OR not_null_violation OR check_violation OR foreign_key_violation OR raise_exception THEN
      -- One of them is bad: each by itself, so that it is the only one left out.
      FOREACH one IN ARRAY batch LOOP
        BEGIN
          done := signals.hydrate_batch(organization, run_id, ARRAY[one]);
          created := created + done.created; updated := updated + done.updated; unchanged := unchanged + done.unchanged;
        EXCEPTION WHEN data_exception OR not_null_violation OR check_violation OR foreign_key_violation OR raise_exception THEN
          skipped := skipped + 1;
          INSERT INTO signals.hydrate_reject (organization_id, run_id, record, reason)
          VALUES (organization, hydrate.run_id, to_jsonb(one), SQLERRM);
        END;
      END LOOP;
    END;
  END LOOP;
END
$$;
COMMENT ON FUNCTION signals.hydrate(uuid, text) IS
'Takes over what the marts hold of a run into the signals that people work on: {created, updated, unchanged, skipped}; of a run that was
loaded again, or refused, since it was published, that is what was published. Work on a signal, its words and
its number stay as they are. Doing it again changes nothing, nor does an older run change what a newer one has said. What a restated run
says no more is taken back (signals.take_back), and counts as updated. A row that cannot be taken over is kept in signals.hydrate_reject and
stops nothing.

For the owner''s own work and administrators (42501). Errors: PT404 no such run; 55000 it is not published.';
