-- What somebody is shown of a pair: whole numbers and a band, as the night has left them. Never the other's direction, rating, trait or
-- face.

CREATE OR REPLACE FUNCTION affinity.as_agreed(pair affinity.pair) RETURNS affinity.pair
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  agreed CONSTANT text[] := ARRAY (
    SELECT c.kind FROM affinity.consent c JOIN affinity.consent_kind k ON k.kind = c.kind
    JOIN affinity.phase_completion f ON f.person_id = c.person_id AND f.phase = k.phase
    WHERE c.person_id IN (pair.person_a, pair.person_b) AND c.withdrawn_at IS NULL GROUP BY c.kind HAVING count(*) = 2);
  shown affinity.pair := pair;
BEGIN
  IF 'visual' <> ALL (agreed) THEN
    shown.visual_ab := NULL; shown.visual_ab_low := NULL; shown.visual_ab_high := NULL;
    shown.visual_ba := NULL; shown.visual_ba_low := NULL; shown.visual_ba_high := NULL;
    shown.missing := affinity.with_missing(shown.missing, 'visual');
  END IF;
  IF 'personality' <> ALL (agreed) THEN
    shown.personality := NULL;
    shown.missing := affinity.with_missing(shown.missing, 'personality');
  END IF;
  IF 'genetic' <> ALL (agreed) THEN
    shown.biological := NULL; shown.loci := NULL;
    shown.missing := affinity.with_missing(shown.missing, 'biological');
  END IF;
  IF cardinality(shown.missing) > cardinality(pair.missing) THEN  -- the score is made of what may not be shown
    shown.a_to_b := NULL; shown.b_to_a := NULL; shown.score := NULL;
  END IF;
  RETURN shown;
END
$$;
COMMENT ON FUNCTION affinity.as_agreed(affinity.pair) IS
'A pair with the figures of those kinds alone that both agree to now, and whose phase both have completed, as they have not once an own
photo is deleted; without the scores where they are made of another.';

CREATE OR REPLACE FUNCTION affinity.takes_part(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM platform.account a WHERE a.id = person AND a.is_active) AND affinity.has_consent(person, 'visual')
    AND NOT EXISTS (SELECT FROM platform.erasure e WHERE e.account_id = person);
END
$$;
COMMENT ON FUNCTION affinity.takes_part(uuid) IS
'Whether others may be told anything of a person: an active account that agrees to kind visual, and of which no erasure is pending.';

CREATE OR REPLACE FUNCTION affinity.scores_of(person uuid, other uuid, OUT model text, OUT scores float8[])
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  kept CONSTANT affinity.pair := (
    SELECT affinity.as_agreed(p) FROM affinity.pair p WHERE p.person_a = least(person, other) AND p.person_b = greatest(person, other));
BEGIN
  model := kept.model;
  IF model IS NOT NULL THEN
    scores := ARRAY[CASE WHEN kept.person_a = person THEN kept.visual_ab ELSE kept.visual_ba END, kept.personality, kept.biological];
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.scores_of(uuid, uuid) IS
'What is kept with an answer of a person about another, of the pair as it is now: visual in that direction, personality and biological, of
what both agree to, and the model; both NULL without a pair.';

CREATE OR REPLACE FUNCTION affinity.pairs_of(person uuid, single uuid DEFAULT NULL) RETURNS SETOF affinity.pair
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.* FROM (
    SELECT a FROM affinity.pair a WHERE a.person_a = person AND (single IS NULL OR a.person_b = single)
    UNION ALL SELECT b FROM affinity.pair b WHERE b.person_b = person AND (single IS NULL OR b.person_a = single)) u (pair)
  CROSS JOIN LATERAL affinity.as_agreed(u.pair) s
  CROSS JOIN LATERAL affinity.other_of(u.pair, person) o (id)
  WHERE affinity.takes_part(o.id) AND NOT affinity.is_blocked(person, o.id);
END
$$;
COMMENT ON FUNCTION affinity.pairs_of(uuid, uuid) IS
'The pairs that a person is shown, or the one with this other, as affinity.as_agreed: with who takes part (affinity.takes_part), where
neither has blocked the other.';

