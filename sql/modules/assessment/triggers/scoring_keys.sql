-- The scoring key is kept in step with what it is made of: items, item parameters and norms, the instrument itself, traits.

CREATE OR REPLACE FUNCTION assessment.copy_parameters(instruments integer[]) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  UPDATE assessment.scoring_key k SET discriminations = p.a, difficulties = p.b
  FROM (
    SELECT m.instrument_id, CASE WHEN count(q.position) > 0 THEN array_agg(q.discrimination ORDER BY m.position) END AS a,
           CASE WHEN count(q.position) > 0 THEN array_agg(q.difficulty ORDER BY m.position) END AS b
    FROM assessment.item m
    LEFT JOIN assessment.item_parameter q ON q.instrument_id = m.instrument_id AND q.position = m.position
    WHERE m.instrument_id = ANY (instruments) GROUP BY m.instrument_id) p
  WHERE k.instrument_id = p.instrument_id AND (k.discriminations, k.difficulties) IS DISTINCT FROM (p.a, p.b);
END;
COMMENT ON FUNCTION assessment.copy_parameters(integer[]) IS 'Copies the item parameters of these instruments into their scoring keys.';

-- An instrument and its translations, which share keys and norms with it.
CREATE OR REPLACE FUNCTION assessment.with_translations(instruments integer[]) RETURNS integer[]
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ARRAY (SELECT i.id FROM assessment.instrument i
                WHERE i.id = ANY (with_translations.instruments) OR i.same_as = ANY (with_translations.instruments));
END;
COMMENT ON FUNCTION assessment.with_translations(integer[]) IS 'These instruments and all that translate one of them (same_as).';

CREATE OR REPLACE FUNCTION assessment.copy_norms(instruments integer[]) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  UPDATE assessment.scoring_key k
  SET norm_population = c.population, (norm_mean, norm_sd, norm_reliability, norm_quantiles) = (
    SELECT CASE WHEN count(n.trait) > 0 THEN array_agg(n.mean ORDER BY o.k) END,
           CASE WHEN count(n.trait) > 0 THEN array_agg(n.sd ORDER BY o.k) END,
           CASE WHEN count(n.trait) > 0 THEN array_agg(n.reliability ORDER BY o.k) END,
           CASE WHEN count(n.trait) > 0 THEN array_agg(coalesce(n.quantiles, array_fill(NULL::float8, ARRAY[99])) ORDER BY o.k) END
    FROM (SELECT u.trait, min(u.k) AS k FROM unnest(coalesce(k.trait_order, k.traits || k.also_traits)) WITH ORDINALITY u (trait, k)
          GROUP BY u.trait) o
    LEFT JOIN assessment.norm n ON n.population = c.population AND n.instrument_id = c.source AND n.trait = o.trait)
  FROM (SELECT i.id, coalesce(i.norm_population, o.norm_population) AS population, coalesce(o.id, i.id) AS source
        FROM assessment.instrument i LEFT JOIN assessment.instrument o ON o.id = i.same_as) c
  WHERE k.instrument_id = c.id AND c.id = ANY (assessment.with_translations(instruments));
END;
COMMENT ON FUNCTION assessment.copy_norms(integer[]) IS
'Copies the norms that these instruments and their translations are read against into their scoring keys: a translation''s are those of what
it translates, of its own norm_population where it has one.';

