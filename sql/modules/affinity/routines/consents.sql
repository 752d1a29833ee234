-- Consent: what is asked before anything else, and what is left when it ends.

CREATE OR REPLACE FUNCTION affinity.has_consent(person uuid, kind text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM affinity.consent c WHERE c.person_id = person AND c.kind = has_consent.kind AND c.withdrawn_at IS NULL);
END
$$;
COMMENT ON FUNCTION affinity.has_consent(uuid, text) IS 'Whether a person''s consent of this kind is live.';

CREATE OR REPLACE FUNCTION affinity.agrees(kind text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM affinity.consent c
    WHERE c.person_id = platform.active_account() AND c.kind = agrees.kind AND c.withdrawn_at IS NULL);
END
$$;
COMMENT ON FUNCTION affinity.agrees(text) IS
'Whether the account of this request has a live consent of this kind; what policies ask.';

CREATE OR REPLACE FUNCTION affinity.refuse_without_consent(kind text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'there is no consent of kind "%"', kind USING ERRCODE = 'insufficient_privilege',
    HINT = format('It is given by consent(''%s'', true).', kind);
END
$$;
COMMENT ON FUNCTION affinity.refuse_without_consent(text) IS 'An error 42501 that names the kind of consent that is missing.';

CREATE OR REPLACE FUNCTION affinity.require_consent(person uuid, kind text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT affinity.has_consent(person, kind) THEN
    PERFORM affinity.refuse_without_consent(kind);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_consent(uuid, text) IS
'Passes where a person''s consent of this kind is live, else an error 42501 that names the kind.';

-- Locks are taken in one order: of accounts, by id; of consents, by person and kind; then of all else. Who writes for a person holds its
-- account so that there is one at a time, and shares the consents, as the night does, which holds nobody up.
CREATE OR REPLACE FUNCTION affinity.hold_person(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM platform.account a WHERE a.id = person FOR NO KEY UPDATE;
END
$$;
COMMENT ON FUNCTION affinity.hold_person(uuid) IS
'One transaction at a time writes what is kept of a person: others wait here, before they hold anything else.';

CREATE OR REPLACE FUNCTION affinity.hold_consents(person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.hold_person(person);
  PERFORM FROM affinity.consent c WHERE c.person_id = person AND c.withdrawn_at IS NULL ORDER BY c.kind FOR NO KEY UPDATE;
END
$$;
COMMENT ON FUNCTION affinity.hold_consents(uuid) IS
'affinity.hold_person, and all its live consents, in the order of their kinds: for who changes one and maybe another after it.';

CREATE OR REPLACE FUNCTION affinity.share_consents(persons uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM platform.account a WHERE a.id = ANY (persons) ORDER BY a.id FOR KEY SHARE;
  PERFORM FROM affinity.consent c WHERE c.person_id = ANY (persons) AND c.withdrawn_at IS NULL ORDER BY c.person_id, c.kind FOR SHARE;
END
$$;
COMMENT ON FUNCTION affinity.share_consents(uuid[]) IS
'Until the end of the transaction none of these persons is erased or ends a consent: whoever does waits, and then takes along what this
transaction has written. Who is gone by now is seen by the next statement.';

CREATE OR REPLACE FUNCTION affinity.hold_consent(person uuid, kind text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.hold_person(person);
  PERFORM FROM affinity.consent c
  WHERE c.person_id = person AND c.kind = hold_consent.kind AND c.withdrawn_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    PERFORM affinity.refuse_without_consent(kind);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.hold_consent(uuid, text) IS
'As affinity.require_consent, after affinity.hold_person, and until the end of the transaction the consent cannot be withdrawn: whoever
withdraws waits, and then takes along what this transaction has written.';

CREATE OR REPLACE FUNCTION affinity.require_kind(kind text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM affinity.consent_kind k WHERE k.kind = require_kind.kind) THEN
    RAISE EXCEPTION 'consent of kind "%" does not exist', left(coalesce(kind, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = (SELECT 'Kinds: ' || string_agg(k.kind, ', ' ORDER BY k.kind) || '.' FROM affinity.consent_kind k);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_kind(text) IS 'Passes for a kind of consent that there is, else an error 22023.';

CREATE OR REPLACE FUNCTION affinity.consent_texts(language text DEFAULT 'en')
RETURNS TABLE (kind text, phase integer, purpose text, text_version text, text_language text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 4
BEGIN ATOMIC
  SELECT k.kind, k.phase, coalesce(t.purpose, k.purpose), k.text_version, coalesce(t.language, 'en')
  FROM affinity.consent_kind k
  LEFT JOIN affinity.consent_translation t ON t.kind = k.kind AND t.text_version = k.text_version AND t.language = $1
  ORDER BY k.phase, k.kind;
END;
COMMENT ON FUNCTION affinity.consent_texts(text) IS
'What each kind of consent is asked for, in these words, and the version of them: of the language asked for where
affinity.consent_translation has this version, else of affinity.consent_kind (en).';

CREATE OR REPLACE FUNCTION affinity.give_consent(person uuid, kind text, text_version text DEFAULT NULL, language text DEFAULT 'en')
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  told record;
  version text;
  at timestamptz;
  n_written bigint;
BEGIN
  PERFORM affinity.require_kind(kind);
  SELECT t.purpose, t.text_version INTO told FROM affinity.consent_texts(give_consent.language) t WHERE t.kind = give_consent.kind;
  version := coalesce(give_consent.text_version, told.text_version);
  PERFORM platform.require_text('text version', version, 100), affinity.hold_consents(person);
  -- Whoever was waited for may have begun after this transaction.
  at := (SELECT greatest(now(), max(c.given_at), max(c.withdrawn_at)) FROM affinity.consent c
         WHERE c.person_id = person AND c.kind = give_consent.kind);
  IF version <> told.text_version THEN
    RAISE EXCEPTION 'the text of consent of kind "%" is not of this version any more', kind
      USING ERRCODE = 'object_not_in_prerequisite_state',
        HINT = format('Show the text of version %s (consent_texts), and ask again.', told.text_version);
  END IF;
  -- One statement: in between there is no moment without a live row.
  WITH ended AS (
    UPDATE affinity.consent c SET withdrawn_at = at
    WHERE c.person_id = person AND c.kind = give_consent.kind AND c.withdrawn_at IS NULL
      AND (c.text_version, c.purpose) <> (version, told.purpose) RETURNING c.id
  )
  INSERT INTO affinity.consent (person_id, kind, purpose, text_version, given_at)
  SELECT person, give_consent.kind, told.purpose, version, at
  WHERE (SELECT count(*) FROM ended) > 0 OR NOT affinity.has_consent(person, give_consent.kind)
  ON CONFLICT (person_id, kind) WHERE withdrawn_at IS NULL DO NOTHING;
  GET DIAGNOSTICS n_written = ROW_COUNT;
  IF n_written > 0 THEN
    IF NOT platform.is_privileged() THEN
      PERFORM affinity.count_turn(person, 'consents_given');
    END IF;
    PERFORM platform.audit('consent.given', 'platform.account/' || person, jsonb_build_object('kind', kind, 'text_version', version)),
      affinity.settle_phases(person);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.give_consent(uuid, text, text, text) IS
'Notes that a person agrees to what a kind of consent is for, in the version of its text that was shown, which is the one of
affinity.consent_kind; NULL: that one. Kept are the words in the language in which they were shown (affinity.consent_texts). A row in the
audit trail. The same again changes nothing; agreeing to another version than before
ends the row of that, and nothing is deleted.

For the owner of the modules; what a request has written is counted (platform.limit consents_given). Errors: 22023 no such kind, an empty
version; 55000 another version than that of affinity.consent_kind; PT429 too often in a day.';

CREATE OR REPLACE FUNCTION affinity.withdraw_consent(person uuid, kind text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.require_kind(kind), affinity.hold_consents(person);
  UPDATE affinity.consent c SET withdrawn_at = greatest(now(), c.given_at)
  WHERE c.person_id = person AND c.kind = withdraw_consent.kind AND c.withdrawn_at IS NULL;
  IF FOUND THEN  -- a trigger has deleted what it was for
    PERFORM platform.audit('consent.withdrawn', 'platform.account/' || person, jsonb_build_object('kind', kind));
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.withdraw_consent(uuid, text) IS
'Ends a person''s consent of a kind: at once the data of that kind are gone, and its scores in all pairs (affinity.forget); a row in the
audit trail. Where there is none nothing happens.

For the owner of the modules. Error: 22023 no such kind.';

CREATE OR REPLACE FUNCTION affinity.consent(kind text, given boolean, text_version text DEFAULT NULL, language text DEFAULT 'en')
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.current_account();
BEGIN
  PERFORM platform.require_self(person);
  IF given IS NULL THEN
    RAISE EXCEPTION 'given must not be null' USING ERRCODE = 'null_value_not_allowed';
  ELSIF given THEN
    PERFORM affinity.give_consent(person, kind, text_version, language);
  ELSE
    PERFORM affinity.withdraw_consent(person, kind);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.consent(text, boolean, text, text) IS
'The account of this request agrees to a kind of consent (affinity.give_consent), or withdraws it (affinity.withdraw_consent).

Errors: 22023 no such kind, an empty text version; 55000 a text version that is not the current one: show the text again; 22004 given is
null; 42501 nobody is signed in; PT429 agreed to too often in a day, which withdrawing never is.';

CREATE OR REPLACE FUNCTION affinity.shown_consents()
RETURNS TABLE (kind text, purpose text, text_version text, given_at timestamptz, withdrawn_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  person CONSTANT uuid := platform.active_account();
BEGIN
  RETURN QUERY
  SELECT c.kind, c.purpose, c.text_version, c.given_at, c.withdrawn_at FROM affinity.consent c WHERE c.person_id = person ORDER BY c.id;
END
$$;
COMMENT ON FUNCTION affinity.shown_consents() IS
'What the account of this request has agreed to, and what it has withdrawn. What view consents of schema api reads: of a table with rows of
others the plan of a query tells how many of them fit it.';

CREATE OR REPLACE FUNCTION affinity.consent_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.forget(e.person_id, e.kind)
  FROM (SELECT DISTINCT o.person_id, o.kind FROM old_rows o WHERE o.withdrawn_at IS NULL ORDER BY 1, 2) e
  WHERE NOT affinity.has_consent(e.person_id, e.kind);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION affinity.consent_ended() IS
'Deletes what consents were for that are live no more, however they ended (affinity.forget).';
