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
  SELECT harmony_internal.biological_band(band.score, m.band_middle, m.band_high)
  FROM affinity.model m WHERE m.version = band.model;
END;
COMMENT ON FUNCTION affinity.band(float8, text) IS
'How a biological score is shown: low, middle or high, by the bounds of the model that made it.';

CREATE OR REPLACE FUNCTION affinity.hla_match(person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := affinity.require_complete(affinity.require_asker('genetic'), 3);
  shown CONSTANT affinity.pair := affinity.shown_pair(asker, person);
BEGIN
  RETURN jsonb_build_object('band', affinity.band(shown.biological, shown.model), 'loci', to_jsonb(shown.loci));
END
$$;
COMMENT ON FUNCTION affinity.hla_match(uuid) IS
'How different the account of this request and somebody of its matches are in HLA, as it was scored in the night: {band, loci}, low, middle
or high, and the loci that were compared; null where it was not.

Errors: 42501 no consent of kind genetic; 55000 phase 3 is not complete; PT404 not one of its matches.';

CREATE OR REPLACE FUNCTION affinity.sealing_key() RETURNS integer
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN harmony_internal.hla_sealed_key(harmony.hla_seal('A*01:01+A*01:01', '00000000-0000-0000-0000-000000000000'));
END
$$;
COMMENT ON FUNCTION affinity.sealing_key() IS 'The id of the key that seals: the first of the file of harmony.seal_key_file.';

CREATE OR REPLACE FUNCTION affinity.resealed(sealed bytea, person uuid, key_id integer) RETURNS bytea
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN harmony.hla_reseal(sealed, person);
EXCEPTION
  WHEN data_exception THEN
    RETURN NULL;
  WHEN io_error THEN
    IF harmony_internal.hla_sealed_key(sealed) = key_id THEN
      RAISE;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION affinity.resealed(bytea, uuid, integer) IS
'harmony.hla_reseal; NULL for what cannot be opened, because it was changed or its key is not in the file. Error 58030 where that is the key
that is named.';

CREATE OR REPLACE FUNCTION affinity.reseal_some(key_id integer, most integer, after uuid, OUT resealed bigint, OUT skipped bigint,
                                                OUT last uuid)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off SET enable_hashjoin = off SET enable_mergejoin = off
  SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  newest CONSTANT integer := affinity.sealing_key();
  first CONSTANT uuid := coalesce(after, '00000000-0000-0000-0000-000000000000');
  persons uuid[] := '{}';
  done uuid[];
BEGIN
  IF reseal_some.key_id = newest THEN
    persons := ARRAY (SELECT t.person_id FROM affinity.hla_typing t WHERE t.person_id > first AND t.key_id <> newest
                      ORDER BY t.person_id LIMIT most FOR NO KEY UPDATE);
  ELSE
    persons := ARRAY (SELECT t.person_id FROM affinity.hla_typing t WHERE t.key_id = reseal_some.key_id AND t.person_id > first
                      ORDER BY t.person_id LIMIT most FOR NO KEY UPDATE);
  END IF;
  WITH anew AS MATERIALIZED (
    SELECT o.person_id, affinity.resealed(o.sealed, o.person_id, reseal_some.key_id) AS sealed
    FROM affinity.hla_typing o WHERE o.person_id = ANY (persons)
  ), put AS (
    UPDATE affinity.hla_typing t SET sealed = s.sealed, key_id = harmony_internal.hla_sealed_key(s.sealed)
    FROM anew s WHERE t.person_id = s.person_id AND s.sealed IS NOT NULL RETURNING t.person_id)
  SELECT coalesce(array_agg(p.person_id ORDER BY p.person_id), '{}') INTO done FROM put p;
  PERFORM platform.audit(CASE WHEN u.id = ANY (done) THEN 'typing.unsealed' ELSE 'typing.skipped' END, 'platform.account/' || u.id,
                         jsonb_build_object('purpose', 'reseal', 'run', newest::text || ' of ' || reseal_some.key_id))
  FROM unnest(persons) u (id);
  resealed := cardinality(done);
  skipped := cardinality(persons) - cardinality(done);
  last := persons[cardinality(persons)];
END
$$;
COMMENT ON FUNCTION affinity.reseal_some(integer, integer, uuid) IS
'As affinity.reseal, up to so many typings, of persons after this one in their order; how many are sealed anew, how many cannot be opened,
and who was the last, NULL where none was left.';

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

CREATE OR REPLACE FUNCTION affinity.require_sealed(key_id integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM affinity.require_key(key_id);
  IF key_id <> affinity.sealing_key() AND NOT EXISTS (SELECT FROM affinity.hla_typing t WHERE t.key_id = require_sealed.key_id) THEN
    RAISE EXCEPTION 'no typing is sealed with key %', key_id USING ERRCODE = 'invalid_parameter_value',
      HINT = 'SELECT DISTINCT key_id FROM affinity.hla_typing tells which keys are needed.';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_sealed(integer) IS
'Passes for the id of a key with which a typing is sealed, and for that of the first of the file, else an error 22023; 22004.';

CREATE OR REPLACE FUNCTION affinity.reseal(key_id integer) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  portion record;
  last uuid;
  resealed bigint := 0;
  skipped bigint := 0;
BEGIN
  PERFORM affinity.require_sealed(key_id);
  LOOP
    portion := affinity.reseal_some(key_id, 1000, last);
    last := portion.last;
    EXIT WHEN last IS NULL;
    resealed := resealed + portion.resealed;
    skipped := skipped + portion.skipped;
  END LOOP;
  IF skipped > 0 THEN
    RAISE WARNING '% typings cannot be opened', skipped USING HINT = 'The audit trail names them, action typing.skipped.';
  END IF;
  RETURN resealed;
END
$$;
COMMENT ON FUNCTION affinity.reseal(integer) IS
'Seals typings anew with the first key of the file of harmony.seal_key_file, and returns how many: those that this key has sealed, which is
not needed afterwards; with the id of the first key itself all that others have sealed.

What cannot be opened, because it was changed or a key other than the named one is not in the file, is left as it is: a warning says how
many, the audit trail of whom (action typing.skipped). Who reads goes on reading; of each person a row in the audit trail. Many typings are
done by the job affinity.reseal, payload {"key": id}, a transaction for each thousand. For the owner of the modules. Errors: 22004; 22023
nothing is sealed with that key, and it is not the first; 58030 no usable file, or the named key, by which something is sealed, is not in
it.';

CREATE OR REPLACE FUNCTION affinity.reseal_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  key CONSTANT integer := (payload ->> 'key')::integer;
  done bigint := coalesce((payload ->> 'done')::bigint, 0);
  skipped bigint := coalesce((payload ->> 'skipped')::bigint, 0);
  portion record;
BEGIN
  IF payload ->> 'after' IS NULL THEN
    PERFORM affinity.require_sealed(key);
  END IF;
  portion := affinity.reseal_some(key, 1000, (payload ->> 'after')::uuid);
  done := done + portion.resealed;
  skipped := skipped + portion.skipped;
  IF portion.last IS NOT NULL THEN
    PERFORM platform.add_job('affinity.reseal', jsonb_build_object('key', key, 'done', done, 'skipped', skipped, 'after', portion.last),
                             dedup_key => format('%s/%s', key, portion.last));
  END IF;
  RETURN jsonb_build_object('key', key, 'resealed', done, 'skipped', skipped, 'left', portion.last IS NOT NULL);
END
$$;
COMMENT ON FUNCTION affinity.reseal_job(jsonb) IS
'A job: a thousand typings of affinity.reseal(key), and a job for the next thousand while there are any; returns {key, resealed, skipped,
left}.';

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
