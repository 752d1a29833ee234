#!/bin/sh
# Names of HLA alleles (harmony.hla_normalize) beside a regular expression in Python, alone and with the same work; pairs of sealed
# genotypes (unsealed, compared, wiped) beside genotypes that lie open. Goals are judged by the processor's time of the backend.
#   NAMES=1000000  PEOPLE=1000  PAIRS=100000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
NAMES=${NAMES:-1000000} PEOPLE=${PEOPLE:-1000} PAIRS=${PAIRS:-100000} ROUNDS=${ROUNDS:-5}
bench_start affinity shared_buffers=1GB
keys=$(cd "$cluster" && pwd)/keys.json
(umask 077 && echo '{"keys": [{"id": 1, "key": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}]}' >"$keys")
chown "$(stat -c %U "$cluster/data")" "$keys"

psql -qX -v ON_ERROR_STOP=1 -v names="$NAMES" -v people="$PEOPLE" -v pairs="$PAIRS" -v keys="$keys" <<'EOF'
SET harmony.seal_key_file = :'keys';
CREATE FUNCTION bench.draw(i bigint, k integer, below integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT mod(abs(hashint8extended(i, k)), below)::integer $$;
-- As laboratories write them: two to four fields, some with a prefix, a letter, or as before 2010.
CREATE UNLOGGED TABLE bench.name AS
SELECT CASE WHEN bench.draw(i, 1, 4) = 0 THEN 'HLA-' ELSE '' END || (ARRAY['A', 'B', 'C', 'DRB1', 'DQB1'])[1 + bench.draw(i, 2, 5)] ||
  '*' ||
  CASE WHEN bench.draw(i, 3, 10) = 0 THEN lpad(bench.draw(i, 4, 80)::text, 2, '0') || lpad(bench.draw(i, 5, 100)::text, 2, '0')
    ELSE lpad(bench.draw(i, 4, 80)::text, 2, '0') || ':' || CASE WHEN bench.draw(i, 6, 5) = 0 THEN 100 + bench.draw(i, 5, 400) ELSE
      10 + bench.draw(i, 5, 90) END || (ARRAY['', ':01', ':01:01', ':01:02N', 'N'])[1 + bench.draw(i, 7, 5)] END AS name
FROM generate_series(1, :names) i;
-- People with two copies at three loci, a tenth of whose copies are ambiguous.
CREATE UNLOGGED TABLE bench.typing AS
SELECT i, md5(i::text)::uuid AS person, gl, harmony.hla_seal(gl, md5(i::text)::uuid) AS sealed
FROM generate_series(1, :people) i, LATERAL (
  SELECT string_agg(locus, '^' ORDER BY g) FROM unnest('{A,B,DRB1}'::text[]) WITH ORDINALITY l (gene, g), LATERAL (
    SELECT string_agg(format('%s*%s:01:01', gene, 10 + bench.draw(i, g::integer * 10 + copy, 20)) || CASE WHEN
      bench.draw(i, g::integer * 100 + copy, 10) = 0 THEN format('/%1$s*%2$s:02/%1$s*33:03:01:01', gene, 10 + bench.draw(i, copy, 20))
      ELSE '' END, '+') FROM generate_series(1, 2) copy) c (locus)) s (gl);
CREATE UNLOGGED TABLE bench.pair AS
SELECT a.gl AS gl_a, a.person AS person_a, a.sealed AS a, b.gl AS gl_b, b.person AS person_b, b.sealed AS b
FROM generate_series(1, :pairs) k JOIN bench.typing a ON a.i = 1 + k % :people JOIN bench.typing b ON b.i = 1 + bench.draw(k, 9, :people);
EOF
psql -qX -c 'VACUUM ANALYZE' 2>/dev/null

sealed='harmony.hla_sealed_dissimilarity(a, person_a, b, person_b)'
query() { # what
  case $1 in
    scan) echo 'SELECT count(name) FROM bench.name' ;;
    names) echo 'SELECT count(harmony.hla_normalize(name)) FROM bench.name' ;;
    two_field) echo 'SELECT count(harmony.hla_two_field(name)) FROM bench.name' ;;
    open) echo 'SELECT count(harmony.hla_dissimilarity(gl_a, gl_b)) FROM bench.pair' ;;
    sealed) echo "SELECT count($sealed) FROM bench.pair" ;;
  esac
}
cases='scan names two_field open sealed'
for what in $cases; do : >"$cluster/$what"; done
psql -qAtX -c 'COPY bench.name TO STDOUT' >"$cluster/names.txt"
: >"$cluster/python"
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    time_sql "$(query $what)" "SET max_parallel_workers_per_gather = 0; SET jit = off; SET harmony.seal_key_file = '$keys';
      SELECT count($sealed) FROM (SELECT * FROM bench.pair LIMIT 1) s;" >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/hla.py" <"$cluster/names.txt" 2>/dev/null >>"$cluster/python"
done
for what in $cases; do
  eval "wall_$what=$(awk '{print $1}' "$cluster/$what" | median) cpu_$what=$(awk '{print $2}' "$cluster/$what" | median)"
done
python_match=$(awk '{print $1}' "$cluster/python" | median) python_canonical=$(awk '{print $2}' "$cluster/python" | median)
differ=$(psql -qAtX -c "SET harmony.seal_key_file = '$keys'" \
  -c "SELECT count(*) FROM bench.pair WHERE $sealed IS DISTINCT FROM harmony.hla_dissimilarity(gl_a, gl_b)")

rate() { calc "$NAMES / 1000 / $1"; } # millions a second
heading "$NAMES names, no workers; median of $ROUNDS, milliseconds" wall CPU 'million/s'
row "count(*) of the names" "$wall_scan" "$cpu_scan" "$(rate "$wall_scan")"
row "Python: a regular expression alone" "${python_match:-not here}" '' "$([ -z "$python_match" ] || rate "$python_match")"
row "Python: with it, the canonical form" "${python_canonical:-not here}" '' "$([ -z "$python_canonical" ] || rate "$python_canonical")"
row "hla_normalize" "$wall_names" "$cpu_names" "$(rate "$wall_names")"
row "hla_two_field" "$wall_two_field" "$cpu_two_field" "$(rate "$wall_two_field")"
goal "$(rate "($cpu_names - $cpu_scan)")" '>=' 5
row "million names a second, less the scan" "$(rate "($cpu_names - $cpu_scan)")" ">= 5" "$verdict"
if [ -n "$python_match" ]; then
  goal "$(calc "$python_match / ($cpu_names - $cpu_scan)")" '>=' 3
  row "regular expression alone : hla_normalize less the scan" "$(calc "$python_match / ($cpu_names - $cpu_scan)")" ">= 3" "$verdict"
  goal "$(calc "$python_canonical / $cpu_names")" '>=' 4
  row "canonical form in Python : hla_normalize with the scan" "$(calc "$python_canonical / $cpu_names")" ">= 4" "$verdict"
fi
heading "$PAIRS pairs of $PEOPLE people, three loci" wall CPU
row "hla_dissimilarity of genotypes that lie open" "$wall_open" "$cpu_open"
row "hla_sealed_dissimilarity" "$wall_sealed" "$cpu_sealed"
goal "$(calc "$cpu_sealed / $PAIRS * 100000")" '<=' 1000
row "milliseconds of 100,000 sealed pairs" "$(calc "$cpu_sealed / $PAIRS * 100000")" "<= 1000" "$verdict"
goal "$differ" '<=' 0
row "pairs that differ between sealed and open" "$differ" "<= 0" "$verdict"
exit $missed
