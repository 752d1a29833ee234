-- What metrics are, and from which run to which.

CREATE OR REPLACE FUNCTION signals.funnel_kind(unit text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN lower(unit) IN ('proportion', 'percent', '%') THEN 'proportion' WHEN lower(unit) = 'ratio' THEN 'ratio' END;
COMMENT ON FUNCTION signals.funnel_kind(text) IS
'The kind of harmony.funnel that a metric of this unit has: proportion for proportion, percent and %, ratio for ratio; NULL: none.';

CREATE OR REPLACE FUNCTION signals.unit_scale(unit text) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN lower(unit) IN ('percent', '%') THEN 0.01 ELSE 1 END;
COMMENT ON FUNCTION signals.unit_scale(text) IS
'By what a value of this unit is multiplied to be one an encounter: 0.01 for percent and %, else 1.';

CREATE OR REPLACE FUNCTION signals.check_metric() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  other text;
BEGIN
  -- Of two at once the second sees the first's row.
  PERFORM pg_advisory_xact_lock(hashtext('signals.dim_metric ' || NEW.organization_id), hashtext(NEW.metric_id));
  other := (SELECT m.valid_from FROM signals.dim_metric m
            WHERE m.organization_id = NEW.organization_id AND m.metric_id = NEW.metric_id AND m.valid_from <> NEW.valid_from
              AND m.valid_from IS DISTINCT FROM CASE TG_OP WHEN 'UPDATE' THEN OLD.valid_from END
              AND (m.valid_to IS NULL OR m.valid_to > NEW.valid_from) AND (NEW.valid_to IS NULL OR NEW.valid_to > m.valid_from) LIMIT 1);
  IF other IS NOT NULL THEN
    RAISE EXCEPTION 'metric "%" has two rows for the same runs', NEW.metric_id USING ERRCODE = 'exclusion_violation',
      DETAIL = format('One is valid from "%s", the other from "%s".', other, NEW.valid_from),
      HINT = 'Set valid_to of the earlier one to the first run of the later.';
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION signals.check_metric() IS 'Refuses a row of signals.dim_metric for runs that another row of the metric is for (23P01).';

CREATE OR REPLACE FUNCTION signals.check_cutoff() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM harmony.classify_signal(0, 50, 0, 0, 0, false, 12, NEW.document);
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION signals.check_cutoff() IS
'Refuses cut-offs that harmony.classify_signal does not take (22023): a run would be refused by them later.';
