#!/bin/sh
# make serve: everything an application needs, on loopback: a private PostgreSQL with a demo fleet, demo sites, a demo team's
# deliveries, a demo company and a model under watch, PostgREST, nginx, harmonyd, and a mailbox that keeps what is sent as files. Prints
# the address, an account to sign in with for each role, and requests to try. What ends by itself is started again. Ctrl-C, or
# tools/serve-stop.sh, ends all of it.
#   PORT=8080   PASSWORD=…: one that stays, else a new one each time   LIMITS=off: as often as one likes, for tests
. "$(dirname "$0")/common.sh"
. tools/gateway.sh

STARTED=$(date +%s) STEPS=5 PORT=${PORT:-8080}
alone serve
step "packages"
tools/deps.sh build worker serve
tools/deps.sh api web || true
tools/deps.sh faces || true
step "build"
build
make -s harmonyd >"$BUILD/worker.log" 2>&1 || fail "$(tail -20 "$BUILD/worker.log")"
gateway_programs

step "a private server with a fleet"
cluster_start serve
createdb harmony
export PGDATABASE=harmony
run() { psql -Xq -v ON_ERROR_STOP=1 "$@"; }
if [ "${LIMITS:-}" = off ]; then gateway_files unlimited; else gateway_files; fi
install -m 755 "$BUILD/worker/harmonyd" "$cluster/harmonyd"
. test/lib/faces/nets.sh
if [ -n "$nets" ]; then
  install -m 755 "$BUILD/worker/harmonyd-face" "$cluster/harmonyd-face"
  nets_to "$cluster/nets"
fi
cp test/lib/smtp_sink.py "$cluster/mailbox.py"
install -d -m 755 "$cluster/artifacts"
(umask 027; printf '{"keys": [{"id": 1, "key": "%s"}]}\n' "$(head -c 32 /dev/urandom | base64)" >"$cluster/seal.json")
if [ "$(id -u)" = 0 ]; then chown postgres "$cluster/seal.json"; fi
run -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" -c "SELECT harmony.install('signals')" \
  -c "SELECT harmony.install('delivery')" -c "SELECT harmony.install('oversight')" -c "SELECT harmony.install('workforce')" \
  -c "SELECT harmony.install('affinity')" -c "ALTER DATABASE harmony SET harmony.seal_key_file = '$cluster/seal.json'" \
  -c 'SELECT platform.grant_application()' -c "ALTER DATABASE harmony SET harmony.jwt_key_file = '$cluster/jwt.key'" \
  -c "ALTER DATABASE harmony SET harmony.artifact_directory = '$cluster/artifacts'"
run -o /dev/null -f sql/demo/fleet.sql
run -f sql/demo/sites.sql -f sql/demo/signals.sql -f sql/demo/parts.sql -c "INSERT INTO platform.membership (account_id, organization_id)
  SELECT a.id, md5('quality')::uuid FROM platform.account a WHERE a.email = 'person2@sample.invalid'" >/dev/null
run -f sql/demo/history.sql -f sql/demo/delivery.sql -c "INSERT INTO platform.membership (account_id, organization_id)
  SELECT a.id, md5('delivery')::uuid FROM platform.account a WHERE a.email = 'person2@sample.invalid'" \
  -c "SELECT delivery.map_author(md5('delivery')::uuid, 'dev-2', 'dev-2', a.id)
  FROM platform.account a WHERE a.email = 'person2@sample.invalid'" >/dev/null
occupations=${HARMONY_DATA:-../shared/data}/workforce
if [ -f "$occupations/onet_tasks.csv" ]; then
  run -o /dev/null -v occupations="$(realpath "$occupations")" -f sql/demo/occupations.sql
else
  run -o /dev/null -f sql/demo/occupations_sample.sql
fi
run -f sql/demo/workforce.sql -f sql/demo/planning.sql -f sql/demo/oversight.sql -c 'SELECT workforce.index_occupations()' \
  -c "INSERT INTO platform.membership (account_id, organization_id, role)
  SELECT a.id, md5('company')::uuid, 'planner' FROM platform.account a WHERE a.email = 'person2@sample.invalid'" >/dev/null
run -v called=friend -f sql/demo/affinity.sql >/dev/null
run -c "WITH new AS (INSERT INTO platform.account (email, full_name) VALUES ('researcher@sample.invalid', 'Robin Research') RETURNING id)
  INSERT INTO platform.account_role SELECT id, 'researcher' FROM new"
run -c ANALYZE

# Those besides the gateway's.
configure() {
  mkdir -p "$cluster/mails"
  printf '{"database": "host=%s dbname=harmony user=harmony_worker", "workers": 2, "smtp": {"url": "smtp://127.0.0.1:%s",
    "from": "Harmony <no-reply@harmony.invalid>", "requires_tls": false}, "events": {"socket": "%s/run/publish.sock"}%s}\n' \
    "$cluster" "$((PORT + 1))" "$cluster" "${nets:+, $(nets_configured "$cluster/nets")}" >"$cluster/harmonyd.json"
  touch "$cluster/pages.seen"
  tools/web.sh "$cluster/pages"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$cluster/mails"; fi
}
configure

