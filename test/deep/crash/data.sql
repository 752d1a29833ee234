-- What the writers write: 60 people aboard for ten years, 400 who answer questionnaires, a campaign; and table ledger.
CREATE TABLE ledger (writer integer, number bigint, kind text NOT NULL, person_id uuid NOT NULL, key text NOT NULL,
  PRIMARY KEY (writer, number));
INSERT INTO platform.account (id, email, full_name)
  SELECT id('person' || n), 'person' || n || '@deep.example.org', 'Person ' || n FROM generate_series(1, 400) n;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on)
  SELECT id('person' || n), id('vessel' || 1 + n % 3), 'Deckhand', platform.today() - 3650 FROM generate_series(1, 60) n;

-- A random one of three changes, and its row in the ledger: one transaction.
CREATE FUNCTION write_one(writer integer, number bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  person uuid := id('person' || 1 + floor(random() * 400)::integer);
  kind text := CASE WHEN random() < .55 THEN 'pulse' WHEN random() < .9 THEN 'submission' ELSE 'decision' END;
  key text;
BEGIN
  IF kind = 'pulse' THEN
    person := id('person' || 1 + floor(random() * 60)::integer);
    key := platform.today() - 1 - floor(random() * 3600)::integer;
    INSERT INTO crew.pulse (person_id, vessel_id, given_at, score)
      SELECT a.person_id, a.vessel_id, key::date + time '12:00' AT TIME ZONE 'UTC', 1 + floor(random() * 5)
      FROM crew.assignment a WHERE a.person_id = person
      ON CONFLICT (person_id, day) DO UPDATE SET score = excluded.score;
  ELSIF kind = 'submission' THEN
    INSERT INTO assessment.submission (person_id, instrument_id, answers)
      SELECT person, i.id, ARRAY(SELECT (1 + floor(random() * 5))::smallint FROM generate_series(1, 10))
      FROM assessment.instrument i WHERE i.code = 'resilience-10' RETURNING id INTO key;
  ELSE
    person := gen_random_uuid();
    INSERT INTO platform.account (id, email, full_name) VALUES (person, person || '@deep.example.org', 'Candidate');
    INSERT INTO assessment.profile (person_id, psychometric_snapshot) VALUES (person, profile(60, 70, 65));
    INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (person, id('campaign1'));
    PERFORM crew.decide(id('campaign1'), person, 'rejected', 'a reason');
    key := id('campaign1');
  END IF;
  INSERT INTO public.ledger VALUES (writer, number, kind, person, key);
END $$;
