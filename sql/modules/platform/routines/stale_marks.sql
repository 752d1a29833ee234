-- Stale marks: trigger functions for the tables of all modules, and the registration of interest in another module's changes. The
-- trigger functions run as the owner, since whoever changes a row may not write marks.

CREATE OR REPLACE FUNCTION platform.mark_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO platform.stale_mark (kind, key)
    SELECT DISTINCT TG_ARGV[0], r.key FROM (SELECT (to_jsonb(n) ->> TG_ARGV[1])::uuid AS key FROM new_rows n OFFSET 0) r
    WHERE r.key IS NOT NULL;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO platform.stale_mark (kind, key)
    SELECT DISTINCT TG_ARGV[0], r.key FROM (SELECT (to_jsonb(o) ->> TG_ARGV[1])::uuid AS key FROM old_rows o OFFSET 0) r
    WHERE r.key IS NOT NULL;
  ELSE
    INSERT INTO platform.stale_mark (kind, key)
    SELECT TG_ARGV[0], r.key
    FROM (SELECT (to_jsonb(n) ->> TG_ARGV[1])::uuid AS key FROM new_rows n
          UNION SELECT (to_jsonb(o) ->> TG_ARGV[1])::uuid FROM old_rows o) r
    WHERE r.key IS NOT NULL;
  END IF;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.mark_stale() IS
'Statement trigger (kind, column): a mark of this kind for each different key that the column holds in the rows of a statement.

The transition tables are named new_rows and old_rows. An update marks the former keys too; a NULL marks nothing.';

CREATE OR REPLACE FUNCTION platform.mark_row_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO platform.stale_mark (kind, key)
  SELECT DISTINCT TG_ARGV[i], (r.version ->> TG_ARGV[i + 1])::uuid
  FROM unnest(ARRAY[to_jsonb(NEW), to_jsonb(OLD)]) r (version) CROSS JOIN generate_series(0, TG_NARGS - 2, 2) i
  WHERE r.version ->> TG_ARGV[i + 1] IS NOT NULL;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.mark_row_stale() IS
'Row trigger (kind, column, kind, column, ...): a mark of each kind for the key in its column, new and former.

For triggers with a list of columns, which cannot have transition tables.';

CREATE OR REPLACE FUNCTION platform.mark_all_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  EXECUTE format('INSERT INTO platform.stale_mark (kind, key) SELECT $1, t.%I FROM %s t', TG_ARGV[2], TG_ARGV[1]::regclass)
    USING TG_ARGV[0];
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.mark_all_stale() IS
'Statement trigger (kind, table, column): a mark of this kind for each row of the table.

For what everything is computed with, and for TRUNCATE.';

CREATE OR REPLACE FUNCTION platform.register_interest(source text, kind text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  INSERT INTO platform.stale_interest (source, kind) VALUES (register_interest.source, register_interest.kind) ON CONFLICT DO NOTHING;
END;
COMMENT ON FUNCTION platform.register_interest(text, text) IS
'From now on changes of the source write a mark of this kind; calling it again changes nothing.';
