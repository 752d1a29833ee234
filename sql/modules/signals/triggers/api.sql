-- What views of schema api do in place of writing to their tables, with the rights of whoever writes.

CREATE OR REPLACE FUNCTION signals.signal_patched() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  PERFORM signals.describe_signal(OLD.id, NEW.description, NEW.why_it_matters);
  RETURN NEW;
EXCEPTION WHEN lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION signals.signal_patched() IS 'Describes a signal by signals.describe_signal.';
