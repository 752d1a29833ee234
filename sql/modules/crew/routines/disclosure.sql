-- How employers see what is known of people: levels and whole numbers, and nothing of a crew that is too small.

CREATE OR REPLACE FUNCTION crew.level(score float8) RETURNS text
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  RETURN (SELECT harmony_internal.score_level(score, s.level_medium_above, s.level_high_above) FROM crew.setting s);
COMMENT ON FUNCTION crew.level(float8) IS
'The level of a score by the cut-offs of crew.setting: above 70 high, above 30 medium, else low (harmony_internal.score_level).';

CREATE OR REPLACE FUNCTION crew.whole(document jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  shares CONSTANT text[] := '{data_quality,success_data_quality,p_top}';
BEGIN
  RETURN CASE jsonb_typeof(document)
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(e.key, CASE
        WHEN e.key = 'below' THEN e.value
        WHEN e.key = ANY (shares) AND jsonb_typeof(e.value) = 'number'
        THEN to_jsonb(harmony_internal.rounded_score(e.value::float8, 2)) ELSE crew.whole(e.value) END), '{}')
      FROM jsonb_each(document) e)
    WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(crew.whole(e.value) ORDER BY e.n), '[]') FROM jsonb_array_elements(document) WITH ORDINALITY e (value, n))
    WHEN 'number' THEN to_jsonb(harmony_internal.rounded_score(document::float8, 0))
    ELSE document END;
END
$$;
COMMENT ON FUNCTION crew.whole(jsonb) IS
'A document of people''s scores as employers see it: whole numbers, and whole percent of shares (data_quality, success_data_quality,
p_top). A rule''s cut-off (below) stays.';

CREATE OR REPLACE FUNCTION crew.shown_metrics(document jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE jsonb_typeof(document) WHEN 'object' THEN crew.whole(document
    - '{min_agreeableness,min_emotional_stability,mean_gca,parts}'::text[]) END;
COMMENT ON FUNCTION crew.shown_metrics(jsonb) IS
'Metrics, fit or diagnosis of a crew as employers see them: in whole numbers, without the two minima, which are one member''s trait, the
mean ability, which fewer may have been measured in, and the parts of the diagnosis, which are made of them.';

CREATE OR REPLACE FUNCTION crew.under_least() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN format('Fewer than %s people whose traits were measured: a figure of them would be single people''s.', crew.least_crew());
COMMENT ON FUNCTION crew.under_least() IS 'Why an employer is shown nothing of a crew that is too small.';
