# Sourced by the benchmarks of the HTTP face, after bench.sh: bench_start's server with module crew in it, PostgREST and nginx before it
# as in deploy/ but without limits, and what else the benchmark starts with start. All on the first two cores; all ends with the script.
. "$root/tools/gateway.sh"
PORT=${PORT:-8480}

# start NAME COMMAND…: in the background, what it says in $cluster/run/NAME.log.
start() {
  name=$1
  shift
  "$@" >>"$cluster/run/$name.log" 2>&1 8>&- &
  groups="${groups:-} $!"
}
# wait_for NAME ADDRESS: until it answers.
wait_for() {
  for _ in $(seq 100); do
    if answers "$2"; then return; fi
    sleep 0.1
  done
  fail "$1 does not answer: $(tail -5 "$cluster/run/$1.log")"
}
gateway_stop() {
  trap '' HUP INT TERM
  for group in ${groups:-}; do kill -s TERM -- "-$group" 2>/dev/null || true; done
  sleep 0.5
  for group in ${groups:-}; do kill -s KILL -- "-$group" 2>/dev/null || true; done
  cluster_stop
}

# gateway_start NAME [setting=value …]: the server, database postgres with module crew; gateway_serve, when schema api is complete, what
# stands before it, at the address API.
gateway_start() {
  tools/deps.sh build serve bench
  tools/deps.sh api || true
  gateway_programs
  if [ "$(nproc)" -gt 2 ]; then taskset -cp 0,1 $$ >/dev/null; fi
  bench_start "$@"
  trap gateway_stop EXIT
  gateway_files unlimited
  psql -qX -v ON_ERROR_STOP=1 -o /dev/null -c "SET client_min_messages = warning" -c "SELECT harmony.install('crew')" \
    -c "SELECT platform.grant_application()" -c "ALTER DATABASE postgres SET harmony.jwt_key_file = '$cluster/jwt.key'"
}
gateway_serve() {
  API=http://127.0.0.1:$PORT/api
  start postgrest run_postgrest postgres
  start nginx run_nginx
  wait_for postgrest "$API/"
}

# open_account PERSON PASSWORD: gives the account of an id a password.
open_account() { sql "SELECT platform.set_password('$1', '$2', NULL)" >/dev/null; }
# sign_in EMAIL PASSWORD: its access token.
sign_in() {
  curl -s "$API/rpc/login" -d email="$1" -d password="$2" -d cookie=false | sed 's/.*"access_token" *: *"\([^"]*\)".*/\1/'
}

# load SECONDS CONNECTIONS ADDRESS [wrk's options …]: "requests a second, milliseconds at the median"; BODY is posted.
load() {
  seconds=$1 connections=$2 address=$3
  shift 3
  wrk --timeout 20s -t1 -c"$connections" -d"${seconds}s" -s "$root/test/bench/platform/load.lua" "$@" "$address" >"$cluster/wrk"
  awk '/^load /{print $2, $3; failed = $4; n = 1} END{exit !n || failed > 0}' "$cluster/wrk" ||
    fail "$address: requests without an answer of 2xx: $(cat "$cluster/wrk")"
}
