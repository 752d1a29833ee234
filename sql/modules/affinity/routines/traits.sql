-- Phase 2: who may see and answer the questionnaires, and what follows from the answers.

CREATE OR REPLACE FUNCTION affinity.trait_names() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{lust,gluttony,greed,sloth,wrath,envy,pride}'::text[];
COMMENT ON FUNCTION affinity.trait_names() IS 'The seven traits, in the order of every array of them.';

CREATE OR REPLACE FUNCTION affinity.refuse_open_instrument() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  open CONSTANT text := (
    SELECT min(i.code) FROM affinity.questionnaire q JOIN assessment.instrument i ON i.id = q.instrument_id WHERE NOT i.is_private);
  adaptive CONSTANT text := (
    SELECT min(i.code) FROM affinity.questionnaire q JOIN assessment.instrument i ON i.id = q.instrument_id
    WHERE i.target_se IS NOT NULL);
BEGIN
  IF adaptive IS NOT NULL THEN
    RAISE EXCEPTION 'instrument "%" is given adaptively', adaptive USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'Sessions show items and keep answers without asking for consent or phase.',
      HINT = 'A questionnaire of phase 2 has no target_se: make another version.';
  END IF;
  IF open IS NOT NULL THEN
    RAISE EXCEPTION 'instrument "%" is not private', open USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'Analysts would see what people have answered for phase 2.', HINT = 'Set is_private of assessment.instrument first.';
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION affinity.refuse_open_instrument() IS
'Refuses a questionnaire of phase 2 that is not private (55000): analysts would see its results (assessment.instrument.is_private); and one
that is given adaptively (22023): sessions (assessment.begin_test) ask for no consent.';

CREATE OR REPLACE FUNCTION affinity.closed_questionnaires() RETURNS integer[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.active_account();
BEGIN
  IF platform.is_privileged() OR platform.is_admin() OR affinity.has_consent(person, 'personality') AND affinity.is_complete(person, 1) THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY (SELECT q.instrument_id FROM affinity.questionnaire q);
END
$$;
COMMENT ON FUNCTION affinity.closed_questionnaires() IS
'The instruments whose items the account of this request is not shown: those of phase 2, without consent of kind personality or before phase
1 is complete. What a policy asks; never of the owner and administrators.';

CREATE OR REPLACE FUNCTION affinity.require_questionnaires_open(persons uuid[], instruments integer[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person uuid;
BEGIN
  FOR person IN
    SELECT u.person_id FROM unnest(persons, instruments) u (person_id, instrument_id)
    JOIN affinity.questionnaire q ON q.instrument_id = u.instrument_id ORDER BY 1
  LOOP
    PERFORM affinity.hold_consent(person, 'personality'), affinity.require_open(person, 2);
    IF NOT platform.is_privileged() THEN
      PERFORM affinity.count_turn(person, 'questionnaires_answered');
    END IF;
  END LOOP;
END
$$;
COMMENT ON FUNCTION affinity.require_questionnaires_open(uuid[], integer[]) IS
'Passes for submissions, persons and instruments pairwise, of which those to questionnaires of phase 2 are by people with consent of kind
personality (else 42501) who have completed phase 1 (else 55000). Those by a request are counted, and are not too many (platform.limit
questionnaires_answered, else PT429): who answers anew again and again finds out about others.';

CREATE OR REPLACE FUNCTION affinity.submissions_begun() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.require_questionnaires_open(array_agg(n.person_id), array_agg(n.instrument_id))
  FROM new_rows n WHERE n.instrument_id IN (SELECT q.instrument_id FROM affinity.questionnaire q) HAVING count(*) > 0;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION affinity.submissions_begun() IS
'Refuses answers to questionnaires of phase 2 that come without consent or too early (affinity.require_questionnaires_open).';

CREATE OR REPLACE FUNCTION affinity.take_traits(persons uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Of each trait the newest reliable score, or the newest where none is.
  WITH counted AS (
    SELECT DISTINCT ON (r.person_id, r.trait) r.person_id, r.trait, r.score
    FROM assessment.result r JOIN affinity.questionnaire q ON q.instrument_id = r.instrument_id
    WHERE r.person_id = ANY (persons) AND r.trait = ANY (affinity.trait_names())
    ORDER BY r.person_id, r.trait, r.reliable DESC, r.measured_at DESC, r.submission_id DESC
  ), found AS (
    SELECT u.person_id, ARRAY (
      SELECT c.score FROM unnest(affinity.trait_names()) WITH ORDINALITY n (trait, i)
      LEFT JOIN counted c ON c.person_id = u.person_id AND c.trait = n.trait ORDER BY n.i) AS scores
    FROM (SELECT DISTINCT c.person_id FROM counted c) u
  ), dropped AS (
    DELETE FROM affinity.trait_score t WHERE t.person_id = ANY (persons) AND t.person_id NOT IN (SELECT f.person_id FROM found f)
  )
  INSERT INTO affinity.trait_score AS t (person_id, scores) SELECT f.person_id, f.scores FROM found f
  ON CONFLICT (person_id) DO UPDATE SET scores = excluded.scores, measured_at = excluded.measured_at WHERE t.scores <> excluded.scores;
  PERFORM affinity.settle_phases(u.id) FROM (SELECT DISTINCT p.id FROM unnest(persons) p (id) ORDER BY 1) u;
END
$$;
COMMENT ON FUNCTION affinity.take_traits(uuid[]) IS
'Takes the traits of these persons from their results of questionnaires of phase 2 into affinity.trait_score: of each trait the newest
reliable score, or the newest where none is.';

CREATE OR REPLACE FUNCTION affinity.submissions_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.take_traits(array_agg(c.person_id))
  FROM changed_rows c WHERE c.instrument_id IN (SELECT q.instrument_id FROM affinity.questionnaire q)
    AND EXISTS (SELECT FROM platform.account a WHERE a.id = c.person_id) HAVING count(*) > 0;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION affinity.submissions_ended() IS 'Takes the traits of who answered a questionnaire of phase 2, once it is scored.';
