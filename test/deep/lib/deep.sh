# Sourced by the scripts of test/deep: a server of their own, and how they tell what they found.
. "$(dirname "$0")/../../tools/common.sh"
. "$root/test/deep/lib/figure.sh"
STARTED=${STARTED:-$(date +%s)} HARMONY_SERVER=''
deep=$root/test/deep work=$BUILD/deep/$(basename "$0" .sh)
mkdir -p "$work"

# deep_start [setting=value …]: builds what has changed, and starts the server.
deep_start() {
  build
  cluster_start "deep-$(basename "$0" .sh)" "autovacuum = off" "max_wal_size = 4GB" "$@"
}

# preload FILE.so NAME=VALUE …: writes a program that starts the server with this library in front; for before_start.
preload() {
  cp "$1" "$cluster/$(basename "$1")"
  {
    echo '#!/bin/sh'
    echo "exec env LD_PRELOAD='$cluster/$(basename "$1")${PRELOAD_BEFORE:+ $PRELOAD_BEFORE}' $2 '$bin/postgres' \"\$@\""
  } >"$cluster/postgres"
  chmod 755 "$cluster/postgres"
  SERVER_PROGRAM=$cluster/postgres
}

query() { psql -XqAt -v ON_ERROR_STOP=1 "$@"; }

# crew_database NAME: with the crews of test/lib/crew.sql.
crew_database() {
  createdb "$1"
  query -d "$1" -o /dev/null -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" -f test/lib/crew.sql
}
