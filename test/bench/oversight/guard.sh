#!/bin/sh
# harmony.check_sql beside the server's parser and analysis alone (guard_floor.c), PREPARE over a connection, and sqlglot where Python has
# it: the random joins of oversight/guard_cases.jsonl (199 characters on average), or where the data are not there such as these, all steps
# but the planner. Judged on each side's best round, since a busy machine only ever adds. The floor has its locks from the first round on;
# the guard takes and gives back those of each statement. Memory: what a session has more after 100,000 statements.
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

data=${HARMONY_DATA:-$root/../shared/data}/oversight
if [ -f "$data/guard_cases.jsonl" ]; then
  psql -qX -v ON_ERROR_STOP=1 -o /dev/null -f "$data/guard_schema.sql" -f "$data/guard_data.sql"
  sql "ALTER DATABASE $PGDATABASE SET search_path = app, public"
  psql -qX -v ON_ERROR_STOP=1 -v n="$STATEMENTS" -v cases="$(cat "$data/guard_cases.jsonl")" <<'EOF'
CREATE TEMP TABLE given AS SELECT line::jsonb AS line, n FROM string_to_table(:'cases', E'\n') WITH ORDINALITY t (line, n) WHERE line <> '';
DELETE FROM bench.statements;
INSERT INTO bench.statements SELECT i, (array_agg(g.line ->> 'sql' ORDER BY g.n))[1 + i % count(*)]
FROM given g, generate_series(1, :n) i WHERE g.line ->> 'group' = 'random joins' GROUP BY i;
VACUUM ANALYZE bench.statements;
CREATE TABLE bench.options AS SELECT line -> 'options' AS options FROM given WHERE n = 1;
EOF
  options=$(sql 'SELECT options FROM bench.options')
fi

# Best of the rounds in one session, interleaved, so that a slow phase of the machine hits both alike: "floor guard".
times=$({
  echo "SET jit = off; SELECT bench.floor(sql) FROM bench.statements LIMIT 1;"
  echo "SELECT harmony.check_sql(sql, '$options') FROM bench.statements LIMIT 1;"
  printf '%s\n' '\timing on'
  for _ in $(seq "$ROUNDS"); do
    echo 'SELECT count(bench.floor(sql)) FROM bench.statements;'
    echo "SELECT count(harmony.check_sql(sql, '$options')) FROM bench.statements;"
  done
} | psql -qAtX -v ON_ERROR_STOP=1 |
  awk '/^Time: /{n++; k = n % 2; if (!(k in best) || $2 < best[k]) best[k] = $2} END{print best[1], best[0]}')
floor=${times% *} guard=${times#* }

# PREPARE and DEALLOCATE, each a round trip.
sql "SELECT format(E'PREPARE s AS %s;\nDEALLOCATE s;', sql) FROM bench.statements" >"$cluster/prepare.sql"
started=$(date +%s%N)
psql -qX -f "$cluster/prepare.sql"
trips=$(calc "($(date +%s%N) - $started) / 1000000")

sql 'SELECT sql FROM bench.statements' >"$cluster/statements"
sqlglot=$("${PYTHON:-python3}" - "$cluster/statements" 2>/dev/null <<'EOF' || true
import sys, time
import sqlglot
statements = open(sys.argv[1]).read().splitlines()
started = time.perf_counter()
for statement in statements:
    sqlglot.parse_one(statement, read="postgres")
print("%.1f" % (1000 * (time.perf_counter() - started)))
EOF
)

memory=$(psql -qAtX -v ON_ERROR_STOP=1 <<EOF | awk '{v[NR] = $1} END{print v[2] - v[1]}'
SET jit = off;
SELECT count(harmony.check_sql(sql, '$options')) FROM bench.statements \g /dev/null
SELECT substring(pg_read_file('/proc/self/status') FROM 'VmRSS:\s*(\d+) kB');
SELECT count(harmony.check_sql(sql, '$options')) FROM bench.statements, generate_series(1, greatest(1, 100000 / $STATEMENTS)) \g /dev/null
SELECT substring(pg_read_file('/proc/self/status') FROM 'VmRSS:\s*(\d+) kB');
EOF
)

heading "$STATEMENTS statements of $(sql 'SELECT round(avg(length(sql))) FROM bench.statements') characters, best of $ROUNDS" ms ': floor'
row "parser and analysis alone" "$floor" 1
row "check_sql, all steps but the planner" "$guard" "$(calc "$guard / $floor")"
row "PREPARE and DEALLOCATE over a connection" "$trips" "$(calc "$trips / $floor")"
row "sqlglot, parsing alone" "${sqlglot:-not here}"
goal "$(calc "$guard / $floor")" '<=' 1.6
row "check_sql : parser and analysis" "$(calc "$guard / $floor")" "<= 1.6" "$verdict"
goal "$memory" '<=' 1024
row "memory after 100,000 statements more, kB" "$memory" "<= 1024" "$verdict"
exit $missed
