#!/bin/sh
# Secrets: after the tests of schema api, with every statement logged as the documentation has it, no password, token or key is found in the
# server's log, its data, its write-ahead log, pg_stat_statements, or the logs of PostgREST and harmonyd.
. "$(dirname "$0")/lib/deep.sh"
tools/deps.sh api worker
make -s harmonyd
deep_start 'wal_level = logical' 'wal_keep_size = 8GB' "shared_preload_libraries = 'pg_stat_statements'" 'pg_stat_statements.track = all' \
  'log_statement = all' 'log_duration = on' 'log_parameter_max_length = 0' 'log_parameter_max_length_on_error = 0' \
  'track_activity_query_size = 100kB'
SECRETS=$work/secrets KEEP=$work/kept
export SECRETS KEEP
rm -rf "$KEEP" "$SECRETS"
mkdir -p "$KEEP"
for part in platform season administration; do
  KEEP_DATABASE=yes sh "test/api/$part.sh" >"$work/$part.log" 2>&1 || true
  figure "$part: requests that were answered as expected" "$(grep -c '^ok ' "$work/$part.log" || true)" -ge 60
done
[ -s "$SECRETS" ] || { say "ok - secrets # SKIP PostgREST is not there"; exit 0; }

# The mails that wait, so that their tokens are made: harmonyd sends them to nobody, and its log is looked through too.
for part in platform season administration; do
  printf '{"database": "host=%s dbname=harmony_api_%s user=harmony_worker", "workers": 1, "smtp": {"url": "smtp://127.0.0.1:9",
    "from": "Harmony <no-reply@harmony.invalid>", "requires_tls": false}}\n' "$PGHOST" "$part" >"$work/harmonyd.json"
  timeout 60 "$BUILD/worker/harmonyd" --config "$work/harmonyd.json" --once >>"$KEEP/harmonyd.log" 2>&1 || true
  query -d "harmony_api_$part" -c "CREATE EXTENSION pg_stat_statements" -c "SELECT query FROM pg_stat_statements" >>"$KEEP/statements"
done
query -d postgres -c 'CHECKPOINT'
as_server "$cluster/bin/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
cp "$cluster/log" "$KEEP/server.log"
sort -u "$SECRETS" -o "$SECRETS"
figure 'secrets that were sent or handed out' "$(wc -l <"$SECRETS")" -ge 100

# found FILES…: how many of the secrets stand in them.
found() { grep -rahoFf "$SECRETS" "$@" 2>/dev/null | sort -u | tee -a "$work/found" | wc -l; }
rm -f "$work/found"
figure 'found in the data directory without the write-ahead log' "$(found "$cluster/data" --exclude-dir=pg_wal)" -eq 0
figure 'in the write-ahead log' "$(found "$cluster/data/pg_wal")" -eq 0
figure 'in the log of the server' "$(found "$KEEP/server.log")" -eq 0
figure 'in pg_stat_statements' "$(found "$KEEP/statements")" -eq 0
figure 'in the logs of PostgREST and harmonyd' "$(found "$KEEP"/*.gateway "$KEEP/harmonyd.log")" -eq 0
# The search finds what is there: a secret that a statement holds is in all of them.
figure 'statements in the log' "$(grep -c 'statement:\|execute' "$KEEP/server.log")" -ge 1000
echo 'harmony_api_platform' >"$work/planted"
figure 'files in which a name that is no secret is found' "$(grep -rlaFf "$work/planted" "$KEEP" "$cluster/data" | wc -l)" -ge 2