CREATE OR REPLACE FUNCTION assessment.build_scoring_keys(instruments integer[]) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  DELETE FROM assessment.scoring_key k WHERE k.instrument_id = ANY (instruments);
  INSERT INTO assessment.scoring_key
    (instrument_id, instrument, is_active, kind, scale_min, scale_max, keyed, traits, families, correct, n_options, metric,
     also_positions, also_traits, also_keyed,
     right_traits, left_loadings, right_loadings, left_intercepts, right_intercepts, trait_order, trait_correlation,
     equated_mean, equated_sd, theta_mean, theta_sd, target_se, max_items, requires_times)
  SELECT i.id, i.code || '@' || i.version, i.is_active, i.kind, i.scale_min, i.scale_max,
         t.keyed, t.traits, f.families, t.correct, CASE WHEN i.guessing THEN t.n_options ELSE 0 END,
         CASE WHEN i.kind = 'cognitive' THEN 'percent_right' WHEN i.kind = 'likert' OR i.theta_sd IS NOT NULL THEN 'pomp' END,
         a.positions, a.traits, a.keyed,
         p.right_traits, p.left_loadings, p.right_loadings, p.left_intercepts, p.right_intercepts, i.trait_order, i.trait_correlation,
         i.equated_mean, i.equated_sd, i.theta_mean, i.theta_sd, i.target_se, i.max_items,
         i.requires_times
  FROM assessment.instrument i
  CROSS JOIN LATERAL (
    SELECT array_agg(m.keyed ORDER BY m.position) AS keyed, array_agg(m.trait ORDER BY m.position) AS traits,
           array_agg(coalesce(m.correct_option, 0)::smallint ORDER BY m.position) AS correct,
           max(jsonb_array_length(m.options)) AS n_options, max(m.position) AS last_position
    FROM assessment.item m WHERE m.instrument_id = i.id) t
  CROSS JOIN LATERAL (
    SELECT array_agg(m.right_trait ORDER BY m.position) AS right_traits,
           array_agg(m.loading ORDER BY m.position) AS left_loadings, array_agg(m.right_loading ORDER BY m.position) AS right_loadings,
           array_agg(m.intercept ORDER BY m.position) AS left_intercepts,
           array_agg(m.right_intercept ORDER BY m.position) AS right_intercepts
    FROM assessment.item m WHERE m.instrument_id = i.id AND i.kind = 'forced_choice') p
  CROSS JOIN LATERAL (
    SELECT array_agg(m.position ORDER BY m.position, m.trait) AS positions, array_agg(m.trait ORDER BY m.position, m.trait) AS traits,
           array_agg(m.keyed ORDER BY m.position, m.trait) AS keyed
    FROM assessment.item_trait m WHERE m.instrument_id = coalesce(i.same_as, i.id)) a
  CROSS JOIN LATERAL (
    SELECT array_agg(o.family ORDER BY u.n) AS families
    FROM (SELECT v.trait, min(v.n) AS n FROM unnest(coalesce(i.trait_order, t.traits || a.traits)) WITH ORDINALITY v (trait, n)
          GROUP BY v.trait) u
    JOIN assessment.trait o ON o.code = u.trait) f
  WHERE i.id = ANY (instruments) AND t.last_position = cardinality(t.traits)
    AND (i.same_as IS NULL OR t.last_position >= (SELECT max(m.position) FROM assessment.item m WHERE m.instrument_id = i.same_as));
  SELECT assessment.copy_parameters(instruments);
  SELECT assessment.copy_norms(instruments);
END;
COMMENT ON FUNCTION assessment.build_scoring_keys(integer[]) IS
'Writes the scoring keys of these instruments anew from their items. Where a position is missing there is none until it is filled.';

