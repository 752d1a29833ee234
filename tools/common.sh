# Sourced by the scripts of tools/ and test/: where things are, what is built, and a private server.
set -eu
umask 022
unset CDPATH
# The checkout: the folder above the script that holds the control file, whether or not it is a git repository.
root=$(cd "$(dirname "$0")" && while [ ! -f control/harmony.control ] && [ "$PWD" != / ]; do cd ..; done && pwd)
cd "$root"

say() { printf '%s\n' "$*"; }
fail() {
  say "$@" >&2
  exit 1
}

# libpq's variables in the user's shell name another server; only those that cluster_start has set stay.
if [ -z "${HARMONY_SERVER:-}" ]; then
  for name in $(env | sed -n 's/^\(PG[A-Z0-9_]*\)=.*/\1/p'); do
    [ "$name" = PG_CONFIG ] || unset "$name"
  done
fi
# Messages and sorting are the same in any shell, and psql never stops at a pager.
LC_ALL=C.UTF-8 PSQL_PAGER='' PG_CONFIG=${PG_CONFIG:-pg_config} BUILD=${BUILD:-build}
export LC_ALL PSQL_PAGER PG_CONFIG BUILD
# MAKEFLAGS would hand the PG_CONFIG of a command line to every make below, before the private server's.
unset LANGUAGE MAKEFLAGS MFLAGS MAKELEVEL
if ! { mkdir -p "$BUILD" && [ -w "$BUILD" ]; } 2>/dev/null; then
  fail "Cannot write to $BUILD. Name a folder for what is built, for example: make BUILD=/tmp/harmony-build check"
fi

elapsed() { echo $(($(date +%s) - STARTED)); }
# step WHAT: "n of m", where STEPS is m, and the seconds since STARTED.
step() {
  STEP=$((${STEP:-0} + 1))
  export STEP
  say "== $STEP of $STEPS: $* ($(elapsed) s)"
}

# add NAME PASSED FAILED [SKIPPED]: one line a kind of test, and one in the file COUNTS, which the scripts of one run share.
add() {
  say "$1: $2 passed, $3 failed, ${4:-0} skipped"
  echo "$1 $2 $3 ${4:-0}" >>"$COUNTS"
}
# counted COLUMN: the sum over COUNTS, of passed (2), failed (3), skipped (4).
counted() { awk -v column="$1" '{ sum += $column } END { print sum + 0 }' "$COUNTS"; }

# alone NAME: waits until no other command of this name runs on this build folder.
alone() {
  exec 8>"$BUILD/$1.lock"
  flock -n 8 || { say "Another make $1 works in $BUILD; waiting for its end"; flock 8; }
}

# PostgreSQL refuses to run as root: there its server runs as user postgres.
as_server() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"; else "$@"; fi
}

# build: the extension into $BUILD, one build at a time; a line for each file that is compiled.
build() {
  (
    flock 9
    rm -f "$BUILD/make.failed"
    { make -s -j"$(nproc)" 2>&1 || touch "$BUILD/make.failed"; } | tee "$BUILD/make.log" | grep --line-buffered '^  compile' || true
    if [ -e "$BUILD/make.failed" ]; then fail "$(cat "$BUILD/make.log")"; fi
  ) 9>"$BUILD/make.lock"
}

# server_copy FOLDER: a copy of the server installation with Harmony in it, and PG_CONFIG and PATH led there, so that
# nothing is written into the installed one. PostgreSQL finds its folders relative to its own executable: the executables
# are copied (a link would be followed to the installed ones), everything else is linked at the same relative place.
server_copy() {
  folder=$1
  set -- "$($PG_CONFIG --bindir)" "$($PG_CONFIG --pkglibdir)" "$($PG_CONFIG --sharedir)" "$($PG_CONFIG --includedir-server)"
  above=$1
  for part in "$@"; do
    while [ "${part#"$above"/}" = "$part" ] && [ "$part" != "$above" ]; do above=${above%/*}; done
  done
  bin=$folder${1#"$above"} lib=$folder${2#"$above"} share=$folder${3#"$above"} headers=$folder${4#"$above"}
  mkdir -p "$bin" "$lib" "$share/extension" "${headers%/*}"
  cp -L "$1"/* "$bin"
  ln -s "$4" "$headers"
  # What an installed Harmony has there stays away.
  for file in "$2"/* "$3"/* "$3"/extension/*; do
    case $file in
      "$2"/harmony.so | "$2"/bitcode | "$3"/extension | "$3"/extension/harmony | "$3"/extension/harmony.* | "$3"/extension/harmony--*) ;;
      "$2"/*) ln -s "$file" "$lib" ;;
      "$3"/extension/*) ln -s "$file" "$share/extension" ;;
      *) ln -s "$file" "$share" ;;
    esac
  done
  PG_CONFIG=$bin/pg_config PATH=$bin:$PATH
  export PATH
  ( flock 9; make -s install >"$folder/install.log" 2>&1 || fail "$(cat "$folder/install.log")" ) 9>"$BUILD/make.lock"
}

# cluster_start NAME [setting=value …]: a fresh server of its own, on a unix socket only, that cluster_stop ends; also when
# the script ends or is interrupted. Server, data and socket live in one short folder that user postgres can reach,
# whatever the checkout's rights and path are. A function before_start, where there is one, is called before the start; it may
# set SERVER_PROGRAM, what pg_ctl starts in place of postgres. INITDB_OPTIONS goes to initdb.
cluster_start() {
  trap cluster_stop EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  cluster=$(mktemp -d "/tmp/harmony-$1.XXXXXX")
  shift
  chmod 755 "$cluster"
  if [ "$(id -u)" = 0 ]; then chown postgres "$cluster"; fi
  server_copy "$cluster/server"
  ln -s "$bin" "$cluster/bin"
  as_server "$bin/initdb" -D "$cluster/data" -U "$(id -un)" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    ${INITDB_OPTIONS:-} \
    >"$cluster/initdb.log" 2>&1 || fail "$(cat "$cluster/initdb.log")"
  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '$cluster'"
    echo "timezone = 'UTC'"
    echo "max_connections = 40"
    echo "shared_buffers = 256MB"
    echo "max_wal_size = 2GB"
    for setting in "$@"; do echo "$setting"; done
  } | as_server tee -a "$cluster/data/postgresql.conf" >/dev/null
  if command -v before_start >/dev/null; then before_start; fi
  as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" ${SERVER_PROGRAM:+-p "$SERVER_PROGRAM"} -w start >/dev/null 8>&- \
    || fail "$(cat "$cluster/log")"
  HARMONY_SERVER=$cluster PGHOST=$cluster PGUSER=$(id -un) PGDATABASE=postgres
  export HARMONY_SERVER PGHOST PGUSER PGDATABASE
}

# test_cluster_start NAME: with what tests need. Plans would hang on the moment at which autovacuum last looked at a table; some tests
# remove and install all modules in one transaction.
test_cluster_start() {
  cluster_start "$1" "fsync = off" "autovacuum = off" "max_wal_size = 4GB" "wal_level = logical" "max_locks_per_transaction = 256"
}

cluster_stop() {
  trap '' HUP INT TERM
  if [ -n "${cluster:-}" ] && [ -d "$cluster" ]; then
    if [ -f "$cluster/data/postmaster.pid" ]; then
      as_server "$cluster/bin/pg_ctl" -D "$cluster/data" -m fast -t 30 -w stop >/dev/null 2>&1 \
        || as_server "$cluster/bin/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null 2>&1 || true
    fi
    rm -rf "$cluster"
  fi
}
