-- Statements that no one would write: payloads of attacks, pieces of the shared cases, mutations of both. Each gets an answer, none of them
-- an internal error; and the session's memory does not grow. HARMONY_MUTATIONS says how many, HARMONY_SEED which. Without the data folder
-- (HARMONY_DATA, ../shared/data by default) the mutations are of the statements here.
BEGIN;
SET client_min_messages = warning;
SET search_path = public, pg_catalog;
SELECT plan(6);
\set n `printf %s "${HARMONY_MUTATIONS:-20000}"`
\set seed `printf %s "${HARMONY_SEED:-0.4}"`
\set payloads `cat "${HARMONY_DATA:-../shared/data}/sql/fuzzdb_sqli.csv" 2>/dev/null`
\set identities `cat "${HARMONY_DATA:-../shared/data}/sql/sqlglot_identity.csv" 2>/dev/null`
\set cases `cat "${HARMONY_DATA:-../shared/data}/oversight/guard_cases.jsonl" 2>/dev/null`
CREATE SCHEMA shop;
CREATE TABLE shop.customer (tenant_id int NOT NULL, id int PRIMARY KEY, name text NOT NULL, email text, created_at timestamptz);
CREATE TABLE shop.orders (tenant_id int NOT NULL, id int PRIMARY KEY, customer_id int, status text, total numeric, placed_at timestamptz,
  note text,
  tags text[], doc jsonb, span int4range);
CREATE TABLE shop.order_line (tenant_id int NOT NULL, order_id int, line int, product_id int, quantity int, price numeric);
CREATE TABLE shop.product (id int PRIMARY KEY, name text NOT NULL, category text, price numeric, parent_id int);
CREATE VIEW shop.contact AS SELECT tenant_id, id, name FROM shop.customer;
CREATE DOMAIN shop.positive AS int CHECK (VALUE > 0);
CREATE TYPE shop.pair AS (a shop.positive, b text);

