-- The feed: what happened to signals, the newest first, and what of it somebody has not seen.

CREATE OR REPLACE FUNCTION signals.tell_of_activity() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.tell('signal.changed', 'organization', array_agg(n.organization_id), array_agg(n.signal_id::text)) FROM new_rows n;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION signals.tell_of_activity() IS 'Tells an organisation that the feed has something new of a signal (signal.changed).';

CREATE OR REPLACE FUNCTION signals.is_unread(event signals.activity_event, mark signals.feed_mark, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Work lasts an hour at most (platform.job_kind); older numbers of transactions may be another server's, where this one was restored.
  RETURN event.actor_id IS DISTINCT FROM reader AND (
    mark IS NULL OR event.id > mark.read_up_to
    OR event.created_at > mark.read_at - interval '1 hour' AND event.written_in <> mark.read_in
       AND NOT pg_visible_in_snapshot(event.written_in, mark.seen));
END
$$;
COMMENT ON FUNCTION signals.is_unread(signals.activity_event, signals.feed_mark, uuid) IS
'Whether an event is news to an account: somebody else''s, and beyond the account''s mark, or not yet to be seen when that was set.';

CREATE OR REPLACE FUNCTION signals.feed(most integer DEFAULT 20, before_at timestamptz DEFAULT NULL, before_id bigint DEFAULT NULL)
RETURNS TABLE (id bigint, created_at timestamptz, kind text, signal bigint, actor uuid, details jsonb, unread boolean,
               organization uuid, facility text, metric text, actor_name text, assignee_name text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  reader CONSTANT uuid := platform.current_account();
  organizations CONSTANT uuid[] := platform.require_organizations();
BEGIN
  PERFORM signals.require_count('most', most, 100);
  IF (before_at IS NULL) <> (before_id IS NULL) THEN
    RAISE EXCEPTION 'before_at and before_id go together' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Of each organisation the newest, which its index has in order; of these the newest.
  RETURN QUERY
  SELECT e.id, e.created_at, e.kind, e.signal_id, e.actor_id, e.details, signals.is_unread(e.event, m, reader),
         o.id, coalesce(f.name, s.facility_id), coalesce(d.name, s.metric_id), a.full_name, w.full_name
  FROM unnest(organizations) o (id)
  CROSS JOIN LATERAL (
    SELECT v.id, v.created_at, v.kind, v.signal_id, v.actor_id, v.details, v AS event FROM signals.activity_event v
    WHERE v.organization_id = o.id AND (v.created_at, v.id) < (coalesce(before_at, 'infinity'), coalesce(before_id, 0))
    ORDER BY v.created_at DESC, v.id DESC LIMIT most) e
  LEFT JOIN signals.feed_mark m ON m.organization_id = o.id AND m.account_id = reader
  JOIN signals.signal s ON s.id = e.signal_id
  LEFT JOIN signals.dim_facility f ON f.organization_id = o.id AND f.facility_id = s.facility_id
    AND f.valid_from <= s.run_id AND (f.valid_to IS NULL OR f.valid_to > s.run_id)
  LEFT JOIN signals.dim_metric d ON d.organization_id = o.id AND d.metric_id = s.metric_id
    AND d.valid_from <= s.run_id AND (d.valid_to IS NULL OR d.valid_to > s.run_id)
  LEFT JOIN platform.account a ON a.id = e.actor_id
  LEFT JOIN platform.account w ON e.kind = 'assigned' AND w.id::text = e.details ->> 'assignee'
  ORDER BY e.created_at DESC, e.id DESC LIMIT most;
END
$$;
COMMENT ON FUNCTION signals.feed(integer, timestamptz, bigint) IS
'What happened to the signals of one''s organisations, the newest first: kind new_signal, regression, improvement (of a run), assigned,
status, reopened, snoozed, comment (of people); unread: by whoever asks, never one''s own acts; organization, facility and metric of the
signal; actor_name: whose act it was, assignee_name: who was given the signal. The next page: before_at and before_id are
created_at and id of the last row.

Each sees the own organisations'', administrators and the owner''s own work all. Error 22023: most not from 1 to 100, half a key.';

CREATE OR REPLACE FUNCTION signals.feed_unread() RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  reader CONSTANT uuid := platform.current_account();
BEGIN
  RETURN (
    SELECT count(*) FROM unnest(platform.require_organizations()) o (id)
    LEFT JOIN signals.feed_mark m ON m.organization_id = o.id AND m.account_id = reader
    CROSS JOIN LATERAL (
      SELECT e FROM signals.activity_event e WHERE e.organization_id = o.id AND e.id > coalesce(m.read_up_to, 0)
      UNION ALL
      SELECT e FROM signals.activity_event e
      WHERE e.organization_id = o.id AND e.id <= m.read_up_to AND e.created_at > m.read_at - interval '1 hour') v (event)
    WHERE signals.is_unread(v.event, m, reader));
END
$$;
COMMENT ON FUNCTION signals.feed_unread() IS 'How many events of the feed one has not read (signals.feed, unread).';

CREATE OR REPLACE FUNCTION signals.mark_read(up_to bigint DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  reader CONSTANT uuid := platform.active_account();
BEGIN
  IF reader IS NULL THEN
    RAISE EXCEPTION 'log in first' USING ERRCODE = 'insufficient_privilege';
  ELSIF up_to < 0 THEN
    RAISE EXCEPTION 'up_to must not be negative' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- Not beyond what there is: what comes is unread, whatever was named. A mark does not go back.
  INSERT INTO signals.feed_mark AS m (account_id, organization_id, read_up_to)
  SELECT reader, o.id, least(up_to, n.newest) FROM unnest(platform.require_organizations()) o (id)
  CROSS JOIN LATERAL (SELECT max(e.id) AS newest FROM signals.activity_event e WHERE e.organization_id = o.id) n
  WHERE n.newest IS NOT NULL ORDER BY o.id
  ON CONFLICT (account_id, organization_id) DO UPDATE
  SET read_up_to = excluded.read_up_to, read_at = excluded.read_at, read_in = excluded.read_in, seen = excluded.seen
  WHERE m.read_up_to <= excluded.read_up_to;
END
$$;
COMMENT ON FUNCTION signals.mark_read(bigint) IS
'Marks the feed of one''s organisations as read, up to this event; NULL: all that there is now. Earlier marks are not taken back.

Errors: 42501 nobody is signed in; 22023 a negative number.';
