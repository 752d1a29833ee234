#!/bin/sh
# Installs what is missing: "build" to build and run, "test" to test, "bench" for the peers that benchmarks compare with.
. "$(dirname "$0")/common.sh"

major=15
if apt-cache policy postgresql-server-dev-15 2>/dev/null | grep -q 'Candidate: [0-9]'; then :; else
  as_root apt-get update -qq
fi
# The distribution's PostgreSQL, 15 or later.
for candidate in 15 16 17 18; do
  if apt-cache policy "postgresql-server-dev-$candidate" 2>/dev/null | grep -q 'Candidate: [0-9]'; then major=$candidate; break; fi
done

wanted=''
for group in "$@"; do
  case $group in
    build) wanted="$wanted g++ make postgresql-$major postgresql-server-dev-$major libeigen3-dev libboost-dev" ;;
    test) wanted="$wanted cmake clang clang-format libgtest-dev postgresql-$major-pgtap libtap-parser-sourcehandler-pgtap-perl" ;;
    bench)
      wanted="$wanted python3 python3-psycopg2 python3-numpy"
      for peer in "postgresql-plpython3-$major" "postgresql-$major-plr"; do  # compared with where the distribution has them
        if apt-cache policy "$peer" 2>/dev/null | grep -q 'Candidate: [0-9]'; then wanted="$wanted $peer"; fi
      done ;;
    *) say "unknown group $group"; exit 1 ;;
  esac
done
missing=''
for package in $wanted; do
  if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then missing="$missing $package"; fi
done
if [ -n "$missing" ]; then
  say "Installing packages:$missing"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # No system cluster is wanted here: the package makes one unless told otherwise before it is installed.
  if [ ! -d /etc/postgresql-common ]; then
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >build/apt.log 2>&1 \
    || { tail -20 build/apt.log; exit 1; }
fi
