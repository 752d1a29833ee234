-- What goes when a consent ends. Of each kind a function of its own.

-- Rows of two people are locked by this alone, of all kinds whichever ends: lists, answers, pairs, each in their one order. So of many who
-- withdraw or are erased at once none waits in a circle, nor who withdraws several kinds in a transaction. Accounts of the others come
-- first, as everywhere: a row that one transaction changes twice has its foreign keys checked.
CREATE OR REPLACE FUNCTION affinity.hold_shared_rows(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM platform.account a WHERE a.id IN (
    SELECT p.person_b FROM affinity.pair p WHERE p.person_a = person
    UNION ALL SELECT p.person_a FROM affinity.pair p WHERE p.person_b = person
    UNION ALL SELECT w.other_id FROM affinity.answer w WHERE w.person_id = person
    UNION ALL SELECT w.person_id FROM affinity.answer w WHERE w.other_id = person) ORDER BY a.id FOR KEY SHARE;
  PERFORM FROM affinity.top_list l WHERE l.person_id = person OR l.other_id = person ORDER BY l.person_id, l.day, l.rank FOR UPDATE;
  PERFORM FROM affinity.answer w WHERE w.person_id = person OR w.other_id = person ORDER BY w.person_id, w.other_id FOR UPDATE;
  PERFORM FROM affinity.pair p WHERE p.person_a = person OR p.person_b = person ORDER BY p.person_a, p.person_b FOR UPDATE;
END
$$;
COMMENT ON FUNCTION affinity.hold_shared_rows(uuid) IS
'Locks all that is kept of a person and somebody else: top lists that it has or stands on, answers about meeting, pairs.';

CREATE OR REPLACE FUNCTION affinity.forget_answered(person uuid, phase integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE affinity.answer w SET scores[phase] = NULL
  WHERE (w.person_id = person OR w.other_id = person) AND w.scores[phase] IS NOT NULL;
END
$$;
COMMENT ON FUNCTION affinity.forget_answered(uuid, integer) IS
'Of answers that a person has given, and of those about it, the score of a phase is known no more.';

CREATE OR REPLACE FUNCTION affinity.forget_visual(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.end_document(d.id, CASE WHEN d.status IN ('planned', 'uploading') THEN 'aborted' ELSE 'deleted' END)
  FROM platform.document d
  WHERE d.owner_id = person AND d.kind = 'photo' AND d.status NOT IN ('aborted', 'deleted') AND NOT d.legal_hold;
  DELETE FROM affinity.photo p WHERE p.person_id = person;
  DELETE FROM affinity.rating r WHERE r.person_id = person;
  DELETE FROM affinity.taste t WHERE t.person_id = person;
  DELETE FROM affinity.top_list l WHERE l.person_id = person OR l.other_id = person;
  DELETE FROM affinity.exposure x WHERE x.person_id = person;
  DELETE FROM affinity.filter f WHERE f.person_id = person;
  DELETE FROM affinity.answer w WHERE w.person_id = person OR w.other_id = person;
  UPDATE affinity.pair p SET visual_ab = NULL, visual_ab_low = NULL, visual_ab_high = NULL, visual_ba = NULL, visual_ba_low = NULL,
    visual_ba_high = NULL, a_to_b = NULL, b_to_a = NULL, score = NULL, missing = affinity.with_missing(p.missing, 'visual')
  WHERE p.person_a = person OR p.person_b = person;
END
$$;
COMMENT ON FUNCTION affinity.forget_visual(uuid) IS
'Deletes a person''s photos with their bytes and embeddings, ratings, taste and filters, what it said about meeting others and others about
it, top lists that it stands on or has, and the visual scores of all pairs with it.';

CREATE OR REPLACE FUNCTION affinity.forget_personality(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM assessment.submission s
  WHERE s.person_id = person AND s.instrument_id IN (SELECT q.instrument_id FROM affinity.questionnaire q);
  DELETE FROM affinity.trait_score t WHERE t.person_id = person;
  PERFORM affinity.forget_answered(person, 2);
  UPDATE affinity.pair p SET personality = NULL, a_to_b = NULL, b_to_a = NULL, score = NULL,
    missing = affinity.with_missing(p.missing, 'personality')
  WHERE p.person_a = person OR p.person_b = person;
END
$$;
COMMENT ON FUNCTION affinity.forget_personality(uuid) IS
'Deletes a person''s answers to questionnaires of phase 2 with their results, and the personality scores of all pairs with it and of answers
about meeting.';

CREATE OR REPLACE FUNCTION affinity.forget_genetic(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM affinity.hla_typing t WHERE t.person_id = person;
  PERFORM affinity.forget_answered(person, 3);
  UPDATE affinity.pair p SET biological = NULL, loci = NULL, a_to_b = NULL, b_to_a = NULL, score = NULL,
    missing = affinity.with_missing(p.missing, 'biological')
  WHERE p.person_a = person OR p.person_b = person;
END
$$;
COMMENT ON FUNCTION affinity.forget_genetic(uuid) IS
'Deletes a person''s HLA typing, and the biological scores of all pairs with it and of answers about meeting.';

CREATE OR REPLACE FUNCTION affinity.with_missing(missing text[], phase text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN phase = ANY (missing) THEN missing ELSE missing || phase END;
COMMENT ON FUNCTION affinity.with_missing(text[], text) IS 'A list of missing phases with this one in it.';

CREATE OR REPLACE FUNCTION affinity.forget_reports(person uuid, other uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  pages bigint[];
BEGIN
  -- In one order, and pages before documents: harmonyd holds the page while it makes one of it (platform.report_made).
  pages := ARRAY (
    SELECT r.job_id FROM platform.report_page r LEFT JOIN platform.job j ON j.id = r.job_id
    WHERE r.kind = 'match' AND (r.person_id = person AND (other IS NULL OR j.owner_id = other)
                                OR j.owner_id = person AND (other IS NULL OR r.person_id = other)) ORDER BY r.job_id FOR UPDATE OF r);
  DELETE FROM platform.report_page r WHERE r.job_id = ANY (pages);
  PERFORM platform.end_document(o.id, 'deleted') FROM (
    SELECT d.id FROM platform.document d
    WHERE (d.owner_id = person AND (other IS NULL OR d.subject_id = other)
           OR d.subject_id = person AND (other IS NULL OR d.owner_id = other))
      AND d.kind = 'report' AND d.file_name LIKE 'match-%' AND d.status = 'ready' AND NOT d.legal_hold ORDER BY d.id FOR NO KEY UPDATE) o;
END
$$;
COMMENT ON FUNCTION affinity.forget_reports(uuid, uuid) IS
'Deletes the reports on pairs with a person, or on the one with this other, those that are made and those that wait to be.';

CREATE OR REPLACE FUNCTION affinity.forget_kept_answers(person uuid, other uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  persons CONSTANT uuid[] := ARRAY (
    SELECT person UNION SELECT other WHERE other IS NOT NULL
    UNION SELECT p.person_b FROM affinity.pair p WHERE p.person_a = person AND other IS NULL
    UNION SELECT p.person_a FROM affinity.pair p WHERE p.person_b = person AND other IS NULL);
BEGIN
  PERFORM FROM platform.idempotency_key k WHERE k.account_id = ANY (persons) ORDER BY k.account_id, k.routine, k.key FOR UPDATE;
  DELETE FROM platform.idempotency_key k
  WHERE k.account_id = ANY (persons) AND (
    k.routine = 'make_report'
    OR k.routine IN (SELECT substr(r.object, 5) FROM affinity.api_rights() r WHERE r.privilege = 'EXECUTE')
    OR k.routine = 'submit' AND k.account_id = person AND NOT EXISTS (
      SELECT FROM assessment.submission s WHERE s.person_id = person AND s.id::text = k.answer ->> 'submission'));
END
$$;
COMMENT ON FUNCTION affinity.forget_kept_answers(uuid, uuid) IS
'Of what is kept of requests with an Idempotency-Key (platform.idempotency_key) deletes a person''s answers of submit whose submission is
gone, and what a site has made functions of this module answer again, of the person and of whom it is paired with, or of it and this other:
they tell what pairs score.';

CREATE OR REPLACE FUNCTION affinity.forget(person uuid, kind text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF kind IN ('visual', 'personality', 'genetic') THEN
    PERFORM affinity.hold_shared_rows(person);
  END IF;
  CASE kind
    WHEN 'visual' THEN PERFORM affinity.forget_visual(person);
    WHEN 'personality' THEN PERFORM affinity.forget_personality(person);
    WHEN 'genetic' THEN PERFORM affinity.forget_genetic(person);
    ELSE
      DELETE FROM affinity.declared_group g WHERE g.person_id = person;
      RETURN;
  END CASE;
  PERFORM affinity.forget_reports(person), affinity.forget_kept_answers(person);
  IF EXISTS (SELECT FROM platform.account a WHERE a.id = person) THEN
    PERFORM affinity.settle_phases(person);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.forget(uuid, text) IS
'Deletes what a kind of consent was for: photos, embeddings and ratings; answers about traits; the sealed typing. In all pairs the scores of
that phase, and those that it was part of, become NULL until the next night. Reports on them go, and kept answers of requests. Of kind
research the declared groups; what is published of it names nobody.';

-- A foreign key would lock what is of two people as it lies there, and who withdraws at the same moment in the module's order.
CREATE OR REPLACE FUNCTION affinity.account_ends() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.hold_consents(OLD.id), affinity.hold_shared_rows(OLD.id);
  PERFORM affinity.forget_reports(OLD.id), affinity.forget_kept_answers(OLD.id);
  DELETE FROM affinity.top_list l WHERE l.person_id = OLD.id OR l.other_id = OLD.id;
  DELETE FROM affinity.answer w WHERE w.person_id = OLD.id OR w.other_id = OLD.id;
  DELETE FROM affinity.pair p WHERE p.person_a = OLD.id OR p.person_b = OLD.id;
  RETURN OLD;
END
$$;
COMMENT ON FUNCTION affinity.account_ends() IS
'Deletes what goes with an account and is of somebody else, too, in the order in which whoever withdraws locks it, and reports and kept
answers while it can still be told whose they are.';
