# Sourced by the benchmarks: a private server with Harmony in it, medians, and the table that each of them prints.
bench=$(cd "$(dirname "$0")" && pwd)  # the folder of the benchmark
. "$bench/../../../tools/common.sh"

# bench_start NAME [setting=value …]: a server of its own with durable commits, and the modules.
bench_start() {
  build
  cluster_start "$@" fsync=on synchronous_commit=on checkpoint_timeout=1h max_wal_size=16GB
  sql "CREATE EXTENSION harmony; SELECT harmony.install('assessment'); CREATE SCHEMA bench;
       CREATE FUNCTION bench.cpu_ms() RETURNS bigint LANGUAGE sql VOLATILE AS \$\$
         SELECT 10 * (f[12]::bigint + f[13]::bigint)
         FROM regexp_split_to_array(regexp_replace(pg_read_file('/proc/self/stat'), '^.*\\) ', ''), ' ') f \$\$" >/dev/null
}

sql() { psql -qAtX -v ON_ERROR_STOP=1 -c "$1"; }

# Wall and CPU milliseconds of a statement in a session of its own, after the settings given: "wall cpu".
time_sql() {
  psql -qAtX -v ON_ERROR_STOP=1 <<EOF | awk '/^cpu /{c[n++]=$2} /^Time: /{w[++m]=$2} END{printf "%.1f %d\n", w[1], c[1]-c[0]}'
${2:-}
SELECT 'cpu ' || bench.cpu_ms();
\timing on
\o /dev/null
$1;
\o
\timing off
SELECT 'cpu ' || bench.cpu_ms();
EOF
}

# The median of the numbers on stdin.
median() { sort -n | awk '{v[NR]=$1} END{if (NR) printf "%.6g\n", NR%2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
# calc EXPRESSION: arithmetic, with at most 4 significant digits where they matter.
calc() { awk "BEGIN{printf \"%.4g\", $1}"; }

missed=0
# goal VALUE '<=' LIMIT: pass or FAIL, and remembers a failure.
goal() {
  if awk "BEGIN{exit !($1 $2 $3)}"; then verdict=pass; else verdict=FAIL missed=1; fi
}
heading() { printf '\n%s\n%-58s %12s %12s  %s\n' "$1" '' "${2:-}" "${3:-}" "${4:-}"; }
row() { printf '%-58s %12s %12s  %s\n' "$1" "${2:-}" "${3:-}" "${4:-}"; }
