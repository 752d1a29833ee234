-- Versions: of the constants that pairs are scored by, and of the nets that embeddings are made with.

CREATE OR REPLACE FUNCTION affinity.model_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'model % never changes', OLD.version USING ERRCODE = 'object_not_in_prerequisite_state',
    HINT = 'Another constant is another version, which affinity.use_model makes the active one.';
END
$$;
COMMENT ON FUNCTION affinity.model_changed() IS 'Keeps the constants of a version as they are (55000); only which one is active changes.';

CREATE OR REPLACE FUNCTION affinity.model_begun() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- As the night will take them: what it would not take is refused now.
  PERFORM harmony_internal.pair_score(50, 50, 50, 50, NEW.weights, NEW.mean, NEW.visual_step, NEW.band_middle, NEW.band_high),
    harmony.hla_dissimilarity('A*01:01+A*01:01', 'A*01:01+A*01:01', NEW.hla_method, NEW.hla_loci);
  -- As loci of typings are named, each once.
  NEW.hla_loci := ARRAY (
    SELECT DISTINCT split_part(harmony.hla_normalize(btrim(l) || '*01'), '*', 1) FROM unnest(NEW.hla_loci) l ORDER BY 1);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION affinity.model_begun() IS
'Refuses constants that harmony_internal.pair_score or harmony.hla_dissimilarity do not take: weights of other phases, below 0 or all 0
(22023). Loci are
kept by the names of their genes, each once.';

CREATE OR REPLACE FUNCTION affinity.use_model(version text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM affinity.model m WHERE m.version = use_model.version) THEN
    RAISE EXCEPTION 'model "%" does not exist', left(coalesce(version, 'null'), 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
  UPDATE affinity.model m SET is_active = false WHERE m.is_active AND m.version <> use_model.version;
  UPDATE affinity.model m SET is_active = true WHERE m.version = use_model.version AND NOT m.is_active;
  IF FOUND THEN
    PERFORM platform.audit('affinity.model_used', 'affinity.model/' || version);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.use_model(text) IS
'Makes a version the one that pairs are scored by from the next night on; a row in the audit trail. For the owner of the modules. 22023: no
such version.';

CREATE OR REPLACE FUNCTION affinity.use_embedding_model(model integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM affinity.embedding_model m WHERE m.id = model) THEN
    RAISE EXCEPTION 'embedding model % does not exist', model USING ERRCODE = 'invalid_parameter_value';
  END IF;
  UPDATE affinity.embedding_model m SET is_active = false WHERE m.is_active AND m.id <> model;
  UPDATE affinity.embedding_model m SET is_active = true WHERE m.id = model AND NOT m.is_active;
  IF FOUND THEN
    PERFORM platform.audit('affinity.embedding_model_used', 'affinity.embedding_model/' || model);
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.use_embedding_model(integer) IS
'Makes this one the embedding model that counts: faces of another are not compared any more, and tastes are learnt anew from ratings when
people rate, so that photos, those to be rated first, have to be looked at again; a row in the audit trail. For the owner of the modules.
22023: no such one.';
