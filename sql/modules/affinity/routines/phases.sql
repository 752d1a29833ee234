-- Phases in their order: k + 1 is neither shown nor asked before k is complete.

CREATE OR REPLACE FUNCTION affinity.active_model() RETURNS affinity.model
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT m FROM affinity.model m WHERE m.is_active);
END
$$;
COMMENT ON FUNCTION affinity.active_model() IS 'The constants in force (affinity.model).';

CREATE OR REPLACE FUNCTION affinity.is_complete(person uuid, phase integer) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (SELECT count(*) = is_complete.phase FROM affinity.phase_completion c
          WHERE c.person_id = person AND c.phase <= is_complete.phase);
END
$$;
COMMENT ON FUNCTION affinity.is_complete(uuid, integer) IS
'Whether a person has completed a phase and all before it; phase 0 always is.';

CREATE OR REPLACE FUNCTION affinity.require_open(person uuid, phase integer) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT affinity.is_complete(person, phase - 1) THEN
    RAISE EXCEPTION 'phase % is not open yet', phase USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'A phase opens once the one before is complete.';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_open(uuid, integer) IS
'Passes where the phases before this one are complete, else an error 55000.';

CREATE OR REPLACE FUNCTION affinity.require_asker(kind text, complete integer DEFAULT 0) RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.current_account();
BEGIN
  PERFORM platform.require_self(person), affinity.require_consent(person, kind), affinity.require_open(person, complete + 1);
  RETURN person;
END
$$;
COMMENT ON FUNCTION affinity.require_asker(text, integer) IS
'The account of this request, which is signed in, has a live consent of this kind (else 42501), and has completed the phases up to this
number (else 55000).';

CREATE OR REPLACE FUNCTION affinity.has_completed(person uuid, phase integer) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  model CONSTANT affinity.model := affinity.active_model();
BEGIN
  RETURN coalesce(CASE phase
    WHEN 1 THEN affinity.has_consent(person, 'visual')
      AND EXISTS (SELECT FROM affinity.photo p WHERE p.person_id = person AND p.status = 'ready')
      AND (SELECT count(*) FROM affinity.rating r WHERE r.person_id = person) >= model.least_ratings
    WHEN 2 THEN affinity.has_consent(person, 'personality')
      AND (SELECT cardinality(array_remove(t.scores, NULL)) FROM affinity.trait_score t WHERE t.person_id = person) >= model.least_traits
    WHEN 3 THEN affinity.has_consent(person, 'genetic')
      AND EXISTS (SELECT FROM affinity.hla_typing t WHERE t.person_id = person) END, false);
END
$$;
COMMENT ON FUNCTION affinity.has_completed(uuid, integer) IS
'Whether what is kept of a person makes a phase complete: 1 ten ratings and an own photo that is ready, 2 four traits, 3 a typing with a
locus that can be compared (numbers: affinity.model).';

CREATE OR REPLACE FUNCTION affinity.settle_phases(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- One transaction at a time: of two that each bring a half, the second sees both.
  PERFORM affinity.hold_person(person);
  DELETE FROM affinity.phase_completion c
  WHERE c.person_id = person AND EXISTS (
    SELECT FROM generate_series(1, c.phase) n (phase) WHERE NOT affinity.has_completed(person, n.phase));
  FOR phase IN 1..3 LOOP
    EXIT WHEN NOT affinity.has_completed(person, phase);
    INSERT INTO affinity.phase_completion (person_id, phase) VALUES (person, phase) ON CONFLICT DO NOTHING;
  END LOOP;
END
$$;
COMMENT ON FUNCTION affinity.settle_phases(uuid) IS
'Notes which phases of a person are complete by what is kept now, in their order: none after one that is not. The time of one that stays
so stays.';

CREATE OR REPLACE FUNCTION affinity.shown_phases() RETURNS TABLE (phase integer, status text, completed_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 3 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.active_account();
BEGIN
  RETURN QUERY
  SELECT n, CASE WHEN affinity.is_complete(person, n) THEN 'complete' WHEN affinity.is_complete(person, n - 1) THEN 'open'
                 ELSE 'locked' END,
         CASE WHEN affinity.is_complete(person, n) THEN c.completed_at END
  FROM generate_series(1, 3) n LEFT JOIN affinity.phase_completion c ON c.person_id = person AND c.phase = n
  WHERE person IS NOT NULL ORDER BY n;
END
$$;
COMMENT ON FUNCTION affinity.shown_phases() IS
'The three phases of the account of this request: complete, open, or locked by one before it.';
