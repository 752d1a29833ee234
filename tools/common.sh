# Sourced by the scripts of this folder and of test/: where things are, and a private server under build/.
set -eu
root=$(cd "$(dirname "$0")" && git rev-parse --show-toplevel 2>/dev/null || (cd "$(dirname "$0")/.." && pwd))
cd "$root"
PG_CONFIG=${PG_CONFIG:-pg_config}
mkdir -p build

say() { printf '%s\n' "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# PostgreSQL refuses to run as root: there its server runs as user postgres.
as_server() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"; else "$@"; fi
}

# cluster_start NAME [setting=value …]: a fresh server of its own, on a unix socket only, that cluster_stop ends.
# Data and socket live in one short folder that user postgres can reach, whatever the checkout's rights and path are.
cluster_start() {
  bin=$($PG_CONFIG --bindir)
  cluster=$(mktemp -d "/tmp/harmony-$1.XXXXXX")
  chmod 755 "$cluster"
  if [ "$(id -u)" = 0 ]; then chown postgres "$cluster"; fi
  as_server "$bin/initdb" -D "$cluster/data" -U "$(id -un)" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >"build/$1-initdb.log"
  shift
  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '$cluster'"
    echo "max_connections = 40"
    echo "shared_buffers = 256MB"
    echo "max_wal_size = 2GB"
    for setting in "$@"; do echo "$setting"; done
  } | as_server tee -a "$cluster/data/postgresql.conf" >/dev/null
  as_server "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >/dev/null
  export PGHOST="$cluster" PGUSER="$(id -un)" PGDATABASE=postgres PGOPTIONS=
}

cluster_stop() {
  if [ -n "${cluster:-}" ] && [ -d "$cluster/data" ]; then
    as_server "$($PG_CONFIG --bindir)/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null 2>&1 || true
    rm -rf "$cluster"
  fi
}

build_and_install() {
  { make -s -j"$(nproc)" 2>&1 || touch build/make.failed; } | tee build/make.log | grep --line-buffered '^  compile' || true
  if [ -e build/make.failed ]; then rm build/make.failed; cat build/make.log; exit 1; fi
  as_root make -s install PG_CONFIG="$PG_CONFIG" >build/install.log 2>&1 || { cat build/install.log; exit 1; }
}
