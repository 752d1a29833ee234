-- What researchers are told: nothing under a name, nothing of few, nothing genetic but how good a whole phase is.

CREATE OR REPLACE FUNCTION affinity.require_researcher() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT (platform.is_privileged() OR platform.is_admin() OR platform.has_role('researcher')) THEN
    RAISE EXCEPTION 'this is for researchers' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;
COMMENT ON FUNCTION affinity.require_researcher() IS
'Passes for the owner''s own work, administrators and accounts with role researcher, else an error 42501.';

CREATE OR REPLACE FUNCTION affinity.is_told(n bigint, total bigint) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN n >= 5 AND (total - n = 0 OR total - n >= 5);
COMMENT ON FUNCTION affinity.is_told(bigint, bigint) IS
'Whether a group of so many of all may be told: it has at least five people, and so have the others, or there are none.';

CREATE OR REPLACE FUNCTION affinity.shown_calibration()
RETURNS TABLE (pseudonym uuid, n integer, loo_rmse float8, calibration_complete boolean, model text, month date)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM affinity.require_researcher();
  RETURN QUERY
  WITH taste AS MATERIALIZED (
    SELECT y.pseudonym, t.n, t.loo_rmse, t.is_complete, m.name || ' ' || m.version AS model,
           date_trunc('month', t.learnt_at AT TIME ZONE 'UTC')::date AS month
    FROM affinity.taste t JOIN affinity.embedding_model m ON m.id = t.model_id JOIN platform.pseudonym y ON y.account_id = t.person_id
    WHERE affinity.has_consent(t.person_id, 'research') AND affinity.has_consent(t.person_id, 'visual')
  ), counted AS (
    SELECT t.*, count(*) OVER () AS total, count(*) OVER (PARTITION BY t.model) AS of_model,
           count(*) OVER (PARTITION BY t.model, t.month) AS of_month
    FROM taste t)
  SELECT c.pseudonym, c.n, c.loo_rmse, c.is_complete, CASE WHEN affinity.is_told(c.of_model, c.total) THEN c.model END,
         CASE WHEN affinity.is_told(c.of_month, c.total) THEN c.month END
  FROM counted c WHERE c.total >= 5 ORDER BY c.pseudonym;
END
$$;
COMMENT ON FUNCTION affinity.shown_calibration() IS
'How well tastes could be learnt, of people with consent of kind research, under pseudonyms and in their order; nothing of fewer than five
people, and neither month nor model of a group that is small, or leaves few out (affinity.is_told). What view calibration of schema api
reads.

For administrators and accounts with role researcher (42501).';

CREATE OR REPLACE FUNCTION affinity.calibration_summary()
RETURNS TABLE (people bigint, learnt bigint, best float8, median float8, worst float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT count(*), count(c.loo_rmse), min(c.loo_rmse), percentile_cont(0.5) WITHIN GROUP (ORDER BY c.loo_rmse), max(c.loo_rmse)
  FROM affinity.shown_calibration() c;
END;
COMMENT ON FUNCTION affinity.calibration_summary() IS
'Over all rows of affinity.shown_calibration: how many people, of how many a taste could be learnt, and the least, the median and the
largest of their errors, in points of 1 to 5. Figures are null where nothing is shown. For administrators and accounts with role researcher
(42501).';

CREATE OR REPLACE FUNCTION affinity.affinity_validation(model text DEFAULT NULL)
RETURNS TABLE (phase integer, pairs bigint, people bigint, auc float8, auc_low float8, auc_high float8, brier float8, slope float8,
               slope_low float8, slope_high float8, incremental_r_squared float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 3 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  chosen CONSTANT text := coalesce(model, (affinity.active_model()).version);
BEGIN
  PERFORM affinity.require_researcher();
  IF NOT EXISTS (SELECT FROM affinity.model m WHERE m.version = chosen) THEN
    RAISE EXCEPTION 'model "%" does not exist', left(coalesce(chosen, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'See affinity.model.';
  END IF;
  RETURN QUERY
  SELECT n, v.pairs, v.people, v.auc, v.auc_low, v.auc_high, v.brier, v.slope, v.slope_low, v.slope_high, v.incremental_r_squared
  FROM generate_series(1, 3) n LEFT JOIN affinity.validation v ON v.model = chosen AND v.phase = n ORDER BY n;
END
$$;
COMMENT ON FUNCTION affinity.affinity_validation(text) IS
'How well the scores of a model, by default the active one, have foretold whom people want to meet, as affinity.validate has published it: a
row a phase, NULL of fewer than five people.

For administrators and accounts with role researcher (42501). 22023: no such model.';

CREATE OR REPLACE FUNCTION affinity.declare_group(attribute text, group_name text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  asker CONSTANT uuid := affinity.require_asker('research');
BEGIN
  PERFORM affinity.hold_consent(asker, 'research');
  IF declare_group.group_name IS NULL THEN
    DELETE FROM affinity.declared_group g WHERE g.person_id = asker AND g.attribute = declare_group.attribute;
    RETURN;
  END IF;
  INSERT INTO affinity.declared_group AS g (person_id, attribute, group_name)
  VALUES (asker, declare_group.attribute, declare_group.group_name)
  ON CONFLICT (person_id, attribute) DO UPDATE SET group_name = excluded.group_name, declared_at = excluded.declared_at
  WHERE g.group_name <> excluded.group_name;
EXCEPTION WHEN check_violation OR not_null_violation THEN  -- whose error would quote the row
  RAISE EXCEPTION 'the attribute or group has no such name' USING ERRCODE = 'invalid_parameter_value',
    HINT = 'Names are up to 40 small letters and _, of groups also digits, + and -.';
END
$$;
COMMENT ON FUNCTION affinity.declare_group(text, text) IS
'The account of this request says to which group of an attribute it belongs, such as origin; NULL takes it back. Used for
affinity.group_difference alone.

Errors: 42501 no consent of kind research; 22023 a name in other than small letters, or none.';
