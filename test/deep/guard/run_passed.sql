-- A role that may read what the policy "listed" lists, and no more, runs what has passed it, read only: where the role is refused, the
-- guard has let something through. No function outside of pg_catalog runs.
SET client_min_messages = error;
CREATE ROLE guard_reader;
DO $$
DECLARE name text; r record;
BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$|^harmony|^guard_test' LOOP
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %1$I FROM PUBLIC; REVOKE ALL ON ALL ROUTINES IN SCHEMA %1$I FROM PUBLIC;'
      'GRANT USAGE ON SCHEMA %1$I TO guard_reader', name);
  END LOOP;
  FOR r IN SELECT l.name, (SELECT ' (' || string_agg(quote_ident(a.attname), ', ') || ')' FROM pg_attribute a WHERE a.attrelid = l.oid
      AND l.denied IS NOT NULL AND NOT a.attisdropped AND a.attname <> l.denied) AS columns, l.denied FROM guard_test.listed l LOOP
    IF r.denied IS NULL OR r.columns IS NOT NULL THEN EXECUTE format('GRANT SELECT%s ON %s TO guard_reader', r.columns, r.name); END IF;
  END LOOP;
END $$;
CREATE FUNCTION guard_test.run_passed(OUT finished bigint, OUT refused text) LANGUAGE plpgsql AS $$
DECLARE s text;
BEGIN
  finished := 0;
  FOR s IN SELECT sql FROM guard_test.passed ORDER BY sql LOOP
    BEGIN
      PERFORM set_config('statement_timeout', '5s', true), set_config('role', 'guard_reader', true);
      EXECUTE s;
      PERFORM set_config('role', 'none', true);
      finished := finished + 1;
    EXCEPTION WHEN insufficient_privilege OR read_only_sql_transaction OR internal_error THEN
      refused := coalesce(refused, '') || format('%s: %s; ', SQLERRM, s);
      WHEN OTHERS OR query_canceled THEN NULL;
    END;
  END LOOP;
END $$;
SELECT pg_stat_reset() \g /dev/null
BEGIN READ ONLY;
SELECT finished, pg_catalog.concat(refused) AS refused FROM guard_test.run_passed() \gset
COMMIT;
SELECT pg_sleep(1.5) \g /dev/null
SELECT guard_test.tell(format('server: rights that %s statements that pass lack, %s run to their end', count(*), :finished), :'refused')
FROM guard_test.passed;
SELECT guard_test.tell('server: functions that they call', guard_test.calls('^pg_catalog$'));
