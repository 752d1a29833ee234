-- Limits: rows of platform.limit, and the one question that is asked of them.

CREATE OR REPLACE FUNCTION platform.require_limit(what text, amount bigint) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  allowed record;
BEGIN
  SELECT l.most, l.per INTO allowed FROM platform.limit l WHERE l.what = require_limit.what;
  IF amount <= allowed.most IS NOT FALSE OR platform.is_privileged() THEN
    RETURN;
  ELSIF allowed.per IS NULL THEN
    RAISE EXCEPTION 'too many %: %', replace(what, '_', ' '), amount
      USING ERRCODE = 'program_limit_exceeded', HINT = format('%s at most.', allowed.most);
  END IF;
  RAISE EXCEPTION 'too many % in a time', replace(what, '_', ' ')
    USING ERRCODE = 'PT429', HINT = format('%s at most in %s.', allowed.most, allowed.per);
END
$$;
COMMENT ON FUNCTION platform.require_limit(text, bigint) IS
'Passes for an amount that a request may ask for (platform.limit), for what has no limit, and for the owner''s own work.

The caller counts: the size of the call, or, when it has its turn (platform.take_turn), the rows since platform.limit_start(what) with the
one to come. Beyond: 54000 for one call
that is too big, PT429 for too much in a time.';

CREATE OR REPLACE FUNCTION platform.take_turn(what text, whom uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM platform.limit l WHERE l.what = take_turn.what) OR platform.is_privileged() THEN
    RETURN;
  END IF;
  INSERT INTO platform.limit_turn (what, whom)
  SELECT DISTINCT take_turn.what, w.id FROM unnest(whom) w (id) WHERE w.id IS NOT NULL ORDER BY w.id
  ON CONFLICT ON CONSTRAINT limit_turn_pkey DO UPDATE SET taken_at = now();
END
$$;
COMMENT ON FUNCTION platform.take_turn(text, uuid[]) IS
'To be called before something is counted for platform.require_limit, in a statement before the one that counts: whoever counts the same
limit for the same organisation, vessel or person waits until this transaction has ended, and then counts its rows too.

Nobody waits for others'' transactions. Nothing to do for the owner''s own work, and for what has no limit. A transaction with an older
snapshot (REPEATABLE READ) fails with 40001.';

CREATE OR REPLACE FUNCTION platform.limit_start(what text) RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT coalesce(now() - l.per, '-infinity') FROM platform.limit l WHERE l.what = limit_start.what);
COMMENT ON FUNCTION platform.limit_start(text) IS
'Since when the amount of a limit with a time is counted; -infinity without a time, NULL without a limit.';

CREATE OR REPLACE FUNCTION platform.count_today(what text, organization uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  counted bigint;
BEGIN
  IF platform.is_privileged() THEN
    RETURN;
  END IF;
  INSERT INTO platform.day_count AS c (organization_id, what, day, n) VALUES (organization, count_today.what, platform.today(), 1)
  ON CONFLICT ON CONSTRAINT day_count_pkey DO UPDATE SET n = c.n + 1 RETURNING c.n INTO counted;
  IF counted = 1 THEN
    DELETE FROM platform.day_count c WHERE c.organization_id = organization AND c.what = count_today.what AND c.day < platform.today();
  END IF;
  PERFORM platform.require_limit(count_today.what, counted);
END
$$;
COMMENT ON FUNCTION platform.count_today(text, uuid) IS
'Counts what an organisation does once more on this day (UTC), and passes while that is not too often (platform.limit of that name), else
PT429. A row a day, so that nothing counts what came before it. The owner''s own work is not counted.';
