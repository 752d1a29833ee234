-- Figures against the borders of a year.

CREATE OR REPLACE FUNCTION delivery.tier(organization uuid, year integer, figure text, value float8, month float8 DEFAULT NULL,
                                         half_year float8 DEFAULT NULL) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF value IS NULL OR NOT EXISTS (SELECT FROM delivery.borders(organization, year, figure) b WHERE b.is_ladder) THEN
    RETURN NULL;
  END IF;
  RETURN coalesce((
    SELECT b.tier FROM delivery.borders(organization, year, figure) b
    CROSS JOIN LATERAL (
      SELECT CASE b.measure WHEN 'median_days_per_month' THEN month WHEN 'median_days_per_half_year' THEN half_year
             ELSE value END) m (value)
    WHERE b.is_ladder AND CASE WHEN figure = 'frequency' THEN m.value > b.border ELSE m.value < b.border END
       OR b.is_ladder AND b.is_inclusive AND m.value = b.border
    ORDER BY array_position('{elite,high,medium,low}', b.tier) LIMIT 1), 'low');
END
$$;
COMMENT ON FUNCTION delivery.tier(uuid, integer, text, float8, float8, float8) IS
'The tier of a figure (frequency, lead, cfr, restore) in a year: elite, high, medium or low; NULL for NULL, and where the clusters of the
year are in no order. Of frequency value is the median of deployment days a week, beside those a month and half a year.';

CREATE OR REPLACE FUNCTION delivery.borders(organization uuid, year integer, figure text)
RETURNS TABLE (tier text, measure text, border float8, is_inclusive boolean, is_ladder boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 3 SET search_path = pg_catalog, pg_temp
AS $$
  SELECT b.tier, b.measure, b.border, b.is_inclusive, b.is_ladder FROM delivery.benchmark b
  WHERE b.year = borders.year AND b.figure = borders.figure
    AND b.organization_id IS NOT DISTINCT FROM (
      SELECT o.organization_id FROM delivery.benchmark o
      WHERE o.year = borders.year AND o.figure = borders.figure AND o.organization_id = borders.organization LIMIT 1)
$$;
COMMENT ON FUNCTION delivery.borders(uuid, integer, text) IS
'The borders of a figure''s tiers in a year: the organisation''s own, else those of all.';

CREATE OR REPLACE FUNCTION delivery.tier_with_crossing(organization uuid, year integer, figure text, value float8, low float8, high float8,
                                                       month float8 DEFAULT NULL, half_year float8 DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own CONSTANT text := delivery.tier(organization, year, figure, value, month, half_year);
BEGIN
  RETURN jsonb_build_object('tier', own, 'crosses', CASE WHEN own IS NOT NULL THEN
    delivery.tier(organization, year, figure, low) <> delivery.tier(organization, year, figure, high) END);
END
$$;
COMMENT ON FUNCTION delivery.tier_with_crossing(uuid, integer, text, float8, float8, float8, float8, float8) IS
'{tier, crosses}: whether a border lies between the ends of the figure''s interval; null without an interval.';
