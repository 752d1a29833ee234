-- Who may be shown to whom: filters of both sides, distance, blocks.

CREATE OR REPLACE FUNCTION affinity.distance_km(latitude_a float8, longitude_a float8, latitude_b float8, longitude_b float8) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 12742.0176 * asin(least(1.0, sqrt(sind((latitude_b - latitude_a) / 2) ^ 2
    + cosd(latitude_a) * cosd(latitude_b) * sind((longitude_b - longitude_a) / 2) ^ 2)));
COMMENT ON FUNCTION affinity.distance_km(float8, float8, float8, float8) IS
'How far apart two places are, in km: the great circle on a sphere of the mean radius of the earth, 6371.0088 km, by the haversine formula.
Degrees; NULL where one is not known.';

CREATE OR REPLACE FUNCTION affinity.distance_step(km float8) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 10 * ceil(km / 10);
COMMENT ON FUNCTION affinity.distance_step(float8) IS
'A distance as filters see it, in km: up to the next 10. Whoever tries one limit after another learns no more than the step.';

CREATE OR REPLACE FUNCTION affinity.members(persons uuid[] DEFAULT NULL)
RETURNS TABLE (person_id uuid, age integer, gender text, seeks text[], age_from integer, age_to integer, latitude float8, longitude float8,
               most_km float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  SELECT a.id, extract(year FROM age(platform.today(), date_trunc('month', f.born_on)))::integer, f.gender, coalesce(f.seeks, '{}'),
         f.age_from, f.age_to, f.latitude, f.longitude, f.most_km
  FROM platform.account a LEFT JOIN affinity.filter f ON f.person_id = a.id
  WHERE a.is_active AND f.is_active IS NOT FALSE AND (members.persons IS NULL OR a.id = ANY (members.persons))
    AND EXISTS (SELECT FROM affinity.consent c WHERE c.person_id = a.id AND c.kind = 'visual' AND c.withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT FROM platform.erasure e WHERE e.account_id = a.id)
    AND EXISTS (SELECT FROM affinity.photo p WHERE p.person_id = a.id AND p.status = 'ready');
END;
COMMENT ON FUNCTION affinity.members(uuid[]) IS
'Who of these, or of everybody, takes part: an active account with a live consent of kind visual and a photo that is ready, of which no
erasure is pending; with age in years and filters. The age counts from the first day of the month of birth: whoever waits for somebody to be
a year older finds out the month.';

CREATE OR REPLACE FUNCTION affinity.fitting(persons uuid[], others uuid[] DEFAULT NULL) RETURNS TABLE (person_id uuid, other_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  WITH a AS MATERIALIZED (SELECT m.* FROM affinity.members(fitting.persons) m),
       b AS MATERIALIZED (SELECT m.* FROM affinity.members(fitting.others) m)
  SELECT a.person_id, b.person_id FROM a JOIN b ON a.person_id <> b.person_id
    AND (a.seeks = '{}' OR b.gender = ANY (a.seeks)) AND (b.seeks = '{}' OR a.gender = ANY (b.seeks))
    AND (a.age_from IS NULL OR b.age >= a.age_from) AND (a.age_to IS NULL OR b.age <= a.age_to)
    AND (b.age_from IS NULL OR a.age >= b.age_from) AND (b.age_to IS NULL OR a.age <= b.age_to)
    AND (a.most_km IS NULL AND b.most_km IS NULL
         OR affinity.distance_step(affinity.distance_km(a.latitude, a.longitude, b.latitude, b.longitude)) <= least(a.most_km, b.most_km));
END;
COMMENT ON FUNCTION affinity.fitting(uuid[], uuid[]) IS
'Who of the others, by default of everybody, fits to each of these persons, whoever blocks whom: both take part (affinity.members), each
fits the filters of the other, and they are near enough for both. What a filter asks for and is not known does not fit.';

CREATE OR REPLACE FUNCTION affinity.eligible(persons uuid[], others uuid[] DEFAULT NULL) RETURNS TABLE (person_id uuid, other_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  SELECT f.person_id, f.other_id FROM affinity.fitting(eligible.persons, eligible.others) f
  WHERE NOT EXISTS (SELECT FROM affinity.block k WHERE k.person_id = f.person_id AND k.blocked_id = f.other_id)
    AND NOT EXISTS (SELECT FROM affinity.block k WHERE k.person_id = f.other_id AND k.blocked_id = f.person_id);
END;
COMMENT ON FUNCTION affinity.eligible(uuid[], uuid[]) IS
'Who of the others, by default of everybody, may be shown to each of these persons: both fit to each other (affinity.fitting), and neither
has blocked the other.';

CREATE OR REPLACE FUNCTION affinity.is_eligible(person uuid, other uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM affinity.eligible(ARRAY[person], ARRAY[other]));
END
$$;
COMMENT ON FUNCTION affinity.is_eligible(uuid, uuid) IS 'affinity.eligible of one person and one other.';

CREATE OR REPLACE FUNCTION affinity.is_blocked(person uuid, other uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM affinity.block b
                 WHERE (b.person_id, b.blocked_id) = (person, other) OR (b.person_id, b.blocked_id) = (other, person));
END
$$;
COMMENT ON FUNCTION affinity.is_blocked(uuid, uuid) IS 'Whether one of two people has blocked the other.';

CREATE OR REPLACE FUNCTION affinity.refuse_person(person uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'person % is not shown to you', person USING ERRCODE = 'PT404';
END
$$;
COMMENT ON FUNCTION affinity.refuse_person(uuid) IS
'An error PT404, the same for whoever does not exist, was erased, does not take part any more, does not fit, or is blocked.';

CREATE OR REPLACE FUNCTION affinity.display_name(person uuid) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN coalesce((SELECT f.display_name FROM affinity.filter f WHERE f.person_id = person),
                  (SELECT split_part(btrim(a.full_name), ' ', 1) FROM platform.account a WHERE a.id = person));
END
$$;
COMMENT ON FUNCTION affinity.display_name(uuid) IS
'What others are told of a person''s name: what it has chosen (affinity.filter), else the first word of its name.';

CREATE OR REPLACE FUNCTION affinity.discover(most integer DEFAULT 20) RETURNS TABLE (person uuid, display_name text, photo uuid)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
BEGIN
  IF most BETWEEN 1 AND 50 IS NOT TRUE THEN
    RAISE EXCEPTION 'most is %', coalesce(most::text, 'null') USING ERRCODE = 'invalid_parameter_value', HINT = 'It is 1 to 50.';
  END IF;
  RETURN QUERY
  SELECT o.other_id, affinity.display_name(o.other_id), (
      SELECT p.document_id FROM affinity.photo p WHERE p.person_id = o.other_id AND p.status = 'ready' ORDER BY p.id DESC LIMIT 1)
  FROM (
    SELECT e.other_id FROM affinity.eligible(ARRAY[asker]) e
    WHERE NOT EXISTS (SELECT FROM affinity.answer w WHERE w.person_id = asker AND w.other_id = e.other_id)
    ORDER BY hashtextextended(asker::text || e.other_id::text, 0), e.other_id LIMIT most) o;
END
$$;
COMMENT ON FUNCTION affinity.discover(integer) IS
'People whom the account of this request may meet and has not said yes or no to yet, up to most of them, each with the newest photo, in an
order that is random and stays.

Errors: 42501 no consent of kind visual; 22023 most is not 1 to 50.';

CREATE OR REPLACE FUNCTION affinity.want_to_meet(person uuid, answer text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
  kept affinity.answer;
BEGIN
  -- Until the end of the transaction neither withdraws nor blocks: whoever does waits, and takes the answer along.
  PERFORM affinity.share_consents(ARRAY[asker, want_to_meet.person]), affinity.require_consent(asker, 'visual');
  IF answer IN ('yes', 'no') IS NOT TRUE THEN
    RAISE EXCEPTION 'the answer is "%"', left(coalesce(answer, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is yes or no.';
  ELSIF NOT affinity.is_eligible(asker, want_to_meet.person) AND (
    affinity.is_blocked(asker, want_to_meet.person) OR NOT affinity.takes_part(want_to_meet.person) OR NOT EXISTS (
      SELECT FROM affinity.answer w WHERE w.person_id = asker AND w.other_id = want_to_meet.person)) THEN
    PERFORM affinity.refuse_person(want_to_meet.person);
  END IF;
  PERFORM affinity.count_turn(asker, 'answers_to_people');
  INSERT INTO affinity.answer AS w (person_id, other_id, is_willing, model, scores)
  SELECT asker, want_to_meet.person, want_to_meet.answer = 'yes', s.model, s.scores FROM affinity.scores_of(asker, want_to_meet.person) s
  ON CONFLICT (person_id, other_id) DO UPDATE SET is_willing = excluded.is_willing, answered_at = excluded.answered_at,
    model = excluded.model, scores = excluded.scores
  RETURNING * INTO kept;
  PERFORM platform.set_status(201);
  RETURN jsonb_build_object('person', kept.other_id, 'answer', want_to_meet.answer, 'answered_at', kept.answered_at);
END
$$;
COMMENT ON FUNCTION affinity.want_to_meet(uuid, text) IS
'Whether the account of this request would meet somebody whom it may be shown: 201 {person, answer, answered_at}; again corrects it. Nobody
is told. With it is kept what the pair scored then (affinity.scores_of), by which the scores are validated.

Errors: 42501 no consent of kind visual; PT404 not shown to it; 22023 neither yes nor no; PT429 too many in a day.';

CREATE OR REPLACE FUNCTION affinity.block(person uuid, blocked boolean DEFAULT true) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := platform.current_account();
BEGIN
  PERFORM platform.require_self(asker);
  IF blocked IS NULL THEN
    RAISE EXCEPTION 'blocked must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF NOT blocked THEN
    DELETE FROM affinity.block b WHERE b.person_id = asker AND b.blocked_id = person;
    RETURN;
  ELSIF person IS NULL OR person = asker THEN
    PERFORM affinity.refuse_person(person);
  END IF;
  PERFORM FROM platform.account a WHERE a.id IN (asker, block.person) ORDER BY a.id FOR KEY SHARE;  -- first, as affinity.share_consents
  PERFORM FROM affinity.consent c  -- an answer that is on its way is waited for, and deleted
  WHERE c.person_id IN (asker, block.person) AND c.kind = 'visual' AND c.withdrawn_at IS NULL ORDER BY c.person_id FOR NO KEY UPDATE;
  INSERT INTO affinity.block (person_id, blocked_id) SELECT asker, a.id FROM platform.account a WHERE a.id = person
  ON CONFLICT DO NOTHING;
  PERFORM FROM affinity.answer w  -- in the order of affinity.hold_shared_rows
  WHERE (w.person_id, w.other_id) = (asker, person) OR (w.person_id, w.other_id) = (person, asker)
  ORDER BY w.person_id, w.other_id FOR UPDATE;
  DELETE FROM affinity.answer w
  WHERE (w.person_id, w.other_id) = (asker, person) OR (w.person_id, w.other_id) = (person, asker);
  PERFORM affinity.forget_reports(asker, person), affinity.forget_kept_answers(asker, person);
END
$$;
COMMENT ON FUNCTION affinity.block(uuid, boolean) IS
'The account of this request and somebody else see no more of each other, or, blocked being false, may again. What they said about meeting
each other is deleted, and so are reports on both.

The answer is the same for whoever has withdrawn, was erased or never was there; of who never was there is no row. Errors: 42501 nobody is
signed in; PT404 oneself; 22004.';

CREATE OR REPLACE FUNCTION affinity.shown_answers()
RETURNS TABLE (person uuid, display_name text, answer text, answered_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
BEGIN
  RETURN QUERY
  SELECT w.other_id, affinity.display_name(w.other_id), CASE WHEN w.is_willing THEN 'yes' ELSE 'no' END, w.answered_at
  FROM affinity.answer w
  WHERE w.person_id = asker AND affinity.takes_part(w.other_id) AND NOT affinity.is_blocked(asker, w.other_id)
  ORDER BY w.answered_at DESC, w.other_id;
END
$$;
COMMENT ON FUNCTION affinity.shown_answers() IS
'What the account of this request has said about meeting others, the newest first: of those whom affinity.want_to_meet lets it answer once
more, so that the list tells no more than a question. What view answers of schema api reads. 42501: no consent of kind visual.';

CREATE OR REPLACE FUNCTION affinity.shown_blocks() RETURNS TABLE (person uuid, display_name text, blocked_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('visual');
BEGIN
  RETURN QUERY
  SELECT b.blocked_id, affinity.display_name(b.blocked_id), b.blocked_at
  FROM affinity.fitting(ARRAY[asker], ARRAY (SELECT k.blocked_id FROM affinity.block k WHERE k.person_id = asker)) f
  JOIN affinity.block b ON b.person_id = asker AND b.blocked_id = f.other_id
  WHERE NOT EXISTS (SELECT FROM affinity.block o WHERE o.person_id = f.other_id AND o.blocked_id = asker)
  ORDER BY b.blocked_at DESC, b.blocked_id;
END
$$;
COMMENT ON FUNCTION affinity.shown_blocks() IS
'Whom the account of this request has blocked, the newest first: of these whom it would be shown if it took that back, so that the list
tells of nobody more than taking it back would. Blocks of others hold all the same. What view blocks of schema api reads. 42501: no
consent of kind visual.';

CREATE OR REPLACE FUNCTION affinity.shows_document(document uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := platform.active_account();
  photo CONSTANT affinity.photo := (SELECT p FROM affinity.photo p WHERE p.document_id = document AND p.status = 'ready');
BEGIN
  RETURN photo.id IS NOT NULL AND affinity.has_consent(asker, 'visual') AND CASE
    WHEN photo.person_id IS NULL THEN EXISTS (SELECT FROM affinity.calibration_photo c WHERE c.photo_id = photo.id)
    ELSE affinity.is_eligible(asker, photo.person_id) END;
END
$$;
COMMENT ON FUNCTION affinity.shows_document(uuid) IS
'Whether the account of this request is shown a photo: one that everybody rates, or of somebody whom it may meet, with consent of kind
visual. What platform.shown_by_modules asks.';

