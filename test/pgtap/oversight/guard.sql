-- The SQL guard: options, rules that the shared cases have no case for, rights, and what it does not let itself be stopped by.
BEGIN;
SET client_min_messages = warning;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE SCHEMA shop;
CREATE TABLE shop.customer (tenant_id int NOT NULL, id int PRIMARY KEY, name text NOT NULL, email text);
CREATE TABLE shop.orders (tenant_id int NOT NULL, id int PRIMARY KEY, customer_id int, total numeric);
CREATE TABLE shop."Odd.Name" (tenant_id int, "Value" int);
CREATE VIEW shop.contact AS SELECT tenant_id, id, name, email AS address FROM shop.customer;
CREATE TABLE shop.coded (code text, n int);
CREATE TABLE shop.blank (code char(5), n int);
CREATE SEQUENCE shop.numbers;
CREATE SCHEMA hidden;
CREATE TABLE hidden.secret (tenant_id int, token text);

CREATE FUNCTION pg_temp.answer(sql text, options jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT harmony.check_sql(sql, '{"relations": ["shop.*"], "tenant": {"column": "tenant_id", "value": 7}}'::jsonb || options) $$;
CREATE FUNCTION pg_temp.rules(sql text, options jsonb DEFAULT '{}') RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(DISTINCT e ->> 'rule', ',' ORDER BY e ->> 'rule'), 'ok')
  FROM jsonb_array_elements(pg_temp.answer(sql, options) -> 'errors') e $$;
