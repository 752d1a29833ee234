#!/bin/sh
# harmony.check_sql beside the server's parser and analysis alone (guard_floor.c), PREPARE over a connection, and sqlglot where Python has
# it: statements of 199 characters on average with joins of up to four relations, all steps but the planner. Judged on each side's best
# round, since a busy machine only ever adds. Memory: what a session has more after 100,000 statements.
#   STATEMENTS=1000  ROUNDS=25
. "$(dirname "$0")/../../lib/bench.sh"
STATEMENTS=${STATEMENTS:-1000} ROUNDS=${ROUNDS:-25}
bench_start guard

cc -O2 -Wall -shared -fPIC -I"$($PG_CONFIG --includedir-server)" -o "$cluster/guard_floor.so" "$bench/guard_floor.c"
chmod 755 "$cluster/guard_floor.so"
psql -qX -v ON_ERROR_STOP=1 -v n="$STATEMENTS" -v floor="$cluster/guard_floor.so" <<'EOF'
CREATE FUNCTION bench.floor(text) RETURNS integer LANGUAGE c STRICT AS :'floor', 'guard_floor';
CREATE SCHEMA shop;
CREATE TABLE shop.customer (tenant_id int NOT NULL, id int PRIMARY KEY, name text NOT NULL, email text, country text,
  created_at timestamptz);
CREATE TABLE shop.orders (tenant_id int NOT NULL, id int PRIMARY KEY, customer_id int, status text NOT NULL, total numeric,
  placed_at timestamptz);
CREATE TABLE shop.order_line (tenant_id int NOT NULL, order_id int, line int, product_id int, quantity int, price numeric,
  PRIMARY KEY (order_id, line));
CREATE TABLE shop.product (id int PRIMARY KEY, name text NOT NULL, category text, price numeric);
CREATE TABLE bench.statements AS
SELECT i, format(CASE i % 5
  WHEN 0 THEN 'SELECT o.id AS o_id, c.id AS c_id FROM shop.orders o %1$s JOIN shop.customer c ON c.id = o.customer_id '
    'AND c.tenant_id = o.tenant_id WHERE o.tenant_id = %2$s AND o.total > (SELECT avg(total) FROM shop.orders WHERE tenant_id = 7)'
  WHEN 1 THEN 'SELECT count(*), count(l.tenant_id), count(c.tenant_id) FROM shop.order_line l %1$s JOIN shop.customer c ON l.line <= c.id '
    'AND c.tenant_id = l.tenant_id WHERE l.tenant_id IN (7) AND NOT c.tenant_id = %2$s'
  WHEN 2 THEN 'WITH x AS (SELECT o.id AS o_id, p.id AS p_id FROM shop.orders o %1$s JOIN shop.orders p ON p.customer_id = o.customer_id '
    'AND p.tenant_id = o.tenant_id WHERE o.tenant_id = %2$s) SELECT * FROM x'
  WHEN 3 THEN '(SELECT l.order_id AS l_id, o.id AS o_id FROM shop.order_line l %1$s JOIN shop.orders o ON l.order_id = o.id '
    'AND o.tenant_id = l.tenant_id WHERE l.tenant_id = %2$s) UNION ALL (SELECT id, id FROM shop.customer WHERE tenant_id = 7)'
  ELSE 'SELECT count(*) FROM (SELECT c.id AS c_id, p.id AS p_id FROM shop.customer c %1$s JOIN shop.orders p ON p.customer_id = c.id '
    'WHERE c.tenant_id = %2$s AND p.tenant_id = 7 AND EXISTS (SELECT 1 FROM shop.product x WHERE x.id = c.id)) x' END,
  (ARRAY['', 'LEFT', 'RIGHT', 'FULL'])[i / 5 % 4 + 1], (ARRAY[7, 8])[i / 20 % 2 + 1]) AS sql
FROM generate_series(1, :n) i;
VACUUM ANALYZE bench.statements;
EOF
options='{"relations": ["shop.customer", "shop.orders", "shop.order_line", "shop.product"], "columns_denied": ["shop.customer.email"],
  "tenant": {"column": "tenant_id", "value": 7}}'


cat > /tmp/me/run.sql <<EOF
SET jit = off;
select pg_backend_pid() \\g /tmp/me/pid
SELECT count(harmony.check_sql(sql, '$options')) FROM bench.statements, generate_series(1, 600);
EOF
psql -qAtX -f /tmp/me/run.sql & 
sleep 1.5
perf record -q -F 4000 -g -p $(cat /tmp/me/pid) -o /tmp/me/guard.data sleep 4 >/dev/null 2>&1
wait
cp "$cluster"/server/*/lib/postgresql/*/lib/harmony.so /tmp/me/ 2>/dev/null || find "$cluster" -name harmony.so -exec cp {} /tmp/me/ \;
perf report -i /tmp/me/guard.data --no-children -g none --percent-limit 0.4 > /tmp/me/guard.flat 2>/dev/null
perf report -i /tmp/me/guard.data --children -g none --percent-limit 0.7 > /tmp/me/guard.children 2>/dev/null
