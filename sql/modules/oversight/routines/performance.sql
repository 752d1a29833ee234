-- What predictions were worth, and whether what models see has drifted. Figures are the extension's.

CREATE OR REPLACE FUNCTION oversight.figures_of(models integer[], version text, start timestamptz, "end" timestamptz) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH chosen AS (
    SELECT min(m.kind) AS kind, max(m.threshold) AS threshold FROM oversight.model m WHERE m.id = ANY (models)
  ), told AS (
    SELECT p.prediction, p.outcome FROM oversight.prediction p
    WHERE p.model_id = ANY (models) AND p.created_at >= start AND p.created_at < "end"
      AND (figures_of.version IS NULL OR p.version = figures_of.version)
  ), kind AS (
    SELECT coalesce(c.kind, CASE WHEN bool_and(t.prediction BETWEEN 0 AND 1) AND bool_and(coalesce(t.outcome IN (0, 1), true))
                            THEN 'two_classes' ELSE 'number' END) AS kind, c.threshold
    FROM chosen c LEFT JOIN told t ON true GROUP BY c.kind, c.threshold
  ), figure AS (
    SELECT count(t.prediction) AS n, count(t.outcome) AS validated, k.kind,
      CASE k.kind WHEN 'two_classes'
        THEN to_jsonb(harmony.binary_performance(t.outcome = 1, t.prediction, k.threshold)
                      FILTER (WHERE k.kind = 'two_classes' AND t.prediction BETWEEN 0 AND 1))
        ELSE to_jsonb(harmony.regression_performance(t.outcome, t.prediction)) END AS performance,
      to_jsonb(harmony.estimated_performance(t.prediction, k.threshold)
               FILTER (WHERE k.kind = 'two_classes' AND t.outcome IS NULL AND t.prediction BETWEEN 0 AND 1)) AS expected
    FROM kind k LEFT JOIN told t ON true GROUP BY k.kind, k.threshold
  )
  SELECT jsonb_build_object('n', f.n, 'validated', f.validated, 'kind', f.kind, 'performance', f.performance, 'expected', f.expected)
  FROM figure f;
END;
COMMENT ON FUNCTION oversight.figures_of(integer[], text, timestamptz, timestamptz) IS
'Of predictions of these models from start to before end, of one version or all: {n, validated, kind, performance, expected}. performance
is the row of harmony.binary_performance or regression_performance over those with an outcome, expected that of
harmony.estimated_performance over those without.';

CREATE OR REPLACE FUNCTION oversight.number_of(value jsonb) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- Compared before it is written out: 1e100000 is a few bytes here, and 100 kB as text.
  RETURN CASE WHEN jsonb_typeof(value) <> 'number' OR NOT value::numeric BETWEEN -1e100 AND 1e100 THEN NULL
              WHEN value::numeric BETWEEN -1e-100 AND 1e-100 THEN 0 ELSE value::numeric::float8 END;
COMMENT ON FUNCTION oversight.number_of(jsonb) IS
'A number of a document; 0 for one within 1e-100 of it, NULL for what is none, or beyond 1e100.';