CREATE TEMP TABLE texts (i serial, sql text);
INSERT INTO texts (sql) VALUES ('SELECT o.id, sum(o.total) FILTER (WHERE o.total > 1) OVER (PARTITION BY c.id ORDER BY o.id ROWS BETWEEN 1
  PRECEDING AND CURRENT ROW)
    FROM shop.orders o LEFT JOIN shop.customer c USING (tenant_id) WHERE o.tenant_id = 7 AND o.tags && ''{a}'' ORDER BY 2 DESC NULLS LAST
      LIMIT 5'),
  ('WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < 5) SEARCH BREADTH FIRST BY n SET s SELECT * FROM r'),
  ('SELECT x.* FROM shop.orders o, LATERAL (SELECT o.id, $1::int AS p) x, jsonb_to_record(o.doc) AS j (a int, b shop.positive)'),
  ('SELECT grouping(a), CASE a WHEN 1 THEN ''x'' ELSE NULL END FROM (VALUES (1, 2), (3, 4)) v (a, b) GROUP BY GROUPING SETS ((a), ROLLUP
    (a, b))'),
  ('SELECT ''(1,x)''::shop.pair, ROW(1, ''y'')::shop.pair, ARRAY[[1, 2], [3, 4]][1:2][1], (SELECT c FROM shop.contact c LIMIT 1)'),
  ('SELECT DISTINCT ON (id) id, doc -> ''a'' ->> 0, doc[''b''], span @> 3, extract(year FROM now()) FROM shop.orders TABLESAMPLE system
    (1)'),
  ('SELECT id FROM shop.orders WHERE id = ANY (''{1,2}'') AND (id, total) > (1, 2) AND NOT EXISTS (SELECT 1) INTERSECT SELECT id FROM
    shop.customer'),
  ('SELECT xmlelement(name a, xmlattributes(1 AS b)), x.* FROM xmltable(''/a'' PASSING ''<a/>'' COLUMNS n FOR ORDINALITY, t text PATH
    ''.'') x'),
  ('EXPLAIN (COSTS off) SELECT count(DISTINCT id), string_agg(name, '','' ORDER BY id), percentile_cont(0.5) WITHIN GROUP (ORDER BY id)
    FROM shop.customer');
INSERT INTO texts (sql) SELECT replace(line::jsonb ->> 'sql', 'app.', 'shop.') FROM regexp_split_to_table(:'cases',
  E'\n') line WHERE line LIKE '{"id"%';
INSERT INTO texts (sql) SELECT split_part(line, ',', 3) FROM regexp_split_to_table(:'payloads', E'\n') WITH ORDINALITY l (line,
  o) WHERE o > 1;
INSERT INTO texts (sql) SELECT 'SELECT id FROM shop.customer WHERE name = ''' || split_part(line, ',', 3)
FROM regexp_split_to_table(:'payloads', E'\n') WITH ORDINALITY l (line, o) WHERE o > 1;
INSERT INTO texts (sql) SELECT regexp_replace(substr(line, strpos(line, ',') + 1), '^"|"$', '', 'g')
FROM regexp_split_to_table(:'identities', E'\n') WITH ORDINALITY l (line, o) WHERE o > 1;
DELETE FROM texts WHERE sql IS NULL;

-- The answer of a statement, or the error that it should not be.
CREATE FUNCTION pg_temp.judged(sql text) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM harmony.sql_intent(sql, 'how many per month', '{}');
  RETURN harmony.check_sql(sql, '{"relations": ["shop.*"], "columns_denied": ["shop.customer.email"], "explain": true, "max_cost": 1e9,
    "require_limit": 10, "tenant": {"column": "tenant_id", "value": 7}}');
EXCEPTION WHEN OTHERS THEN RETURN jsonb_build_object('raised', SQLSTATE || ' ' || SQLERRM);
END $$;
CREATE FUNCTION pg_temp.piece(sql text) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT substr(sql, 1 + floor(random() * length(sql))::int, 1 + floor(random() * 30)::int) $$;
CREATE FUNCTION pg_temp.mutated(a text, b text) RETURNS text LANGUAGE plpgsql VOLATILE AS $mutated$
DECLARE at int := floor(random() * (length(a) + 1))::int; n int := 1 + floor(random() * 12)::int;
BEGIN
  RETURN CASE floor(random() * 7)::int
    WHEN 0 THEN left(a, at) || substr(a, at + n)
    WHEN 1 THEN left(a, at) || pg_temp.piece(b) || substr(a, at + 1)
    WHEN 2 THEN left(a, at) || substr(b, 1 + floor(random() * length(b))::int)
    WHEN 3 THEN regexp_replace(a, '\m\w+\M', (regexp_match(pg_temp.piece(b) || ' x', '\w+'))[1], 1, 1 + at / 8)
    WHEN 4 THEN left(a, at) || (ARRAY['''', '"', '(', ')', ',', '$1', '$$', '--', '/*', ' UNION ', ' NOT ', '::shop.pair', '::text[]',
      '.*', ' IN ', ' NULL ', ';',
      '[1]', ' COLLATE "C" ', 'E''\', ' OVER () ', ' FILTER (WHERE true) ', 'ROW(', ' LATERAL ', ' AS x ', '-1', '%',
        '::shop.positive'])[1 + floor(random() * 28)::int]
      || substr(a, at + 1)
    WHEN 5 THEN '(' || a || ') UNION ALL (' || b || ')'
    ELSE 'SELECT * FROM (' || a || ') x JOIN (' || b || ') y USING (id)' END;
END $mutated$;

SELECT is((SELECT string_agg(format('%s: %s', j ->> 'raised', sql), E'\n') FROM (SELECT sql,
  pg_temp.judged(sql) AS j FROM texts) s WHERE j ? 'raised'), NULL,
  'every statement has an answer');
SELECT setseed(:seed) \g /dev/null
CREATE TEMP TABLE mutations AS
SELECT g, CASE WHEN g % 3 = 0 THEN pg_temp.mutated(pg_temp.mutated(a.sql, b.sql), b.sql) ELSE pg_temp.mutated(a.sql, b.sql) END AS sql
FROM generate_series(1, :n) g, (SELECT count(*)::int AS n, least(count(*)::int, 470) AS good FROM texts) k,
  LATERAL (SELECT 1 + floor(random() * CASE WHEN g % 5 = 0 THEN k.n ELSE k.good END)::int AS x, 1 + floor(random() * k.n)::int AS y) r
  JOIN texts a ON a.i = r.x JOIN texts b ON b.i = r.y;
CREATE TEMP TABLE answers AS SELECT g, sql, pg_temp.judged(sql) AS j FROM mutations;
SELECT is((SELECT string_agg(format('%s: %s', j ->> 'raised', sql), E'\n') FROM answers WHERE j ? 'raised'), NULL,
  'every mutation has an answer');
SELECT is((SELECT string_agg(format('%s: %s', e ->> 'message', sql), E'\n') FROM answers, jsonb_array_elements(j -> 'errors') e
  WHERE e ->> 'sqlstate' LIKE 'XX%'), NULL, 'no internal error');
SELECT is((SELECT count(*)::int FROM answers WHERE (j ->> 'ok')::boolean <> (j -> 'errors' = '[]')), 0, 'what is not allowed has a reason');
SELECT cmp_ok((SELECT count(*)::int FROM answers WHERE j ->> 'fingerprint' IS NOT NULL), '>', :n / 50, 'some are statements after all');

SELECT sum(total_bytes) AS bytes FROM pg_backend_memory_contexts \gset
SELECT count(harmony.check_sql(sql, '{"relations": ["shop.*"], "tenant": {"column": "tenant_id", "value": 7}}'))
FROM texts, generate_series(1, 100000 / (SELECT count(*)::int FROM texts) + 1) WHERE length(sql) < 2000 \g /dev/null
SELECT cmp_ok((SELECT sum(total_bytes)::bigint - :bytes FROM pg_backend_memory_contexts), '<', 1000000::bigint,
  '100,000 statements leave nothing behind');
SELECT * FROM finish();
ROLLBACK;
