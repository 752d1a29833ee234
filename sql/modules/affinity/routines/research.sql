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
  INSERT INTO affinity.declared_group (person_id, attribute, group_name)
  VALUES (asker, declare_group.attribute, declare_group.group_name)
  ON CONFLICT (person_id, attribute) DO UPDATE SET group_name = excluded.group_name;
EXCEPTION WHEN check_violation OR not_null_violation THEN  -- whose error would quote the row
  RAISE EXCEPTION 'the attribute or group has no such name' USING ERRCODE = 'invalid_parameter_value',
    HINT = 'Names are up to 40 small letters and _, of groups also digits, + and -.';
END
$$;
COMMENT ON FUNCTION affinity.declare_group(text, text) IS
'The account of this request says to which group of an attribute it belongs, such as origin; NULL takes it back. Used for
affinity.group_difference alone.

Errors: 42501 no consent of kind research; 22023 a name in other than small letters, or none.';

CREATE OR REPLACE FUNCTION affinity.publish_differences() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  n bigint;
BEGIN
  DELETE FROM affinity.group_difference;
  WITH side AS (
    SELECT p.person_a AS person, p.model, p.visual_ba AS visual, p.personality FROM affinity.pair p
    UNION ALL SELECT p.person_b, p.model, p.visual_ab, p.personality FROM affinity.pair p
  ), person AS (
    SELECT s.person, s.model, v.phase, avg(v.score) AS mean
    FROM side s CROSS JOIN LATERAL (VALUES (1, s.visual), (2, s.personality)) v (phase, score)
    WHERE affinity.has_consent(s.person, 'research') GROUP BY s.person, s.model, v.phase HAVING count(v.score) > 0
  ), declared AS (
    SELECT p.*, g.attribute, g.group_name FROM person p JOIN affinity.declared_group g ON g.person_id = p.person
    JOIN affinity.model m ON m.version = p.model AND m.is_active
  ), of_group AS (
    SELECT d.model, d.attribute, d.group_name, d.phase, count(*) AS people, avg(d.mean) AS mean
    FROM declared d GROUP BY d.model, d.attribute, d.group_name, d.phase
  ), with_others AS (
    SELECT g.*, o.people AS others, o.mean AS mean_others FROM of_group g CROSS JOIN LATERAL (
      SELECT count(*) AS people, avg(d.mean) AS mean FROM declared d
      WHERE (d.model, d.attribute, d.phase) = (g.model, g.attribute, g.phase) AND d.group_name <> g.group_name) o)
  INSERT INTO affinity.group_difference (model, attribute, group_name, phase, people, others, mean, mean_others)
  SELECT w.model, w.attribute, w.group_name, w.phase, w.people, w.others, round(w.mean), round(w.mean_others)
  FROM with_others w WHERE w.people >= 5 AND w.others >= 5;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.publish_differences() IS
'Publishes what people of each declared group score on the mean with others, as faces (phase 1) and in personality (phase 2), and all who
declared another group of the attribute, in whole numbers; returns how many. Of people with consent of kind research, by the active model,
where both sides have at least five people. For the owner of the modules.';

CREATE OR REPLACE FUNCTION affinity.researched_answers() RETURNS TABLE (person bigint, other bigint, is_willing boolean, scores float8[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH person AS MATERIALIZED (
    SELECT c.person_id AS id, row_number() OVER (ORDER BY c.person_id) AS n
    FROM affinity.consent c WHERE c.kind = 'research' AND c.withdrawn_at IS NULL)
  SELECT a.n, b.n, w.is_willing, w.scores
  FROM affinity.answer w JOIN person a ON a.id = w.person_id JOIN person b ON b.id = w.other_id
  JOIN affinity.model m ON m.version = w.model AND m.is_active;
END
$$;
COMMENT ON FUNCTION affinity.researched_answers() IS
'The answers about meeting between people with consent of kind research, who have numbers for names, and what the phases scored by the
active model, in that direction, when the answer was given; those that another model or none had scored are left out.';

CREATE OR REPLACE FUNCTION affinity.validate() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  version CONSTANT text := (affinity.active_model()).version;
  draws CONSTANT integer := 1000;
  n bigint;
BEGIN
  DELETE FROM affinity.validation;
  INSERT INTO affinity.validation (model, phase, pairs, people, auc, auc_low, auc_high, brier, slope, slope_low, slope_high,
    incremental_r_squared)
  SELECT version, v.phase, v.pairs, v.people, v.auc, v.auc_low, v.auc_high, v.brier, v.slope, v.slope_low, v.slope_high,
         v.incremental_r_squared
  FROM (SELECT harmony_internal.phase_validities(a.person, a.other, a.is_willing, a.scores, draws, 1) AS phases
        FROM affinity.researched_answers() a) f
  CROSS JOIN LATERAL unnest(f.phases) v WHERE v.people >= 5;
  GET DIAGNOSTICS n = ROW_COUNT;
  DELETE FROM affinity.answer_model;
  INSERT INTO affinity.answer_model (model, people, answers, actor_share, partner_share, relationship_share, weights, coefficients, low,
    high)
  SELECT version, f.people, f.answers, (f.relations).actor_share, (f.relations).partner_share, (f.relations).relationship_share,
         (f.fit).weights, (f.fit).coefficients, (f.fit).low, (f.fit).high
  FROM (SELECT count(*) AS answers, (SELECT count(DISTINCT u.n) FROM unnest(array_agg(a.person) || array_agg(a.other)) u (n)) AS people,
               harmony.social_relations(a.person, a.other, a.is_willing::integer::float8) AS relations,
               harmony_internal.phase_weights(a.person, a.other, a.is_willing, a.scores, draws, 1) AS fit
        FROM affinity.researched_answers() a) f
  WHERE f.people >= 5;
  PERFORM affinity.publish_differences();
  RETURN n;
END
$$;
COMMENT ON FUNCTION affinity.validate() IS
'Publishes how well the scores of the active model have foretold answers (affinity.validation), what lies in these (affinity.answer_model),
and differences between declared groups (affinity.publish_differences), in place of all that was published before, of whichever model;
returns for how many phases. An answer counts with the scores that stood when it was given. Of people with consent of kind research, nothing
of fewer than five; intervals by 1,000 draws of people. For the owner of the modules; the job affinity.validate calls it once in 30 days.';

CREATE OR REPLACE FUNCTION affinity.validate_job(payload jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object('phases', affinity.validate());
END
$$;
COMMENT ON FUNCTION affinity.validate_job(jsonb) IS 'A job: affinity.validate(); returns {phases}. The payload is not looked at.';