# stop NAME SIGNAL
stop() {
  eval "group=\${$1:-}"
  if [ -n "$group" ]; then kill -s "$2" -- "-$group" 2>/dev/null || true; fi
}
# start NAME: one of the processes besides the server. What an earlier one has left, such as nginx's workers, is ended first.
start() {
  stop "$1" KILL
  case $1 in
    postgrest) run_postgrest harmony >>"$cluster/run/postgrest.log" 2>&1 8>&- & ;;
    nginx) run_nginx >>"$cluster/nginx/log/start.log" 2>&1 8>&- & ;;
    mailbox)
      in_group /usr/bin/python3 "$cluster/mailbox.py" "$cluster/mails" "$((PORT + 1))" >>"$cluster/run/mailbox.log" 2>&1 8>&- & ;;
    harmonyd)
      in_group "$cluster/harmonyd" --config "$cluster/harmonyd.json" >>"$cluster/run/harmonyd.log" 2>&1 8>&- & ;;
  esac
  eval "$1=\$!"
}
services='postgrest nginx mailbox harmonyd'
running() {
  for service in $services; do
    eval "group=\${$service:-}"
    if [ -n "$group" ] && kill -s 0 -- "-$group" 2>/dev/null; then return 0; fi
  done
  return 1
}
end() {
  trap '' HUP INT TERM
  for service in $services; do stop "$service" TERM; done
  for _ in $(seq 30); do
    if ! running; then break; fi
    sleep 0.1
  done
  for service in $services; do stop "$service" KILL; done
  rm -f "$BUILD/serve.pid"
  cluster_stop
}
trap end EXIT

step "PostgREST, nginx, harmonyd"
for service in $services; do start "$service"; done
echo $$ >"$BUILD/serve.pid"
for _ in $(seq 100); do
  if answers "http://127.0.0.1:$PORT/api/"; then break; fi
  for service in $services; do
    eval "kill -0 \$$service 2>/dev/null" ||
      fail "$service has ended: $(cat "$cluster/run/$service.log" "$cluster"/nginx/log/*.log 2>/dev/null | tail -5)"
  done
  sleep 0.1
done
answers "http://127.0.0.1:$PORT/api/" || fail "PostgREST does not answer: $(tail -5 "$cluster/run/postgrest.log")"

# A password for one account of each role.
password=${PASSWORD:-$(head -c 9 /dev/urandom | base64 | tr '+/' '-_')}
run -o /dev/null -v password="$password" <<'SQL'
SELECT platform.set_password(a.id, :'password', NULL) FROM platform.account a WHERE a.email ~ '^(person(1|2|4|5|30)|friend1|researcher)@';
SQL
step "it is there"
cat <<TEXT

  http://127.0.0.1:$PORT/            the pages, for a browser
  http://127.0.0.1:$PORT/api/        what there is to call (OpenAPI)

  sign in with the password $password as
    person1@sample.invalid     administrator
    person2@sample.invalid     works for an employer, looks after the quality of 400 sites, a team's
                               deliveries, as dev-2 of them, and a model, and plans for a company
    person4@sample.invalid     leads a vessel's crew
    person5@sample.invalid     plans work, for an organisation of their own
    person30@sample.invalid    a candidate
    friend1@sample.invalid     wants to meet people, and has gone through all phases of evidence
    researcher@sample.invalid  judges what these are worth

  token=\$(curl -s http://127.0.0.1:$PORT/api/rpc/login -d email=person2@sample.invalid \\
    --data-urlencode 'password=$password' -d cookie=false | sed 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/')
  curl -s -H "Authorization: Bearer \$token" http://127.0.0.1:$PORT/api/me
  curl -s -H "Authorization: Bearer \$token" 'http://127.0.0.1:$PORT/api/campaigns?select=id,title,status'
  curl -s -H "Authorization: Bearer \$token" 'http://127.0.0.1:$PORT/api/signals?order=severity.desc,q_value&limit=10'
  curl -s -H "Authorization: Bearer \$token" 'http://127.0.0.1:$PORT/api/simulations?select=id,name,status,progress'

  mails are files of $cluster/mails, which nobody gets
  psql -h $cluster -U $PGUSER harmony
  Ctrl-C, or tools/serve-stop.sh, ends all of it.
TEXT

# Pages that were edited are served as they are now. What has ended is started again, the server too.
while sleep 1; do
  if [ -n "$(find web -newer "$cluster/pages.seen" 2>/dev/null)" ]; then
    touch "$cluster/pages.seen"  # before they are laid out: what is edited meanwhile is seen next time
    tools/web.sh "$cluster/pages" >"$BUILD/web.log" 2>&1 || say "the pages stay as they were: $(tail -1 "$BUILD/web.log")"
  fi
  if ! as_server "$bin/pg_ctl" -D "$cluster/data" status >/dev/null 2>&1; then
    say "PostgreSQL has ended, and is started again"
    rm -f "$cluster/data/postmaster.pid"
    as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null 8>&- ||
      say "it does not start: $(tail -1 "$cluster/log")"
  fi
  for service in $services; do
    if ! eval "kill -0 \$$service 2>/dev/null"; then
      say "$service has ended, and is started again"
      start "$service"
    fi
  done
done
