# Sourced by test/cluster/worker/*.sh: a database with jobs, harmonyd, and what it talks to. Ends what it starts.
set -eu
BUILD=${BUILD:-build}
run() { psql -XqAt -v ON_ERROR_STOP=1 -d "$database" "$@"; }
# is WHAT GOT WANTED: a line of TAP.
is() {
  if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: $2, not $3"; fi
}
# python MODULE …: Debian's, which has what tools/deps.sh worker installs.
python=/usr/bin/python3

harmonyd=$BUILD/worker/harmonyd
if ! pkg-config --exists libpq libcurl libsodium spdlog nlohmann_json CLI11 expat || ! $python -c 'import aiosmtpd' 2>/dev/null; then
  echo "ok - harmonyd # SKIP its libraries are not here: tools/deps.sh worker"
  exit 0
fi
if ! make -s harmonyd >"$BUILD/worker-make.log" 2>&1; then
  cat "$BUILD/worker-make.log"
  echo "not ok - harmonyd cannot be built"
  exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/harmony-worker.XXXXXX")
processes=''
finish() {
  for process in $processes; do kill -9 "$process" 2>/dev/null || true; done
  [ -n "${KEEP:-}" ] || rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# worker_database NAME: fresh, with module crew, and no schedules but what a test adds.
worker_database() {
  database=$1
  dropdb --if-exists --force "$database" 2>/dev/null
  createdb "$database"
  run -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" -c 'SELECT platform.grant_application()' \
    -c 'DELETE FROM platform.schedule'
}

# configure NAME [JSON members]: a configuration of that name.
configure() {
  printf '{"database": "dbname=%s user=harmony_worker", "workers": 3, "grace_s": 4, "log": {"level": "debug", "file": "%s"}%s}\n' \
    "$database" "$folder/$1.log" "${2:+, $2}" >"$folder/$1.json"
}
# start NAME: harmonyd of that configuration, in the background; its number in $started.
start() {
  "$harmonyd" --config "$folder/$1.json" 2>>"$folder/$1.err" &
  started=$!
  processes="$processes $started"
}
# wait_for QUERY WANTED [SECONDS]: until the query gives that.
wait_for() {
  end=$(($(date +%s) + ${3:-30}))
  while [ "$(run -c "$1")" != "$2" ]; do
    if [ "$(date +%s)" -ge "$end" ]; then return 1; fi
    sleep 0.1
  done
}
# ended PROCESS SECONDS: whether it ends by itself within the time.
ended() {
  end=$(($(date +%s) + $2))
  while [ "$(sed 's/.*) \(.\).*/\1/' "/proc/$1/stat" 2>/dev/null || echo Z)" != Z ]; do
    if [ "$(date +%s)" -ge "$end" ]; then return 1; fi
    sleep 0.1
  done
}
free_port() { $python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
# certificate: folder/cert.pem and folder/key.pem for 127.0.0.1 and localhost.
certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext 'subjectAltName=IP:127.0.0.1,DNS:localhost' \
    -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
}
# sink SCRIPT FOLDER PORT …: in the background, ready; its number in $started.
sink() {
  script=$1
  shift
  mkdir -p "$1"
  $python "test/lib/$script" "$@" >"$folder/sink.out" 2>&1 &
  started=$!
  processes="$processes $started"
  for _ in $(seq 100); do
    if grep -q ready "$folder/sink.out"; then return; fi
    sleep 0.1
  done
  cat "$folder/sink.out"
  return 1
}
