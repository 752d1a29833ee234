-- Phase 3: a typing is sealed before it is written, and never shown. Genotypes come as parameters, and no error says anything of one.

CREATE OR REPLACE FUNCTION affinity.hla_put(gl text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := affinity.require_asker('genetic', 2);
  every CONSTANT interval := platform.setting('affinity_typing_every')::interval;
  last timestamptz;
  told record;
BEGIN
  PERFORM affinity.hold_consent(person, 'genetic');
  IF gl IS NULL THEN
    RAISE EXCEPTION 'the typing must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  SELECT s.loci, s.quality INTO told FROM harmony_internal.hla_typing_summary(gl, (affinity.active_model()).hla_loci) s (loci, quality);
  IF cardinality(told.loci) > 0 IS NOT TRUE THEN
    RAISE EXCEPTION 'no locus of the typing can be compared' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It takes two copies with two fields each.';
  END IF;
  INSERT INTO affinity.typing_turn AS t (person_id, typed_at) VALUES (person, now())
  ON CONFLICT (person_id) DO UPDATE SET typed_at = excluded.typed_at WHERE t.typed_at + every <= excluded.typed_at;
  IF NOT FOUND THEN
    last := (SELECT t.typed_at FROM affinity.typing_turn t WHERE t.person_id = person);
    RAISE EXCEPTION 'the typing cannot be replaced yet' USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = format('It was handed in on %s, and holds for %s.', (last AT TIME ZONE 'UTC')::date, every);
  END IF;
  INSERT INTO affinity.hla_typing AS t (person_id, sealed, key_id, loci, quality)
  SELECT person, s.sealed, harmony_internal.hla_sealed_key(s.sealed), told.loci, told.quality
  FROM (SELECT harmony.hla_seal(gl, person) AS sealed OFFSET 0) s
  ON CONFLICT (person_id) DO UPDATE SET sealed = excluded.sealed, key_id = excluded.key_id, loci = excluded.loci,
    quality = excluded.quality, typed_at = excluded.typed_at;
  PERFORM platform.audit('typing.sealed', 'platform.account/' || person), affinity.settle_phases(person), platform.set_status(201);
  RETURN jsonb_build_object('loci', to_jsonb(told.loci), 'quality', told.quality);
END
$$;
COMMENT ON FUNCTION affinity.hla_put(text) IS
'Seals the HLA typing of the account of this request, a GL String, and keeps it: 201 {loci, quality}, the loci that can be compared and
their share. It takes the place of an earlier one, 180 days after that at the earliest. A row in the audit trail.

Errors: 42501 no consent of kind genetic; 55000 phase 2 is not complete, or too early to replace it; 22004; 22023 no locus can be compared;
those of harmony.hla_seal, which quote nothing.';

CREATE OR REPLACE FUNCTION affinity.band(score float8, model text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN band.score < m.band_middle THEN 'low' WHEN band.score < m.band_high THEN 'middle'
              WHEN band.score IS NOT NULL THEN 'high' END
  FROM affinity.model m WHERE m.version = band.model;
END;
COMMENT ON FUNCTION affinity.band(float8, text) IS
'How a biological score is shown: low, middle or high, by the bounds of the model that made it.';

CREATE OR REPLACE FUNCTION affinity.hla_match(person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := affinity.require_asker('genetic', 3);
  shown CONSTANT affinity.pair := affinity.shown_pair(asker, person);
BEGIN
  RETURN jsonb_build_object('band', affinity.band(shown.biological, shown.model), 'loci', to_jsonb(shown.loci));
END
$$;
COMMENT ON FUNCTION affinity.hla_match(uuid) IS
'How different the account of this request and somebody of its matches are in HLA, as it was scored in the night: {band, loci}, low, middle
or high, and the loci that were compared; null where it was not.

Errors: 42501 no consent of kind genetic; 55000 phase 3 is not complete; PT404 not one of its matches.';

CREATE OR REPLACE FUNCTION affinity.note_unsealing(persons uuid[], purpose text, run text) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT platform.audit('typing.unsealed', 'platform.account/' || u.id, jsonb_build_object('purpose', purpose, 'run', run))
  FROM (SELECT DISTINCT p.id FROM unnest(persons) p (id) ORDER BY 1) u
  WHERE NOT EXISTS (
    SELECT FROM platform.audit_event e
    WHERE e.object = 'platform.account/' || u.id AND e.action = 'typing.unsealed'
      AND e.details @> jsonb_build_object('purpose', purpose, 'run', run))
$$;
COMMENT ON FUNCTION affinity.note_unsealing(uuid[], text, text) IS
'Notes in the audit trail that the typings of these persons are opened, for what purpose: once a person and run.';

CREATE OR REPLACE FUNCTION affinity.sealing_key() RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN harmony_internal.hla_sealed_key(harmony.hla_seal('A*01:01+A*01:01', '00000000-0000-0000-0000-000000000000'));
END
$$;
COMMENT ON FUNCTION affinity.sealing_key() IS 'The id of the key that seals: the first of the file of harmony.seal_key_file.';

CREATE OR REPLACE FUNCTION affinity.reseal_some(key_id integer, most integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  newest CONSTANT integer := affinity.sealing_key();
  persons uuid[];
BEGIN
  persons := ARRAY (
    SELECT t.person_id FROM affinity.hla_typing t
    WHERE t.key_id <> newest AND (t.key_id = reseal_some.key_id OR reseal_some.key_id = newest)
    ORDER BY t.person_id LIMIT most FOR NO KEY UPDATE SKIP LOCKED);
  PERFORM affinity.note_unsealing(persons, 'reseal', newest::text || ' of ' || reseal_some.key_id);
  UPDATE affinity.hla_typing t SET sealed = s.sealed, key_id = harmony_internal.hla_sealed_key(s.sealed)
  FROM (SELECT o.person_id, harmony.hla_reseal(o.sealed, o.person_id) AS sealed FROM affinity.hla_typing o
        WHERE o.person_id = ANY (persons) OFFSET 0) s
  WHERE t.person_id = s.person_id;
  RETURN cardinality(persons);
END
$$;
COMMENT ON FUNCTION affinity.reseal_some(integer, integer) IS
'As affinity.reseal, up to so many typings that nobody else changes now; returns how many.';

CREATE OR REPLACE FUNCTION affinity.require_key(key_id integer) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF key_id IS NULL THEN
    RAISE EXCEPTION 'the key must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_key(integer) IS 'Passes for the id of a key, else an error 22004.';

CREATE OR REPLACE FUNCTION affinity.reseal(key_id integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
  total bigint := 0;
BEGIN
  PERFORM affinity.require_key(key_id);
  LOOP
    n := affinity.reseal_some(key_id, 1000);
    total := total + n;
    EXIT WHEN n = 0;
  END LOOP;
  RETURN total;
END
$$;
COMMENT ON FUNCTION affinity.reseal(integer) IS
'Seals typings anew with the first key of the file of harmony.seal_key_file, and returns how many: those that this key has sealed, which is
not needed afterwards; with the id of the first key itself all that others have sealed.

Who reads goes on reading; of each person a row in the audit trail. Many typings are done by the job affinity.reseal, payload {"key": id}, a
transaction for each thousand. For the owner of the modules. Errors: 22004; 58030 a key that is not in the file, named by its id; 22023 a
row that was changed.';

CREATE OR REPLACE FUNCTION affinity.reseal_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  key CONSTANT integer := (payload ->> 'key')::integer;
  done CONSTANT bigint := coalesce((payload ->> 'done')::bigint, 0);
  n bigint;
BEGIN
  PERFORM affinity.require_key(key);
  n := affinity.reseal_some(key, 1000);
  IF n > 0 THEN
    PERFORM platform.add_job('affinity.reseal', jsonb_build_object('key', key, 'done', done + n),
                             dedup_key => format('%s/%s', key, done + n));
  END IF;
  RETURN jsonb_build_object('key', key, 'resealed', done + n, 'left', n > 0);
END
$$;
COMMENT ON FUNCTION affinity.reseal_job(jsonb) IS
'A job: a thousand typings of affinity.reseal(key), and a job for the next thousand while there are any; returns {key, resealed, left}.';

CREATE OR REPLACE FUNCTION affinity.export_typing() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := affinity.require_asker('genetic');
  kept CONSTANT affinity.hla_typing := (SELECT t FROM affinity.hla_typing t WHERE t.person_id = person);
BEGIN
  IF kept.person_id IS NULL THEN
    RAISE EXCEPTION 'there is no typing' USING ERRCODE = 'PT404';
  END IF;
  PERFORM platform.audit('typing.exported', 'platform.account/' || person), platform.add_header('Cache-Control', 'no-store');
  RETURN jsonb_build_object('typing', harmony_internal.hla_unseal(kept.sealed, person), 'typed_at', kept.typed_at);
END
$$;
COMMENT ON FUNCTION affinity.export_typing() IS
'The HLA typing of the account of this request, as it was sealed: {typing, typed_at}. The one way to see it, for whose it is alone, not part
of platform.export_my_data; each call is a row in the audit trail.

Errors: 42501 no consent of kind genetic; PT404 there is none; those of harmony.hla_reseal.';
