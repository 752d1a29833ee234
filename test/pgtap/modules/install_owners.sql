-- What belongs to another role in a module's schema, of every kind that a schema can hold, keeps harmony.install and harmony.uninstall
-- from running, so that nobody's code runs with the installer's rights.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();

CREATE ROLE harmony_test_stranger;
CREATE FOREIGN DATA WRAPPER harmony_test_wrapper;
CREATE SERVER harmony_test_server FOREIGN DATA WRAPPER harmony_test_wrapper;

-- Runs `plant`, gives what `owned` names to the stranger, and tells how installation and uninstallation end; then all is as before.
CREATE FUNCTION pg_temp.outcome(plant text, owned text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  outcome text := '';
  call text;
BEGIN
  EXECUTE plant;
  IF owned IS NOT NULL THEN
    EXECUTE format('ALTER %s OWNER TO harmony_test_stranger', owned);
  END IF;
  FOREACH call IN ARRAY ARRAY[$c$SELECT harmony.install('platform')$c$, $c$SELECT harmony.uninstall('crew', true)$c$] LOOP
    BEGIN
      EXECUTE call;
      outcome := outcome || ' done';
    EXCEPTION WHEN OTHERS THEN
      outcome := concat_ws(' ', outcome, SQLSTATE, CASE WHEN SQLERRM ~ 'belongs to another role|may create objects in schema' THEN 'named'
        ELSE SQLERRM END);
    END;
  END LOOP;
  RAISE EXCEPTION USING ERRCODE = 'ZZ999', MESSAGE = outcome;
EXCEPTION WHEN SQLSTATE 'ZZ999' THEN
  RETURN SQLERRM;
END $$;

CREATE TEMP TABLE planted (name text, plant text, owned text);
INSERT INTO planted VALUES
  ('a table', 'CREATE TABLE %I.planted (x integer)', 'TABLE %I.planted'),
  ('a partitioned table', 'CREATE TABLE %I.planted (x integer) PARTITION BY LIST (x)', 'TABLE %I.planted'),
  ('a foreign table', 'CREATE FOREIGN TABLE %I.planted (x integer) SERVER harmony_test_server', 'FOREIGN TABLE %I.planted'),
  ('a view', 'CREATE VIEW %I.planted AS SELECT 1', 'VIEW %I.planted'),
  ('a materialized view', 'CREATE MATERIALIZED VIEW %I.planted AS SELECT 1', 'MATERIALIZED VIEW %I.planted'),
  ('a sequence', 'CREATE SEQUENCE %I.planted', 'SEQUENCE %I.planted'),
  ('a function', 'CREATE FUNCTION %I.planted() RETURNS integer LANGUAGE sql RETURN 1', 'FUNCTION %I.planted()'),
  ('a procedure', 'CREATE PROCEDURE %I.planted() LANGUAGE sql AS ''''', 'PROCEDURE %I.planted()'),
  ('an aggregate', 'CREATE AGGREGATE %I.planted(integer) (SFUNC = int4pl, STYPE = integer)', 'AGGREGATE %I.planted(integer)'),
  ('a window function', 'CREATE FUNCTION %I.planted() RETURNS bigint LANGUAGE internal WINDOW AS ''window_row_number''',
    'FUNCTION %I.planted()'),
  ('a composite type', 'CREATE TYPE %I.planted AS (x integer)', 'TYPE %I.planted'),
  ('an enumeration', 'CREATE TYPE %I.planted AS ENUM (''x'')', 'TYPE %I.planted'),
  ('a range', 'CREATE TYPE %I.planted AS RANGE (SUBTYPE = integer)', 'TYPE %I.planted'),
  ('a domain', 'CREATE DOMAIN %I.planted AS integer', 'DOMAIN %I.planted'),
  ('a shell type', 'CREATE TYPE %I.planted', 'TYPE %I.planted'),
  ('an operator', 'CREATE OPERATOR %I.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)',
    'OPERATOR %I.=== (integer, integer)'),
  ('an operator family', 'CREATE OPERATOR FAMILY %I.planted USING btree', 'OPERATOR FAMILY %I.planted USING btree'),
  ('an operator class', 'CREATE OPERATOR CLASS %I.planted FOR TYPE integer USING hash AS OPERATOR 1 =',
    'OPERATOR CLASS %I.planted USING hash'),
  ('a collation', 'CREATE COLLATION %I.planted FROM "C"', 'COLLATION %I.planted'),
  ('a conversion', 'CREATE CONVERSION %I.planted FOR ''LATIN1'' TO ''UTF8'' FROM iso8859_1_to_utf8', 'CONVERSION %I.planted'),
  ('a text search configuration', 'CREATE TEXT SEARCH CONFIGURATION %I.planted (COPY = simple)', 'TEXT SEARCH CONFIGURATION %I.planted'),
  ('a text search dictionary', 'CREATE TEXT SEARCH DICTIONARY %I.planted (TEMPLATE = simple)', 'TEXT SEARCH DICTIONARY %I.planted'),
  ('extended statistics', 'CREATE TABLE public.planted (x integer, y integer); CREATE STATISTICS %I.planted ON x, y FROM public.planted',
    'STATISTICS %I.planted');
SELECT is(pg_temp.outcome(format(plant, 'platform'), format(owned, 'platform')), ' 42501 named done',
  name || ' in platform: not installed') FROM planted;
SELECT is(pg_temp.outcome(format(plant, 'crew'), format(owned, 'crew')), ' done 42501 named', name || ' in crew: not uninstalled')
  FROM planted;
SELECT is(pg_temp.outcome('SELECT', 'SCHEMA platform'), ' 42501 named done', 'the schema itself');
SELECT is(pg_temp.outcome('CREATE SCHEMA IF NOT EXISTS api', 'SCHEMA api'), ' 42501 named 42501 named',
  'schema api, where modules make objects too');
SELECT is(pg_temp.outcome('CREATE FUNCTION public.planted() RETURNS trigger LANGUAGE plpgsql AS ''BEGIN RETURN NULL; END'';
  CREATE TRIGGER planted AFTER INSERT ON platform.account FOR EACH ROW EXECUTE FUNCTION public.planted()', 'FUNCTION public.planted()'),
    ' 42501 named done',
  'a trigger whose function is a stranger''s');
-- Partitions and children of a module's tables in another schema: their rows are read and written with the module's.
SELECT is(pg_temp.outcome('CREATE TABLE platform.parted (x integer) PARTITION BY LIST (x);
  CREATE TABLE public.planted PARTITION OF platform.parted DEFAULT', 'TABLE public.planted'), ' 42501 named done', 'a partition elsewhere');
SELECT is(pg_temp.outcome('CREATE TABLE crew.parted (x integer) PARTITION BY LIST (x);
  CREATE TABLE public.planted PARTITION OF crew.parted DEFAULT', 'TABLE public.planted'), ' done 42501 named', 'and before uninstalling');
SELECT is(pg_temp.outcome('CREATE TABLE public.planted () INHERITS (crew.pulse)', 'TABLE public.planted'), ' done 42501 named', 'a child');
SELECT is(pg_temp.outcome('ALTER DEFAULT PRIVILEGES FOR ROLE harmony_test_stranger IN SCHEMA crew GRANT EXECUTE ON FUNCTIONS TO PUBLIC',
  NULL), ' done 42501 named', 'privileges by default');
SELECT is(pg_temp.outcome('GRANT CREATE ON SCHEMA crew TO harmony_test_stranger', NULL), ' done 42501 named',
  'a stranger may create before uninstalling');
SELECT is(pg_temp.outcome('GRANT CREATE ON SCHEMA platform TO PUBLIC', NULL), ' 42501 named done', 'everybody may create objects');
SELECT is(pg_temp.outcome('GRANT CREATE ON SCHEMA platform TO harmony_test_stranger', NULL), ' 42501 named done', 'a stranger may');

-- The same of the installer or of a superuser is no harm; all at once, each under a name of its own.
CREATE TEMP TABLE together AS
SELECT string_agg(replace(format(plant, 'platform'), 'planted', 'planted_' || n), '; ') AS plant,
       string_agg(format('ALTER %s OWNER TO harmony_test_stranger', replace(format(owned, 'platform'), 'planted', 'planted_' || n)),
         '; ') AS give
FROM (SELECT row_number() OVER () AS n, * FROM planted) p;
SELECT is(pg_temp.outcome(plant, NULL), ' done done', 'everything of the installer') FROM together;
ALTER ROLE harmony_test_stranger SUPERUSER;
SELECT is(pg_temp.outcome(plant || '; ' || give, NULL), ' done done', 'everything of a superuser') FROM together;

SELECT * FROM finish();
ROLLBACK;