-- What refuses a change: items are fixed once there are answers to them, parameters once an adaptive session was scored by them.
CREATE OR REPLACE FUNCTION assessment.require_unanswered(instruments integer[], what text, mode text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  instrument text;
BEGIN
  SELECT format('%s version %s', i.code, i.version) INTO instrument
  FROM assessment.instrument i
  WHERE i.id = ANY (instruments) AND EXISTS (
    SELECT FROM assessment.submission s
    WHERE s.instrument_id = i.id AND (require_unanswered.mode IS NULL OR s.mode = require_unanswered.mode)
    UNION ALL SELECT FROM assessment.test t WHERE t.instrument_id = i.id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'cannot change the % of instrument %, which has been answered%', what, instrument,
      CASE WHEN mode = 'adaptive' THEN ' adaptively' ELSE '' END
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new version of the instrument.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.require_unanswered(integer[], text, text) IS
'Passes where nobody has answered these instruments (in this mode) or begun a test, else an
error 55000 that names what cannot be changed of which.';

CREATE OR REPLACE FUNCTION assessment.require_valid_scales(instruments integer[]) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wrong record;
BEGIN
  SELECT i.code, i.version, i.kind, m.position, m.trait, t.trait = m.trait AS is_twice, i.same_as INTO wrong
  FROM assessment.item_trait m JOIN assessment.instrument i ON i.id = m.instrument_id
  JOIN assessment.item t ON t.instrument_id = m.instrument_id AND t.position = m.position
  WHERE m.instrument_id = ANY (instruments) AND (i.kind <> 'likert' OR t.trait = m.trait OR i.same_as IS NOT NULL) LIMIT 1;
  IF FOUND AND wrong.is_twice THEN
    RAISE EXCEPTION 'item % of instrument "%" version % counts for trait "%" twice', wrong.position, wrong.code, wrong.version, wrong.trait
      USING ERRCODE = 'invalid_parameter_value', DETAIL = 'It is the item''s own trait.';
  ELSIF FOUND AND wrong.same_as IS NOT NULL THEN
    RAISE EXCEPTION 'instrument "%" version % is a translation', wrong.code, wrong.version
      USING ERRCODE = 'invalid_parameter_value', DETAIL = 'Its items count for the traits of what it translates.';
  ELSIF FOUND THEN
    RAISE EXCEPTION 'items of instrument "%" version % count for one trait', wrong.code, wrong.version
      USING ERRCODE = 'invalid_parameter_value', DETAIL = format('Its kind is %s.', wrong.kind),
            HINT = 'Only items of a rating scale (likert) count for several.';
  END IF;
  SELECT i.code, i.version, o.code AS of, o.version AS of_version, m.position, m.trait, m.keyed, w.trait AS wanted, w.keyed AS wanted_keyed
  INTO wrong
  FROM assessment.instrument i JOIN assessment.instrument o ON o.id = i.same_as JOIN assessment.item m ON m.instrument_id = i.id
  LEFT JOIN assessment.item w ON w.instrument_id = o.id AND w.position = m.position
  WHERE i.id = ANY (assessment.with_translations(instruments)) AND ((m.trait, m.keyed) IS DISTINCT FROM (w.trait, w.keyed)
    OR (i.kind, i.scale_min, i.scale_max) <> (o.kind, o.scale_min, o.scale_max) OR o.same_as IS NOT NULL) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'instrument "%" version % is not the same as "%" version %', wrong.code, wrong.version, wrong.of, wrong.of_version
      USING ERRCODE = 'invalid_parameter_value', DETAIL = CASE
        WHEN wrong.wanted IS NULL THEN format('That one has no item %s.', wrong.position)
        WHEN (wrong.trait, wrong.keyed) = (wrong.wanted, wrong.wanted_keyed)
          THEN 'Kind or scale differ, or that one is a translation itself.'
        ELSE format('Item %s is keyed %s for "%s", that one''s %s for "%s".', wrong.position, wrong.keyed, wrong.trait, wrong.wanted_keyed,
                    wrong.wanted) END,
      HINT = 'To change both, set same_as to NULL meanwhile.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.require_valid_scales(integer[]) IS
'Passes where the items of these instruments count for traits as they may, and translations (same_as) are keyed as what they translate, else
an error 22023.';

CREATE OR REPLACE FUNCTION assessment.require_valid_norms(instruments integer[]) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wrong record;
BEGIN
  SELECT n.population, n.metric, k.instrument, k.metric AS wanted INTO wrong
  FROM assessment.norm n JOIN assessment.scoring_key k ON k.instrument_id = n.instrument_id
  WHERE n.instrument_id = ANY (instruments) AND n.metric IS DISTINCT FROM k.metric LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'norm "%" of instrument % is on another metric than its scores', wrong.population, wrong.instrument
      USING ERRCODE = 'invalid_parameter_value',
            DETAIL = format('The norm''s metric is %s, that of the scores is %s.', wrong.metric, coalesce(wrong.wanted, 'not known'));
  END IF;
  -- What scoring would refuse at the next submission is refused here.
  PERFORM platform.require_extension();
  PERFORM harmony.norm_percentile(n.mean, n.quantiles) FROM assessment.norm n WHERE n.instrument_id = ANY (instruments);
END
$$;
COMMENT ON FUNCTION assessment.require_valid_norms(integer[]) IS
'Passes where the norms of these instruments can be read, else an error 22023: on another metric than the scores, quantiles that are
not ascending.';

CREATE OR REPLACE FUNCTION assessment.require_valid_response_norms(instruments integer[]) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wrong record;
BEGIN
  SELECT k.instrument, cardinality(k.keyed) AS items, cardinality(r.item_mean) AS means INTO wrong
  FROM assessment.response_norm r JOIN assessment.scoring_key k ON k.instrument_id = r.instrument_id
  WHERE r.instrument_id = ANY (instruments) AND cardinality(r.item_mean) <> cardinality(k.keyed) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'response norm does not fit instrument %', wrong.instrument USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('It has %s means for %s items.', wrong.means, wrong.items);
  END IF;
  PERFORM platform.require_extension();
  PERFORM harmony.mahalanobis(r.item_mean, r.item_mean, r.item_covariance) FROM assessment.response_norm r
  WHERE r.instrument_id = ANY (instruments);
END
$$;
COMMENT ON FUNCTION assessment.require_valid_response_norms(integer[]) IS
'Passes where answers can be judged against the response norms of these instruments, else an error 22023: another number of items,
numbers that are not finite, a covariance that is not symmetric.';

CREATE OR REPLACE FUNCTION assessment.key_source_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  touched integer[];
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN touched := ARRAY (SELECT DISTINCT n.instrument_id FROM new_rows n);
    WHEN 'UPDATE' THEN touched := ARRAY (  -- the code of an item is nothing that is scored by
      SELECT coalesce(o.instrument_id, n.instrument_id) FROM (SELECT to_jsonb(r) - 'code' AS v, r.instrument_id FROM old_rows r) o
      FULL JOIN (SELECT to_jsonb(r) - 'code' AS v, r.instrument_id FROM new_rows r) n ON n.v = o.v WHERE o.v IS NULL OR n.v IS NULL);
    WHEN 'DELETE' THEN touched := ARRAY (SELECT DISTINCT o.instrument_id FROM old_rows o);
    ELSE touched := ARRAY (SELECT k.instrument_id FROM assessment.scoring_key k);
  END CASE;
  CASE TG_TABLE_NAME
    WHEN 'item', 'item_trait' THEN
      touched := assessment.with_translations(touched);
      PERFORM assessment.require_unanswered(touched, 'items');
      PERFORM assessment.require_valid_scales(touched);
      IF TG_TABLE_NAME = 'item' THEN
        DELETE FROM assessment.response_norm r WHERE r.instrument_id = ANY (touched);  -- of the answers to the former items
      END IF;
      PERFORM assessment.build_scoring_keys(touched);
    WHEN 'item_parameter' THEN
      -- The person fit of full sheets stays as it was judged until assessment.rescore().
      PERFORM assessment.require_unanswered(touched, 'item parameters', 'adaptive');
      PERFORM assessment.copy_parameters(touched);
    WHEN 'norm' THEN
      PERFORM assessment.require_valid_norms(touched);
      PERFORM assessment.copy_norms(touched);
    WHEN 'response_norm' THEN
      PERFORM assessment.require_valid_response_norms(touched);
  END CASE;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.key_source_changed() IS
'Follows a change of items, item parameters, norms or response norms with the scoring keys of the instruments touched, and refuses what
could not be scored by.';

CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.item
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.item
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.item
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_truncated AFTER TRUNCATE ON assessment.item
  FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.item_trait
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.item_trait
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.item_trait
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_truncated AFTER TRUNCATE ON assessment.item_trait
  FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.item_parameter
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.item_parameter
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.item_parameter
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_truncated AFTER TRUNCATE ON assessment.item_parameter
  FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_inserted AFTER INSERT ON assessment.norm
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_updated AFTER UPDATE ON assessment.norm
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_deleted AFTER DELETE ON assessment.norm
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER key_truncated AFTER TRUNCATE ON assessment.norm
  FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER norm_inserted AFTER INSERT ON assessment.response_norm
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();
CREATE OR REPLACE TRIGGER norm_updated AFTER UPDATE ON assessment.response_norm
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION assessment.key_source_changed();

-- What scoring reads of the instrument itself and of its traits; names, texts and activity may change at any time.
CREATE OR REPLACE FUNCTION assessment.instrument_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM assessment.submission s WHERE s.instrument_id = NEW.id
             UNION ALL SELECT FROM assessment.test t WHERE t.instrument_id = NEW.id) THEN
    RAISE EXCEPTION 'cannot change the scoring of instrument % version %, which has been answered', OLD.code, OLD.version
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new version of the instrument.';
  END IF;
  IF (OLD.kind, OLD.scale_min, OLD.scale_max) IS DISTINCT FROM (NEW.kind, NEW.scale_min, NEW.scale_max) THEN
    DELETE FROM assessment.response_norm r WHERE r.instrument_id = NEW.id;
  END IF;
  PERFORM assessment.require_valid_scales(ARRAY[NEW.id]);
  PERFORM assessment.build_scoring_keys(ARRAY[NEW.id]);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.instrument_changed() IS
'Rebuilds the scoring key of an instrument, and drops the norm of answers on another scale; refuses where there are submissions.';

CREATE OR REPLACE TRIGGER key_of_changed_instrument
  AFTER UPDATE OF id, code, version, kind, scale_min, scale_max, guessing, trait_order, trait_correlation,
    equated_mean, equated_sd, theta_mean, theta_sd, target_se, max_items, same_as ON assessment.instrument
  FOR EACH ROW EXECUTE FUNCTION assessment.instrument_changed();

CREATE OR REPLACE FUNCTION assessment.instrument_switched() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE assessment.scoring_key k
  SET is_active = NEW.is_active, requires_times = NEW.requires_times
  WHERE k.instrument_id = NEW.id;
  IF NEW.norm_population IS DISTINCT FROM OLD.norm_population THEN
    PERFORM assessment.copy_norms(ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.instrument_switched() IS
'Copies is_active, norm_population, requires_times and the norms of an instrument into its scoring key.';

CREATE OR REPLACE TRIGGER key_of_switched_instrument AFTER UPDATE OF is_active, norm_population, requires_times
  ON assessment.instrument
  FOR EACH ROW EXECUTE FUNCTION assessment.instrument_switched();

CREATE OR REPLACE FUNCTION assessment.trait_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  touched integer[] := assessment.with_translations(ARRAY (
    SELECT t.instrument_id FROM assessment.item t WHERE NEW.code IN (t.trait, t.right_trait)
    UNION SELECT t.instrument_id FROM assessment.item_trait t WHERE NEW.code = t.trait));
BEGIN
  IF EXISTS (SELECT FROM assessment.submission s WHERE s.instrument_id = ANY (touched)) THEN
    RAISE EXCEPTION 'cannot change the family of trait "%", which has been measured', NEW.code
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Add a new trait.';
  END IF;
  PERFORM assessment.build_scoring_keys(touched);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION assessment.trait_changed() IS
'Rebuilds the scoring keys of the instruments that measure a trait whose family changed; refuses where there are submissions.';

CREATE OR REPLACE TRIGGER key_of_changed_trait AFTER UPDATE OF family ON assessment.trait
  FOR EACH ROW WHEN (OLD.family <> NEW.family) EXECUTE FUNCTION assessment.trait_changed();

-- Content that was inserted before the triggers existed, and instruments of an earlier installation.
SELECT assessment.build_scoring_keys(ARRAY (
  SELECT i.id FROM assessment.instrument i
  WHERE NOT EXISTS (SELECT FROM assessment.scoring_key k WHERE k.instrument_id = i.id)));
