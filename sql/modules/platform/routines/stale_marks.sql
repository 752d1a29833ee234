-- Stale marks: triggers for the tables of all modules, and the registration of interest in another module's changes. Trigger
-- functions run as the owner, since whoever changes a row may not write marks.

-- A trigger function of its own for each table, from one text: PL/pgSQL then plans a fixed column name once a session. Taking the key
-- out of to_jsonb(row) in one function for all tables took more than twice as long for a single row, and ten times for many.
CREATE OR REPLACE FUNCTION platform.mark_changes(relation regclass, key_column name, kind text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  function CONSTANT text := (
    SELECT format('%I.%I', n.nspname, format('mark_%s_stale', c.relname))
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = relation);
  event record;
BEGIN
  EXECUTE format($text$
    CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $body$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO platform.stale_mark (kind, key) SELECT DISTINCT %2$L, n.%3$I FROM new_rows n WHERE n.%3$I IS NOT NULL;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO platform.stale_mark (kind, key) SELECT DISTINCT %2$L, o.%3$I FROM old_rows o WHERE o.%3$I IS NOT NULL;
      ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO platform.stale_mark (kind, key)
        SELECT %2$L, r.key FROM (SELECT n.%3$I FROM new_rows n UNION SELECT o.%3$I FROM old_rows o) r (key) WHERE r.key IS NOT NULL;
      ELSE
        INSERT INTO platform.stale_mark (kind) VALUES (%2$L);
      END IF;
      RETURN NULL;
    END
    $body$ $text$, function, kind, key_column);
  EXECUTE format('COMMENT ON FUNCTION %s() IS %L', function,
    format('Marks of kind %s for the changes of %s; made by platform.mark_changes.', kind, relation));
  FOR event IN
    SELECT * FROM (VALUES ('insert', 'REFERENCING NEW TABLE AS new_rows'), ('delete', 'REFERENCING OLD TABLE AS old_rows'),
                          ('update', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'), ('truncate', '')) e (name, tables)
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER mark_stale_%1$s AFTER %1$s ON %2$s %3$s FOR EACH STATEMENT EXECUTE FUNCTION %4$s()',
                   event.name, relation, event.tables, function);
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.mark_changes(regclass, name, text) IS
'Lets every statement that changes the table add a mark of this kind for each different key in the column, new and former, and
TRUNCATE one for all keys.

Writes the trigger function mark_<table>_stale in the table''s schema, and its four triggers, anew. A NULL marks nothing.';

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
  INSERT INTO platform.stale_mark (kind) VALUES (TG_ARGV[0]);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.mark_all_stale() IS
'Statement trigger (kind): one mark of this kind for all keys.

For what everything is computed with, and for TRUNCATE.';

-- Without the extension nothing is computed again: the triggers of these go with it, as those of the modules' own functions do.
ALTER FUNCTION platform.mark_row_stale() DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.mark_all_stale() DEPENDS ON EXTENSION harmony;

CREATE OR REPLACE FUNCTION platform.register_interest(source text, kind text) RETURNS void
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  INSERT INTO platform.stale_interest (source, kind) VALUES (register_interest.source, register_interest.kind) ON CONFLICT DO NOTHING;
END;
COMMENT ON FUNCTION platform.register_interest(text, text) IS
'From now on changes of the source write a mark of this kind; calling it again changes nothing.';
