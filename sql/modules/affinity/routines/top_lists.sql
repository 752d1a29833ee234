-- Top lists: the same all day, ordered by what is shown, and nobody on too many of them.

CREATE OR REPLACE FUNCTION affinity.require_k(k integer) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF k BETWEEN 1 AND 50 IS NOT TRUE THEN
    RAISE EXCEPTION 'k is %', coalesce(k::text, 'null') USING ERRCODE = 'invalid_parameter_value', HINT = 'It is 1 to 50.';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_k(integer) IS 'Passes for 1 to 50, else an error 22023.';

CREATE OR REPLACE FUNCTION affinity.best_matches(person uuid, k integer) RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  today CONSTANT date := platform.today();
  -- However many are asked for: else whoever asks for lists of several lengths learns on how many somebody stands.
  most CONSTANT bigint := 10 * platform.setting('affinity_exposure')::bigint;
BEGIN
  RETURN ARRAY (
    WITH told AS MATERIALIZED (
      SELECT l.other_id FROM affinity.top_list l WHERE l.person_id = best_matches.person AND l.day = today
    ), fits AS MATERIALIZED (
      SELECT e.other_id FROM affinity.eligible(ARRAY[best_matches.person]) e
    )
    SELECT e.other_id
    FROM fits e
    JOIN affinity.pair p ON p.person_a = least(e.other_id, best_matches.person) AND p.person_b = greatest(e.other_id, best_matches.person)
    LEFT JOIN affinity.exposure x ON x.person_id = e.other_id AND x.day = today
    WHERE p.score IS NOT NULL AND (affinity.as_agreed(p)).score IS NOT NULL AND coalesce(x.lists, 0) < most
      AND e.other_id NOT IN (SELECT t.other_id FROM told t)
      AND NOT EXISTS (SELECT FROM affinity.answer w
                      WHERE w.person_id = best_matches.person AND w.other_id = e.other_id AND NOT w.is_willing)
    ORDER BY round(p.score) DESC, e.other_id
    LIMIT greatest(0, best_matches.k - (SELECT count(*) FROM told t JOIN fits f ON f.other_id = t.other_id)));
END
$$;
COMMENT ON FUNCTION affinity.best_matches(uuid, integer) IS
'Who is to be added to a person''s list of today so that it has k people, best first by the score as it is shown, equal ones by the smaller
id: whom it may be shown, is not told yet, has not said no to, and who is not on too many lists.';

CREATE OR REPLACE FUNCTION affinity.match_top(person uuid, k integer) RETURNS TABLE (other uuid, score integer, missing text[])
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  today CONSTANT date := platform.today();
  added uuid[];
BEGIN
  IF person IS DISTINCT FROM platform.active_account() AND NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'the list of person % is somebody else''s', person USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM platform.require_self(person), affinity.require_k(k);
  PERFORM affinity.share_consents(ARRAY[person]), affinity.require_consent(person, 'visual');
  INSERT INTO affinity.day AS d (day) VALUES (today) ON CONFLICT DO NOTHING;
  PERFORM FROM affinity.day d WHERE d.day = today FOR NO KEY UPDATE;
  added := affinity.best_matches(person, k);
  PERFORM affinity.share_consents(added);  -- who withdraws meanwhile is waited for, and left out
  WITH listed AS (
    INSERT INTO affinity.top_list (person_id, day, rank, other_id)
    SELECT match_top.person, today, u.n + coalesce((
        SELECT max(l.rank) FROM affinity.top_list l WHERE l.person_id = match_top.person AND l.day = today), 0), u.id
    FROM unnest(added) WITH ORDINALITY u (id, n)
    WHERE u.id IN (SELECT e.other_id FROM affinity.eligible(ARRAY[match_top.person], added) e) RETURNING other_id
  )
  INSERT INTO affinity.exposure AS x (person_id, day, lists) SELECT l.other_id, today, 1 FROM listed l ORDER BY l.other_id
  ON CONFLICT (person_id, day) DO UPDATE SET lists = x.lists + 1;
  RETURN QUERY
  SELECT l.other_id, round(p.score)::integer, p.missing
  FROM affinity.top_list l JOIN affinity.eligible(ARRAY[match_top.person]) e ON e.other_id = l.other_id
  JOIN affinity.pair p ON p.person_a = least(l.other_id, match_top.person) AND p.person_b = greatest(l.other_id, match_top.person)
  WHERE l.person_id = match_top.person AND l.day = today AND (affinity.as_agreed(p)).score IS NOT NULL ORDER BY l.rank LIMIT k;
END
$$;
COMMENT ON FUNCTION affinity.match_top(uuid, integer) IS
'The k people whom a person has the best chances with, best first, of the day''s list: those that it may be shown (affinity.eligible), by
the scores of the night in whole numbers, equal ones by the smaller id, without those it has said no to.

So that a few do not receive all, nobody stands in more than so many lists of a day (ten times platform.setting affinity_exposure, however
long these are): who asks first is served first. The list stays as it is all day (UTC), but for who may not be shown any more, and grows
when more are asked for. Until the end of the transaction none of those who are added withdraws, nor the person.
For the person and the owner, not for administrators (42501). Errors: 42501 no consent of kind visual; 22023 k is not 1 to 50.';

CREATE OR REPLACE FUNCTION affinity.match_top(k integer DEFAULT 10)
RETURNS TABLE (person uuid, score integer, missing text[], display_name text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.other, t.score, t.missing, affinity.display_name(t.other) FROM affinity.match_top(affinity.require_asker('visual'), k) t;
END
$$;
COMMENT ON FUNCTION affinity.match_top(integer) IS
'affinity.match_top of the account of this request, with the names that the others have chosen.';
