-- Nothing of a judged statement runs, and no lock of it stays. A function that everything calls counts its calls in a sequence, which no
-- rollback takes back.
BEGIN;
SET client_min_messages = warning;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE SCHEMA trip;
CREATE SEQUENCE trip.calls;
CREATE FUNCTION trip.wire(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN $1; END $$;
CREATE FUNCTION trip.wire(text) RETURNS text LANGUAGE plpgsql STABLE AS $$ BEGIN PERFORM nextval('trip.calls'); RETURN $1; END $$;
CREATE FUNCTION trip.wire_volatile(int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM nextval('trip.calls'); RETURN $1; END $$;
CREATE FUNCTION trip.compare(int, int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN btint4cmp($1, $2); END $$;
CREATE FUNCTION trip.same(int, int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN $1 = $2; END $$;
CREATE FUNCTION trip.rows() RETURNS SETOF int LANGUAGE plpgsql STABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN NEXT 1; END $$;
CREATE OPERATOR trip.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = trip.same);
CREATE OPERATOR trip.= (LEFTARG = int, RIGHTARG = int, FUNCTION = trip.same);
CREATE AGGREGATE trip.last(int) (SFUNC = int4pl, STYPE = int, FINALFUNC = trip.wire, INITCOND = '0');
CREATE DOMAIN trip.checked AS int CHECK (trip.wire(VALUE) IS NOT NULL);
CREATE DOMAIN trip.checked_by_constant AS int CHECK (VALUE = VALUE + trip.wire(0));
CREATE TYPE trip.pair AS (a trip.checked, b text);
CREATE TYPE trip.word AS (word text);
CREATE FUNCTION trip.to_word(int) RETURNS trip.word LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN ROW($1::text)::trip.word; END $$;
CREATE CAST (int AS trip.word) WITH FUNCTION trip.to_word(int) AS IMPLICIT;
CREATE OPERATOR CLASS trip.counted FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 trip.compare(int, int);
CREATE TYPE trip.span AS RANGE (SUBTYPE = int, SUBTYPE_OPCLASS = trip.counted, MULTIRANGE_TYPE_NAME = trip.spans);
-- Writing a value as JSON looks for a cast to json, and planning a comparison of ranges for their difference.
CREATE TYPE trip.mood AS ENUM ('low', 'high');
CREATE FUNCTION trip.to_json(trip.mood) RETURNS json LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN 'null'; END $$;
CREATE CAST (trip.mood AS json) WITH FUNCTION trip.to_json(trip.mood);
CREATE TYPE trip.moods AS (mood trip.mood, n int);
CREATE FUNCTION trip.difference(int, int) RETURNS float8 LANGUAGE plpgsql IMMUTABLE AS
  $$ BEGIN PERFORM nextval('trip.calls'); RETURN $1 - $2; END $$;
CREATE TYPE trip.stretch AS RANGE (SUBTYPE = int, SUBTYPE_DIFF = trip.difference);
CREATE TABLE trip.told (mood trip.mood, list trip.mood[], moods trip.moods, stretch trip.stretch);
INSERT INTO trip.told SELECT 'low', '{high}', ROW('low', i)::trip.moods, trip.stretch(i, i + 5) FROM generate_series(1, 300) i;
ANALYZE trip.told;
CREATE FUNCTION trip.takes(trip.checked[]) RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
CREATE FUNCTION trip.with_default(int DEFAULT trip.wire(5)) RETURNS int LANGUAGE sql STABLE AS 'SELECT $1';
CREATE TABLE trip.t (id int DEFAULT trip.wire(1) CHECK (id > trip.wire(0) - 1000), list trip.checked[], pair trip.pair, span trip.span,
  made int GENERATED ALWAYS AS (trip.wire(id)) STORED, text text);
CREATE INDEX ON trip.t (trip.wire(id));
CREATE INDEX ON trip.t (id) WHERE id > trip.wire(3);
CREATE VIEW trip.v AS SELECT trip.wire(id) AS id, trip.wire(7) AS seven FROM trip.t WHERE trip.wire(1) = 1;
ALTER TABLE trip.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON trip.t USING (trip.wire(2) = 2);

-- Making indexes and the like has called it.
SELECT setval('trip.calls', 1, false) \g /dev/null

CREATE TEMP TABLE statements (sql text);
INSERT INTO statements VALUES
  ('WITH RECURSIVE c AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM c) CYCLE id SET m TO trip.pair ''(5,x)'' DEFAULT trip.pair ''(6,x)''
    USING path SELECT * FROM c'),
  ('WITH RECURSIVE c AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM c) CYCLE id SET m TO trip.checked ''5'' DEFAULT trip.checked ''6''
    USING path SELECT * FROM c'),
  ('SELECT * FROM (WITH RECURSIVE c AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM c) CYCLE id SET m TO trip.checked ''5''
    DEFAULT trip.checked ''6'' USING path SELECT * FROM c) x'),
  ('SELECT trip.wire(1)'), ('SELECT trip.wire(''x''::text)'), ('SELECT * FROM trip.wire(1)'), ('SELECT * FROM trip.rows()'),
  ('SELECT trip.wire_volatile(1)'), ('SELECT 1 FROM trip.t WHERE trip.wire(1) = 1'), ('SELECT id FROM trip.t GROUP BY id, trip.wire(1)'),
  ('SELECT id FROM trip.t ORDER BY trip.wire(1)'), ('SELECT 1 LIMIT trip.wire(1)'), ('SELECT id FROM trip.t HAVING trip.wire(1) = 1'),
  ('SELECT count(*) FILTER (WHERE trip.wire(1) = 1) FROM trip.t'), ('SELECT 1 UNION SELECT trip.wire(1)'), ('VALUES (trip.wire(1))'),
  ('SELECT (SELECT trip.wire(1))'), ('SELECT ARRAY[trip.wire(1)]'), ('SELECT ROW(trip.wire(1))'),
    ('SELECT CASE WHEN true THEN trip.wire(1) END'),
  ('WITH w AS (SELECT trip.wire(1)) SELECT * FROM w'), ('SELECT sum(id) OVER (ORDER BY trip.wire(1)) FROM trip.t'),
  ('SELECT 1 OPERATOR(trip.===) 1'), ('SELECT 1 OPERATOR(trip.=) 1'), ('SELECT id FROM trip.t WHERE id OPERATOR(trip.=) 7'),
  ('SELECT trip.last(id) FROM trip.t'), ('SELECT trip.last(1)'), ('SELECT 5::trip.checked'), ('SELECT ''5''::trip.checked'),
  ('SELECT trip.checked ''5'''), ('SELECT ''{5}''::trip.checked[]'), ('SELECT ARRAY[''5'']::trip.checked[]'),
    ('SELECT ''(5,x)''::trip.pair'),
  ('SELECT ''{"(5,x)"}''::trip.pair[]'), ('SELECT ROW(5, ''x'')::trip.pair'), ('SELECT ROW(''5'', ''x'')::trip.pair'),
    ('SELECT ''5''::text::trip.checked'),
  ('SELECT ''5''::trip.checked_by_constant'), ('SELECT ''{5}''::trip.checked_by_constant[]'), ('SELECT ''[1,5)''::trip.span'),
  ('SELECT ''{[1,5)}''::trip.spans'), ('SELECT trip.span(1, 5)'), ('SELECT 5::trip.word'), ('SELECT CAST(''(a)'' AS trip.word)'),
  ('SELECT 1 FROM trip.t WHERE list = ''{5}'''), ('SELECT 1 FROM trip.t WHERE pair = ''(5,x)'''),
    ('SELECT 1 FROM trip.t WHERE span = ''[1,5)'''),
  ('SELECT 1 FROM trip.t WHERE list IN (''{5}'', ''{6}'')'), ('SELECT 1 FROM trip.t WHERE span = ANY (''{"[1,5)"}'')'),
  ('SELECT coalesce(list, ''{5}'') FROM trip.t'), ('SELECT CASE WHEN id = 1 THEN list ELSE ''{5}'' END FROM trip.t'),
  ('SELECT list FROM trip.t UNION SELECT ''{5}'''), ('SELECT greatest(span, ''[1,5)'') FROM trip.t'),
    ('SELECT nullif(list, ''{5}'') FROM trip.t'),
  ('SELECT trip.takes(''{5}'')'), ('SELECT trip.with_default()'), ('SELECT json_populate_record(NULL::trip.pair, ''{"a": 5}'')'),
  ('SELECT * FROM json_to_record(''{"a": 5}'') AS x (a trip.checked)'), ('SELECT jsonb_populate_recordset(NULL::trip.t, ''[{}]'')'),
  ('SELECT * FROM xmltable(''/a'' PASSING ''<a>5</a>'' COLUMNS a trip.checked PATH ''.'')'), ('SELECT id, made FROM trip.t WHERE id > 3'),
  ('SELECT * FROM trip.v'), ('SELECT seven FROM trip.v'), ('SELECT $1::trip.checked'), ('SELECT $1 = ''{5}''::trip.checked[]'),
  ('SELECT min(span) FROM trip.t'), ('SELECT DISTINCT span FROM trip.t'), ('SELECT span FROM trip.t ORDER BY span'),
    ('SELECT pair FROM trip.t ORDER BY 1'),
  ('SELECT record_in(''(5,x)'', ''trip.pair''::regtype::oid, -1)'),
    ('SELECT 1 WHERE domain_in(''5'', ''trip.checked''::regtype::oid, -1) IS NULL'),
  ('SELECT array_in(''{5}'', ''trip.checked''::regtype::oid, -1) IS NULL'),
  ('SELECT to_json(mood) FROM trip.told'), ('SELECT to_jsonb(list) FROM trip.told'), ('SELECT json_agg(moods) FROM trip.told'),
  ('SELECT row_to_json(t) FROM trip.told t'), ('SELECT json_build_object(''a'', mood) FROM trip.told'),
  ('SELECT jsonb_object_agg(1, mood) FROM trip.told'), ('SELECT to_json(ROW(1, ROW(mood))) FROM trip.told'),
  ('SELECT row_to_json(x) FROM (SELECT mood FROM trip.told) x'), ('WITH w AS (SELECT mood FROM trip.told) SELECT json_agg(w) FROM w'),
  ('SELECT jsonb_agg(x) FROM jsonb_to_record(''{"a": "low"}'') x (a trip.mood)'), ('SELECT to_json(''low''::trip.mood)'),
  ('SELECT array_to_json(array_agg(ROW(list))) FROM trip.told'), ('SELECT jsonb_build_array(VARIADIC list) FROM trip.told'),
  ('SELECT count(*) FROM trip.told WHERE stretch && ''[1,5)'''), ('SELECT count(*) FROM trip.told WHERE stretch @> 5'),
  ('EXPLAIN SELECT trip.wire(1)'), ('SELECT array_position(list, 5) FROM trip.t'),
    ('SELECT 1 FROM trip.t WHERE text IN (SELECT trip.wire(text) FROM trip.t)');

-- Twice: nothing listed, and all of it, so that every step is taken.
CREATE TEMP TABLE options (name text, options jsonb);
INSERT INTO options VALUES
  ('nothing', '{"relations": ["trip.*"], "explain": true, "max_cost": 1e9, "tenant": {"column": "id", "value": 7}}'),
  ('listed', '{"relations": ["trip.*"], "explain": true, "functions": ["trip.wire", "trip.rows", "trip.wire_volatile", "trip.same",
    "trip.compare",
    "trip.last", "trip.to_word", "trip.takes", "trip.with_default", "trip.span"]}');
SELECT harmony.check_sql(sql, options), harmony.sql_intent(sql, 'how many per month', options) FROM statements, options \g /dev/null
SELECT is((SELECT is_called FROM trip.calls), false, 'nothing ran');
SELECT ok(NOT (harmony.check_sql(sql, options) ->> 'ok')::boolean, 'is refused where nothing is listed: ' || sql)
FROM statements, options WHERE name = 'nothing' AND sql <> 'SELECT CAST(''(a)'' AS trip.word)';
SELECT is((SELECT is_called FROM trip.calls), false, 'still nothing ran');
SELECT trip.wire(1) \g /dev/null
SELECT is((SELECT is_called FROM trip.calls), true, 'the wire works');

-- ---- locks ----
COMMIT;
CREATE SCHEMA free;
CREATE TABLE free.t (id int, tenant_id int);
CREATE VIEW free.v AS SELECT id FROM free.t;
CREATE FUNCTION pg_temp.locks() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(c.oid::regclass::text || ' ' || mode, ', ' ORDER BY 1) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
  WHERE l.pid = pg_backend_pid() AND c.relnamespace = 'free'::regnamespace $$;
BEGIN;
SET client_min_messages = warning;
SELECT harmony.check_sql('SELECT v.id FROM free.v JOIN free.t ON t.id = v.id', '{"relations": ["free.*"], "max_cost": 100000}') \g /dev/null
SELECT harmony.check_sql('SELECT v.id FROM free.v JOIN free.t ON t.id = v.id', '{"relations": ["free.*"]}') \g /dev/null
SELECT harmony.check_sql('SELECT nothing FROM free.v, free.t', '{"relations": ["free.*"]}') \g /dev/null
SELECT harmony.check_sql('SELECT id FROM free.t FOR UPDATE', '{"relations": ["free.*"]}') \g /dev/null
SELECT is(pg_temp.locks(), NULL, 'no lock stays');
SELECT count(*) FROM free.t \g /dev/null
SELECT is(pg_temp.locks(), 'free.t AccessShareLock', 'a lock would be seen');
SAVEPOINT before;
LOCK TABLE free.t IN SHARE MODE;
SELECT harmony.check_sql('SELECT id FROM free.t', '{"relations": ["free.*"]}') ->> 'ok' AS ok \gset
SELECT is(:'ok' || ': ' || pg_temp.locks(), 'true: free.t AccessShareLock, free.t ShareLock', 'those of the caller stay');
ROLLBACK TO SAVEPOINT before;
SELECT is(pg_temp.locks(), 'free.t AccessShareLock', 'until it lets go of them');
DROP SCHEMA free CASCADE;
DROP SCHEMA trip CASCADE;
SELECT * FROM finish();
COMMIT;