CREATE OR REPLACE FUNCTION affinity.other_of(pair affinity.pair, person uuid) RETURNS uuid
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN CASE WHEN pair.person_a = person THEN pair.person_b ELSE pair.person_a END;
END
$$;
COMMENT ON FUNCTION affinity.other_of(affinity.pair, uuid) IS 'Who of a pair is not this person.';

CREATE OR REPLACE FUNCTION affinity.shown_pair(person uuid, other uuid) RETURNS affinity.pair
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  shown affinity.pair;
BEGIN
  SELECT p.* INTO shown FROM affinity.pair p
  WHERE p.person_a = least(person, other) AND p.person_b = greatest(person, other)
    AND affinity.takes_part(other) AND NOT affinity.is_blocked(person, other);
  IF NOT FOUND THEN
    PERFORM affinity.refuse_person(other);
  END IF;
  RETURN affinity.as_agreed(shown);
END
$$;
COMMENT ON FUNCTION affinity.shown_pair(uuid, uuid) IS
'The pair of a person and another, as affinity.as_agreed, if the person is shown it, else an error PT404, the same for every reason.';

CREATE OR REPLACE FUNCTION affinity.shown_matches(other uuid DEFAULT NULL)
RETURNS TABLE (id bigint, person uuid, score integer, personality integer, biological text, missing text[], model text,
               computed_at timestamptz, display_name text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
  shows_2 CONSTANT boolean := affinity.has_consent(asker, 'personality') AND affinity.is_complete(asker, 2);
  shows_3 CONSTANT boolean := affinity.has_consent(asker, 'genetic') AND affinity.is_complete(asker, 3);
BEGIN
  RETURN QUERY
  SELECT p.id, affinity.other_of(p, asker), round(p.score)::integer, CASE WHEN shows_2 THEN round(p.personality)::integer END,
         CASE WHEN shows_3 THEN affinity.band(p.biological, p.model) END, p.missing, p.model, p.computed_at,
         affinity.display_name(affinity.other_of(p, asker))
  FROM affinity.pairs_of(asker, other) p;
END
$$;
COMMENT ON FUNCTION affinity.shown_matches(uuid) IS
'The pairs of the account of this request, or the one with this other, as it is shown them: the score and that of personality in whole
numbers, the biological one as low, middle or high, of phases that it has completed itself; and the name that the other has chosen, which a
report on the pair tells too. What view matches of schema api reads.
42501: no consent of kind visual.';

CREATE OR REPLACE FUNCTION affinity.match(person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  shown CONSTANT affinity.pair := affinity.shown_pair(affinity.require_asker('visual'), person);
BEGIN
  RETURN (SELECT to_jsonb(m) FROM affinity.shown_matches(person) m WHERE m.id = shown.id);
END
$$;
COMMENT ON FUNCTION affinity.match(uuid) IS
'The row of affinity.shown_matches of somebody, as a document. Errors: 42501 no consent of kind visual; PT404 none.';

CREATE OR REPLACE FUNCTION affinity.require_complete(person uuid, phase integer) RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT affinity.is_complete(person, phase) THEN
    RAISE EXCEPTION 'phase % is not complete', phase USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'What it tells of others is shown to who has completed it.';
  END IF;
  RETURN person;
END
$$;
COMMENT ON FUNCTION affinity.require_complete(uuid, integer) IS
'The person, who has completed a phase and those before it, else an error 55000.';

CREATE OR REPLACE FUNCTION affinity.visual_score(person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := affinity.require_complete(affinity.require_asker('visual'), 1);
  shown CONSTANT affinity.pair := affinity.shown_pair(asker, person);
  is_a CONSTANT boolean := shown.person_a = asker;
BEGIN
  RETURN jsonb_build_object('score', round(CASE WHEN is_a THEN shown.visual_ab ELSE shown.visual_ba END)::integer,
    'low', round(CASE WHEN is_a THEN shown.visual_ab_low ELSE shown.visual_ba_low END)::integer,
    'high', round(CASE WHEN is_a THEN shown.visual_ab_high ELSE shown.visual_ba_high END)::integer);
END
$$;
COMMENT ON FUNCTION affinity.visual_score(uuid) IS
'How much the account of this request will like the photos of somebody of its matches, by its own taste, as it was scored in the night:
{score, low, high}, whole numbers from 0 to 100 with their 95 % limits; null where it was not.

Errors: 42501 no consent of kind visual; 55000 phase 1 is not complete; PT404 not one of its matches.';