CREATE FUNCTION pg_temp.state(call text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN EXECUTE call; RETURN 'none'; EXCEPTION WHEN OTHERS OR query_canceled THEN RETURN SQLSTATE; END $$;

-- ---- options ----
SELECT is(pg_temp.state(format('SELECT harmony.check_sql(''SELECT 1'', %L)', options)), '22023', options) FROM unnest(ARRAY[
  '{"relation": []}', '{"relations": "shop.orders"}', '{"relations": ["orders"]}', '{"relations": ["a.b.c"]}', '{"relations": [1]}',
  '{"relations": [""]}', '{"relations": ["a."]}', '{"columns_denied": ["shop.customer"]}', '{"functions": {}}', '{"explain": 1}',
    '{"trust_views": "yes"}',
  '{"require_limit": -1}', '{"require_limit": 1.5}', '{"require_limit": "5"}', '{"max_cost": -1}', '{"max_rows": "x"}', '{"tenant": 7}',
  '{"tenant": {}}', '{"tenant": {"column": "a"}}', '{"tenant": {"column": "a", "value": 7, "parameter": 1}}',
  '{"tenant": {"column": "a", "value": [7]}}', '{"tenant": {"column": "", "value": 7}}', '{"tenant": {"column": "a", "parameter": 0}}',
  '{"parameters": ["nosuch"]}', '{"parameters": [1]}', '{"lexicon": [{"phrase": ""}]}', '{"lexicon": [{"word": "x"}]}', '[]', '5']) options;
SELECT is(harmony.check_sql(NULL), NULL, 'nothing of nothing');
SELECT is(harmony.check_sql('SELECT 1', NULL), NULL, 'nothing by nothing');
SELECT ok((harmony.check_sql('SELECT 1') ->> 'ok')::boolean, 'no options at all');
SELECT is(pg_temp.rules('SELECT 1 FROM shop.orders', '{"relations": null, "tenant": null}'), 'relation', 'null is as if it was not there');
SELECT is(pg_temp.rules('SELECT "Value" FROM shop."Odd.Name" WHERE tenant_id = 7', '{"relations": ["shop.\"Odd.Name\""]}'), 'ok',
  'quoted names');
SELECT is(pg_temp.rules('SELECT id FROM shop.orders WHERE tenant_id = 7', '{"relations": ["Shop.ORDERS"]}'), 'ok', 'names fold as in SQL');

-- ---- relations, columns ----
SELECT is(pg_temp.rules('SELECT last_value FROM shop.numbers'), 'relation', 'a schema''s name and * is no sequence');
SELECT is(pg_temp.rules('SELECT last_value FROM shop.numbers', '{"relations": ["shop.numbers"]}'), 'ok', 'listed it is');
SELECT is(pg_temp.rules('SELECT relname FROM pg_class', '{"relations": ["pg_catalog.*"]}'), 'relation',
  'the catalog is listed by full names');
SELECT is(pg_temp.rules('SELECT relname FROM pg_class', '{"relations": ["pg_catalog.pg_class"]}'), 'ok', 'one of it');
SELECT is(pg_temp.rules('SELECT name FROM shop.contact WHERE tenant_id = 7', '{"columns_denied": ["shop.customer.email"]}'), 'ok',
  'a view''s other columns');
SELECT is(pg_temp.rules(format('SELECT %s FROM shop.contact c WHERE tenant_id = 7', c), '{"columns_denied": ["shop.customer.email"]}'),
  'column',
  'denied behind a view: ' || c) FROM unnest('{address,*,c,count(address)}'::text[]) c;
SELECT is(pg_temp.rules('SELECT name FROM shop.contact WHERE tenant_id = 7 AND address = ''x''',
  '{"columns_denied": ["shop.customer.email"]}'),
  'column', 'denied behind a view, in a condition');
SELECT is(pg_temp.rules('SELECT name FROM shop.contact WHERE tenant_id = 7', '{"relations": ["shop.contact"]}'), 'relation',
  'what a view reads');
SELECT is(pg_temp.rules('SELECT name FROM shop.contact WHERE tenant_id = 7', '{"relations": ["shop.contact"], "trust_views": true}'), 'ok',
  'is trusted when said so');
SELECT is(pg_temp.answer('SELECT email FROM shop.customer WHERE tenant_id = 7',
  '{"personal": ["shop.customer.email"]}') #>> '{warnings,0,rule}',
  'personal', 'personal data are a warning');

-- ---- functions: what is built on others ----
SELECT is(pg_temp.rules(sql), 'ok', sql) FROM unnest(ARRAY['SELECT id FROM shop.orders TABLESAMPLE bernoulli (10) WHERE tenant_id = 7',
  'SELECT ''{1,2}''::int[] || 3, ''[1,2)''::int4range, ''{"a": 1}''::jsonb -> ''a''', 'SELECT now(), current_date, current_user, localtime',
  'SELECT pg_typeof(1), pg_size_pretty(1::bigint)', 'SELECT array_agg(x ORDER BY x) FROM generate_series(1, 3) x',
  'SELECT inet ''10.0.0.1'' << inet ''10.0.0.0/8'', ''10.0.0.1''::text::inet',
    'SELECT to_tsvector(''english'', ''x'') @@ to_tsquery(''x'')',
  'SELECT interval(3) ''1 day'', timestamp ''2026-01-01'' AT TIME ZONE ''UTC'', ''ab'' COLLATE "C"',
    'SELECT ''x'' IS NULL, ROW(''a'', 1) = ROW(''a'', 1)',
  'SELECT $1::int + 1', 'SELECT jsonb_build_object(''a'', 1), format(''%s'', ''x''), concat(''a'', ''b'')']) sql;
SELECT is(pg_temp.rules(sql), 'function', sql) FROM unnest(ARRAY['SELECT clock_timestamp()',
  'SELECT query_to_xml(''SELECT 1'', true, false, '''')',
  'SELECT has_table_privilege(''shop.orders'', ''SELECT'')', 'SELECT lastval()', 'SELECT set_config(''a.b'', ''c'', false)',
  'SELECT row_security_active(''shop.orders'')', 'SELECT 1 FROM pg_sleep(1)',
    'SELECT dblink_exec FROM lo_export(1, ''x'') dblink_exec']) sql;
-- Rows of relations and names of the catalog, from whatever gives values a type.
CREATE TYPE shop.level AS ENUM ('low', 'high');
CREATE FUNCTION shop.to_json(shop.level) RETURNS json LANGUAGE sql IMMUTABLE AS 'SELECT to_json($1::text)';
CREATE CAST (shop.level AS json) WITH FUNCTION shop.to_json(shop.level);
CREATE TABLE shop.graded (level shop.level);
SELECT is(pg_temp.rules(sql), r, sql) FROM (VALUES ('SELECT * FROM json_to_record(''{"a": 1260}'') x (a regclass)', 'function'),
  ('SELECT * FROM xmltable(''/a'' PASSING ''<a>1260</a>'' COLUMNS a regclass PATH ''.'')', 'function'),
  ('SELECT (a).* FROM json_to_record(''{"a": {}}'') x (a hidden.secret)', 'relation'),
  ('SELECT ((ARRAY[]::hidden.secret[])[1]).*', 'relation'), ('SELECT NULL::pg_class', 'relation'),
  ('SELECT jsonb_populate_record(NULL::pg_aggregate, ''{"aggfnoid": 1259}'')', 'relation'), ('SELECT age(''3''::xid)', 'function'),
  ('SELECT mxid_age(''3''::xid)', 'function'), ('SELECT age(now(), now())', 'ok'), ('SELECT level FROM shop.graded', 'ok'),
  ('SELECT to_json(level) FROM shop.graded', 'function'), ('SELECT json_agg(level::text) FROM shop.graded', 'ok'),
  ('SELECT to_json(x) FROM (SELECT 1 AS n) x', 'ok')) v (sql, r);
SELECT is(pg_temp.rules('SELECT row_to_json(g) FROM shop.graded g', '{"functions": ["shop.to_json"]}'), 'ok',
  'a cast to json that is listed');
SELECT is(pg_temp.rules('SELECT NULL::pg_class', '{"relations": ["pg_catalog.pg_class"]}'), 'ok', 'rows of a catalog that is listed');
SELECT is(pg_temp.rules('SELECT ''x'' ORDER BY ''x'''), 'unresolved', 'ORDER BY a string is an error of the server too');

-- ---- tenant ----
SELECT is(pg_temp.rules('SELECT n FROM shop.coded WHERE ' || c, '{"tenant": {"column": "code", "value": "acme"}}'), r, c) FROM (VALUES
  ('code = ''acme''', 'ok'), ('code = ''ACME''', 'tenant'), ('code::bpchar = ''acme''', 'tenant'), ('code::varchar = ''acme''', 'ok'),
  ('code LIKE ''acme''', 'tenant'), ('upper(code) = ''acme''', 'tenant'), ('code = (SELECT ''acme'')', 'tenant'), ('''acme'' = code', 'ok'),
  ('code = ''acme'' COLLATE "C"', 'ok'), ('code IN (''acme'', ''acme'')', 'ok'), ('code = ''acme'' || ''''', 'tenant')) v (c, r);
CREATE COLLATION shop.no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
SELECT is(pg_temp.rules('SELECT n FROM shop.coded WHERE code = ''acme'' COLLATE shop.no_case',
  '{"tenant": {"column": "code", "value": "acme"}}'),
  'tenant', 'equal is the same only by a deterministic collation');
SELECT is(pg_temp.rules('SELECT n FROM shop.blank WHERE code = ''acme''', '{"tenant": {"column": "code", "value": "acme"}}'), 'ok',
  'char(n)');
SELECT is(pg_temp.rules('SELECT id FROM shop.orders WHERE tenant_id = $2', '{"tenant": {"column": "tenant_id", "parameter": 2},
  "parameters": ["text", "int"]}'), 'ok', 'a parameter');
SELECT is(pg_temp.rules('SELECT id FROM shop.orders WHERE tenant_id = $1', '{"tenant": {"column": "tenant_id", "parameter": 2},
  "parameters": ["int", "int"]}'), 'tenant', 'another parameter');
SELECT is(pg_temp.rules('SELECT id FROM shop.orders WHERE tenant_id = 7', '{"tenant": {"column": "tenant_id", "parameter": 1}}'), 'tenant',
  'a constant is not the parameter');
SELECT is(pg_temp.rules('SELECT $1 IS NULL'), 'unresolved', 'a parameter of no type');
CREATE TABLE shop.thing (id int);
CREATE TABLE shop.owned_thing (tenant_id int) INHERITS (shop.thing);
CREATE VIEW shop.seen_thing AS SELECT id FROM shop.thing;
SELECT is(pg_temp.rules(sql), r, sql) FROM (VALUES ('SELECT id FROM shop.thing', 'tenant'), ('SELECT id FROM ONLY shop.thing', 'ok'),
  ('SELECT id FROM shop.seen_thing', 'tenant'), ('SELECT id FROM shop.owned_thing WHERE tenant_id = 7', 'ok'),
  ('SELECT ctid FROM shop.orders WHERE tenant_id = 7', 'tenant'), ('SELECT id FROM shop.orders WHERE tenant_id = 7 ORDER BY xmin::text',
    'tenant'), ('SELECT o.cmax FROM shop.orders o WHERE tenant_id = 7', 'tenant'), ('SELECT tableoid FROM shop.orders WHERE tenant_id = 7',
    'ok')) v (sql, r);
ALTER TABLE shop.owned_thing ADD secret text, ADD own text;
ALTER TABLE shop.thing ADD secret text;
CREATE TABLE shop.parted (id int, secret text) PARTITION BY LIST (id);
CREATE TABLE shop.part PARTITION OF shop.parted FOR VALUES IN (1);
SELECT is(pg_temp.rules(sql, '{"tenant": null, "columns_denied": ["shop.owned_thing.secret", "shop.owned_thing.own", "shop.part.secret",
  "shop.numbers.last_value", "shop.none.x", "none.none.x"]}'),
  r, sql) FROM (VALUES ('SELECT secret FROM shop.thing', 'column'), ('SELECT secret FROM ONLY shop.thing', 'ok'),
  ('SELECT id FROM shop.thing', 'ok'), ('SELECT t FROM shop.thing t', 'column'), ('SELECT secret FROM shop.parted', 'column'),
  ('SELECT id FROM shop.parted', 'ok')) v (sql, r);
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
SELECT is(pg_temp.answer('SELECT id FROM shop.orders o WHERE tenant_id = 7 AND EXISTS (SELECT FROM shop.customer c WHERE c.tenant_id =
  o.tenant_id)')
  -> 'tenant', '[{"level": 0, "relation": "shop.orders", "proven_by": "where", "row_security": "enabled"},
    {"level": 1, "relation": "shop.customer", "proven_by": "equality", "row_security": "none"}]', 'what is proven by what,
      and row security');

-- ---- limit, cost ----
SELECT is(pg_temp.rules(sql, '{"require_limit": 10}'), r, sql) FROM (VALUES ('SELECT id FROM shop.orders WHERE tenant_id = 7', 'limit'),
  ('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT 10', 'ok'), ('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT 11', 'limit'),
  ('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT ALL', 'limit'), ('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT $1',
    'limit'),
  ('SELECT id FROM shop.orders WHERE tenant_id = 7 ORDER BY 1 FETCH FIRST 5 ROWS WITH TIES', 'limit'),
    ('SELECT count(*) FROM shop.orders WHERE tenant_id = 7', 'ok'),
  ('SELECT tenant_id, count(*) FROM shop.orders WHERE tenant_id = 7 GROUP BY 1', 'limit'), ('SELECT 1', 'ok'), ('VALUES (1), (2)', 'ok'),
  ('SELECT generate_series(1, 100)', 'limit'), ('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT 5 + 5', 'limit'),
  ('SELECT count(*) GROUP BY GROUPING SETS ((), ())', 'limit'), ('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT 10::bigint', 'ok'),
  ('SELECT 1 UNION ALL SELECT 2', 'limit')) v (sql, r);
CREATE FUNCTION shop.many(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1000::bigint * $1';
SELECT is(pg_temp.rules('SELECT id FROM shop.orders WHERE tenant_id = 7 LIMIT shop.many(5)', '{"require_limit": 10,
  "functions": ["shop.many"]}'), 'limit', 'what a function gives is not known');
INSERT INTO shop.orders SELECT 7, i, i, i FROM generate_series(1, 20000) i;
ANALYZE shop.orders;
SELECT is(pg_temp.rules('SELECT * FROM shop.orders WHERE tenant_id = 7', '{"max_cost": 10, "max_rows": 100}'), 'cost,rows', 'too much');
SELECT ok(a ->> 'ok' = 'true' AND a #>> '{cost,sequential_scans,0,relation}' = 'shop.orders', 'a big scan is told')
FROM pg_temp.answer('SELECT * FROM shop.orders WHERE tenant_id = 7', '{"max_cost": 1e9}') a;
SELECT is(pg_temp.answer('SELECT * FROM shop.orders', '{"max_cost": 1e9}') -> 'cost', 'null', 'what is refused is not planned');
SELECT is(current_setting('transaction_read_only'), 'off', 'and the transaction writes as before');

-- ---- fingerprint, places ----
SELECT is(pg_temp.answer('SELECT id FROM shop.orders WHERE tenant_id = 7 AND id IN (1, 2)') -> 'fingerprint',
  pg_temp.answer('SELECT  id FROM shop.orders WHERE tenant_id = 9 AND id IN (3, 4) -- x') -> 'fingerprint', 'constants do not matter');
SELECT isnt(pg_temp.answer('SELECT id FROM shop.orders WHERE id IN (1, 2)') -> 'fingerprint',
  pg_temp.answer('SELECT id FROM shop.orders WHERE id IN (1, 2, 3)') -> 'fingerprint', 'lengths of lists do');
SELECT is(pg_temp.answer(E'SELECT ''\u00e9\u00e9'',\n  nme FROM shop.customer') #> '{errors,0}',
  '{"rule": "unresolved", "message": "column \"nme\" does not exist",
  "sqlstate": "42703", "position": 16, "line": 2, "column": 3, "hint": "Perhaps customer.name is meant."}', 'where it is, in characters');

-- ---- rights ----
CREATE ROLE guard_reader;
GRANT USAGE ON SCHEMA shop, public TO guard_reader;
GRANT SELECT ON shop.customer TO guard_reader;
CREATE FUNCTION pg_temp.hints(sql text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(concat_ws('|', e ->> 'sqlstate', e ->> 'message', e ->> 'hint'), ',') FROM jsonb_array_elements(
    harmony.check_sql(sql, '{"relations": ["shop.*", "hidden.*", "hidden.secret"], "columns_denied": ["shop.customer.email"]}') ->
      'errors') e $$;
SELECT is(pg_temp.hints('SELECT 1 FROM shop.oders'), '42P01|relation "shop.oders" does not exist|Perhaps shop.orders is meant.',
  'a near name');
GRANT USAGE ON SCHEMA harmony TO guard_reader;
SET LOCAL ROLE guard_reader;
SELECT is(pg_temp.hints('SELECT 1 FROM shop.oders'), '42P01|relation "shop.oders" does not exist', 'not one that the caller may not read');
SELECT is(pg_temp.hints('SELECT 1 FROM shop.custmer'), '42P01|relation "shop.custmer" does not exist|Perhaps shop.customer is meant.',
  'one that it may');
SELECT is(pg_temp.hints('SELECT 1 FROM secrt'), '42P01|relation "secrt" does not exist', 'none of a schema that it may not use');
SELECT is(pg_temp.hints('SELECT emial FROM shop.customer'), '42703|column "emial" does not exist', 'none that is denied');
SELECT is(pg_temp.hints('SELECT 1 FROM hidden.' || n), format('42P01|relation "hidden.%s" does not exist', n),
  'a hidden schema is not there: ' || n)
FROM unnest('{secret,nothing}'::text[]) n;
SELECT is(pg_temp.hints('SELECT 1 FROM nowhere.secret'), '42P01|relation "nowhere.secret" does not exist', 'as one that is not');
SELECT is(pg_temp.hints(format('SELECT %s.f()', n)), format('42883|function "%s.f" does not exist', n), 'nor its functions: ' || n)
FROM unnest('{hidden,nowhere}'::text[]) n;
RESET ROLE;

-- ---- too much of everything ----
SELECT is(pg_temp.rules(sql), r, left(sql, 40)) FROM (VALUES (repeat('(', 10000000), 'too_complex'), ('SELECT ' || repeat('(', 500000),
  'too_complex'),
  ('SELECT ' || repeat('1 + ', 200000) || '1', 'too_complex'), ('SELECT ' || repeat('- ', 3) || '1', 'ok'), (repeat('x', 2000000),
    'too_complex'),
  ('SELECT ' || repeat('NOT ', 200000) || 'true', 'too_complex')) v (sql, r);
SELECT ok((pg_temp.answer('SELECT ' || string_agg(i::text, ',') || ' AS x FROM shop.orders WHERE tenant_id = 7') ->> 'ok') IS NOT NULL,
  'many columns')
FROM generate_series(1, 1600) i;
SELECT is(pg_temp.rules('SELECT 1 WHERE 1 IN (' || string_agg(i::text, ',') || ')'), 'ok', 'a long list') FROM generate_series(1, 100000) i;
SELECT ok(pg_temp.rules('SELECT 1 FROM ' || string_agg('shop.orders o' || i, ',')) IN ('tenant', 'too_complex'), 'many relations')
FROM generate_series(1, 5000) i;
SELECT ok(length(pg_temp.answer('SELECT 1 FROM ' || string_agg('shop.orders o' || i, ',')) ->> 'errors') < 100000,
  'but not an error for each')
FROM generate_series(1, 1000) i;
DO $$
BEGIN
  EXECUTE 'CREATE VIEW shop.v0 AS SELECT id FROM shop.orders';
  FOR i IN 1..20 LOOP EXECUTE format('CREATE VIEW shop.v%s AS SELECT a.id FROM shop.v%s a JOIN shop.v%s b USING (id)', i, i - 1,
    i - 1); END LOOP;
END $$;
SELECT is(pg_temp.rules('SELECT * FROM shop.v20'), 'too_complex', 'views that double and double');
CREATE TEMP TABLE wide AS SELECT jsonb_agg(jsonb_object_agg) AS data, (SELECT jsonb_build_object('properties', jsonb_object_agg('z' || i,
  '{}'::jsonb), 'additionalProperties', false) FROM generate_series(1, 20000) i) AS declared
FROM (SELECT jsonb_object_agg('k' || i, i) FROM generate_series(1, 100000) i) o;
SET LOCAL statement_timeout = '100ms';
SELECT is(pg_temp.state('SELECT count(harmony.check_sql(repeat(''SELECT 1 + '', 1) || i)) FROM generate_series(1, 10000000) i'), '57014',
  'a cancel ends it');
CREATE TEMP TABLE began AS SELECT clock_timestamp() AS at;
SELECT is(pg_temp.state('SELECT harmony.check_structure(data, declared) FROM wide'), '57014', 'of a structure too');
SELECT cmp_ok(clock_timestamp() - at, '<', interval '3 seconds', 'which ends at once') FROM began;
RESET statement_timeout;

-- ---- structures ----
SELECT is(harmony.check_structure('[{"n": 1}, {"n": "x"}, {}]',
  '{"required": ["n"], "properties": {"n": {"type": "number", "minimum": 0}}}'),
  '{"ok": false, "errors": [{"row": 2, "path": "n", "message": "must be of type number"}, {"row": 3, "path": "n", "message":
    "is missing"}]}',
  'rows against declared ones');
SELECT is(harmony.check_structure('[]', '{}'), '{"ok": true, "errors": []}', 'no rows, nothing declared');
SELECT is(pg_temp.state(format('SELECT harmony.check_structure(''[]'', %L)', d)), '22023', d)
FROM unnest(ARRAY['[]', '5', '{"typ": "x"}', '{"type": "float"}', '{"minimum": "1"}']) d;
SELECT is(harmony.sql_intent('nonsense', 'how many') ->> 'confidence', '0', 'no confidence in what cannot be read');
SELECT cmp_ok(jsonb_array_length(harmony.default_lexicon()), '>', 40, 'the lexicon');
SELECT is(harmony.sql_intent('SELECT count(*)', 'combien', '{"lexicon": [{"phrase": "combien", "feature": "aggregate:count"}]}') ->>
  'confidence', '1',
  'a lexicon of one''s own');
SELECT is(harmony.check_sql('WITH RECURSIVE c AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM c WHERE id < 5)
  CYCLE id SET again USING path SELECT id FROM c') -> 'ok', 'true', 'marks of CYCLE that are plain pass');
SELECT is(harmony.check_sql('WITH RECURSIVE c AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM c WHERE id < 5)
  CYCLE id SET again TO ''y'' DEFAULT ''n'' USING path SELECT id FROM c') -> 'ok', 'true', 'words too');
-- The tenant's column is read as SQL reads names.
CREATE TABLE public.held (tenant_id integer, body text);
SELECT is(harmony.check_sql('SELECT body FROM public.held', format('{"relations": ["public.held"], "tenant": {"column": %s, "value": 7}}',
  to_json(name))::jsonb) #>> '{errors,0,rule}', 'tenant', name) FROM unnest(ARRAY['tenant_id', 'TENANT_ID', '"tenant_id"']) name;
SELECT is(pg_temp.state($$SELECT harmony.check_sql('SELECT 1', '{"tenant": {"column": "a.b", "value": 7}}')$$), '22023', 'one name');
-- Columns of what may not be read are not told.
SELECT is(harmony.check_sql('SELECT * FROM public.held') -> 'columns', '[]', 'no columns of a relation that is not listed');
SELECT is(harmony.check_sql('SELECT * FROM public.held', '{"relations": ["public.held"], "columns_denied": ["public.held.body"]}') ->
  'columns', '[]', 'nor where one is denied');
SELECT is(pg_temp.state(format('SELECT harmony.check_sql(''SELECT 1'', %L)', json_build_object('tenant', json_build_object('column', c,
  'value', 7)))), '22023', 'a system column is no tenant: ' || c) FROM unnest('{tableoid,ctid,XMIN}'::text[]) c;
-- What comes along with functions that are listed, and what tells of the catalog.
CREATE SCHEMA parts;
CREATE FUNCTION parts.moves() RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT 1';
CREATE FUNCTION parts.quiet() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION parts.calls(a integer, b integer DEFAULT parts.moves()) RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
CREATE FUNCTION parts.rests(a integer, b integer DEFAULT parts.quiet()) RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
CREATE FUNCTION parts.plain(a integer, b integer DEFAULT abs(-5)) RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
CREATE FUNCTION parts.step(a integer, b integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT 1';
CREATE AGGREGATE parts.moving(integer) (SFUNC = parts.step, STYPE = integer);
CREATE AGGREGATE parts.still(integer) (SFUNC = int4larger, STYPE = integer);
CREATE TABLE parts.whole (id integer, email text) PARTITION BY RANGE (id);
CREATE TABLE parts.seven PARTITION OF parts.whole FOR VALUES FROM (7) TO (8);
CREATE TABLE parts.hidden (secret text);
CREATE MATERIALIZED VIEW parts.kept AS SELECT 1 AS one;
CREATE FUNCTION pg_temp.by_parts(sql text) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.rules(sql, '{"relations":
  ["parts.whole", "parts.seven"], "columns_denied": ["parts.whole.email"], "functions": ["parts.calls", "parts.rests", "parts.plain",
  "parts.moving", "parts.still"]}') $$;
SELECT is(pg_temp.by_parts(sql), rule, sql) FROM (VALUES
  ('SELECT parts.calls(1, 2)', 'ok'), ('SELECT parts.calls(1)', 'function'), ('SELECT parts.rests(1)', 'function'),
  ('SELECT parts.plain(1)', 'ok'), ('SELECT parts.calls(b => 2, a => 1)', 'ok'), ('SELECT parts.calls(a => 1)', 'function'),
  ('SELECT parts.still(id) FROM parts.whole', 'ok'), ('SELECT parts.moving(id) FROM parts.whole', 'function'),
  ('SELECT parts.moving(id) OVER () FROM parts.whole', 'function'),
  ('SELECT id FROM parts.seven', 'ok'), ('SELECT email FROM parts.seven', 'column'), ('SELECT s FROM parts.seven s', 'column'),
  ('SELECT (NULL::parts.hidden).*', 'relation'), ('SELECT json_populate_record(NULL::parts.hidden, ''{}'')', 'relation'),
  ('SELECT ARRAY[NULL::parts.hidden]', 'relation'), ('SELECT ''{}''::parts.hidden[]', 'relation'), ('SELECT $1::parts.hidden', 'relation'),
  ('SELECT NULL::parts.seven', 'ok'), ('SELECT g::regclass FROM generate_series(1, 5) g', 'function'),
  ('SELECT 5::oid::regtype::text', 'function'), ('SELECT ''pg_class''::regclass::oid', 'function'),
  ('SELECT to_regclass(''x'')', 'function'),
  ('SELECT pg_typeof(1)::text', 'ok'), ('SELECT format_type(23, -1)', 'function'), ('SELECT fmgr_c_validator(1)', 'function'),
  ('SELECT plpgsql_validator(1)', 'function'), ('SELECT to_tsvector(''simple''::regconfig, ''x'')', 'ok'),
  ('SELECT satisfies_hash_partition(1, 4, 0, 1)', 'function')) v (sql, rule);
SELECT is(pg_temp.rules('SELECT one FROM parts.kept', '{"relations": ["parts.*"]}'), 'relation',
  'a materialized view is listed by its name');
SELECT is(pg_temp.rules('SELECT one FROM parts.kept', '{"relations": ["parts.kept"]}'), 'ok', 'or not at all');
SELECT is(pg_temp.rules('SELECT 1 FROM parts.seven' || repeat(', parts.seven', 500), '{"relations": ["parts.seven"]}'),
  'too_complex', 'more relations than anybody names');
-- Estimates tell of rows: the planner's are for those who may read them.
CREATE TABLE public.unread (a integer);
INSERT INTO public.unread SELECT generate_series(1, 1000);
ANALYZE public.unread;
CREATE ROLE guard_unread;
GRANT USAGE ON SCHEMA public TO guard_unread;
SET LOCAL ROLE guard_unread;
SELECT is((SELECT string_agg(e ->> 'message', ', ') FROM jsonb_array_elements(harmony.check_sql('SELECT a FROM public.unread WHERE a < 500',
  '{"relations": ["public.unread"], "max_rows": 10}') -> 'errors') e), 'the caller may not read all that the statement reads',
  'without rights no estimate');
RESET ROLE;
SELECT is(harmony.check_sql('SELECT a FROM public.unread WHERE a < 500', '{"relations": ["public.unread"], "max_rows": 10}')
  #>> '{errors,0,rule}', 'rows', 'with them there is one');
SELECT * FROM finish();
ROLLBACK;