CREATE OR REPLACE FUNCTION oversight.category_of(value jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE jsonb_typeof(value) WHEN 'null' THEN NULL WHEN 'number' THEN coalesce(oversight.number_of(value)::text, 'beyond 1e100')
         ELSE left(value #>> '{}', 200) END;
COMMENT ON FUNCTION oversight.category_of(jsonb) IS
'What a value of a document counts as where not all are numbers: its first 200 characters; NULL for null.';

CREATE OR REPLACE FUNCTION oversight.input_name(key text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN length(key) <= 200 THEN key ELSE left(key, 200) || ' ' || md5(key) END;
COMMENT ON FUNCTION oversight.input_name(text) IS
'The name of an input; of a long one 200 characters and the MD5 of all, so that it stays one of its kind.';

CREATE OR REPLACE FUNCTION oversight.drift_of(models integer[], version text, start timestamptz, "end" timestamptz,
                                              reference_start timestamptz, reference_end timestamptz)
RETURNS TABLE (part text, input text, figures jsonb, p float8, p_adjusted float8, level text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  WITH side AS MATERIALIZED (
    SELECT t.created_at < start AS is_reference, t.prediction, t.prediction - t.outcome AS residual, i.input
    FROM oversight.prediction t LEFT JOIN oversight.prediction_input i ON i.prediction_id = t.id
    WHERE t.model_id = ANY (models) AND (drift_of.version IS NULL OR t.version = drift_of.version)
      AND (t.created_at >= start AND t.created_at < "end" OR t.created_at >= reference_start AND t.created_at < reference_end)
  ), whole AS (
    SELECT nullif(count(*) FILTER (WHERE s.is_reference), 0)::float8 AS reference,
           nullif(count(*) FILTER (WHERE NOT s.is_reference), 0)::float8 AS current FROM side s
  ), name AS MATERIALIZED (
    SELECT e.key, coalesce(bool_and(jsonb_typeof(e.value) = 'number') FILTER (WHERE jsonb_typeof(e.value) <> 'null'), false) AS is_number
    FROM side s CROSS JOIN LATERAL jsonb_each(s.input) e GROUP BY e.key ORDER BY e.key LIMIT 200
  ), compared AS (
    SELECT e.key,
      harmony.drift(oversight.number_of(e.value), s.is_reference) FILTER (WHERE n.is_number) AS number,
      harmony.drift_categories(oversight.category_of(e.value), s.is_reference) FILTER (WHERE NOT n.is_number) AS category,
      count(*) FILTER (WHERE s.is_reference AND jsonb_typeof(e.value) <> 'null') AS reference,
      count(*) FILTER (WHERE NOT s.is_reference AND jsonb_typeof(e.value) <> 'null') AS current
    FROM side s CROSS JOIN LATERAL jsonb_each(s.input) e JOIN name n ON n.key = e.key GROUP BY e.key
  ), judged AS (
    -- What a row lacks is missing as what is null: counted against all rows.
    SELECT 'input' AS part, oversight.input_name(c.key) AS input, coalesce(to_jsonb(c.number), to_jsonb(c.category)) - 'level'::text
        || jsonb_build_object('missing_reference', (w.reference - coalesce((c.number).n_reference, c.reference)) / w.reference,
                              'missing_current', (w.current - coalesce((c.number).n_current, c.current)) / w.current) AS figures,
      coalesce((c.number).ks_p, (c.category).p) AS p, coalesce((c.number).level, (c.category).level) AS level
    FROM compared c CROSS JOIN whole w
    UNION ALL
    SELECT d.part, '', to_jsonb(d.d) - 'level'::text, (d.d).ks_p, (d.d).level
    FROM (SELECT 'prediction' AS part, harmony.drift(s.prediction, s.is_reference) AS d FROM side s
          UNION ALL SELECT 'residual', harmony.drift(s.residual, s.is_reference) FROM side s HAVING count(s.residual) > 0) d
    WHERE (d.d).n_current IS NOT NULL
  )
  SELECT j.part, j.input, j.figures, j.p, a.p_adjusted, harmony_internal.drift_level_again(j.level, a.p_adjusted)
  FROM (SELECT array_agg(j.part ORDER BY j.part, j.input) AS parts, array_agg(j.input ORDER BY j.part, j.input) AS inputs,
               harmony.fdr_bh(array_agg(j.p ORDER BY j.part, j.input)) AS adjusted FROM judged j) f
  CROSS JOIN LATERAL unnest(f.parts, f.inputs, f.adjusted) a (part, input, p_adjusted)
  JOIN judged j ON j.part = a.part AND j.input = a.input
  ORDER BY j.part, j.input;
END;
COMMENT ON FUNCTION oversight.drift_of(integer[], text, timestamptz, timestamptz, timestamptz, timestamptz) IS
'Drift of each input of these models, of their predictions and residuals (prediction - outcome): rows from start to before end beside those
from reference_start to before reference_end. Up to 200 inputs by name (oversight.input_name); one whose values are all numbers goes by
harmony.drift, another by harmony.drift_categories. p_adjusted is over all of them, and level goes by it.';

CREATE OR REPLACE FUNCTION oversight.performance_document(models integer[], version text, days integer, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  width CONSTANT interval := make_interval(hours => 24 * days);
  start CONSTANT timestamptz := at - width;
  beyond CONSTANT timestamptz := at + interval '1 microsecond';
  reference_end timestamptz;
  figures CONSTANT jsonb := oversight.figures_of(models, version, start, beyond);
  reference jsonb;
BEGIN
  -- The last window of this length that ends with a prediction whose outcome is known, else with any.
  SELECT coalesce(max(p.created_at) FILTER (WHERE p.outcome IS NOT NULL), max(p.created_at)) + interval '1 microsecond' INTO reference_end
  FROM oversight.prediction p
  WHERE p.model_id = ANY (models) AND p.created_at < start
    AND (performance_document.version IS NULL OR p.version = performance_document.version);
  IF reference_end IS NOT NULL THEN
    reference := oversight.figures_of(models, version, reference_end - width, reference_end);
  END IF;
  RETURN jsonb_build_object('window', jsonb_build_object('start', start, 'end', at, 'days', days),
    'n', figures -> 'n', 'performance', figures -> 'performance', 'expected', figures -> 'expected',
    'reference', CASE WHEN reference_end IS NOT NULL THEN jsonb_build_object(
      'window', jsonb_build_object('start', reference_end - width, 'end', reference_end), 'n', reference -> 'n',
      'performance', reference -> 'performance', 'auc_change', (
        SELECT to_jsonb(d) FROM harmony.auc_difference(
          (figures #>> '{performance,auc}')::float8, (figures #>> '{performance,auc_se}')::float8,
          (reference #>> '{performance,auc}')::float8, (reference #>> '{performance,auc_se}')::float8) d
        WHERE d.difference IS NOT NULL)) END,
    'drift', coalesce((
      SELECT jsonb_agg(jsonb_build_object('part', d.part, 'input', d.input, 'level', d.level, 'p_adjusted', d.p_adjusted) || d.figures
                       ORDER BY d.part, d.input)
      FROM oversight.drift_of(models, version, start, beyond, reference_end - width, reference_end) d), '[]'),
    'by_version', coalesce((
      SELECT jsonb_agg(jsonb_build_object('version', v.version) || oversight.figures_of(models, v.version, start, beyond) ORDER BY
      v.version)
      FROM (SELECT DISTINCT p.version FROM oversight.prediction p
            WHERE p.model_id = ANY (models) AND p.created_at >= start AND p.created_at < beyond
              AND (performance_document.version IS NULL OR p.version = performance_document.version)
            ORDER BY p.version LIMIT 100) v), '[]'));
END
$$;
COMMENT ON FUNCTION oversight.performance_document(integer[], text, integer, timestamptz) IS
'What oversight.model_performance tells of these models at a time, without asking who asks.';

CREATE OR REPLACE FUNCTION oversight.published_performance(name text, organizations uuid[]) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_build_object('window', CASE WHEN max(f.period) IS NOT NULL THEN jsonb_build_object('year', max(f.period)) END,
    'n', (array_agg(e.value -> 'n' ORDER BY f.period DESC, f.subject_id))[1],
    'performance', (array_agg(e.value -> 'performance' ORDER BY f.period DESC, f.subject_id))[1],
    'expected', NULL, 'reference', NULL, 'drift', '[]'::jsonb, 'by_version', '[]'::jsonb,
    'years', coalesce(jsonb_agg(jsonb_build_object('organization', f.subject_id, 'year', f.period::integer) || e.value
                                ORDER BY f.period DESC, f.subject_id), '[]'))
  FROM platform.newest_figures('model_performance', organizations) f CROSS JOIN LATERAL jsonb_array_elements(f.figures) e (value)
  WHERE e.value ->> 'model' = published_performance.name;
END;
COMMENT ON FUNCTION oversight.published_performance(text, uuid[]) IS
'What was published of a model about people (oversight.publish_performance): the newest year as performance, all in years.';

CREATE OR REPLACE FUNCTION oversight.model_performance(model text, version text DEFAULT NULL, days integer DEFAULT 30,
                                                       organization uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  organizations CONSTANT uuid[] := platform.require_organizations(organization);
  models integer[];
BEGIN
  IF days BETWEEN 1 AND 365 IS NOT TRUE THEN
    RAISE EXCEPTION 'days must be between 1 and 365' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  models := oversight.models_named(model, organizations);
  IF NOT (platform.is_privileged() OR platform.is_admin())
     AND EXISTS (SELECT FROM oversight.model m WHERE m.id = ANY (models) AND m.about_people) THEN
    RETURN oversight.published_performance(model, organizations);
  END IF;
  RETURN oversight.performance_document(models, version, days, now());
END
$$;
COMMENT ON FUNCTION oversight.model_performance(text, text, integer, uuid) IS
'What a model''s predictions of the last days were worth: {window, n, performance, expected, reference, drift, by_version}.

performance: over predictions with an outcome, the row of harmony.binary_performance or regression_performance; expected:
harmony.estimated_performance over those without, right only where the probabilities are calibrated, which reference shows: the performance
in the last window of the same length before whose outcomes are known; its auc_change {difference, low, high} is the window''s area less
that of the reference (harmony.auc_difference, 95 %). drift [{part, input, level, ...}]: the window beside the reference,
levels by p-values adjusted over all of them. For members of the organisation and administrators; without an organisation over all that
the request acts for.

Members are told of a model about people what was published alone: a calendar year (UTC) after its end, once, of at least five people,
rounded, in performance the newest and in years all. Errors: 22023 for days outside of 1 to 365 and no such model; 42501; 22003 where values
are so far apart that a figure is beyond the range of float8.';
